"""The dialog that reads a file into advertisements: looked at first, entered in one act."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.ads import AdReading
from thb_desktop.exchange.ads import AdColumns, ReadAd
from thb_desktop.exchange.statements.columns import DELIMITERS
from thb_desktop.services.evidence.ad_files import AdsRead
from ui.exhibits.ads_model import AdsReadingModel
from ui.exhibits.statement_columns import in_pairs
from ui.forms.editors import ChoiceEditor
from ui.forms.typed import LineEditor
from ui.rows import Column, RowsModel
from ui.text import isolate, isolate_words, listed, translate
from ui.tones import Tone
from ui.widgets.basic import Label, Part, button, row
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.table import RecordTable

_TABLE, _PAGES = "TABLE", "PAGES"
_CODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1252", "iso8859-2", "cp1251", "koi8-r", "cp437")


class AdColumnsForm(QWidget):
    """Which column of a table is read as what; it proposes nothing. wants_titles: read them, so divided."""

    wants_titles = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        titles = {
            "text": self.tr("Column of the text"),
            "title": self.tr("Column of the title"),
            "phones": self.tr("Column of the telephone numbers"),
            "number": self.tr("Column of the platform's number"),
            "url": self.tr("Column of the address"),
            "location": self.tr("Column of the place"),
            "price": self.tr("Column of the price"),
            "posted": self.tr("Column of when it was posted"),
            "pictures": self.tr("Column of the pictures"),
            "platform": self.tr("Column of the platform"),
        }
        signs = {";": self.tr("semicolon"), ",": self.tr("comma"), "tab": self.tr("tab")}
        line = self.tr("vertical line")
        self.delimiter = ChoiceEditor([(signs.get(each, line), each) for each in DELIMITERS])
        self.platform_of_all = LineEditor()
        self.columns = {name: ChoiceEditor(()) for name in titles}
        self.titles_button = button(self.tr("&Read the titles"), self._ask, icon="eye")
        labels = (self.tr("Columns are divided by"), self.tr("Platform of all rows"), *titles.values())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(row(self.titles_button, None))
        outer.addLayout(in_pairs(labels, (self.delimiter, self.platform_of_all, *self.columns.values())))

    def offer(self, titles: Sequence[str]) -> None:
        """Offer these columns; what was chosen stays, where it is among them."""
        for field in self.columns.values():
            field.offer([(isolate_words(each), each) for each in titles if each])

    def choice(self, coding: str) -> AdColumns:
        """Return what was chosen; what was not is empty."""
        told = {name: str(field.value() or "") for name, field in self.columns.items()}
        return AdColumns(
            delimiter=self.delimiter.value() or "",
            coding=coding,
            platform_of_all=self.platform_of_all.value(),
            **told,
        )

    def _ask(self) -> None:
        if self.delimiter.value():
            self.wants_titles.emit(self.delimiter.value())
        else:
            self.delimiter.setFocus()


class ReadAdsDialog(Dialog):
    """What was looked at is entered, and nothing else."""

    def __init__(self, parent: QWidget, model: AdsReadingModel) -> None:
        super().__init__(
            parent,
            self.tr("Read advertisements from {name}").format(name=isolate_words(model.file.name)),
            self.tr("Look at the file first. Nothing is entered before you say so."),
        )
        self.setMinimumWidth(980)
        self._model = model
        model.setParent(self)
        self._seen: AdsRead | None = None
        form = Form()
        kinds = [
            (self.tr("Rows of a table"), _TABLE),
            (self.tr("Pages of HTML or of a capture (WARC, WACZ)"), _PAGES),
        ]
        self.kind = form.add(self.tr("&Advertisements are"), ChoiceEditor(kinds))
        marked = self.tr("as the file marks them")
        self.coding = form.add(
            self.tr("&Characters"), ChoiceEditor([(each, each) for each in _CODINGS], unanswered=marked)
        )
        self.columns = AdColumnsForm()
        self.look_button = button(self.tr("&Look at the file"), self._look, icon="eye")
        self.told = Label("", Part.STRONG, wrap=True)
        self.told.hide()
        self.rows: RowsModel[ReadAd] = RowsModel(self._row_columns(), self)
        self.table = RecordTable(self.rows, self.tr("Advertisements of the file"))
        self.table.setMinimumHeight(190)
        self.table.say_when_empty(self.tr("Nothing was looked at yet."))
        self.body.addLayout(form)
        self.body.addWidget(self.columns)
        self.body.addLayout(row(self.look_button, None))
        self.body.addWidget(self.told)
        self.body.addWidget(self.table)
        self.finish_with(self.tr("&Enter them"), icon="check", back=self.tr("Close"))
        self._may_take = lambda: self._seen is not None and self._seen.count > 0
        self.let_take()
        self.kind.currentIndexChanged.connect(self._show_parts)
        self.columns.wants_titles.connect(self._ask_titles)
        model.titles.connect(self._offer)
        model.seen.connect(self._show_seen)
        model.entered.connect(self._tell_entered)
        model.refused.connect(self._refuse)
        self._show_parts()

    def take(self) -> None:
        if self._seen is not None and self._may_take():
            self.begin_work(self.tr("The advertisements are being entered\u2026"))
            self._model.enter(self._seen)

    def _row_columns(self) -> tuple[Column[ReadAd], ...]:
        def said(name: str) -> Callable[[ReadAd], str]:
            return lambda each: each.said.get(name, "")

        return (
            Column(title=self.tr("Place in the file"), read=lambda each: each.place, width=120, exact=True),
            Column(title=translate("ads", "Number"), read=said("number"), width=90, exact=True),
            Column(title=translate("ads", "Title"), read=said("title"), width=150),
            Column(title=translate("ads", "Text"), read=said("text")),
            Column(title=translate("ads", "Telephone"), read=said("phones"), width=140, exact=True),
            Column(title=translate("ads", "Place"), read=said("location"), width=100),
            Column(
                title=translate("ads", "Pictures"),
                read=lambda each: listed(name for name, _ in each.pictures),
                width=120,
            ),
        )

    def _show_parts(self) -> None:
        """Show what the kind of file asks for."""
        self.columns.setVisible(self.kind.value() == _TABLE)

    def _coding(self) -> str:
        return str(self.coding.value() or "")

    def _ask_titles(self, delimiter: str) -> None:
        self.notice.clear()
        self._model.read_titles(delimiter, self._coding())

    def _offer(self, titles: Sequence[str]) -> None:
        self.columns.offer(titles)
        if self.columns.titles_button.hasFocus():
            self.columns.columns["text"].setFocus()

    def _look(self) -> None:
        if self.kind.value() is None:
            self.refuse_at(self.kind, self.tr("Say what the file has."))
            return
        self._forget()
        self.begin_work(self.tr("The file is being read\u2026"))
        is_table = self.kind.value() == _TABLE
        self._model.look(self.columns.choice(self._coding()) if is_table else None)

    def _forget(self) -> None:
        self._seen = None
        self.told.hide()
        self.rows.show_rows(())
        self.let_take()

    def _refuse(self, sentence: str) -> None:
        self._end_work()
        self.refuse(sentence)

    def _show_seen(self, found: AdsRead) -> None:
        self._end_work()
        self.notice.clear()
        self._seen = found
        self.rows.show_rows(found.ads)
        said = [self.tr("%n advertisement(s).", "", found.count)]
        if found.unread:
            places = listed(isolate(place) for place, _ in found.unread[:10])
            without = self.tr("In %n row(s) these columns have nothing:", "", len(found.unread))
            said.append(f"{without} {places}")
        self.told.setText(" ".join(said))
        self.told.show()
        self.let_take()
        self.table.setFocus()

    def _tell_entered(self, reading: AdReading) -> None:
        self._end_work()
        self._seen = None
        self.let_take()
        told = self.tr("%n advertisement(s) were entered.", "", reading.count)
        where = self.tr("They stand in the case, under Advertisements.")
        self.notice.tell(f"{told} {where}", Tone.OK)
