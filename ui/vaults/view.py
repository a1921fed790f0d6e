"""The wizard that makes a vault: office and user, passphrase, recovery code, and the code typed back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from thb_desktop.domain.rights import FOUNDERS
from thb_desktop.domain.vocabulary import DraftHistory
from thb_desktop.errors import DraftHistoryError
from ui import shortcuts
from ui.messages import sentence
from ui.tones import Tone
from ui.vaults.view_model import CreateViewModel
from ui.widgets import choose
from ui.widgets.basic import Card, Label, Notice, Part, button, on_key, row, tab_order
from ui.widgets.choices import CodeBox
from ui.widgets.form import Form, line
from ui.widgets.new_passphrase import strength, too_weak
from ui.widgets.paths import path_of, takes_path
from ui.widgets.proposal import ProposedPassphrase
from ui.widgets.recovery_sheet import print_recovery_sheet
from ui.widgets.refusals import lacks, refuse_at, take_back
from ui.widgets.secret import CodeField, PassphraseField, StrengthMeter


class CreateView(QWidget):
    """finished: the vault is made and open, and its recovery code was typed back. left: back to the start.

    awaits_code: the vault is made, and the code was not typed back yet.
    """

    finished = Signal()
    left = Signal()

    def __init__(self, view_model: CreateViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = view_model
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.awaits_code = False
        self.step = Label("", Part.CAPTION)
        self.heading = Label("", Part.TITLE, wrap=True)
        self.sentence = Label("", Part.MUTED, wrap=True)
        self.pages = QStackedWidget()
        self.forward: list[QPushButton] = []
        self.notice = Notice()
        for part in (self.step, self.heading, self.sentence):
            column.addWidget(part)
        column.addSpacing(4)
        column.addWidget(self.pages, 1)
        column.addWidget(self.notice)
        self._build_who()
        self._build_passphrase()
        self._build_code()
        self._build_typed_back()
        on_key(self, shortcuts.NEXT, self._go_on)
        self.left.connect(self.forget)
        view_model.created.connect(self.show_code)
        view_model.confirmed.connect(self._finish)
        view_model.refused.connect(self._refuse)
        self._go(0)

    def start(self) -> None:
        """Begin from the first step with empty fields."""
        self.forget()
        for field in (self.office, self.name):
            field.clear()
        self.folder.setText(str(Path.home() / "thb-vault"))
        self._go(0)

    def forget(self) -> None:
        """Clear the secrets."""
        for field in (self.passphrase, self.repeated, self.code, self.typed_back):
            field.clear()
        self.code.setAccessibleName("")
        self.proposal.forget()

    def _build_who(self) -> None:
        form = Form()
        self.office = form.add(self.tr("&Office"), line())
        self.name = form.add(self.tr("Your &name"), line())
        self.role = form.add(self.tr("Your &function"), CodeBox(sorted(FOUNDERS), open_question=True))
        self.drafts = form.add(
            self.tr("Former words of d&rafts"), CodeBox(tuple(DraftHistory), open_question=True)
        )
        told = self.tr(
            "What the draft of a record said before it was changed. What is kept may have to be disclosed. "
            "This version makes no vault that does not keep it."
        )
        form.addRow("", Label(told, Part.MUTED, wrap=True))
        self.folder = takes_path(line(str(Path.home() / "thb-vault")))
        self.browse = button(self.tr("Bro&wse\u2026"), self._browse, icon="folder-open")
        place = QWidget()
        place.setLayout(row(self.folder, self.browse))
        place.setFocusProxy(self.folder)
        form.add(self.tr("Fol&der"), place)
        self.folder.setAccessibleName(self.tr("Folder"))
        self._page(
            form,
            back=(self.tr("&Back"), self.left.emit),
            forward=(self.tr("&Continue"), self._take_who),
        )

    def _build_passphrase(self) -> None:
        form = Form()
        self.passphrase = form.add(self.tr("&Passphrase"), PassphraseField(self.tr("Passphrase")))
        self.repeated = PassphraseField(self.tr("Passphrase, repeated"))
        self.meter = StrengthMeter()
        self.proposal = ProposedPassphrase(self._model.jobs, self.passphrase, self.repeated)
        form.addRow("", self.meter)
        form.addRow("", self.proposal)
        form.add(self.tr("&Repeat it"), self.repeated)
        self.passphrase.textChanged.connect(self._measure)
        self.making = QProgressBar(textVisible=False, minimum=0, maximum=0)
        self.making.setAccessibleName(self.tr("Making the vault"))
        self.making.hide()
        form.addRow("", self.making)
        self._page(
            form,
            back=(self.tr("&Back"), lambda: self._go(0)),
            forward=(self.tr("&Make the vault"), self._create),
        )

    def _build_code(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(12)
        card = Card("inset")
        self.code = Label("", Part.CODE, wrap=True).selectable()
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        card.body.addWidget(self.code)
        column.addWidget(card)
        self.print_button = button(self.tr("&Print the recovery sheet\u2026"), self._print, icon="printer")
        column.addLayout(row(self.print_button, None))
        self._page(column, forward=(self.tr("I &have it on paper"), lambda: self._go(3)))

    def _build_typed_back(self) -> None:
        form = Form()
        self.typed_back = form.add(self.tr("Recovery &code"), CodeField())
        self._page(
            form,
            back=(self.tr("&Show it again"), lambda: self._go(2)),
            forward=(self.tr("&Finish"), self._confirm),
        )

    def _page(
        self,
        content: Form | QVBoxLayout,
        *,
        forward: tuple[str, Callable[[], object]],
        back: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(content)
        column.addStretch(1)
        main = button(forward[0], forward[1], part="primary")
        main.setAutoDefault(True)
        buttons = [button(back[0], back[1])] if back else []
        column.addLayout(row(*buttons, None, main))
        tab_order((main, *buttons))
        for field in page.findChildren(QLineEdit):
            field.returnPressed.connect(main.click)
        self.pages.addWidget(page)
        self.forward.append(main)

    def _go(self, number: int) -> None:
        headings = (
            (self.tr("Make a vault"), self.tr("A vault is one folder that holds your cases, encrypted.")),
            (
                self.tr("Choose a passphrase"),
                self.tr("It opens the vault and your signing key. Nobody can look it up for you."),
            ),
            (
                self.tr("Your recovery code"),
                self.tr(
                    "If the passphrase is lost, only this code opens the vault. Keep it on paper, in a "
                    "safe, away from this computer. It is shown only once."
                ),
            ),
            (self.tr("Type the code back"), self.tr("This shows that the sheet can be read.")),
        )
        self.step.setText(self.tr("Step {number} of {count}").format(number=number + 1, count=len(headings)))
        self.heading.setText(headings[number][0])
        self.sentence.setText(headings[number][1])
        self.notice.clear()
        self.pages.setCurrentIndex(number)
        self._waiting(False)
        (self.office, self.passphrase, self.print_button, self.typed_back)[number].setFocus()

    def _go_on(self) -> None:
        self.forward[self.pages.currentIndex()].click()

    def _browse(self) -> None:
        chosen = choose.choose_folder(self, self.tr("A folder for the vault"))
        if chosen is not None:
            self.folder.setText(str(chosen))

    def _take_who(self) -> None:
        take_back(self)
        if lacks(
            (self.office, self.tr("Please write the name of your office.")),
            (self.name, self.tr("Please write your name as it should appear under signatures.")),
            (self.role, self.tr("Please choose your function.")),
            (self.drafts, self.tr("Please say whether former wordings of draft records are kept.")),
            (self.folder, self.tr("Please choose a folder.")),
        ):
            return
        if self.drafts.code() is DraftHistory.NOT_KEPT:
            refuse_at(self.drafts, sentence(DraftHistoryError("this version keeps them")))
            return
        self._go(1)
        self._measure()

    def _measure(self) -> None:
        self.meter.show_strength(*strength(self.passphrase.text()))

    def _create(self) -> None:
        take_back(self)
        if (weak := too_weak(self.passphrase.text())) is not None:
            refuse_at(self.passphrase, weak)
            return
        if self.passphrase.text() != self.repeated.text():
            refuse_at(self.repeated, self.tr("The two passphrases differ. Please type them again."))
            return
        self.notice.clear()
        self._waiting(True)
        self._model.create(
            path_of(self.folder.text()),
            office=self.office.text().strip(),
            name=self.name.text().strip(),
            role=self.role.code(),
            draft_history=self.drafts.code(),
            typed=self.passphrase.text(),
        )

    def _waiting(self, waiting: bool) -> None:
        self.making.setVisible(waiting)
        self.pages.setEnabled(not waiting)

    def show_code(self, code: str) -> None:
        """The vault is made: show its recovery code, once."""
        self.awaits_code = True
        self.forget()
        self.code.setText(code)
        # The code itself is told too: without it nobody who hears the screen could write it down.
        self.code.setAccessibleName(self.tr("Recovery code {code}").format(code=code))
        self._go(2)

    def _print(self) -> None:
        print_recovery_sheet(self, code=self.code.text(), office=self.office.text().strip())

    def _confirm(self) -> None:
        self._model.confirm(self.typed_back.text())

    def _finish(self) -> None:
        self.awaits_code = False
        self.forget()
        self.finished.emit()

    def _refuse(self, sentence: str) -> None:
        self._waiting(False)
        self.notice.tell(sentence, Tone.BAD)
