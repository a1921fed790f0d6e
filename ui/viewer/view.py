"""The viewer in the window of the vault: what the reader says of a file, with its keys, and the side."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.looks import (
    Capture,
    Conversation,
    DrawnPages,
    HexBytes,
    Listing,
    Look,
    Mail,
    PlainText,
    Recorded,
    Sheets,
    Way,
    visible,
)
from thb_desktop.domain.page_text import PagePicture
from ui import shortcuts
from ui.jobs import VaultJobs
from ui.labels import words
from ui.media.model import RecordingModel
from ui.media.sources import OfExhibit
from ui.media.strip import RecordingStrip
from ui.text import isolate, isolate_words
from ui.tones import Tone
from ui.viewer.file_steps import FileSteps
from ui.viewer.find_bar import FindBar
from ui.viewer.finding import Finding
from ui.viewer.message_panes import ConversationPane, MailPane
from ui.viewer.model import ViewerModel
from ui.viewer.page_tools import PageTools
from ui.viewer.pages_pane import PagesPane
from ui.viewer.remarks import remarks
from ui.viewer.side import Side
from ui.viewer.table_panes import PartsPane, SheetPane
from ui.viewer.text_panes import TextPane
from ui.widgets.basic import Label, Notice, Part, button, on_key, row
from ui.widgets.choices import ValueBox
from ui.widgets.elided import ElidedLabel
from ui.widgets.split import beside


class ViewerView(QWidget):
    """closed: the exhibit is to be shown again. turned_to: this file is shown in place of the one before."""

    closed = Signal()
    turned_to = Signal(object)

    def __init__(self, jobs: VaultJobs) -> None:
        super().__init__()
        self.model = ViewerModel(jobs, self)
        self.finding = Finding(self.model)
        self.find_bar = FindBar(self.finding)
        self._drawn = 0
        """The page whose picture is shown; 0 for none."""
        self._make_panes(jobs)
        self._make_head()
        self.side = Side()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(8)
        column.addWidget(self.notice)
        column.addWidget(self.stack, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addLayout(
            row(
                *(self.back_button, self.files, self.name, None),
                *(self.find_button, self.way, self.coding, self.sheets),
            )
        )
        outer.addWidget(self.tools)
        outer.addWidget(self.find_bar)
        outer.addWidget(beside(content, self.side, (900, Side.WIDTH), grows=0), 1)
        self._connect()
        self._install_keys()
        jobs.closing.connect(self.close_file)

    @property
    def is_open(self) -> bool:
        return self.model.file is not None

    def open(self, exhibit: Exhibit, file: ExhibitFile, files: Sequence[ExhibitFile] = ()) -> None:
        """Show a file of an exhibit. files: all of the exhibit, which one goes through."""
        self._forget()
        self.side.show_file(file)
        self.model.open(exhibit, file, files)
        self.files.show_place(self.model.number, len(self.model.files))
        if not self.find_bar.isVisible():
            self.stack.setFocus()

    def find_words(self) -> None:
        """Go to the line in which words of the file are typed."""
        if self.find_bar.wanted.hasFocus():
            return
        self.find_bar.open_bar()

    def go_to_file(self, by: int) -> None:
        """Show the next file of the exhibit (1), or the one before (-1)."""
        exhibit, file = self.model.exhibit, self.model.beside(by)
        if exhibit is not None and file is not None:
            self.open(exhibit, file, self.model.files)
            self.turned_to.emit(file)

    def close_file(self) -> None:
        """End the reader; nothing of the file stays in the window."""
        self.player.show(None)
        self.find_bar.close_bar()
        self.model.close()
        self._forget()
        self.side.forget()
        self.name.clear()
        self.files.show_place(self.model.number, len(self.model.files))

    def _make_head(self) -> None:
        self.back_button = button(self.tr("&Back"), self._back, icon="chevron-left")
        self.files = FileSteps()
        self.name = ElidedLabel("", Part.HEADING)
        self.find_button = button(self.tr("F&ind\u2026"), self.find_words, icon="search", part="quiet")
        self.way = ValueBox([(words(way), way) for way in Way], name=self.tr("Show the file"))
        self.coding = ValueBox((), name=self.tr("Coding of the text"))
        self.sheets = ValueBox((), name=self.tr("Sheet"))
        for box in (self.coding, self.sheets):
            box.setSizeAdjustPolicy(ValueBox.SizeAdjustPolicy.AdjustToContents)
        self.tools = PageTools(self.pages)

    def _make_panes(self, jobs: VaultJobs) -> None:
        self.notice = Notice()
        shown = self.tr("Content of the file")
        self.waits = Label(self.tr("The file is being read\u2026"), Part.MUTED)
        self.waits.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text = TextPane(shown)
        self.pages = PagesPane(shown)
        self.sheet = SheetPane(shown)
        self.parts = PartsPane(shown)
        self.mail = MailPane(shown)
        self.conversation = ConversationPane(shown)
        self.player = RecordingModel(jobs, self)
        strip = RecordingStrip(self.player, sets_ranges=False)
        strip.told.connect(self.notice.tell)
        strip.install_keys(self, marks=False)
        self.recorded = QWidget()
        column = QVBoxLayout(self.recorded)
        column.addWidget(strip)
        column.addWidget(strip.picture, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        self.stack = QStackedWidget()
        for pane in (
            *(self.waits, self.text, self.pages, self.sheet, self.parts, self.mail),
            *(self.conversation, self.recorded),
        ):
            self.stack.addWidget(pane)

    def _connect(self) -> None:
        model = self.model
        model.asking.connect(self._wait)
        model.looked.connect(self._show)
        model.told.connect(self.side.show_told)
        model.drawn.connect(self._show_picture)
        model.failed.connect(self._fail)
        self.files.went.connect(self.go_to_file)
        self.finding.changed.connect(self._mark_found)
        self.find_bar.left.connect(self.stack.setFocus)
        for pane in (self.text, self.pages, self.mail.body):
            pane.turned.connect(self._turn_page)
        for listing in (self.parts, self.mail):
            listing.opened.connect(model.enter)
        self.tools.turned.connect(self._turn_page)
        self.tools.wants_words.connect(self._read_by_machine)
        self.tools.wants_table.connect(self.conversation.show_as_table)
        self.way.activated.connect(lambda _: model.show_as(Way(self.way.currentData())))
        self.coding.activated.connect(lambda _: model.read_as(self.coding.currentData()))
        self.sheets.activated.connect(lambda _: model.show_sheet(self.sheets.currentData()))

    def _install_keys(self) -> None:
        for key, act in (
            ("Esc", self._back),
            (shortcuts.NEXT_PLACE, lambda: self._go_to_place(1)),
            (shortcuts.FORMER_PLACE, lambda: self._go_to_place(-1)),
            (shortcuts.NEXT_FILE, lambda: self.go_to_file(1)),
            (shortcuts.FORMER_FILE, lambda: self.go_to_file(-1)),
            (shortcuts.PAGE_AFTER, lambda: self._turn_page(1)),
            (shortcuts.PAGE_BEFORE, lambda: self._turn_page(-1)),
            *((key, lambda: self.pages.zoom(1)) for key in shortcuts.LARGER),
            (shortcuts.SMALLER, lambda: self.pages.zoom(-1)),
            (shortcuts.USUAL_SIZE, self.pages.show_whole),
            (shortcuts.FIT, self.pages.fit),
            (shortcuts.TURN, self.pages.turn),
        ):
            on_key(self, key, act)

    def _back(self) -> None:
        """From what is found to the file, from a part to what it is in, and from the file to its exhibit."""
        if self.find_bar.isVisible():
            self.find_bar.close_bar()
        elif not self.model.leave():
            self.close_file()
            self.closed.emit()

    def _turn_page(self, by: int) -> None:
        if self.model.look is not None:
            self.model.go_to(self.model.look.page + by)

    def _wait(self) -> None:
        self._forget()
        self.way.setCurrentIndex(self.way.findData(self.model.asked.way))
        names = (self.model.file.name if self.model.file else "", *self.model.asked.names)
        self.name.setText("  \u203a  ".join(isolate_words(visible(each)) for each in names))

    def _show(self, look: Look) -> None:
        self.notice.clear()
        shows: dict[type, tuple[QWidget, Any]] = {
            DrawnPages: (self.pages, self._show_pages),
            PlainText: (self.text, self._show_text),
            HexBytes: (self.text, self.text.show_bytes),
            Sheets: (self.sheet, self._show_sheets),
            Listing: (self.parts, self.parts.show_listing),
            Capture: (self.parts, self.parts.show_listing),
            Mail: (self.mail, self.mail.show_mail),
            Conversation: (self.conversation, self._show_messages),
            Recorded: (self.recorded, self._show_recording),
        }
        pane, show = shows[type(look)]
        keys = self.stack.isAncestorOf(self.window().focusWidget() or self) or self._has_keys()
        self.stack.setCurrentWidget(pane)
        show(look)
        self.tools.show_place(look)
        file = self.model.file
        has_bytes = bool(self.model.asked.part) or (file is not None and file.size > 0)
        if told := remarks(look, has_bytes=has_bytes):
            self.notice.tell(told, Tone.INFO)
        if self.model.left:
            (self.mail.parts if pane is self.mail else self.parts).choose(self.model.left)
            self.model.left = ""
        if keys:
            pane.setFocus()
        if self.find_bar.isVisible():
            self.finding.follow()

    def _go_to_place(self, by: int) -> None:
        """To the next place that was found, or to the line in which words are typed."""
        if self.finding.wanted and self.find_bar.isVisible():
            self.find_bar.go(by)
        else:
            self.find_words()

    def _mark_found(self) -> None:
        """Mark the places on the page that is shown."""
        look, finding = self.model.look, self.finding
        if look is None:
            return
        places = finding.on_page()
        if isinstance(look, DrawnPages) and self._drawn != look.page:
            places = []  # the picture of the page before stands there until this one is drawn
        current = finding.current if finding.current in places else None
        pane = self.stack.currentWidget()
        if isinstance(pane, TextPane | PagesPane | SheetPane | PartsPane | MailPane | ConversationPane):
            pane.mark_found(places, current, finding.wanted)

    def _has_keys(self) -> bool:
        """Whether no field of the viewer itself has the focus, which it would lose."""
        focused = self.window().focusWidget()
        return focused is None or not self.isAncestorOf(focused) or not focused.isEnabled()

    def _show_pages(self, look: DrawnPages) -> None:
        self.model.draw(look.page)
        self.tools.offer_for_pictures()

    def _show_picture(self, page: int, picture: PagePicture) -> None:
        if self.model.look is not None and page == self.model.look.page:
            self.pages.show_picture(picture)
            self._drawn = page
            self._mark_found()

    def _read_by_machine(self) -> None:
        from ui.viewer.machine_dialog import MachineReadingDialog
        from ui.viewer.machine_model import MachineReadingModel

        file, look = self.model.file, self.model.look
        if file is not None and isinstance(look, DrawnPages):
            model = MachineReadingModel(self.model.jobs, file, self.model.asked.part, self)
            MachineReadingDialog(self, model, page=look.page, pages=look.pages or 1).open()

    def _show_text(self, look: PlainText) -> None:
        self.text.show_text(look)
        self.coding.clear()
        for coding in dict.fromkeys((look.coding, *look.codings)):
            self.coding.addItem(isolate(coding), coding)
        self.coding.setVisible(bool(look.coding) and bool(look.codings))
        coding = isolate(look.coding)
        if look.is_derived:
            self.tools.told.setText(self.tr("The words of the file, without its form"))
        elif look.is_guess:
            told = self.tr("{coding}: a guess, the file does not say")
            self.tools.told.setText(told.format(coding=coding))
        elif look.coding:
            self.tools.told.setText(self.tr("Coding: {coding}").format(coding=coding))

    def _show_sheets(self, look: Sheets) -> None:
        self.sheet.show_sheet(look)
        self.sheets.clear()
        for number, name in enumerate(look.names):
            self.sheets.addItem(isolate_words(visible(name)), number)
        self.sheets.setCurrentIndex(look.sheet)
        self.sheets.setVisible(len(look.names) > 1)

    def _show_messages(self, look: Conversation) -> None:
        self.conversation.show_conversation(look)
        self.conversation.show_as_table(look.is_transcript or self.tools.table_button.isChecked())
        self.tools.table_button.setVisible(not look.is_transcript)
        self.tools.told.setText(
            "  \u00b7  ".join(isolate_words(visible(each)) for each in (look.source, look.title) if each)
        )

    def _show_recording(self, _: Recorded) -> None:
        exhibit, file = self.model.exhibit, self.model.file
        if exhibit is not None and file is not None and not self.model.asked.part:
            self.player.show(OfExhibit(exhibit, file))
        else:
            self.tools.told.setText(self.tr("A recording within a file is not played."))

    def _fail(self, sentence: str) -> None:
        """Say why nothing is shown; another way of looking can still be chosen."""
        self._forget()
        self.waits.setText("")
        self.notice.tell(sentence, Tone.BAD)
        if self.find_bar.isVisible():
            self.finding.search(self.finding.wanted)

    def _forget(self) -> None:
        """Nothing of what was shown stays in a widget."""
        self.notice.clear()
        self.waits.setText(self.tr("The file is being read\u2026"))
        self.stack.setCurrentWidget(self.waits)
        self.player.show(None)
        self._drawn = 0
        for pane in (self.text, self.pages, self.sheet, self.parts, self.mail, self.conversation):
            pane.forget()
        self.tools.forget()
        self.coding.hide()
        self.sheets.hide()
