"""The cases of the vault, and everything in one of them except interviews and exhibits."""

from collections import ChainMap
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.action_day import ActionTeam, PersonFound, VoidedNumber
from thb_desktop.domain.case import Authority, CaseFile, Proceeding
from thb_desktop.domain.case_fields import CASE_OBJECT
from thb_desktop.domain.child_presumed import TreatedAsChild
from thb_desktop.domain.consultation import Justification
from thb_desktop.domain.cooperation import Instrument, Transmission, UseCondition
from thb_desktop.domain.corrections import UNREADABLE, Correction
from thb_desktop.domain.ids import CaseId, PersonId, StatementId
from thb_desktop.domain.people import Identity, Interpreter, Official, Person, PersonRole
from thb_desktop.domain.person_links import PersonLink
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.stays import Stay
from thb_desktop.domain.vocabulary import TwoPersonAct
from thb_desktop.errors import SealedValueDamagedError
from thb_desktop.findings import Finding
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import bank_words, corrections
from thb_desktop.services.cooperation import board, cooperation, use_conditions
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import action_days
from thb_desktop.services.money import finance
from thb_desktop.services.office import consultations, users
from thb_desktop.services.persons import ages, merges, people, stays
from thb_desktop.services.testimony import interviews
from ui.cases.entries import LISTS, OBJECTS, STAYS, TRANSACTIONS, EntryList
from ui.entries_model import EntriesModel
from ui.exhibit_offer import ExhibitOffer, PlaceOffer
from ui.jobs import VaultJobs
from ui.labels.entries import Choices, choices_among, names_among, tell_merged
from ui.paging import FEW, MANY, Paging
from ui.second_person import TypedSecond, approved
from ui.text import isolate


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseInFull:
    """One case file with its lists. Its objects come in pages; the lists about money are loaded separately,
    and each view is logged.

    identified: the persons with a sealed identity. links: what was said of records as of one person.
    children: who is treated as a child today, and why. choices: the entries that references can name, by
    kind. names: the words of entries by id, struck ones included.
    """

    case: CaseFile
    authorities: tuple[Authority, ...]
    proceedings: tuple[Proceeding, ...]
    instruments: tuple[Instrument, ...]
    conditions: tuple[UseCondition, ...]
    transmissions: tuple[Transmission, ...]
    teams: tuple[ActionTeam, ...]
    voided: tuple[VoidedNumber, ...]
    found: tuple[PersonFound, ...]
    persons: tuple[Person, ...]
    roles: tuple[PersonRole, ...]
    identified: frozenset[PersonId]
    officials: tuple[Official, ...]
    interpreters: tuple[Interpreter, ...]
    stays: tuple[Stay, ...]
    links: tuple[PersonLink, ...] = ()
    children: Mapping[PersonId, TreatedAsChild] = field(default_factory=dict)
    choices: Choices = field(default_factory=dict)
    names: MutableMapping[str, str] = field(default_factory=dict)

    def roles_of(self, person_id: PersonId) -> tuple[PersonRole, ...]:
        return tuple(role for role in self.roles if role.person_id == person_id)


