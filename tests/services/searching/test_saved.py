"""Searches that a user keeps: saved, renamed and removed, and seen by their user alone."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.support.offices import NEXT_DAY, Small, by_hand, unlock
from thb_desktop import errors
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.searching import SearchFilter, SearchKind
from thb_desktop.services.core.session import Session
from thb_desktop.services.searching import saved
from thb_desktop.services.searching.search import search
from thb_desktop.vault.tables import chain


def test_a_search_is_kept_with_its_filter_outside_the_event_chain(folder: Path, small: Small):
    chosen = SearchFilter(
        case_id=small.case.id,
        kinds=(SearchKind.EXHIBIT, SearchKind.CUSTODY),
        person_id=small.person.id,
        language="ro",
        since=date(2026, 1, 1),
        calling_code="40",
    )
    with closing(unlock(folder)) as session:
        size = chain.size_of(session.read)
        kept = saved.save(session, " Red  car ", 'car "red coat"', chosen)
        assert chain.size_of(session.read) == size

    with closing(unlock(folder, start=NEXT_DAY)) as session:
        assert saved.list_saved(session) == (kept,)
        assert (kept.name, kept.chosen) == ("Red car", chosen)


def test_a_kept_search_is_renamed_and_removed(session: Session):
    one, two = (saved.save(session, name, "car", SearchFilter()) for name in ("One", "Two"))

    renamed = saved.rename(session, one.id, "Three")
    saved.remove(session, two.id)

    assert saved.list_saved(session) == (renamed,)
    assert renamed.name == "Three"


def test_what_cannot_be_kept_is_refused(session: Session):
    kept = saved.save(session, "One", "car", SearchFilter())
    saved.save(session, "Two", "car", SearchFilter())

    with pytest.raises(errors.AlreadyExistsError):
        saved.save(session, "One", "bus", SearchFilter())
    with pytest.raises(errors.AlreadyExistsError):
        saved.rename(session, kept.id, "Two")
    with pytest.raises(errors.FieldMissingError):
        saved.rename(session, kept.id, " ")
    with pytest.raises(errors.SearchEmptyError):
        saved.save(session, "Three", "!", SearchFilter())
    with pytest.raises(errors.NotFoundError):
        saved.remove(session, RowId("00000000-0000-7000-8000-000000000000"))
    assert [each.name for each in saved.list_saved(session)] == ["One", "Two"]


def test_a_kept_search_whose_filter_was_altered_is_told_and_can_be_removed(session: Session):
    """No chain covers it: whoever has the database's key can write into it."""
    saved.save(session, "One", "car", SearchFilter(language="ro"))
    for altered in ('{"kinds": ["SEALED"]}', '{"unknown": 1}', "[]", '"text"', "7"):
        with by_hand(session) as connection:
            connection.execute("UPDATE saved_search SET chosen = ?", (altered,))

        (kept,) = saved.list_saved(session)

        assert (kept.is_readable, kept.chosen) == (False, SearchFilter())
    saved.remove(session, kept.id)
    assert saved.list_saved(session) == ()


def test_a_kept_search_that_was_put_into_the_list_of_another_user_gives_them_no_right(
    session: Session, small: Small
):
    """What somebody writes there is what is typed into a box, and is searched with the rights of its user."""
    kept = saved.save(session, "One", "car", SearchFilter(case_id=small.case.id))

    assert kept.case == small.case.reference
    with by_hand(session) as connection:
        connection.execute("UPDATE saved_search SET words = ?", ("!",))
    (kept,) = saved.list_saved(session)
    with pytest.raises(errors.SearchEmptyError):
        search(session, kept.words, kept.chosen)
