"""Settling: a magistrate answers for returns that were not merged as their interpreters handed them back."""

from dataclasses import replace

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.assignment import Assignment
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.ids import AssignmentId
from thb_desktop.domain.rights import Right
from thb_desktop.errors import (
    ChainBrokenError,
    NothingHandedBackError,
    NothingToSettleError,
    ReasonMissingError,
    ReturnForeignError,
)
from thb_desktop.findings import Finding, Standing, unknown, verdict
from thb_desktop.services.assignments.giving import require_assignment
from thb_desktop.services.assignments.returning import review_return
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.settlements import FORGED, SETTLED
from thb_desktop.vault.tables import chain


@permitted(Right.SIGN_RECORDS)
def settle_returns(
    session: Session, *, reason: str, assignment_id: AssignmentId | None = None
) -> tuple[Assignment, ...]:
    """Answer for every return that the unlock names as not handed back so; then the session can write again.

    One event for each assignment, with the reason. Nothing is taken out: what was merged stays, with the
    signatures that it has or lacks, and the return stays named at each check; what a merge left out can then
    be merged.

    assignment_id: an assignment whose review says that a return names a state which its store never had
    (ReturnForeignError): the store need not continue the states of its returns of before.

    Raises ReasonMissingError, NothingToSettleError, ChainBrokenError if something else is broken too,
    ReadOnlyError.
    """
    if is_blank(reason):
        raise ReasonMissingError("say what was found, and why the office goes on")
    opening = session.opening
    forged = tuple(each for each in opening.findings if each.key == FORGED)
    others = tuple(each for each in opening.findings if each not in forged)
    named = () if assignment_id is None else (_misled(session, assignment_id),)
    if not forged and not named:
        raise NothingToSettleError("the unlock names no return that was not handed back so")
    if verdict(others) is Standing.BROKEN:
        raise ChainBrokenError("the vault was also changed in another way; that cannot be settled")
    merged = {found: _merged_by(session, found) for found in forged}
    settled = {each: require_assignment(session, each) for each in (*merged.values(), *named)}
    session.opening = replace(opening, findings=others)
    try:
        with session.work() as work:
            for about in settled:
                work.record(about, VaultAction.RETURN_SETTLED, reason.strip())
    except BaseException:
        session.opening = opening
        raise
    size = session.journal.size - len(settled)
    entries = {each: size + number for number, each in enumerate(settled, start=1)}
    told = (
        unknown(SETTLED, where=found.where[0], settled=entries[of], name=session.user.name)
        for found, of in merged.items()
    )
    session.opening = replace(session.opening, findings=(*others, *told))
    return tuple(settled.values())


def _misled(session: Session, assignment_id: AssignmentId) -> AssignmentId:
    """Return the assignment, if a return in the vault misleads about its store; else NothingToSettleError."""
    try:
        review_return(session, assignment_id)
    except ReturnForeignError:
        return assignment_id
    except NothingHandedBackError:
        pass
    raise NothingToSettleError("no return of this assignment names a state that its store never had")


def _merged_by(session: Session, found: Finding) -> AssignmentId:
    """Return the assignment whose return an entry merged."""
    (where,) = found.where
    signed = next(iter(chain.entries_after(session.read, where.first - 1)))
    return AssignmentId(signed.parsed().subject)
