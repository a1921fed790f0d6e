"""What a version for a recipient leaves out: items that are not in it, and what goes with masked words."""

from collections.abc import Iterator, Sequence

from thb_desktop.domain.bundle import Finance
from thb_desktop.domain.bundle_withheld import WithheldKind
from thb_desktop.domain.disclosure import Disclosure, ScopeReason, Selection
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.language_outward import JobOutward
from thb_desktop.services.bundling.disclosures import refusals_of, signed_and_standing
from thb_desktop.services.bundling.file_texts import in_copies_alone
from thb_desktop.services.bundling.redactions import redactions_of
from thb_desktop.vault.database import Connection


def scope_of_version(
    connection: Connection, disclosure: Disclosure
) -> tuple[tuple[WithheldKind, ScopeReason, int], ...]:
    """Count what is not in the version, by kind and reason."""
    interviews, exhibits = signed_and_standing(connection, disclosure.case_id)
    selection = Selection(
        person_ids=disclosure.person_ids,
        since=disclosure.since,
        until=disclosure.until,
        territory=disclosure.territory,
    )
    unshown = in_copies_alone(connection, redactions_of(connection, disclosure.id))
    there = {*disclosure.interview_ids, *disclosure.exhibit_ids} - unshown
    items: tuple[Interview | Exhibit, ...] = (*interviews, *exhibits)
    outside = [each for each in items if each.id not in there]
    refused: dict[str, ScopeReason] = {**refusals_of(connection, selection, outside)}
    refused |= dict.fromkeys(unshown, ScopeReason.COPY_ALONE)
    counts: dict[tuple[WithheldKind, ScopeReason], int] = {}
    for each in outside:
        kind = WithheldKind.INTERVIEWS if isinstance(each, Interview) else WithheldKind.EXHIBITS
        key = kind, refused.get(each.id, ScopeReason.NOT_CHOSEN)
        counts[key] = counts.get(key, 0) + 1
    return tuple((kind, reason, count) for (kind, reason), count in sorted(counts.items()))


def withheld_by(
    disclosure: Disclosure | None,
    held: Sequence[InterviewInFull],
    shown: Sequence[InterviewInFull],
    jobs: tuple[Sequence[JobOutward], Sequence[JobOutward]],
    finance: Finance,
) -> Iterator[tuple[WithheldKind, int]]:
    """Count what a version leaves out besides: certifications that list digests of masked words, translations
    that were signed as a whole, notes of linguists at masked words, and why accounts are the same.

    jobs: as they were chosen, and as they are there.
    """
    if disclosure is None:
        return
    certified = sum(len(each.certifications) for each in held) - sum(
        len(each.certifications) for each in shown
    )
    there = {each.job.id: each for each in jobs[1]}
    noted = sum(
        len(each.annotations) - len(there[each.job.id].annotations)
        for each in jobs[0]
        if each.job.id in there
    )
    for kind, count in (
        (WithheldKind.CERTIFICATIONS, certified),
        (WithheldKind.LANGUAGE_JOBS, len(jobs[0]) - len(jobs[1])),
        (WithheldKind.LANGUAGE_NOTES, noted),
        (WithheldKind.ACCOUNT_REASONS, sum(bool(each.same_because) for each in finance.statements)),
    ):
        if count > 0:
            yield kind, count
