"""Worker: the confined process that looks into one file. It loads its readers, gives all up, then reads.

    python -P -s -S -B -m thb_desktop.inspect.looks.worker LIMITS

The messages are those of `framing`, the questions those of `looking`.
"""

import sys
from collections.abc import Sequence

from thb_desktop.inspect.confinement import confine_this_process
from thb_desktop.inspect.limits import Limits
from thb_desktop.inspect.looks.looking import Looker, load
from thb_desktop.inspect.serving import serve
from thb_desktop.inspect.worker import NOT_CONFINED


def main(arguments: Sequence[str]) -> int:
    (told,) = arguments
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    load()
    try:
        confine_this_process(Limits.from_text(told))
    except OSError:
        return NOT_CONFINED
    serve(Looker().answer, questions, answers)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
