"""The linguist's acts at this desk: they sign versions as they read them, or take one back."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.language_work import RenderingVersion
from thb_desktop.domain.vocabulary import RenderingState
from thb_desktop.domain.work_left import ready_of
from thb_desktop.findings import Finding
from thb_desktop.services.language.overview import OpenJob
from ui.labels import words
from ui.language_office.job_model import JobModel
from ui.language_work.before_signing import ReasonRows, notes_left, told_left
from ui.language_work.key_rows import KeyRows, SignedAs, may_sign
from ui.rows import Column, RowsModel
from ui.text import isolate, isolate_words, translate
from ui.tones import Tone
from ui.widgets.basic import Notice
from ui.widgets.choices import CodeBox, ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.table import RecordTable


class VersionsTable(RecordTable):
    """Versions with the text from which each was made."""

    def __init__(
        self, parent: QWidget, labels: Mapping[SegmentId, str], sources: Mapping[SegmentId, str]
    ) -> None:
        self.versions: RowsModel[RenderingVersion] = RowsModel(
            (
                Column(
                    title=translate("versions", "Turn"),
                    read=lambda each: labels.get(each.segment_id, ""),
                    width=70,
                    exact=True,
                ),
                Column(
                    title=translate("versions", "Source"),
                    read=lambda each: sources.get(each.segment_id, ""),
                ),
                Column(title=translate("versions", "Version"), read=lambda each: each.text),
            )
        )
        super().__init__(self.versions, translate("versions", "Versions"), parent, wrap=True)
        self.versions.setParent(self)

    def show_versions(self, shown: Sequence[RenderingVersion]) -> None:
        self.versions.show_rows(shown)
        self.setFixedHeight(min(280, 60 + 60 * len(shown)))


class SignVersionsDialog(Dialog):
    """The linguist reads the versions, says how they leave them, and signs them all with one key.

    goes_to: the id of a turn that is to be mended; the dialog is closed.
    """

    goes_to = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        model: JobModel,
        found: OpenJob,
        chosen: RenderingVersion | None,
        doubts: Sequence[Finding] = (),
    ) -> None:
        super().__init__(
            parent,
            self.tr("Sign as {name}").format(name=isolate_words(found.linguist.name)),
            self.tr(
                "The linguist reads the versions below, with their notes, and signs them in one go. Each "
                "signature covers the version, its source and the notes."
            ),
        )
        self.setMinimumWidth(820)
        self._model, self._found, self._doubts = model, found, doubts
        ready = ready_of(found.turns)
        alone = tuple(each for each in ready if chosen is not None and each.id == chosen.id)
        count = isolate(str(len(ready)))
        everything = self.tr("All that are not signed as checked ({count})").format(count=count)
        scopes = ((everything, ready), (self.tr("This turn alone"), alone))
        self.scope = ValueBox((told, versions) for told, versions in scopes if versions)
        form = Form()
        form.add(self.tr("&Versions"), self.scope)
        self.body.addLayout(form)
        self.table = VersionsTable(self, found.labels, found.work.sources)
        self.body.addWidget(self.table)
        below = Form()
        states = (RenderingState.SELF_CHECKED, RenderingState.DRAFT)
        self.state = below.add(self.tr("&Left as"), CodeBox(states, open_question=True))
        self.rows = ReasonRows(
            found.labels,
            self.tr(
                "This differs from what was said. It is mended first, or the linguist says why they sign it "
                "all the same: the reason is signed with it, and printed."
            ),
            self.tr("Reason for signing all the same"),
        )
        self.left = Notice()
        self.body.addLayout(below)
        self.body.addWidget(self.rows)
        self.body.addWidget(self.left)
        if left := notes_left(found.turns):
            told = self.tr(
                "These notes stand at words that the present wording does not have. The signature does not "
                "cover them, and they are not printed. They are placed again first, or left:"
            )
            self.left.tell(f"{told}\n{told_left(left, found.labels)}", Tone.WARN)
        with_key = Form()
        self.key = KeyRows(with_key)
        self.body.addLayout(with_key)
        self.signer = SignedAs(self.key)
        model.ask_keys(self.signer, found.linguist)
        self._outer.addWidget(self.signer)
        self.finish_with(self.tr("&Sign"), icon="pen-line")
        self.scope.currentIndexChanged.connect(lambda _: self._show())
        self.state.currentIndexChanged.connect(lambda _: self._show())
        self.rows.goes_to.connect(self._go)
        why_not = may_sign(found.linguist)
        if not ready:
            why_not = self.tr(
                "Nothing waits for a signature: each last version is signed as checked, or gone."
            )
        self._may_take = lambda: not why_not
        self.let_take()
        if why_not:
            self.notice.tell(why_not, Tone.WARN)
        self._show()
        if doubts:
            self.keep_typing(model.draft("language-sign", found.job.id))

    def take(self) -> None:
        if not self.state.is_answered:
            self.refuse_at(self.state, self.tr("Please choose how the linguist leaves them."))
            return
        if self.lacks(*self.rows.wanting(), *self.key.wanting()):
            return
        self.begin_work(self.tr("The versions are signed."))
        with self._model.answering(self):
            self._model.sign_versions(
                self.scope.currentData(),
                self.state.code(),
                self.key.take(self._found.linguist),
                self.rows.given(),
            )

    def _show(self) -> None:
        """Show what is signed, and what differs in it; a draft needs no reason."""
        chosen = self.scope.currentData() or ()
        self.table.show_versions(chosen)
        is_draft = self.state.is_answered and self.state.code() is RenderingState.DRAFT
        turns = set() if is_draft else {str(each.segment_id) for each in chosen}
        self.rows.show_warnings([each for each in self._doubts if each.about in turns], leads=True)

    def _go(self, segment_id: str) -> None:
        self.reject()
        self.goes_to.emit(segment_id)


class WithdrawDialog(Dialog):
    """The author takes a version back, for a reason, with their own key."""

    def __init__(self, parent: QWidget, model: JobModel, found: OpenJob, version: RenderingVersion) -> None:
        super().__init__(
            parent,
            self.tr("Withdraw version {number} of turn {turn}?").format(
                number=isolate(str(version.number)), turn=isolate(found.labels.get(version.segment_id, ""))
            ),
            self.tr(
                "Its author takes it back. It stays readable, and no earlier version takes its place: the "
                "next one does."
            ),
        )
        self.setMinimumWidth(640)
        self._model, self._version = model, version
        self._author = found.interpreters[version.author_id]
        form = Form()
        form.tell(self.tr("Author"), self._author.name)
        form.tell(self.tr("Version"), version.text)
        form.tell(self.tr("State"), words(found.states[version.id]))
        self.reason = form.add(self.tr("&Reason"), QLineEdit())
        self.key = KeyRows(form)
        self.body.addLayout(form)
        self.signer = SignedAs(self.key)
        model.ask_keys(self.signer, self._author)
        self._outer.addWidget(self.signer)
        self.finish_with(self.tr("&Withdraw"), danger=True)
        why_not = may_sign(self._author)
        self._may_take = lambda: not why_not
        self.let_take()
        if why_not:
            self.notice.tell(why_not, Tone.WARN)

    def take(self) -> None:
        lack = self.tr("A reason is needed. Please write why.")
        if self.lacks((self.reason, lack), *self.key.wanting()):
            return
        self.begin_work()
        with self._model.answering(self):
            self._model.withdraw(self._version, self.reason.text().strip(), self.key.take(self._author))
