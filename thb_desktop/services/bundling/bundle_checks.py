"""Checks of a bundle before it is made: what a person should see first."""

from collections.abc import Iterator, Sequence

from thb_desktop.domain.bundle import ExhibitInFull
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.custody_rules import has_open_transfer
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import VerificationResult
from thb_desktop.services.bundling.bundle_content import BundleOptions, choose
from thb_desktop.services.casework import cooperation
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.verify.findings import Finding, broken, holds, unknown


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def check_bundle(session: Session, case_id: CaseId, options: BundleOptions) -> tuple[Finding, ...]:
    """What should be seen before a bundle is made; what is broken would be refused by `prepare_bundle`."""
    held, taken = choose(session, case_id, options)
    return (
        *_check_words(options),
        *_check_second(options),
        *_check_interviews(held, options.languages),
        *_check_exhibits(taken),
        *_check_basis(session, case_id),
    )


def _check_words(options: BundleOptions) -> Iterator[Finding]:
    if not options.purpose.strip() or not options.recipient.strip():
        yield broken("reason-missing", "A bundle needs a purpose and a recipient.")


def _check_second(options: BundleOptions) -> Iterator[Finding]:
    if options.released_with is None:
        yield broken("second-needed", "Who approves the release, or why nobody can, is not said.")


def _check_interviews(held: Sequence[InterviewInFull], languages: Sequence[str]) -> Iterator[Finding]:
    unsigned = [each.interview.number for each in held if not each.interview.is_signed]
    if unsigned:
        yield broken("not-signed-yet", f"Not signed yet: {', '.join(unsigned)}.")
    elif held:
        yield holds("interviews-signed", f"All {len(held)} interview records are signed.")
    for language in languages:
        lacking = [
            each.interview.number
            for each in held
            if any(
                language != one.segment.language
                and language not in {rendering.language for rendering in one.renderings}
                for one in each.segments
            )
        ]
        if lacking:
            yield unknown("language-missing", f"Not wholly in '{language}': {', '.join(lacking)}.")


def _check_exhibits(taken: Sequence[ExhibitInFull]) -> Iterator[Finding]:
    for each in taken:
        events = [entry.event for entry in each.custody]
        if any(event.result is VerificationResult.MISMATCH for event in events):
            yield unknown(
                "digest-mismatch",
                f"Exhibit {each.exhibit.number}: a verification did not match; the bundle shows it.",
            )
        if has_open_transfer(events):
            yield unknown(
                "transfer-open", f"Exhibit {each.exhibit.number}: a transfer was sent and never received."
            )


def _check_basis(session: Session, case_id: CaseId) -> Iterator[Finding]:
    if not cooperation.list_instruments(session, case_id):
        yield unknown("no-instrument", "No order or agreement between States is registered (V-X-01).")
