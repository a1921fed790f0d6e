"""When Python looks for rings of objects that nobody uses, and how many it looks through at once.

To look through the objects of a large list takes a tenth of a second and holds up every thread. So what is in
use at a look through all that is left stays: no later look goes through it, and the longest look is short in
a case of any size. An object may meet that look as its first. A ring of objects that was in use then, and is
not any more, keeps its memory until the lock, and may hold words of the case.
"""

import gc
from collections.abc import Mapping

YOUNG, OLDER, OLDEST = 2_000, 5, 3
"""New objects until the young are looked through; how often until the older are, and until the rest are."""
MOST = (YOUNG + 1) * (OLDER + 1) * (OLDEST + 2)
"""Objects of one look at most, if no single call makes more of them than are young."""


def collect_seldom() -> None:
    gc.set_threshold(YOUNG, OLDER, OLDEST)
    if _keep_the_rest not in gc.callbacks:
        gc.callbacks.append(_keep_the_rest)


def wait() -> None:
    """Look through nothing until `begin`: what the start makes stays, and looking took a twelfth of it."""
    gc.disable()


def begin() -> None:
    """The first window is there: look through what is made from now on."""
    if not gc.isenabled():
        gc.freeze()
        gc.collect()  # through nothing: else a fourth of what was there must join it before the next look
        gc.enable()


def collect_all() -> None:
    """Look through all objects made since the last time."""
    gc.collect()
    gc.freeze()


def _keep_the_rest(phase: str, told: Mapping[str, int]) -> None:
    """After each look through all that is left: what it found in use stays."""
    if phase == "stop" and told["generation"] == len(gc.get_threshold()) - 1:
        gc.freeze()
