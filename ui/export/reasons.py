"""The reasons for letting go what a scan or a rule would keep, asked for where one is wanted."""

from PySide6.QtWidgets import QLineEdit, QWidget

from thb_desktop.findings import Finding
from ui.widgets.form import Form, line
from ui.widgets.refusals import refuse_at


class LeavingReasons(QWidget):
    """Their fields in a form, out of sight until a reason is wanted, or stands in a draft."""

    def __init__(self, form: Form, page: QWidget) -> None:
        """page: what the form is in: a draft has the fields of parts of the page alone."""
        super().__init__(page)
        self.hide()
        self._form = form
        self.identities = form.add(self.tr("Why a sealed identity leaves"), line())
        self.unsearched = form.add(self.tr("Why it leaves unsearched"), line())
        language = form.add(self.tr("Why in this language"), line())
        self.warned = {
            "transfer.language-not-accepted": language,
            "transfer.language-unknown": language,
            "transfer.remedy-pending": form.add(self.tr("Why despite a pending remedy"), line()),
            "transfer.instrument-over": form.add(self.tr("Why under this instrument"), line()),
            "transfer.binding-unsure": form.add(self.tr("Why it binds both States"), line()),
            "transfer.special-doubted": form.add(self.tr("Why no special categories of data"), line()),
            "transfer.adequacy-unsure": form.add(self.tr("Why the decision applies"), line()),
            "transfer.authorisation-later": form.add(self.tr("Why before the other State agreed"), line()),
            "transfer.override-to-weigh": form.add(self.tr("How the rights of persons were weighed"), line()),
            "retention-overdue": form.add(self.tr("Why before the data are reviewed"), line()),
        }
        self._by_code = {
            "identity-in-bundle": self.identities,
            "not-searched": self.unsearched,
            **self.warned,
        }
        for field in self._by_code.values():
            field.textChanged.connect(lambda text, field=field: self._show(field, text))
        self.clear()

    def clear(self) -> None:
        for field in self._by_code.values():
            field.clear()
            self._form.setRowVisible(field, False)

    def rest(self) -> None:
        """Show no more the fields that nobody filled in: what wanted them may be resolved otherwise."""
        for field in self._by_code.values():
            self._form.setRowVisible(field, bool(field.text().strip()))

    def answers(self) -> tuple[tuple[str, str], ...]:
        """What is written of the warnings of rules, by the keys of their sentences."""
        typed = ((rule, field.text().strip()) for rule, field in self.warned.items())
        return tuple((rule, reason) for rule, reason in typed if reason)

    def _show(self, field: QLineEdit, text: str) -> None:
        if text:
            self._form.setRowVisible(field, True)

    def want(self, code: str) -> QLineEdit | None:
        """Show the field that answers this refusal or warning, if one does."""
        field = self._by_code.get(code)
        if field is not None:
            self._form.setRowVisible(field, True)
        return field

    def go_to(self, code: str) -> None:
        """Where a reason would help against a refusal, show where it is written."""
        if (field := self.want(code)) is not None:
            field.setFocus()

    def ask(self, code: str, sentence: str) -> None:
        """Refuse at the field that answers, with the sentence that says what would resolve it."""
        if (field := self.want(code)) is not None:
            refuse_at(field, sentence)

    def want_for(self, found: Finding) -> None:
        """Show the field that answers what a check found, if one does."""
        _ = self.want(found.key) or self.want(found.code)
