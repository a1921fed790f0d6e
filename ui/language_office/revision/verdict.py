"""The word of a second linguist on a version: they agree, or dispute it with a version of their own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.language_work import RenderingVersion
from thb_desktop.domain.vocabulary import VerdictKind
from thb_desktop.services.language.overview import OpenJob
from ui.language_office.job_model import JobModel
from ui.language_work.compared_text import two_versions
from ui.language_work.key_rows import KeyRows, SignedAs
from ui.language_work.undrawn import UndrawnTold
from ui.text import isolate, isolate_words, language_is_right_to_left
from ui.tones import Tone
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.text_edit import PlainTextEdit


class VerdictDialog(Dialog):
    """Asks who revises, and of a dispute the own version and the reason; they sign it at this desk."""

    def __init__(
        self,
        parent: QWidget,
        model: JobModel,
        found: OpenJob,
        version: RenderingVersion,
        kind: VerdictKind,
    ) -> None:
        label = isolate(found.labels.get(version.segment_id, ""))
        disputes = kind is VerdictKind.DISPUTES
        heading = self.tr("Dispute turn {turn}") if disputes else self.tr("Agree with turn {turn}")
        super().__init__(
            parent,
            heading.format(turn=label),
            self.tr(
                "Another linguist than the author says what they think of this version, and signs it. Their "
                "last word counts."
            ),
        )
        self.setMinimumWidth(760)
        self._model, self._version, self._kind = model, version, kind
        author = found.interpreters[version.author_id]
        able = [
            each
            for each in found.interpreters.values()
            if each.user_id is not None
            and not each.struck
            and each.id != author.id
            and each.user_id != author.user_id
        ]
        self.reviser = ValueBox((f"{isolate(each.code)}  {isolate_words(each.name)}", each) for each in able)
        self.reviser.setPlaceholderText(self.tr("Please choose"))
        self.reviser.setCurrentIndex(-1)
        form = Form()
        form.tell(self.tr("Author"), author.name)
        if not disputes:
            form.tell(self.tr("Version"), version.text)
        form.add(self.tr("&Second linguist"), self.reviser)
        self.own = PlainTextEdit("", lines=3)
        self.own.setPlainText(version.text)
        right = language_is_right_to_left(found.job.target_language)
        self.own.write_from(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        self.reason = PlainTextEdit("", lines=2)
        self.body.addLayout(form)
        below = Form()
        if disputes:
            theirs, own = (self.tr("Version"), version.text), (self.tr("Their own &version"), self.own)
            self.body.addLayout(two_versions(theirs, own, found.job.target_language))
            below.add(self.tr("&Reason"), self.reason)
        self.key = KeyRows(below)
        self.body.addLayout(below)
        self.signer = SignedAs(self.key)
        self._outer.addWidget(self.signer)
        self.reviser.currentIndexChanged.connect(lambda _: self._ask_key())
        self.finish_with(self.tr("&Keep the dispute") if disputes else self.tr("&Agree"), icon="stamp")
        self._undrawn = UndrawnTold(self.notice)
        why_not = "" if able else self.tr("No other linguist of this case is a user of this vault.")
        self._may_take = lambda: not why_not
        self.let_take()
        if why_not:
            self.notice.tell(why_not, Tone.WARN)
        elif disputes:
            self.keep_typing(model.draft("language-dispute", version.id))

    def _ask_key(self) -> None:
        if (chosen := self.reviser.currentData()) is not None:
            self._model.ask_keys(self.signer, chosen)

    def take(self) -> None:
        if self.reviser.currentIndex() < 0:
            self.refuse_at(self.reviser, self.tr("Please choose who revises."))
            return
        wanted = self.key.wanting()
        if self._kind is VerdictKind.DISPUTES:
            own = (self.own, self.tr("A dispute needs a version of one's own."))
            wanted = (own, (self.reason, self.tr("A reason is needed. Please write why.")), *wanted)
        if self.lacks(*wanted):
            return
        said = {}
        if self._kind is VerdictKind.DISPUTES:
            if self.own.toPlainText().strip() == self._version.text.strip():
                told = self.tr("These are the words of the version: change them, or agree.")
                self.refuse_at(self.own, told)
                return
            said = {"own_text": self.own.toPlainText().strip(), "reason": self.reason.toPlainText().strip()}
            if self._undrawn.stops(**said):
                return
        self.begin_work()
        with self._model.answering(self):
            self._model.give_verdict(
                self._version, self._kind, self.key.take(self.reviser.currentData()), **said
            )
