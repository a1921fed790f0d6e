"""The states of records and of renderings, as the table of turns shows them."""

from thb_desktop.domain.vocabulary import InterviewState, RenderingState
from ui.tones import Tone

CLOSED = frozenset(InterviewState) - {
    *(InterviewState.DRAFT, InterviewState.READ_BACK, InterviewState.COMPARED),
}
STATE_TONES = {
    RenderingState.DRAFT: Tone.WARN,
    RenderingState.SELF_CHECKED: Tone.INFO,
    RenderingState.REVISED_BY_SECOND_LINGUIST: Tone.INFO,
    RenderingState.CERTIFIED: Tone.OK,
    RenderingState.CONTESTED: Tone.BAD,
    RenderingState.SUPERSEDED: Tone.BAD,
}


def tone_of(state: RenderingState, *, is_closed: bool) -> Tone:
    """Return the tone of a state; in a closed record nobody can work on a draft any more."""
    quiet = is_closed and state is RenderingState.DRAFT
    return Tone.PLAIN if quiet else STATE_TONES.get(state, Tone.PLAIN)
