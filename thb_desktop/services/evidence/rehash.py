"""Re-hash: the stored files of a case are read again, exhibit by exhibit, each recorded before the next one.

A run that was stopped goes on where it was: what it recorded is not due any more.
"""

import calendar
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from threading import Event

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import CaseId, ExhibitId
from thb_desktop.domain.rights import Right
from thb_desktop.errors import CancelledError, ThbError
from thb_desktop.services.core.beside import InVault
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.custody_acts import Act
from thb_desktop.services.evidence.readings import Reading, begin_reading, record_reading
from thb_desktop.vault.tables import readings_due
from thb_desktop.vault.tables.readings_due import Due

Progress = Callable[[int, int], None]
"""Called with bytes done and bytes expected, of the whole run."""


@dataclass(slots=True, kw_only=True)
class RehashResult:
    """A run at its end. read: how many exhibits were read; differ: the numbers of those that differ.

    other_data: those with a forensic image whose data are not as it states, a capture with other records or
    files than it states, or a value that somebody stated and the content does not have; the file is as it was
    added.
    left: those that could not be read, with the refusal. stopped: whether the run was stopped before its end.
    """

    read: int = 0
    size: int = 0
    differ: list[str] = field(default_factory=list)
    other_data: list[str] = field(default_factory=list)
    left: list[tuple[str, ThbError]] = field(default_factory=list)
    stopped: bool = False


@permitted(Right.READ_CUSTODY, logs=Consulted.CUSTODY)
def due_exhibits(session: Session, case_id: CaseId, *, before: datetime) -> tuple[Due, ...]:
    """Return the exhibits of a case of which a file was neither added nor read whole since this time.

    An exhibit that was struck out or disposed of is not read.
    """
    return readings_due.due(session.read, case_id, before)


@permitted(Right.SEE_OFFICE)
def due_before(session: Session) -> datetime | None:
    """Return since when a file must have been read; None if the office set no interval."""
    months = session.office_record.rehash_months
    return None if months is None else months_before(session.clock.read().at, months)


def months_before(at: datetime, months: int) -> datetime:
    """Return the same day so many months earlier, or the last one of a shorter month."""
    year, month = divmod(at.year * 12 + at.month - 1 - months, 12)
    day = min(at.day, calendar.monthrange(year, month + 1)[1])
    return at.replace(year=year, month=month + 1, day=day)


def rehash(
    in_vault: InVault,
    due: tuple[Due, ...],
    act: Callable[[Session], Act],
    *,
    progress: Progress | None = None,
    cancelled: Event | None = None,
) -> RehashResult:
    """Read these exhibits; what was recorded before a stop stays.

    act: whoever reads, and why; its time is that of each record. What refuses one exhibit (struck out
    meanwhile, disposed of) is told, and the rest goes on. Raises NotAllowedError before anything is read.
    """
    in_vault(lambda session: session.require(Right.RECORD_CUSTODY))
    result, before, reached, left = RehashResult(), 0, 0, sum(each.size for each in due)

    def report(done: int, expected: int) -> None:
        """Of one exhibit; the data of its images are expected once they are met."""
        nonlocal reached
        reached = done
        if progress is not None:
            progress(before + done, before + expected + left)

    for each in due:
        reached, left = 0, left - each.size
        try:
            reading = _read_one(in_vault, each.exhibit_id, act, report, cancelled)
        except CancelledError:
            result.stopped = True
            break
        except ThbError as refusal:
            result.left.append((each.number, refusal))
        else:
            result.read += 1
            result.size += each.size
            result.differ += [each.number] if reading.differ else []
            result.other_data += [each.number] if reading.has_other_data else []
            if reading.is_stopped:
                result.stopped = True
                break
        before += reached
    return result


def _read_one(
    in_vault: InVault,
    exhibit_id: ExhibitId,
    act: Callable[[Session], Act],
    progress: Progress,
    cancelled: Event | None,
) -> Reading:
    """Read an exhibit and record it."""
    reading = in_vault(lambda session: begin_reading(session, exhibit_id))
    if cancelled is not None and cancelled.is_set():
        raise CancelledError("the work was stopped; what was recorded before stays")
    reading.run(progress=progress, cancelled=cancelled)
    in_vault(lambda session: record_reading(session, reading, act(session)))
    return reading
