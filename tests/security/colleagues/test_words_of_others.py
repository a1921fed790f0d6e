"""Words of others: a colleague types words in another's name, or takes a linguist's signatures away."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.security.colleagues.conftest import hired
from tests.security.colleagues.test_what_acts_are_about import both_name
from tests.support.colleagues import attacked, rows, told, user_of
from tests.support.language_jobs import desk
from tests.support.offices import LATER, NEXT_DAY, new_office, small_case, unlock
from tests.support.own_program import OwnProgram
from tests.support.second_person import ALONE
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.corrections import Correction
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.segment import Rendering
from thb_desktop.domain.vocabulary import InterviewState, RenderingKind, UserRole
from thb_desktop.services.testimony import renderings
from thb_desktop.vault.tables import registry

CLERK, PROSECUTOR = UserRole.CLERK, UserRole.PROSECUTOR
AFTER = NEXT_DAY + timedelta(hours=2)
WORDS = "Comprenez-vous ?"


def rendered(folder: Path) -> str:
    """Let the judge render a turn of the draft; return its id."""
    with closing(unlock(folder, start=NEXT_DAY)) as session:
        drafts = registry.INTERVIEW.where(session.read, "state", InterviewState.DRAFT)
        turns = (
            turn for each in drafts for turn in registry.SEGMENT.where(session.read, "interview_id", each.id)
        )
        turn = next(turns)
        made = renderings.set_rendering_text(
            session, turn.id, language="fr", kind=RenderingKind.RENDITION, text=WORDS, author_id=None
        )
        return made.id


def in_the_name_of_the_prosecutor(program: OwnProgram, was: Rendering) -> Rendering:
    other = user_of(program.session, PROSECUTOR).id
    return replace(was, text="Other words", typed_by=other, typed_at=program.next_time())


def under_the_former_name(_: OwnProgram, was: Rendering) -> Rendering:
    return replace(was, text="Other words")


def under_a_former_time(program: OwnProgram, was: Rendering) -> Rendering:
    return replace(was, text="Other words", typed_by=program.session.user.id)


@pytest.mark.requirement("SR-15", "SR-19")
@pytest.mark.parametrize(
    ("change", "key"),
    [
        (in_the_name_of_the_prosecutor, "act-exceeded.author"),
        (under_the_former_name, "act-exceeded.author"),
        (under_a_former_time, "act-exceeded.time"),
    ],
)
def test_other_words_in_the_name_or_at_the_time_of_another_are_named(
    office_copy: Path, change: Callable[[OwnProgram, Rendering], Rendering], key: str
):
    rendering = rendered(office_copy)
    entries = set[int]()

    def write(program: OwnProgram) -> None:
        was = registry.RENDERING.find(program.session.read, rendering)
        assert was is not None
        turn = registry.SEGMENT.find(program.session.read, was.segment_id)
        assert turn is not None
        program.say(VaultAction.RENDERING_SET, turn.interview_id, change(program, was))
        entries.add(program.session.journal.size)

    attacked(office_copy, CLERK, write, start=AFTER)

    assert both_name(office_copy, key) == (entries, entries)


@pytest.fixture
def with_signatures(tmp_path: Path) -> Path:
    """An office in which a linguist signed their work."""
    folder = tmp_path / "office.thbvault"
    new_office(folder)
    with closing(unlock(folder, start=LATER, heads=tmp_path / "heads")) as session:
        with desk(session, small_case(session)) as at:
            at.write("Do you understand?")
        hired(session, CLERK, ALONE)
    return folder


@pytest.mark.requirement("SR-15", "SR-19")
def test_who_names_another_user_for_a_linguist_who_signed_is_named_and_takes_no_signature_away(
    with_signatures: Path,
):
    entries = set[int]()

    def write(program: OwnProgram) -> None:
        signed = rows(program, registry.VERSION_SIGNATURE)[0].interpreter_id
        linguists = [each for each in rows(program, registry.INTERPRETER) if each.user_id]
        one = next(each for each in linguists if each.id == signed)
        other = next(each for each in linguists if each.id != signed)
        row = Correction(
            id=RowId(program.session.new_id(program.next_time())),
            case_id=one.case_id,
            entity="interpreter",
            subject_id=one.id,
            field="user_id",
            before=one.user_id,
            after=other.user_id,
            reason="Typing error",
            at=program.next_time(),
            by=program.session.user.id,
        )
        row = replace(row, at=program.next_time())
        program.say(VaultAction.ENTRY_CORRECTED, one.case_id, replace(one, user_id=other.user_id), row)
        entries.add(program.session.journal.size)

    attacked(with_signatures, CLERK, write, start=AFTER)

    assert both_name(with_signatures, "act-exceeded.field") == (entries, entries)
    assert told(with_signatures) == ({"act-exceeded.field"}, {"act-exceeded.field"})
