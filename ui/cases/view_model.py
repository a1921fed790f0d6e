"""The cases of the vault, and everything in one of them that is neither interview nor exhibit."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from thb_desktop.domain.case import Authority, CaseFile, CaseObject, Proceeding
from thb_desktop.domain.consultation import Justification
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.finance import Account
from thb_desktop.domain.ids import CaseId, PersonId
from thb_desktop.domain.people import Identity, Interpreter, Official, Person, PersonRole
from thb_desktop.domain.vocabulary import TwoPersonAct
from ui.second_person import TypedSecond, approved
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseInFull:
    """One case file with its lists; its accounts are asked for apart, and each look at them is written so."""

    case: CaseFile
    authorities: tuple[Authority, ...]
    proceedings: tuple[Proceeding, ...]
    instruments: tuple[Instrument, ...]
    persons: tuple[Person, ...]
    roles: tuple[PersonRole, ...]
    officials: tuple[Official, ...]
    interpreters: tuple[Interpreter, ...]
    objects: tuple[CaseObject, ...]


class CasesViewModel(ViewModel):
    """listed: summaries. shown: a CaseInFull. accounts: the id of the case asked for, and its accounts.

    added: what was asked for is kept. revealed: an Identity.
    purpose: why this user looks at a case now. purpose_stated: they said another.
    """

    listed = Signal(object)
    shown = Signal(object)
    accounts = Signal(object, object)
    added = Signal(object)
    revealed = Signal(object)
    purpose = Signal(object)
    purpose_stated = Signal(object)

    def reload(self) -> None:
        from thb_desktop.services.casework import cases

        self.read(cases.list_cases, self.listed.emit)

    def show(self, case_id: CaseId) -> None:
        """Gather all lists of one case."""
        self.read(lambda session: _gather(session, case_id), self.shown.emit)

    def show_accounts(self, case_id: CaseId) -> None:
        from thb_desktop.services.casework import finance

        def told(found: tuple[Account, ...]) -> None:
            self.accounts.emit(case_id, found)

        self.read(lambda session: finance.list_accounts(session, case_id), told)

    def open_case(self, case: CaseFile) -> None:
        from thb_desktop.services.casework import cases

        self._add(lambda session: cases.open_case(session, case))

    def add_authority(self, authority: Authority) -> None:
        from thb_desktop.services.casework import cases

        self._add(lambda session: cases.add_authority(session, authority))

    def add_proceeding(self, proceeding: Proceeding) -> None:
        from thb_desktop.services.casework import cases

        self._add(lambda session: cases.add_proceeding(session, proceeding))

    def add_instrument(self, instrument: Instrument) -> None:
        from thb_desktop.services.casework import cooperation

        self._add(lambda session: cooperation.register_instrument(session, instrument))

    def add_person(self, person: Person, identity: Identity | None, role: PersonRole) -> None:
        from thb_desktop.services.casework import people

        self._add(lambda session: people.add_person(session, person, identity, (role,)))

    def add_official(self, official: Official) -> None:
        from thb_desktop.services.casework import people

        self._add(lambda session: people.add_official(session, official))

    def add_interpreter(self, interpreter: Interpreter) -> None:
        from thb_desktop.services.casework import people

        self._add(lambda session: people.add_interpreter(session, interpreter))

    def reveal(self, person_id: PersonId, justification: str, second: TypedSecond) -> None:
        """Open a protected identity; that it was looked at, with whom and why, is recorded."""
        from thb_desktop.services.casework import people

        def work(session: "Session") -> Identity:
            approval = approved(session, second, TwoPersonAct.REVEAL_IDENTITY, person_id)
            return people.reveal_identity(session, person_id, justification=justification, second=approval)

        self.write(work, self.revealed.emit)

    def ask_purpose(self, case_id: CaseId) -> None:
        from thb_desktop.services.office import consultations

        self.read(lambda session: consultations.find_purpose(session, case_id), self.purpose.emit)

    def state_purpose(self, case_id: CaseId, code: Justification, text: str) -> None:
        """Say why the user looks at a case from now on."""
        from thb_desktop.services.office import consultations

        self.read(
            lambda session: consultations.state_purpose(session, case_id, code, text),
            self.purpose_stated.emit,
        )

    def _add(self, work: "Callable[[Session], object]") -> None:
        self.write(work, self.added.emit)


def _gather(session: "Session", case_id: CaseId) -> CaseInFull:
    from thb_desktop.services.casework import cases, cooperation, people

    return CaseInFull(
        case=cases.get_case(session, case_id),
        authorities=cases.list_authorities(session, case_id),
        proceedings=cases.list_proceedings(session, case_id),
        instruments=cooperation.list_instruments(session, case_id),
        persons=people.list_persons(session, case_id),
        roles=people.list_roles(session, case_id),
        officials=people.list_officials(session, case_id),
        interpreters=people.list_interpreters(session, case_id),
        objects=cases.list_objects(session, case_id),
    )
