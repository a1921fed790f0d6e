"""Dialogs that show two records beside one another, before they are merged or split again."""

from dataclasses import dataclass, replace
from typing import Any

import shiboken6
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.people import Person, roles_of
from thb_desktop.domain.people_fields import PERSON
from thb_desktop.domain.person_links import PersonLink
from thb_desktop.errors import ThbError
from ui.cases.persons.model import ClaimsOfRecord, PersonInFull, PersonModel
from ui.cases.persons.tables import said
from ui.forms.editors import YesNoEditor
from ui.forms.reading import in_words
from ui.labels import field_words, words
from ui.messages import sentence
from ui.rows import Column, RowsModel
from ui.text import NONE, isolate, listed, listed_apart, with_name
from ui.widgets.basic import Label, Part
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.table import RecordTable
from ui.widgets.text_edit import PlainTextEdit

_COMPARED = ("sex", "age_status", "identity_protection", "language", "nationalities", "exploitation")


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the comparison: what, on the one side, on the other."""

    what: str
    one: str
    other: str

    @property
    def id(self) -> str:
        return self.what


class TwoRecordsDialog(Dialog):
    """Shows both records line by line, and takes a reason."""

    def __init__(self, parent: QWidget, heading: str, sentence: str, full: PersonInFull) -> None:
        super().__init__(parent, heading, sentence)
        self.setMinimumWidth(940)
        self.full = full
        self._codes = ("", "")
        self.rows: RowsModel[Any] = RowsModel(
            [
                Column(title="", read=lambda line: line.what, width=230),
                Column(title=self.tr("Kept"), read=lambda line: line.one),
                Column(title=self.tr("Shown under it"), read=lambda line: line.other),
            ],
            self,
        )
        self.table = RecordTable(self.rows, self.tr("Both records"), wrap=True)
        self.table.setMinimumHeight(290)
        self.table.say_when_empty(self.tr("Choose the other record, and which of the two is kept."))
        self.why = Label(self.tr("&Reason"))
        self.reason = PlainTextEdit(self.tr("Reason"), lines=2)
        self.why.setBuddy(self.reason)

    def compare(self, one: Person, other: Person) -> None:
        """Show these two."""
        lines = [
            _Line(field_words(PERSON.name, "code"), isolate(one.code), isolate(other.code)),
            _Line(self.tr("Claims"), self._claims(one), self._claims(other)),
            _Line(self.tr("Roles"), self._roles(one), self._roles(other)),
            _Line(
                self.tr("Records of interviews"),
                str(self.full.heard.get(one.id, 0)),
                str(self.full.heard.get(other.id, 0)),
            ),
            _Line(self.tr("Sealed identity"), self._sealed(one), self._sealed(other)),
        ]
        lines += [
            _Line(
                field_words(PERSON.name, name),
                in_words(PERSON[name], getattr(one, name), {}),
                in_words(PERSON[name], getattr(other, name), {}),
            )
            for name in _COMPARED
        ]
        self.rows.show_rows(lines)

    def _roles(self, person: Person) -> str:
        return listed(words(each) for each in roles_of(self.full.roles, person.id)) or NONE

    def _claims(self, person: Person) -> str:
        standing = [each for each in self.full.claims_of(person.id) if not each.struck]
        return listed_apart(with_name(words(each.kind), said(each, self.full)) for each in standing) or NONE

    def _sealed(self, person: Person) -> str:
        there = person.id in self.full.identified
        return self.tr("yes, and it stays sealed with this record") if there else self.tr("none")

    def _ask_reason(self) -> None:
        self.body.addWidget(self.why)
        self.body.addWidget(self.reason)

    def _lacks_reason(self) -> bool:
        return self.lacks((self.reason, self.tr("A reason is needed. Please write why.")))


class MergeDialog(TwoRecordsDialog):
    """Merges another record with this one, or proposes it; the one to keep is chosen."""

    def __init__(
        self,
        parent: QWidget,
        model: PersonModel,
        full: PersonInFull,
        *,
        decides: bool,
        proposal: PersonLink | None = None,
    ) -> None:
        code = isolate(full.person.code)
        super().__init__(
            parent,
            self.tr("One person, two records: {person} and another").format(person=code),
            self.tr(
                "Both records keep their rows, their numbers and their history. They are shown as one "
                "person, and can be split again."
            ),
            full,
        )
        self._model, self._decides, self._proposal = model, decides, proposal
        self._read: set[PersonId] = set()
        """The other records whose claims are here."""
        form = Form()
        others = [(isolate(each.code), each.id) for each in full.apart()]
        self.other = form.add(self.tr("&Other record"), ValueBox(others))
        self.kept = form.add(self.tr("&Keep"), ValueBox(()))
        for box in (self.other, self.kept):
            box.setPlaceholderText(self.tr("Please choose"))
        # No record is taken for the same person before somebody says so.
        self.other.setCurrentIndex(-1)
        self.printed = YesNoEditor()
        if decides:
            form.add(self.tr("&May documents name the other number too?"), self.printed)
        self.body.addLayout(form)
        self.body.addWidget(self.table)
        if decides:
            self.body.addWidget(
                Label(
                    self.tr("If they may, this reason goes out with the proof of a bundle."),
                    Part.MUTED,
                    wrap=True,
                )
            )
        self._ask_reason()
        self.finish_with(self.tr("Mer&ge") if decides else self.tr("&Propose"), icon="link")
        self._may_take = self._is_compared
        self.other.currentIndexChanged.connect(lambda _: self._offer_kept())
        self.kept.currentIndexChanged.connect(lambda _: self._compare())
        if proposal is not None:
            beside = {proposal.kept_id, proposal.other_id} - {full.person.id}
            self.other.setCurrentIndex(self.other.findData(next(iter(beside))))
            self.other.setEnabled(False)
            self._offer_kept()
            self.kept.setCurrentIndex(self.kept.findData(proposal.kept_id))
            self.reason.setPlainText(proposal.reason)
        self._offer_kept()
        self.keep_typing(model.draft("merge-persons", full.person.id))

    def take(self) -> None:
        if not self.other.count():
            self.refuse(self.tr("There is no other record in this case."))
            return
        if self.other.currentIndex() < 0:
            self.refuse_at(self.other, self.tr("Please choose the other record of this person."))
            return
        pair = self._pair()
        if pair is None:
            self.refuse_at(self.kept, self.tr("Please choose which record is kept."))
            return
        printed = self.printed.value()
        if self._decides and printed is None:
            self.refuse_at(self.printed, self.tr("Please answer yes or no."))
            return
        if self._lacks_reason():
            return
        kept, other = pair
        reason = self.reason.toPlainText().strip()
        self.begin_work()
        with self._model.answering(self):
            if self._decides:
                proposal = self._proposal.id if self._proposal else None
                self._model.merge(kept.id, other.id, reason, printed=bool(printed), proposal=proposal)
            else:
                self._model.propose(kept.id, other.id, reason)

    def _offer_kept(self) -> None:
        chosen = self.kept.currentData()
        self.kept.blockSignals(True)
        self.kept.clear()
        other = self.full.persons.get(self.other.currentData())
        for each in (self.full.person, other) if other is not None else ():
            self.kept.addItem(isolate(each.code), each.id)
        self.kept.setCurrentIndex(self.kept.findData(chosen) if chosen is not None else -1)
        self.kept.blockSignals(False)
        self._compare()

    def _compare(self) -> None:
        """Show both, once the claims of the other one are here: nothing is told as lacking before that."""
        pair, other = self._pair(), self.other.currentData()
        self.let_take()
        if pair is not None and other in self._read:
            self.compare(*pair)
            return
        self.rows.show_rows([])
        if pair is not None:
            self.notice.clear()
            self._model.ask_claims(other, lambda found: self._take_claims(other, found), self._tell_unread)

    def _is_compared(self) -> bool:
        """Whether both records are shown; before both are chosen, the button says what is lacking."""
        return self._pair() is None or self.other.currentData() in self._read

    def _tell_unread(self, error: ThbError) -> None:
        """The other record could not be read: nothing is merged that nobody saw."""
        if shiboken6.isValid(self):
            self.refuse(sentence(error))

    def _take_claims(self, other: PersonId, found: ClaimsOfRecord) -> None:
        if shiboken6.isValid(self):
            self._read.add(other)
            told, worded = found
            claims = tuple(each for each in self.full.claims if each.person_id != other)
            self.full = replace(self.full, claims=(*claims, *told), worded=self.full.worded | worded)
            self._compare()

    def _pair(self) -> tuple[Person, Person] | None:
        """Return the record to keep, and the other one; None before both are chosen."""
        other = self.full.persons.get(self.other.currentData())
        if other is None or self.kept.currentIndex() < 0:
            return None
        own = self.full.person
        return (other, own) if self.kept.currentData() == other.id else (own, other)


class SplitDialog(TwoRecordsDialog):
    """Splits what one merge brought together."""

    def __init__(self, parent: QWidget, model: PersonModel, full: PersonInFull, merge: PersonLink) -> None:
        one, other = full.persons[merge.kept_id], full.persons[merge.other_id]
        super().__init__(
            parent,
            self.tr("Split {one} and {other} again?").format(
                one=isolate(one.code), other=isolate(other.code)
            ),
            self.tr(
                "This undoes exactly this merge. Whatever was entered since then stays with the record under "
                "which it was entered. The merge and this reason stay readable."
            ),
            full,
        )
        self._model, self._merge = model, merge
        self.body.addWidget(self.table)
        self.compare(one, other)
        self._ask_reason()
        self.finish_with(self.tr("&Split again"), icon="undo-2")
        self.keep_typing(model.draft("split-persons", merge.id))

    def take(self) -> None:
        if self._lacks_reason():
            return
        self.begin_work()
        with self._model.answering(self):
            self._model.split(self._merge.id, self.reason.toPlainText().strip())
