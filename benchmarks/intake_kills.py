"""Killed while a folder is taken in: what was recorded stays, nothing is half there, and a new run goes on.

Each time a program of its own takes a folder into an exhibit and is killed at a random moment; then the vault
is opened and checked. The runs go on in the same exhibit until all is there, and then begin in another one.
`--times 200` is the whole drill.
"""

import argparse
import hashlib
import random  # noqa: TID251 - moments of a benchmark
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any, cast

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1])]

from _large_vault import PASSPHRASE, vault_of

from thb_desktop.crypto.derivation import FLOOR
from thb_desktop.crypto.passphrases import prepare
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.services.core.clock import SystemClock
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files, exhibits, intake, intake_rows
from thb_desktop.services.office import vaults
from thb_desktop.vault.tables import registry

COUNT, SAME = 400, 20
GROUP = 25
"""Files that are recorded together here, so that a kill meets every step of many groups."""


def opened(folder: Path) -> Session:
    """Unlock with real randomness: with a seed, two processes would draw the same ids."""
    environment = Environment(clock=SystemClock(), randomness=secrets.token_bytes, kdf=FLOOR)
    session = vaults.unlock_vault(folder, passphrase=prepare(PASSPHRASE), environment=environment)
    session.settle()
    return session


def take_until_killed(vault: Path, sources: Path, exhibit_id: ExhibitId) -> None:
    """Take the folder; after each group, say how many files are recorded."""
    intake._MOST = GROUP
    with closing(opened(vault)) as session:
        real = intake_rows.record_group

        def record(*given: Any) -> Any:
            recorded = real(*given)
            print(len(intake_rows.list_places(session, exhibit_id)), flush=True)
            return recorded

        cast(Any, intake_rows).record_group = record
        print(0, flush=True)
        intake.take(lambda work: work(session), exhibit_id, [sources])
    print("done", flush=True)


def check(vault: Path, sources: Path, exhibit_id: ExhibitId, acknowledged: int) -> int:
    """Return how many places are recorded; raise AssertionError for what must not be."""
    with closing(opened(vault)) as session:
        places = intake_rows.list_places(session, exhibit_id)
        files = {file.id: file for file in exhibits.get_exhibit(session, exhibit_id).files}
        assert len(places) >= acknowledged, f"{acknowledged} were recorded, and {len(places)} are there"
        assert len({place.path for place in places}) == len(places), "a file was taken twice"
        assert {place.file_id for place in places} == files.keys(), "a file without its place"
        for place in places:
            source = sources.parent / place.path
            file = files[place.file_id]
            assert hashlib.sha256(source.read_bytes()).hexdigest() == file.sha256, "another digest"
        for place in places[-GROUP:]:
            with exhibit_files.open_file(session, place.file_id) as stored:
                assert stored.read() == (sources.parent / place.path).read_bytes(), "other bytes"
        named = {file.object_id for file in registry.EXHIBIT_FILE.all(session.read)}
        assert named <= {*session.vault.content.object_ids()}, "a row without its object"
        return len(places)


def one_kill(vault: Path, sources: Path, exhibit_id: ExhibitId, after: float) -> tuple[int, bool]:
    """Return how many places are there after a kill so many seconds after the start, and whether it ended."""
    child = subprocess.Popen(
        [sys.executable, __file__, "--take", str(vault), str(sources), exhibit_id],
        stdout=subprocess.PIPE,
        text=True,
    )
    told = cast(Any, child.stdout)
    lines = [told.readline().strip()]
    time.sleep(after)
    child.send_signal(signal.SIGKILL)
    lines += told.read().split()
    child.wait()
    ended = lines[-1] == "done"
    acknowledged = max((int(line) for line in lines if line.isdigit()), default=0)
    return check(vault, sources, exhibit_id, acknowledged), ended


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=float, default=0.4, help="seconds after the start at the latest")
    parser.add_argument("--take", nargs=3)
    given = parser.parse_args()
    if given.take:
        take_until_killed(Path(given.take[0]), Path(given.take[1]), ExhibitId(given.take[2]))
        return
    chance = random.Random(given.seed)  # noqa: S311 - moments, not secrets
    with tempfile.TemporaryDirectory(prefix="thb-kills-") as place:
        vault = vault_of(Path(place), 0.01, seed=1)
        sources = Path(place) / "telephone"
        for number in range(COUNT):
            path = sources / str(number % 10) / f"{number}.bin"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(secrets.token_bytes(30_000) if number >= SAME else b"the same")
        with closing(opened(vault)) as session:
            free = [each.id for each in registry.EXHIBIT.all(session.read)]
        kills, whole, exhibit_id = 0, 0, free.pop()
        while kills < given.times:
            there, ended = one_kill(vault, sources, exhibit_id, chance.uniform(0, given.most))
            kills += not ended
            if there == COUNT:
                whole, exhibit_id = whole + 1, free.pop()
        print(f"{kills} kills, {whole} exhibits completed by resuming: nothing half there, nothing lost")


if __name__ == "__main__":
    main()
