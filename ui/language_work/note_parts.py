"""What a note tells beside its text, as its code asks (`NoteDetails`): its fields, and how it is shown."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from thb_desktop.domain.ids import ConceptId
from thb_desktop.domain.language_work import Annotation
from thb_desktop.domain.note_details import SEEN, NoteDetails, are_whole
from thb_desktop.domain.vocabulary import AnnotationCode, Conduct
from ui.forms.editors import CodesEditor
from ui.labels import words
from ui.text import isolate, isolate_words, listed, translate, with_name
from ui.widgets.basic import Label, Part, row, show_if
from ui.widgets.choices import ValueBox
from ui.widgets.text_edit import PlainTextEdit

Concepts = Sequence[tuple[str, ConceptId]]
"""Entries of the glossary that may be named, each in words."""


class NoteParts(QWidget):
    """The fields of one code at a time; of most codes there are none. first: of those, where one begins."""

    def __init__(self, concepts: Concepts = ()) -> None:
        super().__init__()
        self._code: AnnotationCode | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.readings = PlainTextEdit(self.tr("Readings, one in each line"), lines=3)
        self.readings.setPlaceholderText(self.tr("Readings, one in each line"))
        self.preferred = ValueBox((), name=self.tr("Preferred reading"))
        self.before, self.after = QLineEdit(), QLineEdit()
        for line, name in (
            (self.before, self.tr("As it was rendered first")),
            (self.after, self.tr("As the interpreter corrected it")),
        ):
            line.setAccessibleName(name)
            line.setPlaceholderText(name)
        self.concept = ValueBox(
            ((self.tr("none named"), ""), *((isolate_words(told), own) for told, own in concepts)),
            name=self.tr("Entry of the glossary"),
        )
        self._has_concepts = bool(concepts)
        self.seen = {
            code: CodesEditor(each for each in Conduct if each in allowed) for code, allowed in SEEN.items()
        }
        self.exhibit = QLineEdit()
        self.exhibit.setAccessibleName(self.tr("Exhibit to which the person pointed"))
        self.exhibit.setPlaceholderText("E-05")
        self._chooses = _line(self.tr("Preferred reading"), self.preferred)
        self._names = _line(self.tr("Entry of the glossary"), self.concept)
        self._points = _line(self.tr("Exhibit to which the person pointed"), self.exhibit)
        self._parts: dict[AnnotationCode, tuple[QWidget, ...]] = {
            AnnotationCode.AMBIGUOUS: (self.readings, self._chooses),
            AnnotationCode.INTERPRETER_CORRECTION: (self.before, self.after),
            AnnotationCode.TERM: (self._names,),
            AnnotationCode.NONVERBAL_OBSERVED: (
                self.seen[AnnotationCode.NONVERBAL_OBSERVED],
                self._points,
            ),
            AnnotationCode.EMOTION_OBSERVED: (self.seen[AnnotationCode.EMOTION_OBSERVED],),
        }
        for part in dict.fromkeys(each for parts in self._parts.values() for each in parts):
            column.addWidget(part)
            part.hide()
        self.readings.textChanged.connect(self._offer_readings)
        self.seen[AnnotationCode.NONVERBAL_OBSERVED].boxes[Conduct.POINTS].toggled.connect(self._show)
        self._offer_readings()
        self.hide()

    def show_code(self, code: AnnotationCode) -> None:
        """Ask what a note with this code tells."""
        self._code = code
        self._show()

    @property
    def first(self) -> QWidget | None:
        """Where what was observed is chosen; None of a code whose note has words."""
        seen = self.seen.get(self._code) if self._code else None
        return next(iter(seen.boxes.values())) if seen else None

    def value(self) -> NoteDetails | None:
        """Return what is said; None if nothing is."""
        match self._code:
            case AnnotationCode.AMBIGUOUS:
                found = NoteDetails(
                    readings=self._readings(), preferred=int(self.preferred.currentData() or 0)
                )
            case AnnotationCode.INTERPRETER_CORRECTION:
                found = NoteDetails(before=self.before.text().strip(), after=self.after.text().strip())
            case AnnotationCode.TERM:
                named = self.concept.currentData()
                found = NoteDetails(concept_id=ConceptId(named) if named else None)
            case AnnotationCode.NONVERBAL_OBSERVED | AnnotationCode.EMOTION_OBSERVED as code:
                conduct = tuple(each for each in Conduct if each in self.seen[code].value())
                points = Conduct.POINTS in conduct
                found = NoteDetails(conduct=conduct, exhibit=self.exhibit.text().strip() if points else "")
            case _:
                return None
        return found if found != NoteDetails() else None

    def problem(self) -> tuple[QWidget, str] | None:
        """Return where something is missing, and what."""
        code, said = self._code, self.value()
        if code is None or code is AnnotationCode.TERM or are_whole(code, said):
            return None
        if code is AnnotationCode.AMBIGUOUS:
            return self.readings, self.tr("Please write two readings or more, each in a line of its own.")
        if code is AnnotationCode.INTERPRETER_CORRECTION:
            lacking = self.before if not self.before.text().strip() else self.after
            return lacking, self.tr("Please write both: as it was rendered first, and as it was corrected.")
        return self.seen[code], self.tr("Please choose what could be seen or heard.")

    def _show(self) -> None:
        shown = self._parts.get(self._code, ()) if self._code else ()
        if self._code is AnnotationCode.TERM and not self._has_concepts:
            shown = ()
        pointed = self.seen[AnnotationCode.NONVERBAL_OBSERVED].boxes[Conduct.POINTS].isChecked()
        for part in dict.fromkeys(each for parts in self._parts.values() for each in parts):
            show_if(part, part in shown and (part is not self._points or pointed))
        show_if(self, bool(shown))

    def _readings(self) -> tuple[str, ...]:
        lines = (each.strip() for each in self.readings.toPlainText().splitlines())
        return tuple(dict.fromkeys(filter(None, lines)))

    def _offer_readings(self) -> None:
        """Offer each reading by its number; the choice stays."""
        chosen = self.preferred.currentData() or 0
        self.preferred.clear()
        self.preferred.addItem(self.tr("none preferred"), 0)
        for number, reading in enumerate(self._readings(), 1):
            self.preferred.addItem(with_name(isolate(str(number)), isolate_words(reading)), number)
        self.preferred.setCurrentIndex(max(0, self.preferred.findData(chosen)))


def note_told(note: Annotation) -> str:
    """Return what a note says on screen: its text, or what could be seen or heard, and its other parts."""
    details = note.details
    if details is None:
        return isolate_words(note.text)
    exhibit = {Conduct.POINTS: f" ({isolate(details.exhibit)})"} if details.exhibit else {}
    seen = [f"{words(each)}{exhibit.get(each, '')}" for each in details.conduct]
    told = [listed(seen) if seen else isolate_words(note.text)]
    for number, reading in enumerate(details.readings, 1):
        mark = _STAR if number == details.preferred else ""
        told.append(with_name(f"{isolate(str(number))}{mark}", isolate_words(reading)))
    if details.before:
        told.append(f"{isolate_words(details.before)} \u2192 {isolate_words(details.after)}")
    if details.concept:
        glossary = translate("NoteParts", "Glossary: {concept}")
        told.append(glossary.format(concept=isolate_words(details.concept)))
    return "\n".join(told)


_STAR = "\u2605"
"""The mark of the preferred reading."""


def _line(name: str, field: QWidget) -> QWidget:
    held = QWidget()
    line = row(Label(name, Part.MUTED), field, None)
    line.setContentsMargins(0, 0, 0, 0)
    held.setLayout(line)
    return held
