"""The dialogs of a certification: a linguist signs their renderings, and a certification is read later."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.certificates import FILLED_BY_HAND
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull
from thb_desktop.domain.people import Interpreter
from thb_desktop.domain.segment import Certification, Rendering, digest_of
from thb_desktop.services.language.interpreting import Wording
from thb_desktop.services.testimony.certifications import is_certifiable
from ui.clock import when_here
from ui.interviews.certifying import Offered, WordingModel
from ui.labels import language_name
from ui.language_work.key_rows import KeyRows, SignedAs
from ui.rows import Column, RowsModel
from ui.text import digest_groups, isolate, isolate_words, listed, translate
from ui.tones import Tone
from ui.transcript.model import TranscriptModel
from ui.transcript.saving import Certifies, Drafted
from ui.widgets.basic import Label, Part, button, row
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.table import RecordTable
from ui.widgets.text_edit import PlainTextEdit


@dataclass(frozen=True, slots=True, kw_only=True)
class Certifiable:
    """A rendering with its segment."""

    turn: SegmentInFull
    rendering: Rendering


def linguist_of(record: InterviewInFull, rendering: Rendering) -> Interpreter | None:
    """Return the linguist who may certify it: its author, if they are a user of this vault; None
    otherwise.
    """
    author = record.interpreter(rendering.author_id)
    able = author is not None and author.user_id is not None and is_certifiable(rendering)
    return author if able else None


def certifiable_by(record: InterviewInFull, linguist: Interpreter) -> list[Certifiable]:
    """Return all renderings of this linguist in the record that they may certify now."""
    return [
        Certifiable(turn=turn, rendering=rendering)
        for turn in record.segments
        if not turn.segment.struck
        for rendering in turn.renderings
        if linguist_of(record, rendering) is linguist
    ]


class WordsTable(RecordTable):
    """Segments with their original and rendering, each with the version that is signed."""

    def __init__(self, parent: QWidget) -> None:
        self.words: RowsModel[Certifiable] = RowsModel(
            (
                Column(
                    title=translate("certify", "Turn"),
                    read=lambda each: each.turn.label,
                    width=70,
                    exact=True,
                ),
                Column(title=translate("certify", "Original"), read=_original),
                Column(title=translate("certify", "Rendering"), read=_rendering),
            )
        )
        super().__init__(self.words, translate("certify", "What is certified"), parent, wrap=True)
        self.words.setParent(self)

    def show_words(self, shown: Sequence[Certifiable]) -> None:
        self.words.show_rows(shown)
        self.setFixedHeight(min(220, 52 + 60 * len(shown)))


class CertifyDialog(Dialog):
    """Shows exactly the words to certify and the whole text that is signed, and opens the linguist's key."""

    def __init__(
        self,
        parent: QWidget,
        model: TranscriptModel,
        record: InterviewInFull,
        rendering: Rendering,
        linguist: Interpreter,
    ) -> None:
        super().__init__(
            parent,
            self.tr("Certify renderings"),
            self.tr(
                "The linguist reads the words below and the text of the certificate, and signs with their "
                "own key. If the original or the rendering changes later, this certification no longer "
                "covers it."
            ),
        )
        self._model, self._linguist = model, linguist
        self._wordings = WordingModel(model.jobs, record.interview.id, linguist, self)
        everything = certifiable_by(record, linguist)
        chosen = [each for each in everything if each.rendering.id == rendering.id]
        self.setMinimumWidth(820)
        self.scope = ValueBox(
            (
                (self.tr("This turn alone"), chosen),
                (
                    self.tr("All turns rendered by this linguist ({count})").format(count=len(everything)),
                    everything,
                ),
            )
        )
        self.table = WordsTable(self)
        self.wording = ValueBox(())
        self.wording.setPlaceholderText(self.tr("Please choose"))
        self.write_button = button(self.tr("&Fill in the wording"), self._write, icon="file-check")
        self.statement = PlainTextEdit(self.tr("Text of the certificate"), lines=10)
        self._filled = ""
        """What the program wrote there last."""
        self._asked: tuple[Wording, tuple[RowId, ...]] | None = None
        self._drafted: Drafted | None = None
        form = Form()
        form.tell(self.tr("Linguist"), linguist.name)
        form.add(self.tr("&Certified are"), self.scope)
        form.setRowVisible(self.scope, len(everything) > 1)
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
        self.scope.currentIndexChanged.connect(self._show_words)
        self._show_words()
        self._wordings.offered.connect(self._offer)
        self._wordings.drafted.connect(self._show_draft)
        self._wordings.refused.connect(self.refuse)
        model.certification_refused.connect(self._refuse)
        self.statement.setFocus()
        self._wordings.offer()

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
        if self._drafted is not None and self._drafted.covered != self._ids():
            told = self.tr("The text was filled in for other turns. Empty it, and fill in the wording again.")
            self.refuse_at(self.statement, told)
            return
        if self.lacks(*self.key.wanting()):
            return
        self.begin_work(self.tr("The certification is signed."))
        certifies = Certifies(
            renderings=tuple(each.rendering for each in self._covered()),
            statement=text.strip(),
            drafted=self._drafted,
        )
        with self._model.answering(self):
            self._model.certify(certifies, self.key.take(self._linguist))

    def _ids(self) -> tuple[RowId, ...]:
        return tuple(each.rendering.id for each in self._covered())

    def _covered(self) -> list[Certifiable]:
        return list(self.scope.currentData())

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
            self.wording.addItem(_name_of(each), each)
        self.wording.setCurrentIndex(0 if len(offered.wordings) == 1 else -1)
        self.signer.tell(offered.keys)

    def _write(self) -> None:
        """Fill in the wording only on request, and never over what somebody wrote."""
        wording = self.wording.currentData()
        if not isinstance(wording, Wording):
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
            self._drafted = Drafted(wording=wording, covered=covered, text=text)
        self.statement.setPlainText(text)
        self._filled = self.statement.toPlainText()
        told = self.tr(
            "Every word of the text is signed. What nobody entered stands as {gap}: the linguist writes it."
        )
        self.notice.tell(told.format(gap=isolate(FILLED_BY_HAND)), Tone.INFO)

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


