"""The words in which a bank states the status of transactions: which they are, and what they mean."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import batched, chain
from threading import Event

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.finance_codes import BookingStatus
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.money_counted import OWN
from thb_desktop.domain.rights import Right
from thb_desktop.errors import CancelledError, NothingCorrectedError, ValueRefusedError
from thb_desktop.services.casework.corrections import correct_in, reason_of
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import flow_lists, registry

_AT_ONCE = 500
"""Transactions that are read together: a case may have very many."""


@permitted(Right.READ_FINANCE, logs=Consulted.FINANCE)
def bank_words(session: Session, case_id: CaseId) -> Mapping[str, int]:
    """Return how many standing transactions of a case have a status in which words of a bank, if that is all
    that is known of it: those of most transactions first.
    """
    return flow_lists.own_words(session.read, case_id)


@permitted(Right.EDIT_FINANCE)
def correct_statuses(
    session: Session,
    case_id: CaseId,
    written: str,
    status: BookingStatus,
    reason: str,
    *,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    cancelled: Event | None = None,
) -> int:
    """Give every standing transaction of a case whose status is known in these words of a bank alone what
    they mean: all or none. Each is corrected as `corrections.correct` does; the words stay. Returns how many.

    progress: done and total. Raises ReasonMissingError, ValueRefusedError for a status that is again the
    bank's own, NothingCorrectedError if no transaction has these words, CancelledError with nothing
    corrected, and what correcting one of them raises.
    """
    because = reason_of(reason)
    if status in OWN:
        raise ValueRefusedError("this status does not say what the words mean", "money_transaction.status")
    with session.work() as work:
        found = flow_lists.in_own_words(work.connection, case_id, written)
        if not found:
            raise NothingCorrectedError("no transaction has a status in these words")
        rows = (
            registry.MONEY_TRANSACTION.among(work.connection, "id", some) for some in batched(found, _AT_ONCE)
        )
        for done, each in enumerate(chain.from_iterable(rows), start=1):
            if cancelled is not None and cancelled.is_set():
                raise CancelledError("stopped; nothing was corrected")
            correct_in(work, session, replace(each, status=status), because)
            progress(done, len(found))
    return len(found)
