"""Every drive has a screen of its own, and a vault whose judge has a passphrase."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.clerk import Clerk
from tests.support.screen import MISSING, screen


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the drives by name where a program that they need is not here."""
    if MISSING:
        here = Path(__file__).parent
        for item in items:
            if here in item.path.parents:
                item.add_marker(pytest.mark.skip(reason=f"not here: {', '.join(MISSING)}"))


@pytest.fixture
def clerk(tmp_path: Path) -> Iterator[Clerk]:
    with screen(tmp_path / "screen") as here:
        yield Clerk(here)
