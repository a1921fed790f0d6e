"""From which languages a job is made, in words."""

from collections.abc import Sequence

from thb_desktop.domain.interview_record import SegmentInFull
from thb_desktop.domain.language_turns import JobTurns
from ui.labels import language_name, language_within
from ui.text import listed


def source_languages(
    turns: JobTurns, segments: Sequence[SegmentInFull], *, spoken: str, from_language: str = ""
) -> str:
    """Return the languages of what is rendered, that of the person first: a record has questions in another
    one. spoken: the language of the person. from_language: of the job whose texts are rendered.
    """
    fixed = from_language or turns.job.source_language
    due = {each.segment.language for each in segments if each.segment.id in turns.sources}
    first, *others = [fixed] if fixed else sorted(due, key=lambda tag: (tag != spoken, tag)) or [spoken]
    return listed((language_name(first), *map(language_within, others)))
