"""Each act of two persons keeps its approval: in a row, in its own event, and so for no second time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.offices import (
    BEGIN,
    LATER,
    Small,
    act,
    copy_of,
    environment,
    exhibit,
    new_office,
    small_case,
    unlock,
)
from tests.support.packages import bundled, prepared_of, recorded
from tests.support.second_person import ALONE, approval, asked
from tests.support.taken_out import GOING_OUT, added_file
from tests.support.transfers import AT_HOME
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, passphrase
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.custody_kinds import DISPOSALS
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.people import User
from thb_desktop.domain.second_person import Approval
from thb_desktop.domain.vocabulary import TwoPersonAct, UserRole
from thb_desktop.errors import ApprovalUsedError
from thb_desktop.services.bundling import bundles, taking_out
from thb_desktop.services.bundling.bundles import BundleOptions, PreparedBundle
from thb_desktop.services.core.approvals import require_second_person
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, exhibits
from thb_desktop.services.keeping import rekeying
from thb_desktop.services.office import handover, users, vaults
from thb_desktop.services.packaging import packages
from thb_desktop.services.persons import people, sealed
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, registry

CLERK, ANALYST, NEWCOMER = "Marc Lejeune", "Ana Roth", "Lena Adam"


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A closed vault: a judge, a clerk, an analyst, a case, an exhibit, a secret, and the recovery code."""

    folder: Path
    code: str
    small: Small
    kept: Exhibit
    paper: Exhibit


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    folder, made = tmp_path_factory.mktemp("told") / "office.thbvault", {}

    def fill(session: Session) -> None:
        made["small"] = small = small_case(session)
        made["kept"] = exhibits.register_exhibit(session, exhibit(small), act(occurred_at=BEGIN))
        note = exhibit(small, number="E-2", kind=v.ExhibitKind.SECRET_KEY_MATERIAL)
        made["paper"] = paper = exhibits.register_exhibit(session, note, act(occurred_at=BEGIN))
        sealed.add_key_material(session, paper.id, bytearray(b"a seed"), second=ALONE)
        for name, role in ((CLERK, UserRole.CLERK), (ANALYST, UserRole.ANALYST)):
            users.add_user(
                session,
                name=name,
                role=role,
                passphrase=passphrase(OTHER_PASSPHRASE if role is UserRole.CLERK else f"{PASSPHRASE} too"),
                own_passphrase=passphrase(),
                second=asked(session, TwoPersonAct.ADD_USER),
            )

    code = new_office(folder, fill)
    return Office(folder=folder, code=code, **made)


class Doing:
    """One copy of the office, in which one act is done with the clerk's approval."""

    def __init__(self, office: Office, place: Path) -> None:
        self.office, self.place = office, place
        self.folder = copy_of(office.folder, place / "v.thbvault")
        self.session = unlock(self.folder)

    def user(self, name: str) -> User:
        return next(user for user in users.list_users(self.session) if user.name == name)

    def given(self, kind: TwoPersonAct, subject: str) -> Approval:
        return approval(self.session, self.user(CLERK), kind, subject)

    def prepared(self) -> PreparedBundle:
        choice = BundleOptions(
            identities_because="Needed there",
            languages=("fr",),
            purpose="Execution of EIO-1",
            recipient="DIICOT",
            exhibit_ids=(self.office.kept.id,),
            interview_ids=(),
            released_with=self.user(CLERK).id,
            transfer=AT_HOME,
        )
        return bundles.prepare_bundle(self.session, self.office.small.case.id, choice)


def release_bundle(doing: Doing) -> Approval:
    layout = doing.prepared()
    given = doing.given(TwoPersonAct.RELEASE_BUNDLE, layout.sha256)
    bundles.sign_bundle(doing.session, layout, doing.place / "bundle.pdf", second=given)
    return given


def release_package(doing: Doing) -> Approval:
    session, place = doing.session, doing.place
    recorded(session, place)
    bundle = bundled(session, doing.office.small.case.id, [doing.office.kept.id], place / "bundle.pdf")
    packed = prepared_of(session, bundle)
    given = doing.given(TwoPersonAct.RELEASE_PACKAGE, packed.sha256)
    packages.make_package(session, packed, place / "package", second=given)
    return given


def take_out_file(doing: Doing) -> Approval:
    file = added_file(doing.session, doing.office.kept.id, doing.place)
    given = doing.given(TwoPersonAct.TAKE_OUT_FILE, file)
    taking_out.take_out(doing.session, file, doing.place / "out.txt", GOING_OUT, second=given)
    return given


def reveal_identity(doing: Doing) -> Approval:
    person = doing.office.small.person
    given = doing.given(TwoPersonAct.REVEAL_IDENTITY, person.id)
    people.reveal_identity(doing.session, person.id, justification="Summons", second=given)
    return given


def add_key_material(doing: Doing) -> Approval:
    given = doing.given(TwoPersonAct.ADD_KEY_MATERIAL, doing.office.paper.id)
    sealed.add_key_material(doing.session, doing.office.paper.id, bytearray(b"another"), second=given)
    return given


