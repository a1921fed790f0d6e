"""A file is taken out: written, read again, recorded and only then named; and what stays in the office."""

import errno
import hashlib
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import Event

import pytest

from tests.support.instruments import conditioned
from tests.support.offices import Small, act, by_hand, registered
from tests.support.second_person import ALONE
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.cooperation_codes import ConditionKind, PartyKind
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import CaseId, RowId
from thb_desktop.domain.vocabulary import BarKind, CustodyAction, ExhibitKind
from thb_desktop.errors import (
    ActExceededError,
    AlreadyExistsError,
    CancelledError,
    ChangeUncertainError,
    ContentDamagedError,
    DiskFullError,
    ErasedError,
    FileAbroadError,
    FileBarredError,
    IdentityInFileError,
    NotFoundError,
    NotSearchedError,
    PlaceInVaultError,
    ReasonMissingError,
    RecipientMissingError,
    SealedApartError,
    SecondPersonError,
    StorageError,
    StruckOutError,
    TransferRefusedError,
)
from thb_desktop.services.bundling import publishing, taking_out
from thb_desktop.services.bundling.extracts import extract_of
from thb_desktop.services.bundling.taking_out import TakingOut
from thb_desktop.services.casework import corrections
from thb_desktop.services.cooperation import sending_log
from thb_desktop.services.core import unit_of_work
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, exhibit_files, leaving
from thb_desktop.services.keeping import health
from thb_desktop.services.office import consultations
from thb_desktop.vault.tables import chain, registry

CONTENT = b"Lines of a ledger, in clear.\n" * 40_000
SAID = TakingOut(
    recipient="Institute of Forensics",
    state="BE",
    party=PartyKind.EXPERT,
    reason="Examination ordered on 2 June",
)


@pytest.fixture
def file(session: Session, small: Small, tmp_path: Path) -> ExhibitFile:
    kept = registered(session, small)
    source = tmp_path / "ledger.txt"
    source.write_bytes(CONTENT)
    return exhibit_files.add_file(session, kept.id, source=source, name="ledger.txt", media_type="text/plain")


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


def told_of(session: Session) -> str:
    return " ".join(each.code for each in health.check_vault(session).findings)


def actions(session: Session) -> list[str]:
    return [each.parsed().action for each in chain.entries(session.read)]


def test_a_file_goes_out_with_its_digest_its_event_and_a_custody_event(
    session: Session, file: ExhibitFile, outside: Path
):
    seen: list[tuple[int, int]] = []

    taken = taking_out.take_out(
        session,
        file.id,
        outside / "copy.txt",
        SAID,
        progress=lambda done, total: seen.append((done, total)),
        second=None,
    )

    assert (outside / "copy.txt").read_bytes() == CONTENT
    assert [each.name for each in outside.iterdir()] == ["copy.txt"]
    assert taken.sha256 == file.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert seen[-1] == (len(CONTENT), len(CONTENT))
    assert actions(session)[-2:] == [CustodyAction.EXPORTED, VaultAction.FILE_TAKEN_OUT]
    event = custody.list_events(session, file.exhibit_id)[-1]
    assert (event.action, event.to_party, event.reason, event.sha256) == (
        CustodyAction.EXPORTED,
        SAID.recipient,
        SAID.reason,
        file.sha256,
    )
    assert taking_out.list_taken_out(session, file.exhibit_id) == (taken,)
    looked = [each for each in consultations.list_consultations(session) if each.recipient]
    assert [(each.kind, each.recipient) for each in looked] == [(Consulted.FILE, SAID.recipient)]
    assert {"chain", "tables"} <= {each.code for each in health.check_vault(session).findings}


