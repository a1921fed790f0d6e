"""States known outside the vault, which show whether it was set back: this computer, bundles, codes on
paper.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.office import Restoration
from thb_desktop.findings import Finding, Standing, verdict
from ui.clock import when_here
from ui.health.view_model import HealthViewModel, Outside
from ui.labels.findings import as_lines, finding_text, where_text
from ui.standings import SAID
from ui.text import isolate, isolate_words
from ui.tones import Tone
from ui.widgets import choose
from ui.widgets.basic import Card, Label, Notice, Part, button, empty_layout, row
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line


class AnchorsCard(Card):
    """What this computer remembers, when a state was last copied elsewhere, and two ways to compare one."""

    def __init__(self, model: HealthViewModel, notice: Notice) -> None:
        """notice: where the page shows its messages."""
        super().__init__(spacing=8, margin=14)
        self.notice = notice
        self._model = model
        self.body.addWidget(Label(self.tr("States of this vault known elsewhere"), Part.HEADING, wrap=True))
        self.facts = QVBoxLayout()
        self.body.addLayout(self.facts)
        self.file_button = button(self.tr("Compare with a &file\u2026"), self._choose, icon="file-search")
        self.code_button = button(self.tr("Compare a sh&ort code\u2026"), self._ask_code, icon="hash")
        for each in (self.file_button, self.code_button):
            self.body.addLayout(row(each, None))
        self.restorations = QVBoxLayout()
        self.restorations.setSpacing(6)
        self.body.addLayout(self.restorations)
        model.compared.connect(self._show_compared)

    def show_outside(self, outside: Outside) -> None:
        empty_layout(self.facts)
        form = Form()
        form.setVerticalSpacing(5)
        anchors = outside.anchors
        form.tell(
            self.tr("This computer has known it since"),
            isolate(when_here(anchors.since)) if anchors.since else self.tr("this unlock"),
        )
        if anchors.seen_size is not None:
            seen = self.tr("%n entries", "", anchors.seen_size)
            form.tell(
                self.tr("Last seen here"),
                self.tr("{when}, {entries}").format(when=isolate(when_here(anchors.seen_at)), entries=seen),
            )
        left = self.tr("never")
        if anchors.left_at is not None and anchors.left_with is not None:
            left = self.tr("{when}, with {what}").format(
                when=isolate(when_here(anchors.left_at)), what=where_text(anchors.left_with)
            )
        form.tell(self.tr("Last copied outside this computer"), left)
        form.tell(self.tr("Short code now"), outside.here.code, exact=True)
        self.facts.addLayout(form)
        empty_layout(self.restorations)
        if outside.restorations:
            self.restorations.addWidget(Label(self.tr("Restored backups that replaced it"), Part.CAPTION))
        for restoration in outside.restorations:
            self.restorations.addWidget(self._restoration(restoration))

    def _restoration(self, restoration: Restoration) -> Card:
        card = Card("inset", spacing=4, margin=10)
        card.body.addWidget(Label(isolate(when_here(restoration.at)), Part.MUTED))
        card.body.addWidget(Label(isolate_words(restoration.reason), wrap=True).selectable())
        lost = restoration.lost_size - restoration.found_size
        if restoration.lost_code:
            given_up = (
                self.tr("%n entries were given up; their last short code was {code}.", "", lost)
                if lost > 0
                else self.tr("Another state was given up; its last short code was {code}.")
            )
            card.body.addWidget(
                Label(given_up.format(code=isolate(restoration.lost_code)), Part.MUTED, wrap=True)
            )
        return card

    def _choose(self) -> None:
        self.notice.clear()
        path = choose.choose_file(self, self.tr("Bundle or custody extract to compare with"))
        if path is not None:
            self._model.compare_file(path)

    def _ask_code(self) -> None:
        self.notice.clear()
        CompareCodeDialog(self, self._model).open()

    def _show_compared(self, findings: tuple[Finding, ...]) -> None:
        standing = verdict(findings)
        tone = Tone.OK if standing is Standing.HOLDS else SAID[standing]
        self.notice.tell(as_lines(map(finding_text, findings)), tone)


class CompareCodeDialog(Dialog):
    """Takes a code from a note or from the foot of a printed page."""

    def __init__(self, parent: QWidget, model: HealthViewModel) -> None:
        super().__init__(
            parent,
            self.tr("Compare a short code"),
            self.tr(
                "Type the code that somebody noted, or the code at the foot of a printed page. Capitals, "
                "blanks and hyphens do not matter."
            ),
        )
        self._model = model
        form = Form()
        self.code = form.add(self.tr("Short &code"), line())
        self.code.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.body.addLayout(form)
        self.finish_with(self.tr("C&ompare"))

    def take(self) -> None:
        wanting = self.tr("Please type the code: four groups of four letters and digits.")
        if self.lacks((self.code, wanting)):
            return
        self.begin_work()
        with self._model.answering(self):
            self._model.compare_code(self.code.text())
