"""The dialogs of a sealed package: what travels and for whom, and then its release."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.crypto.wordlists import LANGUAGES
from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.ids import ExhibitId, RowId
from thb_desktop.domain.package import Recipient
from thb_desktop.domain.vocabulary import RecipientKind, TwoPersonAct
from ui.export.checklist import exhibit_entry
from ui.export.closing import ClosedFolder
from ui.export.packaging import Offer, PackagingModel
from ui.labels import language_name, words
from ui.labels.findings import finding_text
from ui.standings import ADVISED, advice_words
from ui.text import digest_groups, isolate, isolate_words, translate, visible
from ui.widgets.basic import Chip, Label, Part, button, row
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.place import NewPlace, unused
from ui.widgets.second_person import SecondPerson
from ui.widgets.stoppable import StoppableDialog
from ui.widgets.tick_list import Entry, labelled_ticks

if TYPE_CHECKING:
    from thb_desktop.services.packaging.packages import BegunPackage, OfferedBundle, PreparedPackage

_LIST_HEIGHT = 130
_SIZES = (5, 10, 20, 25, 50, 100)
"""Megabytes: the limits of channels for files."""
_GROUPS = 17
"""Signs of a fingerprint that are shown in a list: enough to tell one certificate from another."""


def elsewhere_words(recipient: Recipient, bundle: Bundle | None) -> str:
    """Return why nothing of a bundle is closed for an addressee; empty if it may be."""
    if not recipient.state or recipient.party is None:
        return translate("recipient", "State not said: Office, Other offices")
    if bundle is None or (recipient.state, recipient.party) == (bundle.state, bundle.party):
        return ""
    told = translate("recipient", "{state}, {kind}: not of this bundle")
    return told.format(state=isolate(recipient.state), kind=words(recipient.party))


class PackageDialog(Dialog):
    """Stays open until the package is prepared. release: what is released next, and where it goes.

    written: a package that was recorded before, and got its name now.
    """

    def __init__(self, parent: QWidget, model: PackagingModel, language: str = "") -> None:
        """language: of the case, for the titles of exhibits."""
        super().__init__(
            parent,
            self.tr("Make the sealed package"),
            self.tr(
                "The bundle, the files of its exhibits and their custody record, signed by you and closed "
                "for those whom you choose."
            ),
        )
        self.setMinimumWidth(720)
        self._model, self._language = model, language
        self.release: tuple[PreparedPackage, Path] | None = None
        self.written: ClosedFolder | None = None
        self._begun: BegunPackage | None = None
        self._released: Bundle | None = None
        self._is_read = False
        self.waiting = Label("", wrap=True)
        self.resume_button = button(self.tr("&Continue this package"), self._resume, icon="play")
        self.body.addLayout(row(self.waiting, self.resume_button))
        self.exhibits = labelled_ticks(self.body, self.tr("Files of exhibits that &travel"), _LIST_HEIGHT)
        self.all_button = button(self.tr("&All that may leave"), self._tick_all, icon="check")
        self.body.addLayout(row(None, self.all_button))
        self.recipients = labelled_ticks(self.body, self.tr("Closed &for"), _LIST_HEIGHT)
        self.wanted = Label("", Part.MUTED, wrap=True)
        self.body.addWidget(self.wanted)
        self.record_button = button(self.tr("&Record a recipient\u2026"), self._record, icon="plus")
        self.body.addLayout(row(None, self.record_button))
        form = Form()
        tags = [(self.tr("No passphrase"), ""), *((language_name(tag), tag) for tag in LANGUAGES)]
        self.words = form.add(self.tr("New passphrase in &words"), ValueBox(tags))
        self.because = form.add(self.tr("Why a sealed &identity travels"), line(""))
        self.because.setPlaceholderText(self.tr("Only if files tell one: without a reason they are refused"))
        self.unsearched = form.add(self.tr("Why it leaves &unsearched"), line(""))
        self.unsearched.setPlaceholderText(self.tr("Needed for pictures, recordings and unknown files"))
        limits = ((self.tr("{size} MB").format(size=each), each) for each in _SIZES)
        sizes = [(self.tr("As usual"), 0), *limits]
        self.largest = form.add(self.tr("&Largest file"), ValueBox(sizes))
        self.telephone = form.add(self.tr("Telepho&ne number outside the envelope"), line(""))
        self.telephone.setPlaceholderText(self.tr("Empty as a rule: it tells everybody who sends"))
        self.place = NewPlace(self.tr("New folder"), browse=self.tr("&Browse\u2026"))
        self.folder = form.add(self.tr("New f&older"), self.place).text
        self.folder.setText(str(unused(model.source.parent / "package")))
        self.body.addLayout(form)
        self._show_begun(self.place.path(), None)
        self.exhibits.setFocus()  # and not the first button, which is hidden mostly
        self.finish_with(self.tr("&Prepare"), icon="package-check")
        model.refused.connect(self.refuse)
        model.held_back.connect(self._hold_back)
        model.offered.connect(self._show_offer)
        model.recorded.connect(self._show_recipients)
        model.prepared.connect(self._finish)
        model.found.connect(self._show_begun)
        model.made.connect(self._tell)
        self.folder.textChanged.connect(self._look)
        model.offer()

    def take(self) -> None:
        from thb_desktop.services.packaging.envelope import is_telephone
        from thb_desktop.services.packaging.packages import PackageOptions

        if not self.recipients.chosen() and not self.words.currentData():
            self.refuse_at(self.recipients, self.tr("Please tick a recipient, or choose a passphrase."))
        elif (number := self.telephone.text().strip()) and not is_telephone(number):
            self.refuse_at(
                self.telephone, self.tr("Please write a telephone number, without a name, or leave it empty.")
            )
        elif problem := self.place.problem():
            self.refuse_at(self.folder, problem)
        elif (folder := self.place.path()) is not None:
            self.begin_work(self.tr("The files are found, and searched for sealed identities."))
            travels = {*self.exhibits.chosen()}
            without = (each.value for each in self.exhibits.ticks.entries if each.value not in travels)
            self._model.prepare(
                PackageOptions(
                    recipients=tuple(RowId(each) for each in self.recipients.chosen()),
                    words=self.words.currentData() or "",
                    without=frozenset(ExhibitId(each) for each in without),
                    identities_because=self.because.text().strip(),
                    unsearched_because=self.unsearched.text().strip(),
                    largest=int(self.largest.currentData() or 0),
                    telephone=self.telephone.text().strip(),
                ),
                folder,
            )

    def _hold_back(self, code: str, sentence: str) -> None:
        """Say at the field that answers it why nothing is prepared."""
        answers = {"identity-in-file": self.exhibits, "not-searched": self.unsearched}
        self.refuse_at(answers[code], sentence)

    def _show_offer(self, offer: Offer) -> None:
        self.exhibits.ticks.fill(self._exhibits_of(offer.bundle))
        self._released = offer.bundle.bundle
        self._show_recipients(offer.recipients)
        self._is_read = True
        self._look()

    def _exhibits_of(self, offered: "OfferedBundle") -> list[Entry]:
        stays = {*offered.stays}
        called = [exhibit_entry(each, self._language) for each in offered.exhibits]
        return [
            Entry(
                shown=self.tr("{exhibit} (%n file(s))", "", len(each.files)).format(exhibit=entry.shown),
                value=each.id,
                barred=self.tr("stays in the office") if each.number in stays else "",
            )
            for each, entry in zip(offered.held, called, strict=True)
            if each.files
        ]

    def _show_recipients(self, found: Sequence[Recipient]) -> None:
        self.recipients.ticks.fill(
            [
                Entry(
                    shown=f"{isolate_words(each.name)}  {isolate(digest_groups(each.sha256)[:_GROUPS])}",
                    value=each.id,
                    barred=elsewhere_words(each, self._released)
                    if each.kind is RecipientKind.ADDRESSEE
                    else self.tr("{kind}, always among them").format(kind=words(each.kind)),
                )
                for each in found
            ]
        )
        self.wanted.setText(self._still_wanted({each.kind for each in found}))
        self.wanted.setVisible(bool(self.wanted.text()))

    def _still_wanted(self, kinds: set[RecipientKind]) -> str:
        """Return whose certificate is still to be recorded; empty if nobody's."""
        if RecipientKind.OWN_OFFICE not in kinds:
            return self.tr(
                "Record first a certificate of your own office, which could not open the package otherwise, "
                "then one of the recipient. If nobody issues certificates, “thb recipient key” makes one."
            )
        if RecipientKind.ADDRESSEE not in kinds:
            return self.tr("No recipient is recorded yet. Record one, or choose a passphrase.")
        return ""

    def _look(self) -> None:
        """What waits at the place is told as soon as it is named."""
        folder = self.place.path()
        self._show_begun(folder, None)
        if self._is_read and folder is not None and folder.name:
            self._model.look(folder)

    def _show_begun(self, folder: Path | None, begun: "BegunPackage | None") -> None:
        if folder != self.place.path():
            return  # another place was typed since
        self._begun = begun
        self.resume_button.setVisible(begun is not None)
        self.waiting.setVisible(begun is not None)
        if begun is not None and begun.part == folder:
            told = self.tr(
                "Package {number} is recorded and has its name. What was begun is still in its folder."
            )
            self.waiting.setText(told.format(number=isolate(begun.terms.number)))
        elif begun is not None and begun.recorded is not None:
            told = self.tr("Package {number} is recorded and complete at this place, and lacks its name.")
            self.waiting.setText(told.format(number=isolate(begun.terms.number)))
        elif begun is not None:
            told = self.tr(
                "Package {number} was begun at this place and not finished. %n volume(s) are whole.",
                "",
                begun.whole,
            )
            self.waiting.setText(told.format(number=isolate(begun.terms.number)))

    def _resume(self) -> None:
        folder = self.place.path()
        if self._begun is not None and folder is not None:
            self.begin_work(self.tr("What was begun is compared with the vault."))
            self._model.resume(self._begun, folder)

    def _tell(self, written: ClosedFolder) -> None:
        self.written = written
        self.accept()

    def _tick_all(self) -> None:
        self.exhibits.ticks.tick_all_but(())
        self.exhibits.setFocus()

    def _record(self) -> None:
        from ui.partners.recipient_dialog import RecipientDialog

        RecipientDialog(self, self._model).open()

    def _finish(self, prepared: "PreparedPackage") -> None:
        folder = self.place.path()
        if folder is not None:
            self.release = prepared, folder
            self.accept()


