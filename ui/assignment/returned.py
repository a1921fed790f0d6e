"""What came back from an interpreter is looked at before it is merged: what, and what changed since."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.assignment import Declaration
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.glossary import Concept, Term
from thb_desktop.services.assignments.returning import Doubt, Doubted, Review
from ui.assignment.brought import brought
from ui.assignment.office_model import AssignmentsModel
from ui.clock import when_here
from ui.labels import words
from ui.text import isolate, isolate_words, listed
from ui.tones import Tone
from ui.widgets.basic import Label, Part
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form

_MOST = 40
"""Turns that are shown with their words; of more, the number is told."""


class ReturnDialog(Dialog):
    """Shows what was handed back before it is merged."""

    def __init__(self, parent: QWidget, model: AssignmentsModel, case: CaseFile, review: Review) -> None:
        super().__init__(
            parent,
            self.tr("What came back"),
            self.tr("The store holds together, and everything in it is signed by the interpreter."),
        )
        self._model, self._case, self._review = model, case, review
        form = Form()
        form.tell(self.tr("Handed back"), when_here(review.handback.at), exact=True)
        for name, count in brought(review):
            form.tell(name, str(count), exact=True)
        self.body.addLayout(form)
        if review.declaration is not None:
            self._show_declared(review.declaration)
        self._show_changed(review)
        self._show_disputed(review)
        if review.kept:
            kept = listed(self._kept(*pair) for pair in review.kept)
            told = self.tr(
                "Entries of the glossary that stay as they stand here, also changed there: {terms}."
            )
            self.body.addWidget(Label(told.format(terms=kept), wrap=True))
        if review.merged is not None:
            self.notice.tell(self.tr("This was merged already; nothing is new."), Tone.INFO)
        self.finish_with(self.tr("&Merge"), icon="check")
        self.main_button.setEnabled(review.merged is None)

    def _kept(self, stands: Concept | Term, came: Concept | Term) -> str:
        """An entry as it stays, and as the interpreter has it where its words are others."""
        here, there = isolate_words(_called(stands)), isolate_words(_called(came))
        if here == there:
            return here
        return self.tr("{here} (there: {there})").format(here=here, there=there)

    def _show_changed(self, review: Review) -> None:
        """The turns that changed since: what stood there when they were rendered, and what stands now."""
        for each in review.doubts[:_MOST]:
            self.body.addWidget(Label(self._title(each), Part.STRONG, wrap=True))
            self.body.addWidget(Label("\n".join(self._lines(each)), wrap=True).selectable())
        if (more := len(review.doubts) - _MOST) > 0:
            self.body.addWidget(Label(self.tr("and %n more turn(s)", "", more), Part.MUTED))
        sentences = []
        if any(each.doubt is Doubt.STALE for each in review.doubts):
            sentences.append(
                self.tr(
                    "A version of an earlier source is merged, and waits to be rendered again: close the "
                    "assignment then, and give the job out once more."
                )
            )
        if any(each.doubt is Doubt.GONE for each in review.doubts):
            sentences.append(self.tr("A version of a turn that was struck out is merged, and not printed."))
        if sentences:
            self.notice.tell(" ".join(sentences), Tone.WARN)

    def _show_disputed(self, review: Review) -> None:
        """The turns that the second linguist disputes: the version, theirs, and why."""
        for each in review.disputes[:_MOST]:
            told = self.tr("Turn {turn} is disputed").format(turn=isolate(each.label))
            self.body.addWidget(Label(told, Part.STRONG, wrap=True))
            lines = (
                self.tr("The version: {words}").format(words=isolate_words(each.text)),
                self.tr("Theirs: {words}").format(words=isolate_words(each.own_text)),
                self.tr("Their reason: {words}").format(words=isolate_words(each.reason)),
            )
            self.body.addWidget(Label("\n".join(lines), wrap=True).selectable())
        if (more := len(review.disputes) - _MOST) > 0:
            self.body.addWidget(Label(self.tr("and %n more turn(s)", "", more), Part.MUTED))

    def _title(self, each: Doubted) -> str:
        told = self.tr("Turn {turn} was struck out since")
        if each.doubt is Doubt.STALE:
            told = self.tr("The source of turn {turn} changed since")
        return told.format(turn=isolate(each.label))

    def _lines(self, each: Doubted) -> Iterator[str]:
        if each.then:
            yield self.tr("As it was rendered: {words}").format(words=isolate_words(each.then))
        if each.doubt is Doubt.STALE:
            now = isolate_words(each.now) if each.now else self.tr("nothing")
            yield self.tr("As it is now: {words}").format(words=now)
        yield self.tr("The rendering: {words}").format(words=isolate_words(each.text))

    def _show_declared(self, declaration: Declaration) -> None:
        """What the interpreter declared before the record opened; a refusal is said as one."""
        told = self.tr("The interpreter declared what was asked before the record opened.")
        if not declaration.is_accepted:
            told = self.tr("The interpreter declined, and the record did not open to them.")
        named = listed(words(each) for each in declaration.conflicts)
        if named:
            told += " " + self.tr("Against their independence: {named}.").format(named=named)
        if declaration.note:
            told += " " + self.tr("They say: {note}").format(note=isolate_words(declaration.note))
        self.body.addWidget(Label(told, wrap=True))

    def take(self) -> None:
        self.begin_work(self.tr("The work is being merged\u2026"))
        with self._model.answering(self):
            self._model.merge(self._case.id, self._review)


def _called(entry: Concept | Term) -> str:
    return entry.term if isinstance(entry, Term) else entry.definition
