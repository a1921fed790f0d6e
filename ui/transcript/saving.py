"""What the account does in the vault: typed words are saved, and a linguist at the desk certifies."""

from collections.abc import Mapping
from dataclasses import dataclass

from thb_desktop.crypto.signing import Signer
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.segment import Rendering
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.domain.vocabulary import RenderingKind
from thb_desktop.errors import CertificateTextOutdatedError, CertificationError
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import interpreting
from thb_desktop.services.language.interpreting import Wording
from thb_desktop.services.testimony import certifications, records, renderings, segments
from ui.language_work.at_desk import TypedKey, sign_at_desk
from ui.transcript.segment_row import SegmentRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """A wording as it was filled in for these renderings. digest: of the whole text, as it was then."""

    wording: Wording
    covered: tuple[RowId, ...]
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Certifies:
    """What a linguist certifies. drafted: what the text was made of; None for words of their own alone."""

    renderings: tuple[Rendering, ...]
    statement: str
    drafted: Drafted | None = None


def certify(session: Session, given: Certifies, key: TypedKey) -> None:
    """Open the linguist's key for this one act: they are a guest at the user's desk.

    Raises CertificateTextOutdatedError if the wording would be filled in otherwise now.
    """
    if key.linguist.user_id is None:
        raise CertificationError("who certifies is a user of this vault")
    interview_id = records.require_segment(session, given.renderings[0].segment_id).interview_id
    if (one := given.drafted) is not None:
        now = interpreting.draft_statement(session, interview_id, key.linguist.id, one.wording, one.covered)
        if digest_of(now) != one.digest:
            raise CertificateTextOutdatedError("the text was filled in on another day, or for other words")

    def signed(signer: Signer) -> object:
        return certifications.certify_renderings(
            session,
            interview_id,
            given.renderings,
            interpreter_id=key.linguist.id,
            statement=given.statement,
            signer=signer,
        )

    sign_at_desk(session, key, signed)


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
