"""FieldForm: shows, fills and reads the fields of a described entity, and shows errors beside them."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from thb_desktop.domain.blank import is_empty
from thb_desktop.domain.fields import Description, Field
from ui.forms.answers import AnswersEditor
from ui.forms.editors import ChoiceEditor, Choices, CodesEditor, FieldEditor, editor_for
from ui.labels import field_words
from ui.text import translate, with_name
from ui.widgets import refusals
from ui.widgets.form import Form

_ON_CASES = frozenset(
    {"account", "authority", "case_object", "instrument", "interpreter", "official", "person"}
)
"""What is entered on the page of cases."""


class FieldForm(Form):
    """Editors for some fields of one entity, in the order of its description.

    names: the fields; by default all. choices: what references can name. own: editors that replace the usual
    ones, by field. taken: Alt letters used elsewhere; `letters` are those and the form's own. shown: the
    fields that the form asks at present.
    """

    def __init__(
        self,
        description: Description,
        *,
        names: Collection[str] | None = None,
        choices: Choices | None = None,
        own: Mapping[str, QWidget] | None = None,
        languages_first: Sequence[str] = (),
        taken: str = "",
    ) -> None:
        super().__init__()
        self.description = description
        self.shown = tuple(each for each in description.fields if names is None or each.name in names)
        self._needed: Collection[str] = ()
        self.editors: dict[str, QWidget] = {}
        labels = self._marked(taken)
        self.letters = taken + "".join(mnemonic_of(label) for label in labels)
        for field, label in zip(self.shown, labels, strict=True):
            editor = (own or {}).get(field.name) or editor_for(field, choices or {}, languages_first)
            self.editors[field.name] = editor
            self.add(label, editor)
        self._tell_boxes_apart()
        self._ask_of_measures()

    def _marked(self, taken: str) -> list[str]:
        return with_mnemonics([field_words(self.description.name, each.name) for each in self.shown], taken)

    def mark_beside(self, dialog: QWidget) -> None:
        """Mark the labels again, with Alt letters that nothing else in the dialog has, in its language. Call
        it when the dialog is built, and before some of the fields are hidden.
        """
        own = [self.labelForField(each) for each in self.editors.values()]
        others = [
            each.text()
            for each in dialog.findChildren(QWidget)
            if isinstance(each, QAbstractButton) or (isinstance(each, QLabel) and each.buddy())
            if each not in own
        ]
        labels = self._marked("".join(map(mnemonic_of, others)))
        for shown, label in zip(own, labels, strict=True):
            if isinstance(shown, QLabel):
                shown.setText(label)

    def editor(self, name: str) -> FieldEditor:
        return cast(FieldEditor, self.editors[name])

    def fill(self, entity: object) -> None:
        """Show the values of an entity."""
        for name, editor in self.editors.items():
            show = editor.set_present if isinstance(editor, ChoiceEditor) else self.editor(name).set_value
            show(getattr(entity, name))

    def set_values(self, **values: object) -> None:
        for name, value in values.items():
            self.editor(name).set_value(value)

    def values(self) -> dict[str, Any]:
        """Return the entered values of the shown fields; call `refuses` first."""
        return {each.name: self.editor(each.name).value() for each in self.shown}

    def ask(self, names: Collection[str], needed: Collection[str] = ()) -> None:
        """Show only these fields. needed: fields that must not stay empty, besides the required ones."""
        self._needed = needed
        self.shown = tuple(self.description[name] for name in self.editors if name in names)
        for name, editor in self.editors.items():
            self.setRowVisible(editor, name in names)

    def refuses(self) -> bool:
        """Whether a value is invalid. Each such field shows the reason; the first gets the cursor."""
        wrong = [(field.name, problem) for field in self.shown if (problem := self._problem_of(field))]
        for name, problem in reversed(wrong):
            refusals.refuse_at(self.editors[name], problem)
        return bool(wrong)

    def go_to(self, name: str) -> None:
        """Put the cursor into a field."""
        self.editors[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def make_room(self, names: Collection[str]) -> None:
        """Add rows to growing editors for each value of a draft."""
        for name, editor in self.editors.items():
            grow: Callable[[Collection[str]], None] | None = getattr(editor, "make_room", None)
            mine = [each.split(f"editors.{name}.", 1)[1] for each in names if f"editors.{name}." in each]
            if grow is not None and mine:
                grow(mine)

    def _tell_boxes_apart(self) -> None:
        """Name boxes with their field where two fields have the same ones: a screen reader says their names
        alone.
        """
        groups = {name: each for name, each in self.editors.items() if isinstance(each, CodesEditor)}
        asked = Counter(code for each in groups.values() for code in each.boxes)
        for name, editor in groups.items():
            for code, box in editor.boxes.items():
                if asked[code] > 1:
                    box.setAccessibleName(with_name(field_words(self.description.name, name), box.text()))

    def _ask_of_measures(self) -> None:
        """Ask the questions of the measures that are ticked."""
        kinds, answers = self.editors.get("measure_kinds"), self.editors.get("part_answers")
        if isinstance(kinds, CodesEditor) and isinstance(answers, AnswersEditor):
            for box in kinds.boxes.values():
                box.toggled.connect(lambda: answers.ask(kinds.value()))

    def _problem_of(self, field: Field) -> str:
        problem = self.editor(field.name).problem()
        if problem:
            return problem
        if not (field.required or field.name in self._needed):
            return ""
        editor = self.editor(field.name)
        return self.wanted(field) if is_empty(editor.value()) else ""

    def wanted(self, field: Field) -> str:
        """What is said at a needed field that is empty."""
        editor = self.editor(field.name)
        if field.refers_to in _ON_CASES and isinstance(editor, ChoiceEditor) and editor.count() <= 1:
            said = translate("forms", "{field}: the case has nothing to choose yet. Add it on Cases first.")
        else:
            said = translate("forms", "{field}: please fill this in.")
        return said.format(field=field_words(self.description.name, field.name))


def with_mnemonics(labels: Sequence[str], taken: str = "") -> list[str]:
    """Mark in each label a letter that no other label has, if one is left."""
    used = set(taken.casefold())
    marked = []
    for label in labels:
        plain = label.replace("&", "&&")
        starts = [at for at, sign in enumerate(plain) if sign.isalpha() and (at == 0 or plain[at - 1] == " ")]
        others = [at for at, sign in enumerate(plain) if sign.isalpha()]
        at = next((at for at in (*starts, *others) if plain[at].casefold() not in used), None)
        if at is None:
            marked.append(plain)
        else:
            used.add(plain[at].casefold())
            marked.append(f"{plain[:at]}&{plain[at:]}")
    return marked


def mnemonic_of(label: str) -> str:
    """Return the Alt letter of a label, or nothing."""
    found = re.search(r"(?<!&)&([^&])", label.replace("&&", ""))
    return found[1].casefold() if found else ""
