"""Anchors that others keep: a bundle, an extract, a short code; and a backup that was restored."""

import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.offices import (
    NEXT_DAY,
    Small,
    by_hand,
    case_file,
    copy_of,
    new_office,
    registered,
    small_case,
    unlock,
)
from tests.support.second_person import ALONE
from tests.support.transfers import AT_HOME
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import CaseId
from thb_desktop.errors import (
    ChainBrokenError,
    FileUnreadableError,
    ReasonMissingError,
    SetBackError,
    ValueRefusedError,
)
from thb_desktop.findings import Standing, verdict
from thb_desktop.services.bundling import bundles
from thb_desktop.services.bundling.extracts import extract_of
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.short_code import current_short_code
from thb_desktop.services.keeping import anchors
from thb_desktop.vault.tables import chain

AFTER = NEXT_DAY + timedelta(days=1)
REASON = "The disk failed; the backup of Monday was put back."


@pytest.fixture
def heads(tmp_path: Path) -> Path:
    return tmp_path / "heads"


@pytest.fixture
def older(folder: Path, tmp_path: Path) -> Path:
    """The vault of the day before."""
    return copy_of(folder, tmp_path / "day-before")


def work_in(folder: Path, heads: Path | None, reference: str = "2026/2") -> None:
    session = unlock(folder, heads=heads)
    cases.open_case(session, case_file(reference=reference))
    session.close()


def set_back(folder: Path, older: Path) -> None:
    shutil.rmtree(folder)
    shutil.copytree(older, folder)


def standing(session: Session, path: Path) -> tuple[str, Standing]:
    (finding,) = anchors.compare_with_file(session, path)
    return finding.code, finding.standing


def extract_in(folder: Path, path: Path, heads: Path | None = None) -> Path:
    """The custody extract that somebody else was given."""
    session = unlock(folder, heads=heads)
    case = cases.open_case(session, case_file(reference=f"2026/{path.name}"))
    path.write_bytes(extract_of(session, [case.id]).data)
    session.close()
    return path


def bundle_in(folder: Path, small: Small, path: Path) -> Path:
    session = unlock(folder)
    registered(session, small)
    options = bundles.BundleOptions(
        identities_because="Needed there",
        purpose="Transfer",
        recipient="A court",
        languages=("fr",),
        released_with=ALONE,
        transfer=AT_HOME,
    )
    prepared = bundles.prepare_bundle(session, CaseId(small.case.id), options)
    bundles.sign_bundle(session, prepared, path, second=ALONE)
    session.close()
    return path


@pytest.mark.requirement("SR-16")
def test_a_bundle_that_somebody_kept_shows_alone_that_the_vault_was_set_back(
    folder: Path, older: Path, small: Small, tmp_path: Path
):
    kept = bundle_in(folder, small, tmp_path / "bundle.pdf")
    session = unlock(folder, start=NEXT_DAY)
    before = standing(session, kept)
    session.close()
    set_back(folder, older)

    session = unlock(folder, start=NEXT_DAY)

    assert before == ("kept-state", Standing.HOLDS)
    assert verdict(session.opening.findings) is Standing.HOLDS, "the vault alone does not know"
    assert standing(session, kept) == ("rolled-back", Standing.BROKEN)
    session.close()


@pytest.mark.requirement("SR-16")
def test_each_printed_page_bears_the_short_code_by_which_a_rollback_shows(
    folder: Path, older: Path, small: Small, tmp_path: Path
):
    printed = pages_of(bundle_in(folder, small, tmp_path / "bundle.pdf"))
    codes = {code for page in printed for code in re.findall(r"\b[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}\b", page)}
    session = unlock(folder, start=NEXT_DAY)
    (before,) = (found for code in codes for found in anchors.compare_short_code(session, code))
    session.close()
    set_back(folder, older)

    session = unlock(folder, start=NEXT_DAY)
    (after,) = (found for code in codes for found in anchors.compare_short_code(session, code))
    session.close()

    assert len(printed) > 3
    assert all(codes & set(re.findall(r"[A-Z2-7-]{19}", page)) for page in printed)
    assert (before.code, after.code) == ("short-code-known", "short-code-absent")


def pages_of(pdf: Path) -> list[str]:
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True).stdout
    return text.decode().split("\f")[:-1]


@pytest.mark.requirement("SR-16")
def test_an_extract_that_somebody_kept_shows_a_fork(folder: Path, older: Path, tmp_path: Path):
    kept = extract_in(folder, tmp_path / "extract.json")
    set_back(folder, older)
    for reference in ("2026/3", "2026/4"):
        work_in(folder, None, reference)

    session = unlock(folder, start=NEXT_DAY)

    assert standing(session, kept) == ("forked", Standing.BROKEN)
    session.close()


