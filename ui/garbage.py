"""When Python looks for rings of objects that nobody uses: young ones often, all only when nobody works.

To look through the objects of a large list takes a tenth of a second and holds up every thread.
"""

import gc

YOUNG, OLDER, NEVER = 2_000, 5, 1_000_000
"""New objects until the young are looked through; how often until the older are, and until all are."""


def collect_seldom() -> None:
    gc.set_threshold(YOUNG, OLDER, NEVER)


def wait() -> None:
    """Look through nothing until `begin`: what the start makes stays, and looking took a twelfth of it."""
    gc.disable()


def begin() -> None:
    """The first window is there: look through what is made from now on."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def collect_all() -> None:
    """Look through all objects made since the last time."""
    gc.collect()
    gc.freeze()
