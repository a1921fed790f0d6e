"""Stretch: sound slower or faster at the same pitch: pieces overlap where they are most alike (WSOLA)."""

from array import array
from math import sumprod

from thb_desktop.inspect.media.talk import CHANNELS, RATE

_HOP = RATE // 50
"""Samples between two pieces of what is heard; a piece is twice as long."""
_REACH = RATE // 100
"""How far from its due place the best piece is looked for, to both sides."""
_COARSE, _FINE = 8, 2


class Stretcher:
    """speed: in per cent of the recorded one. Takes and returns samples of all channels in turn."""

    def __init__(self, speed: int) -> None:
        self.speed = speed
        self._input = array("h")
        self._dropped = 0
        """Samples that were given and are no longer kept."""
        self._due = 0.0
        """Where the next piece is due, in samples of the recording."""
        self._tail = array("h")
        """The second half of the last piece, which fades out."""

    def stretch(self, samples: array[int]) -> array[int]:
        """Take more of the recording, and return what can be heard of it so far."""
        if self.speed == 100:
            return samples
        self._input.extend(samples)
        made = array("h")
        while (at := self._best()) is not None:
            piece = self._input[at * CHANNELS : (at + 2 * _HOP) * CHANNELS]
            half = _HOP * CHANNELS
            made.extend(_faded(self._tail, piece[:half]) if self._tail else piece[:half])
            self._tail = piece[half:]
            self._due += _HOP * self.speed / 100
            self._forget()
        return made

    def rest(self) -> array[int]:
        """Return what is left when nothing more is given."""
        if self.speed == 100:
            return array("h")
        due = len(self._input) // CHANNELS + self._dropped - int(self._due)
        made = self.stretch(array("h", bytes((2 * _HOP + _REACH) * CHANNELS * 2)))
        return made[: max(0, due) * 100 // self.speed * CHANNELS]

    def _best(self) -> int | None:
        """Return where the next piece begins in what is kept; None if too little was given."""
        due = int(self._due) - self._dropped
        if (due + _REACH + 2 * _HOP) * CHANNELS > len(self._input):
            return None
        if not self._tail:
            return max(0, due)
        first, last = max(0, due - _REACH), due + _REACH
        near = self._most_alike(range(first, last, _COARSE), _COARSE)
        around = range(max(0, near - _COARSE), near + _COARSE, _FINE)
        return self._most_alike(around, _COARSE * 2)

    def _most_alike(self, places: range, step: int) -> int:
        """Return the place from which the recording goes on most as the last piece did."""
        stride = step * CHANNELS
        wanted = self._tail[::stride].tolist()
        length = _HOP * CHANNELS
        found, best = places[0], float("-inf")
        for place in places:
            start = place * CHANNELS
            there = self._input[start : start + length : stride].tolist()
            energy = sumprod(there, there)
            alike = sumprod(wanted, there)
            score = alike * abs(alike) / (energy + 1)
            if score > best:
                found, best = place, score
        return found

    def _forget(self) -> None:
        """Drop what no later piece can begin in."""
        spare = int(self._due) - self._dropped - _REACH - 1
        if spare > RATE:
            del self._input[: spare * CHANNELS]
            self._dropped += spare


_UP = [number / _HOP for number in range(_HOP) for _ in range(CHANNELS)]


def _faded(before: array[int], after: array[int]) -> array[int]:
    return array("h", [int(old + (new - old) * up) for old, new, up in zip(before, after, _UP, strict=True)])
