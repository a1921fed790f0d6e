"""Quality: whether each item of a version is whole, supplemented, corrected and compared."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.masking import Masks
from thb_desktop.domain.quality import Completeness, QualityStatement
from thb_desktop.domain.signature_check import SignatureCheck
from thb_desktop.domain.vocabulary import CustodyAction, Originality, VerificationResult
from thb_desktop.domain.working_notes import is_note
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


def quality_of_record(each: InterviewInFull, masks: Masks) -> QualityStatement:
    rows: set[str] = {each.interview.id, *(full.segment.id for full in each.segments)}
    rows |= {one.id for one in (*each.rows, *each.certifications)}
    rows |= {one.id for full in each.segments for one in full.renderings}
    is_masked = not masks.rows.isdisjoint(rows)
    return QualityStatement(
        kind="interview",
        number=each.interview.number,
        completeness=Completeness.REDACTED if is_masked else Completeness.COMPLETE,
        supplemented=bool(each.later),
    )


def quality_of_exhibit(
    connection: Connection, each: ExhibitInFull, masks: Masks, checks: Iterable[SignatureCheck]
) -> QualityStatement:
    """checks: of signatures in files of the exhibits of the version, also those that are withheld."""
    rows: set[str] = {each.exhibit.id, *(file.id for file in each.files)}
    rows |= {one.id for one in checks if one.exhibit_id == each.exhibit.id}
    rows |= {entry.event.id for entry in each.custody}
    is_masked = each.exhibit.originality is Originality.REDACTED_VERSION
    is_masked = is_masked or any(redaction.row in rows for _, redaction in masks.numbered)
    compared = [
        entry.event.occurred_at for entry in each.custody if entry.event.result is VerificationResult.MATCH
    ]
    return QualityStatement(
        kind="exhibit",
        number=each.exhibit.number,
        completeness=_completeness(each, is_masked=is_masked),
        verified_at=max(compared, default=None),
        corrected_at=max(_corrections(connection, each), default=None),
        extract_because=each.exhibit.extract_because,
        known_limits=each.exhibit.known_limits,
        up_to_date_on=each.exhibit.up_to_date_on,
        other_verification=each.exhibit.other_verification,
    )


def _completeness(each: ExhibitInFull, *, is_masked: bool) -> Completeness:
    if is_masked:
        return Completeness.REDACTED
    return Completeness.EXTRACT if each.exhibit.extract_because else Completeness.COMPLETE


def _corrections(connection: Connection, each: ExhibitInFull) -> Iterator[datetime]:
    """When something was corrected that is printed of an exhibit, or would be if nothing were masked."""
    exhibit_id = each.exhibit.id
    described = registry.ITEM_DESCRIPTION.where(connection, "exhibit_id", exhibit_id)
    captured = registry.ONLINE_CAPTURE.where(connection, "exhibit_id", exhibit_id)
    ids: list[str] = [exhibit_id, *(file.id for file in each.files), *(one.id for one in described)]
    ids += [one.id for one in captured]
    for corrected in (registry.CORRECTION.where(connection, "subject_id", found) for found in ids):
        yield from (one.at for one in corrected if not is_note(one.entity, [one.field]))
    for entry in each.custody:
        if entry.event.action is CustodyAction.CORRECTION:
            yield entry.event.recorded_at
