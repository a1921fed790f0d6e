"""The dialogs of a certification: a linguist signs their renderings, and a certification is read later."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull
from thb_desktop.domain.people import Interpreter
from thb_desktop.domain.segment import Certification, Rendering, digest_of
from thb_desktop.services.testimony.certifications import is_certifiable
from ui.clock import when_here
from ui.labels import language_name
from ui.rows import Column, RowsModel
from ui.text import digest_groups, isolate, isolate_words, listed, translate
from ui.tones import Tone
from ui.transcript.model import TranscriptModel
from ui.widgets.basic import Label, Part, button, row
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.secret import PassphraseField
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
        self.setFixedHeight(min(260, 60 + 84 * len(shown)))


class CertifyDialog(Dialog):
    """Shows exactly the words to certify, and takes the statement and the linguist's passphrase."""

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
                "The linguist reads the words below and signs with their own passphrase. If the original or "
                "the rendering changes later, this certification no longer covers it."
            ),
        )
        self._model, self._linguist = model, linguist
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
        self.statement = PlainTextEdit(self.tr("Statement"), lines=3)
        self.passphrase = PassphraseField(self.tr("Passphrase of the linguist"))
        self.wording = button(self.tr("&Usual wording"), self._write_usual, part="quiet")
        form = Form()
        form.tell(self.tr("Linguist"), linguist.name)
        form.add(self.tr("&Certified are"), self.scope)
        form.setRowVisible(self.scope, len(everything) > 1)
        self.body.addLayout(form)
        self.body.addWidget(self.table)
        below = Form()
        below.add(self.tr("S&tatement"), self.statement)
        below.addRow("", _line(self.wording))
        below.add(self.tr("Their &passphrase"), self.passphrase)
        self.body.addLayout(below)
        self.finish_with(self.tr("Si&gn"), icon="stamp")
        self.scope.currentIndexChanged.connect(self._show_words)
        self._show_words()
        model.certification_refused.connect(self._refuse)
        self.statement.setFocus()

    def take(self) -> None:
        if self.lacks(
            (self.statement, self.tr("Please write what the linguist certifies.")),
            (self.passphrase, self.tr("The linguist's passphrase is needed.")),
        ):
            return
        self.begin_work(self.tr("The certification is signed."))
        with self._model.answering(self):
            self._model.certify(
                [each.rendering for each in self.scope.currentData()],
                self._linguist,
                self.statement.toPlainText().strip(),
                self.passphrase.take(),
            )

    def _refuse(self, passphrase: bool, sentence: str) -> None:
        if passphrase:
            self.refuse_at(self.passphrase, sentence)
        else:
            self.refuse(sentence)

    def _show_words(self) -> None:
        self.table.show_words(self.scope.currentData())

    def _write_usual(self) -> None:
        """Fill in the usual wording only on request: it is a statement of the linguist.

        A key presses the button a moment later, so the cursor stays where it is: it may be in the passphrase.
        """
        self.statement.setPlainText(
            self.tr("I rendered these words myself. The rendering is complete and faithful to the original.")
        )


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
