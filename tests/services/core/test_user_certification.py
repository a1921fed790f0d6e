"""Who holds the key of the database can write rows: none of it makes anybody more than they are."""

import secrets
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.services.persons.test_sealed import (
    ASSESSMENT,
    NAME,
    by_a_colleague,
    colleague,
    office,
    sit_down,
    typed_by,
)
from tests.support.offices import (
    LATER,
    NEXT_DAY,
    Small,
    case_file,
    copy_of,
    environment,
    keeping_triggers,
    new_office,
    small_case,
    unlock,
)
from tests.support.own_program import past_the_list
from tests.support.second_person import ALONE, approval
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, passphrase
from thb_desktop.crypto import compartments, signing
from thb_desktop.crypto.compartments import ReceivingKey
from thb_desktop.crypto.signing import SoftwareSigner
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.people import User
from thb_desktop.domain.rights import Right
from thb_desktop.domain.second_person import Approval, Second
from thb_desktop.domain.vocabulary import (
    Compartment,
    IdentityKind,
    SecondKind,
    TwoPersonAct,
    UserRole,
)
from thb_desktop.errors import (
    ApprovalForgedError,
    CertificateError,
    CustodyAppendOnlyError,
    KeyNotForRoleError,
    LastHolderError,
    PassphraseDueError,
    SealedValueDamagedError,
)
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.case_file import cases
from thb_desktop.services.core import compartments as parts
from thb_desktop.services.core import keys
from thb_desktop.services.core.approvals import statement
from thb_desktop.services.core.compartments import open_compartment
from thb_desktop.services.core.login import new_entry_author
from thb_desktop.services.core.root_key import seal_root
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.office import identities, users, vaults
from thb_desktop.services.office.enrolment import root_of
from thb_desktop.services.persons import people, sealed
from thb_desktop.vault.database import allow_writing
from thb_desktop.vault.tables import chain, registry

__all__ = ["office"]


@pytest.fixture
def folder(office: tuple[Path, Small, Exhibit], tmp_path: Path) -> Path:
    return copy_of(office[0], tmp_path / "v.thbvault")


@pytest.fixture
def small(office: tuple[Path, Small, Exhibit]) -> Small:
    return office[1]


@pytest.fixture
def session(folder: Path) -> Iterator[Session]:
    opened = unlock(folder)
    yield opened
    opened.close()


def broken(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.code for finding in findings if finding.standing is Standing.BROKEN}


def found_at_unlock(folder: Path) -> set[str]:
    session = unlock(folder, start=NEXT_DAY)
    found = broken(session.opening.findings)
    session.close()
    return found


def found_by_health(folder: Path) -> set[str]:
    session = unlock(folder, start=NEXT_DAY)
    found = broken(health.check_vault(session).findings)
    session.close()
    return found


def put_key_in_place(session: Session, compartment: Compartment, key: bytearray) -> None:
    """What a program of one's own can do: give everybody another key of a compartment."""
    version = registry.COMPARTMENT_VERSION.find(session.read, compartment.value)
    assert version is not None
    grants = {
        each.user_id: each
        for each in registry.COMPARTMENT_GRANT.where(session.read, "compartment", compartment.value)
    }
    with session.drafting() as connection, keeping_triggers(connection):
        connection.execute("DROP TRIGGER compartment_grant_is_kept")
        connection.execute("DELETE FROM compartment_grant WHERE compartment = ?", (compartment.value,))
        for user_id, grant in grants.items():
            wrapped = compartments.wrap_for(
                b64decode(users.get_user(session, user_id).receiving_key),
                key,
                context=parts.grant_context(session.vault.vault_id, compartment, user_id),
            )
            forged = replace(grant, version=version.version, wrapped=b64encode(wrapped).decode("ascii"))
            row = registry.COMPARTMENT_GRANT.to_row(forged)
            registry.COMPARTMENT_GRANT.write(connection, row, is_new=True)


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("compartment", list(Compartment))
def test_sr_19_nothing_is_sealed_under_a_key_that_no_holder_made(session: Session, compartment: Compartment):
    put_key_in_place(session, compartment, bytearray(b"E" * 32))

    with pytest.raises(SealedValueDamagedError):
        open_compartment(compartment, session)


