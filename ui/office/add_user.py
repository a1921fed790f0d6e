"""Adding a user of the vault at this desk."""

from typing import cast

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.identity_binding_fields import USER_BINDING, Binding
from thb_desktop.domain.vocabulary import TwoPersonAct, UserRole
from ui.forms.editors import CodeEditor
from ui.forms.entry_dialog import refuse_field
from ui.forms.field_form import FieldForm
from ui.office.decision import DecisionDialog
from ui.office.people_model import PeopleModel
from ui.widgets.choices import CodeBox


class AddUserDialog(DecisionDialog):
    """Asks for name, function and passphrase of a new user, who types the passphrase at this desk, and how
    the person was identified.
    """

    def __init__(self, parent: QWidget, view_model: PeopleModel) -> None:
        heading, told = self.tr("Add a user"), self.tr("Let the new user type the passphrase.")
        super().__init__(parent, view_model.jobs, heading, told)
        self._model = view_model
        self.name = self.ask(self.tr("Na&me"), self.tr("Please write the name."))
        roles = CodeBox(UserRole, open_question=True)
        self.role = self.need(self.tr("&Function"), roles, self.tr("Please choose the function."))
        self.binding = FieldForm(USER_BINDING)
        self.body.addLayout(self.binding)
        self._bound_as = cast(CodeEditor, self.binding.editors["bound_as"])
        self._bound_as.currentIndexChanged.connect(lambda _: self._ask_details())
        self.form = self.ask_new_passphrase()
        self.ask_own()
        self.second.ask(TwoPersonAct.ADD_USER)
        self.role.currentIndexChanged.connect(lambda _: self._fit())
        self._fit()
        self.end(
            self.tr("&Add"),
            working=self.tr("The keys of the new user are made. This takes a few seconds."),
        )
        self.binding.mark_beside(self)
        self._ask_details()
        self.keep_typing(view_model.draft("add-user"))

    def take(self) -> None:
        if not self.binding.refuses():
            super().take()

    def refuse_field(self, field: str, sentence: str) -> None:
        """Show a refusal of what is stated of the person at its field."""
        refuse_field(self, (self.binding,), field, sentence)

    def decide(self) -> None:
        with self._model.answering(self):
            self._model.add(
                self.name.text().strip(),
                self.role.code(),
                self.form.new.text(),
                self.own.text(),
                self.second.take(),
                binding=Binding(**self.binding.values()),
            )

    def _ask_details(self) -> None:
        """Ask who checked what once something is stated: nobody has to, and the dialog is long."""
        fields = [each.name for each in USER_BINDING.fields]
        asked = fields if self._bound_as.value() is not None else fields[:1]
        self.binding.ask(asked)

    def _fit(self) -> None:
        """An interpreter gets no keyslot: their passphrase opens only their own keys."""
        self.show_own(not self.role.is_answered or self.role.code() is not UserRole.INTERPRETER)
