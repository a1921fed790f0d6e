"""The roles of a person over time: added, corrected, struck out."""

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.people import Person, PersonRole
from thb_desktop.domain.people_fields import PERSON_ROLE
from ui.cases import dialogs
from ui.cases.dialogs import chosen_entry
from ui.cases.entries import ROLES
from ui.cases.view_model import CaseInFull, CasesViewModel
from ui.forms.entry_acts import correct_entry
from ui.forms.reading import column, struck_column
from ui.forms.rows_panel import RowsPanel
from ui.labels import words
from ui.text import isolate_words
from ui.widgets.basic import button, row
from ui.widgets.dialog import Dialog
from ui.widgets.questions import ask_reason


class RolesDialog(Dialog):
    """Lists a person's roles in the proceedings, with their dates and grounds."""

    def __init__(
        self, parent: QWidget, model: CasesViewModel, full: CaseInFull, person: Person, *, may_edit: bool
    ) -> None:
        super().__init__(parent, self.tr("Roles of {person}").format(person=isolate_words(person.code)))
        self.setMinimumWidth(1300)
        self._model, self._full, self._person = model, full, person
        columns = [
            column(PERSON_ROLE, "role"),
            column(
                PERSON_ROLE,
                "proceeding_id",
                width=130,
                names=lambda: self._full.names,
                title=self.tr("Proceeding"),
            ),
            column(PERSON_ROLE, "led_category", width=130, title=self.tr("Category")),
            column(PERSON_ROLE, "basis", width=150, title=self.tr("Basis (office)")),
            column(PERSON_ROLE, "since", width=110),
            column(PERSON_ROLE, "until", width=110),
            column(PERSON_ROLE, "given_by", width=150, title=self.tr("Given by")),
            column(PERSON_ROLE, "given_on", width=110, title=self.tr("Given on")),
            column(PERSON_ROLE, "given_under", width=150, title=self.tr("Given under")),
            struck_column(),
        ]
        self.panel = RowsPanel(
            self.tr("Roles"),
            columns,
            empty=self.tr("No role is recorded."),
            add=self._add if may_edit else None,
            change=self._correct if may_edit else None,
            strike=self._strike_out if may_edit else None,
        )
        self.panel.setMinimumHeight(260)
        self.body.addWidget(self.panel)
        self.main_button = button(self.tr("Close"), self.accept, part="primary")
        self._outer.addLayout(row(None, self.main_button))
        model.shown.connect(self._show)
        model.added.connect(lambda _: model.show(full.case.id))
        self._show(full)

    def _show(self, full: CaseInFull) -> None:
        if full.case.id == self._full.case.id:
            self._full = full
            self.panel.show_rows(full.roles_of(self._person.id))

    def _add(self) -> None:
        dialogs.add_role(self, self._model, ROLES, self._full, self._person).open()

    def _correct(self, role: PersonRole) -> None:
        correct_entry(self, self._model, chosen_entry(ROLES, self._full, role)).open()

    def _strike_out(self, role: PersonRole) -> None:
        reason = ask_reason(
            self,
            self.tr("Strike out the role {role} of {person}?").format(
                role=words(role.role), person=isolate_words(self._person.code)
            ),
            self.tr("It was entered in error: it stays readable with your reason."),
            self.tr("Strike out"),
        )
        if reason:
            self._model.strike_out(PERSON_ROLE.name, role.id, reason)
