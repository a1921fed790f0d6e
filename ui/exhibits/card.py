"""The card of one exhibit: what it is, its files with their digests, and its holder."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal

from thb_desktop.domain.case import in_language
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.exhibit_fields import EXHIBIT
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.ids import ExhibitId, FileId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import BarKind
from ui import shortcuts
from ui.clock import occurred
from ui.exhibits.descriptions import DescriptionsDialog, told
from ui.exhibits.descriptions_model import DescriptionsModel
from ui.exhibits.file_acts import FileActs
from ui.exhibits.file_card import FileCard
from ui.exhibits.file_cards import FileCards, InSight
from ui.exhibits.key_material_model import KeyMaterialModel
from ui.exhibits.view_model import ExhibitsViewModel
from ui.forms.entry_acts import ChosenEntry, EntryActs
from ui.forms.reading import read_fields
from ui.labels import words
from ui.labels.events import event_words
from ui.labels.signatures import checked_words
from ui.text import isolate, listed_apart, translate, when
from ui.tones import Tone
from ui.widgets import choose
from ui.widgets.basic import Card, Chip, Label, Part, button, row
from ui.widgets.facts import FactList
from ui.widgets.scrolled import Scrolled

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent


_READ = tuple(field.name for field in EXHIBIT.fields if field.name not in ("number", "titles", "kind"))
"""What is read below the number, the title and the kind, which stand above."""

NAMES = 140
"""The width of the names of facts, in pixels."""


class ExhibitCard(Card):
    """wants_custody: show the custody record of this exhibit. wants_look: look into this file. wants_same:
    show which exhibits have the same bytes (Met).
    """

    wants_custody = Signal(str)
    wants_same = Signal(object)
    wants_look = Signal(object)

    def __init__(self, view_model: ExhibitsViewModel) -> None:
        super().__init__(spacing=8)
        self.setMinimumWidth(376)
        self._model = view_model
        self._rights: frozenset[Right] = frozenset()
        self.number = Label("", Part.TITLE)
        self.title = Label("", wrap=True)
        self.kind, self.bar = Chip(), Chip()
        self.body.addWidget(self.number)
        self.body.addWidget(self.title)
        # Seen without scrolling, however many facts there are.
        self.sources_button = button(
            self.tr("So&urces\u2026"), self._open_sources, icon="folder-open", part="quiet"
        )
        self.body.addLayout(row(self.kind, self.bar, None, self.sources_button))
        self.area = Scrolled(self.tr("Exhibit"))
        column = self.area.column
        column.setContentsMargins(0, 6, 6, 0)
        self.facts = FactList(NAMES, spacing=5)
        self.file_acts = FileActs(self, view_model, lambda: Right.REGISTER_EXHIBITS in self._rights)
        self.files = FileCards(view_model, self._file)
        self._last_seen: FileId | None = None
        self._in_sight = InSight(self.area, self.files)
        self._shown: ExhibitId | None = None
        self.wants_look.connect(self.remember)
        self._stands = False
        column.addLayout(self.facts)
        self.files_heading = Label("", Part.CAPTION)
        column.addWidget(self.files_heading)
        column.addLayout(self.files)
        column.addStretch(1)
        self.body.addWidget(self.area, 1)
        self.custody_button = button(self.tr("Custod&y record"), self._custody, icon="link")
        self.add_button = button(
            self.tr("Add &files\u2026"), self._add, icon="file-plus", shortcut=shortcuts.ADD_FILES
        )
        self.folder_button = button(
            self.tr("Add a f&older\u2026"), self._add_folder, icon="folder-plus", part="quiet"
        )
        self.described_button = button(
            self.tr("&Description\u2026"), self._describe, icon="list-checks", part="quiet"
        )
        self.look_button = button(self.tr("Look inside"), self._look, icon="eye", shortcut=shortcuts.VIEW)
        self.key_button = button(self.tr("Key &material\u2026"), self._open_key, icon="key-round")
        self.bars_button = button(
            self.tr("Bars on &leaving\u2026"), self._open_bars, icon="lock", part="quiet"
        )
        # What stands beside each other fits in every language; key material has no files to add.
        self.body.addLayout(row(self.look_button, self.add_button, self.key_button, None))
        self.body.addLayout(row(self.custody_button, self.described_button, None))
        self.body.addLayout(row(self.folder_button, self.bars_button, None))
        self.acts = EntryActs(self, view_model, self._chosen)
        self.body.addLayout(
            row(self.acts.history_button, self.acts.strike_button, None, self.acts.correct_button)
        )
        self.key_model = KeyMaterialModel(view_model.jobs, self)
        self.key_model.opened.connect(self._show_key)
        view_model.opened.connect(self.show_exhibit)
        view_model.intake_began.connect(lambda _: self._let_add(takes=False))
        view_model.intake_ended.connect(lambda _: self._let_add(takes=True))
        self.setAcceptDrops(True)
        self.show_exhibit(None)

    def show_rights(self, rights: frozenset[Right]) -> None:
        """Hide what this function does not include."""
        self._rights = rights

    def show_exhibit(self, full: ExhibitInFull | None) -> None:
        """Show an exhibit, or that none is chosen."""
        self.custody_button.setVisible(full is not None and Right.READ_CUSTODY in self._rights)
        for each in (self.bars_button, self.sources_button):
            each.setVisible(full is not None)
        stands = full is not None and not full.exhibit.struck
        enters = stands and Right.REGISTER_EXHIBITS in self._rights
        is_key = full is not None and full.exhibit.is_secret
        for each in (self.add_button, self.folder_button):
            each.setVisible(enters and not is_key)
        shows = full is not None and bool(full.files or self._model.withdrawn)
        self.look_button.setVisible(shows and Right.OPEN_FILES in self._rights)
        self.acts.offer(reads=full is not None, edits=enters)
        self.described_button.setVisible(full is not None)
        self.key_button.setVisible(is_key and Right.READ_KEY_MATERIAL in self._rights)
        self.facts.begin()
        self._clear_files(full.exhibit.id if full else None)
        if full is None:
            self.number.setText("")
            self.title.setText(self.tr("Choose an exhibit in the list."))
            self.kind.show_as("", Tone.PLAIN)
            self._show_bars(())
            self.files_heading.setText("")
            self.facts.end()
            return
        exhibit, case = full.exhibit, self._model.case
        self.number.setText(isolate(exhibit.number))
        self.title.setText(in_language(exhibit.titles, case.language if case else ""))
        self.kind.show_as(words(exhibit.kind), Tone.INFO)
        self._show_bars(self._model.bars)
        if exhibit.struck:
            self.facts.tell(translate("tables", "Struck out"), exhibit.struck)
        only = ("titles", *_READ) if len(exhibit.titles) > 1 else _READ
        for what, how, exact in read_fields(EXHIBIT, exhibit, self._model.names, only):
            self.facts.tell(what, how, exact=exact)
        for described in self._model.described:
            self.facts.tell(*told(described, self._model.names))
        for kept in self._model.checks:
            self.facts.tell(self.tr("Signatures"), checked_words(kept))
        self.facts.tell(self.tr("Events"), str(len(full.custody)), exact=True)
        if full.custody:
            last = full.custody[-1].event
            self.facts.tell(
                self.tr("Last event"),
                self.tr("{action}, {when}").format(
                    action=event_words(last), when=isolate(when(occurred(last)))
                ),
            )
        self.facts.end()
        self._stands = stands
        self._show_files(full, self._model.withdrawn)

    def _clear_files(self, shows: ExhibitId | None) -> None:
        """Begin to show an exhibit: from above, or with the cursor where it is if it was shown already."""
        held = self.files.cursor()
        self.files.show_files(())
        was_shown, self._shown = self._shown, shows
        if was_shown != shows:
            self.area.verticalScrollBar().setValue(0)
        elif held is not None:
            self._in_sight.go_to(*held)

    def _show_files(self, full: ExhibitInFull, withdrawn: Sequence[ExhibitFile]) -> None:
        """Show the files of an exhibit, and behind them those that were withdrawn."""
        heading = self.tr("%n file(s)", "", len(full.files))
        if withdrawn:
            heading += "  \u00b7  " + self.tr("%n withdrawn", "", len(withdrawn))
        self.files_heading.setText(heading)
        self.files.show_files((*full.files, *withdrawn))

    def _show_bars(self, bars: Sequence[BarKind]) -> None:
        """Say that something keeps the exhibit in the office, and what."""
        if BarKind.QUARANTINE in bars:
            self.bar.show_as(self.tr("Quarantine"), Tone.BAD)
        else:
            self.bar.show_as(self.tr("Barred") if bars else "", Tone.WARN)
        self.bar.setVisible(bool(bars))
        if bars:
            self.facts.tell(self.tr("Stays here"), listed_apart(map(words, bars)))

    def _let_add(self, *, takes: bool) -> None:
        for each in (self.add_button, self.folder_button):
            each.setEnabled(takes)

    def _file(self, file: ExhibitFile) -> FileCard:
        card = FileCard(file, self._rights, stands=self._stands)
        card.wants_look.connect(self.wants_look)
        card.wants_same.connect(self.wants_same)
        self.file_acts.follow(card)
        return card

    def _look(self) -> None:
        """Look into the file whose card has the focus, or into the one that was seen last, or the first."""
        known = self.findChildren(FileCard)
        chosen = next((card for card in known if card.isAncestorOf(self.focusWidget() or self)), None)
        last = next((card for card in known if card.file.id == self._last_seen), None)
        if known:
            self.wants_look.emit((chosen or last or known[0]).file)

    def go_to_last_seen(self) -> bool:
        """Put the cursor on the file that was looked into last; return whether it is shown."""
        return self._last_seen is not None and self.files.go_to(self._last_seen)

    def go_to_file(self, file_id: FileId) -> None:
        """Show the card of a file of this exhibit; what looks inside then looks into this one."""
        self._last_seen = file_id
        self._in_sight.go_to(file_id)

    def remember(self, file: ExhibitFile) -> None:
        """Know the file that was looked into last."""
        self._last_seen = file.id

    def _chosen(self) -> ChosenEntry | None:
        full, case = self._model.exhibit, self._model.case
        if full is None or case is None:
            return None
        itself = full.exhibit.id
        choices = {
            kind: [each for each in found if each[1] != itself] for kind, found in self._model.choices.items()
        }
        return ChosenEntry(
            entry=full.exhibit,
            description=EXHIBIT,
            named=self.tr("exhibit {number}").format(number=isolate(full.exhibit.number)),
            correcting=self.tr("Correct exhibit {number}").format(number=isolate(full.exhibit.number)),
            choices=choices,
            names=self._model.names,
            languages_first=(case.language,),
        )

    def _describe(self) -> None:
        full = self._model.exhibit
        if full is not None:
            model = DescriptionsModel(self._model.jobs, full.exhibit)
            edits = not full.exhibit.struck and Right.REGISTER_EXHIBITS in self._rights
            DescriptionsDialog(self, model, self._model.choices, self._model.names, may_edit=edits).open()

    def _custody(self) -> None:
        if self._model.exhibit is not None:
            self.wants_custody.emit(self._model.exhibit.exhibit.id)

    def _open_bars(self) -> None:
        from ui.exhibits.bars import BarsDialog
        from ui.exhibits.bars_model import BarsModel

        full = self._model.exhibit
        if full is not None:
            BarsDialog(self, BarsModel(self._model.jobs, full.exhibit, self)).open()

    def _open_sources(self) -> None:
        self.show_sources()

    def show_sources(self, tab: int = 0) -> None:
        """Show where the files of the open exhibit come from."""
        from ui.exhibits.sources import SourcesDialog
        from ui.exhibits.sources_model import SourcesModel

        full = self._model.exhibit
        if full is not None:
            model = SourcesModel(self._model.jobs, full.exhibit)
            dialog = SourcesDialog(self, model, adds=self._takes())
            model.setParent(dialog)
            dialog.wants_added.connect(self._model.add_files)
            if self._takes():
                self._model.expect_files()
            dialog.tabs.setCurrentIndex(tab)
            dialog.open()

    def _open_key(self) -> None:
        from ui.exhibits.key_material import KeyMaterialDialog

        full = self._model.exhibit
        if full is not None:
            enters = Right.REGISTER_EXHIBITS in self._rights
            KeyMaterialDialog(self, self.key_model, full.exhibit, enters=enters).open()

    def _show_key(self, secret: bytearray) -> None:
        from ui.exhibits.key_material import ShownKeyMaterialDialog

        ShownKeyMaterialDialog(self, secret).open()

    def _add(self) -> None:
        full = self._model.exhibit
        if full is not None:
            heading = self.tr("Files of exhibit {number}").format(number=isolate(full.exhibit.number))
            self._model.expect_files()
            self._model.add_files(choose.choose_files(self, heading))

    def _add_folder(self) -> None:
        full = self._model.exhibit
        if full is not None:
            heading = self.tr("A folder for exhibit {number}").format(number=isolate(full.exhibit.number))
            self._model.expect_files()
            chosen = choose.choose_folder(self, heading)
            self._model.add_files([] if chosen is None else [chosen])

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:  # noqa: N802 - Qt's name
        if self._dropped(event):
            self._model.expect_files()

    def dragMoveEvent(self, event: "QDragMoveEvent") -> None:  # noqa: N802 - Qt's name
        self._dropped(event)

    def dropEvent(self, event: "QDropEvent") -> None:  # noqa: N802 - Qt's name
        given = self._dropped(event)
        if given:
            # The other program waits for the end of this event.
            QTimer.singleShot(0, self, lambda: self._model.add_files(given))

    def _dropped(self, event: "QDropEvent") -> list[Path]:
        """Return what would be dropped. It is copied, whatever the other program proposes."""
        urls = event.mimeData().urls()
        if not urls or not all(each.isLocalFile() for each in urls) or not self._takes():
            event.ignore()
            return []
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return [Path(each.toLocalFile()) for each in urls]

    def _takes(self) -> bool:
        """Whether the open exhibit takes files now."""
        return not self.add_button.isHidden() and self.add_button.isEnabled()
