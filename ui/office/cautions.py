"""The texts of cautions that this office says, in the languages on file."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.caution_text import CautionText, in_use
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import CautionCode
from ui.clock import when_here
from ui.jobs import VaultJobs
from ui.labels import language_name, words
from ui.labels.cautions import neutral_text
from ui.office.cautions_model import CautionsModel
from ui.office.longest_time import LongestTimeDialog
from ui.rows import Column, RowsModel
from ui.text import isolate, isolate_words
from ui.widgets.basic import Label, Notice, Part, button, row
from ui.widgets.choices import CodeBox, LanguageBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.table import RecordTable
from ui.widgets.text_edit import PlainTextEdit


class CautionsPart(QWidget):
    """The versions of all texts, and the button that enters the next one."""

    def __init__(self, jobs: VaultJobs, notice: Notice) -> None:
        """notice: where the page shows its messages."""
        super().__init__()
        self.model = CautionsModel(jobs, self)
        self._texts: tuple[CautionText, ...] = ()
        told = self.tr(
            "At the record, /v puts these texts in, and keeps what was said with its time. Without a text of "
            "the office, a neutral one of this program is offered, which is no official formula."
        )
        columns = (
            Column[CautionText](title=self.tr("Caution"), read=lambda each: words(each.code), width=230),
            Column[CautionText](
                title=self.tr("Language"), read=lambda each: language_name(each.language), width=120
            ),
            Column[CautionText](
                title=self.tr("Version"), read=lambda each: str(each.version), width=80, exact=True
            ),
            Column[CautionText](
                title=self.tr("Since"), read=lambda each: when_here(each.at), width=190, exact=True
            ),
            Column[CautionText](title=self.tr("Text"), read=lambda each: isolate_words(each.text)),
        )
        self.rows: RowsModel[CautionText] = RowsModel(columns, self)
        self.table = RecordTable(self.rows, self.tr("Texts of cautions"), wrap=True)
        self.table.say_when_empty(self.tr("The office has no text of its own yet."))
        self.new_button = button(self.tr("Enter a te&xt\u2026"), self._enter, icon="pen-line")
        self.longest_button = button(
            self.tr("Longest time without a break\u2026"), self.model.ask_longest, icon="clock", part="quiet"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(told, Part.MUTED, wrap=True))
        column.addWidget(self.table, 1)
        column.addLayout(row(self.new_button, None, self.longest_button))
        self.model.listed.connect(self._show)
        self.model.longest.connect(lambda present: LongestTimeDialog(self, self.model, present).open())
        self.model.writing.connect(notice.clear)
        self.model.refused.connect(notice.refuse)

    def reload(self) -> None:
        self.model.reload()

    def show_rights(self, rights: frozenset[Right]) -> None:
        for each in (self.new_button, self.longest_button):
            each.setVisible(Right.SIGN_RECORDS in rights)

    def _show(self, texts: tuple[CautionText, ...]) -> None:
        self._texts = texts
        self.rows.show_rows(texts)

    def _enter(self) -> None:
        chosen = self.table.current_record()
        begun = chosen if isinstance(chosen, CautionText) else None
        CautionTextDialog(self, self.model, in_use(self._texts), begun).open()


class CautionTextDialog(Dialog):
    """Enters the next version of a text. The present one stands in the field, or a neutral one.

    texts: those in use, by caution and language. chosen: the one to begin with.
    """

    def __init__(
        self,
        parent: QWidget,
        model: CautionsModel,
        texts: Mapping[tuple[CautionCode, str], str],
        chosen: CautionText | None,
    ) -> None:
        super().__init__(
            parent,
            self.tr("Text of a caution"),
            self.tr("The next record says it so. Records that are there keep the words that were said."),
        )
        self._model, self._texts = model, texts
        self.setMinimumWidth(640)
        form = Form()
        self.code = form.add(
            self.tr("&Caution"), CodeBox(CautionCode, chosen.code if chosen else None, open_question=True)
        )
        self.language = form.add(self.tr("&Language"), LanguageBox(chosen.language if chosen else ""))
        if chosen is None:
            self.language.setPlaceholderText(self.tr("Please choose"))
            self.language.setCurrentIndex(-1)
        self.text = form.add(self.tr("&Text"), PlainTextEdit("", lines=5))
        self.body.addLayout(form)
        self._filled = ""
        for box in (self.code, self.language):
            box.currentIndexChanged.connect(lambda _: self._fill())
        self._fill()
        self.finish_with(self.tr("&Save"))
        self.keep_typing(model.draft("caution-text"))

    def take(self) -> None:
        lack = self.tr("Please choose.")
        for box in (self.code, self.language):
            if box.currentIndex() < 0:
                self.refuse_at(box, lack)
                return
        self.begin_work()
        with self._model.answering(self):
            self._model.set_text(self.code.code(), self.language.tag(), self.text.toPlainText())

    def _fill(self) -> None:
        """Show the present text of the chosen caution; words that somebody typed stay."""
        if not self.code.is_answered or self.text.toPlainText() != self._filled:
            return
        code, tag = self.code.code(), self.language.tag()
        self._filled = self._texts.get((code, tag)) or neutral_text(code, tag)
        self.text.setPlainText(self._filled)
        self.text.setAccessibleDescription(isolate(tag))
