"""A colleague has the database's key, and with it every row of a draft: nobody types in another's name."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.offices import NEXT_DAY, Small, changed, copy_of, held_interview, unlock
from thb_desktop.domain.ids import InterviewId, SegmentId
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import records, segment_drafts

TYPED = "He threatened me with a knife."


@pytest.fixture
def folder(small_office: tuple[Path, Small], tmp_path: Path) -> Path:
    return copy_of(small_office[0], tmp_path / "office.thbvault")


@pytest.fixture
def typed(small_office: tuple[Path, Small], folder: Path) -> tuple[InterviewId, SegmentId]:
    """A record with one turn, and a draft on it in two languages."""
    with closing(unlock(folder)) as session:
        interview = held_interview(session, small_office[1])
        turn = records.get_interview(session, interview.id).segments[0].segment
        for language in ("fr", "ro"):
            segment_drafts.save_draft(session, turn.id, language, f"{TYPED} {language}")
    return interview.id, turn.id


@pytest.fixture
def again(folder: Path) -> Iterator[Session]:
    """Not unlocked before a test asks for it."""
    with closing(unlock(folder, start=NEXT_DAY)) as session:
        yield session


def languages(session: Session, interview_id: InterviewId) -> list[str]:
    return sorted(each.language for each in segment_drafts.drafts_of(session, interview_id))


def test_a_draft_opens_with_its_users_key_after_the_next_unlock(
    typed: tuple[InterviewId, SegmentId], again: Session
):
    found = segment_drafts.drafts_of(again, typed[0])

    assert sorted(each.text for each in found) == [f"{TYPED} fr", f"{TYPED} ro"]
    assert segment_drafts.drop_unopened(again, typed[0]) == 0
    assert len(segment_drafts.drafts_of(again, typed[0])) == 2


def test_what_is_typed_does_not_lie_in_the_database_in_clear(
    typed: tuple[InterviewId, SegmentId], again: Session
):
    rows = [str(row[0]) for row in again.read.execute("SELECT text FROM draft")]

    assert len(rows) == 2
    assert not any("knife" in row for row in rows)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE draft SET text = 'I went with him freely.' WHERE language = 'fr'",
        "UPDATE draft SET text = '' WHERE language = 'fr'",
        "UPDATE draft SET text = 'é' WHERE language = 'fr'",
        "UPDATE draft SET text = (SELECT text FROM draft WHERE language = 'ro') WHERE language = 'fr'",
        "UPDATE draft SET language = 'en' WHERE language = 'fr'",
        "UPDATE draft SET saved_at = 'yesterday' WHERE language = 'fr'",
    ],
)
def test_a_draft_that_somebody_else_wrote_or_moved_is_never_shown_and_it_is_told_once(
    folder: Path,
    typed: tuple[InterviewId, SegmentId],
    request: pytest.FixtureRequest,
    statement: str,
):
    changed(folder, lambda connection: connection.execute(statement))
    again: Session = request.getfixturevalue("again")

    shown = languages(again, typed[0])
    told = segment_drafts.drop_unopened(again, typed[0])

    assert (shown, told) == (["ro"], 1)
    assert segment_drafts.drop_unopened(again, typed[0]) == 0
    assert languages(again, typed[0]) == ["ro"]
    assert again.opening.is_sound


def test_a_draft_of_another_user_under_ones_own_name_does_not_open(
    folder: Path, typed: tuple[InterviewId, SegmentId]
):
    with closing(unlock(folder, start=NEXT_DAY)) as session:
        session.vault.user_key[:] = bytes(len(session.vault.user_key))
        found = segment_drafts.drafts_of(session, typed[0])

    assert found == ()
