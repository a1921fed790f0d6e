"""Killed in mid-sentence: how much typing at the desk is lost, over many kills at random moments.

Each time a program of its own types a letter every 50 ms in the entry row and is killed; then the vault is
opened, and what it has of the sentence is compared with what was typed. `--times 200` is the whole run.
"""

import argparse
import os
import random  # noqa: TID251 - moments of a benchmark
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, cast

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from _large_vault import PASSPHRASE, environment_of

NUMBER = "I-10"
PACE = 0.05
SENTENCE = "Hij nam mijn paspoort en zei dat ik moest werken tot alles betaald was. " * 40
MOST = 2.0
"""Seconds of typing that may be lost."""


def type_until_killed(folder: Path) -> None:
    """Open the record and type; each letter is told with its time."""
    from desk import Desk
    from PySide6.QtTest import QTest

    desk = Desk(folder)
    number = desk.view.rows.row_of(lambda found: found.interview.number == NUMBER)
    desk.view.list.choose_row(number)
    desk.rest()
    row = cast(Any, desk.view.record.entry)
    row.take_focus()
    row.fields[-1].clear()
    desk.rest()
    for letter in SENTENCE:
        QTest.keyClicks(row.fields[-1], letter)
        print(time.monotonic(), flush=True)
        end = time.monotonic() + PACE
        desk.until(lambda end=end: time.monotonic() > end)


def kept(folder: Path) -> str:
    """What the vault has of the sentence."""
    from thb_desktop.services.case_file import cases
    from thb_desktop.services.casework import drafts
    from thb_desktop.services.office import vaults
    from thb_desktop.services.testimony import interviews

    session = vaults.unlock_vault(
        folder, passphrase=bytearray(PASSPHRASE.encode()), environment=environment_of(2)
    )
    case = cases.list_cases(session)[0].case
    held = (each.interview for each in interviews.list_interviews(session, case.id))
    of = next(each.id for each in held if each.number == NUMBER)
    found = drafts.find_form(session, "add-segment", of) or {}
    drafts.discard_form(session, "add-segment", of)
    session.close()
    return str(found.get("text.nl", ""))


def lost_in_one_kill(folder: Path, after: float) -> float:
    """Return the seconds of typing before the kill that the vault does not have."""
    child = subprocess.Popen(
        [sys.executable, __file__, "--type", str(folder)], stdout=subprocess.PIPE, text=True
    )
    told = cast(Any, child.stdout)
    typed = [float(told.readline())]
    while time.monotonic() < typed[0] + after:
        typed.append(float(told.readline()))
    child.send_signal(signal.SIGKILL)
    killed = time.monotonic()
    typed += [float(line) for line in told.read().split()]
    child.wait()
    text = kept(folder)
    if not SENTENCE.startswith(text):
        message = "what was kept is not what was typed"
        raise ValueError(message)
    missing = typed[len(text) :]
    return killed - missing[0] if missing else 0.0


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--type", type=Path)
    given = parser.parse_args()
    if given.type:
        type_until_killed(given.type)
        return
    from desk import vault_with

    chance = random.Random(given.seed)  # noqa: S311 - moments, not secrets
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "vault"
        vault_with(folder, (10,))
        lost = sorted(lost_in_one_kill(folder, chance.uniform(0.2, 5.0)) for _ in range(given.times))
    median = lost[len(lost) // 2]
    print(f"{given.times} kills: lost {lost[0]:.2f} s at least, {median:.2f} s, {lost[-1]:.2f} s at most")
    print("within the promise" if lost[-1] <= MOST else f"MORE THAN {MOST} s WERE LOST")


if __name__ == "__main__":
    main()
