"""A colleague's own program does an act of two persons alone, or with an approval of something else."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.colleagues import JUDGE, attacked, rows, told, user_of
from tests.support.offices import NEXT_DAY, act, environment, unlock
from tests.support.own_program import OwnProgram
from tests.support.second_person import approval
from tests.support.vaults import passphrase
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.needed_reasons import REASONED
from thb_desktop.domain.people import User
from thb_desktop.domain.second_person import Approval
from thb_desktop.domain.vocabulary import CustodyAction, SecondKind, TwoPersonAct, UserRole
from thb_desktop.errors import ReasonMissingError
from thb_desktop.services.evidence import custody
from thb_desktop.services.keeping import health
from thb_desktop.services.office import users
from thb_desktop.services.persons import people
from thb_desktop.vault.tables import registry

ADMINISTRATOR, CLERK, ANALYST = UserRole.ADMINISTRATOR, UserRole.CLERK, UserRole.ANALYST


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """What somebody of this role writes."""

    by: UserRole
    write: Callable[[OwnProgram], None]


def alone(program: OwnProgram, act: TwoPersonAct, subject: str) -> Approval:
    session = program.session
    at = session.clock.read().at
    return Approval(
        id=RowId(session.new_id(at)),
        kind=SecondKind.ALONE,
        act=act,
        subject=subject,
        requested_by=session.user.id,
        approved_by=None,
        at=at,
        reason="Nobody else was there",
    )


def retire(program: OwnProgram, user: User, second: Approval) -> None:
    program.say(VaultAction.USER_RETIRED, user.id, second, replace(user, active=False))


def destroy(program: OwnProgram, exhibit: Exhibit, second: Approval) -> None:
    events = registry.CUSTODY_EVENT.where(program.session.read, "exhibit_id", exhibit.id)
    destroyed = replace(
        events[-1],
        id=RowId(program.session.new_id(program.session.clock.read().at)),
        number=len(events) + 1,
        action=CustodyAction.DESTROYED,
        approval_id=second.id,
    )
    program.say(CustodyAction.DESTROYED, exhibit.id, second, destroyed)


def approved(program: OwnProgram, act: TwoPersonAct, subject: str) -> Approval:
    """What the clerk approved at the desk."""
    return approval(program.session, user_of(program.session, CLERK), act, subject)


def retires_the_analyst_alone(program: OwnProgram) -> None:
    analyst = user_of(program.session, ANALYST)
    retire(program, analyst, alone(program, TwoPersonAct.RETIRE_USER, analyst.id))


def destroys_alone(program: OwnProgram) -> None:
    exhibit = rows(program, registry.EXHIBIT)[0]
    destroy(program, exhibit, alone(program, TwoPersonAct.DESTROY_EXHIBIT, exhibit.id))


def destroys_another_exhibit(program: OwnProgram) -> None:
    one, other = rows(program, registry.EXHIBIT)[:2]
    destroy(program, other, approved(program, TwoPersonAct.DESTROY_EXHIBIT, one.id))


def destroys_long_after_the_approval(program: OwnProgram) -> None:
    exhibit = rows(program, registry.EXHIBIT)[0]
    second = approved(program, TwoPersonAct.DESTROY_EXHIBIT, exhibit.id)
    later = environment(NEXT_DAY + timedelta(days=100))
    program.session.environment = later
    destroy(program, exhibit, second)


def retires_another_user(program: OwnProgram) -> None:
    second = approved(program, TwoPersonAct.RETIRE_USER, user_of(program.session, ANALYST).id)
    retire(program, user_of(program.session, UserRole.PROSECUTOR), second)


def views_another_identity(program: OwnProgram) -> None:
    one, other = rows(program, registry.SEALED_IDENTITY)[:2]
    second = approved(program, TwoPersonAct.REVEAL_IDENTITY, one.person_id)
    program.say(VaultAction.IDENTITY_VIEWED, other.person_id, second)


def renews_the_master_key_alone(program: OwnProgram) -> None:
    vault = program.session.vault_id
    program.say(VaultAction.MASTER_KEY_RENEWED, vault, alone(program, TwoPersonAct.RENEW_MASTER_KEY, vault))


ATTACKS = [
    Attack(by=ADMINISTRATOR, write=retires_the_analyst_alone),
    Attack(by=JUDGE, write=destroys_alone),
    Attack(by=ADMINISTRATOR, write=renews_the_master_key_alone),
    Attack(by=JUDGE, write=destroys_another_exhibit),
    Attack(by=JUDGE, write=destroys_long_after_the_approval),
    Attack(by=ADMINISTRATOR, write=retires_another_user),
    Attack(by=JUDGE, write=views_another_identity),
]


@pytest.mark.requirement("SR-15", "SR-19")
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.write.__name__)
def test_an_act_without_the_second_person_that_it_takes_is_named(office_copy: Path, attack: Attack):
    attacked(office_copy, attack.by, attack.write)

    opening, report = told(office_copy, start=NEXT_DAY + timedelta(days=200))

    assert "second-missing" in opening
    assert "second-missing" in report


@pytest.mark.requirement("SR-15")
def test_what_the_second_person_approved_in_time_is_not_named(office_copy: Path):
    with closing(unlock(office_copy, start=NEXT_DAY)) as session:
        exhibit = registry.EXHIBIT.all(session.read)[0]
        second = approval(session, user_of(session, CLERK), TwoPersonAct.DESTROY_EXHIBIT, exhibit.id)
        custody.record_custody_event(session, exhibit.id, act(CustodyAction.DESTROYED), second=second)
        analyst = user_of(session, ANALYST)
        users.retire_user(
            session,
            analyst.id,
            reason="Moved to another office",
            own_passphrase=passphrase(),
            second=approval(session, user_of(session, CLERK), TwoPersonAct.RETIRE_USER, analyst.id),
        )

    assert told(office_copy) == (set(), set())


@pytest.mark.requirement("SR-15", "SR-19")
def test_an_approval_that_an_earlier_unlock_saw_founds_no_second_act(office_copy: Path):
    """Used by the services first; told again within its time by a program of one's own."""
    with closing(unlock(office_copy, start=NEXT_DAY)) as session:
        person = registry.SEALED_IDENTITY.all(session.read)[0].person_id
        second = approval(session, user_of(session, CLERK), TwoPersonAct.REVEAL_IDENTITY, person)
        people.reveal_identity(session, person, justification="Summons", second=second)
    heads = office_copy.parent / "heads"
    unlock(office_copy, start=NEXT_DAY + timedelta(minutes=2), heads=heads).close()

    def again(program: OwnProgram) -> None:
        program.say(
            VaultAction.IDENTITY_VIEWED, person, registry.APPROVAL.find(program.session.read, second.id)
        )

    attacked(office_copy, JUDGE, again, start=NEXT_DAY + timedelta(minutes=5))

    opening, report = told(office_copy)
    assert "second-missing" in opening & report


@pytest.mark.requirement("SR-15", "SR-19")
@pytest.mark.parametrize("reason", ["", "\u2800"])
def test_each_act_that_must_say_why_is_named_without_a_reason(office_copy: Path, reason: str):
    def write(program: OwnProgram) -> None:
        for action in sorted(REASONED):
            program.say(action, program.session.vault_id, reason=reason)

    attacked(office_copy, JUDGE, write)

    with closing(unlock(office_copy, start=NEXT_DAY + timedelta(days=2))) as session:
        for findings in (session.opening.findings, health.check_vault(session).findings):
            assert sum(each.key == "act-exceeded.reason" for each in findings) == len(REASONED)


@pytest.mark.requirement("SR-19")
def test_no_service_records_an_act_that_must_say_why_without_a_reason(office_copy: Path):
    with closing(unlock(office_copy, start=NEXT_DAY)) as session:
        size = session.journal.size

        with pytest.raises(ReasonMissingError), session.work() as work:
            work.record(session.vault_id, VaultAction.REHASH_TIME_SET, " ")

        assert session.journal.size == size
