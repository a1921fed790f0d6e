"""Entries of a case: the lists of its page, each with its description, its words and its services."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from thb_desktop.domain.action_day_fields import ACTION_TEAM, PERSON_FOUND, VOIDED_NUMBER
from thb_desktop.domain.case_fields import AUTHORITY, CASE, CASE_OBJECT, PROCEEDING
from thb_desktop.domain.cooperation_fields import INSTRUMENT, TRANSMISSION, USE_CONDITION
from thb_desktop.domain.fields import Description
from thb_desktop.domain.finance_fields import (
    ACCOUNT,
    ATTRIBUTION,
    HAND_OVER,
    PAY_FIGURE,
    STATEMENT,
    TRANSACTION,
    TRANSFER,
)
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.people_fields import INTERPRETER, OFFICIAL, PERSON, PERSON_ROLE
from thb_desktop.domain.rights import Right
from thb_desktop.domain.stays_fields import STAY
from thb_desktop.domain.vocabulary import ChecksumState
from thb_desktop.services.case_file import cases
from thb_desktop.services.cooperation import board, cooperation, use_conditions
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import action_days
from thb_desktop.services.money import finance
from thb_desktop.services.persons import people, stays
from ui.text import QT_TRANSLATE_NOOP, translate

PROCEEDINGS, PERSONS, ACCOUNTS, TRANSACTIONS = "proceedings", "persons", "accounts", "transactions"
STATEMENTS, PAY = "statements", "pay"
OBJECTS, STAYS = "objects", "stays"
TEAMS, VOIDED, FOUND = "teams", "voided", "found"
THE_CASE = QT_TRANSLATE_NOOP("entries", "Case")
CONCERNED = QT_TRANSLATE_NOOP("entries", "Persons and objects")
COOPERATION = QT_TRANSLATE_NOOP("entries", "Cooperation")
ACTION = QT_TRANSLATE_NOOP("entries", "Action day")
FINANCE = QT_TRANSLATE_NOOP("entries", "Money")
"""The groups of the sections."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryList:
    """One list. title, adding, correcting: its section and the headings of its dialogs, for translation.
    group: the heading above its section.

    add: the service that saves a new entry. right: for adding and correcting. follows: fields that the
    service computes and nobody enters.
    """

    title: str
    group: str
    adding: str
    correcting: str
    description: Description
    add: Callable[[Session, Any], object]
    right: Right = Right.EDIT_CASE
    follows: Mapping[str, object] | None = None

    def new(self, case_id: CaseId, values: Mapping[str, Any]) -> Any:
        """Return an entry with these values, not saved yet."""
        return self.description.entity(id="", case_id=case_id, **(self.follows or {}), **values)

    def words(self, sentence: str) -> str:
        return translate("entries", sentence)


