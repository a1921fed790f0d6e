"""Attacks on the search by a colleague who has the database's key."""

from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from tests.services.searching.test_search import OTHER_PASSPHRASE, colleagues, copy_of
from tests.support.offices import (
    CONTACT,
    IDENTITY,
    NAME,
    Small,
    by_hand,
    held_interview,
    registered,
    unlock,
)
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.searching import SearchFilter, SearchKind
from thb_desktop.domain.second_person import Alone
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons import people, sealed
from thb_desktop.services.searching.record_sources import SEGMENT
from thb_desktop.services.searching.search import search
from thb_desktop.services.searching.sheets import results_sheet
from thb_desktop.vault.tables import registry, search_index

__all__ = ["colleagues"]


def forge(session: Session, number: int, source: int, key: str) -> None:
    """Write a place into the index: its number says one source, its row another."""
    with by_hand(session) as connection:
        (last,) = connection.execute("SELECT max(id) FROM search_place").fetchone()
        place = (last // search_index.SOURCES + 1) * search_index.SOURCES + number
        connection.execute("DELETE FROM search_place WHERE key = ?", (UUID(key).bytes,))
        connection.execute(
            "INSERT INTO search_place (id, source, key, part) VALUES (?, ?, ?, 0)",
            (place, source, UUID(key).bytes),
        )
        connection.execute("INSERT INTO search_text (rowid, body) VALUES (?, 'forged')", (place,))


def test_a_forged_place_shows_nobody_a_row_that_they_may_not_read(colleagues: Path, tmp_path: Path):
    role = v.UserRole.EVIDENCE_CUSTODIAN
    folder = copy_of(colleagues, tmp_path / "o.thbvault")
    with closing(unlock(folder, f"{OTHER_PASSPHRASE} {role.lower()}")) as session:
        search(session, "bag")
        (segment, *_) = registry.SEGMENT.all(session.read)

        forge(session, 11, SEGMENT.number, segment.id)  # as if it were an exhibit

        found = search(session, "forged")
        assert found.hits == ()
        assert "ntelege" not in "".join(results_sheet(session, "forged", SearchFilter(), "en").texts())


def test_a_forged_place_of_a_row_that_is_not_there_is_left_out(session: Session, small: Small):
    registered(session, small, titles=(("en", "Blue bag"),))
    search(session, "bag")

    forge(session, 11, 11, small.case.id)
    forge(session, 127, 127, small.case.id)

    assert search(session, "forged").hits == ()


def test_a_word_that_is_forged_into_the_index_is_not_marked_in_the_row(session: Session, small: Small):
    kept = registered(session, small, titles=(("en", "Blue bag"),))
    search(session, "bag")

    forge(session, 11, 11, kept.id)

    (hit,) = search(session, "forged").hits
    assert hit.snippet.places == ()
    assert "forged" not in hit.snippet.text


def test_no_word_that_is_sealed_is_a_term_of_the_index(session: Session, small: Small):
    seed = "zebra quantum lighthouse"
    note = registered(session, small, kind=v.ExhibitKind.SECRET_KEY_MATERIAL)
    sealed.add_key_material(
        session, note.id, bytearray(seed.encode()), second=Alone(reason="Nobody else is here")
    )
    held_interview(session, small)
    people.list_persons(session, small.case.id)
    search(session, "intelegeti")
    with by_hand(session) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, search_text, row)")
        terms = {row[0] for row in connection.execute("SELECT term FROM temp.terms")}
        connection.execute("DROP TABLE temp.terms")

    assert "intelegeti" in terms
    told = " ".join((NAME, CONTACT, *IDENTITY.aliases, seed)).lower().split()
    assert {word for word in told if len(word) > 3} & terms == set()


@pytest.mark.parametrize("role", [v.UserRole.EVIDENCE_CUSTODIAN, v.UserRole.AUDITOR])
def test_what_is_printed_is_what_its_user_may_read_and_says_so(
    colleagues: Path, tmp_path: Path, role: v.UserRole
):
    folder = copy_of(colleagues, tmp_path / "o.thbvault")
    with closing(unlock(folder, f"{OTHER_PASSPHRASE} {role.lower()}")) as session:
        sheet = results_sheet(session, "intelegeti", SearchFilter(), "en")

        facts = dict(sheet.parts[0].facts)
        assert session.user.name in facts["Searched by"]
        assert "testimony" in facts["Not searched, because this user may not read it"]
        assert "nțelege" not in "".join(sheet.texts())
        assert search(session, "intelegeti", SearchFilter(kinds=(SearchKind.TESTIMONY,))).total == 0
