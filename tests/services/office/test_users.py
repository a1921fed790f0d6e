"""Users: each with a way in and keys of their own, or none; rights hang on keys, not on words."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.offices import (
    JUDGE,
    NEXT_DAY,
    Small,
    case_file,
    copy_of,
    new_office,
    small_case,
    unlock,
)
from tests.support.second_person import ALONE, asked, second_for
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, passphrase
from thb_desktop.crypto.keyslots import SlotKind
from thb_desktop.crypto.signing import verify_signature
from thb_desktop.domain.ids import AgentId, told_of
from thb_desktop.domain.people import User
from thb_desktop.domain.rights import compartments_of
from thb_desktop.domain.vocabulary import Compartment, TwoPersonAct, UserRole
from thb_desktop.errors import (
    AlreadyExistsError,
    LastManagerError,
    NotAllowedError,
    NotFoundError,
    OwnPassphraseMissingError,
    PassphraseTakenError,
    ReasonMissingError,
    RetiredError,
    RetireOneselfError,
    ValueRefusedError,
    WeakPassphraseError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from thb_desktop.findings import Standing
from thb_desktop.services.case_file import cases
from thb_desktop.services.core import keys
from thb_desktop.services.core.compartments import holders_in
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.office import users, vaults
from thb_desktop.services.office.users import Guest
from thb_desktop.vault.tables import chain
from thb_desktop.vault.tables import keys as rows

THIRD_PASSPHRASE = "velvet copper meadow anchor ribbon"
CLERK = "Marc Lejeune"
DAY_AFTER = NEXT_DAY + timedelta(days=1)


def added(
    session: Session,
    name: str = "Simona Ardeleanu",
    role: UserRole = UserRole.INTERPRETER,
    text: str = OTHER_PASSPHRASE,
) -> Guest:
    user = users.add_user(
        session,
        name=name,
        role=role,
        passphrase=passphrase(text),
        own_passphrase=passphrase(),
        second=asked(session, TwoPersonAct.ADD_USER),
    )
    return users.signer_of(session, user.id, passphrase(text))


def with_clerk(folder: Path, role: UserRole = UserRole.CLERK, name: str = CLERK) -> User:
    session = unlock(folder)
    guest = added(session, name, role)
    session.close()
    return guest.user


def last_event(session: Session) -> tuple[str, str, str]:
    entry = chain.last_entry(session.read)
    assert entry
    parsed = entry.parsed()
    return parsed.action, parsed.subject, parsed.agent


def holds(session: Session, user: User) -> set[Compartment]:
    return {part for part in Compartment if user.id in holders_in(session, part)}


def retire(session: Session, user_id: AgentId, reason: str = "Moved to another office") -> None:
    second = second_for(session, TwoPersonAct.RETIRE_USER, user_id)
    users.retire_user(session, user_id, reason=reason, own_passphrase=passphrase(), second=second)


def is_sound(session: Session) -> bool:
    return all(finding.standing is Standing.HOLDS for finding in health.check_vault(session).findings)


def test_a_new_user_signs_with_a_key_that_their_own_passphrase_opens(session: Session):
    guest = added(session)

    signature = guest.keys.signer.sign(b"the interpretation")

    verify_signature(guest.keys.signer.public_key, b"the interpretation", signature)
    assert [user.name for user in users.list_users(session)] == [JUDGE, "Simona Ardeleanu"]
    assert guest.keys.signer.certificate == keys.certificate_of(guest.user)


def test_another_passphrase_opens_nobodys_keys_and_is_overwritten(session: Session):
    guest = added(session)
    typed = passphrase()

    with pytest.raises(WrongPassphraseError):
        users.signer_of(session, guest.user.id, typed)

    assert typed == bytes(len(typed))


def test_a_user_with_a_slot_of_the_vault_signs_at_the_desk_too(session: Session):
    own = users.signer_of(session, session.user.id, passphrase())

    assert own.keys.signer.key_id == session.keys.signer.key_id
    with pytest.raises(WrongPassphraseError):
        users.signer_of(session, session.user.id, passphrase(OTHER_PASSPHRASE))
    with pytest.raises(NotFoundError):
        users.signer_of(session, AgentId("00000000-0000-0000-0000-000000000000"), passphrase())


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("role", [role for role in UserRole if role is not UserRole.INTERPRETER])
def test_each_colleague_opens_the_vault_by_their_own_passphrase_with_keys_of_their_own(
    folder: Path, role: UserRole
):
    user = with_clerk(folder, role)

    theirs, judges = unlock(folder, OTHER_PASSPHRASE, start=NEXT_DAY), None
    signer = theirs.keys.signer.key_id
    statement = theirs.author.statement.parsed()
    theirs.close()
    judges = unlock(folder, start=NEXT_DAY)

    assert (theirs.user, statement.agent, statement.role) == (user, user.id, role.value)
    assert statement.signer == signer != judges.keys.signer.key_id
    assert theirs.author.key.key_id != judges.author.key.key_id
    assert holds(judges, user) == compartments_of(role)
    judges.close()


def test_what_a_colleague_does_is_signed_as_theirs_and_holds(folder: Path):
    user = with_clerk(folder)
    session = unlock(folder, OTHER_PASSPHRASE, start=NEXT_DAY)

    opened = cases.open_case(session, case_file(reference="2026/2"))

    assert last_event(session) == ("ENTRY_TOLD", told_of(opened.id), user.id)
    assert is_sound(session)
    session.close()


@pytest.mark.requirement("SR-19")
def test_an_interpreters_passphrase_alone_opens_nothing_of_the_vault(folder: Path):
    session = unlock(folder)
    before = session.vault.slots
    user = added(session).user
    after = session.vault.slots
    session.close()

    assert before == after
    with pytest.raises(WrongPassphraseError):
        unlock(folder, OTHER_PASSPHRASE)
    session = unlock(folder, start=NEXT_DAY)
    assert holds(session, user) == set()
    session.close()


@pytest.mark.parametrize(
    ("name", "typed", "own", "error"),
    [
        (JUDGE, OTHER_PASSPHRASE, PASSPHRASE, AlreadyExistsError),
        ("  ", OTHER_PASSPHRASE, PASSPHRASE, ValueRefusedError),
        (CLERK, "secret", PASSPHRASE, WeakPassphraseError),
        (CLERK, PASSPHRASE, PASSPHRASE, PassphraseTakenError),
        (CLERK, OTHER_PASSPHRASE, THIRD_PASSPHRASE, WrongPassphraseError),
        (CLERK, OTHER_PASSPHRASE, None, OwnPassphraseMissingError),
    ],
)
def test_a_user_who_cannot_be_added_leaves_nothing(
    folder: Path, name: str, typed: str, own: str | None, error: type[Exception]
):
    session = unlock(folder)
    size, headers = session.journal.size, (folder / "header").read_bytes()
    given, mine = passphrase(typed), passphrase(own) if own else None

    with pytest.raises(error):
        users.add_user(
            session,
            name=name,
            role=UserRole.CLERK,
            passphrase=given,
            own_passphrase=mine,
            second=ALONE,
        )

    assert len(users.list_users(session)) == 1
    assert session.journal.size == size
    assert (folder / "header").read_bytes() == headers
    assert not any(given)
    assert not any(mine or b"")
    session.close()


def test_who_does_not_hold_the_roots_key_adds_nobody(session: Session, small: Small):
    guest = added(session)
    session.user, session.keys = guest.user, guest.keys

    with pytest.raises(NotAllowedError):
        users.add_user(
            session,
            name="Somebody",
            role=UserRole.PROSECUTOR,
            passphrase=passphrase(OTHER_PASSPHRASE),
            second=ALONE,
        )


@pytest.mark.requirement("SR-19")
def test_an_administrator_lets_a_clerk_in_and_only_a_judge_can_give_the_key_of_identities(folder: Path):
    with_clerk(folder, UserRole.ADMINISTRATOR, "Nadia Peeters")
    session = unlock(folder, OTHER_PASSPHRASE, start=NEXT_DAY)
    clerk = users.add_user(
        session,
        name=CLERK,
        role=UserRole.CLERK,
        passphrase=passphrase(THIRD_PASSPHRASE),
        own_passphrase=passphrase(OTHER_PASSPHRASE),
        second=asked(session, TwoPersonAct.ADD_USER, text=PASSPHRASE),
    )
    assert users.give_keys(session, clerk.id) == ()
    assert holds(session, clerk) == set()
    session.close()

    session = unlock(folder, start=NEXT_DAY)
    given = users.give_keys(session, clerk.id)

    assert given == (Compartment.IDENTITIES,)
    assert holds(session, clerk) == {Compartment.IDENTITIES}
    assert last_event(session)[:2] == ("KEYS_GIVEN", clerk.id)
    assert users.give_keys(session, clerk.id) == ()
    session.close()


@pytest.mark.requirement("SR-19")
def test_a_retired_user_opens_nothing_and_their_acts_stay_theirs(folder: Path):
    user = with_clerk(folder)
    theirs = unlock(folder, OTHER_PASSPHRASE, start=NEXT_DAY)
    cases.open_case(theirs, case_file(reference="2026/2"))
    theirs.close()
    session = unlock(folder, start=NEXT_DAY + timedelta(hours=1))

    retire(session, user.id)

    assert last_event(session)[:2] == ("USER_RETIRED", user.id)
    assert not users.get_user(session, user.id).active
    assert holds(session, user) == set()
    assert session.office_record.header_epoch == session.vault.epoch
    assert is_sound(session)
    with pytest.raises(RetiredError):
        users.signer_of(session, user.id, passphrase(OTHER_PASSPHRASE))
    with pytest.raises(RetiredError):
        retire(session, user.id)
    with pytest.raises(RetiredError):
        users.give_keys(session, user.id)
    session.close()
    with pytest.raises(WrongPassphraseError):
        unlock(folder, OTHER_PASSPHRASE)
    again = unlock(folder, start=DAY_AFTER)
    assert again.opening.is_sound
    assert {finding.standing for finding in again.opening.findings} == {Standing.HOLDS}
    again.close()


def test_a_retired_interpreter_signs_no_more(session: Session):
    user = added(session).user

    retire(session, user.id)

    assert rows.find_slot(session.read, user.id) is None
    with pytest.raises(RetiredError):
        users.signer_of(session, user.id, passphrase(OTHER_PASSPHRASE))


@pytest.mark.requirement("SR-19")
def test_an_older_header_put_back_lets_a_retired_user_in_no_more(folder: Path):
    user = with_clerk(folder)
    older = {name: (folder / name).read_bytes() for name in ("header", "header.copy")}
    session = unlock(folder, start=NEXT_DAY)
    retire(session, user.id)
    session.close()

    for name, content in older.items():
        (folder / name).write_bytes(content)

    with pytest.raises(NotAllowedError):
        unlock(folder, OTHER_PASSPHRASE)
    session = unlock(folder, start=NEXT_DAY)
    assert {found.code for found in session.opening.findings} >= {"header-rolled-back", "way-of-nobody"}
    vaults.change_passphrase(session, old=passphrase(), new=passphrase(THIRD_PASSPHRASE))
    assert {slot.user_id for slot in session.vault.slots} == {session.vault.user_id}
    session.close()
    again = unlock(folder, THIRD_PASSPHRASE, start=DAY_AFTER)
    assert {finding.standing for finding in again.opening.findings} == {Standing.HOLDS}
    again.close()


def test_nobody_retires_themselves_and_the_last_who_manages_users_stays(folder: Path):
    with_clerk(folder)
    session = unlock(folder, start=NEXT_DAY)
    with pytest.raises(LastManagerError):
        retire(session, session.user.id)
    added(session, "Nadia Peeters", UserRole.ADMINISTRATOR, THIRD_PASSPHRASE)
    with pytest.raises(RetireOneselfError):
        retire(session, session.user.id)
    with pytest.raises(NotFoundError):
        retire(session, AgentId("00000000-0000-0000-0000-000000000000"))
    with pytest.raises(ReasonMissingError):
        retire(session, session.user.id, "  ")

    assert session.user.active
    session.close()


def test_with_the_wrong_passphrase_nobody_is_retired(folder: Path):
    user = with_clerk(folder)
    session = unlock(folder, start=NEXT_DAY)
    typed = passphrase(THIRD_PASSPHRASE)

    with pytest.raises(WrongPassphraseError):
        users.retire_user(session, user.id, reason="Moved", own_passphrase=typed, second=ALONE)

    assert users.get_user(session, user.id).active
    assert not any(typed)
    session.close()
    unlock(folder, OTHER_PASSPHRASE, start=NEXT_DAY).close()


@pytest.mark.requirement("SR-19")
def test_a_recovery_code_goes_with_the_user_whose_it_is(tmp_path: Path):
    folder = tmp_path / "office.thbvault"
    code = new_office(folder, lambda session: small_case(session) and None)
    with_clerk(folder, UserRole.PROSECUTOR)
    session = unlock(folder, OTHER_PASSPHRASE, start=NEXT_DAY)
    judge = next(user for user in users.list_users(session) if user.name == JUDGE)

    users.retire_user(
        session, judge.id, reason="Pension", own_passphrase=passphrase(OTHER_PASSPHRASE), second=ALONE
    )
    session.close()

    with pytest.raises(WrongRecoveryCodeError):
        vaults.unlock_with_recovery_code(folder, code=code, environment=session.environment)
    assert [slot.kind for slot in session.vault.slots] == [SlotKind.PASSPHRASE]
    copy_of(folder, tmp_path / "kept.thbvault")
    left = unlock(folder, OTHER_PASSPHRASE, start=NEXT_DAY)
    assert cases.list_cases(left)
    left.close()
