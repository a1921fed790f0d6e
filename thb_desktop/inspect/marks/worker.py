"""Worker: the confined process that computes the marks of pictures. It loads its readers, then gives all up.

    python -P -s -S -B -m thb_desktop.inspect.marks.worker LIMITS

The messages are those of `framing`, the questions those of `marking`.
"""

import sys
from collections.abc import Sequence

from thb_desktop.inspect.marks.marking import Marker, load
from thb_desktop.inspect.one_file import answer_confined


def main(arguments: Sequence[str]) -> int:
    return answer_confined(arguments, load, Marker().answer)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
