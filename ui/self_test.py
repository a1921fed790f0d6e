"""A test of the installed program without a screen: make a vault, export, show the pages, verify, tell in JSON."""


def run() -> int:
    """Not yet."""
    return 1
