"""AnswersEditor: what the form of an order asks for certain measures, each question with room to answer."""

from collections.abc import Collection, Sequence
from enum import StrEnum

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.order_questions import FormQuestion, asked_for
from ui.forms.typed import LineEditor, TextEditor
from ui.labels import words
from ui.text import translate
from ui.widgets.basic import Label, Part

_APART = 8
"""Pixels between an answer and the next question."""
_SHORT = frozenset(
    {FormQuestion.H1_TO_ISSUING_CONSENT, FormQuestion.H1_TO_EXECUTING_CONSENT, FormQuestion.H2_CONSENT}
    | {FormQuestion.H3_ITEM, FormQuestion.H3_LIFTED_ON, FormQuestion.H3_NEXT_REQUEST_ON}
    | {FormQuestion.H7_DURATION, FormQuestion.H7_METHOD, FormQuestion.H7_FURTHER}
)
"""What is answered in one line."""


class AnswersEditor(QWidget):
    """Shows the questions of the ticked measures, and those that have an answer all the same.

    An answer to a question that this version does not know stays as it is, and is not shown.
    """

    def __init__(self) -> None:
        super().__init__()
        self._ticked: frozenset[StrEnum] = frozenset()
        self._unknown: list[tuple[str, str]] = []
        told = translate("editors", "Tick measures above: what they need besides is then asked here.")
        self.none = Label(told, Part.MUTED, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.none)
        self.answers: dict[str, LineEditor | TextEditor] = {}
        self._labels: dict[str, Label] = {}
        for question in FormQuestion:
            label = Label(words(question), wrap=True)
            label.setContentsMargins(0, _APART if self.answers else 0, 0, 0)
            answer = LineEditor() if question in _SHORT else TextEditor()
            answer.setAccessibleName(words(question))
            label.setBuddy(answer)
            answer.textChanged.connect(self._show)
            column.addWidget(label)
            column.addWidget(answer)
            self.answers[question.value], self._labels[question.value] = answer, label
        self._show()

    def ask(self, ticked: Collection[StrEnum]) -> None:
        """Show the questions of these measures."""
        self._ticked = frozenset(ticked)
        self._show()

    def value(self) -> tuple[tuple[str, str], ...]:
        told = ((key, answer.value()) for key, answer in self.answers.items())
        return (*((key, text) for key, text in told if text), *self._unknown)

    def set_value(self, value: Sequence[tuple[str, str]]) -> None:
        self._unknown = [(key, text) for key, text in value if key not in self.answers]
        for key, answer in self.answers.items():
            answer.set_value(dict(value).get(key, ""))

    def problem(self) -> str:
        return ""

    def _show(self) -> None:
        """An answer that is being emptied stays in view until the ticks change."""
        asked = {each.value for each in asked_for(self._ticked, self.value())}
        for key, answer in self.answers.items():
            is_shown = key in asked or answer.hasFocus()
            self._labels[key].setVisible(is_shown)
            answer.setVisible(is_shown)
        self.none.setVisible(not asked)
        self.setFocusProxy(next((self.answers[key] for key in self.answers if key in asked), self.none))
