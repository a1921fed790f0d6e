"""What is viewed in a session, in the log of consultations; and the event that says where the log ends."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import ConsultationMark, Consulted, Purpose
from thb_desktop.domain.ids import RowId
from thb_desktop.errors import DiskFullError
from thb_desktop.services.core.consultation_log import ConsultationLog
from thb_desktop.vault.tables import registry

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session


def log_views(
    session: "Session",
    log: ConsultationLog,
    views: Sequence[tuple[Consulted, str, str, Purpose]],
    *,
    again: bool,
) -> None:
    """Log views in one transaction: of what, its id, its case, and why. again: also those that this session
    logged already. See `Session.consulted` for when nothing is logged. Raises DiskFullError.
    """
    if not session.keeps_drafts or session.read.in_transaction:
        return
    due = [each for each in views if again or not log.holds(each[0], each[1], each[3])]
    if not due:
        return
    savepoint, reading = log.savepoint(), session.clock.read()
    try:
        with session.drafting():
            for kind, subject, case_id, why in due:
                log.write(kind, subject, case_id=case_id, purpose=why, recipient="", reading=reading)
    except BaseException as failure:
        log.roll_back(savepoint)
        session.note_failure(failure)
        if isinstance(failure, DiskFullError):
            # Each view must be on record (LED, Article 25): one that cannot be logged is refused.
            raise DiskFullError(
                "the disk is full, and each view is recorded: make room, then try again"
            ) from None
        raise
    for kind, subject, _, why in due:
        log.keep(kind, subject, why)


def close_log(session: "Session", log: ConsultationLog) -> None:
    """Record in an event where the log ends, if it is longer than the last such event says."""
    if not session.is_writable or session.read.in_transaction:
        return
    told = registry.CONSULTATION_MARK.last(session.read)
    if log.size <= (told.size if told is not None else 0):
        return
    with session.work() as work:
        new_id = RowId(work.new_id())
        work.save(ConsultationMark(id=new_id, size=log.size, root=log.root.hex(), at=work.at))
        work.record(session.vault_id, VaultAction.CONSULTATIONS_CLOSED)
