"""An identity that nobody can read is entered again: the former is kept, and nobody says so falsely."""

import secrets
from base64 import b64encode
from collections.abc import Collection
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.security.colleagues.test_exchanged_identities import another, sealed_by
from tests.security.colleagues.test_sealed_beside import where_told
from tests.security.colleagues.test_unreadable import persons
from tests.support.colleagues import AFTERWARDS, attacked, rows, told
from tests.support.offices import NEXT_DAY, unlock
from tests.support.own_program import OwnProgram
from thb_desktop import errors
from thb_desktop.crypto import sealing
from thb_desktop.domain.actions import VaultAction as Does
from thb_desktop.domain.corrections import UNREADABLE, Correction
from thb_desktop.domain.ids import CaseId, PersonId, RowId
from thb_desktop.domain.people import Identity, SealedIdentity, SealedItem
from thb_desktop.domain.vocabulary import Compartment, UserRole
from thb_desktop.services.bundling.identity_register import register_of
from thb_desktop.services.casework import corrections
from thb_desktop.services.core import compartments
from thb_desktop.services.core.claim_items import open_item
from thb_desktop.services.core.compartments import identity_context, item_context, open_compartment
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons import people
from thb_desktop.vault.tables import registry

CLERK, SIGNED = UserRole.CLERK, "sealed-differs.correction"
REASON = "What was sealed cannot be read"
FORMS = [b'{ "not canonical": 1 }', b"[]", b"{}", b"\xff", b"", None]
"""What a program of its own seals; None for bytes that no key opens."""


def noise_of(program: OwnProgram, person_id: PersonId, form: bytes | None) -> str:
    session = program.session
    if form is None:
        return b64encode(secrets.token_bytes(300)).decode()
    key = open_compartment(Compartment.IDENTITIES, session)
    context = identity_context(session.vault.vault_id, person_id)
    return b64encode(sealing.seal(key, form, context=context, randomness=secrets.token_bytes)).decode()


def unread(folder: Path, form: bytes | None) -> tuple[CaseId, PersonId, str]:
    """A clerk seals, as the identity of a person, what nobody can read; return it too."""
    case_id, person = persons(folder)
    made: list[str] = []

    def write(program: OwnProgram) -> None:
        made.append(noise_of(program, person.id, form))
        row = SealedIdentity(person_id=person.id, case_id=case_id, sealed=made[0])
        program.say(Does.IDENTITY_ADDED, person.id, row)

    attacked(folder, CLERK, write, start=NEXT_DAY + timedelta(hours=2))
    return case_id, person.id, made[0]


def again(person_id: PersonId) -> Identity:
    return Identity(person_id=person_id, name="Maria Reintrodusa", contacts=("+40 700 000 077",))


@pytest.mark.requirement("SR-19", "SR-15")
@pytest.mark.parametrize("form", FORMS)
def test_it_is_entered_again_the_former_is_kept_as_it_was_and_the_history_says_so(
    office_copy: Path, form: bytes | None
):
    case_id, person_id, noise = unread(office_copy, form)
    later = NEXT_DAY + timedelta(hours=4)

    with closing(unlock(office_copy, start=later, heads=office_copy.parent / "heads")) as session:
        with pytest.raises(errors.SealedValueDamagedError):
            corrections.correct_identity(session, again(person_id), REASON)
        corrections.enter_identity_again(session, again(person_id), REASON)

        kept = registry.SEALED_IDENTITY.find(session.read, person_id)
        assert kept is not None
        assert people.open_identity(session, kept) == again(person_id)
        (row,) = corrections.list_corrections(session, person_id)
        assert (row.entity, row.field, row.before, row.after) == ("identity", UNREADABLE, None, None)
        assert row.reason == REASON
        (item,) = registry.SEALED_ITEM.where(session.read, "subject_id", row.id)
        assert open_item(item, session) == {"unreadable": noise}
        register = register_of(session, case_id)
        assert register.damaged == ()
        assert register.search is not None
    assert told(office_copy) == (set(), set())


@pytest.mark.requirement("SR-19")
def test_it_is_corrected_and_sealed_again_afterwards_as_any_other(office_copy: Path):
    _, person_id, noise = unread(office_copy, None)
    later = NEXT_DAY + timedelta(hours=4)

    with closing(unlock(office_copy, start=later, heads=office_copy.parent / "heads")) as session:
        corrections.enter_identity_again(session, again(person_id), REASON)
        corrections.correct_identity(session, replace(again(person_id), contacts=()), "They gave it up")
        renew(session)

        row, _ = corrections.list_corrections(session, person_id)
        (item,) = registry.SEALED_ITEM.where(session.read, "subject_id", row.id)
        assert open_item(item, session) == {"unreadable": noise}
    assert SIGNED not in told(office_copy)[1]


def renew(session: Session) -> None:
    version = registry.COMPARTMENT_VERSION.find(session.read, Compartment.IDENTITIES.value)
    assert version is not None
    with session.work() as work:
        holders = compartments.holders_in(session, Compartment.IDENTITIES)
        compartments.renew_key(work, session, version, holders)
        work.record(session.vault_id, Does.HOLDERS_RECORDED, "IDENTITIES")


