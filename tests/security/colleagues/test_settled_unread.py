"""What a colleague sealed so that nobody can read it: a concern is dealt with unread, words of a claim are
entered again.
"""

import secrets
from base64 import b64encode
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.services.persons.test_claims import SAID, claim
from tests.support.colleagues import AFTERWARDS, told, typed_by
from tests.support.offices import NEXT_DAY, unlock
from tests.support.second_person import approval
from thb_desktop import errors
from thb_desktop.crypto import sealing
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.language_work import SafetyFlag
from thb_desktop.domain.people import SealedItem
from thb_desktop.domain.person_claims import ClaimWords, PersonClaim
from thb_desktop.domain.vocabulary import Compartment, IdentityProtection, TwoPersonAct, UserRole
from thb_desktop.services.bundling.identity_register import register_of
from thb_desktop.services.core.claim_items import seal_words
from thb_desktop.services.core.compartments import item_context, open_compartment
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.language import safety
from thb_desktop.services.office.second_person import list_second_persons
from thb_desktop.services.persons import claims
from thb_desktop.vault.tables import registry

CLERK = UserRole.CLERK
LATER = NEXT_DAY + timedelta(hours=1)
DONE = "Asked the colleague who typed it: nothing was to be said."
UNREADABLE = "sealed-unreadable"


def raise_as(folder: Path, how: str) -> SafetyFlag:
    """A clerk raises a concern by a program that seals something else, or for nobody."""
    noise = [("00000000-0000-7000-8000-000000000000", "AAAA")]
    real = safety.seal_note

    def sealing_it(compartment: Compartment, note_id: RowId, plain: bytes, session: Session) -> object:
        sealed, wrapped = real(compartment, note_id, b"[]" if how == "no concern" else plain, session)
        if how == "noise":
            sealed = b64encode(secrets.token_bytes(300)).decode()
        return sealed, noise if how == "for nobody" else wrapped

    opened = unlock(folder, typed_by(CLERK), start=LATER, heads=folder.parent / "heads")
    with closing(opened) as session, pytest.MonkeyPatch.context() as own:
        own.setattr(safety, "seal_note", sealing_it)
        (record, *_) = registry.INTERVIEW.all(session.read)
        linguists = registry.INTERPRETER.where(session.read, "case_id", record.case_id)
        return safety.raise_safety_flag(session, record.id, "Nothing", interpreter_id=linguists[0].id)


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("how", ["no concern", "noise", "for nobody"])
def test_a_concern_that_nobody_can_read_is_dealt_with_unread(office_copy: Path, how: str):
    flag = raise_as(office_copy, how)
    if how == "no concern":
        assert told(office_copy) == (set(), {UNREADABLE})

    with closing(unlock(office_copy, start=AFTERWARDS, heads=office_copy.parent / "heads")) as session:
        with pytest.raises(errors.SealedValueDamagedError):
            safety.read_safety_flag(session, flag.id, justification="Duty")
        settled = safety.settle_safety_flag(session, flag.id, DONE)
        assert settled.settled_by == session.user.id
        with pytest.raises(errors.SealedValueDamagedError):
            safety.read_safety_flag(session, flag.id, justification="Duty")

    assert told(office_copy, start=AFTERWARDS + timedelta(days=1)) == (set(), set())


def garbled(folder: Path, form: bytes | None) -> PersonClaim:
    """A protected person's claim, of which a clerk exchanges the words for what nobody can read."""
    with closing(unlock(folder, start=NEXT_DAY, heads=folder.parent / "heads")) as session:
        person = next(
            each
            for each in registry.PERSON.all(session.read)
            if each.identity_protection is not IdentityProtection.NONE
        )
        made = claims.add_claim(session, claim(person), SAID)

    def sealing_it(work: UnitOfWork, session: Session, of: PersonClaim, words: ClaimWords) -> SealedItem:
        item = seal_words(work, session, of, words)
        sealed = secrets.token_bytes(300)
        if form is not None:
            key = open_compartment(Compartment.IDENTITIES, session)
            context = item_context(session.vault.vault_id, item)
            sealed = sealing.seal(key, form, context=context, randomness=secrets.token_bytes)
        return replace(item, sealed=b64encode(sealed).decode())

    opened = unlock(folder, typed_by(CLERK), start=LATER, heads=folder.parent / "heads")
    with closing(opened) as session, pytest.MonkeyPatch.context() as own:
        own.setattr(claims, "seal_words", sealing_it)
        claims.correct_words(session, made.id, SAID, "Misheard")
    return made


def words_of(session: Session, of: PersonClaim) -> ClaimWords | None:
    reveal = TwoPersonAct.REVEAL_IDENTITY
    colleague = list_second_persons(session, reveal, of.person_id)[0]
    second = approval(session, colleague, reveal, of.person_id, text=typed_by(colleague.role))
    return claims.reveal_words(session, of.person_id, justification="Reading back", second=second)[of.id]


@pytest.mark.requirement("SR-19", "SR-15")
@pytest.mark.parametrize("form", [b"[]", None])
def test_words_that_nobody_can_read_are_entered_again_and_searched(office_copy: Path, form: bytes | None):
    of = garbled(office_copy, form)
    assert told(office_copy) == (set(), {UNREADABLE})

    with closing(unlock(office_copy, start=AFTERWARDS, heads=office_copy.parent / "heads")) as session:
        before, shown = register_of(session, of.case_id), words_of(session, of)
        assert {SAID.text, SAID.latin} <= set(claims.sealed_words(session, of.case_id) or ())
        claims.correct_words(session, of.id, replace(SAID, latin="Selam Tesfai"), "It could not be read")
        after, read = register_of(session, of.case_id), words_of(session, of)
        assert {SAID.latin, "Selam Tesfai"} <= set(claims.sealed_words(session, of.case_id) or ())

    assert shown is None
    assert read is not None
    assert read.latin == "Selam Tesfai"
    assert len(before.damaged) == 1
    assert after.damaged == ()
    assert told(office_copy, start=AFTERWARDS + timedelta(days=1)) == (set(), set())
