"""ERASED erases: content and keys are destroyed, the event and every proof stay, and copies are named."""

import os
from io import BytesIO
from pathlib import Path

import pytest

from tests.support.offices import BEGIN, NEXT_DAY, Small, exhibit, unlock
from tests.support.second_person import ALONE
from tests.support.vaults import passphrase
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.findings import Standing
from thb_desktop.ledger.counters import verify_counter
from thb_desktop.services.casework import drafts
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, exhibit_files, exhibits, readings
from thb_desktop.services.evidence.custody_acts import Act
from thb_desktop.services.keeping import backups, health, restoring
from thb_desktop.vault import content
from thb_desktop.vault.places import ObjectPlaces
from thb_desktop.vault.rebuild import rebuild
from thb_desktop.vault.tables import chain

BYTES = os.urandom(70_000)


def act(action: v.CustodyAction) -> Act:
    return Act(
        action=action,
        occurred_at=BEGIN,
        actor="Registry",
        reason="Order of 1 June 2026",
        late_entry_reason="Paper file",
        document="Order of 1 June 2026" if action is v.CustodyAction.ERASED else "",
    )


@pytest.fixture
def kept(session: Session, small: Small) -> Exhibit:
    return exhibits.register_exhibit(session, exhibit(small), act(v.CustodyAction.SEIZED))


@pytest.fixture
def file(session: Session, kept: Exhibit) -> ExhibitFile:
    return exhibit_files.add_file(
        session, kept.id, source=BytesIO(BYTES), name="image.bin", media_type="application/octet-stream"
    )


def path_of(session: Session, file: ExhibitFile, folder: Path | None = None) -> Path:
    """Where it lies in the vault, or in another folder with its content."""
    content = folder / "content" if folder else session.vault.layout.content
    return ObjectPlaces(folder=content, key=session.vault.content.key).of(file.object_id)


def erase(session: Session, kept: Exhibit) -> CustodyEvent:
    return custody.record_custody_event(session, kept.id, act(v.CustodyAction.ERASED), second=ALONE)


def codes(session: Session, standing: Standing) -> set[str]:
    found = health.check_vault(session).findings
    return {finding.code for finding in found if finding.standing is standing}


def test_the_content_is_overwritten_and_gone_and_the_event_stays(
    session: Session, kept: Exhibit, file: ExhibitFile, tmp_path: Path
):
    path = path_of(session, file)
    before = path.read_bytes()
    os.link(path, tmp_path / "seen by another name")

    event = erase(session, kept)

    left = (tmp_path / "seen by another name").read_bytes()
    assert not path.exists()
    assert len(left) == len(before)
    assert all(left[at : at + 64] not in before for at in range(0, len(left), 4096))
    assert custody.list_events(session, kept.id)[-1] == event
    assert event.action is v.CustodyAction.ERASED
    for refused in (
        lambda: exhibit_files.open_file(session, file.id),
        lambda: readings.begin_check(session, file.id),
    ):
        with pytest.raises(errors.ErasedError):
            refused()


def test_every_proof_still_holds_and_what_is_erased_is_no_damage(
    session: Session, kept: Exhibit, file: ExhibitFile
):
    digest = exhibits.get_exhibit(session, kept.id).files[0].sha256

    erase(session, kept)

    proof = session.journal.counters.prove(kept.id)
    verify_counter(proof, subjects=session.journal.counters.size, root=session.journal.counters.root)
    assert exhibits.get_exhibit(session, kept.id).files[0].sha256 == digest
    assert codes(session, Standing.BROKEN) == set()
    assert "content-erased" in codes(session, Standing.HOLDS)
    assert rebuild(session.read).differing == ()
    payloads = b"".join(opening.payload for opening in chain.openings(session.read) if opening)
    assert BYTES[:32] not in payloads


def test_after_it_the_exhibit_takes_only_a_correction(session: Session, kept: Exhibit, file: ExhibitFile):
    event = erase(session, kept)

    with pytest.raises(errors.ExhibitDisposedError):
        custody.record_custody_event(session, kept.id, act(v.CustodyAction.STORED))
    with pytest.raises(errors.ExhibitDisposedError):
        exhibit_files.add_file(session, kept.id, source=BytesIO(b"x"), name="b.bin", media_type="a/b")
    corrected = custody.record_custody_event(
        session,
        kept.id,
        Act(
            action=v.CustodyAction.CORRECTION,
            occurred_at=BEGIN,
            actor="Registry",
            reason="Misread",
            late_entry_reason="Paper file",
            corrects=event.id,
            wrong_value="1 June",
            right_value="2 June",
        ),
    )
    assert corrected.number == 3


