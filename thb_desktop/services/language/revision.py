"""Revision: another linguist agrees with a version, or disputes it with a version of their own beside."""

from dataclasses import replace

from thb_desktop.crypto.signing import Signer
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.ids import InterpreterId, RowId
from thb_desktop.domain.language_states import PRESENT, JobInFull, WorkState, states_of
from thb_desktop.domain.language_work import RenderingVersion, RevisionVerdict
from thb_desktop.domain.rights import Right
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.domain.vocabulary import VerdictKind
from thb_desktop.errors import NotTheLinguistError, RevisionError, VersionNotPresentError
from thb_desktop.services.case_file.entries import verify_named
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.language.overview import get_turn
from thb_desktop.services.language.signing import UNSIGNED, signed_row, user_of
from thb_desktop.services.language.sources import source_of
from thb_desktop.services.language.versions import require_version, segment_of
from thb_desktop.vault.tables import chain, language, registry


@permitted(Right.LANGUAGE_WORK)
def give_verdict(
    session: Session,
    version_id: RowId,
    kind: VerdictKind,
    *,
    interpreter_id: InterpreterId,
    own_text: str = "",
    reason: str = "",
    signer: Signer | None = None,
) -> RevisionVerdict:
    """Record what a second linguist says of a version that its author signed; their last verdict counts.

    It can be given after the job is closed. own_text, reason: of a dispute both, of an agreement no text.
    Raises RevisionError for the author (V-T-02) and for a dispute without these, VersionNotPresentError,
    NotTheLinguistError.
    """
    version = require_version(session, version_id)
    work_on = _turn(session, version)
    verify_named(session.read, "interpreter", interpreter_id, work_on.job.case_id)
    is_dispute = kind is VerdictKind.DISPUTES
    if is_dispute and (is_blank(own_text) or is_blank(reason)):
        raise RevisionError("a dispute needs a reason, and a version of one's own")
    if not is_dispute and own_text:
        raise RevisionError("who agrees has no version of their own")
    state = states_of(work_on)[version_id]
    if state not in PRESENT or state is WorkState.UNSIGNED:
        raise VersionNotPresentError("a version is revised that its author signed, and that is the last one")
    user_id = user_of(session, interpreter_id)
    author = registry.INTERPRETER.find(session.read, version.author_id)
    if author is None:
        raise NotTheLinguistError("the author of the version is not in the file")
    if interpreter_id == author.id or user_id == author.user_id:
        raise RevisionError("a linguist cannot revise their own version")
    with session.work() as work:
        row = RevisionVerdict(
            id=RowId(work.new_id()),
            job_id=version.job_id,
            version_id=version_id,
            version_digest=work_on.digests[version_id],
            interpreter_id=interpreter_id,
            user_id=user_id,
            kind=kind,
            at=work.at,
            signature=UNSIGNED,
            own_text=own_text,
            reason=reason.strip(),
        )
        made = signed_row(session, row, signer)
        work.save(made)
        work.record(version.job_id, VaultAction.VERDICT_GIVEN)
    return made


def _turn(session: Session, version: RenderingVersion) -> JobInFull:
    """Return the turn of a version with what its state follows from; no other turn is read."""
    job_id, segment_id = version.job_id, version.segment_id
    turn = get_turn(session, job_id, segment_id, since=chain.size_of(session.read))
    source = source_of(session.read, turn.job, segment_of(session.read, turn.job, segment_id))
    signed = language.last_signature_of(session.read, job_id, version.id)
    return replace(
        turn,
        signatures=(signed,) if signed is not None else (),
        source_digests={segment_id: digest_of(source)} if source is not None else {},
    )
