"""EntryDialog: enters an entry of the case, or corrects it for a reason."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from thb_desktop.domain.date_rules import check_dates, check_values
from thb_desktop.domain.fields import Description, Phase
from thb_desktop.findings import Finding
from ui.form_draft import FormDraft
from ui.forms.editors import Choices
from ui.forms.field_form import FieldForm, mnemonic_of
from ui.forms.namesakes import namesakes
from ui.view_model import ViewModel
from ui.widgets.date_doubts import may_save
from ui.widgets.dates import now
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form

Doubts = Callable[[Mapping[str, Any]], Iterable[Finding]]
"""What is said of these values beside the rest of the case, and asked about before they are saved."""
Take = Callable[[dict[str, Any], str], None]
"""Receives the values of the fields, and the reason of a correction (empty for a new entry)."""


class EntryDialog(Dialog):
    """A form for one entity. It stays open until the vault has answered its request.

    entity: the present entry, for a correction; None for a new one. A correction takes a reason, and shows
    only the fields that may change. values: what is known of a new entry. take: receives the values and the
    reason. model: what `take` asks; its answer closes the dialog, or is refused in it. keeps_back: ask
    whether the former values stay in the office. doubts: what is asked beside unlikely dates.
    """

    def __init__(
        self,
        parent: QWidget | None,
        heading: str,
        description: Description,
        take: Take,
        *,
        model: ViewModel,
        main: str,
        sentence: str = "",
        entity: Any = None,
        values: Mapping[str, Any] | None = None,
        reasoned: bool = False,
        keeps_back: bool = False,
        names: Collection[str] | None = None,
        choices: Choices | None = None,
        languages_first: Sequence[str] = (),
        draft: FormDraft | None = None,
        doubts: Doubts | None = None,
    ) -> None:
        super().__init__(parent, heading, sentence)
        self._take, self._entity, self._model, self._asked = take, entity, model, doubts
        if names is None and reasoned:
            names = {field.name for field in description.fields if field.until is not Phase.ONCE}
        why = self.tr("&Why it is corrected")
        self.form = FieldForm(
            description,
            names=names,
            choices=choices,
            languages_first=languages_first,
            taken=mnemonic_of(main) + (mnemonic_of(why) if reasoned else ""),
        )
        if entity is not None:
            self.form.fill(entity)
        # Before anything is watched: what is known already is nothing that somebody typed.
        self.form.set_values(**(values or {}))
        self.body.addLayout(self.form)
        self.reason: QLineEdit | None = None
        if reasoned:
            self.reason = QLineEdit()
            asked = Form()
            asked.add(why, self.reason)
            self.body.addLayout(asked)
        self.kept_back: QCheckBox | None = None
        if keeps_back:
            self.kept_back = QCheckBox(self.tr("Keep the former value, and this reason, out of bundles"))
            self.kept_back.setToolTip(
                self.tr(
                    "For a value that must not leave the office, such as the name of a protected person. "
                    "A bundle then says only that the field was corrected, when and by whom."
                )
            )
            self.body.addWidget(self.kept_back)
        self.finish_with(main)
        if draft is not None:
            self.keep_typing(draft)

    def take(self) -> None:
        if self.form.refuses():
            return
        if self.reason is not None and self.lacks(
            (self.reason, self.tr("Please write why it is corrected."))
        ):
            return
        values = self.form.values()
        if self.reason is not None and replace(self._entity, **values) == self._entity:
            self.refuse(self.tr("Nothing was changed."))
            return
        if not may_save(self, self._doubts(values), self.form.editors):
            return
        self.begin_work()
        with self._model.answering(self):
            self._take(values, self.reason.text().strip() if self.reason is not None else "")

    def _doubts(self, values: dict[str, Any]) -> tuple[Finding, ...]:
        """Return impossible or unlikely dates of the entry, names that somebody of the case has, and what
        else is doubtful in it.
        """
        told = tuple(self._asked(values)) if self._asked is not None else ()
        told += tuple(namesakes(self.form, self._entity))
        if self._entity is not None:
            return (*check_dates(replace(self._entity, **values), now()), *told)
        return (*check_values(self.form.description.entity, values, now()), *told)

    def refuse_field(self, field: str, sentence: str) -> None:
        """Show a refusal at a field ("person.code"), or for the whole form if it does not show the field."""
        refuse_field(self, (self.form,), field, sentence)

    def make_room(self, names: Collection[str]) -> None:
        """Add a row for each value of a draft."""
        self.form.make_room(names)


def refuse_field(dialog: Dialog, forms: Iterable[FieldForm], field: str, sentence: str) -> None:
    """Show a refusal at a field ("person.code"), or for the whole dialog if no form shows the field."""
    entity, _, name = field.partition(".")
    for form in forms:
        if form.description.name == entity and name in {each.name for each in form.shown}:
            dialog.refuse_at(form.editors[name], sentence)
            return
    dialog.refuse(sentence)
