"""What an ordinary run takes a part of: `make figures` runs all of it, and so does THB_WHOLE=1."""

import os
from collections.abc import Sequence

IS_WHOLE = "THB_WHOLE" in os.environ


def few[Item](values: Sequence[Item], count: int) -> Sequence[Item]:
    """So many of the values, spread over all of them; all in a whole run."""
    return values if IS_WHOLE else [values[number * len(values) // count] for number in range(count)]
