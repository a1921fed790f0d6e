"""A sample case entered through the view-models of the real window, entry by entry and turn by turn."""

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from tests.support.controllers import main_window, settle
from tests.support.transfers import AT_HOME
from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.case import CaseObject
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull
from thb_desktop.domain.people import Identity, Official, User
from thb_desktop.domain.second_person import Alone
from thb_desktop.domain.vocabulary import InterviewState
from thb_desktop.errors import ThbError
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.evidence.custody_acts import Act
from thb_desktop.services.testimony.read_back import ReadBack
from ui.application import AppController
from ui.cases.entries import ACCOUNTS, LISTS, OBJECTS, PAY, TRANSACTIONS
from ui.cases.view_model import CaseInFull
from ui.export.offering import Offer
from ui.export.view_model import Choice, Signed

FILES = Path("resources/cases")
_AFTER = ("corrections", "signatures")
"""Rows that are entered once the record was read back."""
_BEFORE = (
    *("presences", "cautions", "victim_information", "lineups", "timeline", "recordings"),
    *("measures", "earlier", "engagements"),
)
_NAMED_BY_OTHERS = ("presences", "lineups")
"""Rows that a turn or another row names."""
_SET_LATER = {each.name for each in fields(ReadBack)}


def raise_it(error: ThbError) -> None:
    raise error