def reveal_key_material(doing: Doing) -> Approval:
    given = doing.given(TwoPersonAct.REVEAL_KEY_MATERIAL, doing.office.paper.id)
    sealed.reveal_key_material(doing.session, doing.office.paper.id, justification="Expertise", second=given)
    return given


def dispose(action: v.CustodyAction) -> Callable[[Doing], Approval]:
    def done(doing: Doing) -> Approval:
        given = doing.given(DISPOSALS[action], doing.office.kept.id)
        custody.record_custody_event(doing.session, doing.office.kept.id, act(action), second=given)
        return given

    return done


def kept(given: list[Approval], approval: Approval) -> Approval:
    given.append(approval)
    return approval


def add_user(doing: Doing) -> Approval:
    given: list[Approval] = []
    users.add_user(
        doing.session,
        name=NEWCOMER,
        role=UserRole.AUDITOR,
        passphrase=passphrase(f"{PASSPHRASE} new"),
        own_passphrase=passphrase(),
        second=lambda about: kept(given, doing.given(TwoPersonAct.ADD_USER, about)),
    )
    return given[0]


def retire_user(doing: Doing) -> Approval:
    gone = doing.user(ANALYST)
    given = doing.given(TwoPersonAct.RETIRE_USER, gone.id)
    users.retire_user(doing.session, gone.id, reason="Left", own_passphrase=passphrase(), second=given)
    return given


def hand_over(doing: Doing) -> Approval:
    given: list[Approval] = []
    handover.hand_over(
        doing.session,
        name=NEWCOMER,
        passphrase=passphrase(f"{PASSPHRASE} new"),
        reason="Appointed to the court of appeal",
        own_passphrase=passphrase(),
        second=lambda about: kept(given, doing.given(TwoPersonAct.HAND_OVER, about)),
    )
    return given[0]


def recover_passphrase(doing: Doing) -> Approval:
    doing.session.close()
    doing.session = vaults.unlock_with_recovery_code(
        doing.folder, code=doing.office.code, environment=environment(LATER + timedelta(minutes=5))
    )
    given = doing.given(TwoPersonAct.RECOVER_PASSPHRASE, doing.session.user.id)
    vaults.set_passphrase_by_recovery(doing.session, passphrase(f"{PASSPHRASE} new"), second=given)
    return given


def renew_master_key(doing: Doing) -> Approval:
    given = doing.given(TwoPersonAct.RENEW_MASTER_KEY, doing.session.vault_id)
    rekeying.renew_master_key(
        doing.session, own_passphrase=passphrase(), others={}, reason="Laptop stolen", second=given
    )
    doing.session = unlock(doing.folder, start=LATER + timedelta(minutes=5))
    return given


DONE: dict[TwoPersonAct, Callable[[Doing], Approval]] = {
    TwoPersonAct.RELEASE_BUNDLE: release_bundle,
    TwoPersonAct.RELEASE_PACKAGE: release_package,
    TwoPersonAct.TAKE_OUT_FILE: take_out_file,
    TwoPersonAct.REVEAL_IDENTITY: reveal_identity,
    TwoPersonAct.ADD_KEY_MATERIAL: add_key_material,
    TwoPersonAct.REVEAL_KEY_MATERIAL: reveal_key_material,
    **{kind: dispose(action) for action, kind in DISPOSALS.items()},
    TwoPersonAct.ADD_USER: add_user,
    TwoPersonAct.RETIRE_USER: retire_user,
    TwoPersonAct.HAND_OVER: hand_over,
    TwoPersonAct.RECOVER_PASSPHRASE: recover_passphrase,
    TwoPersonAct.RENEW_MASTER_KEY: renew_master_key,
}


def telling(session: Session) -> dict[str, str]:
    """Of each approval that an event holds: the action of that event."""
    found = {}
    for signed in chain.entries(session.read):
        entry = signed.parsed()
        opening = chain.opening_of(session.read, entry.seq)
        for state in Event.parse(opening.payload).states if opening else ():
            if state["entity"] == "approval":
                record = state["record"]
                assert isinstance(record, dict)
                found[str(record["id"])] = str(entry.action)
    return found


@pytest.mark.requirement("SR-20")
@pytest.mark.parametrize("kind", TwoPersonAct)
def test_sr_20_an_act_of_two_persons_keeps_its_approval_in_its_event_and_takes_it_no_second_time(
    office: Office, tmp_path: Path, kind: TwoPersonAct
):
    doing = Doing(office, tmp_path)

    given = DONE[kind](doing)

    session = doing.session
    assert registry.APPROVAL.find(session.read, given.id) == given
    assert given.id in telling(session)
    if session.user.active:  # who handed the office over does nothing any more
        with pytest.raises(ApprovalUsedError):
            require_second_person(session, given, act=given.act, subject=given.subject)
    session.close()
