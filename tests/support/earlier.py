"""What earlier versions of the program wrote and this one does not: translations within a record."""

from typing import Any

from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.segment import Rendering, Segment
from thb_desktop.services.core.session import Session


def translation(session: Session, segment: Segment, text: str, **changes: Any) -> Rendering:
    """A translation of a turn as an earlier vault has it: written with its event, in the record itself."""
    fields: dict[str, Any] = {"language": "en", "author_id": None, **changes}
    with session.work() as work:
        made = Rendering(
            id=RowId(work.new_id()),
            segment_id=segment.id,
            kind=v.RenderingKind.TRANSLATION,
            state=v.RenderingState.DRAFT,
            text=text,
            source_digest=segment.source_digest,
            typed_by=session.user.id,
            typed_at=work.at,
            **fields,
        )
        work.save(made)
        work.record(segment.interview_id, VaultAction.RENDERING_SET)
    return made
