"""Two persons: an approval serves once, for one act on one thing, for a quarter of an hour, or not at all."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.security.test_rights import SERVICES
from tests.support.offices import LATER, Small, act, copy_of, new_office, registered, small_case, unlock
from tests.support.second_person import ALONE, add_colleague, approval, asked
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, passphrase
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.people import User
from thb_desktop.domain.second_person import (
    DISPOSALS,
    TWO_PERSON_ACTS,
    VALID_FOR,
    Alone,
    Approval,
)
from thb_desktop.domain.vocabulary import SecondKind, TwoPersonAct, UserRole
from thb_desktop.errors import (
    ApprovalExpiredError,
    ApprovalForeignError,
    ApprovalForgedError,
    ApprovalUsedError,
    NotAloneError,
    ReasonMissingError,
    SecondIsFirstError,
    SecondNotAllowedError,
    SecondPersonError,
    ThbError,
    ValueRefusedError,
    WrongSecondPassphraseError,
)
from thb_desktop.services.core.approvals import statement
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody
from thb_desktop.services.office import second_person, users
from thb_desktop.services.persons import people
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, registry

CLERK = "Marc Lejeune"
REVEAL = TwoPersonAct.REVEAL_IDENTITY


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Small]:
    """A vault with a judge, a clerk with the other passphrase, and a small case."""
    folder = tmp_path_factory.mktemp("two") / "office.thbvault"
    kept: list[Small] = []

    def fill(session: Session) -> None:
        kept.append(small_case(session))
        add_colleague(session, CLERK, UserRole.CLERK)

    new_office(folder, fill)
    return folder, kept[0]


@pytest.fixture
def session(office: tuple[Path, Small], tmp_path: Path) -> Iterator[Session]:
    opened = unlock(copy_of(office[0], tmp_path / "v.thbvault"))
    yield opened
    opened.close()


@pytest.fixture
def small(office: tuple[Path, Small]) -> Small:
    return office[1]


def clerk_of(session: Session) -> User:
    return next(user for user in users.list_users(session) if user.name == CLERK)


def reveal(session: Session, small: Small, second: Approval | Alone) -> object:
    return people.reveal_identity(session, small.person.id, justification="Summons", second=second)


def last_states(session: Session) -> list[str]:
    opening = chain.last_opening(session.read)
    assert opening
    return [str(state["entity"]) for state in Event.parse(opening.payload).states]


@pytest.mark.requirement("SR-20")
def test_sr_20_with_the_approval_of_a_colleague_the_act_is_done_and_its_event_tells_both(
    session: Session, small: Small
):
    given = approval(session, clerk_of(session), REVEAL, small.person.id)

    reveal(session, small, given)

    assert registry.APPROVAL.find(session.read, given.id) == given
    assert given.approved_by == clerk_of(session).id
    assert last_states(session) == ["approval"]


def forged(given: Approval, session: Session) -> Approval:
    """As somebody makes it who may write what they like, but has not the colleague's key."""
    signature = session.keys.signer.sign(statement(given, session.vault_id))
    return replace(given, signature=signature.hex())


def of_another_vault(given: Approval, session: Session) -> Approval:
    guest = users.signer_of(session, clerk_of(session).id, passphrase(OTHER_PASSPHRASE))
    other = statement(given, "0b1d2a5e-0000-4000-8000-000000000000")
    return replace(given, signature=guest.keys.signer.sign(other).hex())


def by_the_first(given: Approval, session: Session) -> Approval:
    mine = replace(given, approved_by=session.user.id)
    return forged(mine, session)


def retire_clerk(given: Approval, session: Session) -> Approval:
    with session.work() as work:
        work.save(replace(clerk_of(session), active=False))
        work.record(clerk_of(session).id, VaultAction.USER_RETIRED, "Moved")
    return given