class CasesViewModel(EntriesModel):
    """listed: summaries. shown: a CaseInFull. named_money: the case, and the entries that others about money
    can name, by kind. bank_words: the case, and how many of its transactions have a status in which words of
    a bank. of_stays: the case, the places that stays
    name, and number and id of each record that they can name.
    rows: the case, the name of a list that is loaded by itself, its entries, and whether they begin it.

    revealed: an Identity, and the corrections that entered it again because nobody could read the former one.
    unreadable: the id of a person whose sealed identity nobody can read. purpose: this user's present purpose
    of access. purpose_stated: another purpose was stated.
    """

    listed = Signal(object)
    shown = Signal(object)
    named_money = Signal(object, object)
    bank_words = Signal(object, object)
    of_stays = Signal(object, object, object)
    rows = Signal(object, str, object, bool)
    revealed = Signal(object, object)
    unreadable = Signal(object)
    purpose = Signal(object)
    purpose_stated = Signal(object)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self._exhibits, self._places = ExhibitOffer(self), PlaceOffer(self)
        self.paged = {name: Paging(self) for name in (OBJECTS, TRANSACTIONS)}
        """The lists that are read page by page."""
        self.first_object = ""
        """The id of the object that begins their list if it is behind the first page."""
        self._paged_of: dict[str, CaseId] = {}
        for name, paging in self.paged.items():
            paging.arrived.connect(partial(self._take_rows, name))

    def reload(self) -> None:
        self.read(cases.list_cases, self.listed.emit)

    def show(self, case_id: CaseId, objects: int = 0, first: str = "") -> None:
        """Load all lists of one case. objects, first: as `show_objects`."""
        self.read(lambda session: _gather(session, case_id), self._show)
        self.show_objects(case_id, objects, first)

    def show_objects(self, case_id: CaseId, count: int, first: str) -> None:
        """Load the objects from their beginning. count: how many were shown before; no more than some are
        read at once. first: the id of one that is shown in any case: before the others, if it is behind them.
        """
        self.first_object = first
        read = partial(cases.page_of_objects, first=first)
        self._begin(OBJECTS, case_id, read, min(count, MANY))

    def show_money(self, case_id: CaseId, name: str, count: int = 0) -> None:
        """Load a list about money, after what its entries can name. Transactions come in pages.

        count: how many transactions were shown before.
        """
        self._exhibits.want()
        self.read(
            lambda session: finance.list_named(session, case_id),
            lambda found: self.named_money.emit(case_id, found),
        )
        if name == TRANSACTIONS:
            self._begin(name, case_id, finance.page_of_transactions, count)
            self.read(
                lambda session: bank_words.bank_words(session, case_id),
                lambda found: self.bank_words.emit(case_id, found),
            )
            return
        kind = LISTS[name].description.name
        self.read(
            lambda session: finance.list_money(session, case_id, kind),
            lambda found: self.rows.emit(case_id, name, found, True),
        )

    def want_sources(self, case_id: CaseId, name: str) -> None:
        """Load the exhibits, and for stays the places and records, that the entries of a list can name."""
        self._exhibits.want()
        if name == STAYS:
            self.read(
                lambda session: (cases.places_of_stays(session, case_id), _records(session, case_id)),
                lambda found: self.of_stays.emit(case_id, *found),
            )
            self._places.want()

    def check_statement(self, statement_id: StatementId, then: Callable[[tuple[Finding, ...]], None]) -> None:
        """Compare the balances of a statement with its rows."""
        self.read(lambda session: finance.check_statement_of(session, statement_id), then)

    def _begin(self, name: str, case_id: CaseId, read: Callable[..., Any], count: int) -> None:
        """Read a list from its beginning, as many rows as were shown before."""
        self._paged_of[name] = case_id
        self.paged[name].begin(
            lambda session, after, wanted: read(session, case_id, after=after, count=wanted), max(FEW, count)
        )

    def _take_rows(self, name: str, found: tuple[Any, ...], is_first: bool) -> None:
        self.rows.emit(self._paged_of[name], name, found, is_first)

    def _show(self, full: CaseInFull) -> None:
        if "exhibit" in full.choices:
            self._exhibits.show_case(full.case)
            full.choices["exhibit"] = self._exhibits.choices
            full = replace(full, names=ChainMap(dict(full.names), self._exhibits.names))
        self._places.show_case(full.case)
        full.choices[CASE_OBJECT.name] = self._places.choices
        self.shown.emit(full)

    def open_case(self, case: CaseFile) -> None:
        self._change(lambda session: cases.open_case(session, case))

    def add(self, listed: EntryList, entry: object) -> None:
        """Save a new entry."""
        self._change(lambda session: listed.add(session, entry))

    def add_person(self, person: Person, role: PersonRole, identity: Identity | None) -> None:
        self._change(lambda session: people.add_person(session, person, identity, (role,)))

    def add_identity(self, identity: Identity) -> None:
        """Seal an identity that became known later."""
        self._change(lambda session: people.add_identity(session, identity))

    def correct_identity(self, identity: Identity, reason: str) -> None:
        self._change(lambda session: corrections.correct_identity(session, identity, reason))

    def enter_identity_again(self, identity: Identity, reason: str) -> None:
        """Seal an identity in the place of one that nobody can read."""
        self._change(lambda session: corrections.enter_identity_again(session, identity, reason))

    def reveal(self, person_id: PersonId, justification: str, second: TypedSecond) -> None:
        """Open a protected identity; the view, the second person and the reason are recorded. Nothing is if
        nobody can read it.
        """

        def work(session: Session) -> tuple[Identity, tuple[Correction, ...]] | None:
            approval = approved(session, second, TwoPersonAct.REVEAL_IDENTITY, person_id)
            try:
                found = people.reveal_identity(
                    session, person_id, justification=justification, second=approval
                )
            except SealedValueDamagedError:
                return None
            told = corrections.list_corrections(session, person_id)
            return found, tuple(each for each in told if each.field == UNREADABLE)

        def answer(found: tuple[Identity, tuple[Correction, ...]] | None) -> None:
            if found is None:
                self.unreadable.emit(person_id)
            else:
                self.revealed.emit(*found)

        self.write(work, answer)

    def ask_purpose(self, case_id: CaseId) -> None:
        self.read(lambda session: consultations.find_purpose(session, case_id), self.purpose.emit)

    def state_purpose(self, case_id: CaseId, code: Justification, text: str) -> None:
        """State the purpose of access to a case from now on."""
        self.read(
            lambda session: consultations.state_purpose(session, case_id, code, text),
            self.purpose_stated.emit,
        )


