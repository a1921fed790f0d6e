"""The reasons for letting go what the scan for sealed identities keeps, asked for where one is wanted."""

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.form import Form, line

WANTED = ("identity-in-bundle", "not-searched")
"""The refusals that a reason answers."""


class LeavingReasons(QWidget):
    """The two fields in a form, out of sight until a reason is wanted, or stands in a draft."""

    def __init__(self, form: Form, page: QWidget) -> None:
        """page: what the form is in: a draft has the fields of parts of the page alone."""
        super().__init__(page)
        self.hide()
        self._form = form
        self.identities = form.add(self.tr("Why a sealed identity leaves"), line())
        self.unsearched = form.add(self.tr("Why it leaves unsearched"), line())
        self._by_code = dict(zip(WANTED, (self.identities, self.unsearched), strict=True))
        for field in self._by_code.values():
            field.textChanged.connect(lambda text, field=field: self._show(field, text))
        self.clear()

    def clear(self) -> None:
        for field in self._by_code.values():
            field.clear()
            self._form.setRowVisible(field, False)

    def _show(self, field: QLineEdit, text: str) -> None:
        if text:
            self._form.setRowVisible(field, True)

    def want(self, code: str) -> QLineEdit | None:
        """Show the field that answers this refusal, if one does."""
        field = self._by_code.get(code)
        if field is not None:
            self._form.setRowVisible(field, True)
        return field