@pytest.mark.requirement("SR-19")
def test_sr_19_a_key_made_by_who_has_no_right_to_it_is_found_at_unlock_and_opens_nothing(
    folder: Path, session: Session, small: Small
):
    sit_down(session, UserRole.CLERK)
    key = bytearray(b"E" * 32)
    with past_the_list(), session.work() as work:
        before = registry.COMPARTMENT_VERSION.find(session.read, Compartment.ASSESSMENTS.value)
        assert before is not None
        work.save(parts._version(Compartment.ASSESSMENTS, key, before.version + 1, session))
        work.record(small.case.id, VaultAction.CASE_OPENED)
    put_key_in_place(session, Compartment.ASSESSMENTS, key)
    session.close()

    judge = unlock(folder, start=NEXT_DAY)

    assert "compartment-forged" in broken(judge.opening.findings)
    with pytest.raises(SealedValueDamagedError):
        open_compartment(Compartment.ASSESSMENTS, judge)
    judge.close()


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize(
    "change", [{"role": UserRole.PROSECUTOR}, {"receiving_key": "theirs"}, {"name": "X"}]
)
def test_sr_19_a_user_whom_the_root_did_not_admit_so_is_found_at_unlock_and_given_no_key(
    folder: Path, change: dict[str, object]
):
    if "receiving_key" in change:
        theirs = ReceivingKey.from_bytes(compartments.new_receiving_key(secrets.token_bytes))
        change = {"receiving_key": b64encode(theirs.public).decode("ascii")}
    session = unlock(folder)
    allow_writing(session.read)
    session.read.execute("DROP TRIGGER user_stays_as_admitted")
    forged = replace(colleague(session, UserRole.ADMINISTRATOR), **change)
    sit_down(session, UserRole.CLERK)
    with past_the_list(), session.work() as work:
        work.save(forged)
        work.record(forged.id, VaultAction.KEYS_GIVEN)
    session.user, session.keys = _judge(session)
    version = registry.COMPARTMENT_VERSION.find(session.read, Compartment.IDENTITIES.value)
    assert version is not None
    with pytest.raises((CertificateError, KeyNotForRoleError)), session.work() as work:
        parts.give_key(work, session, version, bytearray(32), forged)
    session.close()

    assert "user-forged" in found_at_unlock(folder)


def _judge(session: Session) -> tuple[User, keys.UserKeys]:
    judge = colleague(session, UserRole.INVESTIGATING_JUDGE)
    guest = users.signer_of(session, judge.id, passphrase())
    return guest.user, guest.keys


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("change", [{"role": UserRole.PROSECUTOR}, {"admission": "0" * 128}, {"name": "X"}])
def test_sr_19_the_database_refuses_to_change_who_was_admitted(session: Session, change: dict[str, object]):
    with pytest.raises(CustodyAppendOnlyError), session.work() as work:
        work.save(replace(colleague(session, UserRole.CLERK), **change))


@pytest.mark.requirement("SR-19")
def test_sr_19_a_retired_user_does_not_come_back_by_a_row(session: Session):
    leaver = colleague(session, UserRole.ANALYST)
    users.retire_user(
        session,
        leaver.id,
        reason="Moved",
        own_passphrase=passphrase(),
        second=by_a_colleague(session, TwoPersonAct.RETIRE_USER, leaver.id),
    )

    with pytest.raises(CustodyAppendOnlyError), session.work() as work:
        work.save(leaver)


@pytest.mark.requirement("SR-15")
def test_sr_15_a_chain_that_a_retired_user_continued_is_named_at_unlock(folder: Path, small: Small):
    session = unlock(folder)
    leaver = colleague(session, UserRole.CLERK)
    guest = users.signer_of(session, leaver.id, passphrase(OTHER_PASSPHRASE))
    stands_by = colleague(session, UserRole.ADMINISTRATOR)
    users.retire_user(
        session,
        leaver.id,
        reason="Moved",
        own_passphrase=passphrase(),
        second=approval(
            session,
            stands_by,
            TwoPersonAct.RETIRE_USER,
            leaver.id,
            text=typed_by(stands_by.role),
        ),
    )
    session.close()
    assert found_at_unlock(folder) == set()
    again = unlock(folder, start=LATER + timedelta(hours=1))
    _write_as(again, guest.user, guest.keys)

    assert found_at_unlock(folder) == {"agent-retired"}


