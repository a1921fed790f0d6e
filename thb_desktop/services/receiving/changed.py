"""What was corrected of exhibits and identities after it left, and who received it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.corrections import STRUCK, Correction
from thb_desktop.domain.identity_annex import IdentityAnnex
from thb_desktop.domain.ids import CaseId, ExhibitId, StatementId
from thb_desktop.domain.package import Package
from thb_desktop.domain.people_fields import IDENTITY
from thb_desktop.domain.taking_out import TakenOut
from thb_desktop.domain.vocabulary import (
    CustodyAction,
    InterviewState,
    NoticeKind,
    RecipientKind,
    RecordDecisionKind,
)
from thb_desktop.domain.working_notes import is_note
from thb_desktop.services.messages.kept_messages import exhibits_in
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry

type Changed = tuple[NoticeKind, str, str, datetime | None]
"""What happened, to what (id and number), and when; no time for a record that is in nothing that left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One correction of what belongs to an exhibit. known: when what was corrected was entered; None where it
    came with the exhibit. is_recall: whether the exhibit was struck out.
    """

    at: datetime
    known: datetime | None = None
    is_recall: bool = False

    def concerns(self, left: datetime) -> bool:
        """Whether what left then is not as it stands now. Bundles know the second in which they were made."""
        return self.at.replace(microsecond=0) > left and (self.known is None or self.known <= left)


Changes = Mapping[ExhibitId, Sequence[Change]]


type Left = Package | Bundle | TakenOut | IdentityAnnex
"""What somebody received."""


def changed_since(connection: Connection, case_id: CaseId) -> Iterator[tuple[Left, Changed]]:
    """Yield what left, in a package or otherwise (a bundle of which no package was made, a single file, an
    identity annex), with what was recalled, rectified or supplemented of it since (V-P-06).
    """
    changes = changes_of(connection, case_id)
    packages = registry.PACKAGE.where(connection, "case_id", case_id)
    bundles = {each.id: each for each in registry.BUNDLE.where(connection, "case_id", case_id)}
    packed = {each.bundle_id for each in packages}
    printed: list[Package | Bundle] = [
        *packages,
        *(each for each in bundles.values() if each.id not in packed),
    ]
    for left in printed:
        bundle = bundles[left.bundle_id] if isinstance(left, Package) else left
        travelled = exhibits_in(connection, left) if isinstance(left, Package) else ()
        for found in (*of_exhibits(connection, bundle, changes, travelled), *of_records(connection, bundle)):
            yield left, found
    yield from _of_files(connection, changes)
    yield from _of_annexes(connection, case_id)


def received_by(connection: Connection, left: Left) -> tuple[str, ...]:
    """Return the names of those who received something, without the office's own."""
    if isinstance(left, (Bundle, TakenOut)):
        return (left.recipient,)
    chosen = registry.RECIPIENT.among(connection, "id", left.recipients)
    names = tuple(each.name for each in chosen if each.kind is RecipientKind.ADDRESSEE)
    bundle = registry.BUNDLE.find(connection, left.bundle_id)
    return names or ((bundle.recipient,) if bundle else ())


def changes_of(connection: Connection, case_id: CaseId) -> Changes:
    """Return what was corrected of the exhibits of a case, as far as it does not stay in the office: their
    entries, descriptions, files, statements with their rows, and events of custody.
    """
    found: dict[ExhibitId, list[Change]] = {}
    rows = [
        each
        for each in registry.CORRECTION.where(connection, "case_id", case_id)
        if not each.is_kept_back and not is_note(each.entity, [each.field])
    ]
    owners = _owners(connection, {each.subject_id for each in rows})
    for each in rows:
        for owner in owners.get(each.subject_id, ()):
            is_recall = each.subject_id == owner and each.field == STRUCK
            found.setdefault(owner, []).append(Change(at=each.at, is_recall=is_recall))
    for exhibit_id, change in _of_custody(connection, case_id):
        found.setdefault(exhibit_id, []).append(change)
    return found


def of_exhibits(
    connection: Connection, bundle: Bundle, changes: Changes, travelled: Iterable[ExhibitId] = ()
) -> Iterator[Changed]:
    """Yield the exhibits that a bundle prints, or whose files travelled beside it, and that changed since."""
    inside = frozenset(travelled)
    for exhibit in registry.EXHIBIT.among(connection, "id", changes):
        if exhibit.id in inside or _is_printed(connection, bundle, exhibit.id):
            yield from _since(exhibit.id, exhibit.number, changes, bundle.made_at)


