"""The dialog of an exhibit's descriptions: its things, and how something in it was captured online."""

from collections.abc import Mapping, MutableMapping
from functools import partial
from textwrap import wrap
from typing import Any

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.description import ItemDescription, OnlineCapture
from thb_desktop.domain.description_fields import ITEM_DESCRIPTION, OF_EXHIBITS, ONLINE_CAPTURE
from thb_desktop.domain.description_rules import check_numbers
from thb_desktop.domain.fields import Description
from thb_desktop.findings import Finding
from ui.exhibits.descriptions_model import Described, DescriptionsModel
from ui.forms.entry_acts import ChosenEntry, EntryActs
from ui.forms.entry_dialog import EntryDialog
from ui.forms.reading import read_fields, struck_column
from ui.labels.entries import Choices
from ui.rows import Column, RowsModel
from ui.text import isolate, isolate_words, listed_apart, with_name
from ui.widgets.basic import button, row
from ui.widgets.dialog import Dialog
from ui.widgets.table import RecordTable, show_entries

_NAMED = frozenset({"exhibit_id", "item", "requested_url", "note"})
"""What stands in a column of its own, or is for the office only."""


_ACROSS = 16
"""Signs of a line on a card: an address has no blanks at which it could be broken."""


class DescriptionsDialog(Dialog):
    """Lists what describes an exhibit, and adds to it.

    choices, names: of the officials, whom a capture can name.
    """

    def __init__(
        self,
        parent: QWidget,
        model: DescriptionsModel,
        choices: Choices,
        names: MutableMapping[str, str],
        *,
        may_edit: bool,
    ) -> None:
        heading = self.tr("Description of exhibit {number}").format(number=isolate(model.exhibit.number))
        super().__init__(parent, heading)
        self.setMinimumWidth(960)
        self._model, self._choices, self._names = model, choices, names
        model.setParent(self)
        self.rows: RowsModel[Described] = RowsModel(self._columns(), self)
        self.table = RecordTable(self.rows, self.tr("Descriptions"), wrap=True)
        self.table.setMinimumHeight(260)
        self.table.say_when_empty(self.tr("Nothing of this exhibit is described yet."))
        self.item_button = button(self.tr("Describe a &thing\u2026"), self._add_item, icon="plus")
        self.capture_button = button(self.tr("Add an online ca&pture\u2026"), self._add_capture, icon="plus")
        self.acts = EntryActs(self, model, self._chosen)
        self.acts.correct_button.setText(self.tr("Co&rrect\u2026"))
        self.main_button = button(self.tr("Close"), self.accept, part="primary")
        self.body.addWidget(self.table)
        self.body.addLayout(
            row(self.acts.history_button, self.acts.strike_button, None, self.acts.correct_button)
        )
        self._outer.addLayout(row(self.item_button, self.capture_button, None, self.main_button))
        # Once they have their place: a button that is shown before would be a window of its own.
        self.acts.offer(reads=True, edits=may_edit)
        for each in (self.item_button, self.capture_button):
            each.setVisible(may_edit)
        self.table.opened.connect(lambda _: self.acts.correct())
        self.acts.told.connect(self.notice.tell)
        model.listed.connect(lambda found: show_entries(self.rows, self.table, found))
        model.added.connect(lambda _: model.list())
        model.writing.connect(self.notice.clear)
        model.refused.connect(self.notice.refuse)
        model.refused_at.connect(lambda _, sentence: self.notice.refuse(sentence))
        model.list()

    def _columns(self) -> tuple[Column[Described], ...]:
        return (
            Column(title=self.tr("Kind"), read=self._kind, width=110),
            Column(title=self.tr("What"), read=_called, width=190),
            Column(title=self.tr("Particulars"), read=self._particulars),
            struck_column(),
        )

    def _kind(self, described: Described) -> str:
        return self.tr("Thing") if isinstance(described, ItemDescription) else self.tr("Capture")

    def _particulars(self, described: Described) -> str:
        return particulars(described, self._names)

    def _add_item(self) -> None:
        self._add(ITEM_DESCRIPTION, self.tr("Describe a thing of exhibit {number}"))

    def _add_capture(self) -> None:
        self._add(ONLINE_CAPTURE, self.tr("Add an online capture to exhibit {number}"))

    def _add(self, description: Description, heading: str) -> None:
        exhibit = self._model.exhibit

        def take(values: dict[str, Any], _: str) -> None:
            self._model.add(
                description.entity(id="", case_id=exhibit.case_id, exhibit_id=exhibit.id, **values)
            )

        EntryDialog(
            self,
            heading.format(number=isolate(exhibit.number)),
            description,
            take,
            model=self._model,
            main=self.tr("Add"),
            names={each.name for each in description.fields} - {"exhibit_id"},
            choices=self._choices,
            draft=self._model.draft(f"add-{description.name}", exhibit.id),
            doubts=partial(_doubts, description, None),
        ).open()

    def _chosen(self) -> ChosenEntry | None:
        found = self.table.current_record()
        if not isinstance(found, ItemDescription | OnlineCapture):
            return None
        named = isolate_words(_called(found))
        return ChosenEntry(
            entry=found,
            description=description_of(found),
            named=named,
            correcting=self.tr("Correct the description: {named}").format(named=named),
            choices=self._choices,
            names=self._names,
            doubts=partial(_doubts, description_of(found), found),
        )


def _doubts(
    description: Description, before: ItemDescription | OnlineCapture | None, values: Mapping[str, Any]
) -> tuple[Finding, ...]:
    """Return what is asked before a description is saved. before: the present one, for a correction."""
    if description is not ITEM_DESCRIPTION:
        return ()
    known = before.imei if isinstance(before, ItemDescription) else ()
    return tuple(check_numbers(values["imei"], known))


def description_of(described: Described) -> Description:
    return next(each for each in OF_EXHIBITS if each.entity is type(described))


def particulars(described: Described, names: Mapping[str, str]) -> str:
    """Return what is recorded of it, each with its name, without what stands beside. names: by id."""
    description = description_of(described)
    only = [
        each.name
        for each in description.fields
        if each.name not in _NAMED and getattr(described, each.name) not in (None, "", ())
    ]
    return listed_apart(
        with_name(name, isolate(value) if is_exact else isolate_words(value))
        for name, value, is_exact in read_fields(description, described, names, only)
    )


def told(described: Described, names: Mapping[str, str]) -> tuple[str, str]:
    """Return how a description is called, in lines that fit beside the particulars of a card, and those."""
    return "\n".join(wrap(_called(described), _ACROSS)), particulars(described, names)


def _called(described: Described) -> str:
    return described.item if isinstance(described, ItemDescription) else described.requested_url
