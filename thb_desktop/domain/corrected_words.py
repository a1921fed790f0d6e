"""The words of a turn as the person corrected them at the reading back: from them a translation is made.

Nothing that was said is replaced. Each correction stands on a line of its own behind it, with marks that mean
the same in each language and in each file: `[- before] [+ after]`.
"""

import re
from collections.abc import Iterable

_CORRECTION = re.compile(r"\[- (?P<before>.*?)\](?: \[\+ (?P<after>.*)\])?|\[\+ (?P<added>.*)\]", re.DOTALL)


def as_corrected(said: str, corrections: Iterable[tuple[str, str]]) -> str:
    """Return what was said, with the corrections in its language behind it; empty if there is neither.

    corrections: the words before and after of each, in the order of their entry.
    """
    return "\n".join(filter(None, (said, *(_line(before, after) for before, after in corrections))))


def readings(source: str) -> tuple[str, ...]:
    """Return in which ways a translation of these words may be made: with the corrections as they are marked,
    or put in their places.
    """
    said, put = [], ""
    for line in source.split("\n"):
        found = _CORRECTION.fullmatch(line)
        if found is None:
            said.append(line)
            continue
        before, after = found["before"] or "", found["after"] or found["added"] or ""
        put = put or "\n".join(said)
        put = put.replace(before, after) if before else f"{put}\n{after}"
    return (source, put) if put else (source,)


def _line(before: str, after: str) -> str:
    marked = (("-", before), ("+", after))
    return " ".join(f"[{mark} {words}]" for mark, words in marked if words)