@pytest.mark.parametrize("cut", ["before it begins", "half way", "before the name goes"])
def test_an_erasure_that_is_cut_short_is_finished_at_the_next_unlock(
    folder: Path, small: Small, monkeypatch: pytest.MonkeyPatch, cut: str
):
    session = unlock(folder)
    kept = exhibits.register_exhibit(session, exhibit(small), act(v.CustodyAction.SEIZED))
    file = exhibit_files.add_file(session, kept.id, source=BytesIO(BYTES), name="a.bin", media_type="a/b")
    path = path_of(session, file)

    class PowerCut(BaseException):
        pass

    def die(target: Path, fill: object) -> None:
        if cut == "half way":
            target.write_bytes(bytes(1000) + target.read_bytes()[1000:])
        if cut == "before the name goes":
            target.write_bytes(bytes(target.stat().st_size))
        raise PowerCut

    with monkeypatch.context() as patched:
        patched.setattr(content, "overwrite_file", die)
        with pytest.raises(PowerCut):
            erase(session, kept)
        assert path.exists()
        assert custody.list_events(session, kept.id)[-1].action is v.CustodyAction.ERASED
        assert "erasure-due" in codes(session, Standing.BROKEN)
        session.close()

    again = unlock(folder, start=NEXT_DAY)
    assert not path.exists()
    assert codes(again, Standing.BROKEN) == set()
    again.close()


def test_a_medium_that_keeps_the_content_is_told_and_the_event_stays(
    session: Session, kept: Exhibit, file: ExhibitFile, monkeypatch: pytest.MonkeyPatch
):
    def refused(*_: object) -> None:
        raise OSError(5, "input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(content, "overwrite_file", refused)
        with pytest.raises(errors.ErasureDueError):
            erase(session, kept)

    assert path_of(session, file).exists()
    assert custody.list_events(session, kept.id)[-1].action is v.CustodyAction.ERASED
    with pytest.raises(errors.ErasedError):
        exhibit_files.open_file(session, file.id)


def test_where_the_event_cannot_be_kept_nothing_is_erased(
    session: Session, kept: Exhibit, file: ExhibitFile, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr(session.journal, "sign_head", full)

    with pytest.raises(OSError, match="no space"):
        erase(session, kept)

    assert path_of(session, file).exists()


def test_backups_that_hold_a_copy_are_named_and_the_next_one_holds_none(
    session: Session, kept: Exhibit, file: ExhibitFile, tmp_path: Path
):
    stick = tmp_path / "stick"
    backups.make_backup(session, stick, label="Stick 3")

    event = erase(session, kept)

    assert [name.startswith("Stick 3 20") for name in event.copies] == [True]
    assert path_of(session, file, stick).exists()
    after = backups.make_backup(session, stick, label="Stick 3")
    assert {found.standing for found in after.findings} <= {Standing.HOLDS, Standing.UNKNOWN}
    assert not path_of(session, file, stick).exists()
    assert custody.list_events(session, kept.id)[-1].copies == event.copies


def test_a_backup_made_afterwards_is_restored_without_the_content_and_without_a_fault(
    session: Session, kept: Exhibit, file: ExhibitFile, tmp_path: Path
):
    stick, target = tmp_path / "stick", tmp_path / "again.thbvault"
    erase(session, kept)
    backups.make_backup(session, stick)

    restored = restoring.restore_vault(
        stick, target, passphrase=passphrase(), environment=session.environment, reason="Lost"
    )

    restored.session.close()
    assert not path_of(session, file, target).exists()
    assert Standing.BROKEN not in {found.standing for found in restored.findings}


def test_what_was_typed_about_it_and_not_saved_goes_too(session: Session, kept: Exhibit, file: ExhibitFile):
    drafts.save_form(session, "custody-event", kept.id, {"note": "about it"})
    drafts.save_form(session, "check-file", file.id, {"reason": "about it"})

    erase(session, kept)

    assert drafts.list_forms(session) == ()


def test_a_backup_that_was_stopped_may_hold_a_copy_and_is_named(
    session: Session, kept: Exhibit, file: ExhibitFile, tmp_path: Path
):
    backups.begin_backup(session, tmp_path / "stick", label="Stick 3").bring()

    event = erase(session, kept)

    assert path_of(session, file, tmp_path / "stick").is_file()
    (named,) = event.copies
    assert named.startswith("Stick 3 20")
    assert named.endswith(", not finished")


def test_a_backup_under_way_is_named_and_its_end_removes_the_copy(
    session: Session, kept: Exhibit, file: ExhibitFile, tmp_path: Path
):
    stick = tmp_path / "stick"
    backup = backups.begin_backup(session, stick, label="Stick 3")
    backup.bring()

    event = erase(session, kept)
    first = backups.end_backup(session, backup, label="Stick 3")
    backup.bring()
    last = backups.end_backup(session, backup, label="Stick 3")

    assert len(event.copies) == 1
    assert first is None
    assert last is not None
    assert not path_of(session, file, stick).exists()


def test_the_order_of_the_chain_decides_which_backup_may_hold_a_copy_not_a_clock(
    session: Session, kept: Exhibit, tmp_path: Path
):
    backups.make_backup(session, tmp_path / "before", label="Before")
    exhibit_files.add_file(session, kept.id, source=BytesIO(BYTES), name="a.bin", media_type="a/b")
    backups.make_backup(session, tmp_path / "after", label="After")

    event = erase(session, kept)

    assert [named.partition(" 20")[0] for named in event.copies] == ["After"]
