"""What a version is out with stays as it is: migrations, golden events and the example of a vault."""

import pytest

from tests.vault.data.freeze import FROZEN, ROOT, digest, frozen_files
from thb_desktop.vault.database import load_migrations

NEWEST = f"thb_desktop/vault/migrations/{len(load_migrations()):04}.sql"


@pytest.mark.skipif(not FROZEN.is_file(), reason="no version is out: python -m tests.vault.data.freeze")
@pytest.mark.requirement("SR-13")
def test_what_is_frozen_is_as_it_was_and_nothing_frozen_is_missing():
    """The newest migration is not frozen while no version is out with it."""
    told = dict(reversed(line.split("  ", 1)) for line in FROZEN.read_text("utf-8").splitlines())

    found = {path.relative_to(ROOT).as_posix(): digest(path) for path in frozen_files()}
    assert {name: found.get(name) for name in told} == told
    assert set(found) - set(told) <= {NEWEST}
