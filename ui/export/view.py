"""The page that makes a bundle: its content on the leading side, the pages beside it."""

from typing import TYPE_CHECKING

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.disclosure import Disclosure
from thb_desktop.domain.ids import ExhibitId, InterviewId, JobId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import TwoPersonAct
from thb_desktop.findings import Finding, Standing
from thb_desktop.report.words import LANGUAGES
from ui.export.checklist import lacks_record
from ui.export.headings import HeadingsTold
from ui.export.lists import ContentLists
from ui.export.offering import Offer
from ui.export.reasons import LeavingReasons
from ui.export.refusing import refused_words
from ui.export.shown import ShownSide
from ui.export.told import next_told
from ui.export.transfer_form import TransferForm
from ui.export.version_part import VersionPart
from ui.export.versions import Items
from ui.export.view_model import Choice, ExportViewModel, Signed
from ui.jobs import VaultJobs
from ui.labels import language_name
from ui.tones import Tone
from ui.widgets.basic import Card, button, row
from ui.widgets.choices import ValueBox
from ui.widgets.form import Form, line
from ui.widgets.keeping import Keeper
from ui.widgets.page import Page
from ui.widgets.refusals import lacks, refuse_at, take_back
from ui.widgets.scrolled import Scrolled
from ui.widgets.second_person import SecondPerson
from ui.widgets.split import beside

if TYPE_CHECKING:
    from ui.export.preview import Preview

_OPTIONS = 300
"""Pixels that the form of a bundle has at the least."""


