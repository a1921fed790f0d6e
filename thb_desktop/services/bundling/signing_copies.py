"""Signing on paper: a record is printed as it was read back, signed by hand, and its scan named among the
exhibits.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace

import thb_desktop
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.address_rules import tells_shelter
from thb_desktop.domain.bundle import BundleContent, Finance
from thb_desktop.domain.bundle_proof import ChainHead, Proof
from thb_desktop.domain.bundle_release import Release
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.ids import BundleId, ExhibitId, InterviewId, RowId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.rights import Right
from thb_desktop.domain.signing_copy import SigningCopy
from thb_desktop.domain.vocabulary import InterviewState
from thb_desktop.errors import (
    AddressPrintedError,
    NotFoundError,
    NotTheScanError,
    RecordOrderError,
    SigningCopyOutdatedError,
)
from thb_desktop.ledger.interview_record import text_digest
from thb_desktop.report.signing_copy import compose_signing_copy
from thb_desktop.services.bundling.scoping import frame_of
from thb_desktop.services.case_file.entries import verify_case_not_struck
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.testimony.records import get_undigested
from thb_desktop.vault.tables import registry


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedCopy:
    """A copy to be signed by hand, and its pages (PDF)."""

    copy: SigningCopy
    pdf: bytes


@permitted(Right.EDIT_TESTIMONY)
def make_signing_copy(session: Session, interview_id: InterviewId) -> PrintedCopy:
    """Print a record as it was read back, for signing by hand: each page has its digest and n of N.

    Raises RecordOrderError before the reading back (which a rectification does not need) and after the
    signature; AddressPrintedError where the pages would show the address of a shelter.
    """
    record = get_undigested(session, interview_id, copies=False)  # a paper tells of no earlier one
    interview = record.interview
    verify_case_not_struck(session.read, interview.case_id)
    if interview.state is not InterviewState.READ_BACK and not (
        interview.state is InterviewState.DRAFT and interview.rectifies_id is not None
    ):
        raise RecordOrderError("a record is printed for signing after the reading back, before it is signed")
    if tells_shelter(interview):
        raise AddressPrintedError("the place of a shelter is entered with its address: say less of it")
    digest = text_digest(record)
    shown = replace(record, digest=digest)
    target = io.BytesIO()
    pages = compose_signing_copy(_content(session, shown), shown, target)
    with session.work() as work:
        copy = SigningCopy(
            id=RowId(work.new_id()),
            interview_id=interview_id,
            digest=digest,
            pages=pages,
            made_by=session.user.id,
            at=work.at,
        )
        work.save(copy)
        work.record(interview_id, VaultAction.SIGNING_COPY_MADE)
    return PrintedCopy(copy=copy, pdf=target.getvalue())


@permitted(Right.EDIT_TESTIMONY)
def register_signed_paper(session: Session, copy_id: RowId, scan_id: ExhibitId) -> SigningCopy:
    """Say which exhibit holds the scan of the signed paper; another one later replaces it.

    Raises NotFoundError, StruckOutError, and NotTheScanError for an exhibit that is no scan with a file in
    the same case, or that is the signed paper of another record; SigningCopyOutdatedError if the record is
    another one than what was printed.
    """
    copy = registry.SIGNING_COPY.find(session.read, copy_id)
    if copy is None:
        raise NotFoundError("there is no such copy in this file")
    interview = registry.INTERVIEW.find(session.read, copy.interview_id)
    if interview is None:
        raise NotFoundError("there is no such interview in this file")
    exhibits.require_scan(session.read, scan_id, interview.case_id)
    others = registry.SIGNING_COPY.where(session.read, "scan_id", scan_id)
    if any(each.interview_id != copy.interview_id for each in others):
        raise NotTheScanError("the exhibit is the signed paper of another record")
    if text_digest(get_undigested(session, copy.interview_id, copies=False)) != copy.digest:
        raise SigningCopyOutdatedError("the record was changed after it was printed to be signed")
    taken = replace(copy, scan_id=scan_id)
    with session.work() as work:
        work.save(taken)
        work.record(copy.interview_id, VaultAction.SIGNED_PAPER_REGISTERED)
    return taken


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def list_scans(session: Session, interview_id: InterviewId) -> tuple[Exhibit, ...]:
    """List the exhibits of the case that can be the scan of a signed paper."""
    interview = registry.INTERVIEW.find(session.read, interview_id)
    if interview is None:
        raise NotFoundError("there is no such interview in this file")
    return exhibits.list_scans(session, interview.case_id)


def _content(session: Session, record: InterviewInFull) -> BundleContent:
    """What the pages need to name: the case, and whom the record refers to."""
    case_id = record.interview.case_id
    frame = frame_of(session, case_id, (record,))
    head = ChainHead(size=0, root="", counters_root="", at="", short_code="")
    return BundleContent(
        release=Release(
            id=BundleId(""),
            number="",
            version=1,
            made_at=session.clock.read().at.replace(microsecond=0),
            language=frame.case.language,
            languages=(),
            purpose="",
            recipient="",
            sender_id=None,
            signatures=(),
        ),
        frame=frame,
        interviews=(record, *_other_records(session, record)),
        exhibits=tuple(_exhibits(session, record)),
        finance=Finance(),
        proof=Proof(
            head=head,
            custody_extract=b"",
            records=(),
            root_certificate=b"",
            root_fingerprint="",
            software=f"THB Desktop {thb_desktop.__version__}",
        ),
    )


def _other_records(session: Session, record: InterviewInFull) -> tuple[InterviewInFull, ...]:
    """Return the record that this one adds to or rectifies."""
    other = record.interview.supplements_id or record.interview.rectifies_id
    return (get_undigested(session, other),) if other else ()


def _exhibits(session: Session, record: InterviewInFull) -> Iterator[ExhibitInFull]:
    """Return the exhibits that the record names, as far as a page names them."""
    named = {record.interview.recording_id}
    named |= {each.exhibit_id for rows in (record.timeline, record.lineups) for each in rows}
    named |= {one for each in record.recordings for one in (each.exhibit_id, each.working_copy_id)}
    for exhibit_id in sorted(each for each in named if each):
        exhibit = registry.EXHIBIT.find(session.read, exhibit_id)
        if exhibit is not None:
            yield ExhibitInFull(exhibit=exhibit, files=(), custody=(), digest="")
