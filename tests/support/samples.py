"""Public vectors and sample files that are not part of the repository; without them tests are skipped."""

import os
from pathlib import Path

import pytest

from tests.support.code import ROOT

HERE = os.environ.get("THB_SAMPLES") or next(
    (manifest.parent for manifest in sorted(ROOT.parent.glob("*/samples/MANIFEST.tsv"))), None
)
"""The folder that THB_SAMPLES names, else one called `samples` in a folder beside this checkout."""


def sample(path: str, *elsewhere: str) -> Path:
    """Return a path below the folder of samples, or skip the test by name.

    elsewhere: what else the test would be content with, for the sentence.
    """
    found = Path(HERE, path) if HERE else None
    if found is None or not found.exists():
        pytest.skip(f"not here: {path} ({' or '.join((*elsewhere, 'the samples that THB_SAMPLES names'))})")
    return found