def _write_as(session: Session, user: User, theirs: keys.UserKeys) -> None:
    session.user, session.keys = user, theirs
    session.author = new_entry_author(
        session.office_record,
        user,
        theirs,
        first=session.journal.size + 1,
        reading=session.clock.read(),
        environment=session.environment,
    )
    with session.work() as work:
        work.record(user.id, VaultAction.PASSPHRASE_CHANGED)
    session._consultation_log = None
    session.close()


def further_key(session: Session, user: User, typed: str) -> tuple[SoftwareSigner, RowId]:
    """A key like that of a card, for which the root vouched and to which the user agreed."""
    signer = SoftwareSigner.of(signing.new_private_key(secrets.token_bytes))
    with session.work() as work:
        identity = identities._vouch(
            work,
            session,
            user,
            signer.public_key,
            (),
            kind=IdentityKind.CARD,
            token="T",
            agreeing=users.signer_of(session, user.id, passphrase(typed)).keys.signer,
        )
    return signer, identity.id


@pytest.mark.requirement("SR-20")
def test_sr_20_a_key_that_was_withdrawn_approves_nothing(session: Session, small: Small):
    clerk = colleague(session, UserRole.CLERK)
    signer, identity_id = further_key(session, clerk, OTHER_PASSPHRASE)

    def reveal() -> str:
        at = session.clock.read().at
        asked = Approval(
            id=RowId(session.new_id(at)),
            kind=SecondKind.APPROVED,
            act=TwoPersonAct.REVEAL_IDENTITY,
            subject=small.person.id,
            requested_by=session.user.id,
            approved_by=clerk.id,
            at=at,
        )
        signed = replace(asked, signature=signer.sign(statement(asked, session.vault_id)).hex())
        return people.reveal_identity(session, small.person.id, justification="Summons", second=signed).name

    assert reveal() == NAME
    identities.withdraw_identity(session, identity_id, reason="The card was stolen")

    with pytest.raises(ApprovalForgedError):
        reveal()
    assert broken(health.check_vault(session).findings) == set()


@pytest.mark.requirement("SR-15")
def test_sr_15_a_session_that_hangs_on_a_withdrawn_key_is_named_at_unlock(folder: Path, small: Small):
    session = unlock(folder)
    user = session.user
    signer, identity_id = further_key(session, user, PASSPHRASE)
    identities.withdraw_identity(session, identity_id, reason="The card was stolen")
    session.close()
    assert found_at_unlock(folder) == set()
    again = unlock(folder, start=LATER + timedelta(hours=1))
    _write_as(again, user, replace(again.keys, signer=signer))

    assert found_at_unlock(folder) == {"identity-withdrawn"}
    assert "identity-withdrawn" in found_by_health(folder)


@pytest.mark.requirement("SR-19")
def test_sr_19_a_key_for_the_root_that_is_not_that_of_its_certificate_admits_nobody(session: Session):
    other = signing.new_private_key(secrets.token_bytes)
    key = open_compartment(Compartment.ROOT_KEY, session)
    forged = keys.Root(certificate=b"", signer=SoftwareSigner.of(other))
    with session.drafting() as connection:
        connection.execute("DELETE FROM sealed_secret")
        seal_root(connection, key, forged, session.vault)

    with pytest.raises(SealedValueDamagedError):
        root_of(session.office_record, session)


def judge_with(tmp_path: Path, roles: dict[str, UserRole], *, seals: bool) -> Session:
    """A judge's new vault with these colleagues; whose passphrase is the other one, then their name."""

    def fill(session: Session) -> None:
        small = small_case(session)
        if seals:
            sealed.add_assessment(session, small.person.id, ASSESSMENT)
        for name, role in roles.items():
            users.add_user(
                session,
                name=name,
                role=role,
                passphrase=passphrase(f"{OTHER_PASSPHRASE} {name}"),
                own_passphrase=passphrase(),
                second=lambda about: _by_marc(session, TwoPersonAct.ADD_USER, about),
            )

    new_office(tmp_path / "o.thbvault", fill)
    return unlock(tmp_path / "o.thbvault", f"{OTHER_PASSPHRASE} nadia")


