"""A person: claims, not facts; who is treated as a child and why; two records of one person."""

from typing import Any

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.ids import PersonId, RowId
from thb_desktop.domain.person_claims import ClaimWords, PersonClaim
from thb_desktop.domain.person_claims_fields import OF_CLAIMS, PERSON_CLAIM
from thb_desktop.domain.person_links import PersonLink, open_proposals, standing_merges
from thb_desktop.domain.rights import Right
from ui import shortcuts
from ui.cases.persons import claim_dialogs, tables
from ui.cases.persons.merge_dialogs import MergeDialog, SplitDialog
from ui.cases.persons.model import PersonInFull, PersonModel
from ui.forms.history import HistoryDialog
from ui.labels import words
from ui.rows import RowsModel
from ui.text import isolate, isolate_words, listed, translate
from ui.tones import Tone
from ui.widgets.basic import Chip, Label, Part, button, row
from ui.widgets.dialog import Dialog
from ui.widgets.questions import ask_reason
from ui.widgets.table import RecordTable, show_entries


class PersonDialog(Dialog):
    """Everything that is said of one person, under all their records. Enter shows the source of a claim."""

    def __init__(
        self, parent: QWidget, model: PersonModel, person_id: PersonId, code: str, rights: frozenset[Right]
    ) -> None:
        super().__init__(parent, _heading(code))
        self.setMinimumWidth(1180)
        self._model, self._of, self._rights = model, person_id, rights
        self.full: PersonInFull | None = None
        self._asked: PersonClaim | None = None
        self.also, self.child, self.sealed = Chip("", Tone.INFO), Chip("", Tone.WARN), Chip("", Tone.PLAIN)
        self.body.addLayout(row(self.also, self.child, self.sealed, None))
        self.ground = Label("", Part.MUTED, wrap=True)
        self.body.addWidget(self.ground)
        self.claims: RowsModel[Any] = RowsModel(tables.claim_columns(lambda: self.full), self)
        self.claim_table = RecordTable(self.claims, self.tr("Claims"), wrap=True)
        self.claim_table.setMinimumHeight(176)
        self.claim_table.opened.connect(lambda _: self._source())
        self.claim_table.chosen.connect(lambda _: self._enable())
        self.body.addWidget(self.claim_table, 3)
        self._build_claim_buttons()
        self.body.addWidget(Label(self.tr("One person, two records"), Part.CAPTION))
        self.links: RowsModel[Any] = RowsModel(tables.link_columns(lambda: self.full), self)
        self.link_table = RecordTable(self.links, self.tr("One person, two records"), wrap=True)
        self.link_table.setMinimumHeight(132)
        self.link_table.chosen.connect(lambda _: self._enable())
        self.link_table.say_when_empty(self.tr("No other record of this person is known."))
        self.body.addWidget(self.link_table, 1)
        self._build_link_buttons()
        self.main_button = button(self.tr("C&lose"), self.accept, part="primary")
        self._outer.addLayout(row(None, self.main_button))
        model.shown.connect(self._show)
        model.added.connect(lambda _: model.show(self._of))
        model.revealed.connect(self._show_words)
        model.history.connect(self._show_history)
        model.refused.connect(lambda sentence: self.notice.tell(sentence, Tone.BAD))
        self._enable()
        model.show(person_id)

    def _build_claim_buttons(self) -> None:
        self.history_button = button(self.tr("&History\u2026"), self._history, icon="history", part="quiet")
        self.withdraw_button = button(self.tr("With&draw\u2026"), self._withdraw, icon="x", part="quiet")
        self.words_button = button(self.tr("Show the &words\u2026"), self._reveal, icon="eye", part="quiet")
        self.use_button = button(self.tr("In doc&uments\u2026"), self._use, icon="file-text")
        self.reword_button = button(self.tr("Correct the w&ords\u2026"), self._reword, icon="pencil")
        self.correct_button = button(self.tr("&Correct\u2026"), self._correct, icon="pencil")
        self.source_button = button(self.tr("&Source\u2026"), self._source, icon="info")
        self.add_button = button(
            self.tr("&Add a claim\u2026"), self._add, icon="plus", part="primary", shortcut=shortcuts.NEW
        )
        self.body.addLayout(
            row(
                *(self.history_button, self.withdraw_button, self.words_button, None),
                *(self.use_button, self.reword_button, self.correct_button, self.source_button),
                self.add_button,
            )
        )

    def _build_link_buttons(self) -> None:
        self.age_button = button(self.tr("Decide the a&ge\u2026"), self._decide_age, icon="list-checks")
        self.decline_button = button(
            self.tr("Decl&ine the proposal\u2026"), self._decline, icon="x", part="quiet"
        )
        self.split_button = button(self.tr("S&plit again\u2026"), self._split, icon="undo-2")
        decides = Right.SIGN_RECORDS in self._rights
        self.merge_button = button(
            self.tr("&Merge with another record\u2026") if decides else self.tr("Propose a &merge\u2026"),
            self._merge,
            icon="link",
        )
        self.body.addLayout(
            row(self.age_button, None, self.decline_button, self.split_button, self.merge_button)
        )

    def _enable(self) -> None:
        """Offer what this user may do with what is chosen."""
        full, claim, link = self.full, self._claim(), self._link()
        edits = full is not None and Right.EDIT_CASE in self._rights
        decides = full is not None and Right.SIGN_RECORDS in self._rights
        identities = Right.READ_IDENTITIES in self._rights
        stands = claim is not None and not claim.struck
        worded = full is not None and claim is not None and claim.id in full.worded
        for part, offered, enabled in (
            (self.history_button, True, claim is not None),
            (self.source_button, True, claim is not None),
            (self.withdraw_button, edits, stands),
            (self.words_button, identities, worded),
            (self.reword_button, edits and identities, stands and worded),
            (self.correct_button, edits, stands),
            (self.use_button, decides, stands),
            (self.add_button, edits, True),
            (self.age_button, decides, True),
            (self.merge_button, edits, full is not None and bool(full.apart())),
            (self.split_button, decides, link is not None and link in self._standing()),
            (self.decline_button, decides, link is not None and link in self._open()),
        ):
            part.setVisible(offered)
            part.setEnabled(enabled)

    def _show(self, full: PersonInFull) -> None:
        if self._of not in {each.id for each in full.records}:
            return
        self.full = full
        # The record that is kept: after a merge it may be another than the one that was chosen.
        for tell in (self.heading.setText, self.setAccessibleName):
            tell(_heading(full.person.code))
        others = [isolate(each.code) for each in full.records[1:]]
        self._chip(self.also, self.tr("Also recorded as {numbers}"), numbers=listed(others))
        treated = full.treated
        self.child.setVisible(treated is not None)
        if treated is not None:
            self.child.setText(self.tr("Child presumed") if treated.is_presumed else self.tr("Child"))
        sealed = [isolate(each.code) for each in full.records if each.id in full.identified]
        self._chip(self.sealed, self.tr("Identity sealed: {numbers}"), numbers=listed(sealed))
        self.ground.setText(self._ground())
        self.ground.setVisible(bool(self.ground.text()))
        show_entries(self.claims, self.claim_table, full.claims)
        show_entries(self.links, self.link_table, full.own_links())
        hint = self.tr("Nothing is claimed yet. Add the first claim with Ctrl+N.")
        edits = Right.EDIT_CASE in self._rights
        self.claim_table.say_when_empty(hint if edits else self.tr("Nothing is claimed yet."))
        self._enable()

    def _chip(self, chip: Chip, sentence: str, *, numbers: str) -> None:
        chip.setText(sentence.format(numbers=numbers))
        chip.setVisible(bool(numbers))

    def _ground(self) -> str:
        """Why the person is treated as a child, and what ends it."""
        treated = self.full.treated if self.full else None
        if treated is None:
            last = self.full.decisions[-1] if self.full and self.full.decisions else None
            if last is None:
                return ""
            return self.tr("Decided on the age: {finding}, {reference}, {who}.").format(
                finding=words(last.finding), reference=isolate(last.reference), who=isolate(last.decided_by)
            )
        said = [
            self.tr("{ground} (Article 13(2) of Directive 2011/36/EU).").format(ground=words(treated.ground))
        ]
        if treated.disputed:
            said.append(self.tr("Claims about the age differ."))
        if treated.is_presumed:
            said.append(self.tr("Only a decision with its author and reason ends this."))
        return " ".join(said)

    def _claim(self) -> PersonClaim | None:
        chosen = self.claim_table.current_record()
        return chosen if isinstance(chosen, PersonClaim) else None

    def _link(self) -> PersonLink | None:
        chosen = self.link_table.current_record()
        return chosen if isinstance(chosen, PersonLink) else None

    def _standing(self) -> tuple[PersonLink, ...]:
        return standing_merges(self.full.links) if self.full else ()

    def _open(self) -> tuple[PersonLink, ...]:
        return open_proposals(self.full.links) if self.full else ()

    def _add(self) -> None:
        if self.full is not None:
            claim_dialogs.ClaimDialog(self, self._model, self.full).open()

    def _source(self) -> None:
        if self.full is not None and (claim := self._claim()) is not None:
            claim_dialogs.SourceDialog(self, self.full, claim).open()

    def _correct(self) -> None:
        if self.full is not None and (claim := self._claim()) is not None:
            claim_dialogs.correct_claim(self, self._model, self.full, claim).open()

    def _reword(self) -> None:
        if (claim := self._claim()) is not None:
            claim_dialogs.correct_words(self, self._model, claim).open()

    def _withdraw(self) -> None:
        claim = self._claim()
        if claim is None:
            return
        reason = ask_reason(
            self,
            self.tr("Withdraw this claim?"),
            self.tr("It stays readable with your reason, and counts no more."),
            self.tr("Withdraw"),
        )
        if reason:
            self._model.withdraw(claim.id, reason)

    def _use(self) -> None:
        claim = self._claim()
        if claim is None or self.full is None:
            return
        use = self.full.uses.get(claim.id)
        used = not (use and use.used)
        how = self.tr(
            "It is printed as a claim, with its source. Its words stay sealed, and are opened for a bundle."
        )
        reason = ask_reason(
            self,
            self.tr("Use this claim in documents?") if used else self.tr("No longer use it in documents?"),
            how if used else self.tr("Documents that were made before stay as they are."),
            self.tr("Use it") if used else self.tr("Use it no longer"),
        )
        if reason:
            self._model.decide_use(claim.id, reason, used=used)

    def _reveal(self) -> None:
        claim = self._claim()
        if claim is not None and self.full is not None:
            code = isolate(self.full.names.get(claim.person_id, ""))
            claim_dialogs.RevealWordsDialog(self, self._model, claim.person_id, code).open()

    def _show_words(self, told: "dict[RowId, ClaimWords | None]") -> None:
        if self.full is not None:
            claim_dialogs.WordsDialog(self, self.full, told).open()

    def _history(self) -> None:
        self._asked = self._claim()
        if self._asked is not None:
            self._model.ask_history(self._asked.id)

    def _show_history(self, found: Any, users: dict[str, str]) -> None:
        asked, self._asked = self._asked, None
        if asked is None or self.full is None:
            return
        own = [each for each in found if each.entity in OF_CLAIMS]
        names = {**self.full.names, **users}
        HistoryDialog(self, self.tr("Corrections of this claim"), PERSON_CLAIM, own, names).open()

    def _decide_age(self) -> None:
        if self.full is not None:
            claim_dialogs.decide_age(self, self._model, self.full).open()

    def _merge(self) -> None:
        link = self._link()
        if self.full is not None:
            proposal = link if link is not None and link in self._open() else None
            decides = Right.SIGN_RECORDS in self._rights
            MergeDialog(self, self._model, self.full, decides=decides, proposal=proposal).open()

    def _split(self) -> None:
        if self.full is not None and (link := self._link()) is not None:
            SplitDialog(self, self._model, self.full, link).open()

    def _decline(self) -> None:
        link = self._link()
        if link is None:
            return
        reason = ask_reason(
            self,
            self.tr("Decline this proposal?"),
            self.tr("The records stay apart. The proposal and your reason stay readable."),
            self.tr("Decline"),
        )
        if reason:
            self._model.decline(link.id, reason)


def _heading(code: str) -> str:
    return translate("claims", "Person {person}: claims, not facts").format(person=isolate_words(code))
