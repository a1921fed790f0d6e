"""The reasons for letting go what the scan for sealed identities keeps, asked for where one is wanted."""

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.form import Form, line

WANTED = ("identity-in-bundle", "not-searched")
"""The refusals that a reason answers."""


class LeavingReasons(QWidget):
    """The two fields in a form, out of sight until a reason is wanted."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self.hide()
        self._form = form
        self.identities = form.add(self.tr("Why a sealed identity leaves"), line())
        self.unsearched = form.add(self.tr("Why it leaves unsearched"), line())
        self._by_code = dict(zip(WANTED, (self.identities, self.unsearched), strict=True))
        self.clear()

    def clear(self) -> None:
        for field in self._by_code.values():
            field.clear()
            self._form.setRowVisible(field, False)

    def want(self, code: str) -> QLineEdit | None:
        """Show the field that answers this refusal, if one does."""
        field = self._by_code.get(code)
        if field is not None:
            self._form.setRowVisible(field, True)
        return field
