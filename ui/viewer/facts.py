"""Facts: the names of what a file says of itself."""

from thb_desktop.domain.looks import Fact, visible
from ui.labels import words


def fact_words(fact: Fact) -> str:
    """Return the name of a fact: ours where there is one, with the file's own in brackets, or that alone."""
    own = visible(fact.key)
    if fact.code is None:
        return own
    return f"{words(fact.code)} ({own})" if own else words(fact.code)
