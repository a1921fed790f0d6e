"""Worker: the confined process. It gives everything up first, then reads the stream, answers, and ends.

    python -P -s -S -B -m thb_desktop.inspect.worker JOB LIMITS

The stream comes by standard input, the answer goes to standard output as one line of canonical JSON.
"""

import json
import sys
from collections.abc import Sequence

from thb_desktop.inspect.confinement import confine_this_process
from thb_desktop.inspect.jobs import JOBS, ready
from thb_desktop.inspect.limits import Limits

NOT_CONFINED = 70
"""The exit code if the machine refused a part of the confinement; nothing was read then."""


def main(arguments: Sequence[str]) -> int:
    name, told = arguments
    job = JOBS[name]
    ready(name)
    source, answer = sys.stdin.buffer, sys.stdout.buffer
    try:
        confine_this_process(Limits.from_text(told))
    except OSError:
        return NOT_CONFINED
    said = json.dumps(job(source), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    answer.write(said.encode() + b"\n")
    answer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
