"""Digests of records: that of a signed one, and that of what was printed of it to be signed by hand."""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.change import Change
from thb_desktop.domain.ids import InterviewId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.vocabulary import InterviewState, RecordDecisionKind, SignatureMethod
from thb_desktop.errors import FormatError, NotFoundError
from thb_desktop.findings import Finding, broken
from thb_desktop.ledger.interview_record import record_digest, text_digest
from thb_desktop.services.core.record_parts import in_parts
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain, registry

COPIED = frozenset(
    {
        *(VaultAction.SIGNING_COPY_MADE, VaultAction.SIGNED_PAPER_REGISTERED),
        *(VaultAction.INTERVIEW_SIGNED, VaultAction.RECORD_SEALED),
    }
)
"""The acts after which a copy or a seal and its record must agree."""
_BESIDE = COPIED | {
    VaultAction.RECORD_RESTRICTED,
    VaultAction.RESTRICTION_LIFTED,
    VaultAction.RECORD_ANNULLED,
}
"""Acts on a record that leave alone what is printed of it to be signed."""


def check_copies(connection: Connection, interviews: Iterable[str]) -> Iterator[Finding]:
    """Check the last copy of each of these records, and the digest of a signed one.

    A copy that nobody signed may be of an earlier wording, if the record was changed since.
    """
    for interview_id in dict.fromkeys(interviews):
        with suppress(FormatError, NotFoundError):  # what cannot be read differs from what the events tell
            interview = registry.INTERVIEW.find(connection, interview_id)
            if interview is None:
                continue
            has_copy = bool(registry.SIGNING_COPY.where(connection, "interview_id", interview_id))
            if interview.is_signed or has_copy:
                yield from _check(connection, in_parts(connection, interview))


def _check(connection: Connection, record: InterviewInFull) -> Iterator[Finding]:
    interview = record.interview
    if interview.is_signed and record_digest(record) != interview.record_digest:
        yield broken("record-digest-forged", number=interview.number)
    seals = {each.digest for each in record.decisions if each.kind is RecordDecisionKind.SEALED}
    if seals - {interview.record_digest}:
        yield broken("record-seal-forged", number=interview.number)
    for copy in record.copies[-1:]:
        is_bound = is_signed_by_hand(record) and interview.is_signed
        is_newest = bool(copy.scan_id) or is_bound or _stands_since(connection, interview.id)
        if is_newest and copy.digest != text_digest(record):
            yield broken("signing-copy-forged", number=interview.number)


def is_signed_by_hand(record: InterviewInFull) -> bool:
    """Whether a record is signed on paper: by the method of a signature, or by a scan that is named."""
    return any(
        each.method is SignatureMethod.HANDWRITTEN_ON_PAPER for each in record.signatures if not each.struck
    ) or any(each.scan_id for each in record.copies[-1:])


def replaces_paper(changes: Iterable[Change]) -> bool:
    """Whether an entry names another scan as the paper of a record that was signed before."""
    return any(
        each.before is not None and bool(each.before["scan_id"]) and "scan_id" in each.fields
        for each in changes
        if each.table == registry.SIGNING_COPY.name and each.record_state == InterviewState.SIGNED
    )


def _stands_since(connection: Connection, interview_id: InterviewId) -> bool:
    """Whether nothing of the record was changed after the last copy was printed."""
    for signed in reversed(chain.entries_of(connection, interview_id)):
        action = signed.parsed().action
        if action == VaultAction.SIGNING_COPY_MADE:
            return True
        if action not in _BESIDE:
            return False
    return False
