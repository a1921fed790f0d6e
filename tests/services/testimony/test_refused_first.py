"""What the unlock names in a colleague's own program, the services refuse, with a code and a sentence."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from tests.services.testimony.test_elsewhere import compare, file, whole
from tests.support.offices import ROLE, case_file
from tests.support.records import held, turn
from tests.support.second_person import ALONE
from tests.support.testimony import presence
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop import words
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.vocabulary import (
    IdentityProtection,
    RecordDecisionKind,
    RenderingKind,
    UserRole,
)
from thb_desktop.errors import (
    ActExceededError,
    NotFoundError,
    RecordFrozenError,
    RecordOrderError,
    ThbError,
)
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import users
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import decisions, elsewhere, formalities, interviews, records, renderings
from thb_desktop.vault.tables import registry

__all__ = ["file"]


def refused(session: Session, kind: type[ThbError], act: Callable[[], object]) -> None:
    """The act is refused by this kind of error, which has a code and a sentence, and writes nothing."""
    size = session.journal.size
    with pytest.raises(kind) as error:
        act()
    assert error.value.code
    for language in ("en", "fr", "ar"):
        assert words.refusal(error.value.code, language)
    assert session.journal.size == size


def test_a_statement_made_elsewhere_stays_once_its_comparison_was_closed(
    session: Session, small, file: ExhibitFile
):
    record = whole(session, small, file)
    compare(session, record, 1)
    compare(session, record, 2)
    elsewhere.finish_comparison(session, record.id)
    full = records.get_undigested(session, record.id)
    statement, place = full.taken_over, full.places[0]
    assert statement is not None

    changed = replace(statement, taken_by="Somebody Else", authority="", signed=None)
    refused(session, RecordFrozenError, lambda: elsewhere.set_statement(session, changed))
    refused(
        session,
        RecordFrozenError,
        lambda: elsewhere.set_place(session, place.segment_id, place.anchors, place.way),
    )
    refused(session, RecordFrozenError, lambda: elsewhere.compare_page(session, record.id, 1, seen="0" * 64))
    refused(session, RecordFrozenError, lambda: elsewhere.finish_comparison(session, record.id))


def test_a_draft_is_neither_signed_nor_decided_about(session: Session, small):
    draft = held(session, small)
    told: dict[str, Any] = {
        "reference": "Order 12",
        "decided_by": "The court",
        "decided_on": PartialDate("2026-03-02"),
        "reason": "Taken without a lawyer",
    }

    refused(session, RecordOrderError, lambda: interviews.sign_interview(session, draft.id))
    for kind in (RecordDecisionKind.ANNULLED, RecordDecisionKind.RESTRICTED):
        decide = partial(decisions.decide, session, draft.id, kind, **told)
        refused(session, RecordOrderError, decide)
    refused(session, RecordOrderError, lambda: decisions.seal_record(session, draft.id))


def test_nobody_of_another_case_is_present(session: Session, small):
    other = cases.open_case(session, case_file(reference="2026/2"))
    stranger = people.add_person(
        session,
        replace(
            small.person,
            id=PersonId(""),
            case_id=other.id,
            code="V-80",
            identity_protection=IdentityProtection.NONE,
        ),
        None,
        (replace(ROLE, case_id=other.id),),
    )
    draft = held(session, small)
    row = presence(name="V-80", person_id=stranger.id)

    refused(session, NotFoundError, lambda: formalities.add_formality(session, draft.id, row))


def test_words_are_typed_in_ones_own_name_alone(session: Session, small):
    """The service takes no other name; what says another one is refused where the act is recorded."""
    other = users.add_user(
        session,
        name="Somebody Else",
        role=UserRole.CLERK,
        passphrase=passphrase(OTHER_PASSPHRASE),
        own_passphrase=passphrase(),
        second=ALONE,
    )
    segment = turn(session, held(session, small))
    made = renderings.set_rendering_text(
        session, segment.id, language="fr", kind=RenderingKind.RENDITION, text="Oui.", author_id=None
    )
    assert made.typed_by == session.user.id

    def in_another_name() -> None:
        with session.work() as work:
            work.save(replace(made, text="Non.", typed_by=other.id, typed_at=work.at))
            work.record(segment.interview_id, VaultAction.RENDERING_SET)

    refused(session, ActExceededError, in_another_name)
    assert registry.RENDERING.find(session.read, made.id) == made