class CertificationDialog(Dialog):
    """Shows a certification: its author, time and words, and whether its signature is valid."""

    def __init__(
        self, parent: QWidget, model: TranscriptModel, record: InterviewInFull, found: Certification
    ) -> None:
        super().__init__(parent, self.tr("Certification"))
        self.setMinimumWidth(820)
        linguist = record.interpreter(found.interpreter_id)
        form = Form()
        form.tell(self.tr("Certified by"), linguist.name if linguist else "")
        form.tell(self.tr("Date and time"), when_here(found.at), exact=True)
        form.tell(self.tr("Statement"), found.statement)
        self.body.addLayout(form)
        self.table = WordsTable(self)
        self.table.show_words(
            [
                Certifiable(turn=turn, rendering=rendering)
                for turn in record.segments
                for rendering in turn.renderings
                if found.covers(rendering)
            ]
        )
        self.body.addWidget(self.table)
        self.proof = Label(self.tr("Checking the signature…"), Part.MUTED, wrap=True)
        self.body.addWidget(self.proof)
        self.back_button = button(self.tr("&Close"), self.reject, part="primary")
        self.body.addLayout(row(None, self.back_button))
        model.proven.connect(self._show_proof)
        model.prove(found)
        self.back_button.setFocus()

    def _show_proof(self, wrong: str) -> None:
        self.proof.setVisible(not wrong)
        self.proof.setText(self.tr("The signature is valid: it is the linguist's own."))
        if wrong:
            self.notice.tell(wrong, Tone.BAD)


def _original(each: Certifiable) -> str:
    segment = each.turn.segment
    return _version(segment.source_text, segment.language, each.rendering.source_digest)


def _rendering(each: Certifiable) -> str:
    made = each.rendering
    return _version(made.text, made.language, digest_of(made.text))


def _version(text: str | None, language: str, digest: str) -> str:
    """Return a text with its language and the beginning of its SHA-256."""
    if text is None:
        return language_name(language)
    told = listed((language_name(language), isolate(digest_groups(digest[:16]))))
    return f"{isolate_words(text)}\n{told}"


def _line(part: QWidget) -> QWidget:
    held = QWidget()
    held.setLayout(row(part, None))
    return held
