"""Drafts of forms: kept for who typed them, sealed, offered again, given up."""

from pathlib import Path

import pytest

from tests.support.offices import unlock
from tests.support.second_person import ALONE
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.errors import NotAllowedError, SealedValueDamagedError
from thb_desktop.services.casework import drafts
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import users

FIELDS = {"name": "Ioana Example", "sealed": True, "chosen": ["I-01", "I-02"], "at": None}


def test_what_was_typed_into_a_form_is_found_again_after_the_vault_was_closed(session: Session, folder: Path):
    drafts.save_form(session, "add-person", "case-1", FIELDS)
    session.close()

    again = unlock(folder)
    found = drafts.find_form(again, "add-person", "case-1")
    listed = drafts.list_forms(again)
    again.close()

    assert found == FIELDS
    assert [(kept.form, kept.subject) for kept in listed] == [("add-person", "case-1")]


def test_a_form_has_a_draft_for_each_subject_and_a_new_one_replaces_the_old(session: Session):
    drafts.save_form(session, "add-person", "case-1", {"name": "A"})
    drafts.save_form(session, "add-person", "case-2", {"name": "B"})
    drafts.save_form(session, "add-person", "case-1", {"name": "C"})

    assert drafts.find_form(session, "add-person", "case-1") == {"name": "C"}
    assert drafts.find_form(session, "add-person", "case-2") == {"name": "B"}
    assert drafts.find_form(session, "add-official", "case-1") is None


def test_what_is_given_up_is_gone(session: Session):
    drafts.save_form(session, "add-person", "case-1", FIELDS)

    drafts.discard_form(session, "add-person", "case-1")

    assert drafts.find_form(session, "add-person", "case-1") is None
    assert drafts.list_forms(session) == ()


def test_a_draft_stands_outside_the_event_chain(session: Session):
    size = session.journal.size

    drafts.save_form(session, "add-person", "case-1", FIELDS)

    assert session.journal.size == size


def test_the_key_of_the_database_does_not_open_a_draft(session: Session):
    drafts.save_form(session, "add-person", "case-1", FIELDS)

    rows = session.read.execute("SELECT * FROM form_draft").fetchall()

    assert len(rows) == 1
    assert not any(b"Ioana" in (cell if isinstance(cell, bytes) else str(cell).encode()) for cell in rows[0])


def test_a_draft_that_was_moved_to_another_form_does_not_open(session: Session):
    drafts.save_form(session, "add-person", "case-1", FIELDS)
    with session.drafting() as connection:
        connection.execute("UPDATE form_draft SET subject = 'case-2'")

    with pytest.raises(SealedValueDamagedError):
        drafts.find_form(session, "add-person", "case-2")


def test_a_guest_keeps_nothing(session: Session):
    user = users.add_user(
        session,
        name="Simona Ardeleanu",
        role=UserRole.INTERPRETER,
        passphrase=passphrase(OTHER_PASSPHRASE),
        second=ALONE,
    )
    session.user = user

    with pytest.raises(NotAllowedError):
        drafts.save_form(session, "add-person", "case-1", FIELDS)
