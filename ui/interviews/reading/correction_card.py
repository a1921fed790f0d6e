"""The correction of a turn at the reading back: what stood, what shall stand, who asked for it, and why."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCheckBox, QTextEdit

from thb_desktop.domain.ids import RowId
from thb_desktop.domain.interview import ReadBackCorrection
from thb_desktop.domain.interview_fields import CORRECTION
from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull
from thb_desktop.domain.record import Plain
from thb_desktop.domain.vocabulary import CorrectionReason, SignerRole
from thb_desktop.domain.word_difference import Change, difference
from ui import shortcuts, theme
from ui.interviews.desk.hints import Hints
from ui.interviews.desk.turn_field import TurnField
from ui.labels import field_words, language_name, words
from ui.text import isolate
from ui.widgets.basic import Card, Label, Part, row
from ui.widgets.choices import CodeBox
from ui.widgets.elided import ElidedLabel

_BESIDE = 72
"""Pixels of the words before a field."""


class CorrectionCard(Card):
    """taken: the corrections to be kept. dropped: nothing is corrected after all. typed: what the card holds
    now, as a draft.
    """

    taken = Signal(object)
    dropped = Signal()
    typed = Signal(object)

    def __init__(self) -> None:
        super().__init__(margin=8, spacing=5)
        self.setAccessibleName(self.tr("Correction"))
        self.heading = Label("", Part.STRONG)
        told = ElidedLabel(
            self.tr("The text before stays; the correction is printed under it and listed"), Part.STATUS
        )
        keys = self._keys()
        self.before, self.after = TurnField({}), TurnField(keys)
        self.before.only_read()
        self.before.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.asked = CodeBox(SignerRole, name=self.tr("Asked for by"), open_question=True)
        self.reason = CodeBox(CorrectionReason, name=self.tr("Reason"), open_question=True)
        self.initials = {role: QCheckBox(words(role)) for role in SignerRole}
        self.refusal = Label("", Part.REFUSAL, wrap=True)
        self.refusal.hide()
        self.body.addLayout(row(self.heading, None, told))
        for name, field in (("before", self.before), ("after", self.after)):
            label = Label(field_words(CORRECTION.name, name), Part.MUTED)
            label.setFixedWidth(_BESIDE)
            field.setAccessibleName(field_words(CORRECTION.name, name))
            line = row(label, field)
            line.setStretch(1, 1)
            self.body.addLayout(line)
            field.needs.connect(field.setFixedHeight)
        self.body.addLayout(
            row(
                *(Label(self.tr("Asked for by"), Part.MUTED), self.asked, _key(shortcuts.SPEAKER), 6),
                *(Label(self.tr("Reason"), Part.MUTED), self.reason, _key(shortcuts.LANGUAGE), None),
            )
        )
        self.body.addLayout(
            row(
                *(Label(self.tr("Initials"), Part.MUTED), *self.initials.values()),
                *(Label(self.tr("all"), Part.STATUS), _key(shortcuts.INITIALS), None),
            )
        )
        self.body.addWidget(self.refusal)
        self.hints = Hints(
            (
                (self.tr("keep and read on"), "Enter"),
                (self.tr("words of the other language"), "Tab"),
                (self.tr("drop"), "Esc"),
            )
        )
        self.body.addWidget(self.hints)
        self._full: SegmentInFull | None = None
        self._record: InterviewInFull | None = None
        self._languages: tuple[str, ...] = ()
        self._texts: dict[str, str] = {}
        self._tag = ""
        self.after.typed.connect(self._type)
        for box in (self.asked, self.reason):
            box.currentIndexChanged.connect(lambda _: self._tell())
        for tick in self.initials.values():
            tick.toggled.connect(lambda _: self._tell())
        self.hide()

    @property
    def turn(self) -> str:
        """The id of the turn that is corrected; empty for none."""
        return self._full.segment.id if self._full is not None else ""

    def correct(
        self, full: SegmentInFull, record: InterviewInFull, languages: tuple[str, ...], tag: str
    ) -> None:
        """Correct the words of a turn. languages: those in which it has words. tag: the first one."""
        self._full, self._record, self._languages = full, record, languages
        self._texts = {}
        number = sum(not each.struck for each in record.corrections) + 1
        told = self.tr("Correction {number}, turn {turn}")
        self.heading.setText(told.format(number=isolate(str(number)), turn=isolate(full.label)))
        for box in (self.asked, self.reason):
            box.setCurrentIndex(-1)
        present = {SignerRole.PERSON_HEARD, SignerRole.INTERVIEWER}
        if any(not each.struck for each in record.engagements):
            present.add(SignerRole.INTERPRETER)
        for role, tick in self.initials.items():
            tick.setVisible(role in present)
            tick.setChecked(False)
        self.refusal.hide()
        self._write_in(tag if tag in languages else languages[0])
        self.show()
        self.after.setFocus(Qt.FocusReason.OtherFocusReason)

    def restore(self, fields: Mapping[str, Plain]) -> None:
        """Show what a draft holds."""
        self._texts = {tag: str(fields[f"text.{tag}"]) for tag in self._languages if f"text.{tag}" in fields}
        self.asked.setCurrentIndex(self.asked.findData(fields.get("asked")))
        self.reason.setCurrentIndex(self.reason.findData(fields.get("reason")))
        initialled = str(fields.get("initials", "")).split()
        for role, tick in self.initials.items():
            tick.setChecked(role.value in initialled)
        self._write_in(next(iter(self._texts), self._tag))

    def fields(self) -> dict[str, Plain]:
        """Return what a draft holds of it; empty if nothing differs."""
        changed: dict[str, Plain] = {f"text.{tag}": text for tag, text in self._texts.items()}
        codes = {
            "asked": self.asked.currentData() or "",
            "reason": self.reason.currentData() or "",
            "initials": " ".join(role.value for role in self._initialled()),
        }
        changed |= {name: code for name, code in codes.items() if code}
        return {"turn": self.turn, **changed} if changed and self._full is not None else {}

    def close_card(self) -> None:
        self._full = None
        self.hide()

    def _keys(self) -> dict[str, Callable[[], object]]:
        return {
            "Return": self._keep,
            "Esc": self.dropped.emit,
            "Tab": self._other,
            shortcuts.SPEAKER: lambda: _turn(self.asked, 1),
            shortcuts.SPEAKER_BACK: lambda: _turn(self.asked, -1),
            shortcuts.LANGUAGE: lambda: _turn(self.reason, 1),
            shortcuts.LANGUAGE_BACK: lambda: _turn(self.reason, -1),
            shortcuts.INITIALS: self._tick_all,
        }

    def _tick_all(self) -> None:
        """All who are present put their initials; once more: nobody did."""
        present = [tick for tick in self.initials.values() if not tick.isHidden()]
        ticked = not all(tick.isChecked() for tick in present)
        for tick in present:
            tick.setChecked(ticked)

    def _initialled(self) -> tuple[SignerRole, ...]:
        """Whose initials stand on the paper, as the clerk said; nobody is taken to have put them."""
        ticks = self.initials.items()
        return tuple(role for role, tick in ticks if tick.isChecked() and not tick.isHidden())

    def _type(self, text: str) -> None:
        self._texts[self._tag] = text
        if text == self._before(self._tag):
            del self._texts[self._tag]
        self._show_difference()
        self._tell()

    def _tell(self) -> None:
        self.refusal.hide()
        if self._full is not None:
            self.typed.emit(self.fields())

    def _other(self) -> None:
        """Correct the words of the other language too."""
        at = self._languages.index(self._tag)
        self._write_in(self._languages[(at + 1) % len(self._languages)])

    def _write_in(self, tag: str) -> None:
        self._tag = tag
        for field in (self.before, self.after):
            field.write_in(tag)
        self.before.put(self._before(tag))
        self.after.put(self._texts.get(tag, self._before(tag)))
        told = self.tr("Text after, {language}").format(language=language_name(tag))
        self.after.setAccessibleName(told)
        self.after.show_hint(told)
        self._show_difference()

    def _before(self, tag: str) -> str:
        return (self._full.side(tag).text or "").strip() if self._full is not None else ""

    def _show_difference(self) -> None:
        """Strike through what goes, and underline what comes; never by colour alone."""
        pieces = difference(self.before.toPlainText(), self.after.toPlainText())
        for field, own, other, tone in (
            (self.before, Change.REMOVED, Change.ADDED, "bad"),
            (self.after, Change.ADDED, Change.REMOVED, "ok"),
        ):
            _mark(
                field, [(each.change is own, each.text) for each in pieces if each.change is not other], tone
            )

    def _keep(self) -> None:
        if told := self._lack():
            self.refusal.setText(told)
            self.refusal.show()
            return
        self.taken.emit(tuple(self._corrections()))

    def _lack(self) -> str:
        """Return what the correction lacks; empty if it can be kept."""
        if not self._texts:
            return self.tr("Nothing is changed yet. Write what shall stand instead.")
        if not self.asked.is_answered:
            return self.tr("Please say who asked for the correction: {key}.").format(
                key=shortcuts.shown(shortcuts.SPEAKER)
            )
        if not self.reason.is_answered:
            return self.tr("Please say why: {key}.").format(key=shortcuts.shown(shortcuts.LANGUAGE))
        reason = self.reason.code()
        for tag, text in self._texts.items():
            if not text.strip() and reason is not CorrectionReason.REDACTION_ORDERED:
                return self.tr("Without a text after, the reason is an ordered redaction.")
            if not self._before(tag) and reason is not CorrectionReason.ADDITION:
                return self.tr("Without a text before, the reason is an addition.")
        return ""

    def _corrections(self) -> list[ReadBackCorrection]:
        if self._full is None:
            return []
        segment = self._full.segment
        return [
            ReadBackCorrection(
                id=RowId(""),
                interview_id=segment.interview_id,
                segment_id=segment.id,
                language=tag,
                before=self._before(tag),
                after=text.strip(),
                requested_by=self.asked.code(),
                reason=self.reason.code(),
                initialled_by=self._initialled(),
            )
            for tag, text in self._texts.items()
        ]


def _key(usual: str) -> Label:
    return Label(shortcuts.shown(usual), Part.KEY)


def _turn(box: "CodeBox[Any]", by: int) -> None:
    """Choose the next or the former answer."""
    before = -1 if by > 0 and not box.is_answered else max(0, box.currentIndex())
    box.setCurrentIndex((before + by) % box.count())


def _mark(field: TurnField, pieces: list[tuple[bool, str]], tone: str) -> None:
    """Mark the pieces of a text that differ."""
    chosen, at, marks = theme.tokens(), 0, []
    for differs, text in pieces:
        if differs:
            selection = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setForeground(QColor(getattr(chosen, tone)))
            look.setBackground(QColor(getattr(chosen, f"{tone}_soft")))
            look.setFontStrikeOut(tone == "bad")
            look.setFontUnderline(tone == "ok")
            selection.cursor, selection.format = field.cursor_over(at, at + len(text)), look
            marks.append(selection)
        at += len(text)
    field.setExtraSelections(marks)
