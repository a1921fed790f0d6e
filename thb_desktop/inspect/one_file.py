"""One file: a confined process answers questions about it. It loads its readers, gives all up, then reads."""

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from thb_desktop.inspect.confinement import confine_this_process
from thb_desktop.inspect.limits import Limits
from thb_desktop.inspect.serving import Answered, Served, serve
from thb_desktop.inspect.worker import NOT_CONFINED


def answer_confined(
    arguments: Sequence[str],
    load: Callable[[], object],
    answer: Callable[[Served, Mapping[str, Any]], Answered],
) -> int:
    """Return the exit code at the end of the questions. arguments: the limits alone, as text.

    load: takes what the readers need while this process may still take it.
    """
    (told,) = arguments
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    load()
    try:
        confine_this_process(Limits.from_text(told))
    except OSError:
        return NOT_CONFINED
    serve(answer, questions, answers)
    return 0
