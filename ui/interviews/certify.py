"""The form in which a linguist certifies what they rendered, at the desk of the office."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from thb_desktop.domain.certificates import FILLED_BY_HAND
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.people import Interpreter
from thb_desktop.domain.segment import Certification, Rendering
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.domain.vocabulary import InterviewState
from thb_desktop.services.language.interpreting import Wording
from thb_desktop.services.testimony.certifications import is_certifiable
from ui.interviews.certified import Certifiable, WordsTable
from ui.interviews.certifying import Offered, WordingModel
from ui.labels import language_name
from ui.language_work.key_rows import KeyRows, SignedAs
from ui.text import isolate, isolate_words, translate
from ui.tones import Tone
from ui.transcript.model import TranscriptModel
from ui.transcript.saving import Certifies, Drafted
from ui.widgets.basic import button, row
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.scrolled import AROUND
from ui.widgets.text_edit import PlainTextEdit

FORM = "certify-renderings"
_ONE, _ALL = "one", "all"


def linguist_of(record: InterviewInFull, rendering: Rendering) -> Interpreter | None:
    """Return its author, if it can be certified; None otherwise. Who is no user of this vault cannot sign."""
    return record.interpreter(rendering.author_id) if is_certifiable(rendering) else None


def certifiable_by(
    record: InterviewInFull, linguist: Interpreter, replaced: Certification | None = None
) -> list[Certifiable]:
    """Return all renderings of this linguist in the record that they may certify now, and those that the
    certificate which they replace covers.
    """
    return [
        Certifiable(turn=turn, rendering=rendering)
        for turn in record.segments
        if not turn.segment.struck
        for rendering in turn.renderings
        if rendering.author_id == linguist.id
        and (is_certifiable(rendering) or (replaced is not None and replaced.covers(rendering)))
    ]


class CertifyDialog(Dialog):
    """Shows exactly the words to certify and the whole text that is signed, and opens the linguist's key."""

    def __init__(
        self,
        parent: QWidget,
        model: TranscriptModel,
        record: InterviewInFull,
        rendering: Rendering,
        linguist: Interpreter,
        *,
        replaced: Certification | None = None,
    ) -> None:
        told = self.tr(
            "The linguist reads the words below and the text of the certificate, and signs with their "
            "own key. If the original or the rendering changes later, this certification no longer "
            "covers it."
        )
        if record.interview.state is InterviewState.DRAFT:
            told += " " + self.tr(
                "The record was not read back yet: nothing can be certified of its reading back before that."
            )
        super().__init__(parent, self.tr("Certify renderings"), told)
        self._model, self._linguist = model, linguist
        self._wordings = WordingModel(model.jobs, record.interview.id, linguist, self)
        self._offered: dict[str, Wording] = {}
        everything = certifiable_by(record, linguist, replaced)
        chosen = [each for each in everything if each.rendering.id == rendering.id]
        self._scopes = {_ONE: chosen, _ALL: everything}
        self.setMinimumWidth(820)
        in_all = self.tr("All turns rendered by this linguist ({count})").format(count=len(everything))
        self.scope = ValueBox(((self.tr("This turn alone"), _ONE), (in_all, _ALL)))
        self.table = WordsTable(self)
        self.wording = ValueBox(())
        self.wording.setPlaceholderText(self.tr("Please choose"))
        self.write_button = button(self.tr("&Fill in the wording"), self._write, icon="file-check")
        self.statement = PlainTextEdit(self.tr("Text of the certificate"), lines=10)
        self._filled = ""
        """What the program wrote there last."""
        self._asked: tuple[Wording, tuple[RowId, ...]] | None = None
        self._drafted: Drafted | None = None
        self.made_of = QLineEdit(self)
        """The digest of what the program wrote there: kept with what is typed, and never shown."""
        self.made_of.hide()
        form = Form()
        form.tell(self.tr("Linguist"), linguist.name)
        form.add(self.tr("&Certified are"), self.scope)
        form.setRowVisible(self.scope, len(everything) > 1)
        if replaced is not None and len(replaced.renderings) > 1:
            self.scope.setCurrentIndex(1)
        self.body.addLayout(form)
        self.body.addWidget(self.table)
        below = Form()
        below.add(self.tr("&Wording"), self.wording)
        below.addRow("", _line(self.write_button))
        below.add(self.tr("T&ext of the certificate"), self.statement)
        self.key = KeyRows(below)
        self.passphrase = self.key.passphrase
        self.body.addLayout(below)
        self.signer = SignedAs(self.key)
        self._outer.addWidget(self.signer)
        self.finish_with(self.tr("Si&gn"), icon="stamp")
        self._show_words()
        self._listen()
        self.statement.setFocus()
        self._wordings.offer()

    def _listen(self) -> None:
        self.scope.currentIndexChanged.connect(self._show_words)
        self.statement.textChanged.connect(self._forget_wording)
        self._wordings.offered.connect(self._offer)
        self._wordings.drafted.connect(self._show_draft)
        self._wordings.refused.connect(self.refuse)
        self._model.certification_refused.connect(self._refuse)

    def take(self) -> None:
        if self.lacks(
            (self.statement, self.tr("Please write what the linguist certifies.")),
        ):
            return
        text = self.statement.toPlainText()
        if FILLED_BY_HAND in text:
            told = self.tr("Please complete this: nothing may stand as {gap}.")
            self.refuse_at(self.statement, told.format(gap=isolate(FILLED_BY_HAND)))
            self._choose_gap()
            return
        if self.made_of.text() and self._drafted is not None and self._drafted.covered != self._ids():
            told = self.tr("The text was filled in for other turns. Empty it, and fill in the wording again.")
            self.refuse_at(self.statement, told)
            return
        if self.lacks(*self.key.wanting()):
            return
        self.begin_work(self.tr("It is being signed\u2026"))
        certifies = Certifies(
            renderings=tuple(each.rendering for each in self._covered()),
            statement=text.strip(),
            drafted=self._drafted if self.made_of.text() else None,
        )
        with self._model.answering(self):
            self._model.certify(certifies, self.key.take(self._linguist))

    def _ids(self) -> tuple[RowId, ...]:
        return tuple(each.rendering.id for each in self._covered())

    def _covered(self) -> list[Certifiable]:
        return self._scopes[self.scope.currentData()]

    def _refuse(self, passphrase: bool, sentence: str) -> None:
        if passphrase:
            self.refuse_at(self.passphrase, sentence)
        else:
            self.refuse(sentence)

    def _show_words(self) -> None:
        """Show the words; a wording that nobody changed is filled in for them."""
        self.table.show_words(self._covered())
        unchanged = bool(self._filled) and self.statement.toPlainText() == self._filled
        if self._drafted is not None and unchanged:
            self._asked = self._drafted.wording, self._ids()
            self._wordings.draft_statement(*self._asked)

    def _offer(self, offered: Offered) -> None:
        """None is chosen where there are several: the wording is a statement of the linguist."""
        for each in offered.wordings:
            key = f"{each.name} {each.language} {each.version}"
            self._offered[key] = each
            self.wording.addItem(_name_of(each), key)
        self.wording.setCurrentIndex(0 if len(offered.wordings) == 1 else -1)
        self.signer.tell(offered.keys)
        self.keep_typing(self._wordings.draft_of(FORM))
        if self.keeper is not None:
            self.keeper.restored.connect(self._take_up)

    def _take_up(self) -> None:
        """What is shown again was made of this wording for these turns: on another day, or for other work,
        it is refused.
        """
        wording = self._offered.get(self.wording.currentData())
        if wording is not None and self.made_of.text():
            self._drafted = Drafted(wording=wording, covered=self._ids(), digest=self.made_of.text())
        self._bring_text()

    def _bring_text(self) -> None:
        """Show the whole text that is signed, and where it is signed, once the notice has its room."""
        QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(self.passphrase, 0, AROUND))

    def _forget_wording(self) -> None:
        """Who empties the text writes their own words."""
        if not self.statement.toPlainText().strip():
            self.made_of.clear()

    def _write(self) -> None:
        """Fill in the wording only on request, and never over what somebody wrote."""
        wording = self._offered.get(self.wording.currentData())
        if wording is None:
            self.refuse_at(self.wording, self.tr("Please choose a wording."))
        elif self.statement.toPlainText().strip() not in ("", self._filled.strip()):
            told = self.tr("Something is written there. Empty the text first: nothing is written over it.")
            self.refuse_at(self.statement, told)
        else:
            self._asked = wording, self._ids()
            self._wordings.draft_statement(*self._asked)

    def _show_draft(self, text: str) -> None:
        """A key presses the button a moment later, so the cursor stays where it is: it may be in the
        passphrase.
        """
        self.notice.clear()
        if self._asked is not None:
            wording, covered = self._asked
            self._drafted = Drafted(wording=wording, covered=covered, digest=digest_of(text))
        self.statement.setPlainText(text)
        self.made_of.setText(self._drafted.digest if self._drafted is not None else "")
        self._filled = self.statement.toPlainText()
        told = self.tr(
            "Every word of the text is signed. What nobody entered stands as {gap}: the linguist writes it."
        )
        self.notice.tell(told.format(gap=isolate(FILLED_BY_HAND)), Tone.INFO)
        self._bring_text()

    def _choose_gap(self) -> None:
        """Choose the first gap, so that what is typed takes its place."""
        cursor = self.statement.document().find(FILLED_BY_HAND)
        if not cursor.isNull():
            self.statement.setTextCursor(cursor)
            self.statement.ensureCursorVisible()


def _name_of(wording: Wording) -> str:
    """The name of a wording, its language and version, and what it is not."""
    told = translate("certify", "Neutral draft of the program, {language}").format(
        language=language_name(wording.language)
    )
    if wording.name:
        told = translate("certify", "{name}, {language}, version {number}").format(
            name=isolate_words(wording.name),
            language=language_name(wording.language),
            number=isolate(str(wording.version)),
        )
    if wording.is_official:
        return told
    return translate("certify", "{wording} (no official formula)").format(wording=told)


def _line(part: QWidget) -> QWidget:
    held = QWidget()
    held.setLayout(row(part, None))
    return held
