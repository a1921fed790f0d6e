"""`thb take`, `out`, `custody` and `search` by a user who may not, of what is there and of what is not."""

from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest

from tests.support.command_line import Answer, CommandLine, state_of
from tests.support.offices import new_office, registered, small_case, unlock
from tests.support.second_person import ALONE
from tests.support.vaults import PASSPHRASE
from thb_desktop.crypto.passphrases import prepare
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.services.evidence import exhibit_files
from thb_desktop.services.office import users

CASE, THERE, FILE = "2026/1", "E-1", "telefon.txt"
GOING = (
    *("--reason", "Examination", "--recipient", "Institute", "--party", "expert", "--state", "BE"),
    *("--unsearched-because", "Seen", "--identities-because", "Known"),
)
ROLES = (UserRole.INTERPRETER, UserRole.AUDITOR, UserRole.ANALYST, UserRole.ADMINISTRATOR)
"""The last one can be a second person, and is added last."""


def typed(role: UserRole) -> str:
    return f"granite willow cinder marble {role.value.lower()}"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with one exhibit and its file, and a user of each of these roles."""
    folder = tmp_path_factory.mktemp("office") / "office.thbvault"
    new_office(folder)
    with closing(unlock(folder)) as session:
        kept = registered(session, small_case(session), number=THERE)
        exhibit_files.add_file(
            session, kept.id, source=BytesIO(b"telefon"), name=FILE, media_type="text/plain"
        )
        for role in ROLES:
            users.add_user(
                session,
                name=f"User {role.value}",
                role=role,
                passphrase=prepare(typed(role)),
                own_passphrase=prepare(PASSPHRASE),
                second=ALONE,
            )
    return folder


def told(answer: Answer) -> tuple[int, str, str]:
    return answer.code, answer.out, answer.err


@pytest.mark.parametrize("role", ROLES)
def test_whoever_may_not_is_told_the_same_of_what_is_there_and_of_what_is_not(
    thb: CommandLine, office: Path, tmp_path: Path, role: UserRole
):
    """An analyst and an auditor read some of it: of them, only the acts that they may not do are asked."""
    source, target, word = tmp_path / "a.txt", tmp_path / "copy", typed(role)
    source.write_text("x")
    may_read = role in (UserRole.AUDITOR, UserRole.ANALYST)
    acts = {
        "take": lambda number, _: ("take", office, CASE, number, source),
        "out": lambda number, name: ("out", office, CASE, number, name, target, *GOING),
        "custody": lambda number, _: ("custody", office, CASE, number),
        "rehash": lambda number, _: ("custody", office, CASE, number, "--rehash", "Yearly"),
        "rehash all": lambda number, _: ("custody", office, CASE, number, "--rehash", "Yearly", "--all"),
        "kept": lambda number, _: ("custody", office, CASE, number, "--kept-until", "2030-01-01"),
        "read": lambda _, name: ("search", office, name, "--case", CASE, "--read-files"),
    }
    left_out = {"custody", "kept"} if may_read else set[str]()
    left_out |= {"take", "out", "read"} if role is UserRole.ANALYST else set()
    before = state_of(office / "content") if (office / "content").exists() else ""

    for name, act in acts.items():
        if name in left_out:
            continue
        found = told(thb(*act(THERE, FILE), "--json", passphrase=word))
        lacking = told(thb(*act("E-999", "nothing"), "--json", passphrase=word))

        assert found == lacking, name
        code = "wrong-passphrase" if role is UserRole.INTERPRETER else "not-allowed"
        assert (found[0], found[1]) == (15 if role is UserRole.INTERPRETER else 2, ""), name
        assert f'"{code}"' in found[2], name
        assert "telefon" not in found[2]
    assert not target.exists()
    assert (state_of(office / "content") if (office / "content").exists() else "") == before


def test_an_analyst_who_reads_the_file_may_neither_add_to_it_nor_take_it_out(
    thb: CommandLine, office: Path, tmp_path: Path
):
    source, target = tmp_path / "a.txt", tmp_path / "copy"
    source.write_text("x")

    for act in (("take", office, CASE, THERE, source), ("out", office, CASE, THERE, FILE, target, *GOING)):
        refused = thb(*act, "--json", passphrase=typed(UserRole.ANALYST))
        assert (refused.code, refused.refusal) == (2, "not-allowed")
    assert not target.exists()


def test_a_search_tells_what_it_left_out_and_no_count_of_it(thb: CommandLine, office: Path):
    for role in (UserRole.AUDITOR, UserRole.ADMINISTRATOR):
        there, nothing = (
            thb("search", office, words, "--json", passphrase=typed(role)).json
            for words in ("telefon", "nowhere")
        )
        assert there == nothing
        assert (there["hits"], there["counts"]) == ([], {})
        assert "FILE" in there["not_searched"]


def test_an_auditor_reads_the_custody_of_one_exhibit_as_that_of_all(thb: CommandLine, office: Path):
    """It was refused by its number alone, since the number was looked up among what only others read."""
    word = typed(UserRole.AUDITOR)

    one = thb("custody", office, CASE, THERE, passphrase=word)

    assert one.code == 0
    assert one.out == thb("custody", office, CASE, passphrase=word).out
