"""ChronologyDialog: what a case holds along the time, drawn, listed, followed to its source, and printed."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from thb_desktop.domain.chronology import Chronology, ChronologyLane, Point
from ui.labels import field_words, words
from ui.labels.dates import brief
from ui.lanes.chronology_chart import ChronologyChart
from ui.lanes.chronology_model import ChronologyModel
from ui.rows import Column, RowsModel
from ui.text import isolate_words, listed, translate
from ui.widgets.basic import Label, Part, button, row
from ui.widgets.dialog import Dialog
from ui.widgets.sheet_file import SheetFile
from ui.widgets.table import RecordTable

_OF_INTERVAL = 344
"""Pixels in which both ends of an interval are read whole, each to the minute with its offset."""


class ChronologyDialog(Dialog):
    """wants: show the place of a point: the name of its table, and the id of its row.

    lanes: what the model has points of, from the top. file: the name that is proposed for a sheet.
    """

    wants = Signal(str, str)

    def __init__(
        self,
        parent: QWidget,
        model: ChronologyModel,
        *,
        title: str = "",
        lanes: Sequence[StrEnum] = tuple(ChronologyLane),
        file: str = "chronology.pdf",
    ) -> None:
        super().__init__(parent, title or self.tr("Chronology"))
        self.setMinimumWidth(1160)
        self.model, self._file = model, file
        model.setParent(self)
        self.chart = ChronologyChart(self.model, lanes)
        self.boxes = {lane: QCheckBox(words(lane)) for lane in lanes}
        for box in self.boxes.values():
            box.setChecked(True)
        self.rows: RowsModel[Point] = RowsModel(_columns(), self)
        self.table = RecordTable(self.rows, self.tr("Points of the chronology"))
        self.table.setMinimumHeight(150)
        self.told = Label("", Part.MUTED, wrap=True)
        self.closer_button = button(self.tr("Zoom &in"), self.model.closer, icon="zoom-in", part="quiet")
        self.farther_button = button(self.tr("Zoom &out"), self.model.farther, icon="zoom-out", part="quiet")
        self.earlier_button = button(self.tr("&Earlier"), self.model.earlier, part="quiet")
        self.later_button = button(self.tr("&Later"), self.model.later, part="quiet")
        self.whole_button = button(self.tr("&Whole case"), self.model.show_whole, part="quiet")
        self.print_button = button(self.tr("&Print\u2026"), self._print, icon="printer")
        self.source_button = button(self.tr("Go to the &source"), self._follow, icon="link")
        self.main_button = button(self.tr("Close"), self.accept, part="primary")
        self.body.addLayout(row(*self.boxes.values(), None))
        self.body.addWidget(self.chart)
        self.body.addLayout(
            row(
                *(self.earlier_button, self.later_button, self.closer_button, self.farther_button),
                *(self.whole_button, None, self.told),
            )
        )
        self.body.addWidget(self.table, 1)
        self._outer.addLayout(row(self.print_button, None, self.source_button, self.main_button))
        self._listen()
        self.model.load()

    def _listen(self) -> None:
        for box in self.boxes.values():
            box.toggled.connect(lambda _: self._show_lanes())
        self.table.chosen.connect(lambda _: self._choose())
        self.table.opened.connect(lambda _: self._follow())
        self.chart.followed.connect(self._follow)
        self.model.loaded.connect(self._show)
        self.model.chosen.connect(self._show_chosen)
        self.sheet_file = SheetFile(self, self.notice)
        self.model.written.connect(self.sheet_file.tell)
        self.model.refused.connect(self.refuse)
        self.source_button.setEnabled(False)

    def _show(self, found: Chronology) -> None:
        self.rows.show_rows(found.points)
        counted = [
            translate(
                "ChronologyDialog", "{lane}: %n point(s), counted alone", "", sum(heaps.values())
            ).format(lane=isolate_words(words(lane)))
            for lane, heaps in found.heaps.items()
        ]
        if found.undated:
            undated = QCoreApplication.translate(
                "ChronologyDialog", "%n without a known date", "", found.undated
            )
            counted.append(undated)
        # In a class that is derived from this one, `tr` finds no sentence with a number.
        points = QCoreApplication.translate("ChronologyDialog", "%n point(s)", "", len(found.points))
        self.told.setText(listed([points, *counted]))
        self._show_chosen(self.model.point)

    def _show_lanes(self) -> None:
        self.model.show_lanes({lane for lane, box in self.boxes.items() if box.isChecked()})

    def _choose(self) -> None:
        found = self.table.current_record()
        if isinstance(found, Point):
            self.model.choose(found)

    def _show_chosen(self, point: Point | None) -> None:
        self.source_button.setEnabled(point is not None)
        if point is not None and point != self.table.current_record():
            self.table.choose_row(self.rows.row_of(lambda each: each == point))

    def _follow(self) -> None:
        point = self.model.point
        if point is not None:
            self.wants.emit(point.kind, point.about)
            self.accept()

    def _print(self) -> None:
        if target := self.sheet_file.ask(self._file):
            self.model.print_sheet(target)


def _columns() -> tuple[Column[Point], ...]:
    return (
        Column(
            title=translate("chronology", "When"),
            read=_when,
            width=_OF_INTERVAL,
            key=lambda each: each.begins.isoformat(),
        ),
        Column(title=translate("chronology", "Kind"), read=lambda each: words(each.lane), width=140),
        Column(title=translate("chronology", "Number"), read=lambda each: each.number, width=110, exact=True),
        Column(title=translate("chronology", "What"), read=_what),
    )


def _when(point: Point) -> str:
    ends = (point.since, point.until) if point.until is not None else (point.since,)
    return " \u2013 ".join(brief(each) for each in ends)


def _what(point: Point) -> str:
    if isinstance(point.what, StrEnum):
        told = words(point.what)
    else:
        told = field_words(*point.what.split(".", 1)) if point.what else ""
    also = words(point.also) if point.also else ""
    return listed(filter(None, (told, also, isolate_words(point.text) if point.text else "")))
