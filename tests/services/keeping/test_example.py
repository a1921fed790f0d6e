"""The frozen example: a vault of the first format, which every later version opens, checks and rescues."""

import hashlib
import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.support.command_line import descriptor_with
from tests.support.findings import AFTER_MIGRATION, not_held
from tests.support.offices import NEXT_DAY, environment, unlock
from tests.support.vaults import PASSPHRASE, passphrase
from tests.vault.data.make_example import PASSPHRASES, SAID_NAME
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.services.core.login import root_fingerprint
from thb_desktop.services.keeping import health
from thb_desktop.services.office import users, vaults
from thb_desktop.vault.tables import chain, registry

RESCUE = Path(__file__).parents[3] / "scripts" / "rescue.py"
AFTER = NEXT_DAY + timedelta(days=400)


@pytest.fixture
def said(frozen: Path) -> dict[str, Any]:
    """What is known of the example."""
    known: dict[str, Any] = json.loads((frozen / SAID_NAME).read_text("utf-8"))
    return known


@pytest.mark.parametrize("text", PASSPHRASES)
def test_it_opens_with_each_passphrase_and_is_sound(example: Path, said: dict[str, Any], text: str):
    session = unlock(example, text, start=AFTER)

    assert session.opening.is_sound
    assert session.opening.short_code == said["short_code"]
    assert session.vault_id == said["vault"]
    assert root_fingerprint(session.office_record) == said["root_sha256"]
    session.close()


def test_it_opens_with_its_recovery_code(example: Path, said: dict[str, Any]):
    session = vaults.unlock_with_recovery_code(
        example, code=said["recovery_code"], environment=environment(AFTER)
    )

    assert session.opening.is_sound
    session.close()


def test_it_passes_the_whole_health_check_and_holds_what_was_put_in(example: Path, said: dict[str, Any]):
    session = unlock(example, start=AFTER)

    report = health.check_vault(session)

    assert not_held(report.findings) == AFTER_MIGRATION
    acts = [signed.parsed().action for signed in chain.entries(session.read)]
    brought_up = {VaultAction.SCHEMA_MIGRATED, VaultAction.HOLDERS_RECORDED}
    assert len([each for each in acts if each not in brought_up]) == said["events"]
    kept = {}
    for file in registry.EXHIBIT_FILE.all(session.read):
        with session.vault.content.open(file.object_id, file.size) as content:
            kept[file.name] = {"size": file.size, "sha256": hashlib.sha256(content.read()).hexdigest()}
    assert kept == said["files"]
    assert [segment.source_text for segment in registry.SEGMENT.all(session.read)] == said["segments"]
    (interpreter,) = (user for user in users.list_users(session) if user.role is UserRole.INTERPRETER)
    assert users.signer_of(session, interpreter.id, passphrase(said["interpreter"]))
    session.close()


@pytest.mark.requirement("SR-47")
def test_it_is_rescued_without_the_program(example: Path, said: dict[str, Any], tmp_path: Path):
    with descriptor_with(PASSPHRASE + "\n") as descriptor:
        run = subprocess.run(
            [sys.executable, "-I", RESCUE, example, tmp_path / "out", "--secret-fd", str(descriptor)],
            env={"PATH": os.environ["PATH"]},
            pass_fds=(descriptor,),
            capture_output=True,
            text=True,
            check=False,
        )

    assert run.returncode == 0, run.stderr
    rescued = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (tmp_path / "out" / "files").rglob("*")
        if path.is_file()
    }
    assert rescued == {name: each["sha256"] for name, each in said["files"].items()}
    sealed = json.loads((tmp_path / "out" / "sealed.json").read_text("utf-8"))
    assert [each["value"]["name"] for each in sealed["IDENTITIES"]] == [said["identity"]]
    assert [each["value"]["circumstances"] for each in sealed["ASSESSMENTS"]] == [said["assessment"]]
