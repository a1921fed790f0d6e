"""A renewal that gives others noise, leaves values out or jumps: its maker is named, and nobody else."""

from base64 import b64encode
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.security.colleagues.test_exchanged_identities import another, retired, sealed_by
from tests.security.colleagues.test_two_renewals import NEW, NEWEST, sealing_another
from tests.security.colleagues.test_what_acts_are_about import entries_named
from tests.services.persons.test_sealed import ASSESSMENT
from tests.support.colleagues import AFTERWARDS, attacked, broken, typed_by, user_of
from tests.support.offices import NEXT_DAY, unlock
from tests.support.own_program import OwnProgram, own_program
from tests.support.vaults import PASSPHRASE, passphrase
from thb_desktop.crypto import sealing
from thb_desktop.domain.actions import VaultAction as Does
from thb_desktop.domain.corrections import Correction
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.people import SealedItem, User
from thb_desktop.domain.vocabulary import Compartment, UserRole
from thb_desktop.findings import Finding
from thb_desktop.services.core import compartments, login
from thb_desktop.services.core.compartments import holders_in, identity_context, item_context
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.keeping import health
from thb_desktop.services.office import own_keys
from thb_desktop.services.persons import people, sealed
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry

CLERK, PROSECUTOR, JUDGE = UserRole.CLERK, UserRole.PROSECUTOR, UserRole.INVESTIGATING_JUDGE
IDENTITIES = Compartment.IDENTITIES
NOISE, LEFT_OUT, OVER = "compartment-key-noise", "resealed-left-out", "resealed-over"
HOUR = timedelta(hours=1)
JUDGES = "walnut harbour cobalt thimble ninety"


def noise_for(patch: pytest.MonkeyPatch, is_given: Callable[[User], bool]) -> None:
    """Let these users be given another key of the identities."""
    real = compartments.give_key

    def give(work: UnitOfWork, of: Session, version: Any, key: bytearray, user: User) -> None:
        another_key = version.compartment is IDENTITIES and is_given(user)
        real(work, of, version, bytearray(len(key)) if another_key else key, user)

    patch.setattr(compartments, "give_key", give)


def makes_own(
    folder: Path, typed: str, new: str, at: int, change: Callable[[pytest.MonkeyPatch], None] | None = None
) -> int:
    """Let somebody make their keys their own, whatever the unlock says, as a session of before would; return
    the number of the entry that renews the keys.
    """
    with closing(unlock(folder, typed, start=NEXT_DAY + at * HOUR)) as session:
        session.opening = replace(session.opening, findings=())
        with pytest.MonkeyPatch.context() as own:
            if change is not None:
                change(own)
            own_keys.make_keys_own(session, old=passphrase(typed), new=passphrase(new))
        return session.journal.size


def seen_by(folder: Path, typed: str = PASSPHRASE) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    heads = folder.parent / "heads"
    with closing(unlock(folder, typed, start=AFTERWARDS, heads=heads)) as session:
        return session.opening.findings, health.check_vault(session).findings


def is_other(role: UserRole) -> Callable[[User], bool]:
    return lambda user: user.role is not role


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("role", [JUDGE, PROSECUTOR])
def test_noise_instead_of_the_key_is_named_with_who_gave_it(office_copy: Path, role: UserRole):
    at = makes_own(office_copy, typed_by(CLERK), NEW, 1, lambda own: noise_for(own, is_other(CLERK)))

    opening, checked = seen_by(office_copy, typed_by(role))
    assert entries_named(opening, NOISE) == entries_named(checked, NOISE) == {at}
    assert broken(opening) == {NOISE}


@pytest.mark.requirement("SR-19")
def test_an_identity_that_is_corrected_under_a_key_of_nobody_else_names_who_gave_noise(office_copy: Path):
    """Then an honest renewal gives everybody a good key."""
    at = makes_own(
        office_copy, typed_by(PROSECUTOR), NEW, 1, lambda own: noise_for(own, is_other(PROSECUTOR))
    )
    with own_program(office_copy, NEW, start=NEXT_DAY + 2 * HOUR) as program:
        corrected = exchange_by_a_correction(program)
    makes_own(office_copy, NEW, NEWEST, 3)

    for typed in (PASSPHRASE, typed_by(CLERK)):
        opening, checked = seen_by(office_copy, typed)
        assert entries_named(opening, NOISE) == entries_named(checked, NOISE) == {at}
        assert {each.where[0].first for each in checked if each.key == "sealed-unopened"} == {corrected}


