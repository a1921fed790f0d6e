"""A store says from which words its linguist made a version whose source changed since, and no other former
words.
"""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.assignments import Given, add_linguist, office_copy, office_with_job, open_store
from tests.support.offices import unlock
from tests.support.records import outcome
from tests.support.testimony import correction
from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.language_states import WorkState
from thb_desktop.errors import FormerWordsAlteredError
from thb_desktop.services.assignments import desk, giving
from thb_desktop.services.assignments.desk import AssignedJob
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import versions
from thb_desktop.services.testimony import formalities, read_back, segments
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


def turns_of(session: Session, given: Given) -> list[SegmentId]:
    return [each.id for each in registry.SEGMENT.where(session.read, "interview_id", given.interview.id)]


def opened(folder: Path, given: Given) -> AssignedJob:
    with closing(unlock(folder)) as session:
        assignment = giving.assign(session, given.job.id)
    with closing(open_store(folder, assignment)) as store:
        return desk.open_job(store)


def test_a_turn_that_was_changed_in_the_draft_is_told_as_it_was_rendered(folder: Path, given: Given):
    with closing(unlock(folder)) as session:
        first, second, third = turns_of(session, given)
        segments.set_source(session, first, "A wording before.")
        segments.set_source(session, first, "Do you understand me?")
        made = versions.write_version(session, given.job.id, first, "Me comprenez-vous ?")
        segments.set_source(session, first, "Do you follow?")
        segments.set_source(session, first, "Do you follow me?")
        versions.write_version(session, given.job.id, second, "Oui.")
        segments.set_source(session, third, "Nobody rendered the words before.")

    found = opened(folder, given)

    assert found.states[made.id] is WorkState.STALE
    assert found.former == {made.source_digest: "Do you understand me?"}


def test_words_before_a_correction_at_the_reading_back_are_told(folder: Path, given: Given):
    with closing(unlock(folder)) as session:
        _, second, _ = turns_of(session, given)
        made = versions.write_version(session, given.job.id, second, "Oui, j'ai compris.")
        first = correction(segment_id=second, before="Da", after="Nu")
        read_back.read_back(session, given.interview.id, outcome(), [first])

    assert opened(folder, given).former == {made.source_digest: "Da, am înțeles."}


def test_words_with_the_corrections_of_their_own_language_are_told(folder: Path, given: Given):
    with closing(unlock(folder)) as session:
        _, second, _ = turns_of(session, given)
        others = correction(segment_id=second, language="fr", before="rendu", after="dit")
        own = correction(segment_id=second, before="Da", after="Nu")
        read_back.read_back(session, given.interview.id, outcome(), [others, own])
        made = versions.write_version(session, given.job.id, second, "Non, j'ai compris.")
        later = correction(segment_id=second, before="am", after="nu am")
        formalities.add_formality(session, given.interview.id, later)

    assert opened(folder, given).former == {made.source_digest: "Da, am înțeles.\n[- Da] [+ Nu]"}


@pytest.mark.parametrize("is_struck", [False, True])
def test_words_with_a_correction_as_it_was_before_it_was_changed_or_struck_out_are_told(
    folder: Path, given: Given, is_struck: bool
):
    with closing(unlock(folder)) as session:
        _, second, _ = turns_of(session, given)
        first = correction(segment_id=second, before="Da", after="Nu")
        read_back.read_back(session, given.interview.id, outcome(), [first])
        made = versions.write_version(session, given.job.id, second, "Non, j'ai compris.")
        (kept,) = registry.READ_BACK_CORRECTION.where(session.read, "interview_id", given.interview.id)
        if is_struck:
            formalities.strike_formality(session, kept, "Not said")
        else:
            formalities.change_formality(session, replace(kept, after="Poate"))

    assert opened(folder, given).former == {made.source_digest: "Da, am înțeles.\n[- Da] [+ Nu]"}


def test_where_every_version_is_of_the_present_source_nothing_is_told(folder: Path, given: Given):
    with closing(unlock(folder)) as session:
        first, second, _ = turns_of(session, given)
        segments.set_source(session, first, "A wording before.")
        versions.write_version(session, given.job.id, first, "Une version")
        struck = versions.write_version(session, given.job.id, second, "Oui.")
        segments.strike_segment(session, second, "Said twice")

    assert struck.source_digest not in opened(folder, given).former == {}


def test_words_that_were_taken_out_of_a_record_do_not_travel_to_another_linguist(folder: Path, given: Given):
    words = "otter canyon velvet nickel harbor"
    with closing(unlock(folder)) as session:
        first, _, _ = turns_of(session, given)
        segments.set_source(session, first, "Zinaida came.")
        made = versions.write_version(session, given.job.id, first, "Elle est venue.")
        segments.set_source(session, first, "She came.")
        other = add_linguist(session, given.small, "Wim Nalezer-Exemple", words)
        assignment = giving.assign(session, given.job.id, interpreter_id=other.id)

    with closing(open_store(folder, assignment, words)) as store:
        found = desk.open_job(store)

    assert found.states[made.id] is WorkState.STALE
    assert found.former == {}


@pytest.mark.parametrize("is_changed", [False, True])
def test_former_words_that_do_not_have_their_digest_are_refused_when_a_store_is_opened(
    folder: Path, given: Given, is_changed: bool
):
    with closing(unlock(folder)) as session:
        first, _, _ = turns_of(session, given)
        made = versions.write_version(session, given.job.id, first, "Me comprenez-vous ?")
        segments.set_source(session, first, "Do you follow?")
        assignment = giving.assign(session, given.job.id)

    with closing(open_store(folder, assignment)) as store:
        ((digest, words),) = store.office_record.former_sources
        told = ((digest, f"{words} Surely?" if is_changed else words),)
        store.office_record = replace(store.office_record, former_sources=told)
        if is_changed:
            with pytest.raises(FormerWordsAlteredError):
                desk.open_job(store)
        else:
            assert desk.open_job(store).former == {made.source_digest: words}
