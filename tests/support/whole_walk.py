"""The whole walk, from the first window to the one after the lock."""

import tempfile
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.support import (
    walk_ads,
    walk_assignment,
    walk_checking,
    walk_elsewhere,
    walk_exchange,
    walk_handing,
    walk_language,
    walk_office,
    walk_receiving,
    walk_records,
    walk_searching,
    walk_tongues,
)
from tests.support.controllers import at_the_desk, copy_of, new_session
from tests.support.walk import PERLA, Look, Walk, furnish
from thb_desktop.services.office.recovery import RecoveryShare
from ui.settings import Settings

PARTS = (
    "start",
    "checking",
    *(page.__name__ for page in walk_records.PAGES),
    "office",
    "sealed",
    "searching",
    "empty",
    "locked",
    "no_case",
    "rolled_back",
    "clock_back",
    "assignment",
    "exchange",
    "language",
    "elsewhere",
    "receiving",
    "handing",
    "ads",
    "tongues",
)
"""What can be walked through alone."""
_PREPARED = {
    "language": (walk_language.prepare, walk_language.language),
    "elsewhere": (walk_elsewhere.prepare, walk_elsewhere.taking_over),
    "handing": (walk_handing.prepare, walk_handing.handing),
    "ads": (walk_ads.prepare, walk_ads.ads),
}
"""Parts that begin with something of their own in the vault: how it gets there, and the walk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vaults:
    """new: one without a case. older: one that this computer remembers as newer. share: of the filled one."""

    filled: Path
    new: Path
    older: Path
    share: RecoveryShare


def make_vaults(place: Path) -> Vaults:
    """The vaults of a walk; each walk takes copies of them."""
    filled, new = place / "filled", place / "new"
    session = new_session(filled)
    furnish(session)
    walk_office.add_colleague(session)
    share = walk_office.make_share(session)
    session.close()
    new_session(new).close()
    return Vaults(filled=filled, new=new, older=walk_office.set_back(filled, place), share=share)


def walk_through(
    application: QApplication, settings: Settings, look: Look, vaults: Vaults, only: Collection[str] = ()
) -> None:
    """Show `look` every window of these parts, in this language and scheme."""
    wanted = [part for part in PARTS if not only or part in only]
    with tempfile.TemporaryDirectory(dir=vaults.filled.parent) as place:
        vault, new = (
            copy_of(template, Path(place, template.name)) for template in (vaults.filled, vaults.new)
        )
        with at_the_desk(application, settings) as desk:
            _work(Walk(application, desk, look), vault, vaults.share, wanted)
        if "locked" in wanted:
            with at_the_desk(application, settings) as desk:
                Walk(application, desk, look).come_back(vault)
        if "assignment" in wanted:
            _assignment(application, settings, look, copy_of(vaults.filled, Path(place, "assigned.thbvault")))
        if "tongues" in wanted:
            _tongues(application, settings, look, copy_of(vaults.filled, Path(place, "tongues.thbvault")))
        if "exchange" in wanted:
            with at_the_desk(application, settings) as desk:
                exchanged = copy_of(vaults.filled, Path(place, "exchanged.thbvault"))
                walk_exchange.dialogs(Walk(application, desk, look), exchanged, Path(place))
        for part in (each for each in _PREPARED if each in wanted):
            prepare, walk_part = _PREPARED[part]
            prepared = copy_of(vaults.filled, Path(place, f"{part}.thbvault"))
            prepare(prepared)
            with at_the_desk(application, settings) as desk:
                walk_part(Walk(application, desk, look), prepared)
        if "receiving" in wanted:
            received = copy_of(vaults.filled, Path(place, "received.thbvault"))
            with at_the_desk(application, settings) as desk:
                walk_receiving.dialogs(Walk(application, desk, look), received)
        for part, folder in ((walk_records.no_case, new), (walk_office.rolled_back, vaults.older)):
            if part.__name__ in wanted:
                with at_the_desk(application, settings) as desk:
                    desk.jobs.environment = walk_office.with_memory(vaults.filled.parent)
                    walk = Walk(application, desk, look)
                    part(walk, walk.enter(folder))
        if "clock_back" in wanted:
            ahead = walk_office.put_ahead(copy_of(vaults.new, Path(place, "ahead.thbvault")))
            with at_the_desk(application, settings) as desk:
                walk = Walk(application, desk, look)
                walk_office.clock_back(walk, walk.enter(ahead))


def _assignment(application: QApplication, settings: Settings, look: Look, vault: Path) -> None:
    """What the office gives out, and the windows of the interpreter."""
    store = walk_assignment.give_out(vault)
    with at_the_desk(application, settings) as desk:
        walk_assignment.office_side(Walk(application, desk, look), vault)
    with at_the_desk(application, settings) as desk:
        walk_assignment.interpreter_side(Walk(application, desk, look), vault, store)
    revised = walk_assignment.revise(vault)
    with at_the_desk(application, settings) as desk:
        walk_assignment.reviser_side(Walk(application, desk, look), vault, revised)


def _tongues(application: QApplication, settings: Settings, look: Look, vault: Path) -> None:
    """A record in Persian, Tigrinya and Chinese, at the office and in the store of its interpreter."""
    store = walk_tongues.prepare(vault)
    with at_the_desk(application, settings) as desk:
        walk_tongues.office_side(Walk(application, desk, look), vault)
    with at_the_desk(application, settings) as desk:
        walk_tongues.interpreter_side(Walk(application, desk, look), vault, store)


def _work(walk: Walk, vault: Path, share: RecoveryShare, wanted: Collection[str]) -> None:
    """From the first window to the lock."""
    start = walk.begin(vault)
    if "start" in wanted:
        walk_records.start(walk, start)
        walk_office.ways_in(walk, start)
    if "checking" in wanted:
        walk_checking.dialogs(walk, start)
    main = walk.enter(vault, start)
    walk.show_case(main, PERLA)
    for number, page in enumerate(walk_records.PAGES):
        if page.__name__ in wanted:
            walk.go(main, number)
            page(walk, main)
    if "office" in wanted:
        walk_office.office(walk, main, share)
    for part in (walk_office.sealed, walk_searching.searching, walk_records.empty):
        if part.__name__ in wanted:
            part(walk, main)
    if "locked" in wanted:
        walk.lock()
