"""Searches that a user keeps: saved, renamed and removed, and seen by their user alone."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.support.offices import NEXT_DAY, Small, unlock
from thb_desktop import errors
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.searching import SearchFilter, SearchKind
from thb_desktop.services.core.session import Session
from thb_desktop.services.searching import saved
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