class EnteredCase:
    """Enters what a case of the samples says. What is refused fails the test at once.

    ids: of the entries of the source, with those that the vault gave them here.
    """

    def __init__(self, desk: AppController, qtbot: QtBot, source: BundleContent, folder: str) -> None:
        self._desk, self._qtbot, self._source = desk, qtbot, source
        self._folder = FILES / folder
        self._window = main_window(desk)
        self.ids: dict[str, str] = {}
        self.refused: list[str] = []
        self._shown: CaseInFull | None = None
        users: list[User] = []
        desk.jobs.run(desk, lambda session: session.user, then=users.append, refused=raise_it)
        settle(desk, qtbot)
        (self._user,) = users
        for number in range(5):
            self._window.go(number)
            settle(desk, qtbot)
        self.cases = self._window.cases.model
        self.interviews = self._window.interviews.model
        self.exhibits = self._window.exhibits.model
        self.custody = self._window.custody.model
        self.export = self._window.export.model
        self.cases.shown.connect(self._take_shown)
        for model in (self.cases, self.interviews, self.exhibits, self.custody, self.export):
            model.refused.connect(lambda told: self.refused.append(str(told)))

    def enter(self) -> None:
        """Enter the whole case: its entries, its exhibits with their files and custody, and its records."""
        self._enter_frame()
        for exhibit in self._source.exhibits:
            self._enter_exhibit(exhibit)
        self._enter_money()
        for record in self._source.interviews:
            self._enter_record(record)

    def sign_bundle(self, target: Path) -> Signed:
        """Prepare a bundle of everything that is offered, and sign it."""
        self.export.show_case(self._case())
        offers: list[Offer] = []
        self.export.offered.connect(offers.append)
        with self._qtbot.waitSignal(self.export.offered_all, timeout=30_000):
            self.export.reload()
        choice = Choice(
            interviews=tuple(self.ids[each.interview.id] for each in self._source.interviews),  # type: ignore[misc]  # ids are text
            exhibits=tuple(self.ids[each.exhibit.id] for each in self._source.exhibits),  # type: ignore[misc]
            languages=self._source.release.languages,
            jobs=(),
            further=tuple(each.value for each in offers[-1].further),
            certifier=None,
            released_with=Alone(reason="This office has one magistrate"),
            purpose="European Investigation Order",
            recipient="Prosecutor, Bucharest",
            transfer=replace(AT_HOME, state=self._case().country),
        )
        made: list[Signed] = []
        self.export.signed.connect(made.append)
        self.export.prepare(choice)
        self._qtbot.waitUntil(lambda: self.export.is_prepared or bool(self.refused), timeout=120_000)
        assert self.refused == [], self.refused
        self.export.sign(target, "")
        self._qtbot.waitUntil(lambda: bool(made or self.refused), timeout=120_000)
        self._wait()
        return made[0]

    def _enter_frame(self) -> None:
        frame = self._source.frame
        self._do(self.cases.open_case, replace(frame.case, id=""))
        self._read_case(frame.case.reference)
        self.ids[frame.case.id] = self._case().id
        heads = [each for each in frame.officials if each.authority_id is None]
        later = [each for each in frame.officials if each.authority_id is not None]
        self._add("officials", heads, lambda each: each.code)
        self._add("authorities", frame.authorities, lambda each: each.name)
        self._add("officials", later, lambda each: each.code)
        self._add("interpreters", frame.interpreters, lambda each: each.code)
        self._add("proceedings", frame.proceedings, lambda each: (each.country, each.offence))
        self._add("instruments", frame.instruments, lambda each: each.number)
        for person in frame.persons:
            (role,) = (each for each in frame.roles if each.person_id == person.id)
            identity = Identity(person_id=PersonId(""), name=f"Zyxomira{person.code.replace('-', '')}")
            self._do(self.cases.add_person, self._own(person), self._own(role, person_id=""), identity)
        self._read()
        self._know(frame.persons, self._full().persons, lambda each: each.code)
        self._enter_objects(self._source.finance.objects)

    def _enter_objects(self, objects: Sequence[CaseObject]) -> None:
        for each in objects:
            self._do(self.cases.add, LISTS[OBJECTS], self._own(each))
        with self._listed(OBJECTS) as told:
            self.cases.show(self._case().id, len(objects))
        self._wait()
        self._know(objects, told.args[2], lambda each: (each.kind, each.number, each.label))

    def _listed(self, name: str) -> Any:
        """Wait for a list that is loaded by itself."""
        return self._qtbot.waitSignal(
            self.cases.rows, check_params_cb=lambda _case, listed, _found, _first: listed == name
        )

    def _enter_money(self) -> None:
        money = self._source.finance
        for name, entries, key in (
            (ACCOUNTS, money.accounts, lambda each: each.number),
            (TRANSACTIONS, money.transactions, None),
            (PAY, money.pay, None),
        ):
            for entry in entries:
                self._do(self.cases.add, LISTS[name], self._own(entry))
            with self._listed(name) as told:
                self.cases.show_money(self._case().id, name)
            if key is not None:
                self._know(entries, told.args[2], key)

    def _enter_exhibit(self, full: ExhibitInFull) -> None:
        entered = [each.event for each in full.custody if not each.event.is_of_program]
        exhibit = self._own(full.exhibit, root_id="")
        with self._qtbot.waitSignal(self.exhibits.registered) as told:
            self._do(self.exhibits.register, exhibit, self._act(entered[0]))
        own = self.ids[full.exhibit.id] = told.args[0].id
        if full.files:
            self._do(self.exhibits.open, own)
            with self._qtbot.waitSignal(self.exhibits.intake_ended, timeout=60_000):
                self.exhibits.add_files([self._file(each.name) for each in full.files])
            self._wait()
        for event in entered[1:]:
            self._do(self.custody.record, own, self._act(event))

    def _enter_record(self, full: InterviewInFull) -> None:
        said = full.interview
        blank = {each.name: each.default for each in fields(Interview) if each.name in _SET_LATER}
        draft = {"state": InterviewState.DRAFT, "record_digest": "", "record_salt": ""}
        self._do(self.interviews.hold, self._own(said, **blank, **draft))
        assert self._record().interview.number == said.number
        self.ids[said.id] = self._record().interview.id
        for part in _BEFORE:
            for row in self._standing(full, part):
                self._do(self.interviews.add_row, self._row(row))
            if part in _NAMED_BY_OTHERS:
                own = getattr(self._record(), part)
                self.ids |= {
                    there.id: here.id for there, here in zip(self._standing(full, part), own, strict=True)
                }
        for turn in full.segments:
            self._type(turn)
        for row in self._standing(full, "interventions"):
            self._do(self.interviews.add_row, self._row(row))
        outcome = ReadBack(**{name: getattr(said, name) for name in _SET_LATER})
        self._do(self.interviews.read_back, outcome)
        for part in _AFTER:
            for row in self._standing(full, part):
                self._do(self.interviews.add_row, self._row(row))
        with self._qtbot.waitSignal(self.interviews.rules_checked) as checked:
            self.interviews.check_rules()
        found: Sequence[Finding] = checked.args[0]
        warned = [each for each in found if each.standing is Standing.UNKNOWN]
        self._do(self.interviews.sign_record, [(each, f"Known: {each.key}") for each in warned])
        assert self._record().interview.is_signed, said.number

    def _type(self, full: SegmentInFull) -> None:
        """Type a turn as a clerk does: who speaks, in which language, the words, then Enter."""
        desk, turn = self.interviews.desk, full.segment
        for _ in range(12):
            speaker = desk.speaker
            if speaker is not None and (speaker.role, speaker.kind) == (turn.speaker, turn.kind):
                break
            desk.turn_speaker(1)
        for _ in desk.sides:
            if desk.entry.spoken == turn.language:
                break
            desk.turn_language(1)
        assert desk.entry.spoken == turn.language, full.label
        if turn.recording_from:
            desk.set_heard(turn.recording_from, turn.recording_to)
        if turn.source_text is not None:
            desk.type(turn.language, turn.source_text)
        for rendering in full.renderings:
            desk.type(rendering.language, rendering.text)
        self._do(desk.enter)
        here = self._record().segments[-1]
        assert here.label == full.label
        self.ids[turn.id] = here.segment.id

    def _act(self, event: CustodyEvent) -> Act:
        told = {each.name: getattr(event, each.name) for each in fields(Act)}
        actor = self.ids.get(str(event.actor_id))
        late = event.late_entry_reason or "Entered from the file"
        return Act(**{**told, "actor_id": actor, "late_entry_reason": late})

    def _file(self, name: str) -> Path:
        (found,) = (each for each in self._folder.rglob(name) if each.is_file())
        return found

    def _row(self, row: Any) -> Any:
        return self._own(row, interview_id=self._record().interview.id)

    def _standing(self, full: InterviewInFull, part: str) -> list[Any]:
        return [each for each in getattr(full, part) if not getattr(each, "struck", "")]

    def _add(self, name: str, entries: Sequence[Any], key: Callable[[Any], Any]) -> None:
        for entry in entries:
            self._do(self.cases.add, LISTS[name], self._own(entry))
        self._read()
        self._know(entries, getattr(self._full(), name), key)

    def _know(self, there: Sequence[Any], here: Sequence[Any], key: Callable[[Any], Any]) -> None:
        """Note which entry of the vault is which of the source."""
        found = {key(each): each.id for each in here}
        self.ids |= {each.id: found[key(each)] for each in there}

    def _own(self, entity: Any, **changes: Any) -> Any:
        """The same entry with the ids of this vault, not saved yet, and by no user of another."""
        told = {each.name: getattr(entity, each.name) for each in fields(entity)}
        mapped = {name: self._named(value) for name, value in told.items()}
        if mapped.get("user_id"):
            # The judge of the source is the one of this vault; its linguists are no users here.
            own = self._user.id if isinstance(entity, Official) else None
            changes = {"user_id": own, **changes}
        return type(entity)(**{**mapped, **({"id": ""} if "id" in mapped else {}), **changes})

    def _named(self, value: Any) -> Any:
        return self.ids.get(value, value) if type(value) is str else value

    def _do(self, act: Callable[..., object], *args: object) -> None:
        act(*args)
        self._wait()

    def _wait(self) -> None:
        settle(self._desk, self._qtbot)
        assert self.refused == [], self.refused

    def _read_case(self, reference: str) -> None:
        with self._qtbot.waitSignal(self.cases.listed) as told:
            self.cases.reload()
        (case,) = (each.case for each in told.args[0] if each.case.reference == reference)
        self._do(self.cases.show, case.id)
        for model in (self.interviews, self.exhibits, self.custody):
            model.show_case(case)
        self.exhibits.reload()
        self._wait()

    def _read(self) -> None:
        self._do(self.cases.show, self._case().id)

    def _take_shown(self, full: CaseInFull) -> None:
        self._shown = full

    def _full(self) -> CaseInFull:
        assert self._shown is not None
        return self._shown

    def _case(self) -> Any:
        return self._full().case

    def _record(self) -> InterviewInFull:
        assert self.interviews.record is not None
        return self.interviews.record
