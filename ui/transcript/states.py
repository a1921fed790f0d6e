"""The states of records and of renderings, as the table of turns shows them."""

from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.segment import Rendering
from thb_desktop.domain.vocabulary import InterviewState, RenderingKind, RenderingState
from ui.tones import Tone

CLOSED = frozenset(InterviewState) - {
    *(InterviewState.DRAFT, InterviewState.READ_BACK, InterviewState.COMPARED),
}
_RECORD_TONES = {
    InterviewState.ANNULLED_BY_DECISION: Tone.BAD,
    InterviewState.RESTRICTED: Tone.WARN,
}
STATE_TONES = {
    RenderingState.DRAFT: Tone.WARN,
    RenderingState.SELF_CHECKED: Tone.INFO,
    RenderingState.REVISED_BY_SECOND_LINGUIST: Tone.INFO,
    RenderingState.CERTIFIED: Tone.OK,
    RenderingState.CONTESTED: Tone.BAD,
    RenderingState.SUPERSEDED: Tone.BAD,
}


def tone_of_record(state: InterviewState) -> Tone:
    """Return the tone of the displayed state of a record: a decision against its use is never good."""
    return _RECORD_TONES.get(state, Tone.OK if state in CLOSED else Tone.WARN)


def tone_of(state: RenderingState, *, is_closed: bool) -> Tone:
    """Return the tone of a state; in a closed record nobody can work on a draft any more."""
    quiet = is_closed and state is RenderingState.DRAFT
    return Tone.PLAIN if quiet else STATE_TONES.get(state, Tone.PLAIN)


def is_told_draft(rendering: Rendering) -> bool:
    """Whether a rendering was said on the spot, and nobody checked it since: it is no draft of anything."""
    return rendering.kind is RenderingKind.RENDITION and rendering.state is RenderingState.DRAFT


def is_plain_copy(record: InterviewInFull) -> bool:
    """Whether it is a statement made elsewhere in which nothing was rendered: it has one column."""
    return record.taken_over is not None and not any(each.renderings for each in record.segments)
