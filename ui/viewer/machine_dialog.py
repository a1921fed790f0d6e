"""The dialog in which a machine reads the words of a picture or of scanned pages."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.machine_reading import LANGUAGES, MachineLine, MachineText
from ui.labels import language_name
from ui.text import isolate, listed
from ui.tones import Tone
from ui.viewer.machine_model import MachineReadingModel
from ui.viewer.text_panes import TextPane
from ui.widgets.basic import Label, Part, announce, button, row
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.tick_list import Entry, labelled_ticks

if TYPE_CHECKING:
    from thb_desktop.services.evidence.machine_reading import MachineReader

_LISTED, _READ = 110, 220
"""Pixels of height: of the languages, and of what was read."""


class MachineReadingDialog(Dialog):
    """Nothing is read before somebody says in which languages: another one is read as nonsense."""

    def __init__(self, parent: QWidget, model: MachineReadingModel, *, page: int, pages: int) -> None:
        told = self.tr(
            "What a machine reads can be wrong. It is shown here, and the search finds it as read by a "
            "machine. It is no testimony and goes into no bundle."
        )
        if not model.is_kept:
            told = self.tr(
                "What a machine reads can be wrong. Of a part of another file it is shown here and not kept. "
                "It is no testimony and goes into no bundle."
            )
        super().__init__(parent, self.tr("Read the words by machine"), told)
        self.setMinimumWidth(820)
        self.model = model
        model.setParent(self)
        self._reader: MachineReader | None = None
        self._page, self._count = page, pages
        self._lines: list[str] = []
        self.languages = labelled_ticks(self.body, self.tr("&Languages of the picture"), _LISTED)
        form = Form()
        choices: list[tuple[str, object]] = [(self.tr("This page"), (page,))]
        if pages > 1:
            choices.append((self.tr("All pages"), tuple(range(1, pages + 1))))
        self.pages = form.add(self.tr("&What is read"), ValueBox(choices))
        self.body.addLayout(form)
        self.text = TextPane(self.tr("Read by the machine"))
        self.text.setMinimumHeight(_READ)
        self.body.addWidget(self.text)
        self.state = Label("", Part.MUTED, wrap=True)
        self.body.addWidget(self.state)
        self.stop_button = button(self.tr("&Stop"), model.stop, icon="pause")
        self.finish_with(self.tr("&Read"), icon="file-search", back=self.tr("Close"))
        self._outer.insertLayout(self._outer.count() - 1, row(None, self.stop_button))
        self._let_read(reads=False, ready=False)
        self.finished.connect(lambda _: model.stop())
        model.found.connect(self._show_reader)
        model.read_one.connect(self._add)
        model.ended.connect(self._end)
        model.refused.connect(self._refuse)
        self.state.setText(self.tr("What reads pictures on this machine is looked for."))
        model.find()

    def take(self) -> None:
        chosen = self.languages.chosen()
        if self._reader is None:
            return
        if not chosen:
            self.refuse_at(self.languages, self.tr("Please choose the languages of the picture."))
            return
        self._lines = []
        self.text.forget()
        self._let_read(reads=True)
        self._tell_page(self.pages.currentData()[0])
        self.model.read_pages(self._reader, chosen, self.pages.currentData())

    def _show_reader(self, reader: "MachineReader | None") -> None:
        self._reader = reader
        if reader is None or not reader.languages:
            self.state.setText(
                self.tr("Tesseract, the program that reads pictures, is not installed on this machine.")
            )
            return
        named = [Entry(shown=_named(each), value=each) for each in reader.languages]
        self.languages.ticks.fill(sorted(named, key=lambda each: each.shown))
        self.state.setText(self.tr("Read by {program}.").format(program=isolate(reader.version)))
        self._let_read(reads=False)
        self.languages.setFocus()

    def _add(self, told: MachineText) -> None:
        if self.pages.currentIndex():
            page = self.tr("Page {number}").format(number=told.page)
            self._lines.append(page)
        self._lines += map(self._said, told.lines)
        if not told.lines:
            self._lines.append(self.tr("(no words were found)"))
        self.text.show_lines(tuple(self._lines), exact=False)
        self._tell_page(told.page + 1)

    def _said(self, line: MachineLine) -> str:
        return self.tr("{line}  (doubtful)").format(line=line.text) if line.is_doubtful else line.text

    def _tell_page(self, page: int) -> None:
        told = self.tr("Page {number} is read.")
        self.state.setText(told.format(number=isolate(str(min(page, self._count)))))

    def _end(self, done: int) -> None:
        self._let_read(reads=False)
        languages = listed(_named(each) for each in self.languages.chosen())
        told = self.tr("%n page(s) read by {program} in: {languages}.", "", done)
        program = isolate(self._reader.version) if self._reader else ""
        self.state.setText(told.format(program=program, languages=languages))
        announce(self.state)

    def _refuse(self, sentence: str) -> None:
        self._let_read(reads=False)
        self.state.setText("")
        self.notice.tell(sentence, Tone.BAD)

    def _let_read(self, *, reads: bool, ready: bool = True) -> None:
        """reads: whether pages are being read now. ready: whether there is what reads them."""
        self.main_button.setEnabled(ready and not reads)
        self.stop_button.setVisible(reads)
        for field in (self.languages, self.pages):
            field.setEnabled(ready and not reads)


def _named(code: str) -> str:
    tag = LANGUAGES.get(code, "")
    return language_name(tag) if tag else isolate(code)
