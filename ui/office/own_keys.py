"""Making one's keys one's own: the dialog, and what is told before and after it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thb_desktop.crypto import passphrases
from ui.text import isolate_words, translate
from ui.topics import Topic
from ui.view_model import ViewModel
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.secret import PassphraseField

if TYPE_CHECKING:
    from thb_desktop.services.core.keys_made import KeysMade


class OwnKeysModel(ViewModel):
    """known: in whose program the keys of the session's user were made. made: the new keys are there.

    refused: why not; the former ones are still those of the user.
    """

    changes = Topic.OFFICE

    known = Signal(object)
    made = Signal(object)

    def reload(self) -> None:
        from thb_desktop.services.office import own_keys

        self.read(own_keys.own_keys_made, self.known.emit)

    def make(self, old: str, new: str) -> None:
        from thb_desktop.services.office import own_keys

        self.jobs.run(
            self,
            lambda session: own_keys.make_keys_own(
                session, old=passphrases.prepare(old), new=passphrases.prepare(new)
            ),
            then=self.made.emit,
            refused=self.refuse,
        )


class OwnKeysDialog(Dialog):
    """Makes a new passphrase, signing key and receiving key for the session's user."""

    def __init__(self, parent: QWidget, view_model: OwnKeysModel) -> None:
        super().__init__(
            parent,
            self.tr("Make my keys my own"),
            self.tr(
                "This program makes a new signing key and a new key to open with, under a new passphrase. "
                "What you signed stays valid. Do it in your own program. Cards and key files that were added "
                "for you are withdrawn, and your recovery code and shares no longer open the vault: make new "
                "ones."
            ),
        )
        self._model = view_model
        view_model.setParent(self)
        form = Form()
        self.old = form.add(self.tr("&Present passphrase"), PassphraseField(self.tr("Present passphrase")))
        self.body.addLayout(form)
        self.form = NewPassphrase(view_model.jobs)
        self.body.addLayout(self.form)
        self.finish_with(self.tr("&Make the keys"))
        view_model.made.connect(lambda _: self.accept())
        view_model.refused.connect(self.refuse)

    def take(self) -> None:
        if self.lacks((self.old, self.tr("Please type your present passphrase."))):
            return
        if lack := self.form.lack():
            self.refuse_at(*lack)
            return
        self.begin_work(self.tr("The keys are made. This takes a few seconds."))
        self._model.make(self.old.text(), self.form.new.text())


def told_of(made: "KeysMade") -> str:
    """Say in whose program the keys of the user of this session were made; nothing if in their own."""
    if made.waits:
        return translate(
            "own_keys",
            "The keys that you made sign as soon as somebody who holds the key of the root certificate "
            "renews the certificates (Office, Signing keys).",
        )
    if not made.by:
        return ""
    return translate(
        "own_keys", "Your keys were made in the program of {name}, who could have kept them."
    ).format(name=isolate_words(made.by))


def told_after(made: "KeysMade") -> str:
    """Say what the act brought about, and what is left to do."""
    done = translate(
        "own_keys",
        "Your keys are new. The vault opens with the new passphrase from now on. A recovery code or shares "
        "that you had are void.",
    )
    return f"{done} {told_of(made)}".strip()
