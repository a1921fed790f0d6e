"""The vault that the benchmarks are measured on is one that the program finds sound."""

import importlib
from contextlib import closing
from pathlib import Path

import pytest

from thb_desktop.crypto.passphrases import prepare
from thb_desktop.findings import Standing
from thb_desktop.services.keeping.health import check_vault
from thb_desktop.services.office import vaults

ROOT = Path(__file__).resolve().parents[2]


def test_a_generated_vault_is_sound_and_takes_acts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    large = importlib.import_module("_large_vault")
    made = large.vault_of(tmp_path, 0.0005, seed=7)
    unlocked = vaults.unlock_vault(
        made, passphrase=prepare(large.PASSPHRASE), environment=large.environment_of(8)
    )
    with closing(unlocked) as session:
        session.verify_writable()
        found = [each.key for each in check_vault(session).findings if each.standing is Standing.BROKEN]
    assert found == []
