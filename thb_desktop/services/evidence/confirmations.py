"""Confirmations: both parties to a transfer confirm it, and a wrong confirmation is withdrawn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.confirmations import (
    LEAST_TYPED,
    NOTHING_SAID,
    SHOWN,
    digest_of_all,
    is_transfer,
    missing_parties,
    party_named,
    standing_confirmations,
    transfer_digest,
)
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_corrected import corrected
from thb_desktop.domain.custody_reading import same_party, transfers
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import ExhibitId, RowId
from thb_desktop.domain.natural_order import natural
from thb_desktop.domain.people import User
from thb_desktop.domain.rights import Right
from thb_desktop.domain.strokes import read_strokes
from thb_desktop.domain.vocabulary import ConfirmationWay, CustodyAction, TransferParty
from thb_desktop.errors import (
    ConfirmationError,
    NotFoundError,
    OwnOtherSideError,
    ReasonMissingError,
    StruckOutError,
    TransferDigestError,
    ValueRefusedError,
)
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.evidence.custody_acts import Act, append_event
from thb_desktop.services.evidence.exhibits import require_scan
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """One transfer of one exhibit, as corrections tell it.

    digest: what a confirmation of it states. missing: who has not confirmed it. given: the confirmations that
    stand; beside: those of what sent it, if this received it, or of what received it.
    """

    exhibit: Exhibit
    event: CustodyEvent
    digest: str
    missing: tuple[TransferParty, ...]
    given: tuple[CustodyEvent, ...]
    beside: tuple[CustodyEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OnPaper:
    """A printed form that a party signed. signer: their name; scan_id: the exhibit that holds its scan.

    digest: as it is typed or scanned from the form, at least its first eight digits. late_entry_reason: if it
    was signed more than a day ago.
    """

    signer: str
    signed_at: datetime
    scan_id: ExhibitId
    digest: str
    late_entry_reason: str = ""


@permitted(Right.READ_CUSTODY, logs=Consulted.CUSTODY)
def transfers_of_act(session: Session, event_id: RowId) -> tuple[Transfer, ...]:
    """Return the transfers that are confirmed together with this one, in the order of the exhibits.

    They are of the same act, tell the same but for the seal, and lack the same confirmations: what is shown
    once for all of them is what each of them says. One that was corrected or confirmed apart is confirmed by
    itself, and those of exhibits that were struck out since are left out.

    Raises NotFoundError, StruckOutError, and ConfirmationError for an event that is no transfer.
    """
    found = _transfers_of(session.read, _ids_of_act(session.read, event_id))
    asked = next(each for each in found if each.event.id == event_id)
    if asked.exhibit.struck:
        raise StruckOutError("the exhibit was struck out as made in error")
    return tuple(each for each in found if not each.exhibit.struck and _is_as(each, asked))


@permitted(Right.RECORD_CUSTODY)
def confirm_by_key(
    session: Session, event_ids: Sequence[RowId], party: TransferParty, *, shown: str
) -> tuple[CustodyEvent, ...]:
    """Confirm transfers as this party, with the key of the session's user: all of them, or none.

    shown: the digest of what was shown (`digest_of_all`). Raises NotFoundError, TransferDigestError if it is
    another one now, ConfirmationError for no transfer and for one that this party has confirmed,
    OwnOtherSideError for a user who is the other party: two people confirm a transfer.
    """
    found = _to_confirm(session.read, event_ids, party)
    _verify_shown(found, shown)
    user = session.user
    if any(_is_other_side(each, party, user) for each in found):
        raise OwnOtherSideError("the same user does not confirm for both parties", "custody_event.party")
    with session.work() as work:
        return _confirm(work, found, party, ConfirmationWay.BY_KEY, user.name, user=user, at=work.at)


@permitted(Right.RECORD_CUSTODY)
def confirm_drawn(
    session: Session, event_ids: Sequence[RowId], party: TransferParty, *, shown: str, name: str, strokes: str
) -> tuple[CustodyEvent, ...]:
    """Keep the signature that a party drew on the screen below what was shown: for all transfers, or none.

    name: of who drew it. Raises what `confirm_by_key` raises, and ValueRefusedError for no name and for what
    is no drawn signature.
    """
    found = _to_confirm(session.read, event_ids, party)
    _verify_shown(found, shown)
    read_strokes(strokes)
    with session.work() as work:
        return _confirm(
            work,
            found,
            party,
            ConfirmationWay.DRAWN,
            name,
            user=session.user,
            at=work.at,
            strokes=strokes,
        )


@permitted(Right.RECORD_CUSTODY)
def confirm_on_paper(
    session: Session, event_ids: Sequence[RowId], party: TransferParty, paper: OnPaper
) -> tuple[CustodyEvent, ...]:
    """Record that a party signed the printed form of these transfers, for all of them or none.

    Raises what `confirm_by_key` raises, NotTheScanError, StruckOutError, LateEntryError, FutureEventError.
    """
    found = _to_confirm(session.read, event_ids, party)
    typed = "".join(paper.digest.split()).lower()
    whole = digest_of_all([each.digest for each in found])
    if len(typed) < LEAST_TYPED or not whole.startswith(typed):
        raise TransferDigestError("the form has the digest of another transfer", "custody_event.sha256")
    require_scan(session.read, paper.scan_id, found[0].exhibit.case_id)
    with session.work() as work:
        return _confirm(
            work,
            found,
            party,
            ConfirmationWay.ON_PAPER,
            paper.signer,
            user=session.user,
            at=paper.signed_at,
            late=paper.late_entry_reason,
            scan_id=paper.scan_id,
        )


@permitted(Right.RECORD_CUSTODY)
def withdraw_confirmation(session: Session, event_id: RowId, reason: str) -> tuple[CustodyEvent, ...]:
    """Withdraw a wrong confirmation, with those of the same act. It stays on record.

    Raises NotFoundError, ReasonMissingError, ConfirmationError for what is no confirmation or was withdrawn.
    """
    if is_blank(reason):
        raise ReasonMissingError("withdrawing a confirmation needs a reason", "custody_event.reason")
    ids = _ids_of_act(session.read, event_id)
    with session.work() as work:
        act_id = RowId(work.new_id())
        events = []
        with work.together():
            for given in _standing(work.connection, ids):
                act = Act(
                    action=CustodyAction.CONFIRMATION_WITHDRAWN,
                    occurred_at=work.at,
                    actor=session.user.name,
                    reason=reason,
                )
                told = {"confirms": given.id, **_by(session.user)}
                events.append(append_event(work, given.exhibit_id, act, act_id=act_id, told=told))
                work.record(given.exhibit_id, act.action, act.reason)
    return tuple(events)


def _confirm(
    work: UnitOfWork,
    found: Iterable[Transfer],
    party: TransferParty,
    way: ConfirmationWay,
    name: str,
    *,
    user: User,
    at: datetime,
    late: str = "",
    **kept: Any,
) -> tuple[CustodyEvent, ...]:
    """Record a confirmation of each transfer. Nobody says a reason for it, and so it has none."""
    if is_blank(name):
        raise ValueRefusedError("a confirmation says who gives it", "custody_event.actor")
    act_id = RowId(work.new_id())
    events = []
    with work.together():
        for each in found:
            act = Act(
                action=CustodyAction.TRANSFER_CONFIRMED,
                occurred_at=at,
                actor=name,
                reason=NOTHING_SAID,
                sha256=each.digest,
                late_entry_reason=late,
            )
            told = {"confirms": each.event.id, "party": party, "way": way, **_by(user), **kept}
            events.append(append_event(work, each.exhibit.id, act, act_id=act_id, told=told))
            work.record(each.exhibit.id, act.action, act.reason)
    return tuple(events)


def _is_other_side(transfer: Transfer, party: TransferParty, user: User) -> bool:
    """Whether this user is the other party: confirmed for it with their key, also what sent or received it
    there, or is named as it alone.
    """
    confirmed = any(
        each.way is ConfirmationWay.BY_KEY and each.recorded_by == user.id and each.party is not party
        for each in (*transfer.given, *transfer.beside)
    )
    (other,) = (each for each in TransferParty if each is not party)
    own, others = (party_named(transfer.event, each) for each in (party, other))
    return confirmed or (same_party(user.name, others) and not same_party(user.name, own))


def _by(user: User) -> dict[str, Any]:
    return {"recorded_by": user.id, "recorder": user.name}


def _to_confirm(
    connection: Connection, event_ids: Sequence[RowId], party: TransferParty
) -> tuple[Transfer, ...]:
    if not event_ids or len(set(event_ids)) != len(event_ids):
        raise ConfirmationError("choose each transfer once")
    found = _transfers_of(connection, event_ids)
    if len(found) != len(event_ids):
        raise NotFoundError("there is no such event in this file")
    exhibits = {each.exhibit.id for each in found}
    if len({each.exhibit.case_id for each in found}) > 1 or len(exhibits) < len(found):
        raise ConfirmationError("transfers of different exhibits of one case are confirmed together")
    if any(party not in each.missing for each in found):
        raise ConfirmationError("this party has confirmed the transfer")
    if any(each.exhibit.struck for each in found):
        raise ConfirmationError("the exhibit was struck out as made in error")
    return found


def _is_as(one: Transfer, other: Transfer) -> bool:
    """Whether two transfers tell the same but for the seal, and lack the same confirmations."""
    told = all(getattr(one.event, each) == getattr(other.event, each) for each in SHOWN if each != "seal")
    return told and one.missing == other.missing


def _verify_shown(found: Iterable[Transfer], shown: str) -> None:
    if digest_of_all([each.digest for each in found]) != shown:
        raise TransferDigestError("the transfer was corrected since it was shown")


def _ids_of_act(connection: Connection, event_id: RowId) -> list[RowId]:
    """Return the events of the act to which this one belongs."""
    event = registry.CUSTODY_EVENT.find(connection, event_id)
    if event is None:
        raise NotFoundError("there is no such event in this file")
    if event.act_id is None:
        return [event.id]
    return [each.id for each in registry.CUSTODY_EVENT.where(connection, "act_id", event.act_id)]


def _transfers_of(connection: Connection, event_ids: Iterable[RowId]) -> tuple[Transfer, ...]:
    events = registry.CUSTODY_EVENT.among(connection, "id", event_ids)
    if not all(map(is_transfer, events)):
        raise ConfirmationError("the event is no transfer")
    named = {each.exhibit_id for each in events}
    exhibits = {each.id: each for each in registry.EXHIBIT.among(connection, "id", named)}
    listed: dict[ExhibitId, list[CustodyEvent]] = {}
    for each in registry.CUSTODY_EVENT.among(connection, "exhibit_id", exhibits):
        listed.setdefault(each.exhibit_id, []).append(each)
    entered = {of: corrected(those) for of, those in listed.items()}
    found = (_transfer(exhibits[each.exhibit_id], entered[each.exhibit_id], each.id) for each in events)
    return tuple(sorted(found, key=lambda each: natural(each.exhibit.number)))


def _transfer(exhibit: Exhibit, entered: Sequence[CustodyEvent], event_id: RowId) -> Transfer:
    event = next(each for each in entered if each.id == event_id)
    standing = standing_confirmations(entered)
    other = _other_half(entered, event_id)
    return Transfer(
        exhibit=exhibit,
        event=event,
        digest=transfer_digest(exhibit, event),
        missing=missing_parties(exhibit, entered, event),
        given=tuple(each for each in standing if each.confirms == event_id),
        beside=tuple(each for each in standing if other is not None and each.confirms == other),
    )


def _other_half(entered: Sequence[CustodyEvent], event_id: RowId) -> RowId | None:
    """Return the event that received what this one sent, or sent what it received; None if there is none."""
    for sent, received in transfers(entered):
        halves = [each.id for each in (sent, received) if each is not None]
        if event_id in halves:
            return next((each for each in halves if each != event_id), None)
    return None


def _standing(connection: Connection, event_ids: Iterable[RowId]) -> list[CustodyEvent]:
    """Return these confirmations. Raises ConfirmationError for another event and for one withdrawn before."""
    events = registry.CUSTODY_EVENT.among(connection, "id", event_ids)
    later = registry.CUSTODY_EVENT.among(connection, "confirms", (each.id for each in events))
    if later or any(each.action is not CustodyAction.TRANSFER_CONFIRMED for each in events):
        raise ConfirmationError("this is no confirmation that stands")
    return list(events)
