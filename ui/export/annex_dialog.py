"""The dialog that closes the identities behind pseudonyms of a bundle for recipients of their own."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.identity_annex import IdentityAnnex
from thb_desktop.domain.ids import PersonId, RowId
from thb_desktop.domain.vocabulary import TwoPersonAct
from ui.export.annex import AnnexChoice, AnnexModel, AnnexOffer
from ui.export.package_dialogs import elsewhere_words
from ui.text import isolate, isolate_words
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.place import NewPlace, unused
from ui.widgets.second_person import SecondPerson
from ui.widgets.tick_list import Entry, labelled_ticks

_LIST_HEIGHT = 92


class AnnexDialog(Dialog):
    """Stays open until the annex is written and recorded. made: it, then. No identity is ever shown here."""

    def __init__(self, parent: QWidget, model: AnnexModel, beside: Path) -> None:
        """beside: the file of the bundle."""
        super().__init__(
            parent,
            self.tr("Identity annex of bundle {number}").format(number=isolate(model.bundle.number)),
            self.tr(
                "Who the pseudonyms are, signed and closed for these recipients alone. The identities are "
                "opened after both persons approved, and are neither shown nor written in clear."
            ),
        )
        self.setMinimumWidth(640)
        self._model = model
        self.made: IdentityAnnex | None = None
        self.persons = labelled_ticks(self.body, self.tr("&Identities of"), _LIST_HEIGHT)
        self.recipients = labelled_ticks(self.body, self.tr("Closed &for"), _LIST_HEIGHT)
        form = Form()
        self.reason = form.add(self.tr("&Reason"), line(""))
        self.addresses = form.add(self.tr("&Addresses too, because"), line(""))
        self.addresses.setPlaceholderText(self.tr("Only if somebody ordered it"))
        self.place = NewPlace(self.tr("New folder"), browse=self.tr("&Browse\u2026"))
        self.folder = form.add(self.tr("New f&older"), self.place).text
        self.folder.setText(str(unused(beside.parent / "annex")))
        self.body.addLayout(form)
        self.second = SecondPerson(model.jobs)
        self.second.ask(TwoPersonAct.REVEAL_IDENTITY)
        self.body.addWidget(self.second)
        self.finish_with(self.tr("&Sign and close"), icon="stamp")
        self.wait_for(self.second)
        model.refused.connect(self.refuse)
        model.offered.connect(self._show_offer)
        model.made.connect(self._finish)
        model.offer()

    def take(self) -> None:
        if not self.persons.chosen():
            self.refuse_at(self.persons, self.tr("Please tick whose identity it tells."))
            return
        if not self.recipients.chosen():
            self.refuse_at(self.recipients, self.tr("Please tick for whom it is closed."))
            return
        if self.lacks((self.reason, self.tr("Please write why the identities are told."))):
            return
        folder = self.place.path()
        if (problem := self.place.problem()) or folder is None:
            self.refuse_at(self.folder, problem)
            return
        if self.lacks_second(self.second):
            return
        typed = self.second.take()
        self.begin_work(self.tr("The annex is signed, written, and read again."))
        self._model.make(
            AnnexChoice(
                persons=tuple(PersonId(each) for each in self.persons.chosen()),
                recipients=tuple(RowId(each) for each in self.recipients.chosen()),
                reason=self.reason.text().strip(),
                addresses_because=self.addresses.text().strip(),
                folder=folder,
            ),
            typed,
        )

    def _show_offer(self, offer: AnnexOffer) -> None:
        self.persons.ticks.fill([Entry(shown=isolate(each.code), value=each.id) for each in offer.persons])
        self.recipients.ticks.fill(
            [
                Entry(
                    shown=isolate_words(each.name),
                    value=each.id,
                    barred=elsewhere_words(each, self._model.bundle),
                )
                for each in offer.recipients
            ]
        )

    def _finish(self, made: IdentityAnnex) -> None:
        self.made = made
        self.accept()