WRONG: dict[str, tuple[Callable[[Approval, Session], Approval], type[ThbError]]] = {
    "another act": (lambda given, _: replace(given, act=TwoPersonAct.ADD_USER), ApprovalForeignError),
    "another subject": (lambda given, _: replace(given, subject="somebody else"), ApprovalForeignError),
    "asked by another": (lambda given, _: replace(given, requested_by=AgentId("x")), ApprovalForeignError),
    "first signer twice": (by_the_first, SecondIsFirstError),
    "another vault": (of_another_vault, ApprovalForgedError),
    "signed by the first": (forged, ApprovalForgedError),
    "another number": (lambda given, _: replace(given, id="1" + given.id[1:]), ApprovalForgedError),
    "later than it was": (
        lambda given, _: replace(given, at=given.at + timedelta(minutes=1)),
        ApprovalForgedError,
    ),
    "too old": (lambda given, _: replace(given, at=given.at - VALID_FOR), ApprovalExpiredError),
    "of the future": (
        lambda given, _: replace(given, at=given.at + VALID_FOR + timedelta(minutes=1)),
        ApprovalExpiredError,
    ),
    "no signature": (lambda given, _: replace(given, signature=""), ApprovalForgedError),
    "by nobody": (lambda given, _: replace(given, approved_by=None), ApprovalForgedError),
    "by a stranger": (lambda given, _: replace(given, approved_by=AgentId("x")), ApprovalForgedError),
    "said to be alone": (lambda given, _: replace(given, kind=SecondKind.ALONE), ApprovalForgedError),
    "a retired colleague": (retire_clerk, SecondNotAllowedError),
}


@pytest.mark.requirement("SR-20")
@pytest.mark.parametrize("wrong", WRONG)
def test_sr_20_an_approval_that_is_not_for_this_is_refused(session: Session, small: Small, wrong: str):
    change, error = WRONG[wrong]
    given = change(approval(session, clerk_of(session), REVEAL, small.person.id), session)
    size = session.journal.size

    with pytest.raises(error):
        reveal(session, small, given)

    assert session.journal.size == size
    assert registry.APPROVAL.find(session.read, given.id) is None


@pytest.mark.requirement("SR-20")
def test_sr_20_an_approval_serves_once_and_the_table_says_so_too(session: Session, small: Small):
    given = approval(session, clerk_of(session), REVEAL, small.person.id)
    reveal(session, small, given)

    with pytest.raises(ApprovalUsedError):
        reveal(session, small, given)
    with pytest.raises(ApprovalUsedError), session.work() as work:
        work.save(given)


@pytest.mark.requirement("SR-20")
def test_sr_20_it_holds_for_a_quarter_of_an_hour(office: tuple[Path, Small], tmp_path: Path):
    folder = copy_of(office[0], tmp_path / "v.thbvault")
    session = unlock(folder)
    given = approval(session, clerk_of(session), REVEAL, office[1].person.id)
    session.close()
    in_time = unlock(folder, start=LATER + timedelta(minutes=14))
    reveal(in_time, office[1], given)
    again = approval(in_time, clerk_of(in_time), REVEAL, office[1].person.id)
    in_time.close()

    late = unlock(folder, start=LATER + timedelta(minutes=30))
    with pytest.raises(ApprovalExpiredError):
        reveal(late, office[1], again)
    late.close()


@pytest.mark.requirement("SR-20")
def test_sr_20_nobody_approves_for_themselves_without_the_right_or_with_a_wrong_passphrase(
    session: Session, small: Small
):
    interpreter = users.add_user(
        session,
        name="Simona Ardeleanu",
        role=UserRole.INTERPRETER,
        passphrase=passphrase(OTHER_PASSPHRASE),
        second=asked(session, TwoPersonAct.ADD_USER),
    )
    tried = {
        session.user.id: (PASSPHRASE, SecondIsFirstError),
        interpreter.id: (OTHER_PASSPHRASE, SecondNotAllowedError),
        clerk_of(session).id: (PASSPHRASE, WrongSecondPassphraseError),
    }

    for user_id, (text, error) in tried.items():
        typed = passphrase(text)
        with pytest.raises(error):
            second_person.approve(
                session, act=REVEAL, subject=small.person.id, user_id=user_id, passphrase=typed
            )
        assert not any(typed)