def test_what_can_be_read_is_not_entered_again_and_a_reason_is_needed(office_copy: Path):
    _, person = persons(office_copy)
    with closing(unlock(office_copy, start=AFTERWARDS)) as session:
        kept = registry.SEALED_IDENTITY.all(session.read)[0]
        size = session.journal.size

        with pytest.raises(errors.IdentityReadableError):
            corrections.enter_identity_again(session, again(kept.person_id), REASON)
        with pytest.raises(errors.NotFoundError):
            corrections.enter_identity_again(session, again(person.id), REASON)
        with pytest.raises(errors.ReasonMissingError):
            corrections.enter_identity_again(session, again(kept.person_id), " \u200b")
        assert session.journal.size == size


def test_what_a_renewal_left_out_is_not_lost_for_whoever_has_the_former_key(
    office_copy: Path, monkeypatch: pytest.MonkeyPatch
):
    with closing(unlock(office_copy, start=NEXT_DAY, heads=office_copy.parent / "heads")) as session:
        kept = registry.SEALED_IDENTITY.all(session.read)[0]
        with monkeypatch.context() as own:
            own.setattr(compartments, "_reseal", lambda *_: None)
            renew(session)

        with pytest.raises(errors.SealedValueDamagedError):
            corrections.enter_identity_again(session, again(kept.person_id), REASON)

    attacked(office_copy, CLERK, entered_again, start=NEXT_DAY + timedelta(hours=1))
    assert SIGNED in told(office_copy)[1]


def entered_again(
    program: OwnProgram, fields: Collection[str] = (UNREADABLE,), *, former: str | None = None
) -> None:
    """Exchange the first identity, and say that nobody could read the former one. former: what is said to
    have stood there.
    """
    session, at = program.session, program.next_time()
    kept = rows(program, registry.SEALED_IDENTITY)[0]
    context = identity_context(session.vault.vault_id, kept.person_id)
    forged = replace(kept, sealed=sealed_by(program, another(kept.person_id), context))
    beside: list[Correction | SealedItem] = []
    for name in fields:
        row = Correction(
            id=RowId(session.new_id(at)),
            case_id=kept.case_id,
            entity="identity",
            subject_id=kept.person_id,
            field=name,
            before=None,
            after=None,
            reason=REASON,
            at=at,
            by=session.user.id,
        )
        item = SealedItem(
            id=RowId(session.new_id(at)),
            case_id=kept.case_id,
            compartment=Compartment.IDENTITIES,
            subject_id=row.id,
            sealed="",
            added_at=at,
        )
        said = {"unreadable": kept.sealed if former is None else former}
        beside += [
            row,
            replace(item, sealed=sealed_by(program, said, item_context(session.vault.vault_id, item))),
        ]
    program.say(Does.IDENTITY_CORRECTED, kept.person_id, forged, *beside, reason=REASON)


@pytest.mark.requirement("SR-19")
def test_whoever_says_so_of_an_identity_that_can_be_read_is_named_to_whoever_holds_the_key(office_copy: Path):
    entries: list[int] = []

    def write(program: OwnProgram) -> None:
        entered_again(program)
        entries.append(program.session.journal.size)

    attacked(office_copy, CLERK, write)

    assert where_told(office_copy, SIGNED) == entries


@pytest.mark.requirement("SR-19")
def test_another_field_beside_it_is_named_at_the_unlock(office_copy: Path):
    attacked(office_copy, CLERK, lambda program: entered_again(program, (UNREADABLE, "name")))

    unlocked, checked = told(office_copy)
    assert "act-exceeded.correction" in unlocked & checked


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("what", ["another former value", "nothing that can be read after it"])
def test_what_is_kept_is_what_stood_there_and_what_is_entered_can_be_read(office_copy: Path, what: str):
    _, person_id, noise = unread(office_copy, None)

    def write(program: OwnProgram) -> None:
        session, at = program.session, program.next_time()
        kept = registry.SEALED_IDENTITY.find(session.read, person_id)
        assert kept is not None
        is_false = what == "another former value"
        row = Correction(
            id=RowId(session.new_id(at)),
            case_id=kept.case_id,
            entity="identity",
            subject_id=person_id,
            field=UNREADABLE,
            before=None,
            after=None,
            reason=REASON,
            at=at,
            by=session.user.id,
        )
        item = SealedItem(
            id=RowId(session.new_id(at)),
            case_id=kept.case_id,
            compartment=Compartment.IDENTITIES,
            subject_id=row.id,
            sealed="",
            added_at=at,
        )
        said = sealed_by(
            program,
            {"unreadable": "AAAA" if is_false else noise},
            item_context(session.vault.vault_id, item),
        )
        made = (
            sealed_by(program, another(person_id), identity_context(session.vault.vault_id, person_id))
            if is_false
            else noise_of(program, person_id, b"[]")
        )
        rows_told = replace(kept, sealed=made), row, replace(item, sealed=said)
        program.say(Does.IDENTITY_CORRECTED, person_id, *rows_told, reason=REASON)

    attacked(office_copy, CLERK, write, start=AFTERWARDS - timedelta(hours=20))

    assert SIGNED in told(office_copy)[1]