def test_the_receipt_says_what_went_where_for_whom_and_why(
    session: Session, file: ExhibitFile, outside: Path
):
    taken = taking_out.take_out(session, file.id, outside / "copy.txt", SAID, second=None)

    told = dict(taking_out.receipt_of(session, taken).lines("en"))

    assert told["SHA-256"].replace(" ", "") == file.sha256
    assert told["Written to"] == str(outside / "copy.txt")
    assert (told["Who receives it"], told["Reason"]) == (SAID.recipient, SAID.reason)
    assert (told["File"], told["Size in bytes"]) == ("ledger.txt", str(len(CONTENT)))
    assert "Second person" not in told
    there = dict(taking_out.receipt_of(session, taken).lines("en", "Asia/Kathmandu"))
    assert told["Taken out on"].endswith("+00:00")
    assert there["Taken out on"].endswith("+05:45")
    assert datetime.fromisoformat(told["Taken out on"]) == datetime.fromisoformat(there["Taken out on"])


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"reason": " \u200b"}, ReasonMissingError),
        ({"recipient": ""}, RecipientMissingError),
        ({"state": "XB"}, FileAbroadError),
        ({"state": ""}, FileAbroadError),
    ],
)
def test_what_is_not_said_is_refused_and_nothing_is_written(
    session: Session, file: ExhibitFile, outside: Path, change: dict[str, str], refusal: type[Exception]
):
    size = session.journal.size

    with pytest.raises(refusal):
        taking_out.take_out(session, file.id, outside / "copy.txt", replace(SAID, **change), second=None)

    assert [*outside.iterdir()] == []
    assert session.journal.size == size


def test_nothing_is_overwritten_and_nothing_is_put_into_the_vault(
    session: Session, file: ExhibitFile, outside: Path
):
    (outside / "copy.txt").write_text("there already")
    (outside / "link.txt").symlink_to(outside / "nowhere")

    for name in ("copy.txt", "link.txt"):
        with pytest.raises(AlreadyExistsError):
            taking_out.take_out(session, file.id, outside / name, SAID, second=None)
    with pytest.raises(PlaceInVaultError):
        taking_out.take_out(
            session, file.id, session.vault.folder / "content" / "copy.txt", SAID, second=None
        )
    with pytest.raises(StorageError):
        taking_out.take_out(session, file.id, outside / "no folder" / "copy.txt", SAID, second=None)

    assert (outside / "copy.txt").read_text() == "there already"


def test_a_full_medium_is_told_before_anything_is_written_and_while_it_is(
    session: Session, file: ExhibitFile, outside: Path, monkeypatch: pytest.MonkeyPatch
):
    size = session.journal.size
    monkeypatch.setattr(taking_out, "free_space", lambda _: len(CONTENT) - 1)
    with pytest.raises(DiskFullError):
        taking_out.take_out(session, file.id, outside / "copy.txt", SAID, second=None)
    monkeypatch.undo()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(publishing, "write_all", full)
    with pytest.raises(DiskFullError):
        taking_out.take_out(session, file.id, outside / "copy.txt", SAID, second=None)

    assert [*outside.iterdir()] == []
    assert session.journal.size == size


def test_a_damaged_file_does_not_go_out(session: Session, file: ExhibitFile, outside: Path):
    path = session.vault.content.places.of(file.object_id)
    data = bytearray(path.read_bytes())
    data[-40] ^= 1
    path.write_bytes(data)

    with pytest.raises(ContentDamagedError):
        taking_out.take_out(session, file.id, outside / "copy.txt", SAID, second=None)

    assert [*outside.iterdir()] == []


def test_a_stop_leaves_nothing(session: Session, file: ExhibitFile, outside: Path):
    going = taking_out.begin_taking_out(session, file.id, outside / "copy.txt", SAID, second=None)
    stopped = Event()
    stopped.set()

    with pytest.raises(CancelledError):
        going.written(cancelled=stopped)

    assert [*outside.iterdir()] == []


def test_what_was_struck_out_erased_or_sealed_apart_stays(
    session: Session, small: Small, file: ExhibitFile, outside: Path
):
    with pytest.MonkeyPatch.context() as changed:
        exhibit = registry.EXHIBIT.find(session.read, file.exhibit_id)
        assert exhibit is not None
        secret = replace(exhibit, kind=ExhibitKind.SECRET_KEY_MATERIAL)
        changed.setattr(taking_out, "standing_exhibit", lambda *_: secret)
        with pytest.raises(SealedApartError):
            taking_out.take_out(session, file.id, outside / "copy.txt", SAID, second=None)
    erased = registered(session, small, number="E-2")
    gone = exhibit_files.add_file(
        session, erased.id, source=outside.parent / "ledger.txt", name="x", media_type="text/plain"
    )
    custody.record_custody_event(session, erased.id, act(CustodyAction.ERASED), second=ALONE)
    with pytest.raises(ErasedError):
        taking_out.take_out(session, gone.id, outside / "copy.txt", SAID, second=None)
    corrections.strike_out(session, "exhibit", exhibit.id, "Entered twice")
    with pytest.raises(StruckOutError):
        taking_out.take_out(session, file.id, outside / "copy.txt", SAID, second=None)


