"""Durability: what is flushed, and in which order, as the system sees it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import io, sys
from pathlib import Path
from tests.support.vaults import OTHER_PASSPHRASE, change_passphrase, new_vault, passphrase

with new_vault(Path(sys.argv[1])).vault as vault:
    with vault.content.batch() as batch:
        batch.add(io.BytesIO(b"one"))
    change_passphrase(vault, passphrase(), passphrase(OTHER_PASSPHRASE))
"""
HEADERS = [
    "flush header.new",
    "rename header.new header",
    "flush office",
    "flush header.copy.new",
    "rename header.copy.new header.copy",
    "flush office",
]
OBJECT = ["flush object.part", "rename object.part object", "flush place", "flush content"]
CREATION = [*HEADERS, "flush content", "flush office", "rename office office", "flush parent"]


def named(path: str, parent: Path) -> str:
    """The part of a vault that a path is, whatever its random name."""
    if Path(path) == parent:
        return "parent"
    name = Path(path).name
    name = re.sub(r"^\.?office\.thbvault(\.[0-9a-f]{16}\.new)?$", "office", name)
    name = re.sub(r"^[0-9a-f]{32}", "object", name)
    return re.sub(r"^[0-9a-f]$", "place", name)


@pytest.mark.requirement("SR-40")
@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")
def test_each_part_is_flushed_before_it_takes_its_name_and_the_name_after(tmp_path: Path):
    command = ["strace", "-f", "-y", "-s", "4096", "-e", "trace=fsync,fdatasync,rename,renameat,renameat2"]

    traced = subprocess.run(
        [*command, sys.executable, "-c", PROGRAM, tmp_path / "office.thbvault"],
        cwd=Path(__file__).parents[2],
        env={"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert traced.returncode == 0, traced.stderr
    seen = []
    for line in traced.stderr.splitlines():
        if flushed := re.search(r"f(?:data)?sync\(\d+<([^>]+)>\) += 0", line):
            seen.append(f"flush {named(flushed[1], tmp_path)}")
        elif renamed := re.search(r'rename[a-z0-9]*\(.*?"([^"]+)", .*?"([^"]+)".*\) += 0', line):
            seen.append(f"rename {named(renamed[1], tmp_path)} {named(renamed[2], tmp_path)}")
    ours = [step for step in seen if "vault.db" not in step]
    database = [step for step in seen if step not in ours]
    # Between the two lists SQLite flushes the folder, once for each journal that it begins.
    creation, rest = ours[: ours.index("flush parent") + 1], ours[ours.index("flush parent") + 1 :]
    assert creation[:6] == CREATION[:6]
    assert creation[-4:] == CREATION[-4:]
    assert rest == OBJECT + HEADERS + HEADERS
    assert {"flush vault.db", "flush vault.db-journal"} <= set(database)
