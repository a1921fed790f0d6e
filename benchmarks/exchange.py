"""Files of others that were made to cost much, as large as they may be: time, and memory beyond the file.

Each is read in a process of its own. The limits are those of `docs/formats/exchange.md`: 10 s, and 300 MiB
beyond the file.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
sys.path.insert(0, str(REPOSITORY))

from tests.support.hostile_exchange import HOSTILE
from thb_desktop.errors import ExchangeError
from thb_desktop.exchange.kinds import examine
from thb_desktop.exchange.untrusted.limits import FILE, MEBIBYTE, TRANSCRIPT

SECONDS, BEYOND = 10.0, 300.0
"""The limits."""
_OF_TRANSCRIPTS = (".srt", ".vtt", ".txt")


def one(path: Path) -> str:
    """Read one file, and tell its MiB, seconds, MiB beyond the file, and how it ended."""
    data = path.read_bytes()
    told, begin = "read", time.perf_counter()
    before = _most_held()
    try:
        examine(data, path.name)
    except ExchangeError as refusal:
        told = refusal.code
    spent = time.perf_counter() - begin
    beyond = (_most_held() - before) / 1024
    return f"{len(data) / MEBIBYTE:.1f} {spent:.2f} {beyond:.0f} {told}"


def _most_held() -> int:
    """Return the most KiB that this process has held; those of its parent do not count."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0])


def measure() -> None:
    print(f"Hostile files for the exchange (limits: {SECONDS:.0f} s, {BEYOND:.0f} MiB beyond the file)")
    print(f"{'':<32}{'MiB':>7}{'s':>8}{'of limit':>10}{'MiB more':>10}{'of limit':>10}  ended")
    for name, (ending, made) in HOSTILE.items():
        most = TRANSCRIPT if ending in _OF_TRANSCRIPTS else FILE
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, f"x{ending}")
            path.write_bytes(made(most - MEBIBYTE // 4))
            done = subprocess.run(
                [sys.executable, __file__, path], check=True, capture_output=True, text=True, cwd=REPOSITORY
            )
        size, seconds, beyond, told = done.stdout.split()
        print(
            f"{name:<32}{size:>7}{seconds:>8}{float(seconds) / SECONDS:>10.2f}"
            f"{beyond:>10}{float(beyond) / BEYOND:>10.2f}  {told}"
        )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(one(Path(sys.argv[1])))
    else:
        measure()
