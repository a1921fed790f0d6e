"""Surroundings: what a vault leans on and cannot promise by itself: room, clock, what others keep of it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from thb_desktop.domain.rights import Right
from thb_desktop.domain.times import Reading
from thb_desktop.errors import FormatError, StorageError
from thb_desktop.ledger.entry import Entry
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.rollback_checks import find_anchors
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping.backups import list_backups
from thb_desktop.vault.memory import MemoryRisk
from thb_desktop.vault.system import free_space, medium
from thb_desktop.vault.tables import chain, registry
from thb_desktop.verify.findings import Finding, holds, unknown

GIB = 2**30
LONG_AGO = timedelta(days=400)
"""A vault that nobody touched for so long, or a clock that was set wrong."""
BACKUP_DAYS = 7
"""A backup that is older than this is told."""
TOLERANCE = timedelta(minutes=10)
"""So far a claimed time may stray from the running time of the machine: clocks are set right now and then."""


@permitted(Right.CHECK_HEALTH)
def check_surroundings(session: Session) -> tuple[Finding, ...]:
    """Look at what surrounds the vault. Nothing of it is ever broken; it may be worth a thought."""
    return (
        *_check_space(session),
        *_check_clock(session),
        *_check_memory(session),
        *_check_backups(session),
        *_check_left(session),
    )


def _check_space(session: Session) -> Iterator[Finding]:
    try:
        with medium():
            free = free_space(session.vault.folder)
    except StorageError:
        return
    taken = session.vault.layout.database.stat().st_size
    taken += sum(file.size for file in registry.EXHIBIT_FILE.all(session.read))
    if free < GIB:
        yield unknown("space-low", f"Little room is left on the vault's medium: {_size(free)}.")
    elif free < taken:
        yield unknown(
            "space-low",
            f"The room left on the vault's medium ({_size(free)}) is less than the vault takes "
            f"({_size(taken)}): a new copy of it finds no place there.",
        )
    else:
        yield holds("space", f"{_size(free)} are free on the vault's medium; the vault takes {_size(taken)}.")


def _check_clock(session: Session) -> Iterator[Finding]:
    reading = session.clock.read()
    last = chain.last_entry(session.read)
    moved = _moves(session)
    try:
        said = _against(last.parsed(), reading) if last else None
    except FormatError:
        said = None
    if said:
        yield said
    if moved:
        shown = "; ".join(f"between entries {seq - 1} and {seq} by {_span(by)}" for seq, by in moved[:5])
        yield unknown(
            "clock-moved",
            f"The clock was moved against the running time of its computer {len(moved)} time(s): {shown}. "
            "The order of events stands; their claimed times around it may be wrong.",
        )
    if not said and not moved:
        yield holds(
            "clock", "The clock fits the events: it goes on from the last one, and was not moved in between."
        )


def _against(last: Entry, now: Reading) -> Finding | None:
    """What is odd about the clock, seen from the last event."""
    if now.at < last.at:
        return unknown(
            "clock-backwards",
            f"The clock of this computer stands earlier than at the last event: {_SEE}.",
        )
    ran = _ran(last.boot, last.mono, now.boot, now.monotonic)
    if ran is not None and abs(now.at - last.at - ran) > TOLERANCE:
        by = _span(now.at - last.at - ran)
        return unknown(
            "clock-moved", f"Since the last event this computer's clock was moved by {by}: {_SEE}."
        )
    if now.at - last.at > LONG_AGO:
        days = (now.at - last.at).days
        return unknown(
            "clock-ahead", f"This computer's clock stands {days} days after the last event: {_SEE}."
        )
    return None


_SEE = "check date and time"


def _moves(session: Session) -> list[tuple[int, timedelta]]:
    """Where, within one run of a machine, the claimed time went on otherwise than the machine ran."""
    moves = []
    for before, after in pairwise(_readable(session)):
        ran = _ran(before.boot, before.mono, after.boot, after.mono)
        if ran is not None and abs(after.at - before.at - ran) > TOLERANCE:
            moves.append((after.seq, after.at - before.at - ran))
    return moves


def _readable(session: Session) -> Iterator[Entry]:
    for signed in chain.entries(session.read):
        try:
            yield signed.parsed()
        except FormatError:
            continue


def _ran(boot: str, mono: int, later_boot: str, later_mono: int) -> timedelta | None:
    """How long the machine ran in between; None if it was started anew, or does not tell."""
    if not boot or boot != later_boot or later_mono < mono:
        return None
    return timedelta(microseconds=(later_mono - mono) // 1000)


def _check_memory(session: Session) -> Iterator[Finding]:
    look = session.environment.memory
    if look is None:
        return
    risks = look()
    if MemoryRisk.SWAP in risks:
        yield unknown(
            "memory-swap",
            "This computer swaps memory to a disk that is not encrypted: what is read here may come to lie "
            "there.",
        )
    if MemoryRisk.HIBERNATION in risks:
        yield unknown(
            "memory-hibernation",
            "Hibernation would write memory to a disk that is not encrypted: shut the computer down instead.",
        )
    if not risks:
        yield holds("memory", "Memory of this computer reaches no disk that is not encrypted.")


def _check_backups(session: Session) -> Iterator[Finding]:
    made = [event for event in list_backups(session) if not event.tried]
    if not made:
        yield unknown(
            "backup-never", "No backup of this vault was ever made: what befalls its medium befalls the file."
        )
        return
    last = made[-1]
    days = max((session.clock.read().at - last.at).days, 0)
    labelled = f" ({last.note})" if last.note else ""
    said = f"The last backup was made on {_minute(last.at)}{labelled}, {days} day(s) ago."
    if last.old_key:
        said += " The master key was renewed since: make a new one in an empty folder."
        yield unknown("backup-old", said)
        return
    yield (holds("backup-made", said) if days <= BACKUP_DAYS else unknown("backup-old", said))


def _check_left(session: Session) -> Iterator[Finding]:
    anchors = find_anchors(session.read, session.vault_id, session.heads)
    if anchors.left_at is not None:
        yield holds(
            "head-left",
            f"A state of the event chain last left the vault on {_minute(anchors.left_at)}, with "
            f"{anchors.left_with}: whoever has it can show whether the vault was set back since.",
        )
    else:
        seen = "only this computer remembers one" if session.heads else "nobody remembers one"
        yield unknown(
            "head-never-left",
            f"No state of the event chain has left the vault yet; {seen}. Note the short code on paper, or "
            "give a bundle to somebody, so that others could show that the vault was set back.",
        )


def _minute(at: datetime) -> str:
    return at.isoformat(sep=" ", timespec="minutes")


def _span(by: timedelta) -> str:
    hours, minutes = divmod(int(abs(by).total_seconds()) // 60, 60)
    return f"{'-' if by < timedelta() else '+'}{hours} h {minutes:02} min"


def _size(count: int) -> str:
    return f"{count / GIB:,.1f} GiB" if count >= GIB else f"{count / 2**20:,.0f} MiB"
