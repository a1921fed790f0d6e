"""Which characters of a text no face draws: told before somebody signs what the page would show by number."""

from functools import lru_cache
from typing import Final

import regex

from thb_desktop.report.text.characters import script_of, show_acting, without_direction_marks
from thb_desktop.report.text.faces import Voice, face_for

_CLUSTERS: Final = regex.compile(r"\X")


def undrawn(text: str) -> tuple[str, ...]:
    """Return the characters of a text that the page shows by their numbers for want of a face, each once."""
    found: dict[str, None] = {}
    for word in dict.fromkeys(text.split()):
        if not word.isascii():
            found |= dict.fromkeys(_undrawn_in(word))
    return tuple(found)


@lru_cache(maxsize=32768)
def _undrawn_in(word: str) -> tuple[str, ...]:
    shown = without_direction_marks(show_acting(word)[0])
    lacking = [each for each in _CLUSTERS.findall(shown) if not _is_drawn(each)]
    return tuple(dict.fromkeys(character for cluster in lacking for character in cluster))


@lru_cache(maxsize=32768)
def _is_drawn(cluster: str) -> bool:
    """Whatever the paragraph: every face is tried, in both weights."""
    script = script_of(cluster[0])
    return all(face_for(cluster, script, Voice("Latn", "", bold)) is not None for bold in (False, True))
