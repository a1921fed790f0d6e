"""The words of plain text by what stands between blanks, so that most of a bundle is set without a closer
look at any of them.
"""

import re
from functools import lru_cache
from math import inf
from typing import Final

from thb_desktop.report.text.breaks import word_ends
from thb_desktop.report.text.faces import Voice, family_of, line_of
from thb_desktop.report.text.shaping import Word, blank, shape

_USUAL: Final = re.compile("[0-9A-Za-z\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u0233]+[.,;:?!]?")
"""The most usual words, which no line ends within."""
_REMEMBERED: Final = 16_384
_NOT_PLAIN: Final = Word("", (), width=inf, line=(0.0, 0.0), face=None)
"""Fits into no column, so that whoever sets plain text need not ask of each word whether it is one."""


class Vocabulary(dict[str, Word]):
    """The words of one voice from left to right. One that a line may end within, or that is not in the face
    of the blank, or in one that is not as high as the voice's own, is infinitely wide.
    """

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        used = blank(" ", voice).face
        self._face = used if used and used.line is line_of(family_of(voice.script, voice)) else None

    def __missing__(self, chunk: str) -> Word:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[chunk] = self._found(chunk)
        return found

    def _found(self, chunk: str) -> Word:
        if not _USUAL.fullmatch(chunk) and len(word_ends(chunk)) > 1:
            return _NOT_PLAIN
        word = shape(chunk, True, self._voice)
        return word if word.face is not None and word.face is self._face else _NOT_PLAIN


@lru_cache(maxsize=16)
def vocabulary(voice: Voice) -> Vocabulary:
    """Return the words of a voice that were met."""
    return Vocabulary(voice)
