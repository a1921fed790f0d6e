"""The links of a case as they are looked at: one person or thing with its neighbours, and the way to it."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.links import Links, Thing
from thb_desktop.domain.rights import Right, may
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.money import finance
from thb_desktop.services.persons import people
from thb_desktop.services.searching import links
from ui.jobs import InVault, VaultJobs
from ui.view_model import ViewModel

MOST_OBJECTS = 200
"""Of the objects of a case, so many are offered to begin with; with each other, its own list begins."""


class LinksModel(ViewModel):
    """things: with what one can begin: words and thing; and how many objects are not among it.

    loaded: the links. written: the file of a sheet, and how many pages it has.
    """

    things = Signal(object, int)
    loaded = Signal(object)
    written = Signal(object, int)

    def __init__(self, jobs: VaultJobs, case: CaseFile, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.case = case
        self.way: list[Thing] = []
        """What was shown, the present thing last."""

    def list_things(self) -> None:
        def work(session: Session) -> tuple[tuple[tuple[str, Thing], ...], int]:
            found: list[tuple[str, str, Any]] = []
            found += [(each.code, "person", each) for each in people.list_persons(session, self.case.id)]
            if may(session.user.role, Right.READ_FINANCE):
                accounts = finance.list_accounts(session, self.case.id)
                found += [(f"{each.number}  {each.holder}", "account", each) for each in accounts]
            objects = cases.page_of_objects(session, self.case.id, count=MOST_OBJECTS)
            found += [(f"{each.number}  {each.label}", "case_object", each) for each in objects.rows]
            things = tuple(
                (told.strip(), Thing(kind, str(each.id))) for told, kind, each in found if not each.struck
            )
            return things, objects.total - len(objects.rows)

        self.read(work, lambda found: self.things.emit(*found))

    def show(self, thing: Thing) -> None:
        """Show a thing with its neighbours; of what is refused, the one before stays."""

        def done(found: Links) -> None:
            if not self.way or self.way[-1] != thing:
                self.way.append(thing)
            self.loaded.emit(found)

        self.read(lambda session: links.links_of(session, self.case.id, thing), done)

    def go_back(self) -> None:
        """Show what was shown before."""
        if len(self.way) > 1:
            self.way.pop()
            self.show(self.way[-1])

    def print_sheet(self, target: Path) -> None:
        from thb_desktop.services.case_file import sheets
        from thb_desktop.services.searching import links_sheet

        if not self.way:
            return
        thing = self.way[-1]

        def work(in_vault: InVault) -> int:
            sheet = in_vault(lambda session: links_sheet.links_sheet(session, self.case.id, thing))
            return sheets.write_sheet(sheet, target)

        self.jobs.beside(self, work, then=lambda pages: self.written.emit(target, pages), refused=self.refuse)
