"""What the check of one file may cost: it grows with the size of the file, and its memory is bounded.

A check that would cost more stops, and says that the file cannot be judged.
"""

from dataclasses import dataclass, field
from typing import Self

from thb_desktop.errors import PdfBeyondBoundsError
from thb_desktop.verify.limits import MAXIMUM_KEPT, MEBIBYTE

TEXT_PER_BYTE, TEXT_AT_LEAST = 20, 2 * MEBIBYTE
MOVED_PER_BYTE, MOVED_AT_LEAST = 48, 64 * MEBIBYTE
"""Rows of accounts are much alike: packed, they take a twelfth, and they are read twice."""
STEPS_PER_BYTE, STEPS_AT_LEAST = 2, 1_000_000
MAXIMUM_STREAM = 32 * MEBIBYTE
"""Bytes of one unpacked stream that is needed as a whole."""
MAXIMUM_VALUES = 300_000
"""Values in one object, in objects of an update, and rows of runs in the cross-references."""


@dataclass(slots=True, kw_only=True)
class Budget:
    """What may still be spent on one file."""

    text: int
    """Bytes of PDF text and of JSON that are parsed."""
    moved: int
    """Bytes that are unpacked, hashed or searched."""
    steps: int
    """Look-ups and turns of loops, each about a microsecond."""
    kept: int = field(default=MAXIMUM_KEPT)
    """Bytes that stay in memory until the end of the check."""

    @classmethod
    def of(cls, size: int) -> Self:
        """Return the budget of a file of this size in bytes."""
        return cls(
            text=TEXT_PER_BYTE * size + TEXT_AT_LEAST,
            moved=MOVED_PER_BYTE * size + MOVED_AT_LEAST,
            steps=STEPS_PER_BYTE * size + STEPS_AT_LEAST,
        )

    def read(self, size: int) -> None:
        """Spend `size` bytes of text. This and the others raise PdfBeyondBoundsError when it is used up."""
        self.text -= size
        if self.text < 0:
            raise PdfBeyondBoundsError("the file takes longer to read than its size allows")

    def move(self, size: int) -> None:
        """Spend `size` bytes that are unpacked, hashed or searched."""
        self.moved -= size
        if self.moved < 0:
            raise PdfBeyondBoundsError("the decoded file exceeds the limits")

    def step(self, count: int = 1) -> None:
        """Spend turns of a loop."""
        self.steps -= count
        if self.steps < 0:
            raise PdfBeyondBoundsError("the file takes more steps than its size allows")

    def keep(self, size: int) -> None:
        """Spend memory that is not given back."""
        self.kept -= size
        if self.kept < 0:
            raise PdfBeyondBoundsError("the decoded file exceeds the limits")