@pytest.mark.parametrize("kind", [BarKind.NO_DISCLOSURE, BarKind.CONSENT_NEEDED])
def test_a_bar_keeps_a_file_here_until_it_is_lifted(
    session: Session, file: ExhibitFile, outside: Path, kind: BarKind
):
    bar = leaving.bar_exhibit(session, file.exhibit_id, kind, "Asked for by Ruritania")

    with pytest.raises(FileBarredError):
        taking_out.take_out(session, file.id, outside / "copy.txt", SAID, second=ALONE)
    leaving.lift_bar(session, bar.id, "Ruritania agreed on 3 June")

    assert taking_out.take_out(session, file.id, outside / "copy.txt", SAID, second=None).approval_id is None


def test_abuse_material_goes_out_by_two_persons_alone(session: Session, file: ExhibitFile, outside: Path):
    assert not taking_out.takes_two(session, file.id)
    leaving.bar_exhibit(session, file.exhibit_id, BarKind.ABUSE_MATERIAL, "The unit told us")
    assert taking_out.takes_two(session, file.id)

    with pytest.raises(SecondPersonError):
        taking_out.take_out(session, file.id, outside / "copy.txt", SAID, second=None)
    assert [*outside.iterdir()] == []
    taken = taking_out.take_out(session, file.id, outside / "copy.txt", SAID, second=ALONE)

    assert actions(session)[-1] == VaultAction.BARRED_FILE_TAKEN_OUT
    assert dict(taking_out.receipt_of(session, taken).lines("en"))["Second person"] == ALONE.reason
    assert {"chain", "tables"} <= {each.code for each in health.check_vault(session).findings}


def test_what_was_barred_while_it_was_written_is_not_recorded(
    session: Session, file: ExhibitFile, outside: Path
):
    written = taking_out.begin_taking_out(session, file.id, outside / "copy.txt", SAID, second=None).written()
    leaving.bar_exhibit(session, file.exhibit_id, BarKind.ABUSE_MATERIAL, "The unit told us")

    with pytest.raises(SecondPersonError):
        taking_out.record_taken_out(session, written)

    assert [*outside.iterdir()] == []
    assert taking_out.list_taken_out(session, file.exhibit_id) == ()


def test_an_event_that_passes_a_bar_by_is_refused_and_found(
    session: Session, file: ExhibitFile, outside: Path
):
    """A colleague at a prompt, who calls no service of taking out."""
    taken = taking_out.take_out(session, file.id, outside / "copy.txt", SAID, second=None)
    leaving.bar_exhibit(session, file.exhibit_id, BarKind.ABUSE_MATERIAL, "The unit told us")

    def pass_by() -> None:
        with session.work() as work:
            work.save(replace(taken, id=RowId(work.new_id()), at=work.at))
            work.record(file.id, VaultAction.FILE_TAKEN_OUT, "Taken")

    with pytest.raises(ActExceededError):
        pass_by()

    assert "act-exceeded" not in told_of(session)  # what went out before the bar was no fault
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(unit_of_work, "fault_of_ground", lambda *_, **__: "")
        pass_by()
    assert "act-exceeded" in told_of(session)


def test_a_condition_of_use_keeps_a_file_here_until_somebody_agreed(
    session: Session, small: Small, file: ExhibitFile, outside: Path
):
    first = conditioned(session, small, exhibit_id=file.exhibit_id, kind=ConditionKind.NO_USE_AS_EVIDENCE)

    with pytest.raises(TransferRefusedError):
        taking_out.take_out(session, file.id, outside / "copy.txt", SAID, second=None)
    conditioned(
        session,
        small,
        exhibit_id=file.exhibit_id,
        number="C-2",
        kind=ConditionKind.PURPOSE_LIMIT,
        text="For this proceeding alone",
    )
    agreed = ((SAID.recipient, "Agreed on 3 June"),)
    corrections.correct(session, replace(first, consents=agreed), "They agreed")
    with pytest.raises(TransferRefusedError):
        taking_out.take_out(session, file.id, outside / "copy.txt", SAID, second=None)
    taken = taking_out.take_out(
        session,
        file.id,
        outside / "copy.txt",
        replace(SAID, within_limits="The same proceeding"),
        second=None,
    )

    lines = taking_out.receipt_of(session, taken).lines("en")
    assert ("Conditions of use", "For this proceeding alone") in lines


