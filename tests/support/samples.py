"""Public test vectors and sample files that are not in the repository; without them, tests are skipped."""

import os
from pathlib import Path

import pytest

from tests.support.code import ROOT

HERE = os.environ.get("THB_SAMPLES") or next(
    (manifest.parent for manifest in sorted(ROOT.parent.glob("*/samples/MANIFEST.tsv"))), None
)
"""The folder that THB_SAMPLES names, otherwise a folder `samples` beside this checkout."""


def sample(path: str, *elsewhere: str) -> Path:
    """Return a path below the folder of samples, or skip the test with its name.

    elsewhere: another source that the test would accept, for the message.
    """
    found = Path(HERE, path) if HERE else None
    if found is None or not found.exists():
        pytest.skip(f"not here: {path} ({' or '.join((*elsewhere, 'the samples that THB_SAMPLES names'))})")
    return found
