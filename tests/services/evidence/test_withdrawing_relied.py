"""The only file of a scan or an order on which an entry relies, and a recording that an interpreter has."""

from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest

from tests.services.bundling.test_signing_copies import read, scan
from tests.services.evidence.test_confirmations import RECEIVER, on_paper, sent, shown
from tests.support.assignments import office_with_job
from tests.support.instruments import instrument
from tests.support.offices import Small, registered, unlock
from tests.support.recorded import recorded_exhibit, recording
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.errors import FileGivenAlongError, LastFileReliedOnError
from thb_desktop.services.assignments import giving
from thb_desktop.services.bundling import signing_copies
from thb_desktop.services.casework import corrections
from thb_desktop.services.cooperation import cooperation
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import confirmations, exhibit_files
from thb_desktop.services.evidence.withdrawing import withdraw_file
from thb_desktop.vault.tables import registry

WHY = "It belongs to another case"


def added(session: Session, kept: Exhibit, name: str) -> ExhibitFile:
    return exhibit_files.add_file(
        session, kept.id, source=BytesIO(name.encode()), name=name, media_type="application/pdf"
    )


def only_file(session: Session, kept: Exhibit) -> ExhibitFile:
    (file,) = registry.EXHIBIT_FILE.where(session.read, "exhibit_id", kept.id)
    return file


def refused(session: Session, file: ExhibitFile) -> str:
    with pytest.raises(LastFileReliedOnError) as told:
        withdraw_file(session, file.id, WHY)
    assert told.value.code == "last-file-relied-on"
    return told.value.named["numbers"]


def test_the_only_file_of_a_signed_paper_stays_until_another_one_is_named(session: Session, small: Small):
    paper, right = scan(session, small), scan(session, small, number="E-91")
    copy = signing_copies.make_signing_copy(session, read(session, small, number="I-7").id).copy
    signing_copies.register_signed_paper(session, copy.id, paper.id)
    file = only_file(session, paper)

    assert refused(session, file) == "I-7"

    signing_copies.register_signed_paper(session, copy.id, right.id)
    assert withdraw_file(session, file.id, WHY).struck == WHY


def test_the_only_file_of_a_form_that_a_party_signed_stays_while_its_confirmation_counts(
    session: Session, small: Small
):
    events = sent(session, small)
    _, ids, digest = shown(session, events)
    paper = on_paper(session, small, digest)
    given = confirmations.confirm_on_paper(session, ids, RECEIVER, paper)
    (file,) = registry.EXHIBIT_FILE.where(session.read, "exhibit_id", paper.scan_id)

    assert refused(session, file) == "E-1, E-2"

    confirmations.withdraw_confirmation(session, given[0].id, "The form of another transfer")
    assert withdraw_file(session, file.id, WHY).struck == WHY


def test_the_only_file_of_an_order_stays_while_another_one_does_not_take_its_place(
    session: Session, small: Small
):
    kept = registered(session, small, number="E-5")
    wrong = added(session, kept, "wrong.pdf")
    cooperation.register_instrument(session, instrument(small, number="EIO-9", order_exhibit_id=kept.id))

    assert refused(session, wrong) == "EIO-9"

    right = added(session, kept, "right.pdf")
    assert withdraw_file(session, wrong.id, WHY).struck == WHY
    assert refused(session, right) == "EIO-9"
    (order,) = cooperation.list_instruments(session, small.case.id)
    corrections.strike_out(session, "instrument", order.id, "Entered twice")
    assert withdraw_file(session, right.id, WHY).struck == WHY


def test_a_recording_stays_while_open_work_may_have_it(tmp_path: Path):
    vault = tmp_path / "recorded.thbvault"
    given = office_with_job(vault)
    with closing(unlock(vault)) as session:
        kept = recorded_exhibit(session, given.interview.id, "E-90", [("Ioana.wav", b"RIFF" * 99)])
        recording(session, given.interview.id, kept)
        assignment = giving.assign(session, given.job.id, with_recording=True)
        file = only_file(session, kept)

        with pytest.raises(FileGivenAlongError) as told:
            withdraw_file(session, file.id, WHY)

        assert (told.value.code, told.value.named) == (
            "file-given-along",
            {"numbers": given.interview.number},
        )
        giving.close_assignment(session, assignment.id, reason="A wrong recording went along", keep=False)
        assert withdraw_file(session, file.id, WHY).struck == WHY
        again = giving.assign(session, given.job.id, with_recording=True)
        assert not again.is_closed
