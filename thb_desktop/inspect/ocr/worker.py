"""Worker: gives up everything but reading the system's own files, and becomes Tesseract.

    python -P -s -S -B -m thb_desktop.inspect.ocr.worker PROGRAM LANGUAGES LIMITS

The picture comes by standard input, what was read goes to standard output as Tesseract's table. The picture
is one that a confined reader drew: Tesseract never sees the file.
"""

import sys
from collections.abc import Sequence
from contextlib import suppress

from thb_desktop.inspect.confinement import become_program
from thb_desktop.inspect.limits import Limits
from thb_desktop.inspect.worker import NOT_CONFINED

ARGUMENTS = ("stdin", "stdout", "-l")
ENVIRONMENT = {"OMP_THREAD_LIMIT": "1", "LC_ALL": "C"}
"""One thread: it may start no other."""
_READABLE = ("/usr", "/lib", "/lib64", "/etc/ld.so.cache", "/sys/devices/system/cpu")
"""Programs, libraries and Tesseract's own data; nothing of a user."""


def main(arguments: Sequence[str]) -> int:
    program, languages, told = arguments
    command = [program, *ARGUMENTS, languages, "tsv"]
    with suppress(OSError):
        become_program(command, Limits.from_text(told), readable=_READABLE, environment=ENVIRONMENT)
    return NOT_CONFINED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