@pytest.mark.requirement("SR-16")
def test_a_short_code_on_paper_shows_alone_that_the_vault_was_set_back(folder: Path, older: Path):
    session = unlock(folder)
    cases.open_case(session, case_file(reference="2026/2"))
    code = current_short_code(session)
    cases.open_case(session, case_file(reference="2026/3"))
    size = session.journal.size
    (known,) = anchors.compare_short_code(session, code)
    (present,) = anchors.compare_short_code(session, current_short_code(session).replace("-", " ").lower())
    session.close()
    set_back(folder, older)

    session = unlock(folder, start=NEXT_DAY)
    (absent,) = anchors.compare_short_code(session, code)
    session.close()

    assert (known.code, known.standing) == ("short-code-known", Standing.HOLDS)
    assert (known.case, known.values["size"]) == ("earlier", size - 2)
    assert present.case == "present"
    assert (absent.code, absent.standing) == ("short-code-absent", Standing.BROKEN)


@pytest.mark.requirement("SR-16")
def test_the_memory_of_this_computer_shows_alone_that_the_vault_was_set_back(
    folder: Path, older: Path, heads: Path
):
    work_in(folder, heads)
    set_back(folder, older)

    session = unlock(folder, heads=heads)

    assert not session.opening.is_sound
    assert [f.code for f in session.opening.findings if f.standing is Standing.BROKEN] == ["rolled-back"]
    session.close()


@pytest.mark.requirement("SR-16")
def test_sr_16_each_anchor_alone_raises_when_the_state_of_the_day_before_is_put_back(
    *,
    folder: Path,
    older: Path,
    small: Small,
    heads: Path,
    tmp_path: Path,
    figure: Callable[[str, str, object], None],
):
    kept = bundle_in(folder, small, tmp_path / "bundle.pdf")
    extract = extract_in(folder, tmp_path / "extract.json", heads)
    session = unlock(folder)
    code = current_short_code(session)
    session.close()
    set_back(folder, older)

    alone = unlock(folder, start=NEXT_DAY)
    raised = {
        "bundle": verdict(anchors.compare_with_file(alone, kept)),
        "custody extract": verdict(anchors.compare_with_file(alone, extract)),
        "short code": verdict(anchors.compare_short_code(alone, code)),
    }
    unaided = verdict(alone.opening.findings)
    alone.close()
    watching = unlock(folder, start=NEXT_DAY, heads=heads)
    raised["this computer"] = verdict(watching.opening.findings)
    watching.close()

    assert unaided is Standing.HOLDS
    assert set(raised.values()) == {Standing.BROKEN}
    figure("SR-16", "anchors that each raise alone", len(raised))


@pytest.mark.parametrize("typed", ["", "ABCD", "ABCD-EFGH-IJKL-MNO", "ABCD-EFGH-IJKL-MN!P", "é" * 16])
def test_what_is_no_short_code_is_refused(session: Session, typed: str):
    with pytest.raises(ValueRefusedError):
        anchors.compare_short_code(session, typed)


def test_signs_that_are_misread_on_paper_are_taken_for_those_that_were_meant(session: Session):
    code = current_short_code(session)
    misread = code.translate(str.maketrans("OIB", "018"))

    (finding,) = anchors.compare_short_code(session, misread)

    assert finding.code == "short-code-known"


def test_a_head_that_was_put_into_the_vault_does_not_make_a_short_code_known(folder: Path, older: Path):
    session = unlock(folder)
    cases.open_case(session, case_file(reference="2026/2"))
    code, head = current_short_code(session), chain.last_head(session.read)
    size = session.journal.size
    session.close()
    set_back(folder, older)
    session = unlock(folder)
    for reference in ("2026/3", "2026/4"):
        cases.open_case(session, case_file(reference=reference))
    assert head is not None
    with by_hand(session) as connection:
        connection.execute("DROP TRIGGER chain_head_stays")
        connection.execute(
            "UPDATE chain_head SET head = ?, signature = ? WHERE size = ?", (head.head, head.signature, size)
        )

    (finding,) = anchors.compare_short_code(session, code)
    session.close()

    assert finding.code == "short-code-absent"


def test_a_file_of_another_vault_or_none_of_ours_says_nothing(folder: Path, tmp_path: Path):
    new_office(tmp_path / "other.thbvault", small_case)
    foreign = extract_in(tmp_path / "other.thbvault", tmp_path / "foreign.json")
    for name, content in {"text": b"no bundle", "json": b"{}", "pdf": b"%PDF-1.7\n%%EOF\n"}.items():
        (tmp_path / name).write_bytes(content)
    session = unlock(folder)

    assert standing(session, foreign) == ("other-vault", Standing.UNKNOWN)
    for name in ("text", "json", "missing"):
        with pytest.raises(FileUnreadableError):
            anchors.compare_with_file(session, tmp_path / name)
    session.close()


