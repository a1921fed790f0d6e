"""Giving: the store of an assignment is made, opened by its interpreter alone, and closed."""

import io
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.assignments import (
    GIVEN_THEN,
    LINGUIST_PASSPHRASE,
    SOURCES,
    Given,
    add_linguist,
    assigned,
    office_copy,
    office_with_job,
    open_store,
)
from tests.support.offices import environment, held_interview, registered, unlock
from tests.support.recorded import recorded_exhibit, recording, tones
from tests.support.records import outcome, turn
from tests.support.second_person import ALONE
from tests.support.testimony import START, correction
from tests.support.vaults import PASSPHRASE, passphrase
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.consultation import Consulted
from thb_desktop.errors import (
    AssignedAlreadyError,
    AssigneeError,
    AssigneeWithoutWayError,
    AssignmentClosedError,
    LeavingBarredError,
    NoAssignmentError,
    NotAllowedError,
    ReasonMissingError,
    VaultInUseError,
    WrongAssigneePassphraseError,
    WrongPassphraseError,
)
from thb_desktop.findings import Standing, verdict
from thb_desktop.services.assignments import desk, giving
from thb_desktop.services.assignments.returning import review_return
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files, leaving
from thb_desktop.services.keeping import health
from thb_desktop.services.office import consultations, users
from thb_desktop.services.office.vaults import unlock_vault
from thb_desktop.services.testimony import interviews, read_back, recordings
from thb_desktop.vault.assigned import place_beside, places_beside, stores_beside
from thb_desktop.vault.tables import keys as rows
from thb_desktop.vault.tables import registry


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Given]:
    folder = tmp_path_factory.mktemp("office") / "office.thbvault"
    return folder, office_with_job(folder)


@pytest.fixture
def folder(template: tuple[Path, Given], tmp_path: Path) -> Path:
    return office_copy(template[0], tmp_path / "office.thbvault")


@pytest.fixture
def given(template: tuple[Path, Given]) -> Given:
    return template[1]


def test_an_interpreter_opens_the_store_while_the_vault_is_closed(folder: Path, given: Given):
    assignment = assigned(folder, given)

    with closing(open_store(folder, assignment)) as session:
        found = desk.open_job(session)

        assert verdict(session.opening.findings) is not Standing.BROKEN
        assert session.opening.is_sound
        assert [full.segment.source_text for full in found.segments] == list(SOURCES)
        assert [full.side("fr").text for full in found.segments][1:] == [
            f"{GIVEN_THEN} {number}" for number in (1, 2)
        ]
        assert found.interpreter.name == given.linguist.name
        assert found.is_linguist


def test_who_asks_whose_work_lies_in_a_store_looked_at_its_case(folder: Path, given: Given):
    assignment = assigned(folder, given)

    with closing(unlock(folder)) as session:
        nobody = giving.find_at(session, "0" * 32)
        before = consultations.list_consultations(session, subject=assignment.case_id)
        found = giving.find_at(session, assignment.place)
        logged = consultations.list_consultations(session, subject=assignment.case_id)

    assert nobody is None
    assert found is not None
    assert found.assignment.id == assignment.id
    assert [each.kind for each in before] == []
    assert [each.kind for each in logged] == [Consulted.CASE]


def test_the_vault_is_sound_after_an_assignment(folder: Path, given: Given):
    assigned(folder, given)

    with closing(unlock(folder)) as session:
        report = health.check_vault(session)

        assert [each.key for each in report.findings if each.standing is Standing.BROKEN] == []


def test_no_other_passphrase_opens_the_store(folder: Path, given: Given):
    assignment = assigned(folder, given)

    with pytest.raises(WrongAssigneePassphraseError):
        open_store(folder, assignment, PASSPHRASE)
    with pytest.raises(WrongPassphraseError):
        unlock_vault(
            place_beside(folder, assignment.place).layout.folder,
            passphrase=passphrase(LINGUIST_PASSPHRASE),
            environment=environment(),
        )


def test_one_process_works_in_a_store_at_a_time(folder: Path, given: Given):
    assignment = assigned(folder, given)

    with closing(open_store(folder, assignment)), pytest.raises(VaultInUseError):
        open_store(folder, assignment)


