"""The card of one file of an exhibit: its name, size and digest, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.intake import Met, SameFile
from thb_desktop.domain.rights import Right
from thb_desktop.domain.signature_check import may_be_signed
from ui.text import digest_groups, isolate, isolate_words, listed, size, visible
from ui.widgets.basic import Card, Label, Part, button, row

_NAMED = 3
"""Of so many exhibits with the same bytes the numbers stand on the card."""
_BELOW_DIGEST = 3
_FAR = 10
"""Files that Page Down and Page Up pass over."""
_ALL = 1_000_000
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _FAR,
    Qt.Key.Key_PageUp: -_FAR,
    Qt.Key.Key_Home: -_ALL,
    Qt.Key.Key_End: _ALL,
}


class FileCard(Card):
    """wants_look, wants_out, wants_check, wants_statement, wants_ads: the file is to be looked into, taken
    out, its digest checked, taken over as a statement of account, or read into advertisements.
    wants_signatures: its signatures are to be judged. wants_withdrawn: it is to be withdrawn as added by
    mistake, or reinstated. wants_same:
    the exhibits with the same bytes are to be shown (Met). wants_move: the cursor goes from which of its
    buttons to the same one of the file that is so many farther.
    """

    wants_look = Signal(object)
    wants_out = Signal(object)
    wants_check = Signal(object)
    wants_statement = Signal(object)
    wants_ads = Signal(object)
    wants_signatures = Signal(object)
    wants_withdrawn = Signal(object)
    wants_same = Signal(object)
    wants_move = Signal(int, int)

    def __init__(self, file: ExhibitFile, rights: frozenset[Right], *, stands: bool) -> None:
        """stands: whether its exhibit does, so that a file can go out."""
        super().__init__("inset", spacing=4, margin=10)
        name = visible(file.name)
        self.body.addWidget(Label(isolate_words(name), wrap=True).selectable())
        if file.struck:
            told = self.tr("Withdrawn, as added by mistake: {reason}")
            self.body.addWidget(Label(told.format(reason=isolate_words(file.struck)), Part.STRONG, wrap=True))
        facts = f"{isolate(size(file.size))}  \u00b7  {isolate(file.media_type)}"
        self.body.addWidget(Label(facts, Part.MUTED, wrap=True))
        digest = Label("", Part.DIGEST, wrap=True).selectable()
        digest.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        digest.say(self.tr("SHA-256 of {name}").format(name=name), digest_groups(file.sha256))
        self.body.addWidget(digest)
        self.file = file
        self.same_button: QAbstractButton | None = None
        self.look_button = button(
            self.tr("Look inside"), lambda: self.wants_look.emit(file), icon="eye", part="quiet"
        )
        self.look_button.setAccessibleName(self.tr("Look inside {name}").format(name=name))
        self.out_button = button(
            self.tr("Take out\u2026"), lambda: self.wants_out.emit(file), icon="folder-open", part="quiet"
        )
        self.out_button.setAccessibleName(self.tr("Take {name} out").format(name=name))
        self.check_button = button(
            self.tr("Check the digest"), lambda: self.wants_check.emit(file), icon="hash", part="quiet"
        )
        self.check_button.setAccessibleName(self.tr("Check the digest of {name}").format(name=name))
        self.body.addLayout(row(None, self.look_button, self.out_button))
        self.statement_button = button(
            self.tr("Take over bank statement\u2026"),
            lambda: self.wants_statement.emit(file),
            icon="list-checks",
            part="quiet",
        )
        self.statement_button.setAccessibleName(
            self.tr("Take over bank statement from {name}").format(name=name)
        )
        self.body.addLayout(row(None, self.statement_button))
        self.ads_button = button(
            self.tr("Read advertisements\u2026"),
            lambda: self.wants_ads.emit(file),
            icon="list-checks",
            part="quiet",
        )
        self.ads_button.setAccessibleName(self.tr("Read advertisements from {name}").format(name=name))
        self.body.addLayout(row(None, self.ads_button))
        self.signatures_button = button(
            self.tr("Signatures\u2026"),
            lambda: self.wants_signatures.emit(file),
            icon="shield-check",
            part="quiet",
        )
        self.signatures_button.setAccessibleName(self.tr("Signatures of {name}").format(name=name))
        self.body.addLayout(row(None, self.signatures_button, self.check_button))
        self.withdraw_button = self._withdraw_button(name)
        self.body.addLayout(row(None, self.withdraw_button))
        leaves = stands and not file.struck
        self.look_button.setVisible(Right.OPEN_FILES in rights)
        self.out_button.setVisible(leaves and {Right.RELEASE_EXHIBITS, Right.OPEN_FILES} <= rights)
        # By its name: of sound, film and pictures nothing is read as a table or a page.
        may_have_rows = not file.media_type.startswith(("audio/", "video/", "image/", "font/"))
        takes_over = leaves and may_have_rows
        self.statement_button.setVisible(takes_over and {Right.EDIT_FINANCE, Right.OPEN_FILES} <= rights)
        self.ads_button.setVisible(takes_over and {Right.EDIT_CASE, Right.OPEN_FILES} <= rights)
        self.check_button.setVisible(not file.struck and Right.RECORD_CUSTODY in rights)
        self.signatures_button.setVisible(
            not file.struck and may_be_signed(file.name, file.media_type) and Right.OPEN_FILES in rights
        )
        self.withdraw_button.setVisible(stands and Right.REGISTER_EXHIBITS in rights)
        self._buttons = [
            *(self.look_button, self.out_button, self.statement_button, self.ads_button),
            *(self.signatures_button, self.check_button, self.withdraw_button),
        ]
        for each in self._buttons:
            each.installEventFilter(self)

    def _withdraw_button(self, name: str) -> QAbstractButton:
        text = self.tr("Reinstate\u2026") if self.file.struck else self.tr("Withdraw\u2026")
        made = button(text, lambda: self.wants_withdrawn.emit(self.file), icon="undo-2", part="quiet")
        called = self.tr("Reinstate {name}") if self.file.struck else self.tr("Withdraw {name}")
        made.setAccessibleName(called.format(name=name))
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """By itself, Qt would go from button to button, as with Tab."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            steps = _STEPS.get(Qt.Key(event.key()))
            if steps is not None and watched in self._buttons:
                self.wants_move.emit(self._buttons.index(watched), steps)
                return True
        return super().eventFilter(watched, event)

    def place_of(self, widget: QWidget | None) -> int | None:
        """Return which of its buttons this is; None if it is none of them."""
        return next((at for at, each in enumerate(self._buttons) if each is widget), None)

    def take_cursor(self, which: int = 0) -> None:
        """Put the cursor on one of its buttons, or on the first one that is shown."""
        shown = [each for each in (self._buttons[which], *self._buttons) if not each.isHidden()]
        if shown:
            shown[0].setFocus()

    def tell_same(self, same: Sequence[SameFile]) -> None:
        """Tell which other exhibits of the case have these bytes, and lead there. It stands there once."""
        if self.same_button is not None:
            self.same_button.deleteLater()
        numbers = [isolate(each.number) for each in same[:_NAMED]]
        if len(same) > _NAMED:
            numbers.append("\u2026")
        said = self.tr("Same bytes in {numbers}").format(numbers=listed(numbers))
        met = tuple(Met(path=self.file.name, same=each) for each in same)
        self.same_button = button(said, lambda: self.wants_same.emit(met), icon="hash", part="quiet")
        self.same_button.setAccessibleName(
            self.tr("{name}: same bytes in {numbers}").format(
                name=visible(self.file.name), numbers=listed(numbers)
            )
        )
        self.body.insertLayout(_BELOW_DIGEST, row(self.same_button, None))
