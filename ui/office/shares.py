"""Recovery shares: their holders, each with a passphrase of their own, and the printed sheets."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from ui.jobs import VaultJobs
from ui.office.shares_model import SharesModel
from ui.text import isolate, isolate_words, translate
from ui.tones import Tone
from ui.widgets import choose
from ui.widgets.basic import Card, Label, Part, button, row
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.new_file import write_new
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.recovery_sheet import print_share_sheet
from ui.widgets.secret import PassphraseField
from ui.widgets.wheel import NumberBox

if TYPE_CHECKING:
    from thb_desktop.services.office.recovery import RecoveryShare
    from ui.office.shares_model import MadeShares

LEAST, MOST = 2, 16
"""The possible number of holders."""


class HoldersDialog(Dialog):
    """Asks how many are needed, and the names of the holders."""

    def __init__(self, parent: QWidget, model: SharesModel) -> None:
        super().__init__(
            parent,
            self.tr("Recovery shares of the vault"),
            self.tr(
                "Each holder gets one share. If your passphrase is lost, as many holders as you set here "
                "open the vault together. Each chooses a passphrase for their share. Earlier shares no "
                "longer open the vault."
            ),
        )
        form = Form()
        self.needed = form.add(self.tr("&Number needed to open"), _number(2))
        self.holders = form.add(self.tr("&Holders, separated by semicolons"), line())
        self.own = form.add(self.tr("&Your own passphrase"), PassphraseField(self.tr("Your own passphrase")))
        self.body.addLayout(form)
        self.finish_with(self.tr("&Go on"))
        self.keep_typing(model.draft("recovery-shares"))

    def names(self) -> list[str]:
        return [name.strip() for name in self.holders.text().split(";") if name.strip()]

    def take(self) -> None:
        names = self.names()
        if not LEAST <= len(names) <= MOST or len(set(names)) != len(names):
            self.refuse_at(
                self.holders,
                self.tr("Please name two to sixteen different holders, separated by semicolons."),
            )
        elif self.needed.value() > len(names):
            self.refuse_at(self.needed, self.tr("More shares are needed than there are holders."))
        elif not self.own.text():
            self.refuse_at(
                self.own,
                self.tr("Please type your own passphrase too: this changes who can open the vault."),
            )
        else:
            self.accept()


class HolderDialog(Dialog):
    """One holder chooses the passphrase of their share at this desk."""

    def __init__(self, parent: QWidget, jobs: VaultJobs, name: str, number: int, total: int) -> None:
        super().__init__(
            parent,
            share_heading(number, total, name),
            self.tr("Let {name} choose a passphrase for this share. Nobody else needs to know it.").format(
                name=isolate_words(name)
            ),
        )
        self.form = NewPassphrase(jobs)
        self.body.addLayout(self.form)
        self.finish_with(self.tr("&Go on"))

    def take(self) -> None:
        if lack := self.form.lack():
            self.refuse_at(*lack)
        else:
            self.accept()


class ShareDialog(Dialog):
    """One share, shown once: its holder prints, copies or saves it, and confirms this."""

    def __init__(self, parent: QWidget, share: "RecoveryShare", *, office: str, vault: str) -> None:
        super().__init__(
            parent,
            share_heading(share.number, share.total, share.holder),
            self.tr("It is shown only once. Fewer than {needed} shares do not open the vault.").format(
                needed=share.needed
            ),
        )
        card = Card("inset")
        self._text = share.text
        self.share = Label(share.text, Part.CODE).selectable()
        self.share.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.share.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.share.setAccessibleName(self.tr("Recovery share"))
        card.body.addWidget(self.share)
        self.body.addWidget(card)
        self.print_button = button(
            self.tr("&Print the sheet of this share\u2026"),
            lambda: print_share_sheet(self, share, office=office, vault=vault),
            icon="printer",
        )
        self.save_button = button(
            self.tr("&Save it as a file\u2026"), lambda: self._save(share.number), icon="save"
        )
        self.body.addLayout(row(self.print_button, self.save_button, None))
        self.finish_with(self.tr("I have &kept it"))
        self.back_button.hide()
        self.awaits_paper = True

    def accept(self) -> None:
        self.awaits_paper = False
        super().accept()

    def reject(self) -> None:
        """Esc does not close it: the share would be lost."""
        told = self.tr("Please print, copy or save the share first: it is never shown again.")
        self.notice.tell(told, Tone.WARN)

    def _save(self, number: int) -> None:
        path = choose.choose_target(self, self.tr("Save the share"), f"share-{number}.txt")
        if path is None:
            return
        try:
            write_new(path, f"{self._text}\n".encode("ascii"))
        except OSError:
            self.notice.tell(self.tr("It could not be written there. Please choose another place."), Tone.BAD)
        else:
            self.notice.tell(self.tr("Saved. Keep it on a medium of its holder, and nowhere else."), Tone.OK)


def share_heading(number: int, total: int, name: str) -> str:
    heading = translate("shares", "Share {number} of {total}: {name}")
    return heading.format(number=isolate(str(number)), total=isolate(str(total)), name=isolate_words(name))


class SharesWork:
    """The dialogs in sequence: holders, a passphrase each, and each share for its holder."""

    def __init__(self, parent: QWidget, model: SharesModel) -> None:
        self._parent, self._model = parent, model
        model.made.connect(self.show)

    def begin(self) -> None:
        asked = HoldersDialog(self._parent, self._model)
        if asked.exec() != QDialog.DialogCode.Accepted:
            return
        names, typed = asked.names(), []
        for number, name in enumerate(names, start=1):
            holder = HolderDialog(self._parent, self._model.jobs, name, number, len(names))
            if holder.exec() != QDialog.DialogCode.Accepted:
                return
            typed.append((name, holder.form.new.take()))
            holder.form.repeated.clear()
        self._model.make(asked.needed.value(), typed, asked.own.take())

    def show(self, made: "MadeShares") -> None:
        """Show each at once after the one before, so that the lock cannot come in between."""
        first, *others = made.shares
        dialog = ShareDialog(self._parent, first, office=made.office, vault=made.vault)
        if others:
            rest = replace(made, shares=tuple(others))
            dialog.accepted.connect(lambda: self.show(rest))
        dialog.open()


def _number(least: int) -> NumberBox:
    box = NumberBox()
    box.setRange(least, MOST)
    box.lineEdit().setTextMargins(8, 0, 0, 0)
    return box
