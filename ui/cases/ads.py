"""AdsDialog: the advertisements of a case, what they share, and the readings that gave them."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from thb_desktop.domain.ads import BY_IDENTIFIER, Ad, AdGroup, AdGroupKind, AdReading
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.links import IDENTIFIER, Thing
from thb_desktop.domain.rights import Right
from thb_desktop.services.searching.ad_groups import AdGroups
from ui.cases.ads_columns import ad_columns, group_columns, reading_columns
from ui.cases.ads_model import AdsModel
from ui.forms.typed import LineEditor
from ui.jobs import VaultJobs
from ui.rows import RowsModel
from ui.text import isolate, isolate_words, with_name
from ui.tones import Tone
from ui.widgets.basic import Label, Part, button, row, tab_page
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.table import RecordTable
from ui.widgets.text_edit import PlainTextEdit

if TYPE_CHECKING:
    from thb_desktop.services.searching.ad_pictures import AlikePicture

_SHARED, _ALL, _READINGS = range(3)


class AdsDialog(Dialog):
    """wants: show an exhibit: the name of its table, and its id. links: show the links of a number."""

    wants = Signal(str, str)
    wants_links = Signal(object)

    def __init__(self, parent: QWidget, jobs: VaultJobs, case: CaseFile, rights: frozenset[Right]) -> None:
        super().__init__(
            parent,
            self.tr("Advertisements"),
            self.tr(
                "The files of exhibits have these advertisements. Two may share a number, a text or a "
                "picture: this does not say who wrote them."
            ),
        )
        self.setMinimumWidth(1080)
        self.model = AdsModel(jobs, case, self)
        self._rights = rights
        self._found: AdGroups | None = None
        self.groups: RowsModel[AdGroup] = RowsModel(group_columns(), self)
        self.members: RowsModel[Ad] = RowsModel(ad_columns(self.model), self)
        self.ads: RowsModel[Ad] = RowsModel(ad_columns(self.model), self)
        self.readings: RowsModel[AdReading] = RowsModel(reading_columns(self.model), self)
        none = self.tr(
            "No advertisement is read yet. Choose an exhibit on the page Exhibits, and read one of its files."
        )
        self.group_table = self._table(self.groups, self.tr("What they share"), none)
        self.member_table = self._table(
            self.members, self.tr("Where it stands"), self.tr("Choose a line above.")
        )
        self.ad_table = self._table(self.ads, self.tr("All advertisements"), none)
        self.reading_table = self._table(self.readings, self.tr("Files that were read"), none)
        self.words = PlainTextEdit(self.tr("Words of the advertisement"), lines=5)
        self.words.only_read()
        self.told = Label("", Part.MUTED, wrap=True)
        self.reason = LineEditor()
        form = Form()
        form.add(self.tr("Wh&y it is withdrawn"), self.reason)
        self.withdraw_button = button(self.tr("Withdraw the &reading"), self._withdraw, icon="undo-2")
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Advertisements"))
        self.tabs.addTab(
            tab_page(self.group_table, self.told, self.member_table), self.tr("&What they share")
        )
        self.tabs.addTab(tab_page(self.ad_table), self.tr("&All"))
        self.withdrawing = QWidget()
        below = QVBoxLayout(self.withdrawing)
        below.setContentsMargins(0, 0, 0, 0)
        below.addLayout(form)
        below.addLayout(row(None, self.withdraw_button))
        self.tabs.addTab(tab_page(self.reading_table, self.withdrawing), self.tr("&Files that were read"))
        self.body.addWidget(self.tabs, 1)
        self.body.addWidget(self.words)
        self.links_button = button(
            self.tr("&Links of what they share\u2026"), self._links, icon="link", part="quiet"
        )
        self.pictures_button = button(self.tr("Compare the &pictures"), self._compare_pictures, part="quiet")
        self.pictures_button.setVisible(False)
        self.both_button = button(
            self.tr("Look at &both\u2026"), self._look_at_both, icon="eye", part="quiet"
        )
        self.source_button = button(self.tr("Go to the s&ource"), self._follow, icon="link")
        self.main_button = button(self.tr("Close"), self.accept, part="primary")
        self._outer.addLayout(
            row(
                *(self.pictures_button, None, self.links_button, self.both_button),
                *(self.source_button, self.main_button),
            )
        )
        self.withdrawing.setVisible(Right.EDIT_CASE in rights)
        self._listen()
        self._offer_acts()
        self.told.setText(self.tr("The advertisements are being compared\u2026"))
        self.model.load()

    def take(self) -> None:
        """Enter in the line of the reason withdraws nothing by itself."""

    def _listen(self) -> None:
        self.group_table.chosen.connect(self._choose_group)
        self.group_table.opened.connect(lambda _: self._look_at_both())
        self.model.paired.connect(self._show_both)
        for table in (self.member_table, self.ad_table):
            table.chosen.connect(lambda _: self._show_words())
            table.opened.connect(lambda _: self._follow())
        self.reading_table.chosen.connect(lambda _: self._show_words())
        self.reading_table.opened.connect(lambda _: self._follow())
        self.tabs.currentChanged.connect(lambda _: self._show_words())
        self.ads.wants_more.connect(self.model.ads.more)
        self.model.ads.arrived.connect(self._show_ads)
        self.model.grouped.connect(self._show_groups)
        self.model.advanced.connect(self._tell_pictures)
        self.model.ended.connect(self._offer_acts)
        self.finished.connect(lambda _: self.model.stop())
        self.members.wants_more.connect(self.model.members.more)
        self.model.members.arrived.connect(self._show_members)
        self.model.listed.connect(self._show_readings)
        self.model.withdrawn.connect(self._tell_withdrawn)
        self.model.refused.connect(self._refuse)

    def _table(self, rows: "RowsModel[Any]", name: str, empty: str) -> RecordTable:
        table = RecordTable(rows, name)
        table.setMinimumHeight(120)
        table.say_when_empty(empty)
        return table

    def _show_groups(self, found: AdGroups) -> None:
        if found.total:
            self.group_table.say_when_empty(self.tr("No two advertisements share anything."))
        self.groups.show_rows(found.groups)
        self._found = found
        self._tell_compared()
        self.group_table.choose_row(0)
        self._choose_group(self.group_table.current_record())
        if self.tabs.currentIndex() == _SHARED:
            self.group_table.setFocus()

    def _tell_compared(self) -> None:
        """Tell what was not compared, and of pictures that are alike what that means."""
        found = self._found
        told = []
        group = self.group_table.current_record()
        if isinstance(group, AdGroup) and group.kind is AdGroupKind.PICTURE_ALIKE:
            told.append(
                self.tr(
                    "Alike by a mark that is computed from the pictures. They may be different: look at both."
                )
            )
        if found is not None and found.done < found.total:
            compared = self.tr(
                "{done} of %n advertisement(s) compared; this vault is only read.", "", found.total
            )
            told.append(compared.format(done=found.done))
        if found is not None and found.unmarked:
            told.append(self.tr("%n picture(s) are not compared yet.", "", found.unmarked))
        if found is not None and found.without_mark:
            told.append(
                self.tr(
                    "%n picture(s) cannot be compared: they are not read, or show too little.",
                    "",
                    found.without_mark,
                )
            )
        self.told.setText(" ".join(told))
        self.told.setVisible(bool(told))

    def _compare_pictures(self) -> None:
        self.pictures_button.setEnabled(False)
        self._tell_pictures(0, 0)
        self.told.setVisible(True)
        self.model.compare_pictures()

    def _tell_pictures(self, done: int, total: int) -> None:
        told = self.tr("The pictures are being compared: {done} of {total}")
        self.told.setText(
            told.format(done=done, total=total) if total else self.tr("The pictures are being compared\u2026")
        )

    def _choose_group(self, group: object) -> None:
        self.members.show_rows(())
        self.model.members.end()
        if isinstance(group, AdGroup):
            self.model.show_members(group)
        if not self.model.is_comparing:
            self._tell_compared()
        self._show_words()

    def _show_members(self, found: tuple[Ad, ...], begins: bool) -> None:
        self._show_page(self.member_table, self.members, found, begins, more=self.model.members.has_more)

    def _show_ads(self, found: tuple[Ad, ...], begins: bool) -> None:
        self._show_page(self.ad_table, self.ads, found, begins, more=self.model.ads.has_more)

    def _show_page(
        self, table: RecordTable, rows: RowsModel[Ad], found: tuple[Ad, ...], begins: bool, *, more: bool
    ) -> None:
        if begins:
            rows.show_rows(found, more=more)
            table.choose_row(0)
        else:
            rows.add_rows(found, more=more)
        self._show_words()

    def _show_readings(self, found: tuple[AdReading, ...]) -> None:
        self.readings.show_rows(found)
        self.reading_table.choose_row(len(found) - 1)
        self._offer_acts()

    def _chosen(self) -> Ad | AdReading | None:
        table = (self.member_table, self.ad_table, self.reading_table)[self.tabs.currentIndex()]
        found = table.current_record()
        return found if isinstance(found, (Ad, AdReading)) else None

    def _show_words(self) -> None:
        """Show the chosen advertisement in full; of a reading, the rows without any."""
        ad = self._chosen()
        told = ""
        if isinstance(ad, Ad):
            parts = [ad.platform, ad.title, ad.text, ad.phones, ad.price, ad.location, ad.posted, ad.url]
            parts += [name for name, _ in ad.pictures]
            told = "\n".join(isolate_words(each) for each in parts if each)
        elif ad is not None:
            told = "\n".join(with_name(isolate(place), isolate_words(cells)) for place, cells in ad.unread)
        if told != self.words.toPlainText():
            self.words.setPlainText(told)
        self._offer_acts()

    def _offer_acts(self) -> None:
        group = self.group_table.current_record() if self.tabs.currentIndex() == _SHARED else None
        self.links_button.setVisible(isinstance(group, AdGroup) and group.kind in BY_IDENTIFIER)
        self.both_button.setVisible(self._alike() is not None)
        has_due = self._found is not None and self._found.unmarked > 0
        self.pictures_button.setVisible(has_due and self.tabs.currentIndex() == _SHARED)
        self.pictures_button.setEnabled(not self.model.is_comparing)
        self.source_button.setEnabled(self._chosen() is not None)
        reading = self.reading_table.current_record()
        stands = isinstance(reading, AdReading) and reading.withdrawn_at is None
        self.withdraw_button.setEnabled(stands)

    def _alike(self) -> AdGroup | None:
        """The chosen group, if it is one of alike pictures that this user may look at."""
        group = self.group_table.current_record() if self.tabs.currentIndex() == _SHARED else None
        if not isinstance(group, AdGroup) or group.kind is not AdGroupKind.PICTURE_ALIKE:
            return None
        return group if Right.OPEN_FILES in self._rights else None

    def _look_at_both(self) -> None:
        if (group := self._alike()) is not None:
            self.model.find_pictures(group)

    def _show_both(self, pictures: "tuple[AlikePicture, ...]") -> None:
        from ui.viewer.pair import PairDialog

        if len(pictures) > 1:
            PairDialog(self, self.model.jobs, pictures).open()

    def _follow(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.accept()
            self.wants.emit("exhibit", chosen.exhibit_id)

    def _links(self) -> None:
        group = self.group_table.current_record()
        if isinstance(group, AdGroup):
            self.accept()
            self.wants_links.emit(Thing(IDENTIFIER, group.shared))

    def _withdraw(self) -> None:
        reading = self.reading_table.current_record()
        if not isinstance(reading, AdReading):
            return
        if not self.reason.value():
            self.reason.setFocus()
            self.refuse(self.tr("Say why the reading is withdrawn."))
            return
        self.withdraw_button.setEnabled(False)
        self.model.withdraw(reading, self.reason.value())

    def _tell_withdrawn(self, _: object) -> None:
        self.reason.clear()
        self.notice.tell(
            self.tr("The reading is withdrawn. Its file can be read again at its exhibit."), Tone.OK
        )
        self.model.load()

    def _refuse(self, sentence: str) -> None:
        self._offer_acts()
        self.refuse(sentence)
