"""The dialog in which places in the files of a version are masked, and their copies made."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.anchors import WHOLE, AnchorKind
from thb_desktop.domain.disclosure import METADATA, Disclosure, Redaction
from thb_desktop.domain.page_text import PagePicture
from thb_desktop.domain.vocabulary import RedactionReason
from ui.export.copy_dialog import CopyDialog
from ui.export.places import Ordered, PlacesModel
from ui.export.places_sheet import PlacesPane, Rectangle
from ui.labels import words
from ui.rows import Column, RowsModel
from ui.text import isolate, isolate_words
from ui.tones import Tone
from ui.widgets.basic import Label, Part, announce, button, row
from ui.widgets.choices import CodeBox, ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.questions import ask_reason
from ui.widgets.table import RecordTable
from ui.widgets.wheel import NumberBox

if TYPE_CHECKING:
    from thb_desktop.services.bundling.copy_making import LaidCopy
    from thb_desktop.services.bundling.masked_copies import FileInVersion

_PAGE_WIDTH, _PAGE_HEIGHT, _TABLE_HEIGHT = 500, 430, 130


class PlacesDialog(Dialog):
    """Each mask is an act of its own. A copy is shown as it would leave before it is kept."""

    def __init__(self, parent: QWidget, model: PlacesModel, version: Disclosure) -> None:
        super().__init__(
            parent,
            self.tr("Mask files of version {number}").format(number=isolate(version.number)),
            self.tr(
                "Draw a rectangle with the mouse, or press New rectangle: the arrow keys move it, Shift and "
                "an arrow key change its size, Ctrl makes small steps. The copy that leaves is black there."
            ),
        )
        self.setMinimumWidth(980)
        self._model = model
        model.setParent(self)
        self._files: tuple[FileInVersion, ...] = ()
        self._pages = 0
        self.pane = PlacesPane(self.tr("Page of the file"))
        self.sheet = self.pane.sheet
        self.pane.setFixedSize(_PAGE_WIDTH, _PAGE_HEIGHT)
        self.where = Label("", Part.MUTED, wrap=True)
        left, right = QVBoxLayout(), self._build_choices()
        left.addWidget(self.pane)
        left.addWidget(self.where)
        left.addStretch(1)
        self.body.addLayout(row(left, 12, right))
        self.finish_with(self.tr("&Mask this place"), back=self.tr("Close"))
        self._connect()
        self._put_page(None)
        self.begin_work(self.tr("The files of the version are read."))
        model.show_version(version)

    def _build_choices(self) -> QVBoxLayout:
        column = QVBoxLayout()
        form = Form()
        self.file = form.add(self.tr("&File"), ValueBox(()))
        self.file.keep_narrow()
        self.page = form.add(self.tr("&Page"), NumberBox())
        self.page.setRange(1, 1)
        column.addLayout(form)
        self.new_button = button(self.tr("&New rectangle"), self.sheet.begin)
        self.whole_button = button(self.tr("&Whole page"), self._whole, part="quiet")
        column.addLayout(row(self.new_button, self.whole_button, None))
        order = Form()
        self.reason = order.add(self.tr("&Reason"), CodeBox(RedactionReason, open_question=True))
        self.ordered_by = order.add(self.tr("&Ordered by"), line(""))
        column.addLayout(order)
        self.rows: RowsModel[Redaction] = RowsModel(self._columns(), self)
        self.table = RecordTable(self.rows, self.tr("What is masked in this file"))
        self.table.setFixedHeight(_TABLE_HEIGHT)
        self.table.say_when_empty(self.tr("Nothing is masked in this file."))
        column.addWidget(self.table)
        self.again_button = button(self.tr("&Show again\u2026"), self._show_again, part="quiet")
        self.metadata_button = button(self.tr("Name and me&tadata"), self._metadata, part="quiet")
        column.addLayout(row(self.again_button, None, self.metadata_button))
        self.state = Label("", Part.MUTED, wrap=True)
        column.addWidget(self.state)
        self.copy_button = button(self.tr("Make the &copy\u2026"), self._copy)
        column.addLayout(row(None, self.copy_button))
        column.addStretch(1)
        return column

    def _connect(self) -> None:
        model = self._model
        self.file.currentIndexChanged.connect(lambda _: self._open())
        self.page.valueChanged.connect(lambda _: self._ask_page())
        self.sheet.changed.connect(self._say_place)
        self.sheet.turned.connect(lambda by: self.page.setValue(self.page.value() + by))
        self.table.chosen.connect(self._mark)
        model.listed.connect(self._fill)
        model.opened.connect(self._opened)
        model.paged.connect(self._show_page)
        model.unseen.connect(self._cannot_show)
        model.masked.connect(self._masked)
        model.laid.connect(self._preview)
        model.kept.connect(lambda _: self.notice.tell(self.tr("The copy is kept."), Tone.OK))
        model.refused.connect(self.refuse)

    @property
    def chosen(self) -> "FileInVersion | None":
        """The file that is chosen."""
        own = self.file.currentData()
        return next((each for each in self._files if each.file.id == own), None)

    def take(self) -> None:
        """Mask the rectangle on this page."""
        chosen, place = self.chosen, self.sheet.place
        if chosen is None or place is None:
            self.refuse_at(self.new_button, self.tr("Please draw a rectangle on the page first."))
        elif order := self._order():
            self.begin_work()
            self._model.mask(chosen.file, self.page.value(), place, order)

    def _whole(self) -> None:
        self.sheet.put((0, 0, WHOLE, WHOLE))

    def _metadata(self) -> None:
        if (chosen := self.chosen) is not None and (order := self._order()):
            self.begin_work()
            self._model.mask_metadata(chosen.file, order)

    def _order(self) -> Ordered | None:
        if not self.reason.is_answered:
            self.refuse_at(self.reason, self.tr("Please choose the reason."))
        elif not self.lacks((self.ordered_by, self.tr("Please write which authority ordered it."))):
            return Ordered(reason=self.reason.code(), ordered_by=self.ordered_by.text().strip())
        return None

    def _show_again(self) -> None:
        redaction = self.table.current_record()
        if not isinstance(redaction, Redaction) and len(self.rows.rows) == 1:
            redaction = self.rows.rows[0]  # nothing has to be chosen from one
        if not isinstance(redaction, Redaction):
            self.refuse_at(self.table, self.tr("Please choose a masked place in the list."))
            return
        because = ask_reason(
            self,
            self.tr("Show this place again?"),
            self.tr("The mask is withdrawn, and a copy that was made with it does not leave any more."),
            self.tr("Show again"),
        )
        if because:
            self.begin_work()
            self._model.show_again(redaction, because)

    def _copy(self) -> None:
        if (chosen := self.chosen) is None or not chosen.redactions:
            self.refuse_at(self.copy_button, self.tr("Please mask something in this file first."))
            return
        self.begin_work(self.tr("The copy is made and read again."))
        self._model.lay_out(chosen.file)

    def _preview(self, laid: "LaidCopy") -> None:
        self._end_work()
        CopyDialog(self, self._model, laid).open()

    def _fill(self, files: "tuple[FileInVersion, ...]") -> None:
        self._end_work()
        before, self._files = self.chosen, files
        self.file.blockSignals(True)
        self.file.clear()
        for each in files:
            self.file.addItem(f"{isolate(each.number)}  {isolate_words(each.file.name)}", each.file.id)
        own = self.file.findData(before.file.id) if before else 0
        self.file.setCurrentIndex(max(own, 0) if files else -1)
        self.file.blockSignals(False)
        for part in (self.main_button, self.copy_button, self.metadata_button):
            part.setEnabled(bool(files))
        if not files:
            self.notice.tell(self.tr("No exhibit of this version has a file."), Tone.INFO)
        elif before is None or self.chosen is None or before.file.id != self.chosen.file.id:
            self._open()
        self._show_masks()

    def _open(self) -> None:
        """Show the file that was chosen."""
        self._pages = 0
        self._put_page(None)
        self._set_pages(1)
        self.notice.clear()
        self._show_masks()
        if (chosen := self.chosen) is not None:
            self.where.setText(self.tr("The page is drawn."))
            self._model.open(chosen)

    def _opened(self, pages: int) -> None:
        self._pages = pages
        self._set_pages(pages)

    def _set_pages(self, pages: int) -> None:
        self.page.blockSignals(True)
        self.page.setRange(1, pages)
        self.page.setValue(1)
        self.page.blockSignals(False)
        self.page.setSuffix(f" / {pages}" if pages > 1 else "")
        self.page.setEnabled(pages > 1)

    def _put_page(self, picture: PagePicture | None) -> None:
        """Show a page; a rectangle can be drawn once it is there, or the page would take it away."""
        self.sheet.show_page(picture)
        for part in (self.new_button, self.whole_button):
            part.setEnabled(picture is not None)

    def _ask_page(self) -> None:
        self._put_page(None)
        self._show_masks()
        self._model.ask_page(self.page.value())

    def _show_page(self, page: int, picture: PagePicture) -> None:
        if page == self.page.value():
            self._put_page(picture)
            self._show_masks()

    def _cannot_show(self, sentence: str) -> None:
        """The file stays in the office: there is nothing to draw on."""
        self.where.clear()
        self.notice.tell(sentence, Tone.WARN)

    def _masked(self) -> None:
        self.sheet.put(None)

    def _show_masks(self) -> None:
        chosen = self.chosen
        redactions = chosen.redactions if chosen else ()
        self.rows.show_rows(redactions)
        on_page = [each.anchor for each in redactions if each.anchor.page == self.page.value()]
        self.sheet.recorded = [_rectangle(each.rectangle) for each in on_page]
        self.sheet.marked = None
        self.sheet.update()
        self.state.setText(self._state())

    def _state(self) -> str:
        chosen = self.chosen
        if chosen is None or not chosen.redactions:
            return self.tr("In the file itself nothing is masked.")
        if chosen.copy:
            return self.tr("Masked copy {number} leaves in its place.").format(number=isolate(chosen.copy))
        return self.tr("The file stays in the office until its copy is made.")

    def _mark(self, found: object) -> None:
        """Show where a mask of the list is."""
        if not isinstance(found, Redaction):
            return
        if found.anchor.page and found.anchor.page != self.page.value() and found.anchor.page <= self._pages:
            self.page.setValue(found.anchor.page)
        self.sheet.marked = _rectangle(found.anchor.rectangle) if found.anchor.page else None
        self.sheet.update()

    def _say_place(self, place: Rectangle | None) -> None:
        """Say where the rectangle is, on the screen and to screen readers."""
        if place is None:
            self.where.setText(self.tr("No rectangle is drawn."))
        else:
            left, top, right, bottom = place
            sides = {"left": left, "top": top, "width": right - left, "height": bottom - top}
            told = self.tr(
                "Rectangle: {left} % from the left, {top} % from the top, {width} % wide, {height} % high."
            )
            shown = {name: self.locale().toString(side / 10, "f", 1) for name, side in sides.items()}
            self.where.setText(told.format(**shown))
            announce(self.where)

    def _columns(self) -> "tuple[Column[Redaction], ...]":
        return (
            Column(title=self.tr("Place"), read=self._place, width=130),
            Column(title=self.tr("Reason"), read=lambda each: words(each.reason), width=120),
            Column(title=self.tr("Ordered by"), read=lambda each: isolate_words(each.ordered_by)),
        )

    def _place(self, each: Redaction) -> str:
        if each.field == METADATA:
            return self.tr("name and metadata")
        if each.anchor.kind is AnchorKind.CELLS:
            return self.tr("cells of a table")
        if each.is_of_text:
            return isolate_words(each.anchor.quoted)
        if not each.anchor.page:
            return self.tr("stretch of a recording")
        return self.tr("page {number}").format(number=each.anchor.page)


def _rectangle(told: tuple[int, ...]) -> Rectangle:
    left, top, right, bottom = told or (0, 0, WHOLE, WHOLE)
    return left, top, right, bottom
