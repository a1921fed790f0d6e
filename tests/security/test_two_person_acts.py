"""Each act of two persons, done for real: every misuse of an approval is refused, the right one is kept."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from tests.security.test_two_persons import CLERK, WRONG, clerk_of, retire_clerk
from tests.support.offices import (
    BEGIN,
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
from tests.support.second_person import approval, asked, second_for
from tests.support.taken_out import GOING_OUT, added_file
from tests.support.transfers import AT_HOME
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.custody_kinds import DISPOSALS
from thb_desktop.domain.ids import AgentId, ExhibitId, FileId
from thb_desktop.domain.second_person import Approval
from thb_desktop.domain.vocabulary import TwoPersonAct, UserRole
from thb_desktop.errors import ApprovalForeignError, ApprovalUsedError, ThbError
from thb_desktop.services.bundling import bundles, taking_out
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, exhibits
from thb_desktop.services.keeping import rekeying
from thb_desktop.services.office import handover, users, vaults
from thb_desktop.services.packaging import packages
from thb_desktop.services.persons import people, sealed
from thb_desktop.vault.tables import registry

NEW = "orchid tunnel saffron kettle plover"
ADA = "Ada Enrolment"
ENDING = {TwoPersonAct.HAND_OVER, TwoPersonAct.RECOVER_PASSPHRASE, TwoPersonAct.RENEW_MASTER_KEY}
"""After these the session does nothing more of the kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Things:
    """A closed vault with a judge, a clerk who can be the second, an analyst, and what the acts are about."""

    folder: Path
    code: str
    small: Small
    exhibit: ExhibitId
    paper: ExhibitId
    analyst: AgentId


