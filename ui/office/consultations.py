"""The log of consultations: who viewed what, when and why, for functions with the right to read it."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.consultation import Consulted, Justification
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import UserRole
from ui.clock import when_here
from ui.jobs import VaultJobs
from ui.labels import known, words
from ui.office.consultations_model import ConsultationRow, ConsultationsModel, Page
from ui.rows import Column, RowsModel
from ui.text import NONE, isolate, listed, with_name
from ui.tones import Tone
from ui.widgets.basic import Label, Notice, Part, button, row
from ui.widgets.choices import ValueBox
from ui.widgets.table import RecordTable

GRAVE = {
    Consulted.IDENTITY,
    Consulted.ASSESSMENT,
    Consulted.KEY_MATERIAL,
    Consulted.BUNDLE_RELEASED,
    Consulted.PACKAGE_RELEASED,
}
"""Content with a separate key, and content that left the vault."""


class ConsultationsPart(QWidget):
    """Loads the log only when it is shown, because reading it is logged too."""

    def __init__(self, jobs: VaultJobs, notice: Notice) -> None:
        """notice: where the page shows its messages."""
        super().__init__()
        self.notice = notice
        self.model = ConsultationsModel(jobs, self)
        self._all: list[ConsultationRow] = []
        self._may = False
        self._older = False
        told = self.tr(
            "What each user viewed or released, once a session, with the reason. The log stays in this "
            "vault and never goes into a bundle. Reading it is recorded in it too."
        )
        self.case = ValueBox((), name=self.tr("Show only this case"))
        self.user = ValueBox((), name=self.tr("Show only this user"))
        self.count = Label("", Part.MUTED)
        self.more_button = button(self.tr("&Older entries"), self.model.go_on, icon="history")
        columns = (
            Column[ConsultationRow](
                title=self.tr("When"), read=lambda found: when_here(found.look.at), width=180, exact=True
            ),
            Column[ConsultationRow](title=self.tr("Who"), read=self._who, width=260),
            Column[ConsultationRow](title=self.tr("What"), read=self._what, width=240, tone=_tone),
            Column[ConsultationRow](title=self.tr("No."), read=_number, width=100, exact=True),
            Column[ConsultationRow](
                title=self.tr("Case"), read=lambda found: found.case or NONE, width=160, exact=True
            ),
            Column[ConsultationRow](title=self.tr("Why"), read=self._why),
        )
        self.rows: RowsModel[ConsultationRow] = RowsModel(columns, self)
        self.table = RecordTable(self.rows, self.tr("Consultations"), wrap=True)
        case_label, user_label = Label(self.tr("&Case"), Part.MUTED), Label(self.tr("&User"), Part.MUTED)
        case_label.setBuddy(self.case)
        user_label.setBuddy(self.user)
        for box in (self.case, self.user):
            box.setMinimumWidth(220)
            box.currentIndexChanged.connect(lambda _: self._filter())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(told, Part.MUTED, wrap=True))
        column.addLayout(row(case_label, self.case, 8, user_label, self.user, None))
        column.addWidget(self.table, 1)
        column.addLayout(row(self.count, None, self.more_button))
        self.model.listed.connect(self._show)
        self.model.refused.connect(self.notice.refuse)

    def reload(self) -> None:
        if self._may and self.isVisible():
            self.model.reload()

    def show_rights(self, rights: frozenset[Right]) -> None:
        self._may = Right.READ_CONSULTATIONS in rights

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.reload()

    def _show(self, page: Page) -> None:
        self._all = list(page.rows) if page.first else [*self._all, *page.rows]
        self._offer(self.case, self.tr("all cases"), {found.case for found in self._all if found.case})
        self._offer(self.user, self.tr("all users"), {found.by for found in self._all if found.by})
        self._older = page.older
        self.more_button.setVisible(page.older)
        self._filter()

    def _offer(self, box: ValueBox, every: str, values: set[str]) -> None:
        chosen = box.currentData()
        box.blockSignals(True)
        box.clear()
        box.addItem(every, "")
        for value in sorted(values):
            box.addItem(value, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.blockSignals(False)

    def _filter(self) -> None:
        case, user = self.case.currentData(), self.user.currentData()
        shown = [
            found
            for found in self._all
            if (not case or found.case == case) and (not user or found.by == user)
        ]
        self.rows.show_rows(shown)
        told = (
            self.tr("{shown} of the newest {count} entries; there are older entries").format(
                shown=isolate(str(len(shown))), count=isolate(str(len(self._all)))
            )
            if self._older
            else self.tr("{shown} of %n entry(s)", "", len(self._all)).format(shown=isolate(str(len(shown))))
        )
        self.count.setText(told)

    def _who(self, found: ConsultationRow) -> str:
        role = known(UserRole, found.look.role)
        said = words(role) if isinstance(role, UserRole) else role
        return self.tr("{name}, {role}").format(name=found.by or NONE, role=said.lower())

    def _what(self, found: ConsultationRow) -> str:
        kind = known(Consulted, found.look.kind)
        return words(kind) if isinstance(kind, Consulted) else kind

    def _why(self, found: ConsultationRow) -> str:
        code = known(Justification, found.look.justification)
        said = words(code) if isinstance(code, Justification) else code
        parts = [part for part in (said, found.look.text) if part]
        if found.look.recipient:
            parts.append(self.tr("to {recipient}").format(recipient=found.look.recipient))
        told = with_name(*parts[:2]) if len(parts) > 1 else "".join(parts)
        return listed((told, *parts[2:])) or NONE


def _number(found: ConsultationRow) -> str:
    """Return what was viewed in the case; for the case itself, its reference is shown beside."""
    return found.subject if found.subject and found.subject != found.case else NONE


def _tone(found: ConsultationRow) -> Tone | None:
    kind = known(Consulted, found.look.kind)
    return Tone.WARN if kind in GRAVE else Tone.PLAIN
