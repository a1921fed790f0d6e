"""Public vectors and sample files that are not part of the repository; without them tests are skipped."""

import os
from pathlib import Path

import pytest


def sample(path: str) -> Path:
    """Return a path below the folder that THB_SAMPLES names, or skip the test by name."""
    folder = os.environ.get("THB_SAMPLES")
    found = Path(folder, path) if folder else None
    if found is None or not found.exists():
        pytest.skip(f"sample files are not here (THB_SAMPLES): {path}")
    return found