def test_a_job_is_assigned_to_one_interpreter_once(folder: Path, given: Given):
    assigned(folder, given)

    with closing(unlock(folder)) as session, pytest.raises(AssignedAlreadyError):
        giving.assign(session, given.job.id)


def test_work_is_assigned_to_no_one_but_an_active_interpreter(folder: Path, given: Given):
    with closing(unlock(folder)) as session:
        with pytest.raises(AssigneeError):
            giving.assign(session, given.job.id, interpreter_id=given.small.interpreter.id)

        assert places_beside(folder) == ()


def test_an_interpreter_from_before_gets_their_way_when_they_next_sign(folder: Path, given: Given):
    user_id = given.linguist.user_id
    assert user_id is not None
    with closing(unlock(folder)) as session:
        with session.drafting() as connection:
            connection.execute("DELETE FROM user_way")
        with pytest.raises(AssigneeWithoutWayError):
            giving.assign(session, given.job.id)

        users.signer_of(session, user_id, passphrase(LINGUIST_PASSPHRASE))
        assignment = giving.assign(session, given.job.id)

    open_store(folder, assignment).close()


def test_closing_needs_a_reason_and_happens_once(folder: Path, given: Given):
    assignment = assigned(folder, given)
    with closing(unlock(folder)) as session:
        with pytest.raises(ReasonMissingError):
            giving.close_assignment(session, assignment.id, reason=" ", keep=False)
        giving.close_assignment(session, assignment.id, reason="done", keep=False)

        with pytest.raises(AssignmentClosedError):
            giving.close_assignment(session, assignment.id, reason="done", keep=False)


def test_a_store_that_is_not_kept_is_destroyed_with_its_key(folder: Path, given: Given):
    assignment = assigned(folder, given)
    with closing(unlock(folder)) as session:
        giving.close_assignment(session, assignment.id, reason="done", keep=False)

        assert rows.find_store_secret(session.read, assignment.id) is None
    assert places_beside(folder) == ()
    with pytest.raises(NoAssignmentError):
        open_store(folder, assignment)


def test_a_kept_store_no_longer_opens_for_the_interpreter(folder: Path, given: Given):
    assignment = assigned(folder, given)
    way = place_beside(folder, assignment.place).way
    before = way.read_bytes()
    with closing(unlock(folder)) as session:
        giving.close_assignment(session, assignment.id, reason="done", keep=True)

    with pytest.raises(NoAssignmentError):
        open_store(folder, assignment)
    way.write_bytes(before)
    with pytest.raises(WrongAssigneePassphraseError):
        open_store(folder, assignment)


def test_a_store_that_is_open_is_not_closed(folder: Path, given: Given):
    assignment = assigned(folder, given)
    with (
        closing(open_store(folder, assignment)),
        closing(unlock(folder)) as session,
        pytest.raises(VaultInUseError),
    ):
        giving.close_assignment(session, assignment.id, reason="done", keep=False)


def test_an_interrupted_assignment_is_put_in_its_place_at_the_next_unlock(folder: Path, given: Given):
    assignment = assigned(folder, given)
    place = place_beside(folder, assignment.place)
    place.folder.rename(place.beside.folder)

    unlock(folder).close()

    open_store(folder, assignment).close()


def test_a_store_that_no_event_records_is_destroyed_at_the_next_unlock(folder: Path, given: Given):
    stray = stores_beside(folder) / f".{'ab' * 16}.new"
    stray.mkdir(parents=True)
    (stray / "way").write_bytes(b"x")

    unlock(folder).close()

    assert not stray.exists()


def test_an_interrupted_closing_is_finished_at_the_next_unlock(folder: Path, given: Given):
    assignment = assigned(folder, given)
    place = place_beside(folder, assignment.place)
    kept = place.folder.with_name("kept")
    with closing(unlock(folder)) as session:
        place.folder.rename(kept)
        giving.close_assignment(session, assignment.id, reason="done", keep=False)
    kept.rename(place.folder)

    unlock(folder).close()

    assert not place.exists


