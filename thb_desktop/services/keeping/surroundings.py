"""Surroundings: what a vault depends on and cannot guarantee itself: room, clock, copies elsewhere."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta

from thb_desktop.domain.rights import Right
from thb_desktop.domain.times import Reading
from thb_desktop.errors import FormatError, StorageError
from thb_desktop.findings import Finding, Value, holds, unknown
from thb_desktop.ledger.entry import Entry
from thb_desktop.services.core.keys_made import check_keys_made
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.rollback_checks import find_anchors
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping.backups import list_backups
from thb_desktop.vault.memory import MemoryRisk
from thb_desktop.vault.system import free_space, medium
from thb_desktop.vault.tables import chain, counts

GIB = 2**30
LONG_AGO = timedelta(days=400)
"""The last event is older: nobody used the vault, or the clock is wrong."""
BACKUP_DAYS = 7
"""A backup older than this is reported."""
TOLERANCE = timedelta(minutes=10)
"""How far a claimed time may differ from the running time of the machine: clocks are corrected now and then.
"""


@permitted(Right.CHECK_HEALTH)
def check_surroundings(
    session: Session, *, recent: int | None = None, moves: "ClockMoves | None" = None
) -> tuple[Finding, ...]:
    """Check the surroundings of the vault. Its findings never make the vault invalid.

    recent: compare the clock only at so many last entries; None at all. moves: what whoever read all entries
    found of it.
    """
    return (
        *_check_space(session),
        *_check_clock(session, moves or _moves(session, recent)),
        *_check_memory(session),
        *_check_sandbox(session),
        *_check_ids(session),
        *_check_backups(session),
        *_check_left(session),
        *check_keys_made(session.read),
    )


def _check_space(session: Session) -> Iterator[Finding]:
    try:
        with medium():
            free = free_space(session.vault.folder)
    except StorageError:
        return
    taken = session.vault.layout.database.stat().st_size
    taken += counts.stored_bytes(session.read)
    if free < GIB:
        yield unknown("space-low.little", free=free)
    elif free < taken:
        yield unknown("space-low.less-than-the-vault", free=free, taken=taken)
    else:
        yield holds("space", free=free, taken=taken)


class ClockMoves:
    """Where, within one run of a machine, the claimed time advanced differently from the running time.

    found: the number of each such entry, and by how much.
    """

    def __init__(self) -> None:
        self.found: list[tuple[int, timedelta]] = []
        self._before: Entry | None = None

    def take(self, entry: Entry) -> None:
        """Take the next entry that can be read."""
        before, self._before = self._before, entry
        ran = _ran(before.boot, before.mono, entry.boot, entry.mono) if before else None
        if before is not None and ran is not None and abs(entry.at - before.at - ran) > TOLERANCE:
            self.found.append((entry.seq, entry.at - before.at - ran))


def _moves(session: Session, recent: int | None) -> ClockMoves:
    moves = ClockMoves()
    after = 0 if recent is None else chain.size_of(session.read) - recent
    for signed in chain.entries_after(session.read, after):
        with suppress(FormatError):
            moves.take(signed.parsed())
    return moves


def _check_clock(session: Session, moves: ClockMoves) -> Iterator[Finding]:
    reading = session.clock.read()
    last = chain.last_entry(session.read)
    moved = moves.found
    try:
        said = _against(last.parsed(), reading) if last else None
    except FormatError:
        said = None
    if said:
        yield said
    if moved:
        seq, by = moved[0]
        yield unknown("clock-moved.between", count=len(moved), before=seq - 1, after=seq, by=by)
    if not said and not moved:
        yield holds("clock")


def _against(last: Entry, now: Reading) -> Finding | None:
    """Return what is wrong with the clock, compared with the last event."""
    if now.at < last.at:
        return unknown("clock-backwards.computer")
    ran = _ran(last.boot, last.mono, now.boot, now.monotonic)
    if ran is not None and abs(now.at - last.at - ran) > TOLERANCE:
        return unknown("clock-moved.since", by=now.at - last.at - ran)
    if now.at - last.at > LONG_AGO:
        return unknown("clock-ahead", days=(now.at - last.at).days)
    return None


def _ran(boot: str, mono: int, later_boot: str, later_mono: int) -> timedelta | None:
    """Return how long the machine ran in between; None if it was restarted, or does not say."""
    if not boot or boot != later_boot or later_mono < mono:
        return None
    return timedelta(microseconds=(later_mono - mono) // 1000)


def _check_memory(session: Session) -> Iterator[Finding]:
    look = session.environment.memory
    if look is None:
        return
    risks = look()
    if MemoryRisk.SWAP in risks:
        yield unknown("memory-swap")
    if MemoryRisk.HIBERNATION in risks:
        yield unknown("memory-hibernation")
    if not risks:
        yield holds("memory")


def _check_sandbox(session: Session) -> Iterator[Finding]:
    """Whether files of others can be examined here, in a process that can do nothing else."""
    if session.environment.sandbox is None:
        return
    machine = session.environment.sandbox()
    if machine.is_whole:
        yield holds("sandbox")
    elif not (machine.landlock or machine.seccomp):
        yield unknown("sandbox-missing.system")
    elif machine.seccomp:
        yield unknown("sandbox-missing.landlock")
    else:
        yield unknown("sandbox-missing.seccomp")


def _check_ids(session: Session) -> Iterator[Finding]:
    if session.vault.header.tells_ids and not session.vault.read_only:
        yield unknown("ids-in-header")


def _check_backups(session: Session) -> Iterator[Finding]:
    made = [event for event in list_backups(session) if not event.tried]
    if not made:
        yield unknown("backup-never")
        return
    last = made[-1]
    days = max((session.clock.read().at - last.at).days, 0)
    made_last: dict[str, Value] = {"at": last.at, "medium": last.note or "?", "days": days}
    if last.old_key:
        yield unknown("backup-old.key-renewed", made_last)
    elif days > BACKUP_DAYS:
        yield unknown("backup-old.days", made_last)
    else:
        yield holds("backup-made", made_last)


def _check_left(session: Session) -> Iterator[Finding]:
    anchors = find_anchors(session.read, session.vault_id, session.heads)
    if anchors.left_at is not None and anchors.left_with is not None:
        yield holds("head-left", at=anchors.left_at, with_what=anchors.left_with)
    else:
        yield unknown("head-never-left.computer" if session.heads else "head-never-left.nobody")