def _gather(session: Session, case_id: CaseId) -> CaseInFull:
    full = CaseInFull(
        case=cases.get_case(session, case_id),
        authorities=cases.list_authorities(session, case_id),
        proceedings=cases.list_proceedings(session, case_id),
        instruments=cooperation.list_instruments(session, case_id),
        conditions=use_conditions.list_conditions(session, case_id),
        transmissions=board.list_transmissions(session, case_id),
        teams=action_days.list_teams(session, case_id),
        voided=action_days.list_voided(session, case_id),
        found=action_days.list_found(session, case_id),
        persons=people.list_persons(session, case_id),
        roles=people.list_roles(session, case_id),
        identified=people.list_identified(session, case_id),
        officials=people.list_officials(session, case_id),
        interpreters=people.list_interpreters(session, case_id),
        stays=stays.list_stays(session, case_id),
        links=merges.list_links(session, case_id),
        children=ages.list_children(session, case_id),
    )
    listed = _entries(session, full)
    known = [(user.name, str(user.id)) for user in users.list_users(session)]
    full.choices.update(choices_among(listed, full.case.language), user=known)
    tell_merged(full.choices, merges.list_shown_under(session, case_id))
    full.names.update(names_among(listed, full.case.language), **{each: name for name, each in known})
    return full


def _records(session: Session, case_id: CaseId) -> list[tuple[str, str]]:
    """Return number and id of each record of the case, for who may read testimony."""
    if not may(session.user.role, Right.READ_TESTIMONY):
        return []
    held = interviews.list_numbers(session, case_id)
    return [(isolate(number), str(identity)) for number, identity in held]


def _entries(session: Session, full: CaseInFull) -> dict[str, list[Any]]:
    """Return the entries that references can name, by kind; exhibits are read in pages (see ExhibitOffer)."""
    entries: dict[str, list[Any]] = {
        "official": list(full.officials),
        "authority": list(full.authorities),
        "interpreter": list(full.interpreters),
        "person": list(full.persons),
        "instrument": list(full.instruments),
        "proceeding": list(full.proceedings),
        "action_team": list(full.teams),
    }
    if may(session.user.role, Right.READ_EXHIBITS):
        entries["exhibit"] = []
    return entries
