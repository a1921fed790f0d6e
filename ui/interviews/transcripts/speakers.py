"""Who each mark of a transcript is: a person assigns them, nothing is chosen beforehand."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from thb_desktop.domain.vocabulary import UtteranceKind
from thb_desktop.services.testimony.transcripts import Spoken
from ui.interviews.desk.sides import Speaker
from ui.labels import words
from ui.text import isolate_words, with_name
from ui.widgets.basic import Label, Part
from ui.widgets.choices import CodeBox, LanguageBox, ValueBox


class SpeakersForm(QWidget):
    """A line for each mark: the person, the kind of their turns, and the language they spoke."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        for column in (1, 2, 3):
            self._grid.setColumnStretch(column, 1)
        self._known: tuple[Speaker, ...] = ()
        self.lines: dict[str, tuple[ValueBox, CodeBox[UtteranceKind], LanguageBox]] = {}

    def show_marks(self, marks: Mapping[str, int], known: Sequence[Speaker]) -> None:
        """Show a line for each mark, with the number of its turns."""
        self._empty()
        self._known = tuple(known)
        heads = (self.tr("Mark"), self.tr("Person"), self.tr("Kind of turn"), self.tr("Spoken in"))
        for column, head in enumerate(heads):
            self._grid.addWidget(Label(head, Part.CAPTION), 0, column)
        for number, (mark, count) in enumerate(marks.items(), 1):
            called = isolate_words(mark) if mark else self.tr("without a mark")
            turns = self.tr("%n turn(s)", "", count)
            self._grid.addWidget(Label(f"{called}  \u00b7  {turns}"), number, 0)
            self.lines[mark] = line = self._line(called)
            for column, box in enumerate(line, 1):
                self._grid.addWidget(box, number, column)

    def first_open(self) -> QWidget | None:
        """Return the first field without an answer."""
        boxes = (box for line in self.lines.values() for box in line)
        return next((box for box in boxes if box.currentIndex() < 0), None)

    def assigned(self) -> Mapping[str, Spoken]:
        """Return who each mark is; call `first_open` first."""
        return {mark: self._spoken(*line) for mark, line in self.lines.items()}

    def _spoken(self, person: ValueBox, kind: CodeBox[UtteranceKind], spoken_in: LanguageBox) -> Spoken:
        speaker = self._known[person.currentIndex()]
        return Spoken(
            role=speaker.role, kind=kind.code(), language=spoken_in.tag(), presence_id=speaker.presence_id
        )

    def _line(self, called: str) -> tuple[ValueBox, CodeBox[UtteranceKind], LanguageBox]:
        person = ValueBox(
            [(_words_of(each), number) for number, each in enumerate(self._known)],
            name=self.tr("{mark}: person").format(mark=called),
        )
        kind = CodeBox(UtteranceKind, name=self.tr("{mark}: kind of turn").format(mark=called))
        spoken_in = LanguageBox(name=self.tr("{mark}: spoken in").format(mark=called))
        for box in (person, kind, spoken_in):
            box.setPlaceholderText(self.tr("Please choose"))
            box.setCurrentIndex(-1)
        return person, kind, spoken_in

    def _empty(self) -> None:
        self.lines.clear()
        for widget in list(_widgets(self._grid)):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()


def _widgets(grid: QGridLayout) -> Iterator[QWidget]:
    for number in range(grid.count()):
        item = grid.itemAt(number)
        if item is not None and (widget := item.widget()) is not None:
            yield widget


def _words_of(speaker: Speaker) -> str:
    name = isolate_words(speaker.name)
    return with_name(words(speaker.role), name) if name else words(speaker.role)
