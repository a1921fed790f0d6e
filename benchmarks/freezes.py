"""How long the window does not answer, in a vault of the size of a real case and in a tenth of it.

Each act is done in the real window, without a screen. Its figure is the longest time for which the window's
thread did not return to its event loop: all that reads while the complete check of the unlock runs beside the
window, then all of it again, and what writes. Of four pages it tells besides how long it takes from the
choice of the page to its first rows, for the first time and while everything is checked.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1])]

from ui.garbage import collect_seldom

collect_seldom()

from _large_vault import options_of_two, two_vaults
from _watch import Watch

GOAL = 100.0
"""Milliseconds of the longest block."""
Taken = dict[str, list[float]]
"""Of each act: the longest block by the clock, and of the processor, in milliseconds."""


def measure(folder: Path, *, explain: bool) -> Taken:
    """Do all acts in this vault, which is changed by them."""
    from _window_acts import Acts, Desk

    desk = Desk(folder, lambda: Watch(explain=explain))
    acts, taken = Acts(desk), Taken()

    def run(name: str, act: Callable[[], object]) -> None:
        desk.watch.begin()
        act()
        block = desk.watch.end()
        taken[name] = [block.held, block.spent]
        print(f"{name:<50}{block.held:>8.0f}{block.spent:>8.0f}", file=sys.stderr, flush=True)
        if block.held > GOAL:
            for place, found in (("here", block.stacks), ("beside", block.beside)):
                for stack, count in found.most_common(4):
                    print(f"  {place}, {count} times\n{stack}", file=sys.stderr)

    run("unlock", acts.unlock)
    for name, act in acts.reading():
        run(f"{name} (checking)", act)
    desk.until_checked()
    for name, act in (*acts.reading(), *acts.writing()):
        run(name, act)
    taken.update({f"first rows of {name}": [held, held] for name, held in acts.first_rows.items()})
    return taken


def measure_apart(vault: Path, place: Path, *, explain: bool) -> Taken:
    """Measure a copy of a vault, in a process of its own."""
    copied = place / "copies" / vault.name  # the vault itself may lie in this place
    shutil.copytree(vault, copied)
    told = place / "taken.json"
    command = [sys.executable, __file__, "--measure", str(copied), "--told", str(told)]
    subprocess.run([*command, *(["--explain"] if explain else [])], check=True)
    shutil.rmtree(copied)
    found: Taken = json.loads(told.read_text("utf-8"))
    return found


def show(tenth: Taken, full: Taken) -> None:
    print(f"{'longest block':<44}{'tenth':>8}{'full':>8}{'growth':>8}{'cpu':>8}{'goal':>6}")
    for name, (held, spent) in full.items():
        before = tenth[name][0]
        over = "  over" if spent > GOAL else ""
        print(f"{name:<44}{before:>8.0f}{held:>8.0f}{held / before:>8.1f}{spent:>8.0f}{GOAL:>6.0f}{over}")
    print("milliseconds; without waits for a processor that other programs had; cpu: of the processor, full")


def main() -> None:
    parser = options_of_two(__doc__)
    parser.add_argument("--explain", action="store_true", help="tell what held the window up")
    parser.add_argument("--measure", type=Path, help="only this vault, which is changed, in this process")
    parser.add_argument("--told", type=Path, help="the file for its figures")
    options = parser.parse_args()
    if options.measure is not None:
        taken = measure(options.measure, explain=options.explain)
        if options.told is not None:
            options.told.write_text(json.dumps(taken), "utf-8")
        os._exit(0)  # the vault is locked, and nothing of the window is wanted any more
    with tempfile.TemporaryDirectory(prefix="thb-freezes-", dir=options.kept) as folder:
        made = two_vaults(options, Path(folder))
        show(*(measure_apart(vault, Path(folder), explain=options.explain) for vault in made))


if __name__ == "__main__":
    main()