def _by_marc(session: Session, act: TwoPersonAct, subject: str) -> Second:
    """Marc, the clerk, approves; before he came nobody could."""
    clerks = [user for user in users.list_users(session) if user.role is UserRole.CLERK]
    return approval(session, clerks[0], act, subject, text=f"{OTHER_PASSPHRASE} marc") if clerks else ALONE


ROLES = {"marc": UserRole.CLERK, "nadia": UserRole.ADMINISTRATOR}


@pytest.mark.requirement("SR-20")
@pytest.mark.parametrize(("more", "seals"), [({}, False), ({}, True), ({"els": UserRole.PROSECUTOR}, True)])
def test_sr_20_whom_nobody_can_replace_is_not_retired(
    tmp_path: Path, more: dict[str, UserRole], *, seals: bool
):
    """Els is a prosecutor, but the key of the assessments was never given to her by who holds it."""
    session = judge_with(tmp_path, ROLES | more, seals=seals)
    if more:
        with session.drafting() as connection, keeping_triggers(connection):
            connection.execute("DROP TRIGGER compartment_grant_is_kept")
            connection.execute(
                "DELETE FROM compartment_grant WHERE user_id = ?",
                (colleague(session, UserRole.PROSECUTOR).id,),
            )
    judge = colleague(session, UserRole.INVESTIGATING_JUDGE)
    about = _by_marc(session, TwoPersonAct.RETIRE_USER, judge.id)

    with pytest.raises(LastHolderError):
        users.retire_user(
            session,
            judge.id,
            reason="x",
            own_passphrase=passphrase(f"{OTHER_PASSPHRASE} nadia"),
            second=about,
        )

    assert users.get_user(session, judge.id).active
    session.close()


@pytest.mark.requirement("SR-20")
def test_sr_20_a_key_that_could_not_be_renewed_at_a_retirement_is_renewed_before_the_next_sealing(
    tmp_path: Path,
):
    """The administrator holds no key of what is sealed: the judge's next assessment renews it."""
    session = judge_with(tmp_path, ROLES | {"els": UserRole.PROSECUTOR}, seals=True)
    leaver = colleague(session, UserRole.PROSECUTOR)
    guest = users.signer_of(session, leaver.id, passphrase(f"{OTHER_PASSPHRASE} els"))
    own = session.user, session.keys
    session.user, session.keys = guest.user, guest.keys
    known = open_compartment(Compartment.ASSESSMENTS, session)
    session.user, session.keys = own
    users.retire_user(
        session,
        leaver.id,
        reason="Moved",
        own_passphrase=passphrase(f"{OTHER_PASSPHRASE} nadia"),
        second=_by_marc(session, TwoPersonAct.RETIRE_USER, leaver.id),
    )
    due = {each.compartment for each in registry.COMPARTMENT_VERSION.all(session.read) if each.renewal_due}
    told = {each.code for each in health.check_vault(session).findings}
    session.close()
    judge = unlock(tmp_path / "o.thbvault", start=NEXT_DAY)
    person = registry.PERSON.all(judge.read)[0]

    sealed.add_assessment(judge, person.id, ASSESSMENT)

    assert Compartment.ASSESSMENTS in due
    assert "compartment-renewal-due" in told
    now = registry.COMPARTMENT_VERSION.find(judge.read, Compartment.ASSESSMENTS.value)
    assert now is not None
    assert (now.version, now.renewal_due, now.set_by) == (2, False, judge.user.id)
    assert open_compartment(Compartment.ASSESSMENTS, judge) != known
    assert sealed.reveal_assessment(judge, person.id, justification="Summons").wishes == ASSESSMENT.wishes
    assert broken(health.check_vault(judge).findings) == set()
    judge.close()