def test_a_retired_interpreter_loses_the_way_to_their_store(folder: Path, given: Given):
    assignment = assigned(folder, given)
    assert given.linguist.user_id is not None
    with closing(unlock(folder)) as session:
        users.retire_user(
            session,
            given.linguist.user_id,
            reason="left",
            own_passphrase=passphrase(),
            second=ALONE,
        )

    with pytest.raises(NoAssignmentError):
        open_store(folder, assignment)


def test_the_recording_goes_along_under_another_name_and_key(folder: Path, given: Given):
    sound = b"RIFF" + bytes(range(256)) * 9
    with closing(unlock(folder)) as session:
        taken = registered(session, given.small, kind=v.ExhibitKind.AV_RECORDING)
        exhibit_files.add_file(
            session, taken.id, source=io.BytesIO(sound), name="Ioana.wav", media_type="audio/wav"
        )
        header = replace(given.interview, recording_made=True, recording_id=taken.id)
        assert giving.list_recorded(session, given.small.case.id) == frozenset()
        assert not giving.is_recorded(session, given.interview.id)
        interviews.set_header(session, header)
        assert giving.list_recorded(session, given.small.case.id) == {given.interview.id}
        assert giving.is_recorded(session, given.interview.id)
        assignment = giving.assign(session, given.job.id, with_recording=True)

    with closing(open_store(folder, assignment)) as session:
        (file,) = desk.open_job(session).recording
        opened = desk.open_recorded(session, file.id)
        with opened.reader as played:
            assert played.read_at(0, opened.size) == sound
        assert [each.file.id for each in desk.list_recorded(session)] == [file.id]
        assert file.name == "recording-1"
        assert session.opening.is_sound


def test_whether_one_record_has_a_recording_is_read_from_that_record_alone(folder: Path, given: Given):
    def statements(session: Session) -> int:
        asked: list[str] = []
        session.read.set_trace_callback(asked.append)
        assert not giving.is_recorded(session, given.interview.id)
        session.read.set_trace_callback(None)
        return len(asked)

    with closing(unlock(folder)) as session:
        before = statements(session)
        for number in ("I-51", "I-52", "I-53"):
            held_interview(session, given.small, number=number)

        assert statements(session) == before


def test_the_list_tells_who_works_on_what(folder: Path, given: Given):
    assignment = assigned(folder, given)

    with closing(unlock(folder)) as session:
        listed = giving.list_assignments(session, given.small.case.id)

        assert [(each.assignment, each.record, each.is_open) for each in listed] == [
            (assignment, given.interview.number, True)
        ]


def test_an_interpreter_assigns_nothing(folder: Path, given: Given):
    assignment = assigned(folder, given)

    with closing(open_store(folder, assignment)) as session, pytest.raises(NotAllowedError):
        giving.assign(session, given.job.id)


def test_a_second_linguist_gets_a_store_of_their_own(folder: Path, given: Given):
    with closing(unlock(folder)) as session:
        other = add_linguist(session, given.small, "Wim Nalezer-Exemple", "otter canyon velvet nickel harbor")
        assignment = giving.assign(session, given.job.id, interpreter_id=other.id)

    with closing(open_store(folder, assignment, "otter canyon velvet nickel harbor")) as session:
        assert not desk.open_job(session).is_linguist


@pytest.fixture(autouse=True)
def _nothing_left(tmp_path: Path) -> Iterator[None]:
    yield
    left = [path.name for path in tmp_path.rglob("*.new*")]
    assert left == []


def test_several_recordings_go_along_with_their_times_and_without_the_rest(folder: Path, given: Given):
    with closing(unlock(folder)) as session:
        of = given.interview.id
        master = recorded_exhibit(session, of, "E-90", [("zaal-1.wav", tones((220, 0.2)))])
        copy = recorded_exhibit(
            session, of, "E-91", [("a.wav", tones((220, 0.2))), ("b.wav", tones((440, 0.2)))]
        )
        later = recorded_exhibit(session, of, "E-92", [("c.wav", tones((880, 0.2)))])
        recording(session, of, master, copy=copy, started_at=START, continuous=True)
        recording(session, of, later, started_at=START + timedelta(minutes=20))
        played = recordings.list_recorded(session, of)
        assignment = giving.assign(session, given.job.id, with_recording=True)

    with closing(open_store(folder, assignment)) as session:
        found = desk.list_recorded(session)
        names = [each.name for each in found]
        assert names == [each.name for each in played] == ["E-91/1", "E-91/2", "E-92"]
        assert [each.file.sha256 for each in found] == [each.file.sha256 for each in played]
        assert [each.starts_at for each in found] == [START, None, START + timedelta(minutes=20)]
        assert [each.file.name for each in found] == ["recording-1", "recording-2", "recording-3"]
        assert {each.number for each in registry.EXHIBIT.all(session.read)} == {"E-91", "E-92"}
        assert session.opening.is_sound


