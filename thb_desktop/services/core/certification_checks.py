"""Certifications: whether each has the signature of the linguist that it names."""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from thb_desktop.crypto.signing import verify_signature
from thb_desktop.domain.ids import AgentId, InterviewId, SegmentId
from thb_desktop.domain.interview_record import in_order
from thb_desktop.domain.segment import Certification, Rendering, digest_of
from thb_desktop.domain.vocabulary import RenderingState, UserRole
from thb_desktop.errors import SignatureError
from thb_desktop.findings import Finding, broken, holds
from thb_desktop.ledger.certification import certified_bytes
from thb_desktop.services.core.keys import certificates_of
from thb_desktop.services.core.user_certification import certified_keys
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


def certificate_behind(
    connection: Connection, vault_id: str, root: bytes, untrusted: Certification
) -> bytes | None:
    """Return the certificate (DER) whose key signed this certification: one that the root issued for the
    named user, who is an interpreter. None if there is none.
    """
    return _behind(_issued(connection), vault_id, root, untrusted)


def _issued(connection: Connection) -> list[tuple[AgentId, bytes]]:
    roles = {user.id: user.role for user in registry.USER.all(connection)}
    return [each for each in certificates_of(connection) if roles.get(each[0]) is UserRole.INTERPRETER]


def _behind(
    issued: list[tuple[AgentId, bytes]], vault_id: str, root: bytes, untrusted: Certification
) -> bytes | None:
    for agent, certificate in issued:
        for key in certified_keys([(agent, certificate)], root).get(untrusted.user_id, ()):
            with suppress(SignatureError, ValueError):
                signature = bytes.fromhex(untrusted.signature)
                verify_signature(key, certified_bytes(untrusted, vault_id), signature)
                return certificate
    return None


def check_certifications(connection: Connection, vault_id: str, root: bytes) -> Iterator[Finding]:
    """Check the signature of every certification in the vault, and that each certified rendering has one."""
    every, issued = registry.CERTIFICATION.all(connection), _issued(connection)
    unsigned = sum(_behind(issued, vault_id, root, each) is None for each in every)
    covered = {rendering for each in every for rendering in each.renderings}
    certified = registry.RENDERING.where(connection, "state", RenderingState.CERTIFIED.value)
    uncovered = [
        each for each in certified if (each.id, each.source_digest, digest_of(each.text)) not in covered
    ]
    if unsigned:
        yield broken("certifications.unsigned", count=unsigned)
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
