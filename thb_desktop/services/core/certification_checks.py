"""Certifications: whether each has the signature of the linguist that it names."""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from thb_desktop.crypto.signing import verify_signature
from thb_desktop.domain.ids import AgentId, InterviewId, SegmentId
from thb_desktop.domain.interview_record import in_order
from thb_desktop.domain.segment import Certification, Rendering
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.domain.vocabulary import RenderingState, UserRole
from thb_desktop.errors import FormatError, SignatureError
from thb_desktop.findings import Finding, broken, holds, of_entry
from thb_desktop.ledger.certification import certified_bytes
from thb_desktop.services.core.keys import certificates_of
from thb_desktop.services.core.user_certification import certified_keys
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.told_rows import RowName, first_told
from thb_desktop.vault.told_states import ToldStates

UNSIGNED = "certifications.unsigned-entry"
"""The finding about an entry that tells a certification without the signature of its linguist."""


def certificate_behind(
    connection: Connection, vault_id: str, root: bytes, untrusted: Certification
) -> bytes | None:
    """Return the certificate (DER) whose key signed this certification: one that the root issued for the
    named user, who is an interpreter, and the linguist of the case that it names. None if there is none.
    """
    return _behind(connection, _issued(connection), vault_id, root, untrusted)


def _issued(connection: Connection) -> list[tuple[AgentId, bytes]]:
    roles = {user.id: user.role for user in registry.USER.all(connection)}
    return [each for each in certificates_of(connection) if roles.get(each[0]) is UserRole.INTERPRETER]


def _behind(
    connection: Connection,
    issued: list[tuple[AgentId, bytes]],
    vault_id: str,
    root: bytes,
    untrusted: Certification,
) -> bytes | None:
    if not _is_of_linguist(connection, untrusted):
        return None
    for agent, certificate in issued:
        for key in certified_keys([(agent, certificate)], root).get(untrusted.user_id, ()):
            with suppress(SignatureError, ValueError):
                signature = bytes.fromhex(untrusted.signature)
                verify_signature(key, certified_bytes(untrusted, vault_id), signature)
                return certificate
    return None


def _is_of_linguist(connection: Connection, untrusted: Certification) -> bool:
    """Whether the user that it names is the linguist that it names, or was when it was made."""
    linguist = registry.INTERPRETER.find(connection, untrusted.interpreter_id)
    if linguist is not None and linguist.user_id == untrusted.user_id:
        return True
    told = first_told(connection, RowName(registry.CERTIFICATION.name, untrusted.id))
    row = RowName(registry.INTERPRETER.name, untrusted.interpreter_id)
    try:
        was = ToldStates(connection).before(row, told) if told is not None else None
    except FormatError:
        return False
    return was is not None and was.get("user_id") == untrusted.user_id


def check_certifications(connection: Connection, vault_id: str, root: bytes) -> Iterator[Finding]:
    """Check the signature of every certification in the vault, and that each certified rendering has one."""
    every, issued = registry.CERTIFICATION.all(connection), _issued(connection)
    unsigned = [each for each in every if _behind(connection, issued, vault_id, root, each) is None]
    covered = {rendering for each in every for rendering in each.renderings}
    certified = registry.RENDERING.where(connection, "state", RenderingState.CERTIFIED.value)
    uncovered = [
        each for each in certified if (each.id, each.source_digest, digest_of(each.text)) not in covered
    ]
    if unsigned:
        yield broken("certifications.unsigned", count=len(unsigned))
    told = {first_told(connection, RowName(registry.CERTIFICATION.name, each.id)) for each in unsigned}
    for seq in sorted(told - {None}, key=lambda seq: seq or 0):
        yield broken(UNSIGNED, where=of_entry(seq or 0))
    yield from _named(connection, uncovered)
    if every and not unsigned and not uncovered:
        yield holds("certifications.signed", count=len(every))


def _named(connection: Connection, uncovered: Iterable[Rendering]) -> Iterator[Finding]:
    """Return one finding for each record, with the turns of its renderings."""
    turns: dict[InterviewId, set[SegmentId]] = {}
    for rendering in uncovered:
        segment = registry.SEGMENT.find(connection, rendering.segment_id)
        if segment is not None:
            turns.setdefault(segment.interview_id, set()).add(segment.id)
    for interview_id, found in turns.items():
        interview = registry.INTERVIEW.find(connection, interview_id)
        ordered = in_order(registry.SEGMENT.where(connection, "interview_id", interview_id), ())
        yield broken(
            "certifications.uncovered",
            number=interview.number if interview else interview_id,
            segments=tuple(each.label for each in ordered if each.segment.id in found),
        )
