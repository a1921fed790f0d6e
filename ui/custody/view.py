"""The custody record: exhibit, act, time of the event and of its entry, author and reason."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.second_person import Seconded
from thb_desktop.services.evidence.rehash import RehashResult
from ui import shortcuts
from ui.custody.columns import event_columns
from ui.custody.confirming import Confirming
from ui.custody.event_card import EventCard
from ui.custody.exhibit_box import ExhibitBox
from ui.custody.rehash_model import RehashModel
from ui.custody.view_model import CustodyViewModel, EventRow
from ui.jobs import VaultJobs
from ui.paging import MANY
from ui.pieces import Pieces, letting_go
from ui.rows import RowsModel, added_one
from ui.text import grouped, isolate, listed
from ui.tones import Tone
from ui.topics import Topic
from ui.widgets.basic import EmptyState, Label, Part, button, row
from ui.widgets.page import Contents, Page
from ui.widgets.progress import ProgressCard
from ui.widgets.split import beside
from ui.widgets.table import RecordTable


class CustodyView(Page):
    """All events of the case or of one exhibit, and the chosen event in full."""

    needs = Right.READ_CUSTODY
    about_case = True
    shows = frozenset((Topic.EXHIBITS, Topic.CASES))

    def __init__(self, jobs: VaultJobs) -> None:
        super().__init__()
        self.model = CustodyViewModel(jobs, self)
        self._all: list[EventRow] = []
        self._odd: list[EventRow] = []
        """Of these, the late entries, and those with findings."""
        self._exhibits: list[Exhibit] = []
        self._former = Pieces(self)
        self._sought: str | None = None
        """The event to choose when its page arrives."""
        self._rights: frozenset[Right] = frozenset()
        self.exhibit = ExhibitBox()
        self.exhibit.setAccessibleName(self.tr("Exhibit"))
        self.exhibit.setMinimumWidth(320)
        label = Label(self.tr("Events o&f"), Part.MUTED)
        label.setBuddy(self.exhibit)
        self.exhibit.picked.connect(self._pick)
        self.odd = QCheckBox(self.tr("Only late &entries and findings"))
        self.odd.toggled.connect(lambda _: self._filter())
        self.confirming = Confirming(jobs)
        self.card = EventCard(self.confirming)
        self.new_button = button(
            self.tr("&Record an event\u2026"), self._new, icon="plus", part="primary", shortcut=shortcuts.NEW
        )
        self.rehash = RehashModel(jobs, self)
        self.rehash_button = button(
            self.tr("Read files a&gain\u2026"), self._read_again, icon="hash", part="quiet"
        )
        self.strip_button = button(self.tr("&Strip\u2026"), self._show_strip, icon="link", part="quiet")
        self.kept_button = button(self.tr("&Kept until\u2026"), self._show_kept, icon="clock", part="quiet")
        self.progress = ProgressCard()
        self.progress.stopped.connect(self.rehash.stop)
        columns = event_columns(lambda count: self.tr("%n finding(s)", "", count))
        self.rows: RowsModel[EventRow] = RowsModel(columns, self)
        self.table = RecordTable(self.rows, self.tr("Custody events"))
        self.table.chosen.connect(self._show)
        self.table.horizontalHeader().sortIndicatorChanged.connect(lambda *_: self._read_on())
        self.rows.wants_more.connect(self.model.pages.more)
        self.count = Label("", Part.MUTED)
        self.empty = EmptyState(
            "link",
            self.tr("No custody events yet"),
            self.tr("Register an exhibit on the page Exhibits: this records its first event."),
        )
        self.stack = Contents(self.empty, self._whole(label))
        self.body.addWidget(self.stack)
        self.home = (self.table,)
        self._connect()

    def _whole(self, label: Label) -> QWidget:
        """Return the filters above the list and the card. label: that of the choice of an exhibit."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(row(label, self.exhibit, 8, self.odd, None, self.rehash_button, self.new_button))
        column.addWidget(self.progress)
        column.addWidget(self._split(), 1)
        return whole

    def _split(self) -> QWidget:
        """Return the list with its count, and the card beside it."""
        left = QWidget()
        inner = QVBoxLayout(left)
        # A mirrored splitter cuts one pixel off its first part.
        inner.setContentsMargins(0, 0, 1, 0)
        inner.setSpacing(10)
        inner.addWidget(self.table, 1)
        inner.addLayout(row(self.count, None, self.kept_button, self.strip_button))
        return beside(left, self.card, (890, 320), grows=0)

    def _connect(self) -> None:
        self.model.listed.connect(self._listed)
        self.model.found.connect(self._found)
        self.model.recorded.connect(self._seek)
        self.confirming.model.recorded.connect(self._seek)
        self.confirming.model.refused.connect(self.notice.refuse)
        self.model.seconded.connect(self._tell_second)
        self.model.writing.connect(self.notice.clear)
        self.model.refused.connect(self.notice.refuse)
        self.model.refused_at.connect(lambda _, sentence: self.notice.refuse(sentence))
        self.rehash.writing.connect(self.notice.clear)
        self.rehash.refused.connect(self.notice.refuse)
        self.rehash.began.connect(lambda: self.progress.begin(self.tr("Reading stored files")))
        self.rehash.advanced.connect(self.progress.advance)
        self.rehash.ended.connect(self._tell_read)

    def show_case(self, case: CaseFile | None) -> None:
        if case is None or self.model.case is None or case.id != self.model.case.id:
            self.exhibit.chosen = ExhibitId("")
        self.exhibit.language = case.language if case else ""
        self.notice.clear()
        self.stack.forget()
        self.rehash.show_case(case)
        self.model.show_case(case)

    def show_rights(self, rights: frozenset[Right]) -> None:
        self._rights = rights
        self.confirming.show_rights(rights)
        for each in (self.new_button, self.rehash_button):
            each.setVisible(Right.RECORD_CUSTODY in rights)

    def show_exhibit(self, exhibit_id: str) -> None:
        """Show the events of one exhibit."""
        self.exhibit.chosen = ExhibitId(exhibit_id)
        self._filter()

    def reload(self) -> None:
        self.model.reload()

    def _seek(self, event: CustodyEvent) -> None:
        self._sought = event.id

    def _listed(
        self,
        exhibits: tuple[Exhibit, ...],
        rows: tuple[EventRow, ...],
        first: bool,
    ) -> None:
        if not first:
            self._take(exhibits, rows, first=False)
            if not self.exhibit.chosen:
                known = len(self.rows.rows)
                new = _odd_of(rows) if self.odd.isChecked() else rows
                self.rows.add_rows(new, more=self.model.pages.has_more)
                self._look_for_sought(known)
                self._read_on()
            return
        if self._sought is None and not self.model.pages.has_more:
            self._sought = added_one((each.event.id for each in self._all), (each.event.id for each in rows))
        former = self._all
        self._all, self._odd, self._exhibits = [], [], []
        self._take(exhibits, rows, first=True)
        self.stack.show_listed(found=bool(exhibits))
        self._filter()
        self._former.begin(letting_go(former))

    def _take(self, exhibits: tuple[Exhibit, ...], rows: tuple[EventRow, ...], *, first: bool) -> None:
        self._exhibits += exhibits
        self.exhibit.offer(exhibits, first=first)
        self._all += rows
        self._odd += _odd_of(rows)

    def _found(self, exhibit_id: str, is_there: bool) -> None:
        """List the events of an exhibit that was read by itself; all, if the case has no such exhibit."""
        if exhibit_id == self.exhibit.chosen:
            if not is_there:
                self.exhibit.chosen = ExhibitId("")
            self._filter()

    def _pick(self) -> None:
        """List what was chosen in the box. A former event whose page is not read is let go: to find it in the
        list of all, each page before it would be read.
        """
        current = self.table.current_record()
        if isinstance(current, EventRow) and self.exhibit.findData(current.exhibit.id) < 0:
            self.rows.show_rows(())
        self._filter()

    def _filter(self) -> None:
        """List the wanted events. An added one is chosen; otherwise, the chosen one stays chosen."""
        current = self.table.current_record()
        if self._sought is None and isinstance(current, EventRow):
            self._sought = current.event.id
        chosen = self.exhibit.chosen
        if not chosen:
            self.exhibit.show_chosen()
            listed = self._odd if self.odd.isChecked() else self._all
            self.rows.show_rows(listed, more=self.model.pages.has_more)
        elif chosen in self.model.rows:
            rows = self.model.rows[chosen]
            self.exhibit.show_chosen(rows[0].exhibit if rows else None)
            self.rows.show_rows(_odd_of(rows) if self.odd.isChecked() else rows)
        else:
            self._empty_for(chosen)
            self.model.read_exhibit(chosen)
            return
        self._look_for_sought()
        self._read_on()

    def _empty_for(self, chosen: ExhibitId) -> None:
        """Show nothing of other exhibits while the chosen one is read."""
        if any(each.exhibit.id != chosen for each in self.rows.rows):
            self.rows.show_rows(())
            self.count.setText("")
            self._show(None)

    def _look_for_sought(self, first: int = 0) -> None:
        """Choose the sought event if it is listed from this row on, or the first where none is sought or
        found.
        """
        has_more, shown = self.rows.canFetchMore(), len(self.rows.rows)
        total = self.model.pages.total if self.model.pages.has_more else len(self._all)
        every = grouped(self.tr("%n event(s) recorded in this case", "", total))
        some = grouped(self.tr("{shown} of %n event(s) recorded in this case", "", total))
        hides = bool(self.exhibit.chosen or self.odd.isChecked()) and shown < total
        self.count.setText(some.format(shown=isolate(grouped(str(shown)))) if hides else every)
        at = -1
        if self._sought is not None:
            at = self.rows.row_of(lambda found: found.event.id == self._sought, first)
        if at >= 0 or self._sought is None or not has_more:
            if self._sought is not None or not self.table.currentIndex().isValid():
                self.table.choose_row(max(0, at))
            self._sought = None
        if not shown:
            self._show(None)

    def _read_on(self) -> None:
        """Read the rest of all for a choice or an order, or until the sought event is found."""
        seeks = self.odd.isChecked() or self.rows.is_sorted or self._sought is not None
        if seeks and not self.exhibit.chosen:
            self.model.pages.more(MANY)

    def _show(self, found: EventRow | None) -> None:
        self.card.show_event(found, self.model.events_of(found.exhibit.id) if found else ())
        self.confirming.show_event(found)
        if found is not None and found.event.approval_id:
            self.model.ask_second(found.event)

    def _tell_second(self, event: CustodyEvent, second: Seconded | None) -> None:
        """Add the second person to the event, if it is still shown."""
        shown = self.table.current_record()
        if second is not None and isinstance(shown, EventRow) and shown.event.id == event.id:
            self.card.add_second(second)

    def _read_again(self) -> None:
        from ui.custody.rehash import RehashDialog

        self.notice.clear()
        RehashDialog(self, self.rehash).open()

    def _tell_read(self, result: RehashResult | None) -> None:
        """Say what came of a reading: what is in quarantine first."""
        self.progress.end()
        if result is None:
            return
        told = [
            sentence.format(numbers=listed(isolate(each) for each in numbers))
            for sentence, numbers in (
                (self.tr("In quarantine: {numbers}."), result.differ),
                (
                    self.tr("The content is not as stated: {numbers}."),
                    result.other_data,
                ),
                (self.tr("Not read: {numbers}."), [number for number, _ in result.left]),
            )
            if numbers
        ]
        if result.stopped:
            told.append(self.tr("Stopped. %n exhibit(s) were read.", "", result.read))
        if told:
            is_bad = result.differ or result.other_data
            self.notice.tell(" ".join(told), Tone.BAD if is_bad else Tone.WARN)
        else:
            self.notice.tell(self.tr("%n exhibit(s) were read, and all agree.", "", result.read), Tone.OK)

    def _show_strip(self) -> None:
        """Draw the way of the chosen exhibit, or of that of the chosen event."""
        from ui.custody.strip import StripDialog

        self.notice.clear()
        current, of_chosen = self.table.current_record(), self.model.rows.get(self.exhibit.chosen, ())
        shown = next(iter(of_chosen), current)
        if isinstance(shown, EventRow) and self.model.case is not None:
            dialog = StripDialog(self, self.model.jobs, self.model.case, shown.exhibit)
            dialog.wants.connect(self._show_event)
            dialog.open()

    def _show_kept(self) -> None:
        from ui.custody.kept import KeptDialog

        self.notice.clear()
        if self.model.case is not None:
            dialog = KeptDialog(self, self.model.jobs, self.model.case)
            dialog.wants.connect(self.show_exhibit)
            dialog.open()

    def _show_event(self, _: str, event_id: str) -> None:
        """Choose an event, also where only late entries and findings are listed."""
        self.odd.setChecked(False)
        self._sought = event_id
        self._filter()

    def _new(self) -> None:
        from ui.custody.record_event import RecordEventDialog

        self.notice.clear()
        current = self.table.current_record()
        chosen = self.exhibit.chosen or (current.exhibit.id if isinstance(current, EventRow) else "")
        if offered := [*self._exhibits, *self.exhibit.beyond]:
            RecordEventDialog(self, self.model, offered, str(chosen), self._rights).open()


def _odd_of(rows: Sequence[EventRow]) -> list[EventRow]:
    """Return the late entries, and the events with something wrong or open."""
    return [found for found in rows if found.is_late or found.is_alarming or found.is_open]