@dataclass(slots=True, kw_only=True)
class AppController:
    """A session on a copy of it, and the bundle that was laid out in it."""

    session: Session
    things: Things
    folder: Path
    laid_out: list[bundles.PreparedBundle] = field(default_factory=list)
    packed: list[packages.PreparedPackage] = field(default_factory=list)
    barred: list[FileId] = field(default_factory=list)

    def prepared(self) -> bundles.PreparedBundle:
        if not self.laid_out:
            options = bundles.BundleOptions(
                identities_because="Needed there",
                languages=("fr",),
                purpose="Execution of EIO-1",
                recipient="DIICOT",
                exhibit_ids=(self.things.exhibit,),
                released_with=clerk_of(self.session).id,
                transfer=AT_HOME,
            )
            case = self.things.small.case.id
            self.laid_out.append(bundles.prepare_bundle(self.session, case, options))
        return self.laid_out[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """How an act is done with a second person, who is asked about its subject."""

    do: Callable[[AppController, Callable[[str], Approval]], object]


def about(subject: Callable[[AppController], str], do: Callable[[AppController, Approval], object]) -> Doing:
    """An act with a subject that is known before."""
    return Doing(do=lambda desk, ask: do(desk, ask(subject(desk))))


def release(desk: AppController, second: Approval) -> object:
    return bundles.sign_bundle(desk.session, desk.prepared(), desk.folder.with_name("b.pdf"), second=second)


def release_package(desk: AppController, second: Approval) -> object:
    (packed,), folder = desk.packed, desk.folder.with_name("package")
    return packages.make_package(desk.session, packed, folder, second=second)


def take_out_file(desk: AppController, second: Approval) -> object:
    (file,), target = desk.barred, desk.folder.with_name("out.txt")
    return taking_out.take_out(desk.session, file, target, GOING_OUT, second=second)


def reveal_identity(desk: AppController, second: Approval) -> object:
    person = desk.things.small.person.id
    return people.reveal_identity(desk.session, person, justification="Summons", second=second)


def add_key_material(desk: AppController, second: Approval) -> object:
    sealed.add_key_material(desk.session, desk.things.paper, bytearray(b"seed"), second=second)
    return None


def reveal_key_material(desk: AppController, second: Approval) -> object:
    paper = desk.things.paper
    return sealed.reveal_key_material(desk.session, paper, justification="Transfer", second=second)


def add_user(desk: AppController, second: Callable[[str], Approval]) -> object:
    own, theirs = passphrase(), passphrase(NEW)
    role = UserRole.ANALYST
    return users.add_user(
        desk.session, name=ADA, role=role, passphrase=theirs, own_passphrase=own, second=second
    )


def retire_user(desk: AppController, second: Approval) -> object:
    analyst, own = desk.things.analyst, passphrase()
    users.retire_user(desk.session, analyst, reason="Moved", own_passphrase=own, second=second)
    return None


def hand_over(desk: AppController, second: Callable[[str], Approval]) -> object:
    own, theirs = passphrase(), passphrase(NEW)
    reason = "The post passes on"
    return handover.hand_over(
        desk.session, name=ADA, passphrase=theirs, reason=reason, own_passphrase=own, second=second
    )


def recover(desk: AppController, second: Approval) -> object:
    vaults.set_passphrase_by_recovery(desk.session, passphrase(NEW), second=second)
    return None


def renew_master_key(desk: AppController, second: Approval) -> object:
    own = passphrase()
    return rekeying.renew_master_key(
        desk.session, own_passphrase=own, others={}, reason="Stolen", second=second
    )


def disposing(action: v.CustodyAction) -> Doing:
    def dispose(desk: AppController, second: Approval) -> object:
        return custody.record_custody_event(desk.session, desk.things.exhibit, act(action), second=second)

    return about(lambda desk: desk.things.exhibit, dispose)


DOING: dict[TwoPersonAct, Doing] = {
    TwoPersonAct.RELEASE_BUNDLE: about(lambda desk: desk.prepared().sha256, release),
    TwoPersonAct.RELEASE_PACKAGE: about(lambda desk: desk.packed[0].sha256, release_package),
    TwoPersonAct.TAKE_OUT_FILE: about(lambda desk: desk.barred[0], take_out_file),
    TwoPersonAct.REVEAL_IDENTITY: about(lambda desk: desk.things.small.person.id, reveal_identity),
    TwoPersonAct.ADD_KEY_MATERIAL: about(lambda desk: desk.things.paper, add_key_material),
    TwoPersonAct.REVEAL_KEY_MATERIAL: about(lambda desk: desk.things.paper, reveal_key_material),
    **{kind: disposing(action) for action, kind in DISPOSALS.items()},
    TwoPersonAct.ADD_USER: Doing(do=add_user),
    TwoPersonAct.RETIRE_USER: about(lambda desk: desk.things.analyst, retire_user),
    TwoPersonAct.HAND_OVER: Doing(do=hand_over),
    TwoPersonAct.RECOVER_PASSPHRASE: about(lambda desk: desk.session.user.id, recover),
    TwoPersonAct.RENEW_MASTER_KEY: about(lambda desk: desk.session.vault_id, renew_master_key),
}


@pytest.fixture(scope="module")
def things(tmp_path_factory: pytest.TempPathFactory) -> Things:
    folder = tmp_path_factory.mktemp("acts") / "office.thbvault"
    kept: list[Things] = []

    def fill(session: Session) -> None:
        small = small_case(session)
        people_added = {}
        texts = {CLERK: OTHER_PASSPHRASE, "Lena Analist": "sparrow cobalt meadow anchor fennel"}
        for name, role in {CLERK: UserRole.CLERK, "Lena Analist": UserRole.ANALYST}.items():
            people_added[name] = users.add_user(
                session,
                name=name,
                role=role,
                passphrase=passphrase(texts[name]),
                own_passphrase=passphrase(),
                second=asked(session, TwoPersonAct.ADD_USER),
            )
        secret = exhibit(small, number="E-9", kind=v.ExhibitKind.SECRET_KEY_MATERIAL)
        paper = exhibits.register_exhibit(session, secret, act(occurred_at=BEGIN)).id
        second = second_for(session, TwoPersonAct.ADD_KEY_MATERIAL, paper)
        sealed.add_key_material(session, paper, bytearray(b"seed"), second=second)
        kept.append(
            Things(
                folder=folder,
                code="",
                small=small,
                exhibit=exhibits.register_exhibit(session, exhibit(small), act(occurred_at=BEGIN)).id,
                paper=paper,
                analyst=people_added["Lena Analist"].id,
            )
        )

    code = new_office(folder, fill)
    return replace(kept[0], code=code)


def at_the_desk(things: Things, kind: TwoPersonAct, place: Path) -> AppController:
    folder = copy_of(things.folder, place / "v.thbvault")
    if kind is TwoPersonAct.RECOVER_PASSPHRASE:
        session = vaults.unlock_with_recovery_code(folder, code=things.code, environment=environment())
    else:
        session = unlock(folder)
    desk = AppController(session=session, things=things, folder=folder)
    if kind is TwoPersonAct.RELEASE_PACKAGE:
        recorded(session, place)
        bundle = bundled(session, things.small.case.id, [things.exhibit], place / "bundle.pdf")
        desk.packed.append(prepared_of(session, bundle))
    if kind is TwoPersonAct.TAKE_OUT_FILE:
        desk.barred.append(added_file(session, things.exhibit, place))
    return desk


Change = Callable[[Approval, Session], Approval]

MISUSES = {name: each for name, each in WRONG.items() if each[0] is not retire_clerk}


@pytest.mark.requirement("SR-20")
@pytest.mark.parametrize("kind", TwoPersonAct)
def test_sr_20_each_act_refuses_every_misuse_and_keeps_the_approval_it_was_done_with(
    things: Things, kind: TwoPersonAct, tmp_path: Path
):
    desk, doing = at_the_desk(things, kind, tmp_path), DOING[kind]
    try:
        given: list[Approval] = []

        def ask(subject: str) -> Approval:
            given.append(approval(desk.session, clerk_of(desk.session), kind, subject))
            return given[-1]

        size = desk.session.journal.size
        other = TwoPersonAct.REVEAL_IDENTITY if kind is TwoPersonAct.ADD_USER else TwoPersonAct.ADD_USER
        for name, (change, error) in MISUSES.items():

            def ask_wrongly(subject: str, name: str = name, change: Change = change) -> Approval:
                wrong = change(ask(subject), desk.session)
                return replace(wrong, act=other) if name == "another act" else wrong

            with pytest.raises((error, ApprovalForeignError)):
                doing.do(desk, ask_wrongly)
            assert desk.session.journal.size == size, name

        doing.do(desk, ask)
        used = given[-1]
        if kind not in ENDING:
            with pytest.raises(ApprovalUsedError if kind in REPEATABLE else ThbError):
                doing.do(desk, lambda _: used)
        kept = is_kept(desk, used)
    finally:
        desk.session.close()

    assert kept


REPEATABLE = {
    TwoPersonAct.REVEAL_IDENTITY,
    TwoPersonAct.ADD_KEY_MATERIAL,
    TwoPersonAct.REVEAL_KEY_MATERIAL,
}
"""What can be done twice, so that only the approval stands in the way the second time."""


def is_kept(desk: AppController, given: Approval) -> bool:
    """In this vault, or in the one that the renewal put in its place."""
    if desk.session.is_open:
        return registry.APPROVAL.find(desk.session.read, given.id) == given
    fresh = unlock(desk.folder)
    try:
        return registry.APPROVAL.find(fresh.read, given.id) == given
    finally:
        fresh.close()


@pytest.mark.requirement("SR-20")
def test_sr_20_every_act_of_two_persons_is_tried(figure: Callable[[str, str, object], None]):
    assert set(DOING) == set(TwoPersonAct)
    figure("SR-20", "misuses of an approval, each refused", len(DOING) * len(MISUSES))