class ExportView(Page):
    """Options, checks, pages, signature, result."""

    needs = Right.PREPARE_BUNDLES
    about_case = True

    def __init__(self, jobs: VaultJobs) -> None:
        super().__init__()
        self.model = ExportViewModel(jobs, self)
        self._offer: Offer | None = None
        self._releases, self._keeps_another = True, False
        self.preview: Preview | None = None
        self.keeper: Keeper | None = None
        self.body.addWidget(beside(self._build_options(), self._build_shown(), (390, 860), grows=1), 1)
        self.home = (self.purpose,)
        self.model.offered.connect(self._show_offer)
        self.model.offered_exhibits.connect(lambda found, first: self.lists.show_exhibits(found, first=first))
        self.model.offered_all.connect(self._keep_another)
        self.model.working.connect(self._work)
        self.model.checked.connect(self._show_checks)
        self.model.prepared.connect(self._show_pages)
        self.model.signed.connect(self._show_signed)
        self.model.refused.connect(self.notice.refuse)
        self.model.held_back.connect(self._show_rule)
        self.model.release_refused.connect(lambda said: self.notice.tell(refused_words(said)))
        self.model.reason_wanted.connect(self.reasons.go_to)
        self.model.reason_asked.connect(self.reasons.ask)

    def show_case(self, case: CaseFile | None) -> None:
        self.setEnabled(case is not None)
        known = self.model.case
        another = known is None or case is None or known.id != case.id
        if another:
            self._keep_no_more()
            for part in (self.purpose, self.recipient, self.restricted, self.reasons, self.lists):
                part.clear()
            self.transfer.clear()
        self.rows.show_rows(())
        if self.preview is not None:
            self.preview.clear()
        self._offer = None
        self.right.setCurrentWidget(self.empty)
        self.sign_button.setEnabled(False)
        self.notice.clear()
        self.model.show_case(case)
        self.version.show_case(case.id if case else None)
        self._keeps_another |= another

    def show_rights(self, rights: frozenset[Right]) -> None:
        self._releases = Right.RELEASE_BUNDLES in rights
        self.sign_button.setVisible(self._releases)
        self.result.note_button.setVisible(Right.EDIT_CASE in rights)

    def reload(self) -> None:
        self.model.reload()
        self.version.reload()

    def _keep_another(self) -> None:
        """Keep the typing of another case, once its draft can tick all that is offered."""
        self._show_version(self.version.version)
        if self._keeps_another:
            self._keeps_another = False
            self._keep_typing()

    def _build_options(self) -> Card:
        card = Card(spacing=8, margin=14)
        options = Scrolled(self.tr("Contents of the bundle"))
        # No fixed least width: in some languages, the labels need more, and would be shifted out of sight.
        options.column.addStrut(_OPTIONS)
        card.body.addWidget(options)
        self.version = VersionPart(self.model.jobs, self._ticked)
        options.column.addWidget(self.version)
        form = self.asked = Form().stack()
        self.purpose = form.add(self.tr("&Purpose"), line())
        self.recipient = form.add(self.tr("&Recipient"), line())
        self.restricted = form.add(self.tr("Restricted because"), line())
        self.reasons = LeavingReasons(form, self)
        options.column.addLayout(form)
        self.transfer = TransferForm()
        options.column.addWidget(self.transfer.host)
        lists = self.lists = ContentLists(options.column)
        self.interviews, self.exhibits, self.contents = lists.interviews, lists.exhibits, lists.contents
        self.translations, self.languages, self.further = lists.translations, lists.languages, lists.further
        self.version.chosen.connect(self._show_version)
        signers = Form()
        self.certifier = signers.add(self.tr("C&ertified by"), ValueBox(()))
        self.certifier.keep_narrow()
        of_state = (self.tr("That of the recipient's State"), "")
        tags = ((language_name(tag), tag) for tag in LANGUAGES)
        self.headings = signers.add(self.tr("Headings in"), ValueBox((of_state, *tags)))
        self.headings.keep_narrow()
        options.column.addLayout(signers)
        self.headings_told = HeadingsTold(self.headings, self.transfer)
        options.column.addWidget(self.headings_told)
        self.second = SecondPerson(self.model.jobs, asks_passphrase=False)
        options.column.addWidget(self.second)
        options.column.addStretch(1)
        self.prepare_button = button(
            self.tr("Prepare the pa&ges"), self._prepare, icon="file-search", part="primary"
        )
        self._working = False
        for signal in (self.second.asked, self.second.ready):
            signal.connect(self._offer_to_prepare)
        self._offer_to_prepare()
        self.made_button = button(self.tr("Signed bundles\u2026"), self._open_made, icon="package-check")
        card.body.addLayout(row(self.made_button, None, self.prepare_button))
        return card

    def _build_shown(self) -> ShownSide:
        shown = self.shown = ShownSide(self.model.jobs, self._sign)
        self.progress, self.right = shown.progress, shown.right
        self.empty, self.tabs = shown.empty, shown.tabs
        self.rows, self.result, self.sign_button = shown.rows, shown.result, shown.sign_button
        return shown

    def _show_offer(self, offer: Offer) -> None:
        self._offer = offer
        self.asked.setRowVisible(self.restricted, bool(offer.restricted))
        home = self.model.case.country if self.model.case else ""
        self.transfer.offer(home, offer.protecting, offer.instruments)
        self.headings_told.offer(offer.official, self._language)
        self.lists.show(offer)
        self.empty.sentence.setText(next_told(offer, has_exhibits=bool(self.exhibits.ticks.entries)))
        self._show_version(self.version.version)
        certifier = self.certifier.currentData()
        self.certifier.clear()
        self.certifier.addItem(self.tr("Nobody"), None)
        for user in offer.interpreters:
            self.certifier.addItem(user.name, user.id)
        self.certifier.setCurrentIndex(max(0, self.certifier.findData(certifier)))
        self.second.ask(TwoPersonAct.RELEASE_BUNDLE)

    @property
    def _language(self) -> str:
        """The language of the case."""
        return self.model.case.language if self.model.case else ""

    def _show_version(self, version: Disclosure | None) -> None:
        """Show what a version says itself, and let only the rest be chosen."""
        for part in (self.purpose, self.recipient, self.interviews, self.exhibits):
            part.setEnabled(version is None)
        if version is not None:
            self.purpose.setText(version.purpose)
            self.recipient.setText(version.recipient)
            for box, own in ((self.interviews, version.interview_ids), (self.exhibits, version.exhibit_ids)):
                box.ticks.tick_all_but([each.value for each in box.ticks.entries if each.value not in own])

    def _ticked(self) -> Items:
        """What is ticked, for a version that is drawn up from it."""
        return Items(
            interviews=tuple(InterviewId(found) for found in self.interviews.chosen()),
            exhibits=tuple(ExhibitId(found) for found in self.exhibits.chosen()),
        )

    def _prepare(self) -> None:
        take_back(self)
        self.reasons.rest()
        if (
            lacks(
                (self.purpose, self.tr("Please write what the bundle is for.")),
                (self.recipient, self.tr("Please write who receives the bundle.")),
            )
            or self.transfer.refuses()
        ):
            return
        if not self.interviews.chosen() and not self.exhibits.chosen():
            refuse_at(self.interviews, self.tr("Please choose at least one interview or one exhibit."))
            return
        jobs = self._offer.jobs if self._offer else ()
        if told := lacks_record(jobs, self.translations.chosen(), self.interviews.chosen()):
            refuse_at(self.translations, told)
            return
        if told := self.lists.lacks_exhibit():
            refuse_at(self.contents, told)
            return
        restricted = self._offer.restricted if self._offer else frozenset()
        is_asked = not restricted.isdisjoint(self.interviews.chosen())
        if is_asked and lacks(
            (self.restricted, self.tr("Please write why a restricted record goes into it."))
        ):
            return
        if lack := self.second.lack():
            refuse_at(*lack)
            return
        self.notice.clear()
        items = self._ticked()
        self.model.prepare(
            Choice(
                interviews=items.interviews,
                exhibits=items.exhibits,
                languages=tuple(self.languages.chosen()),
                jobs=tuple(JobId(found) for found in self.translations.chosen()),
                further=tuple(self.further.chosen()),
                certifier=self.certifier.currentData(),
                released_with=self.second.take().named,
                purpose=self.purpose.text().strip(),
                recipient=self.recipient.text().strip(),
                restricted_because=self.restricted.text().strip(),
                disclosure=self.version.version.id if self.version.version else None,
                transfer=self.transfer.transfer(),
                identities_because=self.reasons.identities.text().strip(),
                unsearched_because=self.reasons.unsearched.text().strip(),
                contents=tuple(ExhibitId(found) for found in self.contents.chosen()),
                headings=self.headings_told.language(),
                reasons=self.reasons.answers(),
            )
        )

    def _show_rule(self, field: str) -> None:
        """A rule of transfers is against it: it is one of those that the checks tell."""
        self.right.setCurrentWidget(self.tabs)
        self.tabs.setCurrentIndex(1)
        self.transfer.show_field(field)

    def _work(self, words: str) -> None:
        if words:
            self.progress.begin(words, can_stop=False)
        else:
            self.progress.end()
        self._working = bool(words)
        self._offer_to_prepare()
        self.sign_button.setEnabled(not words and self.model.is_prepared)
        if not words and self.isVisible():
            # The button that was pressed could not keep the cursor while it was at rest.
            (self.sign_button if self.sign_button.isEnabled() else self.prepare_button).setFocus()

    def _offer_to_prepare(self) -> None:
        """Enable the button unless pages are being prepared, or the possible second persons are unknown."""
        self.prepare_button.setEnabled(not self._working and self.second.is_known)

    def _show_checks(self, findings: tuple[Finding, ...]) -> None:
        self.rows.show_rows(findings)
        for found in findings:
            self.reasons.want_for(found)

    def _show_pages(self, pdf: bytes, _pages: int) -> None:
        if self.preview is None:
            # QtPdf is loaded when the first pages are shown.
            from ui.export.preview import Preview

            self.preview = Preview()
            self.shown.pages_column.addWidget(self.preview)
        shown = self.preview.show_pages(pdf)
        self.right.setCurrentWidget(self.tabs)
        self.tabs.setCurrentIndex(0)
        broken = any(found.standing is Standing.BROKEN for found in self.rows.rows)
        self.sign_button.setEnabled(not broken)
        told = self.tr("%n page(s) prepared. Look through them before you sign.", "", shown)
        if not self._releases:
            told = self.tr(
                "%n page(s) prepared, to look through. A judge or prosecutor must prepare the same "
                "choice in their own session to sign and release it.",
                "",
                shown,
            )
        if broken:
            told = self.tr("A check prevents the signing of this bundle. See the checks.")
            self.tabs.setCurrentIndex(1)
        self.notice.tell(told, Tone.BAD if broken else Tone.INFO)

    def _sign(self) -> None:
        from ui.export.sign_dialog import open_signing

        if self._offer is None or self.model.case is None:
            return
        if told := self.model.lacks_search(self.reasons.unsearched.text().strip()):
            self.reasons.ask("not-searched", told)
            return
        open_signing(self, self.model)

    def _open_made(self) -> None:
        """Go on with a bundle that was signed before: after a lock, in another session, by somebody else."""
        from ui.export.made import MadeModel
        from ui.export.made_dialog import MadeDialog

        if self.model.case is None:
            return
        model = MadeModel(self.model.jobs, self.model.case, self)
        dialog = MadeDialog(self, model)
        dialog.finished.connect(lambda _: model.deleteLater())
        dialog.accepted.connect(lambda: self._show_made(dialog.signed))
        dialog.open()

    def _show_made(self, signed: Signed | None) -> None:
        if signed is not None:
            self.notice.clear()
            self.result.language = self._language
            self.result.show_signed(signed)
            self.right.setCurrentWidget(self.shown.result_area)

    def _keep_typing(self) -> None:
        """Save what is chosen and typed for a bundle of this case as a draft, and show an earlier draft."""
        if self.model.case is not None:
            self.keeper = Keeper(self, self.model.draft("export", self.model.case.id))
            self.keeper.failed.connect(lambda sentence: self.notice.tell(sentence, Tone.WARN))

    def _keep_no_more(self, *, signed: bool = False) -> None:
        keeper, self.keeper = self.keeper, None
        if keeper is not None:
            (keeper.give_up if signed else keeper.end)()
            keeper.deleteLater()

    def _show_signed(self, signed: Signed) -> None:
        self._keep_no_more(signed=True)
        self._keep_typing()
        self.notice.clear()
        self.result.language = self._language
        self.result.show_signed(signed)
        self.right.setCurrentWidget(self.shown.result_area)
