"""The words of a turn as the person corrected them at the reading back: from them a translation is made.

Nothing that was said is replaced. Each correction stands on a line of its own behind it, with marks that mean
the same in each language and in each file: `[- before] [+ after]`.
"""

from collections.abc import Iterable


def as_corrected(said: str, corrections: Iterable[tuple[str, str]]) -> str:
    """Return what was said, with the corrections in its language behind it; empty if there is neither.

    corrections: the words before and after of each, in the order of their entry.
    """
    return "\n".join(filter(None, (said, *(_line(before, after) for before, after in corrections))))


def _line(before: str, after: str) -> str:
    marked = (("-", before), ("+", after))
    return " ".join(f"[{mark} {words}]" for mark, words in marked if words)
