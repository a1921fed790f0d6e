"""What comes in, hit at each of its calls: nothing half is recorded, and the next run ends the same.

Two small offices: Liège sent a package, a receipt came back to it, and a notice followed. At which calls each
of the three is hit, the seed of the tests chooses; `THB_DRILL_SEED` gives another one, `THB_WHOLE` all calls.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from tests.drills.acts.office import Template, unlock_later
from tests.drills.acts.office import unlock as unlock_to_act
from tests.drills.acts.operation import Act, Operation, quiet
from tests.drills.kit.chance import Chance, seed_of_the_tests
from tests.drills.kit.driver import Reply, apart, drive
from tests.drills.kit.judging import Scene, look
from tests.drills.kit.tracing import FAMILIES, Fault, Point, injection, strace_is_here, was_hit
from tests.drills.kit.work import made, workplace
from tests.drills.runs.crashes import enumerate_points
from tests.support.offices import unlock
from tests.support.packages import bundled, prepared_of, recorded
from tests.support.receiving import arrival
from tests.support.recipients import Holder
from tests.support.sampled import IS_WHOLE
from tests.support.second_person import ALONE
from thb_desktop.crypto.envelopes.openers import KeyOpener
from thb_desktop.errors import NoticeSeenError, ReceiptSeenError
from thb_desktop.findings import Standing
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.login import root_pem
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.keeping.health import check_vault
from thb_desktop.services.packaging import packages
from thb_desktop.services.receiving import arrivals, notices, offices, receipts
from thb_desktop.services.receiving.examining import examine, known_before
from thb_desktop.vault.content import StoredObject
from thb_desktop.vault.tables import registry
from thb_desktop.verify.run import certificates_of

MOST = 0 if IS_WHOLE else 10
"""Points of each door; 0: all."""
pytestmark = pytest.mark.skipif(not strace_is_here(), reason="needs strace")


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A way in. again: a new run after the stop, which takes in what is not there yet."""

    operation: Operation
    template: Template
    again: Callable[[Session], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """The two offices, and what lies between them."""

    place: Path
    liege: Template
    bucharest: Template
    received: Template
    addressee: Holder

    @property
    def opener(self) -> KeyOpener:
        return KeyOpener(certificate=self.addressee.certificate, private_key=self.addressee.private_key)

    def door(self, name: str) -> Door:
        """The way of the package, the receipt or the notice."""
        act, template = {
            "package": (self.take_in, self.bucharest),
            "receipt": (self.enter_receipt, self.liege),
            "notice": (self.enter_notice, self.received),
        }[name]

        def begin(folder: Path, _: Template) -> Act:
            session = unlock_to_act(folder)
            return quiet(partial(act, session))

        return Door(operation=Operation(name=f"receive a {name}", begin=begin), template=template, again=act)

    def take_in(self, session: Session) -> None:
        looked = examine(known_before(session), self.place / "sent", (self.opener,))
        if any(each.code == "received-again" for each in looked.findings):
            looked.taken.drop()
        else:
            late = arrival(self.bucharest.small, late_entry_reason="The machine stopped")
            arrivals.import_package(session, looked, late)

    def enter_receipt(self, session: Session) -> None:
        try:
            receipts.import_receipt(session, self.place / "receipt.asice")
        except ReceiptSeenError:
            assert registry.PACKAGE_RECEIPT.all(session.read)

    def enter_notice(self, session: Session) -> None:
        try:
            notices.import_notice(session, self.place / "notice.asice")
        except NoticeSeenError:
            assert registry.RECEIVED_NOTICE.all(session.read)


def introduced(session: Session, *, root: str, name: str, country: str) -> None:
    """Record the root of the other office."""
    (certificate,) = certificates_of(root.encode())
    offices.add_office(
        session,
        name=name,
        country=country,
        roots=[certificate],
        fingerprint=sha256(certificate).hexdigest(),
        told="By telephone, by the clerk",
    )


def copied(template: Template, place: Path) -> Template:
    """The same office once more, to be led on."""
    place.mkdir()
    return replace(template, folder=template.copied(place))


def sent(session: Session, template: Template, place: Path) -> Holder:
    """Send a package of the one exhibit, then a notice that corrects it."""
    addressee, _ = recorded(session, place)
    bundle = bundled(session, template.small.case.id, [template.exhibit], place / "bundle.pdf")
    packages.make_package(session, prepared_of(session, bundle), place / "sent", second=ALONE)
    found = exhibits.get_exhibit(session, template.exhibit).exhibit
    corrections.correct(session, replace(found, source="Another place"), "It was taken elsewhere")
    (due,) = notices.list_due(session, template.small.case.id)
    notices.give_notice(session, due, "The place of seizure was another", place / "notice.asice")
    return addressee


@pytest.fixture(scope="module")
def mail() -> Iterator[Mail]:
    with workplace() as place:
        for name in ("liege", "bucharest"):
            (place / name).mkdir()
        liege, bucharest = made(place / "liege"), made(place / "bucharest")
        with closing(unlock(liege.folder)) as session:
            addressee, root = sent(session, liege, place), root_pem(session.office_record)
        with closing(unlock(bucharest.folder)) as session:
            introduced(session, root=root, name="Liège", country="BE")
            root = root_pem(session.office_record)
        with closing(unlock(liege.folder)) as session:
            introduced(session, root=root, name="Bucharest", country="RO")
        received = copied(bucharest, place / "received")
        mail = Mail(place=place, liege=liege, bucharest=bucharest, received=received, addressee=addressee)
        with closing(unlock(received.folder)) as session:
            mail.take_in(session)
            (package,) = registry.RECEIVED_PACKAGE.all(session.read)
            receipts.write_receipt(session, package.id, place / "receipt.asice")
        yield mail


_RECEIVED = (
    *(registry.RECEIVED_PACKAGE, registry.RECEIVED_ITEM, registry.EXHIBIT, registry.EXHIBIT_FILE),
    *(registry.CUSTODY_EVENT, registry.USE_CONDITION, registry.PACKAGE_RECEIPT, registry.RECEIVED_NOTICE),
)
"""The tables to which one of the three adds a row."""


def result(session: Session) -> dict[str, object]:
    """What is there when all is done: every row that came, but for what a run draws anew, and the bytes."""
    told: dict[str, object] = {
        table.name: sorted(sorted(lasting(row)) for row in table.all(session.read)) for table in _RECEIVED
    }
    for file in registry.EXHIBIT_FILE.all(session.read):
        session.vault.content.verify(
            StoredObject(object_id=file.object_id, size=file.size, sha256=file.sha256)
        )
    findings = check_vault(session).findings
    told["broken"] = [each.key for each in findings if each.standing is Standing.BROKEN]
    return told


def lasting(row: object) -> Iterator[str]:
    """Each value of a row that is the same in every run: no id that was drawn, no time of the clock."""
    for name, value in asdict(row).items():  # type: ignore[call-overload]
        if name == "id" or name.endswith(("_id", "_at")) or name in ("at", "seq"):
            continue
        yield f"{name}={value}"


def finished(door: Door, folder: Path) -> dict[str, object]:
    """Do it again after a stop, and say what there is then."""
    with closing(unlock_later(folder)) as session:
        door.again(session)
        return result(session)


@dataclass(slots=True, kw_only=True)
class Seen:
    """What was found at one point."""

    hit: bool
    reply: Reply
    state: str
    wrong: list[str]


def stopped(door: Door, scene: Scene, point: Point, where: Path, whole: dict[str, object]) -> Seen:
    """Hit one call of a copy of the vault, look at it as its owner would, and do it again."""
    folder = door.operation.start_from(scene.template, where)
    tool = injection(point, where.with_suffix(".log"))
    reply = drive(door.operation, folder, scene.template, tool)
    told = apart(lambda: asdict(look(scene, folder, reply)))
    after = apart(lambda: finished(door, folder))
    wrong = list(told["wrong"])
    wrong += [f"after a new run: {name}" for name in whole if after[name] != whole[name]]
    shutil.rmtree(where)
    return Seen(hit=was_hit(tool.lines, where, point.fault), reply=reply, state=told["state"], wrong=wrong)


def chosen(points: list[Point], chance: Chance) -> list[Point]:
    """So many of them at as many kinds of calls as possible, kills first; all in a whole run."""
    possible = sorted((each for each in points if each.fault is not Fault.SHORT), key=chance.rank)
    turns: dict[tuple[str, Fault], int] = {}
    ranked = []
    for point in possible:
        turn = turns[point.family, point.fault] = turns.get((point.family, point.fault), 0) + 1
        ranked.append(((turn, point.fault is not Fault.KILL), point))
    ranked.sort(key=lambda each: each[0])
    return [point for _, point in ranked[: MOST or None]]


@pytest.mark.requirement("SR-35", "SR-39")
@pytest.mark.parametrize("name", ["package", "receipt", "notice"])
def test_what_comes_in_is_whole_or_not_at_all_wherever_it_is_stopped_and_the_next_run_ends_the_same(
    name: str, mail: Mail, figure: Callable[[str, str, object], None]
):
    door, place, chance = mail.door(name), mail.place / f"hit-{name}", Chance(seed=seed_of_the_tests())
    place.mkdir()
    scene = Scene.of(door.operation, door.template, place / "scene")
    whole = apart(lambda: finished(door, door.template.copied(place / "whole")))
    points, unflushed = enumerate_points(door.operation, door.template, place)

    seen = {
        str(point): stopped(door, scene, point, place / str(number), whole)
        for number, point in enumerate(chosen(points, chance))
    }

    wrong = {point: each.wrong for point, each in seen.items() if each.wrong}
    met = [each for each in seen.values() if each.hit]
    assert whole["broken"] == []
    assert unflushed == []
    assert not wrong, f"seed {chance.seed}: {wrong}"
    assert len(met) >= len(seen) * 3 // 4, "too many points met no call on the vault"
    assert "DIED" in {each.reply.kind for each in met}
    assert "BEFORE" in {each.state for each in met}
    assert {point.family for point in points} <= FAMILIES.keys()
    figure("SR-35", f"points at which a {name} that comes in was stopped", len(met))
