"""Compartments against colleagues: own keys, the database's key and plain Python make nobody a holder.

Each attack is first written by hand; then the people of the office go on with their work.
"""

import secrets
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.services.persons.test_sealed import by_a_colleague, colleague, office, typed_by
from tests.support.offices import IDENTITY, NAME, NEXT_DAY, Small, copy_of, keeping_triggers, unlock
from tests.support.own_program import past_the_list
from tests.support.vaults import PASSPHRASE, passphrase
from thb_desktop.crypto import compartments, sealing
from thb_desktop.crypto.compartments import ReceivingKey
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.people import CompartmentGrant, User
from thb_desktop.domain.rights import COMPARTMENT_RIGHTS, may
from thb_desktop.domain.vocabulary import Compartment, TwoPersonAct, UserRole
from thb_desktop.errors import (
    CertificateError,
    KeyNotForRoleError,
    KeyRenewalDueError,
    NotAllowedError,
    SealedValueDamagedError,
)
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.core import act_audit
from thb_desktop.services.core import compartments as parts
from thb_desktop.services.core.compartment_holders import grant_statement, receiving_digest
from thb_desktop.services.core.compartments import holders_in, open_compartment
from thb_desktop.services.core.login import new_entry_author
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.user_certification import admission_of
from thb_desktop.services.keeping import health
from thb_desktop.services.office import users
from thb_desktop.services.office.enrolment import root_of
from thb_desktop.services.persons import people
from thb_desktop.vault.database import Connection, allow_writing
from thb_desktop.vault.journal import Journal
from thb_desktop.vault.tables import registry
from thb_desktop.vault.vault import open_vault

__all__ = ["office"]

IDENTITIES = Compartment.IDENTITIES
FORGED = ("compartment-holder-forged", "IDENTITIES")
LEFT_OUT = "compartment-holder-left-out"
NAMED = {FORGED, ("compartment-forged", "IDENTITIES")}
"""A holder without a valid grant, or, if the maker of the key is not who they were, the key itself."""
LATER = NEXT_DAY + timedelta(days=1)


@pytest.fixture
def folder(office: tuple[Path, Small, Exhibit], tmp_path: Path) -> Path:
    return copy_of(office[0], tmp_path / "v.thbvault")


def text_of(role: UserRole) -> str:
    return PASSPHRASE if role is UserRole.INVESTIGATING_JUDGE else typed_by(role)


def by_hand(folder: Path, role: UserRole, change: Callable[[Connection], object]) -> None:
    """Change the database as a colleague can: by the key that their passphrase opens, and plain SQL."""
    vault = open_vault(folder, passphrase(text_of(role)), randomness=secrets.token_bytes)
    with closing(vault), keeping_triggers(vault.connection):
        change(vault.connection)


@contextmanager
def own_program(folder: Path, role: UserRole) -> Iterator[Session]:
    """A colleague's own program: it has their keys, and asks for no right and no rule of the tables."""
    session = unlock(folder, text_of(role), start=NEXT_DAY)
    session.vault.file = None  # this program does not ask who else writes
    try:
        allow_writing(session.read)
        with keeping_triggers(session.read):
            for name in ("stays", "is_kept", "is_not_replaced"):
                session.read.execute("DROP TRIGGER compartment_grant_" + name)
            for name in ("compartment_version_rises", "user_stays_as_admitted"):
                session.read.execute("DROP TRIGGER " + name)
            session._journal = Journal(session.read)
            yield session
            allow_writing(session.read)
    finally:
        session.close()


def told(session: Session, *rows: object) -> None:
    """Write rows under an event of one's own, so that tables and chain agree."""
    with past_the_list(), session.work() as work:
        work.save(*rows)
        work.record(session.vault_id, VaultAction.HOLDERS_RECORDED)


def at_unlock(folder: Path) -> set[tuple[str, str]]:
    session = unlock(folder, start=LATER)
    found = named(session.opening.findings)
    session.close()
    return found


def by_health(folder: Path) -> set[tuple[str, str]]:
    session = unlock(folder, start=LATER)
    found = named(health.check_vault(session).findings)
    session.close()
    return found


