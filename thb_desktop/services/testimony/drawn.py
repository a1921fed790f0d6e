"""What the page cannot draw: told before a record is signed (V-I-26)."""

from collections.abc import Iterator

from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.record_texts import free_texts
from thb_desktop.findings import Finding
from thb_desktop.findings import unknown as warn

_MOST = 10
"""The most characters that a finding names."""


def check_drawn(record: InterviewInFull) -> Iterator[Finding]:
    """Tell where the pages will show characters by their numbers, because no face has them."""
    turns: dict[str, None] = {}
    of_turns: dict[str, None] = {}
    for each in free_texts(record.without_struck()):
        lacking = undrawn_in(each.text)
        if lacking and each.turn:
            turns[each.turn] = None
            of_turns |= dict.fromkeys(lacking)
        elif lacking:
            yield warn("V-I-26.in-field", about=each.about, field=each.field, characters=lacking)
    if turns:
        found = tuple(of_turns)[:_MOST]
        yield warn("V-I-26.in-turns", field="interview.segments", segments=tuple(turns), characters=found)


def undrawn_in(text: str) -> tuple[str, ...]:
    """Return the numbers of characters of a text that no face has ("U+AC00"), the first ones."""
    if text.isascii():
        return ()
    # Fonts take a tenth of a second to load: only who checks a text beyond ASCII waits for them.
    from thb_desktop.report.text.coverage import undrawn

    return tuple(f"U+{ord(each):04X}" for each in undrawn(text)[:_MOST])