def of_records(connection: Connection, bundle: Bundle) -> Iterator[Changed]:
    """Yield signed records that rectify or supplement one of a bundle and are not in it; annulled ones."""
    inside = frozenset(bundle.records)
    for each in registry.INTERVIEW.where(connection, "case_id", bundle.case_id):
        if each.id in inside:
            decisions = registry.RECORD_DECISION.where(connection, "interview_id", each.id)
            annulled = [
                one.at
                for one in decisions
                if one.kind is RecordDecisionKind.ANNULLED and one.at > bundle.made_at
            ]
            if annulled:
                yield NoticeKind.RECALLED, each.id, each.number, max(annulled)
        elif each.state is InterviewState.SIGNED:
            if each.rectifies_id in inside:
                yield NoticeKind.RECTIFIED, each.id, each.number, None
            elif each.supplements_id in inside:
                yield NoticeKind.SUPPLEMENTED, each.id, each.number, None


def _owners(connection: Connection, ids: set[str]) -> dict[str, tuple[ExhibitId, ...]]:
    """Return by the id of a corrected entry the exhibits to which it belongs."""
    owners: dict[str, tuple[ExhibitId, ...]] = {
        each.id: (each.id,) for each in registry.EXHIBIT.among(connection, "id", ids)
    }
    for described in registry.ITEM_DESCRIPTION.among(connection, "id", ids):
        owners[described.id] = (described.exhibit_id,)
    for capture in registry.ONLINE_CAPTURE.among(connection, "id", ids):
        owners[capture.id] = (capture.exhibit_id,)
    for file in registry.EXHIBIT_FILE.among(connection, "id", ids):
        owners[file.id] = (file.exhibit_id,)
    for statement in registry.BANK_STATEMENT.among(connection, "id", ids):
        owners[statement.id] = tuple(filter(None, (statement.exhibit_id,)))
    rows = registry.MONEY_TRANSACTION.among(connection, "id", ids)
    of = _of_statements(connection, {each.statement_id for each in rows if each.statement_id})
    for row in rows:
        named = (row.exhibit_id, of.get(row.statement_id) if row.statement_id else None)
        owners[row.id] = tuple(dict.fromkeys(filter(None, named)))
    return owners


def _of_statements(connection: Connection, ids: set[StatementId]) -> dict[StatementId, ExhibitId | None]:
    return {each.id: each.exhibit_id for each in registry.BANK_STATEMENT.among(connection, "id", ids)}


def _of_custody(connection: Connection, case_id: CaseId) -> Iterator[tuple[ExhibitId, Change]]:
    """Yield the corrections of events of custody, each with when its event was entered."""
    later = registry.CUSTODY_EVENT.where(connection, "action", CustodyAction.CORRECTION.value)
    ids = {each.exhibit_id for each in later}
    here = {each.id for each in registry.EXHIBIT.among(connection, "id", ids) if each.case_id == case_id}
    for each in later:
        wrong = registry.CUSTODY_EVENT.find(connection, each.corrects) if each.corrects else None
        if each.exhibit_id in here and wrong is not None:
            yield each.exhibit_id, Change(at=each.recorded_at, known=wrong.recorded_at)


def _is_printed(connection: Connection, bundle: Bundle, exhibit_id: ExhibitId) -> bool:
    """Whether the custody of an exhibit says that it was exported with this bundle."""
    events = registry.CUSTODY_EVENT.where(connection, "exhibit_id", exhibit_id)
    return any(each.action is CustodyAction.EXPORTED and each.sha256 == bundle.sha256 for each in events)


def _since(exhibit_id: ExhibitId, number: str, changes: Changes, left: datetime) -> Iterator[Changed]:
    later = [each for each in changes.get(exhibit_id, ()) if each.concerns(left)]
    if later:
        is_recall = any(each.is_recall for each in later)
        kind = NoticeKind.RECALLED if is_recall else NoticeKind.RECTIFIED
        yield kind, exhibit_id, number, max(each.at for each in later)


def _of_files(connection: Connection, changes: Changes) -> Iterator[tuple[Left, Changed]]:
    for exhibit in registry.EXHIBIT.among(connection, "id", changes):
        for taken in registry.TAKEN_OUT.where(connection, "exhibit_id", exhibit.id):
            for found in _since(exhibit.id, exhibit.number, changes, taken.at):
                yield taken, found


def _of_annexes(connection: Connection, case_id: CaseId) -> Iterator[tuple[Left, Changed]]:
    """An annex tells identities: a corrected one is told by its pseudonym, and never what it was."""
    for annex in registry.IDENTITY_ANNEX.where(connection, "case_id", case_id):
        for person in registry.PERSON.among(connection, "id", annex.persons):
            corrected = registry.CORRECTION.where(connection, "subject_id", person.id)
            if later := [each.at for each in corrected if _is_identity(each) and each.at > annex.at]:
                yield annex, (NoticeKind.RECTIFIED, person.id, person.code, max(later))


def _is_identity(correction: Correction) -> bool:
    return correction.entity == IDENTITY.name
