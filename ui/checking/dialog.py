"""The dialog that checks a signed file: the file, whom the user trusts for this check, and the answer."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.signature_check import TrustAnchor
from ui.checking.model import Checked, CheckingModel, Trusted
from ui.checking.shown import ShownResult
from ui.jobs import VaultJobs
from ui.text import digest_groups, isolate_words, visible
from ui.widgets import choose
from ui.widgets.basic import Label, Part, button, empty_layout, row
from ui.widgets.dialog import Dialog
from ui.widgets.file_line import FileLine
from ui.widgets.progress import ProgressCard


def open_check(parent: QWidget, jobs: VaultJobs, file: Path | None = None) -> "CheckDialog":
    """Show the dialog. file: what was dropped; without one, it asks."""
    dialog = CheckDialog(parent, CheckingModel(jobs, parent))
    dialog.open()
    if file is not None:
        dialog.check(file)
    return dialog


class CheckDialog(Dialog):
    """Checks as soon as a file is there, and again with each further certificate. Esc stops and closes."""

    def __init__(
        self, parent: QWidget, model: CheckingModel, *, heading: str = "", sentence: str = ""
    ) -> None:
        """heading, sentence: of another dialog that checks."""
        super().__init__(
            parent,
            heading or self.tr("Check a signed file"),
            sentence
            or self.tr(
                "PDF, ASiC container, .p7s, .p7m or signed e-mail. Nothing is imported or kept, and nothing "
                "leaves this computer."
            ),
        )
        self.setMinimumWidth(760)
        self._model = model
        self._file: Path | None = None
        self._content: Path | None = None
        self.anchors: list[TrustAnchor] = []
        self.roots: list[TrustAnchor] = []
        """Roots of the office that made the chosen file, if this program made it; for that file alone."""
        self.shown: ShownResult | None = None
        self.file = FileLine(self.tr("Signed &file\u2026"), self.tr("Signed file"), self.check)
        self.body.addWidget(self.file)
        self.content = FileLine(
            self.tr("File that it &signs\u2026"), self.tr("File that it signs"), self._take_content
        )
        self.content.hide()
        self.body.addWidget(self.content)
        add = button(self.tr("&Trust a certificate\u2026"), self._browse_anchor, icon="shield-check")
        self.add_button = add
        told = Label(
            self.tr(
                "For this check only. Compare the fingerprint with the one that the authority told you in "
                "another way."
            ),
            Part.MUTED,
            wrap=True,
        )
        line = row(add, told)
        line.setStretch(1, 1)
        self.body.addLayout(line)
        self.listed = QVBoxLayout()
        self.listed.setSpacing(4)
        self.body.addLayout(self.listed)
        self.progress = ProgressCard()
        self.progress.stopped.connect(model.stop)
        self.body.addWidget(self.progress)
        self.answer = QVBoxLayout()
        self.body.addLayout(self.answer)
        self.body.addStretch(1)
        self._finish()
        self.finished.connect(lambda _: model.stop())
        model.checked.connect(self._show)
        model.anchored.connect(self._trust)
        model.stopped.connect(self._tell_stopped)
        model.refused.connect(self._refuse)

    def _finish(self) -> None:
        self.finish_with(self.tr("&Close"), back=self.tr("Back"))
        self.back_button.hide()

    def check(self, file: Path) -> None:
        """Check this file."""
        self._file, self._content = file, None
        self.file.name.setText(isolate_words(visible(file.name)))
        self.content.show_none()
        self.content.hide()
        self.roots.clear()
        self._show_anchors()
        self._begin()

    def _take_content(self, file: Path) -> None:
        self._content = file
        self.content.name.setText(isolate_words(visible(file.name)))
        self._begin()

    def _begin(self) -> None:
        if self._file is None:
            return
        self.notice.clear()
        self._forget()
        self.progress.begin(self.tr("The signatures are checked\u2026"))
        trusted = Trusted(anchors=tuple(self.anchors), roots=tuple(self.roots))
        self._model.check(self._file, self._content, trusted)

    def _show(self, checked: Checked) -> None:
        self.progress.end()
        self._forget()
        self.shown = ShownResult(checked)
        self.answer.addWidget(self.shown)
        lacks = checked.answer is not None and any(
            note.key == "foreign-content-missing"
            for note in (
                *checked.answer.notes,
                *(n for each in checked.answer.signatures for n in each.notes),
            )
        )
        self.content.setVisible(lacks or self._content is not None)
        if lacks:
            self.content.choose_button.setFocus()

    def _forget(self) -> None:
        empty_layout(self.answer)
        self.shown = None

    def _tell_stopped(self) -> None:
        self.progress.end()
        self.refuse(self.tr("The check was stopped. Nothing is said of the file."))

    def _refuse(self, sentence: str) -> None:
        self.progress.end()
        self.refuse(sentence)

    def _browse_anchor(self) -> None:
        chosen = choose.choose_file(self, self.tr("Certificate that you trust"))
        if chosen is not None:
            self._model.add_anchors(chosen)

    def _trust(self, found: tuple[TrustAnchor, ...]) -> None:
        trusted = self.roots if self.shown is not None and self.shown.is_own else self.anchors
        known = {each.fingerprint for each in trusted}
        trusted += [each for each in found if each.fingerprint not in known]
        self._show_anchors()
        self._begin()

    def _show_anchors(self) -> None:
        empty_layout(self.listed)
        for each in (*self.anchors, *self.roots):
            name = isolate_words(each.name)
            away = button(self.tr("Remove"), partial(self._distrust, each), part="quiet")
            away.setAccessibleName(self.tr("Remove {certificate}").format(certificate=name))
            line = row(Label(name, Part.STRONG, wrap=True), away)
            line.setStretch(0, 1)
            self.listed.addLayout(line)
            self.listed.addWidget(Label(digest_groups(each.fingerprint), Part.DIGEST, wrap=True))

    def _distrust(self, anchor: TrustAnchor) -> None:
        for trusted in (self.anchors, self.roots):
            if anchor in trusted:
                trusted.remove(anchor)
        self._show_anchors()
        self._begin()
        self.add_button.setFocus()