def test_a_sealed_identity_in_the_file_and_what_cannot_be_searched_need_a_reason(
    samples: Session, outside: Path
):
    files = {
        each.name: each
        for exhibit in registry.EXHIBIT.all(samples.read)
        for each in registry.EXHIBIT_FILE.where(samples.read, "exhibit_id", exhibit.id)
    }
    refused = {}
    for name, each in files.items():
        exhibit = registry.EXHIBIT.find(samples.read, each.exhibit_id)
        case = registry.CASE_FILE.find(samples.read, exhibit.case_id)
        said = replace(SAID, state=case.country)
        try:
            taking_out.take_out(samples, each.id, outside / each.id, said, second=None)
        except (IdentityInFileError, NotSearchedError) as error:
            refused[name] = error, said, each

    assert {type(error) for error, _, _ in refused.values()} == {IdentityInFileError, NotSearchedError}
    for error, said, each in refused.values():
        told = "identities_because" if isinstance(error, IdentityInFileError) else "unsearched_because"
        both = replace(said, identities_because="Heard there", unsearched_because="Looked at")
        with pytest.raises((IdentityInFileError, NotSearchedError)):
            taking_out.take_out(samples, each.id, outside / each.id, replace(both, **{told: ""}), second=None)
        assert (
            taking_out.take_out(samples, each.id, outside / each.id, both, second=None).sha256 == each.sha256
        )


def test_a_recorded_file_without_its_name_is_kept_and_told(
    session: Session, file: ExhibitFile, outside: Path, monkeypatch: pytest.MonkeyPatch
):
    def fails(*_: object) -> None:
        raise OSError(errno.EIO, "gone")

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(ChangeUncertainError):
        taking_out.take_out(session, file.id, outside / "copy.txt", SAID, second=None)
    monkeypatch.undo()

    (part,) = outside.iterdir()
    assert part.read_bytes() == CONTENT
    assert len(taking_out.list_taken_out(session, file.exhibit_id)) == 1
    with pytest.raises(AlreadyExistsError):
        taking_out.take_out(session, file.id, outside / "copy.txt", SAID, second=None)


def test_an_extract_for_others_tells_neither_the_path_nor_why_it_was_let_go(
    session: Session, file: ExhibitFile, outside: Path
):
    said = replace(SAID, identities_because="The expert knows her", unsearched_because="Looked at")
    taking_out.take_out(session, file.id, outside / "copy.txt", said, second=None)

    told = extract_of(session, [file.exhibit_id, file.id]).data

    assert VaultAction.FILE_TAKEN_OUT.encode() in told
    assert file.sha256.encode() in told
    for kept in (str(outside), said.identities_because, said.unsearched_because):
        assert kept.encode() not in told


def test_what_was_taken_out_stays_on_record(session: Session, file: ExhibitFile, outside: Path):
    taking_out.take_out(session, file.id, outside / "copy.txt", SAID, second=None)

    for change in ("UPDATE taken_out SET recipient = 'Nobody'", "DELETE FROM taken_out"):
        with by_hand(session) as connection, pytest.raises(Exception, match=r"custody-append-only|kept"):
            connection.execute(change)


def test_a_file_that_went_out_is_offered_for_the_log_by_its_digest_and_without_its_name(
    session: Session, small: Small, file: ExhibitFile, outside: Path
):
    taken = taking_out.take_out(session, file.id, outside / "out.txt", SAID, second=None)
    exhibit = registry.EXHIBIT.find(session.read, file.exhibit_id)
    assert exhibit is not None

    known = [sending_log.sending_of(session, small.case.id, named) for named in (taken.id, file.sha256)]

    assert {each.what for each in known} == {f"{exhibit.number}, SHA-256 {file.sha256}"}
    assert {each.instrument_id for each in known} == {None}
    with pytest.raises(NotFoundError):
        sending_log.sending_of(session, CaseId("another"), file.sha256)