def exchange_by_a_correction(program: OwnProgram) -> int:
    """Tell a correction of the contacts, and seal somebody else."""
    session = program.session
    kept = registry.SEALED_IDENTITY.all(session.read)[0]
    context = identity_context(session.vault.vault_id, kept.person_id)
    row = replace(kept, sealed=sealed_by(program, another(kept.person_id), context))
    at = program.next_time()
    correction = Correction(
        id=RowId(session.new_id(at)),
        case_id=kept.case_id,
        entity="identity",
        subject_id=kept.person_id,
        field="contacts",
        before=None,
        after=None,
        reason="Typing error",
        at=at,
        by=session.user.id,
    )
    item = SealedItem(
        id=RowId(session.new_id(at)),
        case_id=kept.case_id,
        compartment=IDENTITIES,
        subject_id=correction.id,
        sealed="",
        added_at=at,
    )
    beside = sealed_by(program, {"before": [], "after": []}, item_context(session.vault.vault_id, item))
    at = program.next_time()
    program.say(
        Does.IDENTITY_CORRECTED,
        kept.person_id,
        row,
        replace(correction, at=at),
        replace(item, added_at=at, sealed=beside),
        reason="Typing error",
    )
    return session.journal.size


@pytest.mark.requirement("SR-19")
def test_an_exchange_is_not_laid_at_the_door_of_the_next_renewal(office_copy: Path):
    """The clerk, who was given the key, made an honest one; the judge, who was given noise, compares."""

    def exchange(own: pytest.MonkeyPatch) -> None:
        noise_for(own, lambda user: user.role is JUDGE)
        sealing_another(own)

    at = makes_own(office_copy, typed_by(PROSECUTOR), NEW, 1, exchange)
    honest = makes_own(office_copy, typed_by(CLERK), NEWEST, 2)

    opening, checked = seen_by(office_copy)
    assert entries_named(opening, NOISE) == entries_named(checked, NOISE) == {at}
    assert entries_named(checked, OVER) == {at}
    assert [each.values["entry"] for each in checked if each.key == OVER] == [honest]
    assert entries_named(checked, "resealed-differs") == set()
    clerks, _ = seen_by(office_copy, NEWEST)
    assert entries_named(clerks, "resealed-differs") == {at}


@pytest.mark.requirement("SR-19")
def test_a_renewal_that_leaves_values_out_is_named_and_not_who_sealed_them(office_copy: Path):
    def leave_out(own: pytest.MonkeyPatch) -> None:
        own.setattr(compartments, "_reseal", lambda *_: None)

    at = makes_own(office_copy, typed_by(CLERK), NEW, 1, leave_out)

    opening, checked = seen_by(office_copy)
    assert entries_named(opening, LEFT_OUT) == entries_named(checked, LEFT_OUT) == {at}
    assert entries_named(checked, "sealed-unreadable") == {at}


@pytest.mark.requirement("SR-19")
def test_the_next_honest_renewal_after_one_that_left_values_out_is_not_named(office_copy: Path):
    def leave_out(own: pytest.MonkeyPatch) -> None:
        own.setattr(compartments, "_reseal", lambda *_: None)

    at = makes_own(office_copy, typed_by(CLERK), NEW, 1, leave_out)
    makes_own(office_copy, typed_by(PROSECUTOR), NEWEST, 2)

    _, checked = seen_by(office_copy)
    assert entries_named(checked, LEFT_OUT) == entries_named(checked, "sealed-unreadable") == {at}
    assert entries_named(checked, "resealed-differs") == set()


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize(
    "made", ["!!!not a key", b64encode(bytes(32)).decode(), b64encode(bytes(1216)).decode()]
)
def test_a_receiving_key_that_is_none_is_named_and_stops_nobody(office_copy: Path, made: str):
    text = typed_by(CLERK)
    with closing(unlock(office_copy, text, start=NEXT_DAY + HOUR)) as session:
        with pytest.MonkeyPatch.context() as own:
            real_replace, real_give = own_keys.replace, compartments.give_key

            def changed(value: Any, **fields: Any) -> Any:
                return real_replace(
                    value, **fields | ({"receiving_key": made} if "receiving_key" in fields else {})
                )

            def give(work: UnitOfWork, of: Session, version: Any, key: bytearray, user: User) -> None:
                if user.id != session.user.id:
                    real_give(work, of, version, key, user)

            own.setattr(own_keys, "replace", changed)
            own.setattr(compartments, "give_key", give)
            own_keys.make_keys_own(session, old=passphrase(text), new=passphrase(NEW))
        at = session.journal.size - 1

    honest = makes_own(office_copy, typed_by(PROSECUTOR), NEWEST, 2)
    opening, checked = seen_by(office_copy)
    assert at in entries_named(opening, "act-exceeded.value") & entries_named(checked, "act-exceeded.value")
    named = {where.first for each in (*opening, *checked) for where in each.where if where.kind == "entry"}
    assert honest not in named
    assert "compartment-holder-left-out" not in {each.key for each in checked}


