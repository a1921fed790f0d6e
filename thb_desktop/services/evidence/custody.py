"""Custody: what was done with an exhibit, recorded as events."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_kinds import CUSTODY_KINDS, DISPOSALS, SINGLE
from thb_desktop.domain.custody_owed import owed_of
from thb_desktop.domain.custody_rights import right_for
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.exhibit_in_full import CustodyEntry
from thb_desktop.domain.ids import CaseId, ExhibitId, RowId
from thb_desktop.domain.retention import verify_may_end
from thb_desktop.domain.rights import Right
from thb_desktop.domain.second_person import Approval, Second
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.errors import (
    DisposalBarredError,
    SealedApartError,
    SealError,
    SecondPersonError,
    SeveralError,
    StruckOutError,
    ValueRefusedError,
)
from thb_desktop.ledger.entry import SignedEntry
from thb_desktop.services.core.approvals import require_second_person, second_of
from thb_desktop.services.core.days import today_in
from thb_desktop.services.core.erasures import carry_out, copies_of, discard_drafts, forget_read
from thb_desktop.services.core.leaving_bars import bars_of
from thb_desktop.services.core.pages import COUNT, Page
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.custody_acts import Act, append_event
from thb_desktop.services.evidence.exhibit_lookup import next_exhibits, require_exhibit, standing_exhibit
from thb_desktop.services.evidence.named_values import named_values
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain, counts, lists, registry
from thb_desktop.vault.tables.lists import Mark
from thb_desktop.vault.tables.told_rows import RowName, first_told


@permitted(Right.RECORD_CUSTODY)
def record_custody_event(
    session: Session, exhibit_id: ExhibitId, act: Act, *, second: Second | None = None
) -> CustodyEvent:
    """Record one event. A verification is compared here with the digests of the exhibit's files.

    An erasure is recorded first and then carried out. Its event names the backups that may still contain a
    copy; the next unlock finishes an interrupted erasure. Of an exhibit that was struck out, only the files
    can still be erased. Releasing and destroying an exhibit need separate
    rights. second: about the exhibit's id, if the event ends the exhibit (`DISPOSALS`). Raises
    NotAllowedError, NotFoundError, StruckOutError, SealedApartError, ErasureDueError, what
    `require_second_person` raises, DisposalBarredError, KeptUntilError, ValueRefusedError for what the
    program records by itself, and what `custody_rules.verify_event` refuses.
    """
    session.require(right_for(act.action))
    if not CUSTODY_KINDS[act.action].by_hand:
        raise ValueRefusedError("this event is recorded only together with its act")
    act = replace(act, **named_values(act.lacked, act.wrong_value, act.right_value))
    exhibit = require_exhibit(session.read, exhibit_id)
    erases = CUSTODY_KINDS[act.action].erases
    files = registry.EXHIBIT_FILE.where(session.read, "exhibit_id", exhibit_id) if erases else ()
    if exhibit.struck and not files:
        raise StruckOutError("the exhibit was struck out as made in error")
    if exhibit.is_secret and erases and not files:
        raise SealedApartError("secret key material is not stored as a file that could be erased")
    _verify_disposable(session, exhibit, act.action)
    approval = _approved(session, exhibit_id, act.action, second)
    copies = copies_of(session.read, session.vault_id, files)
    with session.work() as work:
        if approval is not None:
            work.save(approval)
        event = append_event(work, exhibit_id, act, approval=approval, copies=copies)
        work.record(exhibit_id, event.action, event.reason)
        if erases:
            discard_drafts(work.connection, (exhibit_id, *(file.id for file in files)))
            forget_read(work.connection, [exhibit])
    if erases:
        carry_out(session.vault)
    return event


@permitted(Right.RECORD_CUSTODY)
def record_for_many(
    session: Session,
    exhibit_ids: Sequence[ExhibitId],
    act: Act,
    *,
    seals: Mapping[ExhibitId, str] | None = None,
) -> tuple[CustodyEvent, ...]:
    """Record one act over many exhibits: an event of each, all or none, that name the act that they share.

    seals: the seal of each exhibit, where the act is about seals; each has its own. Raises SeveralError for
    an act that is about one exhibit (a disposal, a correction, a verification), and for no exhibit or the
    same one twice; otherwise what `record_custody_event` raises, with nothing recorded.
    """
    session.require(right_for(act.action))
    kind = CUSTODY_KINDS[act.action]
    if not kind.by_hand or kind.disposes or not SINGLE.isdisjoint(kind.needs):
        raise SeveralError("this act is recorded for one exhibit at a time", "custody_event.action")
    if not exhibit_ids or len(set(exhibit_ids)) != len(exhibit_ids):
        raise SeveralError("choose each exhibit once")
    given = seals or {}
    named = [each for each in given.values() if each.strip()]
    if (act.seal and len(exhibit_ids) > 1) or len(set(named)) != len(named):
        raise SealError("each exhibit has a seal of its own", "custody_event.seal")
    for exhibit_id in exhibit_ids:
        _verify_disposable(session, standing_exhibit(session.read, exhibit_id), act.action)
    with session.work() as work:
        act_id = RowId(work.new_id())
        with work.together():
            events = []
            for exhibit_id in exhibit_ids:
                own = replace(act, seal=given.get(exhibit_id, act.seal))
                events.append(append_event(work, exhibit_id, own, act_id=act_id))
                work.record(exhibit_id, act.action, act.reason)
    return tuple(events)


@permitted(Right.READ_CUSTODY, logs=Consulted.CUSTODY)
def list_events(session: Session, exhibit_id: ExhibitId) -> tuple[CustodyEvent, ...]:
    """List the events of one exhibit, in the order of entry."""
    return registry.CUSTODY_EVENT.where(session.read, "exhibit_id", exhibit_id)


@permitted(Right.READ_CUSTODY, logs=Consulted.CUSTODY)
def page_of_events(
    session: Session, case_id: CaseId, *, after: Mark | None = None, count: int = COUNT
) -> Page[tuple[Exhibit, tuple[CustodyEvent, ...]]]:
    """Return the next exhibits of a case with their events, in the order of their numbers.

    after: of the page before. count: of exhibits; the total is that of the events.
    """
    stretch, page = next_exhibits(session.read, case_id, after, count)
    events = lists.events_of(session.read, stretch)
    return Page(
        rows=tuple((exhibit, events[exhibit.id]) for exhibit in page.rows),
        after=page.after,
        total=counts.of_case(session.read, case_id)[2],
    )


@permitted(Right.READ_CUSTODY, logs=Consulted.CUSTODY)
def entries_of(session: Session, exhibit_id: ExhibitId) -> tuple[CustodyEntry, ...]:
    """Return the events of one exhibit with their places in the event chain: of the entry that first told
    each. An event that none tells, or another entry about the exhibit, is by a program of a colleague's own:
    the unlock names it.
    """
    count = len(chain.entries_of(session.read, exhibit_id))
    told = (
        (event, entry)
        for event in list_events(session, exhibit_id)
        for entry in _entry_of(session.read, event)
    )
    return tuple(
        CustodyEntry(
            event=event,
            sequence=entry.parsed().seq,
            leaf=entry.leaf_hash.hex(),
            count=count,
            second=second_of(session, event.approval_id),
        )
        for event, entry in told
    )


def _entry_of(connection: Connection, event: CustodyEvent) -> tuple[SignedEntry, ...]:
    """Return the entry that recorded an event, if there is one."""
    seq = first_told(connection, RowName(registry.CUSTODY_EVENT.name, event.id))
    if seq is None:
        return ()
    return tuple(signed for signed, _ in chain.newest(connection, subject="", before=seq + 1, count=1))


def _verify_disposable(session: Session, exhibit: Exhibit, action: CustodyAction) -> None:
    """Refuse to dispose of an exhibit, or to give it back, where it is to be kept or returned (V-E-11)."""
    kind = CUSTODY_KINDS[action]
    if not (kind.disposes or kind.gives_back):
        return
    bars = {bar.kind for bar in bars_of(session.read, exhibit.id)}
    verify_may_end(exhibit, action, bars, today_in(session, exhibit.case_id))
    if not kind.disposes or kind.erases:
        return
    instruments = registry.INSTRUMENT.where(session.read, "case_id", exhibit.case_id)
    conditions = registry.USE_CONDITION.where(session.read, "case_id", exhibit.case_id)
    if owed_of(exhibit, instruments, conditions) is not None:
        raise DisposalBarredError("the exhibit is to be returned", "custody_event.action")


def _approved(
    session: Session, exhibit_id: ExhibitId, action: CustodyAction, second: Second | None
) -> Approval | None:
    """Return the approval that this event needs; None if it needs none."""
    if action not in DISPOSALS:
        return None
    if second is None:
        raise SecondPersonError("disposing of an exhibit takes two persons, or a reason for acting alone")
    return require_second_person(session, second, act=DISPOSALS[action], subject=exhibit_id)