class ReleaseDialog(StoppableDialog):
    """Shows what a package holds and for whom it is closed; stays open until it is written and recorded."""

    def __init__(
        self, parent: QWidget, model: PackagingModel, prepared: "PreparedPackage", folder: Path
    ) -> None:
        super().__init__(
            parent,
            self.tr("Continue the sealed package") if model.begun else self.tr("Release the sealed package"),
            self.tr("Two persons approve exactly this content for exactly these recipients."),
            stop=model.stop,
        )
        self.setMinimumWidth(720)
        self._model, self._prepared, self._folder = model, prepared, folder
        self.written: ClosedFolder | None = None
        content = prepared.content
        form = Form()
        form.tell(self.tr("Package"), isolate(content.number))
        form.tell(self.tr("Bundle"), isolate(content.bundle.number))
        form.tell(self.tr("Folder"), isolate(visible(str(folder.absolute()))))
        if content.identities_because:
            form.tell(self.tr("Why a sealed identity travels"), isolate_words(content.identities_because))
        if content.unsearched_because:
            form.tell(self.tr("Why it leaves unsearched"), isolate_words(content.unsearched_because))
        for shown, counted in (
            (self.tr("Files that travel"), content.travelling),
            (self.tr("Files that stay"), content.left_out),
        ):
            named = (
                self.tr("{exhibit} (%n file(s))", "", count).format(exhibit=isolate(number))
                for number, count in counted
            )
            form.tell(shown, ", ".join(named) or self.tr("none"))
        if content.words:
            told = self.tr("with a new passphrase in words ({language}), shown once it is written")
            form.tell(self.tr("Opens too"), told.format(language=language_name(content.words)))
        if content.telephone:
            told = self.tr("{number}\nUnencrypted: everybody who sees the folder reads it.")
            number = isolate(content.telephone)
            form.tell(self.tr("Telephone number outside the envelope"), told.format(number=number))
        for each in content.recipients:
            told = f"{isolate_words(each.name)}\n{digest_groups(each.sha256)}"
            form.tell(words(each.kind), told, exact=True)
        self.body.addLayout(form)
        findings = QVBoxLayout()
        findings.setSpacing(6)
        for finding in prepared.findings:
            chip = Chip(advice_words(finding.standing), ADVISED[finding.standing])
            findings.addLayout(row(chip, Label(finding_text(finding), wrap=True)))
        self.body.addLayout(findings)
        self.second = SecondPerson(model.jobs)
        self.second.ask(TwoPersonAct.RELEASE_PACKAGE, prepared.sha256)
        self.body.addWidget(self.second)
        self.refuse_button = button(
            self.tr("Re&fuse the release\u2026"), self._refuse_release, icon="circle-x"
        )
        self.refuse_button.hide()
        self.second.ready.connect(lambda: self.refuse_button.setVisible(not self.second.alone))
        self.finish_with(self.tr("&Sign and seal"), icon="stamp", aside=self.refuse_button)
        self.wait_for(self.second)
        model.refused.connect(self.refuse)
        model.advanced.connect(self.show_progress)
        model.made.connect(self._finish)

    def take(self) -> None:
        if self.lacks_second(self.second):
            return
        typed = self.second.take()
        self.begin_to_write(self.tr("The package is written, and what was written is read again."))
        self._model.make(self._prepared, self._folder, typed)

    def _refuse_release(self) -> None:
        """Who was asked to approve does not, and says why."""
        from ui.export.refusing import RefuseReleaseDialog

        asked, case_id = self.second.colleague, self._prepared.content.bundle.case_id
        refusing = RefuseReleaseDialog(
            self, self._model.jobs, case_id, asked.currentData(), asked.currentText()
        )
        refusing.accepted.connect(self.reject)
        refusing.open()

    def _finish(self, written: ClosedFolder) -> None:
        self.written = written
        self.accept()
