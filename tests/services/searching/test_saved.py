"""Searches that a user keeps: saved, renamed and removed, and seen by their user alone."""

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.support.offices import NEXT_DAY, Small, by_hand, unlock
from tests.support.second_person import ALONE
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop import errors
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.searching import SavedSearch, SearchFilter, SearchKind
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import users
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


@pytest.mark.requirement("SR-19")
def test_nobody_else_reads_a_kept_search(session: Session, small: Small):
    kept = saved.save(session, "The driver", "grey van", SearchFilter(case_id=small.case.id))

    ((saved_id, user_id, sealed),) = session.read.execute("SELECT * FROM saved_search")

    assert kept.case == small.case.reference
    assert (saved_id, user_id) == (kept.id, session.user.id)
    assert not [each for each in (b"driver", b"van", small.case.id.encode()) if each in sealed]


@pytest.mark.requirement("SR-19")
def test_a_kept_search_that_somebody_altered_is_told_and_can_be_removed(session: Session):
    """No chain covers it: whoever has the database's key can write into it, and has no key of its user."""
    one = saved.save(session, "One", "car", SearchFilter(language="ro"))
    two = saved.save(session, "Two", "bus", SearchFilter())
    sealed = dict(tuple(row) for row in session.read.execute("SELECT id, sealed FROM saved_search"))
    flipped = bytes([*sealed[one.id][:-1], sealed[one.id][-1] ^ 1])
    in_clear = b'{"chosen":{},"name":"One","words":"bus"}'
    for altered in (flipped, sealed[two.id], b"", in_clear):
        with by_hand(session) as connection:
            connection.execute("UPDATE saved_search SET sealed = ? WHERE id = ?", (altered, one.id))

        assert saved.list_saved(session) == (SavedSearch(id=one.id, is_readable=False), two)
        with pytest.raises(errors.FormatError):
            saved.rename(session, one.id, "Three")
    saved.remove(session, one.id)
    assert saved.list_saved(session) == (two,)


@pytest.mark.requirement("SR-19")
def test_what_a_colleague_puts_into_the_list_of_another_user_is_not_read_as_theirs(folder: Path):
    """Both have the key of the database; each has a key of their own."""
    with closing(unlock(folder)) as judge:
        clerk = users.add_user(
            judge,
            name="Clerk Two",
            role=UserRole.CLERK,
            passphrase=passphrase(OTHER_PASSPHRASE),
            own_passphrase=passphrase(),
            second=ALONE,
        )
        own = saved.save(judge, "Own", "car", SearchFilter())
    with closing(unlock(folder, OTHER_PASSPHRASE, start=NEXT_DAY)) as session:
        made_up = saved.save(session, "Read this", "bus", SearchFilter())
        assert saved.list_saved(session) == (made_up,)
        with by_hand(session) as connection:
            connection.execute("UPDATE saved_search SET user_id = ?", (judge.user.id,))

    with closing(unlock(folder, start=NEXT_DAY + timedelta(days=1))) as judge:
        assert clerk.id != judge.user.id
        assert saved.list_saved(judge) == (SavedSearch(id=made_up.id, is_readable=False), own)


@pytest.mark.requirement("SR-19")
def test_a_row_whose_id_is_no_text_hides_no_kept_search_and_can_be_removed(session: Session):
    one = saved.save(session, "One", "car", SearchFilter())
    with by_hand(session) as connection:
        connection.execute(
            "INSERT INTO saved_search (id, user_id, sealed) VALUES (CAST(x'ff' AS TEXT), ?, x'00')",
            (session.user.id,),
        )

    odd, *others = saved.list_saved(session)
    saved.remove(session, odd.id)

    assert not odd.is_readable
    assert others == [one]
    assert saved.list_saved(session) == (one,)