@pytest.mark.requirement("SR-20")
def test_sr_20_nobody_is_alone_while_a_colleague_could_approve(session: Session, small: Small):
    with pytest.raises(NotAloneError):
        reveal(session, small, ALONE)
    retire_clerk(approval(session, clerk_of(session), REVEAL, small.person.id), session)
    with pytest.raises(ReasonMissingError):
        reveal(session, small, Alone(reason="  "))

    reveal(session, small, ALONE)

    (kept,) = (row for row in registry.APPROVAL.all(session.read) if row.act is REVEAL)
    assert (kept.kind, kept.reason, kept.approved_by) == (SecondKind.ALONE, ALONE.reason, None)


@pytest.mark.requirement("SR-20")
def test_sr_20_nobody_approves_their_own_retirement(session: Session):
    clerk = clerk_of(session)

    assert second_person.list_second_persons(session, TwoPersonAct.RETIRE_USER, clerk.id) == ()
    with pytest.raises(SecondNotAllowedError):
        approval(session, clerk, TwoPersonAct.RETIRE_USER, clerk.id)
    users.retire_user(
        session, clerk.id, reason="Moved to another office", own_passphrase=passphrase(), second=ALONE
    )

    assert "approval" in last_states(session)


@pytest.mark.requirement("SR-20")
@pytest.mark.parametrize("action", DISPOSALS)
def test_sr_20_an_exhibit_is_disposed_of_by_two_and_its_custody_tells_with_whom(
    session: Session, small: Small, action: v.CustodyAction
):
    kept = registered(session, small)
    with pytest.raises(SecondPersonError):
        custody.record_custody_event(session, kept.id, act(action))
    second = approval(session, clerk_of(session), DISPOSALS[action], kept.id)

    custody.record_custody_event(session, kept.id, act(action), second=second)

    entry = custody.entries_of(session, kept.id)[-1]
    assert entry.event.approval_id == second.id
    assert entry.second
    assert (entry.second.name, entry.second.role) == (CLERK, UserRole.CLERK)


@pytest.mark.requirement("SR-20")
def test_sr_20_the_table_itself_keeps_no_disposal_without_a_second_person(session: Session, small: Small):
    kept = registered(session, small)
    event = custody.record_custody_event(session, kept.id, act(v.CustodyAction.STORED))

    with pytest.raises(ValueRefusedError), session.work() as work:
        work.save(replace(event, id=work.new_id(), number=3, action=v.CustodyAction.DESTROYED))


TAKING: dict[TwoPersonAct, str] = {
    TwoPersonAct.RELEASE_BUNDLE: "bundles.sign_bundle",
    TwoPersonAct.RELEASE_PACKAGE: "packages.make_package",
    TwoPersonAct.TAKE_OUT_FILE: "taking_out.take_out",
    TwoPersonAct.REVEAL_IDENTITY: "people.reveal_identity",
    TwoPersonAct.ADD_KEY_MATERIAL: "sealed.add_key_material",
    TwoPersonAct.REVEAL_KEY_MATERIAL: "sealed.reveal_key_material",
    TwoPersonAct.DESTROY_EXHIBIT: "custody.record_custody_event",
    TwoPersonAct.ERASE_EXHIBIT: "custody.record_custody_event",
    TwoPersonAct.CONSUME_EXHIBIT: "custody.record_custody_event",
    TwoPersonAct.ADD_USER: "users.add_user",
    TwoPersonAct.RETIRE_USER: "users.retire_user",
    TwoPersonAct.HAND_OVER: "handover.hand_over",
    TwoPersonAct.RECOVER_PASSPHRASE: "vaults.set_passphrase_by_recovery",
    TwoPersonAct.RENEW_MASTER_KEY: "rekeying.renew_master_key",
}


@pytest.mark.requirement("SR-20")
def test_sr_20_each_act_of_two_persons_has_its_service_which_asks_for_the_second(
    figure: Callable[[str, str, object], None],
):
    assert set(TAKING) == set(TWO_PERSON_ACTS) == set(TwoPersonAct)
    for name in TAKING.values():
        asked = inspect.signature(SERVICES[name]).parameters["second"]
        assert asked.kind is inspect.Parameter.KEYWORD_ONLY
        if name != "custody.record_custody_event":  # only some of its events take two, and the table knows
            assert asked.default is inspect.Parameter.empty
    figure("SR-20", "acts that take two persons", len(TwoPersonAct))
