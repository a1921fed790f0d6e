"""`thb receive` and `thb office-abroad`: a package is looked at, quarantined, and taken into a case."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509 import load_der_x509_certificate

from tests.services.conftest import sample_office  # noqa: F401 - a fixture
from tests.services.receiving.conftest import bucharest, post  # noqa: F401 - fixtures
from tests.support.command_line import Answer, CommandLine, descriptor_with
from tests.support.instruments import added
from tests.support.offices import NEXT_DAY, Small, copy_of, unlock
from tests.support.receiving import SENDER, Post
from tests.support.vaults import PASSPHRASE
from thb_desktop.services.casework import corrections
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.packaging.package_files import references_in
from thb_desktop.verify.exits import BROKEN, UNKNOWN


@pytest.fixture
def vault(bucharest: tuple[Path, Small], tmp_path: Path) -> Path:  # noqa: F811
    return copy_of(bucharest[0], tmp_path / "office.thbvault")


@pytest.fixture
def key(post: Post, tmp_path: Path) -> Path:  # noqa: F811
    path = tmp_path / "judge.p12"
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(
            b"key",
            post.addressee.private_key,
            load_der_x509_certificate(post.addressee.certificate),
            None,
            BestAvailableEncryption(b"words"),
        )
    )
    return path


def received(thb: CommandLine, vault: Path, package: Path, key: Path, *more: object) -> Answer:
    with descriptor_with("words\n") as words:
        return thb(
            *("receive", vault, package, "--key", key, "--key-passphrase-fd", words, "--json", *more),
            passphrase=PASSPHRASE,
        )


def recorded(thb: CommandLine, vault: Path, post: Post) -> Answer:  # noqa: F811
    told = ("--country", "BE", "--told", "By telephone", "--json")
    return thb(
        *("office-abroad", "add", vault, post.root, post.fingerprint, "--name", SENDER, *told),
        passphrase=PASSPHRASE,
    )


INTO = (
    *("--case", "2026/1", "--number", "R-1", "--received-by", "P-1", "--at", "2026-06-02T10:30+03:00"),
    *("--late-because", "Entered from the post book"),
)


def test_a_package_of_an_unknown_office_is_shown_and_taken_in_once_its_root_is_compared(
    thb: CommandLine,
    post: Post,  # noqa: F811
    vault: Path,
    key: Path,
):
    shown = received(thb, vault, post.folder, key)
    refused = received(thb, vault, post.folder, key, *INTO)
    office = recorded(thb, vault, post)
    taken = received(thb, vault, post.folder, key, *INTO, "--refuse", "E-05", "Not readable")
    again = received(thb, vault, post.folder, key)

    assert (shown.code, shown.json["quarantined"], shown.json["root"]) == (UNKNOWN, True, post.fingerprint)
    assert (refused.refusal, refused.code) == ("office-unknown", 40)
    assert office.json["sha256"] == post.fingerprint
    assert taken.code == 0
    assert (taken.json["office"], taken.json["number"]) == (SENDER, "P-001")
    assert taken.json["sha256"] == post.made.package.sha256
    assert again.code == BROKEN
    assert "received-again" in {each["code"] for each in again.json["findings"]}
    checked = thb("check", vault, "--json", passphrase=PASSPHRASE)
    assert checked.json["verdict"] == "holds"


def test_a_country_that_does_not_exist_is_refused(thb: CommandLine, post: Post, vault: Path):  # noqa: F811
    def added(country: str) -> Answer:
        told = ("--name", SENDER, "--country", country, "--told", "By telephone", "--json")
        return thb(
            *("office-abroad", "add", vault, post.root, post.fingerprint, *told), passphrase=PASSPHRASE
        )

    assert {added(each).refusal for each in ("XX", "ZZ", "be", "BEL")} == {"value-refused"}
    assert added("BE").json["country"] == "BE"


def test_who_gives_nothing_that_opens_a_package_is_told_which_options_do(
    thb: CommandLine,
    post: Post,  # noqa: F811
    vault: Path,
):
    refused = thb("receive", vault, post.folder, passphrase=PASSPHRASE)
    with descriptor_with("other words\n") as words:
        wrong = thb("receive", vault, post.folder, "--words-fd", words, passphrase=PASSPHRASE)

    assert "with --key, or its passphrase with --words-fd [not-a-recipient]" in refused.err
    assert "no key at hand opens this envelope [not-a-recipient]" in wrong.err


def test_packages_that_came_are_listed_with_what_was_refused_and_the_receipts(
    thb: CommandLine,
    post: Post,  # noqa: F811
    vault: Path,
    key: Path,
    tmp_path: Path,
):
    listing = ("receipt", "received", vault, "2026/1")
    none = thb(*listing, passphrase=PASSPHRASE)
    recorded(thb, vault, post)
    received(thb, vault, post.folder, key, *INTO, "--refuse", "E-05", "Not readable")
    thb("receipt", "write", vault, "2026/1", "R-1", "--to", tmp_path / "a.asice", passphrase=PASSPHRASE)

    said = thb(*listing, passphrase=PASSPHRASE)
    (told,) = thb(*listing, "--json", passphrase=PASSPHRASE).json["packages"]

    assert none.out == "No package was received.\n"
    assert said.out.startswith(f"R-1  P-001 of {SENDER}, imported ")
    assert said.out.endswith(", receipts signed: 1; refused E-05: Not readable\n")
    assert re.search(r", imported \d{4}-\d\d-\d\d \d\d:\d\d [+-]\d\d:\d\d, exhibits imported: \d+,", said.out)
    assert (told["exhibit"], told["number"], told["receipts"]) == ("R-1", "P-001", 1)
    assert (told["refused"], told["sha256"]) == (["E-05: Not readable"], post.made.package.sha256)


def test_what_is_complete_is_told_in_one_line_for_each_custody_record_and_in_full_to_programs(
    thb: CommandLine,
    post: Post,  # noqa: F811
    vault: Path,
    key: Path,
):
    with descriptor_with("words\n") as words:
        shown = thb(
            *("receive", vault, post.folder, "--key", key, "--key-passphrase-fd", words),
            passphrase=PASSPHRASE,
        )
    told = received(thb, vault, post.folder, key)

    said = [each for each in shown.out.splitlines() if "all recorded events" in each.casefold()]
    assert (shown.code, len(said)) == (UNKNOWN, 2)
    assert sum("all recorded events" in each["sentence"].casefold() for each in told.json["findings"]) > 20


def test_what_was_refused_is_imported_after_all_for_a_reason(
    thb: CommandLine,
    post: Post,  # noqa: F811
    vault: Path,
    key: Path,
):
    recorded(thb, vault, post)
    assert received(thb, vault, post.folder, key, *INTO, "--refuse", "E-05", "Not readable").code == 0
    into = ("receive-refused", vault, "2026/1", "R-1", "E-05", *INTO[4:], "--json", "--because")

    lacking = thb(*into, " ", passphrase=PASSPHRASE)
    done = thb(*into, "A readable copy was found", passphrase=PASSPHRASE)
    again = thb(*into, "Once more", passphrase=PASSPHRASE)

    assert (lacking.refusal, again.refusal) == ("reason-missing", "not-found")
    assert (done.code, done.json["exhibits"]) == (0, ["E-05"])
    assert thb("check", vault, "--json", passphrase=PASSPHRASE).json["verdict"] == "holds"


def test_a_package_is_taken_in_under_the_request_that_it_answers(
    thb: CommandLine,
    post: Post,  # noqa: F811
    vault: Path,
    key: Path,
    bucharest: tuple[Path, Small],  # noqa: F811
):
    recorded(thb, vault, post)
    session = unlock(vault)
    named, *_ = references_in(post.desk.bundle.read_bytes())
    added(session, bucharest[1], number="MLA-1", foreign_reference=named)
    session.close()

    unknown = received(thb, vault, post.folder, key, *INTO, "--under", "MLA-9")
    taken = received(thb, vault, post.folder, key, *INTO, "--under", "MLA-1")
    told = thb("board", vault, "2026/1", "--json", passphrase=PASSPHRASE)

    assert (unknown.code, taken.code) == (2, 0)
    (line,) = told.json["instruments"]
    assert {"R-1", "R-1-E-01"} <= {*line["answers"]}
    assert told.json["unasked"] == []


def test_that_no_request_was_chosen_is_told_with_those_that_the_package_names(
    thb: CommandLine,
    post: Post,  # noqa: F811
    vault: Path,
    key: Path,
    bucharest: tuple[Path, Small],  # noqa: F811
):
    recorded(thb, vault, post)
    session = unlock(vault)
    named, *_ = references_in(post.desk.bundle.read_bytes())
    added(session, bucharest[1], number="MLA-1", reference=named)
    session.close()

    taken = received(thb, vault, post.folder, key, *INTO)
    told = thb("board", vault, "2026/1", "--json", passphrase=PASSPHRASE)

    assert taken.code == 0
    assert taken.json["requests_named"] == ["MLA-1"]
    assert [each["holder"] for each in told.json["unasked"]] == ["R-1"]


def test_what_a_person_must_say_is_asked_before_anything_is_opened(
    thb: CommandLine,
    post: Post,  # noqa: F811
    vault: Path,
    key: Path,
):
    recorded(thb, vault, post)
    for missing in (INTO[:2], (*INTO[:4], "--received-by", "P-9", *INTO[6:]), ("--case", "none", *INTO[2:])):
        assert received(thb, vault, post.folder, key, *missing).refusal in {"usage", "not-found"}


def test_offices_are_listed_and_withdrawn(thb: CommandLine, post: Post, vault: Path):  # noqa: F811
    recorded(thb, vault, post)
    listed = thb("office-abroad", "list", vault, "--json", passphrase=PASSPHRASE)
    gone = thb(
        *("office-abroad", "withdraw", vault, SENDER, "--reason", "Its key was stolen", "--json"),
        passphrase=PASSPHRASE,
    )
    left = thb("office-abroad", "list", vault, passphrase=PASSPHRASE)

    assert [each["name"] for each in listed.json["offices"]] == [SENDER]
    assert gone.json["withdrawn"] is True
    assert SENDER not in left.out


def test_a_notice_is_due_signed_and_entered(
    thb: CommandLine,
    post: Post,  # noqa: F811
    vault: Path,
    key: Path,
    tmp_path: Path,
):
    liege, notice = copy_of(post.office, tmp_path / "liege.thbvault"), tmp_path / "notice.asice"
    session = unlock(liege, start=NEXT_DAY)
    found = exhibits.find_numbered(session, post.made.package.case_id, "E-05")
    assert found is not None
    corrections.correct(session, replace(found, source="Another place"), "It was taken elsewhere")
    session.close()
    recorded(thb, vault, post)
    received(thb, vault, post.folder, key, *INTO)

    due = thb("notice", "due", liege, "DEMO-A-PERLA", "--json", passphrase=PASSPHRASE)
    given = thb(
        *("notice", "give", liege, "DEMO-A-PERLA", "P-001", "E-05", "--text", "Another place"),
        *("--to", notice, "--json"),
        passphrase=PASSPHRASE,
    )
    told = thb("notice", "due", liege, "DEMO-A-PERLA", passphrase=PASSPHRASE)
    entered = thb("notice", "import", vault, notice, "--json", passphrase=PASSPHRASE)
    listed = thb("notice", "list", vault, "2026/1", passphrase=PASSPHRASE)
    printed = [
        thb("notice", "print", vault_of, case, which, "--to", tmp_path / f"{at}.pdf", passphrase=PASSPHRASE)
        for at, (vault_of, case, which) in enumerate(
            ((liege, "DEMO-A-PERLA", given.json["notice"]), (vault, "2026/1", entered.json["notice"]))
        )
    ]
    verified = thb("verify", notice, "--root", post.root)
    nothing = thb(
        *("notice", "give", liege, "DEMO-A-PERLA", "P-001", "E-06", "--text", "x", "--to", notice, "--json"),
        passphrase=PASSPHRASE,
    )

    (first,) = due.json["due"]
    assert first["of"] == []
    assert (first["sent"], first["kind"], first["number"], first["told"]) == (
        "P-001",
        "RECTIFIED",
        "E-05",
        False,
    )
    assert given.json["kind"] == "RECTIFIED"
    assert "notice signed" in told.out
    assert "NO NOTICE YET" not in told.out
    assert entered.json["text"] == "Another place"
    assert "E-05" in listed.out
    assert [each.code for each in printed] == [0, 0]
    assert (tmp_path / "0.pdf").read_bytes().startswith(b"%PDF")
    assert "of package P-001" in verified.out
    assert "E-05 was rectified" in verified.out
    assert nothing.refusal == "not-found"
