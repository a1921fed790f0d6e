"""Write behind: what was written to a large file goes to the medium while more of it comes."""

from typing import BinaryIO

from thb_desktop.vault.system import write_back

_WINDOW = 16 << 20


class WriteBehind:
    """A file that is written from its beginning to its end.

    The system starts writing the last window, and drops the one before, already written, from memory. So the
    final flush is short, and a large file does not displace everything else in the machine's memory.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._begun = file, 0

    def reach(self, position: int) -> None:
        """Tell that everything before this position was written."""
        if position - self._begun >= _WINDOW:
            start = max(0, self._begun - _WINDOW)
            write_back(self._file, start, position - start)
            self._begun = position
