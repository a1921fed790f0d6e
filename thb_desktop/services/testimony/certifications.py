"""Certifications: a linguist signs, with their own key, that their renderings are complete and faithful."""

from collections.abc import Sequence
from dataclasses import replace

from thb_desktop.crypto.signing import Signer
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import InterpreterId, InterviewId, RowId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.rights import Right
from thb_desktop.domain.segment import NOT_IN_USE, Certification, Rendering
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.domain.vocabulary import RenderingState, UserRole
from thb_desktop.errors import CertificationError, CertifierNotInterpreterError
from thb_desktop.ledger.certification import certified_bytes
from thb_desktop.services.core.certification_checks import certificate_behind
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony.records import require_open, require_rendering, require_standing
from thb_desktop.vault.tables import registry


@permitted(Right.EDIT_TESTIMONY)
def certify_renderings(
    session: Session,
    interview_id: InterviewId,
    read: Sequence[Rendering],
    *,
    interpreter_id: InterpreterId,
    statement: str,
    signer: Signer | None = None,
) -> Certification:
    """Let the linguist who rendered these texts certify them; they are CERTIFIED until their text changes.

    read: the texts as the linguist read them. signer: the key of the linguist's user, opened at this desk; by
    default the key of the session, whose user must be the linguist. Raises CertifierNotInterpreterError for a
    user without this function or name, CertificationError for anybody else's key, for texts that changed
    since they were read, for renderings by somebody else or of another record, and for those that are
    superseded, contested or withdrawn.
    """
    require_open(session, interview_id)
    renderings = [require_rendering(session, each.id) for each in read]
    if any(map(_differ, read, renderings)):
        raise CertificationError("a rendering or its original changed since it was read")
    interpreter = registry.INTERPRETER.find(session.read, interpreter_id)
    if interpreter is None or interpreter.user_id is None:
        raise CertificationError(
            "the person who certifies must be a linguist of the case and a user of this vault"
        )
    user = registry.USER.find(session.read, interpreter.user_id)
    if user is None or user.role is not UserRole.INTERPRETER or not interpreter.goes_by(user.name):
        raise CertifierNotInterpreterError("the user of this linguist is no interpreter, or has another name")
    if not renderings or is_blank(statement):
        raise CertificationError("a certification must name its renderings")
    for rendering in renderings:
        _verify_certifiable(session, rendering, interview_id, interpreter_id)
    with session.work() as work:
        unsigned = Certification(
            id=RowId(work.new_id()),
            interview_id=interview_id,
            interpreter_id=interpreter_id,
            user_id=interpreter.user_id,
            statement=statement.strip(),
            renderings=tuple((each.id, each.source_digest, digest_of(each.text)) for each in renderings),
            at=work.at,
            signature="",
        )
        signature = (signer or session.keys.signer).sign(certified_bytes(unsigned, session.vault_id))
        certification = replace(unsigned, signature=signature.hex())
        verify_certification(session, certification)
        work.save(certification, *(replace(each, state=RenderingState.CERTIFIED) for each in renderings))
        work.record(interview_id, VaultAction.RENDERINGS_CERTIFIED)
    return certification


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def verify_certification(session: Session, untrusted: Certification) -> None:
    """Raise CertificationError unless it has the signature of the user that it names, for this vault."""
    certificate_of_certification(session, untrusted)


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def certificate_of_certification(session: Session, untrusted: Certification) -> bytes:
    """Return the certificate (DER) whose key signed it; errors are those of `verify_certification`."""
    root = root_certificate(session.office_record)
    certificate = certificate_behind(session.read, session.vault_id, root, untrusted)
    if certificate is None:
        raise CertificationError("a certification does not have the signature of the linguist that it names")
    return certificate


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def verify_certified(session: Session, record: InterviewInFull) -> None:
    """Raise CertificationError unless each certification of a record is signed, and each rendering in the
    state CERTIFIED is covered by one.
    """
    for each in record.certifications:
        verify_certification(session, each)
    made = (one for each in record.segments for one in each.renderings)
    if any(one.state is RenderingState.CERTIFIED and record.certified_by(one) is None for one in made):
        raise CertificationError("a rendering is called certified, and no certification covers it")


def is_certifiable(rendering: Rendering) -> bool:
    """Whether its linguist may certify it: it is not certified yet, and still in use."""
    return rendering.state not in (RenderingState.CERTIFIED, *NOT_IN_USE)


def _verify_certifiable(
    session: Session, rendering: Rendering, interview_id: InterviewId, interpreter_id: InterpreterId
) -> None:
    segment = require_standing(session, rendering.segment_id)
    if segment.interview_id != interview_id:
        raise CertificationError("a certification must be about renderings of one record")
    if segment.source_digest != rendering.source_digest:
        raise CertificationError("a rendering of an earlier original cannot be certified")
    if rendering.author_id != interpreter_id:
        raise CertificationError("a linguist can certify only their own renderings")
    if rendering.state in NOT_IN_USE:
        raise CertificationError("a rendering that is superseded, contested or withdrawn cannot be certified")


def _differ(read: Rendering, kept: Rendering) -> bool:
    return (read.text, read.source_digest) != (kept.text, kept.source_digest)
