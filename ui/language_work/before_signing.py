"""Before a signature of a linguist: what differs, with a field for the reason, and the notes left behind."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.language_turns import JobTurns
from thb_desktop.domain.language_work import Annotation
from thb_desktop.domain.work_left import left_behind
from thb_desktop.findings import Finding
from ui.labels import words
from ui.labels.findings import finding_text
from ui.text import isolate, isolate_words, listed, with_name
from ui.widgets.basic import Label, Part, button, empty_layout, row


class ReasonRows(QWidget):
    """A row for each warning, with a field for the reason.

    goes_to: the id of the turn that is to be mended.
    """

    goes_to = Signal(str)

    def __init__(self, labels: Mapping[SegmentId, str], heading: str, asks: str) -> None:
        """labels: of the turns. heading: above the rows. asks: what stands in an empty field."""
        super().__init__()
        self._labels, self._heading, self._asks = labels, heading, asks
        self.reasons: dict[str, QLineEdit] = {}
        """By the warning: a draft of a reason comes back at its own, and at no other one."""
        self.fields: list[tuple[Finding, QLineEdit]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def show_warnings(
        self, found: Sequence[Finding], said: Mapping[tuple[str, str], str] | None = None, *, leads: bool
    ) -> None:
        """Show these warnings instead of those before; what was typed for one of them stays.

        said: what the linguist said of a rule at a turn before. leads: whether a button leads to the turn.
        """
        if self.fields and list(found) == [finding for finding, _ in self.fields]:
            return
        typed = {finding: each.text() for finding, each in self.fields}
        before = said or {}
        empty_layout(self._column)
        self.fields, self.reasons = [], {}
        if found:
            self._column.addWidget(Label(self._heading, Part.STRONG, wrap=True))
        for finding in found:
            reason = QLineEdit(typed.get(finding, before.get((finding.key, finding.about), "")))
            reason.setPlaceholderText(self._asks)
            reason.setAccessibleName(
                self.tr("Reason: {finding}").format(finding=told_of(finding, self._labels))
            )
            line = row(Label(told_of(finding, self._labels), wrap=True))
            line.setStretch(0, 1)
            if leads and finding.about:
                line.addWidget(self._leading(finding))
            self._column.addLayout(line)
            self._column.addWidget(reason)
            self.fields.append((finding, reason))
            self.reasons[_subject(finding)] = reason
        self.setVisible(bool(found))

    def wanting(self) -> tuple[tuple[QWidget, str], ...]:
        """Return the fields that must not be empty, each with its sentence."""
        lack = self.tr("A reason is needed. Please write why.")
        return tuple((each, lack) for _, each in self.fields)

    def given(self) -> list[tuple[Finding, str]]:
        return [(finding, each.text().strip()) for finding, each in self.fields]

    def _leading(self, finding: Finding) -> QWidget:
        go = button(self.tr("Go there"), partial(self.goes_to.emit, finding.about), part="quiet")
        go.setAccessibleName(self.tr("Go there: {finding}").format(finding=told_of(finding, self._labels)))
        return go


def _subject(finding: Finding) -> str:
    """What a reason is about: the rule, the turn, and what differs there."""
    return " ".join((finding.key, finding.about, *map(str, finding.values.values())))


def told_of(finding: Finding, labels: Mapping[SegmentId, str]) -> str:
    """The rule, the turn, and the sentence; the field that it names is in another form."""
    said = finding_text(replace(finding, field=""))
    turn = labels.get(SegmentId(finding.about), "")
    # A turn "5" stands in "25 per cent" too: only the sentence without it shows whether it is named.
    unnamed = replace(finding, field="", values={**finding.values, "label": ""})
    if turn and finding_text(unnamed) == said:
        said = with_name(isolate(turn), said)
    return f"{isolate(finding.code)}  {said}"


def notes_left(turns: JobTurns) -> tuple[Annotation, ...]:
    """Return the notes at a former wording, which no signature of the present one covers."""
    return tuple(
        note
        for segment_id, version in turns.newest.items()
        for note in turns.notes_at(segment_id)
        if note.id in left_behind(turns.notes_at(segment_id), version)
    )


def told_left(notes: Sequence[Annotation], labels: Mapping[SegmentId, str]) -> str:
    """Name each note that is left behind: its turn, what it is, and its text."""
    return "\n".join(
        with_name(
            isolate(labels.get(each.segment_id, "")), listed((words(each.code), isolate_words(each.text)))
        )
        for each in notes
    )
