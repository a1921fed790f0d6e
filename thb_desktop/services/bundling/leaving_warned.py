"""Warnings before a bundle leaves that need a reason, and the reasons given."""

from collections.abc import Iterable

from thb_desktop.domain.bundle_release import Release
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.leaving_reasons import LeavingReason, answered
from thb_desktop.domain.rights import Right
from thb_desktop.domain.transfer import Transfer
from thb_desktop.errors import LaidOutBeforeError, LeavingUnansweredError
from thb_desktop.findings import Finding
from thb_desktop.findings import unknown as warn
from thb_desktop.services.bundling.bundle_options import BundleOptions
from thb_desktop.services.case_file.cases import get_case
from thb_desktop.services.cooperation.sources import Taken
from thb_desktop.services.cooperation.transfers import check_leaving, verify_unrefused
from thb_desktop.services.core.days import today_in
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.words import sentence

Reasons = Iterable[tuple[str, str]]


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def check_review(session: Session, case_id: CaseId) -> tuple[Finding, ...]:
    """V-P-03: whether it was to be reviewed by now if the data of the case are still kept."""
    review = get_case(session, case_id).review_on
    if review is None or review >= today_in(session, case_id):
        return ()
    return (warn("retention-overdue", day=review.isoformat(), field="case_file.review_on"),)


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def warned_of(
    session: Session, case_id: CaseId, options: BundleOptions, taken: Taken
) -> tuple[LeavingReason, ...]:
    """Return the warnings that need a reason, with those of the options.

    Raises TransferRefusedError for the first rule that refuses, LeavingUnansweredError for the first warning
    without a reason.
    """
    told, left = _answered(
        *(session, case_id, options.transfer, taken, options.reasons),
        recipient=options.recipient,
        language=options.language,
    )
    for each in left:
        raise LeavingUnansweredError(each, sentence(each, "en"))
    return told


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def verify_warned(
    session: Session, case_id: CaseId, release: Release, taken: Taken, *, identities: bool
) -> None:
    """Look again before the signature: raise TransferRefusedError, or LaidOutBeforeError where the pages do
    not tell what rules warn of now. identities: whether the pages tell who a protected person is.
    """
    told, left = _answered(
        *(session, case_id, release.transfer, taken, [(each.rule, each.reason) for each in release.warned]),
        recipient=release.recipient,
        language=release.language,
        identities=identities,
    )
    if left or told != release.warned:
        raise LaidOutBeforeError("rules warn of something else than the pages tell: lay them out again")


def _answered(
    session: Session,
    case_id: CaseId,
    transfer: Transfer,
    taken: Taken,
    reasons: Reasons,
    *,
    recipient: str,
    language: str,
    identities: bool = False,
) -> tuple[tuple[LeavingReason, ...], tuple[Finding, ...]]:
    found = check_leaving(
        *(session, case_id, transfer),
        recipient=recipient,
        taken=taken,
        language=language,
        identities=identities,
    )
    verify_unrefused(found)
    return answered((*found, *check_review(session, case_id)), reasons)