def test_a_state_that_is_not_signed_by_this_vault_counts_for_nothing(folder: Path, tmp_path: Path):
    kept = extract_in(folder, tmp_path / "extract.json")
    data = kept.read_bytes()
    at = data.index(b'"signature":"', data.index(b'"head":{"head"')) + 13
    flipped = b"0" if data[at : at + 1] != b"0" else b"1"
    kept.write_bytes(data[:at] + flipped + data[at + 1 :])
    session = unlock(folder)

    assert standing(session, kept) == ("kept-unsound", Standing.UNKNOWN)
    session.close()


@pytest.mark.requirement("SR-16", "SR-47")
def test_a_restored_backup_is_an_event_and_the_vault_is_written_again(
    folder: Path, older: Path, heads: Path, tmp_path: Path
):
    work_in(folder, heads)
    newer = copy_of(folder, tmp_path / "newer.thbvault")
    set_back(folder, older)
    session = unlock(folder, start=NEXT_DAY, heads=heads)
    found = session.journal.size

    restoration = anchors.accept_restored(session, reason=REASON)
    cases.open_case(session, case_file(reference="2026/3"))

    assert (restoration.found_size, restoration.lost_size) == (found, found + 2)
    assert [e.parsed().action for e in chain.entries(session.read)][found] == VaultAction.RESTORED
    assert anchors.list_restorations(session) == (restoration,)
    assert session.opening.is_sound
    session.close()
    again = unlock(folder, start=AFTER, heads=heads)
    assert verdict(again.opening.findings) is Standing.HOLDS
    again.close()
    abandoned = unlock(newer, start=AFTER, heads=heads)
    (alarm,) = (f for f in abandoned.opening.findings if f.standing is Standing.BROKEN)
    assert alarm.code == "forked"
    assert alarm.case == "given-up"
    abandoned.close()


def test_what_was_given_up_is_explained_and_no_alarm(folder: Path, older: Path, heads: Path, tmp_path: Path):
    kept = extract_in(folder, tmp_path / "extract.json", heads)
    session = unlock(folder, heads=heads)
    code = current_short_code(session)
    session.close()
    set_back(folder, older)
    session = unlock(folder, start=NEXT_DAY, heads=heads)
    anchors.accept_restored(session, reason=REASON)

    (by_code,) = anchors.compare_short_code(session, code)

    assert standing(session, kept) == ("given-up", Standing.UNKNOWN)
    assert (by_code.code, by_code.standing) == ("given-up", Standing.UNKNOWN)
    assert by_code.values["reason"] == REASON
    session.close()


def test_a_fork_can_be_stated_to_be_a_restored_backup_too(folder: Path, older: Path, heads: Path):
    work_in(folder, heads)
    set_back(folder, older)
    for reference in ("2026/3", "2026/4"):
        work_in(folder, None, reference)
    session = unlock(folder, start=NEXT_DAY, heads=heads)
    assert not session.opening.is_sound

    anchors.accept_restored(session, reason=REASON)
    session.close()

    again = unlock(folder, start=AFTER, heads=heads)
    assert verdict(again.opening.findings) is Standing.HOLDS
    again.close()


def test_where_this_computer_remembers_nothing_a_restored_backup_is_an_event_all_the_same(session: Session):
    restoration = anchors.accept_restored(session, reason=REASON)

    assert (restoration.lost_size, restoration.lost_at) == (0, None)
    assert cases.open_case(session, case_file(reference="2026/2"))


def test_without_a_reason_nothing_is_accepted(folder: Path, older: Path, heads: Path):
    work_in(folder, heads)
    set_back(folder, older)
    session = unlock(folder, heads=heads)

    with pytest.raises(ReasonMissingError):
        anchors.accept_restored(session, reason="  ")
    with pytest.raises(SetBackError):
        cases.open_case(session, case_file(reference="2026/3"))
    session.close()


def test_no_backup_explains_what_was_changed_behind_the_chain(folder: Path, older: Path, heads: Path):
    from thb_desktop.vault.database import allow_writing

    work_in(folder, heads)
    set_back(folder, older)
    session = unlock(folder)
    allow_writing(session.vault.connection)
    session.vault.connection.execute("UPDATE official SET name = 'Somebody else'")
    session.close()
    session = unlock(folder, heads=heads)

    with pytest.raises(ChainBrokenError):
        anchors.accept_restored(session, reason=REASON)
    assert {"tables-differ", "rolled-back"} <= {finding.code for finding in session.opening.findings}
    session.close()
