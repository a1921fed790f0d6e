"""Checks of a version for a recipient before its bundle is made: what is left of what is masked in it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.ids import CaseId, DisclosureId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.language_outward import JobOutward
from thb_desktop.domain.natural_order import natural
from thb_desktop.domain.rights import Right
from thb_desktop.errors import (
    LanguageUnsignedError,
    MaskedTransferError,
    NotFoundError,
    NothingToExportError,
    StruckOutError,
    WordsLeftError,
)
from thb_desktop.findings import Finding
from thb_desktop.findings import broken as refuse
from thb_desktop.findings import unknown as warn
from thb_desktop.services.bundling.bundle_options import BundleOptions
from thb_desktop.services.bundling.language_jobs import gather_jobs
from thb_desktop.services.bundling.masked_copies import copies_in
from thb_desktop.services.bundling.masked_jobs import mask_jobs
from thb_desktop.services.bundling.redactions import redactions_of
from thb_desktop.services.bundling.scoping import Scope
from thb_desktop.services.bundling.versions import check_words_left, verify_nothing_left, version_of
from thb_desktop.services.case_file.cases import get_case
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def check_masks(
    session: Session,
    case_id: CaseId,
    options: BundleOptions,
    held: Sequence[InterviewInFull],
    taken: Sequence[ExhibitInFull],
    *,
    scope_with: Callable[[Sequence[ExhibitInFull]], Scope],
) -> tuple[Finding, ...]:
    """Whether masked words stand in the same turn again, and where else they do: in records, exhibits,
    translations, and what is told of the case.

    scope_with: what is told of the case with these exhibits as they are shown.
    """
    return tuple(_check_masks(session, case_id, options, held, taken, scope_with=scope_with))


def _check_masks(
    session: Session,
    case_id: CaseId,
    options: BundleOptions,
    held: Sequence[InterviewInFull],
    taken: Sequence[ExhibitInFull],
    *,
    scope_with: Callable[[Sequence[ExhibitInFull]], Scope],
) -> Iterator[Finding]:
    if options.disclosure_id is None:
        return
    chosen = _jobs_as_chosen(session, held, options)
    version = version_of(session, case_id, options, held, taken, jobs=chosen)
    jobs, signed_whole = mask_jobs(session.read, version.masks, held, chosen, is_version=True)
    if signed_whole:
        yield warn("translation-signed-whole", numbers=signed_whole)
    records = [(each.interview.number, version.masks.on_interview(each)) for each in held]
    exhibits = [(each.exhibit.number, version.masks.on_exhibit(each)) for each in taken]
    try:
        shown = [each for _, each in records], [each for _, each in exhibits]
        verify_nothing_left(version, *shown, jobs)
    except WordsLeftError as refusal:
        yield refuse("words-left", places=refusal.places)
    except MaskedTransferError as refusal:
        yield refuse("masked-transfer", numbers=refusal.numbers)
    scope = scope_with([each for _, each in exhibits])
    case = (get_case(session, case_id).reference, version.frame(scope.frame))
    translated = [(each.job.number, each) for each in jobs]
    yield from check_words_left(version, [*records, *exhibits, *translated, case])
    if numbers := _copies_due(session.read, options.disclosure_id):
        yield warn("masked-copy-due", numbers=numbers)


def _jobs_as_chosen(
    session: Session, held: Sequence[InterviewInFull], options: BundleOptions
) -> tuple[JobOutward, ...]:
    """The translations as they would leave; none of those that cannot, which other checks tell."""
    found = list[JobOutward]()
    for each in options.job_ids:
        with suppress(NothingToExportError, NotFoundError, StruckOutError, LanguageUnsignedError):
            found += gather_jobs(session, held, [each], is_version=True)
    return tuple(found)


def _copies_due(connection: Connection, disclosure_id: DisclosureId) -> tuple[str, ...]:
    """Return the exhibits that have a file in which something is masked, and no copy of it that counts."""
    masked = {each.row for each in redactions_of(connection, disclosure_id) if not each.is_of_words}
    due = masked - copies_in(connection, disclosure_id).keys()
    files = registry.EXHIBIT_FILE.among(connection, "id", due)
    exhibits = registry.EXHIBIT.among(connection, "id", {each.exhibit_id for each in files})
    return tuple(sorted((each.number for each in exhibits), key=natural))
