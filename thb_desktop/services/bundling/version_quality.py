"""Quality: what a version says of each of its items: whether it is whole, supplemented, and compared."""

from thb_desktop.domain.bundle import Completeness, ExhibitInFull, QualityStatement
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.masking import Masks
from thb_desktop.domain.vocabulary import Originality, VerificationResult


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


def quality_of_exhibit(each: ExhibitInFull, masks: Masks) -> QualityStatement:
    rows: set[str] = {each.exhibit.id, *(file.id for file in each.files)}
    rows |= {entry.event.id for entry in each.custody}
    is_masked = each.exhibit.originality is Originality.REDACTED_VERSION
    is_masked = is_masked or any(redaction.row in rows for _, redaction in masks.numbered)
    compared = [
        entry.event.occurred_at for entry in each.custody if entry.event.result is VerificationResult.MATCH
    ]
    return QualityStatement(
        kind="exhibit",
        number=each.exhibit.number,
        completeness=Completeness.REDACTED if is_masked else Completeness.COMPLETE,
        verified_at=max(compared, default=None),
    )
