"""What can be done in a section of a case: its buttons, in two lines below the list."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.rights import Right
from ui.cases import entries
from ui.cases.entries import LISTS, MONEY, PAY, PERSONS, STATEMENTS, TRANSACTIONS
from ui.forms.entry_acts import EntryActs
from ui.widgets.basic import button, row

FACTS = "facts"
_FLOWING = (entries.ACCOUNTS, TRANSACTIONS, STATEMENTS, "hand_overs", "transfers")
LINKED = {FACTS: "", PERSONS: "person", entries.ACCOUNTS: "account", entries.OBJECTS: "case_object"}
"""The sections with links, and the kind of thing that they are drawn from."""
_ACTION = (entries.TEAMS, entries.VOIDED, entries.FOUND)
_COOPERATION = ("instruments", "conditions", "transmissions")


class SectionButtons(QWidget):
    """What each does is connected by the page. acts: those that every entry has."""

    def __init__(self, acts: EntryActs) -> None:
        super().__init__()
        self._acts = acts
        self._corrects = self._in_words = False
        self.person_button = button(self.tr("Clai&ms\u2026"), icon="user-round")
        self.roles_button = button(self.tr("Roles\u2026"), icon="users-round")
        self.identity_button = button(self.tr("Enter the identity\u2026"), icon="lock")
        self.reveal_button = button(self.tr("Reveal the &identity\u2026"), icon="eye")
        self.assessment_button = button(self.tr("Individual a&ssessment\u2026"), icon="list-checks")
        self.add_button = button(self.tr("A&dd\u2026"), icon="plus")
        self.pay_button = button(self.tr("Pay table\u2026"), icon="list-checks")
        self.source_button = button(self.tr("Source"), icon="link")
        self.source_button.setAccessibleName(self.tr("Go to the source"))
        self.balance_button = button(self.tr("Check the balances"), icon="circle-check")
        self.board_button = button(self.tr("Board\u2026"), icon="list-checks")
        self.parallel_button = button(self.tr("Side by side\u2026"), icon="list-checks")
        self.action_button = button(self.tr("Action day\u2026"), icon="list-checks")
        self.chronology_button = button(self.tr("Chronology\u2026"), icon="calendar")
        self.links_button = button(self.tr("Links\u2026"), icon="link")
        self.flow_button = button(self.tr("Money flow\u2026"), icon="link")
        self.words_button = button(self.tr("Bank's words\u2026"), icon="pencil")
        self.ads_button = button(self.tr("Advertisements\u2026"), icon="list-checks")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        # What concerns a person has a line of its own, which takes no room in other lists.
        person = (self.assessment_button, self.reveal_button, self.identity_button)
        lines.addLayout(row(None, *person, self.roles_button, self.person_button, spacing=6))
        lines.addLayout(
            row(
                *(acts.history_button, acts.strike_button, self.board_button, self.pay_button),
                *(self.source_button, self.balance_button, self.flow_button, self.links_button),
                *(self.chronology_button, self.action_button, self.ads_button, self.parallel_button),
                *(self.words_button, None),
                *(acts.correct_button, self.add_button),
                spacing=6,
            )
        )

    def offer_words(self, *, in_words: bool) -> None:
        """in_words: a bank states the status of transactions of the case in its own words."""
        self._in_words = in_words
        self.words_button.setVisible(self._corrects and in_words)

    def offer(self, section: str, rights: frozenset[Right], *, is_open: bool, has_rows: bool) -> None:
        """Show what can be done here. is_open: a case is shown. has_rows: the section has entries."""
        on_persons = section == PERSONS and has_rows
        edits = is_open and (Right.EDIT_CASE if section == FACTS else LISTS[section].right) in rights
        has_entry = is_open and (section == FACTS or has_rows)
        opens_files = is_open and Right.OPEN_FILES in rights
        reads_exhibits = is_open and Right.READ_EXHIBITS in rights
        self._corrects = edits and section == TRANSACTIONS
        self.offer_words(in_words=self._in_words)
        self._acts.offer(reads=has_entry, edits=edits and has_entry)
        for each, is_offered in (
            (self.add_button, edits and section != FACTS),
            (self.roles_button, on_persons),
            (self.person_button, on_persons),
            (self.identity_button, on_persons and edits and Right.READ_IDENTITIES in rights),
            (self.reveal_button, on_persons and Right.READ_IDENTITIES in rights),
            (self.assessment_button, on_persons and Right.READ_ASSESSMENTS in rights),
            (self.chronology_button, is_open and section == FACTS),
            (self.ads_button, opens_files and section == FACTS),
            (self.links_button, is_open and section in LINKED),
            (self.flow_button, is_open and section in _FLOWING),
            (self.pay_button, has_entry and section == PAY),
            (self.balance_button, has_entry and section == STATEMENTS),
            (self.source_button, has_entry and reads_exhibits and section in MONEY),
            (self.board_button, is_open and section in _COOPERATION),
            (self.parallel_button, has_entry and section == entries.PROCEEDINGS),
            (self.action_button, reads_exhibits and section in _ACTION),
        ):
            each.setVisible(is_offered)
