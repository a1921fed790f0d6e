"""The page that opens a vault with the recovery shares of several holders."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QScrollArea, QVBoxLayout, QWidget

from thb_desktop.crypto.shares import Share
from thb_desktop.errors import ShareTypoError
from ui.named import set_by_name
from ui.text import isolate
from ui.tones import Tone
from ui.unlock.view_model import UnlockViewModel
from ui.widgets import choose
from ui.widgets.basic import Card, Label, Notice, Part, button, let_go, row
from ui.widgets.form import Form
from ui.widgets.place import PlaceField
from ui.widgets.refusals import lacks, take_back
from ui.widgets.secret import LEARN_NOTHING, PassphraseField
from ui.widgets.text_edit import PlainTextEdit

LEAST, MOST = 2, 16
LONGEST_FILE = 4096
"""Bytes of the longest file with a share."""


class ShareCard(Card):
    """One share and its holder's passphrase. read: the share was recognised."""

    read = Signal(object)

    def __init__(self, number: int) -> None:
        super().__init__("inset", spacing=6, margin=10)
        heading = self.tr("Share {number}").format(number=number)
        self.file_button = button(
            self.tr("From a file\u2026"), self._choose, icon="folder-open", part="quiet"
        )
        self.file_button.setAccessibleName(self.tr("Share {number} from a file").format(number=number))
        self.body.addLayout(row(Label(heading, Part.CAPTION), None, self.file_button))
        self.text = PlainTextEdit(heading, lines=2)
        set_by_name(self.text, inputMethodHints=f"{LEARN_NOTHING}|ImhMultiLine")
        self.text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._look)
        self.body.addWidget(self.text)
        form = Form()
        self.passphrase = form.add(
            self.tr("Its holder's passphrase"),
            PassphraseField(self.tr("Passphrase of share {number}").format(number=number)),
        )
        self.body.addLayout(form)

    @property
    def is_empty(self) -> bool:
        return not self.text.toPlainText().strip() and not self.passphrase.text()

    def forget(self) -> None:
        self.text.clear()
        self.passphrase.clear()

    def _choose(self) -> None:
        path = choose.choose_file(self, self.tr("The file of a recovery share"))
        if path is not None:
            self.show_file(path)

    def show_file(self, path: Path) -> None:
        """Load a share from a small text file; anything else is ignored."""
        try:
            with path.open("rb") as stream:
                read = stream.read(LONGEST_FILE)
        except OSError:
            read = b""
        self.text.setPlainText(read.decode("ascii", errors="ignore").strip())

    def _look(self) -> None:
        try:
            self.read.emit(Share.from_text(self.text.toPlainText()))
        except ShareTypoError:
            return


class SharesView(QWidget):
    """left: back to the start."""

    left = Signal()

    def __init__(self, view_model: UnlockViewModel) -> None:
        super().__init__()
        self._model = view_model
        self.cards: list[ShareCard] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Label(self.tr("Unlock with recovery shares"), Part.TITLE))
        self.told = Label("", Part.MUTED, wrap=True)
        column.addWidget(self.told)
        form = Form()
        self.folder = form.add(self.tr("Fol&der"), PlaceField(self.tr("Folder of the vault")))
        column.addLayout(form)
        inner = QWidget()
        inner.setProperty("part", "scrolled")
        self.list = QVBoxLayout(inner)
        self.list.setContentsMargins(0, 0, 6, 0)
        self.list.setSpacing(8)
        self.list.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("Recovery shares"))
        area.setWidget(inner)
        column.addWidget(area, 1)
        self.deriving = QProgressBar(textVisible=False, minimum=0, maximum=0)
        self.deriving.setAccessibleName(self.tr("Deriving the key"))
        column.addWidget(self.deriving)
        self.notice = Notice()
        column.addWidget(self.notice)
        self.back_button = button(self.tr("&Back"), self.left.emit)
        self.more_button = button(self.tr("&Another share"), self._add_one, icon="plus")
        self.unlock_button = button(self.tr("&Unlock"), self._unlock, icon="lock-open", part="primary")
        column.addLayout(row(self.back_button, self.more_button, None, self.unlock_button))
        view_model.refused.connect(self._refuse)
        view_model.recovered.connect(self.forget)
        self.left.connect(self.forget)
        self._waiting(False)

    def start(self, folder: str) -> None:
        """Begin with empty cards."""
        self.folder.text.setText(folder)
        for card in self.cards:
            let_go(card)
        self.cards = []
        self.told.setText(
            self.tr(
                "Each holder types their share or loads it from its file, and types their own passphrase."
            )
        )
        self.notice.clear()
        for _ in range(LEAST):
            self._add()
        self.cards[0].text.setFocus()

    def forget(self) -> None:
        for card in self.cards:
            card.forget()

    def _add(self) -> None:
        card = ShareCard(len(self.cards) + 1)
        card.read.connect(self._make_room)
        self.list.insertWidget(len(self.cards), card)
        self.cards.append(card)
        self.more_button.setEnabled(len(self.cards) < MOST)

    def _add_one(self) -> None:
        """Add another card, and put the cursor into it."""
        self._add()
        self.cards[-1].text.setFocus()

    def _make_room(self, share: Share) -> None:
        """Add as many cards as the share says are needed."""
        while len(self.cards) < share.needed:
            self._add()
        self.told.setText(
            self.tr("{needed} of {total} shares are needed, each with its holder's passphrase.").format(
                needed=isolate(str(share.needed)), total=isolate(str(share.total))
            )
        )

    def _unlock(self) -> None:
        folder = self.folder.path()
        given = [card for card in self.cards if not card.is_empty]
        wanted: list[tuple[QWidget, str]] = [
            (self.folder, self.tr("Please choose the folder of the vault.")),
        ]
        for card in [*given, *[card for card in self.cards if card.is_empty][: max(0, LEAST - len(given))]]:
            wanted.append((card.text, self.tr("Please type this share, or load it from its file.")))
            wanted.append((card.passphrase, self.tr("Please let its holder type their passphrase.")))
        take_back(self)
        self.notice.clear()
        if lacks(*wanted) or folder is None:
            return
        self._waiting(True)
        self._model.unlock_with_shares(
            folder, [(card.text.toPlainText(), card.passphrase.take()) for card in given]
        )

    def _waiting(self, waiting: bool) -> None:
        self.deriving.setVisible(waiting)
        if waiting:  # as on the page that opens a vault
            self.deriving.setFocus()
        for part in (self.folder, self.back_button, self.more_button, self.unlock_button, *self.cards):
            part.setEnabled(not waiting)

    def _refuse(self, sentence: str) -> None:
        self._waiting(False)
        self.notice.tell(sentence, Tone.BAD)