def test_what_was_corrected_at_the_reading_back_goes_along_and_is_rendered(folder: Path, given: Given):
    """A turn whose original was not written down is in the job by its correction alone."""
    with closing(unlock(folder)) as session:
        silent = turn(session, given.interview, None)
        first = registry.SEGMENT.where(session.read, "interview_id", given.interview.id)[1]
        added = correction(segment_id=silent.id, before="", after="Sora mea e încă la el.", note="slow")
        replaced = correction(segment_id=first.id, before="Da", after="Nu")
        read_back.read_back(
            session,
            given.interview.id,
            outcome(),
            [added, replaced, correction(segment_id=first.id, language="fr", before=GIVEN_THEN, after="non")],
        )
        assignment = giving.assign(session, given.job.id)

    with closing(open_store(folder, assignment)) as store:
        found = desk.open_job(store)
        sources = found.turns.sources

        assert verdict(store.opening.findings) is not Standing.BROKEN
        assert sources[silent.id] == "[+ Sora mea e încă la el.]"
        assert sources[first.id] == "Da, am înțeles.\n[- Da] [+ Nu]"
        told = {full.segment.id: full.corrections for full in found.segments}
        assert [(each.language, each.after) for each in told[first.id]] == [("ro", "Nu"), ("fr", "non")]
        assert {each.requester + each.note for own in told.values() for each in own} == {""}
        version = desk.render(store, silent.id, "[+ Ma sœur est encore chez lui.]")
        desk.hand_back(store)

    with closing(unlock(folder)) as session:
        seen = review_return(session, assignment.id)
        assert seen.doubts == ()
        assert seen.versions == (version,)


def test_a_correction_makes_what_was_rendered_before_of_an_earlier_source(folder: Path, given: Given):
    assignment = assigned(folder, given)
    with closing(open_store(folder, assignment)) as store:
        turn_id = desk.open_job(store).segments[1].segment.id
        desk.render(store, turn_id, "Oui, j'ai compris.")
        desk.hand_back(store)

    with closing(unlock(folder)) as session:
        corrected = correction(segment_id=turn_id, before="Da", after="Nu")
        read_back.read_back(session, given.interview.id, outcome(), [corrected])

        (doubted,) = review_return(session, assignment.id).doubts

    assert (doubted.then, doubted.now) == ("Da, am înțeles.", "Da, am înțeles.\n[- Da] [+ Nu]")


@pytest.mark.parametrize("kind", [v.BarKind.ABUSE_MATERIAL, v.BarKind.CONSENT_NEEDED])
@pytest.mark.parametrize("travels", [False, True])
def test_a_recording_that_must_not_leave_goes_along_with_no_store_that_travels(
    folder: Path, given: Given, kind: v.BarKind, travels: bool
):
    """Abuse material goes along with no store, here neither."""
    with closing(unlock(folder)) as session:
        taken = registered(session, given.small, kind=v.ExhibitKind.AV_RECORDING)
        exhibit_files.add_file(
            session, taken.id, source=io.BytesIO(b"RIFF of words"), name="a.wav", media_type="audio/wav"
        )
        header = replace(given.interview, recording_made=True, recording_id=taken.id)
        interviews.set_header(session, header)
        leaving.bar_exhibit(session, taken.id, kind, "The unit told us")
        if kind is v.BarKind.ABUSE_MATERIAL or travels:
            with pytest.raises(LeavingBarredError) as refusal:
                giving.assign(session, given.job.id, with_recording=True, travels=travels)
            assert refusal.value.named == {"numbers": taken.number}
        else:
            assert giving.assign(session, given.job.id, with_recording=True, travels=travels)