def forged_approval(session: Session, work_at: object, subject: str) -> Approval:
    return Approval(
        id=RowId(session.new_id(session.clock.read().at)),
        kind=SecondKind.APPROVED,
        act=TwoPersonAct.REVEAL_IDENTITY,
        subject=subject,
        requested_by=session.user.id,
        approved_by=colleague(session, UserRole.CLERK).id,
        at=session.clock.read().at,
        signature="00" * 64,
    )


@pytest.mark.requirement("SR-20")
@pytest.mark.parametrize("kind", ["none", "forged", "of another act"])
def test_sr_20_an_act_of_two_persons_past_the_services_is_found_by_the_health_check(
    folder: Path, small: Small, kind: str
):
    session = unlock(folder)
    with past_the_list(), session.work() as work:
        if kind == "forged":
            work.save(forged_approval(session, work.at, small.person.id))
        if kind == "of another act":
            clerk = colleague(session, UserRole.CLERK)
            work.save(approval(session, clerk, TwoPersonAct.RENEW_MASTER_KEY, session.vault_id))
        work.record(small.person.id, VaultAction.IDENTITY_VIEWED, "x")
    session.close()

    exceeded = {"act-exceeded"} if kind == "of another act" else set()
    assert found_by_health(folder) == {"second-missing"} | exceeded


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize(
    ("role", "action"),
    [
        (UserRole.CLERK, VaultAction.BACKUP_TRIED),
        (UserRole.CLERK, VaultAction.RESTORED),
        (UserRole.ANALYST, VaultAction.CASE_OPENED),
        (UserRole.ADMINISTRATOR, VaultAction.RENDERING_SET),
        (UserRole.EVIDENCE_CUSTODIAN, VaultAction.FORMALITIES_SET),
    ],
)
def test_sr_19_an_act_that_a_role_does_not_include_is_found_by_the_health_check(
    folder: Path, small: Small, role: UserRole, action: VaultAction
):
    session = unlock(folder, OTHER_PASSPHRASE)
    sit_down(session, role)
    session.author = new_entry_author(
        session.office_record,
        session.user,
        session.keys,
        first=session.journal.size + 1,
        reading=session.clock.read(),
        environment=session.environment,
    )
    with past_the_list(), session.work() as work:
        work.record(small.case.id, action)
    session._consultation_log = None
    session.close()

    allowed = (role, action) == (UserRole.CLERK, VaultAction.BACKUP_TRIED)
    found = found_by_health(folder)
    assert ("right-not-held" in found) is not allowed
    assert "act-exceeded" in found


@pytest.mark.requirement("SR-20")
@pytest.mark.parametrize(
    "read",
    [
        cases.list_cases,
        lambda session: cases.open_case(session, case_file(reference="2026/2")),
        lambda session: users.give_keys(session, session.user.id),
    ],
)
def test_sr_20_by_a_recovery_code_nothing_is_read_or_done_before_a_new_passphrase(
    tmp_path: Path, read: Callable[[Session], object]
):
    code = new_office(tmp_path / "v.thbvault", small_case)
    session = vaults.unlock_with_recovery_code(tmp_path / "v.thbvault", code=code, environment=environment())

    with pytest.raises(PassphraseDueError):
        read(session)
    vaults.set_passphrase_by_recovery(session, passphrase(OTHER_PASSPHRASE), second=ALONE)
    read(session)

    acts = [signed.parsed().action for signed in chain.entries(session.read)]
    assert VaultAction.ACCESS_DENIED not in acts
    assert acts.index(VaultAction.RECOVERY_USED) < acts.index(VaultAction.PASSPHRASE_RECOVERED)
    session.close()


def test_every_act_of_two_persons_has_its_right():
    from thb_desktop.domain.act_rights import right_of_act
    from thb_desktop.domain.second_person import ACTS, TWO_PERSON_ACTS

    assert set(ACTS.values()) == set(TWO_PERSON_ACTS)
    for action, act in ACTS.items():
        assert right_of_act(action) in {TWO_PERSON_ACTS[act], None}
    assert Right.OWN_KEYS not in {right_of_act(action) for action in ACTS}