LISTS: dict[str, EntryList] = {
    PROCEEDINGS: EntryList(
        title=QT_TRANSLATE_NOOP("entries", "P&roceedings"),
        group=THE_CASE,
        adding=QT_TRANSLATE_NOOP("entries", "Add a proceeding"),
        correcting=QT_TRANSLATE_NOOP("entries", "Correct a proceeding"),
        description=PROCEEDING,
        add=cases.add_proceeding,
    ),
    "authorities": EntryList(
        title=QT_TRANSLATE_NOOP("entries", "&Authorities"),
        group=THE_CASE,
        adding=QT_TRANSLATE_NOOP("entries", "Add an authority"),
        correcting=QT_TRANSLATE_NOOP("entries", "Correct an authority"),
        description=AUTHORITY,
        add=cases.add_authority,
    ),
    "officials": EntryList(
        title=QT_TRANSLATE_NOOP("entries", "O&fficials"),
        group=THE_CASE,
        adding=QT_TRANSLATE_NOOP("entries", "Add an official"),
        correcting=QT_TRANSLATE_NOOP("entries", "Correct an official"),
        description=OFFICIAL,
        add=people.add_official,
    ),
    "interpreters": EntryList(
        title=QT_TRANSLATE_NOOP("entries", "Int&erpreters"),
        group=THE_CASE,
        adding=QT_TRANSLATE_NOOP("entries", "Add an interpreter or translator"),
        correcting=QT_TRANSLATE_NOOP("entries", "Correct an interpreter or translator"),
        description=INTERPRETER,
        add=people.add_interpreter,
    ),
    PERSONS: EntryList(
        title=QT_TRANSLATE_NOOP("entries", "&Persons"),
        group=CONCERNED,
        adding=QT_TRANSLATE_NOOP("entries", "Add a person"),
        correcting=QT_TRANSLATE_NOOP("entries", "Correct a person"),
        description=PERSON,
        add=lambda session, person: people.add_person(session, person, None),
    ),
    OBJECTS: EntryList(
        title=QT_TRANSLATE_NOOP("entries", "O&bjects"),
        group=CONCERNED,
        adding=QT_TRANSLATE_NOOP("entries", "Add an object"),
        correcting=QT_TRANSLATE_NOOP("entries", "Correct an object"),
        description=CASE_OBJECT,
        add=cases.add_object,
    ),
    STAYS: EntryList(
        title=QT_TRANSLATE_NOOP("entries", "Stays"),
        group=CONCERNED,
        adding=QT_TRANSLATE_NOOP("entries", "Enter where a person was, as a source says"),
        correcting=QT_TRANSLATE_NOOP("entries", "Correct a stay"),
        description=STAY,
        add=stays.add_stay,
    ),
    "instruments": EntryList(
        title=QT_TRANSLATE_NOOP("entries", "&Orders and requests"),
        group=COOPERATION,
        adding=QT_TRANSLATE_NOOP("entries", "Register an order, request or agreement"),
        correcting=QT_TRANSLATE_NOOP("entries", "Correct an order, request or agreement"),
        description=INSTRUMENT,
        add=cooperation.register_instrument,
    ),
    "conditions": EntryList(
        title=QT_TRANSLATE_NOOP("entries", "Conditions"),
        group=COOPERATION,
        adding=QT_TRANSLATE_NOOP("entries", "Enter a condition of use"),
        correcting=QT_TRANSLATE_NOOP("entries", "Correct a condition of use"),
        description=USE_CONDITION,
        add=use_conditions.add_condition,
    ),
    "transmissions": EntryList(
        title=QT_TRANSLATE_NOOP("entries", "Sent and received"),
        group=COOPERATION,
        adding=QT_TRANSLATE_NOOP("entries", "Note a transmission"),
        correcting=QT_TRANSLATE_NOOP("entries", "Correct a transmission"),
        description=TRANSMISSION,
        add=board.note_transmission,
    ),
    TEAMS: EntryList(
        title=QT_TRANSLATE_NOOP("entries", "Teams"),
        group=ACTION,
        adding=QT_TRANSLATE_NOOP("entries", "Enter a team of an action day"),
        correcting=QT_TRANSLATE_NOOP("entries", "Correct a team of an action day"),
        description=ACTION_TEAM,
        add=action_days.add_team,
    ),
    VOIDED: EntryList(
        title=QT_TRANSLATE_NOOP("entries", "Voided numbers"),
        group=ACTION,
        adding=QT_TRANSLATE_NOOP("entries", "Void a number, or a row of them (EX-0107 \u2013 EX-0112)"),
        correcting=QT_TRANSLATE_NOOP("entries", "Correct a voided number"),
        description=VOIDED_NUMBER,
        add=action_days.void_number,
    ),
    FOUND: EntryList(
        title=QT_TRANSLATE_NOOP("entries", "Persons found"),
        group=ACTION,
        adding=QT_TRANSLATE_NOOP("entries", "Enter a person found"),
        correcting=QT_TRANSLATE_NOOP("entries", "Correct a person found"),
        description=PERSON_FOUND,
        add=action_days.add_person_found,
    ),
    ACCOUNTS: EntryList(
        title=QT_TRANSLATE_NOOP("entries", "Acco&unts"),
        group=FINANCE,
        adding=QT_TRANSLATE_NOOP("entries", "Add an account or a wallet"),
        correcting=QT_TRANSLATE_NOOP("entries", "Correct an account or a wallet"),
        description=ACCOUNT,
        add=finance.add_account,
        right=Right.EDIT_FINANCE,
        follows={"checksum": ChecksumState.NOT_CHECKED},
    ),
    STATEMENTS: EntryList(
        title=QT_TRANSLATE_NOOP("entries", "Statements"),
        group=FINANCE,
        adding=QT_TRANSLATE_NOOP("entries", "Add a statement of account"),
        correcting=QT_TRANSLATE_NOOP("entries", "Correct a statement of account"),
        description=STATEMENT,
        add=finance.add_statement,
        right=Right.EDIT_FINANCE,
    ),
    TRANSACTIONS: EntryList(
        title=QT_TRANSLATE_NOOP("entries", "Transa&ctions"),
        group=FINANCE,
        adding=QT_TRANSLATE_NOOP("entries", "Add a transaction"),
        correcting=QT_TRANSLATE_NOOP("entries", "Correct a transaction"),
        description=TRANSACTION,
        add=finance.add_transaction,
        right=Right.EDIT_FINANCE,
    ),
    "hand_overs": EntryList(
        title=QT_TRANSLATE_NOOP("entries", "Hand-overs"),
        group=FINANCE,
        adding=QT_TRANSLATE_NOOP("entries", "Add a hand-over of money"),
        correcting=QT_TRANSLATE_NOOP("entries", "Correct a hand-over of money"),
        description=HAND_OVER,
        add=finance.add_hand_over,
        right=Right.EDIT_FINANCE,
    ),
    "transfers": EntryList(
        title=QT_TRANSLATE_NOOP("entries", "Transfers"),
        group=FINANCE,
        adding=QT_TRANSLATE_NOOP("entries", "Join two hand-overs"),
        correcting=QT_TRANSLATE_NOOP("entries", "Correct what joins two hand-overs"),
        description=TRANSFER,
        add=finance.add_transfer,
        right=Right.EDIT_FINANCE,
    ),
    "attributions": EntryList(
        title=QT_TRANSLATE_NOOP("entries", "Attributions"),
        group=FINANCE,
        adding=QT_TRANSLATE_NOOP("entries", "Add whose an account is said to be"),
        correcting=QT_TRANSLATE_NOOP("entries", "Correct whose an account is said to be"),
        description=ATTRIBUTION,
        add=finance.add_attribution,
        right=Right.EDIT_FINANCE,
    ),
    PAY: EntryList(
        title=QT_TRANSLATE_NOOP("entries", "Pay"),
        group=FINANCE,
        adding=QT_TRANSLATE_NOOP("entries", "Add a figure of pay"),
        correcting=QT_TRANSLATE_NOOP("entries", "Correct a figure of pay"),
        description=PAY_FIGURE,
        add=finance.add_pay_figure,
        right=Right.EDIT_FINANCE,
    ),
}
"""In the order of the sections; a group stands together."""
MONEY = tuple(name for name, each in LISTS.items() if each.right is Right.EDIT_FINANCE)
"""The lists about money: they are loaded when their section is opened, and each view is logged."""

CASE_FILE = EntryList(
    title=QT_TRANSLATE_NOOP("entries", "Detai&ls"),
    group=THE_CASE,
    adding=QT_TRANSLATE_NOOP("entries", "New case"),
    correcting=QT_TRANSLATE_NOOP("entries", "Correct the case file"),
    description=CASE,
    add=cases.open_case,
)
"""The case file itself."""

ROLES = EntryList(
    title=QT_TRANSLATE_NOOP("entries", "Roles"),
    group=THE_CASE,
    adding=QT_TRANSLATE_NOOP("entries", "Add a role"),
    correcting=QT_TRANSLATE_NOOP("entries", "Correct a role"),
    description=PERSON_ROLE,
    add=people.add_role,
)
"""The roles of one person."""
