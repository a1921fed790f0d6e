"""What the account does in the vault: typed words are saved, and a linguist at the desk certifies."""

from collections.abc import Mapping, Sequence

from thb_desktop.crypto import passphrases
from thb_desktop.domain.people import Interpreter
from thb_desktop.domain.segment import Rendering
from thb_desktop.domain.vocabulary import RenderingKind
from thb_desktop.errors import CertificationError, WrongCertifierPassphraseError, WrongPassphraseError
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import users
from thb_desktop.services.testimony import certifications, records, renderings, segments
from ui.transcript.segment_row import SegmentRow


def certify(
    session: Session, chosen: Sequence[Rendering], linguist: Interpreter, statement: str, typed: str
) -> None:
    """Open the linguist's key for this one act: they are a guest at the user's desk."""
    if linguist.user_id is None:
        raise CertificationError("who certifies is a user of this vault")
    try:
        guest = users.signer_of(session, linguist.user_id, passphrases.prepare(typed))
    except WrongPassphraseError:
        raise WrongCertifierPassphraseError(
            "the linguist's passphrase is wrong; nothing was signed"
        ) from None
    try:
        interview_id = records.require_segment(session, chosen[0].segment_id).interview_id
        certifications.certify_renderings(
            session,
            interview_id,
            chosen,
            interpreter_id=linguist.id,
            statement=statement,
            signer=guest.keys.signer,
        )
    finally:
        guest.keys.close()


def save_typed(session: Session, row: SegmentRow, typed: Mapping[str, str], kind: RenderingKind) -> None:
    """Save the original first, because its renderings refer to its present words."""
    segment = row.segment
    if segment.language in typed:
        segments.set_source(session, segment.id, typed[segment.language])
    for language, words in typed.items():
        if language != segment.language:
            known = row.side(language).rendering
            renderings.set_rendering_text(
                session,
                segment.id,
                language=language,
                kind=known.kind if known else kind,
                text=words,
                author_id=known.author_id if known else None,
            )
