"""What is sealed stays as it was entered: who holds its key exchanges it by a program of their own."""

from base64 import b64encode
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.colleagues import AFTERWARDS, attacked, rows, told
from tests.support.offices import NEXT_DAY, unlock
from tests.support.own_program import OwnProgram
from tests.support.second_person import approval
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.crypto import sealing
from thb_desktop.domain.actions import VaultAction as Does
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.people import Identity, SealedItem
from thb_desktop.domain.record import Record, to_record
from thb_desktop.domain.vocabulary import Compartment, TwoPersonAct, UserRole
from thb_desktop.ledger import canonical
from thb_desktop.services.core import compartments, login
from thb_desktop.services.core.compartments import identity_context, item_context
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import users
from thb_desktop.vault.tables import registry

CLERK = UserRole.CLERK
EXCHANGED = "act-exceeded.field"
NOT_DUE = "act-exceeded.value"


def sealed_by(program: OwnProgram, value: Record, context: bytes) -> str:
    session = program.session
    key = compartments.open_compartment(Compartment.IDENTITIES, session)
    plain = canonical.encode(value)
    made = sealing.seal(key, plain, context=context, randomness=session.environment.randomness)
    return b64encode(made).decode("ascii")


def another(person_id: str) -> Record:
    return to_record(Identity(person_id=person_id, name="Somebody Else"))  # type: ignore[arg-type]


def exchange(program: OwnProgram, action: Does) -> None:
    kept = rows(program, registry.SEALED_IDENTITY)[0]
    context = identity_context(program.session.vault.vault_id, kept.person_id)
    forged = replace(kept, sealed=sealed_by(program, another(kept.person_id), context))
    program.say(action, kept.person_id, forged)


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize(
    "action",
    [Does.IDENTITY_ADDED, Does.PERSON_ADDED, Does.HOLDERS_RECORDED, Does.ASSESSMENT_ADDED, Does.KEYS_GIVEN],
)
def test_an_identity_that_a_holder_of_its_key_exchanges_is_named(office_copy: Path, action: Does):
    attacked(office_copy, CLERK, lambda program: exchange(program, action))

    unlocked, checked = told(office_copy)
    assert unlocked & checked & {EXCHANGED, "act-exceeded.table"}


@pytest.mark.requirement("SR-19")
def test_words_sealed_beside_others_under_an_act_of_another_compartment_are_named(office_copy: Path):
    """The newest words of a claim are those that count."""

    def write(program: OwnProgram) -> None:
        session, person = program.session, rows(program, registry.SEALED_IDENTITY)[0]
        at = program.next_time()
        item = SealedItem(
            id=RowId(session.new_id(at)),
            case_id=person.case_id,
            compartment=Compartment.IDENTITIES,
            subject_id=person.person_id,
            sealed="",
            added_at=at,
        )
        context = item_context(session.vault.vault_id, item)
        said = replace(item, sealed=sealed_by(program, {"said": "Somebody Else"}, context))
        program.say(Does.ASSESSMENT_ADDED, person.person_id, said)

    attacked(office_copy, CLERK, write)

    unlocked, checked = told(office_copy)
    assert NOT_DUE in unlocked & checked


def renew_with_other_words(session: Session) -> None:
    """A holder renews the key by the program's own function, and seals one identity with other words."""
    real = compartments._seal
    person = registry.SEALED_IDENTITY.all(session.read)[0].person_id
    context = identity_context(session.vault.vault_id, person)
    version = registry.COMPARTMENT_VERSION.find(session.read, Compartment.IDENTITIES.value)
    assert version is not None

    def seal(key: bytearray, plain: bytes, of: bytes, by: Session) -> str:
        return real(key, canonical.encode(another(person)) if of == context else plain, of, by)

    with pytest.MonkeyPatch.context() as own, session.work() as work:
        own.setattr(compartments, "_seal", seal)
        holders = compartments.holders_in(session, Compartment.IDENTITIES)
        compartments.renew_key(work, session, version, holders)
        work.record(session.vault_id, Does.HOLDERS_RECORDED, "IDENTITIES")


@pytest.mark.requirement("SR-19")
def test_a_renewal_that_nobody_needs_is_named(office_copy: Path):
    with closing(unlock(office_copy, OTHER_PASSPHRASE, start=NEXT_DAY)) as session:
        renew_with_other_words(session)

    unlocked, checked = told(office_copy)
    assert NOT_DUE in unlocked & checked


@pytest.mark.requirement("SR-19")
def test_nobody_marks_a_renewal_as_due_without_retiring_a_holder(office_copy: Path):
    def write(program: OwnProgram) -> None:
        version = rows(program, registry.COMPARTMENT_VERSION)[0]
        program.say(Does.HOLDERS_RECORDED, program.session.vault_id, replace(version, renewal_due=True))

    attacked(office_copy, UserRole.ANALYST, write)

    unlocked, checked = told(office_copy)
    assert NOT_DUE in unlocked & checked


def retired(office_copy: Path) -> None:
    """Retire a holder by an administrator, who holds no key of identities: the next holder renews it."""
    words = f"{OTHER_PASSPHRASE} {UserRole.ADMINISTRATOR.value.lower()}"
    with closing(unlock(office_copy, words, start=NEXT_DAY)) as session:
        clerk = next(each for each in registry.USER.all(session.read) if each.role is CLERK)
        leaver = next(each for each in registry.USER.all(session.read) if each.role is UserRole.PROSECUTOR)
        second = approval(session, clerk, TwoPersonAct.RETIRE_USER, leaver.id)
        users.retire_user(session, leaver.id, reason="Moved", own_passphrase=passphrase(words), second=second)


@pytest.mark.requirement("SR-19")
def test_a_renewal_where_a_holder_was_retired_is_none_to_be_named(office_copy: Path):
    retired(office_copy)
    with closing(unlock(office_copy, start=NEXT_DAY + timedelta(days=1))) as session:
        version = registry.COMPARTMENT_VERSION.find(session.read, Compartment.IDENTITIES.value)

    assert version is not None
    assert version.version == 2
    assert told(office_copy, start=AFTERWARDS) == (set(), set())


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("honest", [True, False])
def test_a_due_renewal_that_seals_other_words_is_named_by_who_held_both_keys(office_copy: Path, honest: bool):
    retired(office_copy)
    with pytest.MonkeyPatch.context() as own:
        if not honest:
            own.setattr(login, "renew_due_keys", renew_with_other_words)
        unlock(office_copy, OTHER_PASSPHRASE, start=NEXT_DAY + timedelta(days=1)).close()

    unlocked, checked = told(office_copy)

    assert unlocked == checked == (set() if honest else {"resealed-differs"})
