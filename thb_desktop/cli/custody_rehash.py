"""`thb custody --rehash`: stored files are read again, and what differs is put in quarantine."""

import argparse
from contextlib import closing
from datetime import datetime

from thb_desktop.cli.arguments import so_many
from thb_desktop.cli.console import Console
from thb_desktop.cli.export import case_named
from thb_desktop.cli.unlock import opened
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.errors import NotFoundError, RehashTimeMissingError
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.custody_acts import Act
from thb_desktop.services.evidence.custody_checks import find_in_custody
from thb_desktop.services.evidence.rehash import RehashResult, due_before, due_exhibits, rehash
from thb_desktop.verify import exits


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        session.require(Right.RECORD_CUSTODY)  # before anything is told of what is due
        case = case_named(session, chosen.case)
        begun = session.clock.read().at
        due = due_exhibits(session, case.id, before=_before(session, chosen, begun))
        if chosen.exhibit:
            if find_in_custody(session, case.id, chosen.exhibit) is None:
                raise NotFoundError("the case has no exhibit with this number")
            due = tuple(each for each in due if each.number == chosen.exhibit)

        def act(now: Session) -> Act:
            return Act(
                action=CustodyAction.VERIFIED,
                occurred_at=now.clock.read().at,
                actor=now.user.name,
                reason=chosen.rehash,
            )

        result = rehash(lambda work: work(session), due, act, progress=console.progress_of("reading"))
    _tell(console, result, len(due), begun)
    if result.differ or result.other_data:
        return exits.BROKEN
    return exits.LEFT if result.left or result.stopped else exits.HOLDS


def _before(session: Session, chosen: argparse.Namespace, begun: datetime) -> datetime:
    """Return since when a file must have been read. Raises RehashTimeMissingError where nobody said it."""
    if chosen.everything:
        return begun
    before: datetime | None = chosen.not_since or due_before(session)
    if before is None:
        raise RehashTimeMissingError("the office set no interval; say --all or --not-since TIME")
    return before


def _tell(console: Console, result: RehashResult, due: int, begun: datetime) -> None:
    console.answer(
        [
            f"Due: {so_many(due, 'exhibit', 'exhibits')}. Read: {result.read}, {result.size} bytes.",
            *(f"In quarantine: {number}" for number in result.differ),
            *(f"The content is not as stated: {number}" for number in result.other_data),
            *(f"Not read: {number}: {refusal.code}" for number, refusal in result.left),
            *([f"Stopped. To go on: --not-since {begun.isoformat()}"] if result.stopped else []),
        ],
        {
            "due": due,
            "read": result.read,
            "size": result.size,
            "quarantined": list(result.differ),
            "other_data": list(result.other_data),
            "left": [{"number": number, "code": refusal.code} for number, refusal in result.left],
            "stopped": result.stopped,
            "begun": begun.isoformat(),
        },
    )
