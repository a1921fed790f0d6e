"""Joining: two consecutive turns of a draft as one, with what was rendered of both."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from thb_desktop.domain.ids import AgentId, RowId
from thb_desktop.domain.segment import NOT_IN_USE, Rendering, Segment
from thb_desktop.domain.vocabulary import RenderingState
from thb_desktop.errors import SegmentJoinError, SegmentJoinRenderedError, SegmentJoinUnwrittenError
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry, turns


def verify_joinable(connection: Connection, first: Segment, second: Segment) -> None:
    """Refuse to join two turns of which one does not directly follow the other, or that have another speaker
    or language; of which one has its original and the other not; or with renditions of different people.
    """
    alike = (first.speaker, first.speaker_id, first.language) == (
        second.speaker,
        second.speaker_id,
        second.language,
    )
    if turns.standing_behind(connection, first) != second or not alike:
        raise SegmentJoinError("only two consecutive turns of one speaker can be joined")
    if (first.source_text is None) != (second.source_text is None):
        raise SegmentJoinUnwrittenError("the words of one turn are written down, those of the other not")
    for told in _pairs(connection, first, second):
        makers = {(each.author_id, each.mode) for each in told if each is not None and each.text}
        if len(makers) > 1:
            raise SegmentJoinRenderedError("the renditions of the two turns are not of one person and mode")


def joined(first: Segment, second: Segment) -> Segment:
    """Return the first turn with the words of both."""
    texts = [text for text in (first.source_text, second.source_text) if text is not None]
    return replace(
        first,
        source_text=" ".join(filter(None, texts)) if texts else None,
        recording_to=second.recording_to or first.recording_to,
        marks=tuple(dict.fromkeys(first.marks + second.marks)),
        conduct=tuple(dict.fromkeys(first.conduct + second.conduct)),
        silence_seconds=sum(filter(None, (first.silence_seconds, second.silence_seconds))) or None,
        pointed_at=", ".join(dict.fromkeys(filter(None, (first.pointed_at, second.pointed_at)))),
    )


def joined_renderings(
    work: UnitOfWork, turns_joined: Sequence[Segment], whole: Segment, *, typist: AgentId
) -> Iterator[Rendering]:
    """Return the renderings of a joined turn: what was rendered of both is joined and a draft again. What was
    rendered of one half alone, or is not in use, stays as it is and counts as made from earlier words.
    """
    for one, other in _pairs(work.connection, *turns_joined):
        told = [each for each in (one, other) if each is not None and each.text]
        if other in told:
            in_use = all(each.state not in NOT_IN_USE for each in told)
            is_whole = in_use and (len(told) > 1 or whole.source_text is None)
            yield replace(
                one or replace(told[-1], id=RowId(work.new_id()), segment_id=whole.id),
                text=" ".join(each.text for each in told),
                author_id=told[-1].author_id,
                mode=told[-1].mode,
                state=RenderingState.DRAFT if is_whole else RenderingState.SUPERSEDED,
                source_digest=whole.source_digest if is_whole else told[0].source_digest,
                typed_by=typist,
                typed_at=work.at,
            )
        elif one and one.source_digest != whole.source_digest and one.state not in NOT_IN_USE:
            yield replace(one, state=RenderingState.SUPERSEDED)


def _pairs(
    connection: Connection, first: Segment, second: Segment
) -> Iterator[tuple[Rendering | None, Rendering | None]]:
    """Return what was rendered of the two turns, by language and kind."""
    of_first, of_second = (
        {
            (each.language, each.kind): each
            for each in registry.RENDERING.where(connection, "segment_id", turn.id)
        }
        for turn in (first, second)
    )
    for key in dict.fromkeys((*of_first, *of_second)):
        yield of_first.get(key), of_second.get(key)
