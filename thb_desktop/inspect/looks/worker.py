"""Worker: the confined process that looks into one file. It loads its readers, gives all up, then reads.

    python -P -s -S -B -m thb_desktop.inspect.looks.worker LIMITS

The messages are those of `framing`, the questions those of `looking`.
"""

import sys
from collections.abc import Sequence

from thb_desktop.inspect.looks.looking import Looker, load
from thb_desktop.inspect.one_file import answer_confined


def main(arguments: Sequence[str]) -> int:
    return answer_confined(arguments, load, Looker().answer)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