@dataclass
class Collected:
    """What a renewal saves, for an event that a program of one's own writes."""

    connection: Connection
    at: datetime
    entry: int
    saved: list[Any] = field(default_factory=list)

    def save(self, *values: Any) -> None:
        self.saved += values


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("jumps", [True, False])
def test_a_version_that_is_not_the_next_is_named(office_copy: Path, jumps: bool):
    retired(office_copy)  # so that the renewal is due

    def write(program: OwnProgram) -> None:
        session = program.session
        version = registry.COMPARTMENT_VERSION.find(session.read, IDENTITIES.value)
        assert version is not None
        work: Any = Collected(session.read, program.next_time(), session.journal.size + 1)
        with pytest.MonkeyPatch.context() as own:
            real = compartments._version
            if jumps:
                own.setattr(compartments, "_version", lambda what, key, _, by: real(what, key, 2**62, by))
            compartments.renew_key(work, session, version, holders_in(session, IDENTITIES))
        program.say(Does.HOLDERS_RECORDED, session.vault_id, *work.saved)

    with pytest.MonkeyPatch.context() as own:
        own.setattr(login, "renew_due_keys", lambda _: None)
        attacked(office_copy, CLERK, write, start=NEXT_DAY + 2 * HOUR)

    opening, checked = seen_by(office_copy)
    assert broken(opening) == ({"act-exceeded.value"} if jumps else set())
    assert "act-exceeded.value" in broken(checked) if jumps else not broken(checked)


@pytest.mark.requirement("SR-19")
def test_honest_renewals_of_everybody_are_nothing_to_be_named(office_copy: Path):
    for at, (role, new) in enumerate([(CLERK, NEW), (PROSECUTOR, NEWEST), (JUDGE, JUDGES)], start=1):
        makes_own(office_copy, typed_by(role), new, at)

    for typed in (JUDGES, NEW, NEWEST):
        opening, checked = seen_by(office_copy, typed)
        assert broken(opening) == broken(checked) == set()
    with closing(unlock(office_copy, JUDGES, start=AFTERWARDS)) as session:
        assert user_of(session, CLERK).id in holders_in(session, IDENTITIES)
        assert people.open_identity(session, registry.SEALED_IDENTITY.all(session.read)[0]).name


@pytest.mark.requirement("SR-15")
def test_what_is_no_assessment_is_named_and_the_former_one_is_read(office_copy: Path):
    """A prosecutor seals something else under the right key."""
    heads = office_copy.parent / "heads"
    with closing(unlock(office_copy, start=NEXT_DAY + HOUR, heads=heads)) as session:
        person = registry.PERSON.all(session.read)[0]
        kept = sealed.add_assessment(session, person.id, ASSESSMENT)
    entries: list[int] = []

    def write(program: OwnProgram) -> None:
        by = program.session
        at = program.next_time()
        item = SealedItem(
            id=RowId(by.new_id(at)),
            case_id=person.case_id,
            compartment=Compartment.ASSESSMENTS,
            subject_id=person.id,
            sealed="",
            added_at=at,
        )
        key = compartments.open_compartment(Compartment.ASSESSMENTS, by)
        context = item_context(by.vault.vault_id, item)
        made = sealing.seal(key, b"[]", context=context, randomness=by.environment.randomness)
        at = program.next_time()
        told = replace(item, added_at=at, sealed=b64encode(made).decode())
        program.say(Does.ASSESSMENT_ADDED, person.id, told)
        entries.append(by.journal.size)

    attacked(office_copy, PROSECUTOR, write, start=NEXT_DAY + 2 * HOUR)

    with closing(unlock(office_copy, start=AFTERWARDS, heads=heads)) as session:
        checked = health.check_vault(session).findings
        read = sealed.reveal_assessment(session, person.id, justification="Summons")
        unread = sealed.unread_assessments(session, person.id)
    assert entries_named(checked, "sealed-unreadable") == set(entries)
    assert (read, unread) == (kept, 1)
