"""A vault from before the signed grants: a holder who unlocks it signs who has each key, in an event."""

import secrets
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.offices import NEXT_DAY, environment, keeping_triggers, unlock
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, passphrase
from tests.vault.data.make_example import CIRCUMSTANCES, CLERK_PASSPHRASE
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.rights import compartments_of
from thb_desktop.domain.vocabulary import Compartment, UserRole
from thb_desktop.findings import Standing, verdict
from thb_desktop.services.core.compartments import holders_in, open_compartment
from thb_desktop.services.core.login import log_in
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.office import users
from thb_desktop.services.persons import sealed
from thb_desktop.vault.database import Connection, load_migrations
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.tables import keys as rows
from thb_desktop.vault.vault import open_vault

LATER = NEXT_DAY + timedelta(days=30)
FIRST = load_migrations()[:1]


def events(session: Session) -> list[Event]:
    return [Event.parse(opening.payload) for opening in chain.openings(session.read) if opening]


def before_any_grant(folder: Path, change: Callable[[Connection], object]) -> None:
    """Change the vault in its first schema, as somebody with its keys could."""
    vault = open_vault(folder, passphrase(), randomness=secrets.token_bytes, steps=FIRST)
    with closing(vault), keeping_triggers(vault.connection):
        change(vault.connection)


def unsigned(session: Session) -> set[str]:
    found = health.check_vault(session).findings
    return {str(each.values["compartment"]) for each in found if each.code == "compartment-unsigned"}


def said_of_compartments(session: Session) -> set[str]:
    """What the health check finds wrong with compartments; with anything else, only what is not known."""
    found = health.check_vault(session).findings
    assert verdict(found) is not Standing.BROKEN
    return {each.code for each in found if each.code.startswith("compartment")}


def versions(session: Session) -> dict[Compartment, int]:
    return {each.compartment: each.version for each in registry.COMPARTMENT_VERSION.all(session.read)}


@pytest.mark.requirement("SR-13")
def test_the_judges_first_unlock_makes_new_keys_and_signs_who_has_them(example: Path):
    session = unlock(example, start=LATER)

    last = events(session)[-1]
    assert (last.action, last.reason) == (
        VaultAction.HOLDERS_RECORDED,
        "ASSESSMENTS, IDENTITIES, KEY_MATERIAL, ROOT_KEY",
    )
    assert set(versions(session).values()) == {2}
    for user in users.list_users(session):
        assert {part for part in Compartment if user.id in holders_in(session, part)} == compartments_of(
            user.role
        )
    assert not any(rows.former_compartment_keys(session.read, part) for part in Compartment)
    person = registry.PERSON.all(session.read)[0]
    assert (
        sealed.reveal_assessment(session, person.id, justification="Summons").circumstances == CIRCUMSTANCES
    )
    assert said_of_compartments(session) == set()
    session.close()
    for text in (PASSPHRASE, CLERK_PASSPHRASE):
        again = unlock(example, text, start=LATER + timedelta(days=1))
        assert again.opening.is_sound
        assert len(open_compartment(Compartment.IDENTITIES, again)) == 32
        assert [each.action for each in events(again)].count(VaultAction.HOLDERS_RECORDED) == 1
        again.close()


@pytest.mark.requirement("SR-13")
def test_each_holder_signs_for_the_compartments_that_they_can_open_and_the_health_check_names_the_others(
    example: Path,
):
    analyst = unlock(example, OTHER_PASSPHRASE, start=LATER)
    nobody = unsigned(analyst)
    analyst.close()
    clerk = unlock(example, CLERK_PASSPHRASE, start=LATER + timedelta(hours=1))
    left = unsigned(clerk)
    clerk.close()
    judge = unlock(example, start=LATER + timedelta(hours=2))

    assert nobody == set(Compartment)
    assert left == set(Compartment) - {Compartment.IDENTITIES}
    assert unsigned(judge) == set()
    assert [event.reason for event in events(judge) if event.action == VaultAction.HOLDERS_RECORDED] == [
        "IDENTITIES",
        "ASSESSMENTS, KEY_MATERIAL, ROOT_KEY",
    ]
    assert len(open_compartment(Compartment.IDENTITIES, judge)) == 32
    assert said_of_compartments(judge) == set()
    judge.close()


@pytest.mark.requirement("SR-19")
def test_a_row_that_somebody_without_the_right_put_in_before_becomes_no_grant(example: Path):
    def put(connection: Connection) -> None:
        (me,) = connection.execute("SELECT id FROM user WHERE role = 'ANALYST'").fetchone()
        connection.execute("INSERT INTO compartment_key VALUES ('IDENTITIES', ?, x'00')", (me,))

    before_any_grant(example, put)
    session = unlock(example, start=LATER)

    analyst = next(user for user in users.list_users(session) if user.role is UserRole.ANALYST)
    assert analyst.id not in holders_in(session, Compartment.IDENTITIES)
    assert not registry.COMPARTMENT_GRANT.where(session.read, "user_id", analyst.id)
    assert said_of_compartments(session) == set()
    session.close()


@pytest.mark.requirement("SR-19")
def test_a_former_key_exchanged_for_another_is_not_signed(example: Path):
    before_any_grant(
        example,
        lambda connection: connection.execute(
            "UPDATE compartment_key SET wrapped = zeroblob(1168) WHERE compartment = 'ASSESSMENTS'"
        ),
    )
    session = unlock(example, start=LATER)

    assert versions(session)[Compartment.ASSESSMENTS] == 1
    assert unsigned(session) == {Compartment.ASSESSMENTS}
    session.close()


@pytest.mark.requirement("SR-42")
def test_on_a_medium_that_takes_nothing_a_holder_reads_with_the_former_key(example: Path):
    before = (example / "vault.db").read_bytes()
    vault = open_vault(example, passphrase(), randomness=secrets.token_bytes, read_only=True)
    session = log_in(vault, environment(LATER))

    assert session.opening.is_sound
    assert len(open_compartment(Compartment.ASSESSMENTS, session)) == 32
    session.close()
    assert (example / "vault.db").read_bytes() == before