def named(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    return {(finding.code, str(finding.values.get("compartment", ""))) for finding in findings}


def names_read(folder: Path, role: UserRole) -> list[bytes]:
    """What a colleague opens of the protected identities with their own receiving key, from every row."""
    session = unlock(folder, text_of(role), start=LATER)
    vault_id, me = session.vault.vault_id, session.user.id
    wrapped = [row[0] for row in session.read.execute("SELECT wrapped FROM compartment_key")]
    wrapped += [b64decode(row[0]) for row in session.read.execute("SELECT wrapped FROM compartment_grant")]
    context = sealing.bind("thb-compartment/1", vault_id, b"IDENTITIES", me.encode())
    found = []
    for each in wrapped:
        with suppress(SealedValueDamagedError):
            key = compartments.unwrap(session.keys.receiving, bytes(each), context=context)
            for person, kept in session.read.execute("SELECT person_id, sealed FROM sealed_identity"):
                bound = sealing.bind("thb-identity/1", vault_id, person.encode())
                found.append(bytes(sealing.unseal(key, b64decode(kept), context=bound)))
    session.close()
    return found


def retire_prosecutor(session: Session) -> None:
    leaver = colleague(session, UserRole.PROSECUTOR)
    users.retire_user(
        session,
        leaver.id,
        reason="Moved",
        own_passphrase=passphrase(),
        second=by_a_colleague(session, TwoPersonAct.RETIRE_USER, leaver.id),
    )


def seal_something(session: Session, small: Small) -> None:
    person = replace(small.person, id=PersonId(""), code="V-02")
    people.add_person(session, person, replace(IDENTITY, name="Somebody Else"), ())


def put_dummy(connection: Connection) -> None:
    (me,) = connection.execute("SELECT id FROM user WHERE role = 'ANALYST'").fetchone()
    connection.execute("DROP TRIGGER compartment_key_has_ended")
    connection.execute("INSERT INTO compartment_key VALUES ('IDENTITIES', ?, x'00')", (me,))


def present_grants(connection: Connection, compartment: Compartment = IDENTITIES) -> list[CompartmentGrant]:
    version = registry.COMPARTMENT_VERSION.find(connection, compartment.value)
    found = registry.COMPARTMENT_GRANT.where(connection, "compartment", compartment.value)
    return [grant for grant in found if version and grant.version == version.version]


def forged_grant(session: Session, user: User, key: bytearray, **changes: Any) -> CompartmentGrant:
    """A grant for a user, signed by the session's user: valid but for what is wrong with it."""
    version = registry.COMPARTMENT_VERSION.find(session.read, IDENTITIES.value)
    assert version is not None
    wrapped = compartments.wrap_for(
        b64decode(user.receiving_key),
        key,
        context=parts.grant_context(session.vault.vault_id, IDENTITIES, user.id),
    )
    grant = CompartmentGrant(
        compartment=IDENTITIES,
        version=version.version,
        user_id=user.id,
        receiving_digest=receiving_digest(user),
        wrapped=b64encode(wrapped).decode("ascii"),
        granted_by=session.user.id,
        granted_at=session.clock.read().at,
        entry=session.journal.size + 1,
        signature="",
    )
    made = replace(grant, **changes)
    return replace(made, signature=session.keys.signer.sign(grant_statement(made, session.vault_id)).hex())


@pytest.mark.requirement("SR-19")
def test_a_row_put_into_the_former_table_of_keys_makes_nobody_a_holder_when_the_judge_retires_somebody(
    folder: Path,
):
    """Put in while the judge's session is open, it is left out; put in before, the unlock names it."""
    session = unlock(folder)
    with session.drafting() as connection, keeping_triggers(connection):
        put_dummy(connection)

    retire_prosecutor(session)
    session.close()

    assert not [each for each in names_read(folder, UserRole.ANALYST) if NAME.encode() in each]
    by_hand(folder, UserRole.ANALYST, put_dummy)
    assert FORGED in at_unlock(folder)
    assert FORGED in by_health(folder)


@pytest.mark.requirement("SR-19")
def test_a_renewal_that_an_analyst_marks_as_due_is_named_and_gives_them_nothing(folder: Path):
    with own_program(folder, UserRole.ANALYST) as analyst:
        version = registry.COMPARTMENT_VERSION.find(analyst.read, IDENTITIES.value)
        assert version is not None
        told(analyst, replace(version, renewal_due=True))

    session = unlock(folder, start=LATER)

    assert "act-exceeded" in {each.code for each in session.opening.findings}
    assert holders_in(session, IDENTITIES) == {user.id for user in entitled(session, IDENTITIES)}
    session.close()
    assert names_read(folder, UserRole.ANALYST) == []
    assert [each for each in names_read(folder, UserRole.CLERK) if NAME.encode() in each]


def entitled(session: Session, compartment: Compartment) -> list[User]:
    right = COMPARTMENT_RIGHTS[compartment]
    return [user for user in users.list_users(session) if user.active and may(user.role, right)]


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("compartment", list(Compartment))
def test_nobody_is_given_a_key_that_their_role_does_not_include(folder: Path, compartment: Compartment):
    session = unlock(folder)
    version = registry.COMPARTMENT_VERSION.find(session.read, compartment.value)
    assert version is not None
    others = [user for user in users.list_users(session) if user not in entitled(session, compartment)]

    for user in others:
        with pytest.raises(KeyNotForRoleError), session.work() as work:
            parts.give_key(work, session, version, bytearray(32), user)

    assert len(others) >= 2
    session.close()


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("role", [UserRole.ANALYST, UserRole.ADMINISTRATOR, UserRole.EVIDENCE_CUSTODIAN])
def test_a_grant_signed_by_who_is_no_holder_is_named_and_counts_for_nothing(folder: Path, role: UserRole):
    with own_program(folder, role) as session:
        told(session, forged_grant(session, session.user, bytearray(32)))

    assert FORGED in at_unlock(folder)
    assert FORGED in by_health(folder)
    judge = unlock(folder, start=LATER)
    assert colleague(judge, role).id not in holders_in(judge, IDENTITIES)
    judge.close()


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("role", [UserRole.ANALYST, UserRole.ADMINISTRATOR])
def test_a_grant_that_a_holder_signs_for_who_lacks_the_right_counts_for_nothing(folder: Path, role: UserRole):
    """The clerk holds the key of the identities, and gives it to somebody by a program of their own."""
    with own_program(folder, UserRole.CLERK) as clerk:
        key = open_compartment(IDENTITIES, clerk)
        told(clerk, forged_grant(clerk, colleague(clerk, role), key))

    assert FORGED in at_unlock(folder)
    assert FORGED in by_health(folder)


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize(
    "changes",
    [
        {"signature": "0" * 128},
        {"entry": 2},
        {"granted_at": NEXT_DAY.replace(year=2030)},
        {"receiving_digest": "0" * 64},
        {"wrapped": "another"},
        {"wrapped": "of the clerk"},
        {"granted_by": "of the clerk"},
    ],
    ids=" ".join,
)
def test_a_grant_that_was_changed_is_named_with_its_compartment(folder: Path, changes: dict[str, Any]):
    with own_program(folder, UserRole.ANALYST) as session:
        held = {grant.user_id: grant for grant in present_grants(session.read)}
        clerk = held[colleague(session, UserRole.CLERK).id]
        judge = held[colleague(session, UserRole.INVESTIGATING_JUDGE).id]
        meant = {
            "another": b64encode(secrets.token_bytes(1168)).decode("ascii"),
            "of the clerk": clerk.wrapped if "wrapped" in changes else clerk.user_id,
        }
        changed = {name: meant.get(str(value), value) for name, value in changes.items()}
        told(session, replace(judge, **changed))

    assert FORGED in at_unlock(folder)
    assert FORGED in by_health(folder)


@pytest.mark.requirement("SR-19")
def test_a_grant_that_no_event_records_is_named_at_unlock(folder: Path):
    """The clerk signs it for the prosecutor, whose own grant was taken away, and names another event."""
    with own_program(folder, UserRole.CLERK) as clerk:
        clerk.read.execute("DELETE FROM compartment_grant WHERE user_id = ?", (prosecutor_of(clerk).id,))
        key = open_compartment(IDENTITIES, clerk)
        grant = forged_grant(clerk, prosecutor_of(clerk), key, entry=clerk.journal.size)
        registry.COMPARTMENT_GRANT.write(clerk.read, registry.COMPARTMENT_GRANT.to_row(grant), is_new=True)
        clerk._journal = Journal(clerk.read)
        told(clerk)

    assert FORGED in at_unlock(folder)


def prosecutor_of(session: Session) -> User:
    return colleague(session, UserRole.PROSECUTOR)


@pytest.mark.requirement("SR-19")
def test_a_grant_of_an_older_version_put_back_after_a_renewal_makes_nobody_a_holder(folder: Path):
    session = unlock(folder)
    leaver = prosecutor_of(session)
    old = next(each for each in present_grants(session.read) if each.user_id == leaver.id)
    retire_prosecutor(session)
    (version,) = (each.version for each in present_grants(session.read) if each.user_id == session.user.id)
    session.close()

    with own_program(folder, UserRole.CLERK) as clerk:
        told(clerk, replace(old, version=version))

    assert version == old.version + 1
    assert FORGED in at_unlock(folder)
    judge = unlock(folder, start=LATER)
    assert leaver.id not in holders_in(judge, IDENTITIES)
    judge.close()


@pytest.mark.requirement("SR-20")
@pytest.mark.parametrize("entry", [None, 1])
def test_a_grant_that_a_former_holder_signs_counts_for_nothing(
    folder: Path, entry: int | None, monkeypatch: pytest.MonkeyPatch
):
    """A prosecutor made the present key, and was retired since; they sign for a clerk, now or dated back.

    That nobody had to renew the key is named by itself (`test_exchanged_identities`), and left out here.
    """
    monkeypatch.setattr(act_audit, "faults_of_renewals", lambda *_: ())
    session = unlock(folder)
    clerk = colleague(session, UserRole.CLERK)
    session.close()
    with own_program(folder, UserRole.PROSECUTOR) as prosecutor:
        version = registry.COMPARTMENT_VERSION.find(prosecutor.read, IDENTITIES.value)
        assert version is not None
        judge = colleague(prosecutor, UserRole.INVESTIGATING_JUDGE)
        with prosecutor.work() as work:
            parts.renew_key(work, prosecutor, version, {judge.id, prosecutor.user.id})
            work.record(prosecutor.vault_id, VaultAction.HOLDERS_RECORDED)
        key, leaver, theirs = open_compartment(IDENTITIES, prosecutor), prosecutor.user, prosecutor.keys
    judges = unlock(folder, start=LATER)
    told_of = {each.code for each in judges.opening.findings if each.standing is not Standing.HOLDS}
    assert told_of == {LEFT_OUT}  # the clerk, with others
    retired_by_administrator(judges, leaver)
    judges.close()

    with own_program(folder, UserRole.CLERK) as session:
        own = session.user, session.keys
        _act_as(session, leaver, theirs)
        grant = forged_grant(session, clerk, key, **({"entry": entry} if entry else {}))
        if entry is not None:
            _act_as(session, *own)
        told(session, grant)

    assert FORGED in at_unlock(folder)
    judges = unlock(folder, start=LATER)
    assert clerk.id not in holders_in(judges, IDENTITIES)
    judges.close()


def retired_by_administrator(session: Session, leaver: User) -> None:
    """The administrator does not hold the key of the identities, so that it is not renewed at once."""
    administrator = colleague(session, UserRole.ADMINISTRATOR)
    guest = users.signer_of(session, administrator.id, passphrase(text_of(administrator.role)))
    _act_as(session, guest.user, guest.keys)
    approval = by_a_colleague(session, TwoPersonAct.RETIRE_USER, leaver.id)
    with session.work() as work:
        work.save(approval)
        users.retire(leaver, work, "Moved", session)


def _act_as(session: Session, user: User, theirs: Any) -> None:
    session.user, session.keys = user, theirs
    session.author = new_entry_author(
        session.office_record,
        user,
        theirs,
        first=session.journal.size + 1,
        reading=session.clock.read(),
        environment=session.environment,
    )


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("role", [UserRole.INVESTIGATING_JUDGE, UserRole.CLERK])
def test_a_holder_whose_receiving_key_was_exchanged_with_the_roots_key_is_given_no_key(
    folder: Path, role: UserRole, office: tuple[Path, Small, Exhibit]
):
    """An administrator has the root's key, and no right to the identities."""
    theirs = ReceivingKey.from_bytes(compartments.new_receiving_key(secrets.token_bytes))
    with own_program(folder, UserRole.ADMINISTRATOR) as session:
        holder = colleague(session, role)
        root = root_of(session.office_record, session)
        changed = replace(holder, receiving_key=b64encode(theirs.public).decode("ascii"))
        told(session, replace(changed, admission=admission_of(changed, session.vault_id, root.signer)))

    assert at_unlock(folder) & by_health(folder) & NAMED
    judge = unlock(folder, PASSPHRASE, start=LATER)
    assert holder.id not in holders_in(judge, IDENTITIES)
    judge.close()


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("makes_key", [False, True], ids=["given a key", "making the key"])
def test_who_certifies_another_role_for_themselves_with_the_roots_key_is_no_holder(
    folder: Path, *, makes_key: bool
):
    """An administrator as a prosecutor: the event that added them still says what they are."""
    with own_program(folder, UserRole.ADMINISTRATOR) as session:
        root = root_of(session.office_record, session)
        changed = replace(session.user, role=UserRole.PROSECUTOR)
        forged = replace(changed, admission=admission_of(changed, session.vault_id, root.signer))
        key = bytearray(secrets.token_bytes(32))
        version = registry.COMPARTMENT_VERSION.find(session.read, IDENTITIES.value)
        assert version is not None
        if makes_key:
            told(session, forged, parts._version(IDENTITIES, key, version.version + 1, session))
        told(session, forged, forged_grant(session, session.user, key))
    found, seen = at_unlock(folder), by_health(folder)
    judge = unlock(folder, start=LATER)

    assert found & seen & NAMED
    assert forged.id not in holders_in(judge, IDENTITIES)
    if makes_key:
        with pytest.raises((NotAllowedError, SealedValueDamagedError)):
            open_compartment(IDENTITIES, judge)
    with pytest.raises(CertificateError):
        users.give_keys(judge, forged.id)
    judge.close()


@pytest.mark.requirement("SR-19")
def test_a_new_colleague_whose_receiving_key_was_exchanged_before_is_given_no_key(folder: Path):
    session = unlock(folder)
    clerk = colleague(session, UserRole.CLERK)
    root = root_of(session.office_record, session)
    theirs = ReceivingKey.from_bytes(compartments.new_receiving_key(secrets.token_bytes))
    changed = replace(clerk, receiving_key=b64encode(theirs.public).decode("ascii"))
    with session.drafting() as connection, keeping_triggers(connection):
        connection.execute("DROP TRIGGER user_stays_as_admitted")
        row = registry.USER.to_row(
            replace(changed, admission=admission_of(changed, session.vault_id, root.signer))
        )
        registry.USER.write(connection, row, is_new=False)

    with pytest.raises(CertificateError):
        users.give_keys(session, clerk.id)
    session.close()


@pytest.mark.requirement("SR-20")
@pytest.mark.parametrize("change", [{"role": UserRole.PROSECUTOR}, {"active": True}], ids=["role", "active"])
def test_a_user_whose_role_was_changed_or_who_was_reactivated_is_no_holder(
    folder: Path, change: dict[str, Any]
):
    session = unlock(folder)
    leaver = prosecutor_of(session)
    held = next(each for each in present_grants(session.read) if each.user_id == leaver.id)
    if "active" in change:
        retired_by_administrator(session, leaver)
    session.close()

    with own_program(folder, UserRole.ANALYST) as analyst:
        if "active" in change:
            told(analyst, leaver)
        else:
            told(analyst, replace(analyst.user, **change))
            told(analyst, replace(held, user_id=analyst.user.id))

    assert FORGED in at_unlock(folder)
    judge = unlock(folder, start=LATER)
    gained = leaver.id if "active" in change else analyst.user.id
    assert gained not in holders_in(judge, IDENTITIES)
    judge.close()


@pytest.mark.requirement("SR-20")
def test_all_grants_taken_away_do_not_bring_back_the_former_table(folder: Path):
    """Whoever writes there would be given a key as in a vault from before the grants."""
    with own_program(folder, UserRole.ANALYST) as session:
        session.read.execute("DELETE FROM compartment_grant")
        session._journal = Journal(session.read)
        told(session)

    found = at_unlock(folder)

    assert {FORGED, ("compartment-holder-forged", "ASSESSMENTS")} <= found


@pytest.mark.requirement("SR-20")
def test_a_key_from_before_a_renewal_put_back_with_its_holders_is_named_at_unlock(folder: Path):
    """A retired holder kept the former key; without it nobody would renew the key that is put back."""
    session = unlock(folder)
    version = registry.COMPARTMENT_VERSION.find(session.read, IDENTITIES.value)
    assert version is not None
    leaver = prosecutor_of(session)
    retire_prosecutor(session)
    session.close()
    assert at_unlock(folder) & NAMED == set()

    with own_program(folder, UserRole.ANALYST) as analyst:
        analyst.read.execute(
            "DELETE FROM compartment_grant WHERE compartment = 'IDENTITIES' AND (version > ? OR user_id = ?)",
            (version.version, leaver.id),
        )
        row = registry.COMPARTMENT_VERSION.to_row(version)
        registry.COMPARTMENT_VERSION.write(analyst.read, row, is_new=False)
        analyst._journal = Journal(analyst.read)
        told(analyst)

    assert FORGED in at_unlock(folder)
    assert FORGED in by_health(folder)


@pytest.mark.requirement("SR-20")
def test_a_grant_taken_away_is_named_at_unlock(folder: Path):
    with own_program(folder, UserRole.ANALYST) as analyst:
        clerk = colleague(analyst, UserRole.CLERK)
        analyst.read.execute("DELETE FROM compartment_grant WHERE user_id = ?", (clerk.id,))
        analyst._journal = Journal(analyst.read)
        told(analyst)

    assert FORGED in at_unlock(folder)


@pytest.mark.requirement("SR-20")
def test_nothing_is_sealed_under_a_key_that_a_retired_user_had(
    folder: Path, office: tuple[Path, Small, Exhibit]
):
    """The administrator retires the prosecutor while the judge's session could go on."""
    session = unlock(folder)
    own = session.user, session.keys
    retired_by_administrator(session, prosecutor_of(session))
    _act_as(session, *own)

    with pytest.raises(KeyRenewalDueError):
        seal_something(session, office[1])

    session.close()
    again = unlock(folder, start=LATER)
    seal_something(again, office[1])
    again.close()


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize(
    ("role", "compartment"),
    [(UserRole.CLERK, IDENTITIES), (UserRole.ADMINISTRATOR, Compartment.ROOT_KEY)],
)
def test_a_holder_who_renews_a_key_for_themselves_alone_is_named(
    folder: Path, role: UserRole, compartment: Compartment
):
    with own_program(folder, role) as session:
        version = registry.COMPARTMENT_VERSION.find(session.read, compartment.value)
        assert version is not None
        with session.work() as work:
            parts.renew_key(work, session, version, {session.user.id})
            work.record(session.vault_id, VaultAction.HOLDERS_RECORDED, "")
        name = session.user.name

    with closing(unlock(folder, start=LATER)) as judge:
        found = [each for each in health.check_vault(judge).findings if each.code == LEFT_OUT]

    assert [(each.values["compartment"], each.values["maker"]) for each in found] == [(compartment, name)]
