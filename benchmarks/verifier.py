"""The check of honest and hostile files of growing size, against hashing them; time and memory."""

import hashlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from _table import Series, in_turn, show

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.support import pdfs
from tests.support.hostile_pdfs import HOSTILE

RUNS, SIZES = 3, (20_000, 200_000, 2_000_000, 20_000_000)
CHILD = """
import json, pathlib, sys, time
from tests.support.memory import forget_peak, peak
from thb_desktop.verify.pdf import check_pdf
data = pathlib.Path(sys.argv[1]).read_bytes()
forget_peak()
begin = time.process_time()
check_pdf(data)
print(json.dumps([time.process_time() - begin, peak()]))
"""


def honest(size: int) -> bytes:
    """A signed bundle whose attached file makes it about this large."""
    office = pdfs.make_office()
    text = pdfs.fixed_randomness("text")(size // 2).hex().encode()
    files = pdfs.attachments_of(office, **{"records/I-01.txt": text})
    return pdfs.signed_twice(office, pdfs.bundle(office, files))


def checked(path: Path) -> tuple[float, float]:
    """Megabytes a second of processor time, and the peak of memory beyond the file in MiB, in a child."""
    root = str(Path(__file__).parents[1])
    ran = subprocess.run(
        [sys.executable, "-c", CHILD, str(path)], capture_output=True, text=True, check=True, cwd=root
    )
    seconds, peak = json.loads(ran.stdout)
    size = path.stat().st_size
    return size / max(seconds, 1e-6) / 1e6, peak / 1024 - size / 2**20


def hashed(path: Path) -> float:
    begin = time.process_time()
    hashlib.sha256(path.read_bytes()).digest()
    return path.stat().st_size / max(time.process_time() - begin, 1e-6) / 1e6


def measure(makers: dict[str, Callable[[int], bytes]]) -> None:
    with tempfile.TemporaryDirectory() as place:
        for name, make in makers.items():
            speeds, peaks, peers = list[Series](), list[Series](), list[float]()
            for size in SIZES:
                path = Path(place, "file.pdf")
                path.write_bytes(make(size))
                shown = f"{name}, {path.stat().st_size / 1e6:.2f} MB"
                found, peer = list[tuple[float, float]](), list[float]()
                in_turn(
                    RUNS,
                    lambda path=path, found=found: found.append(checked(path)) or 0,
                    lambda path=path, peer=peer: peer.append(hashed(path)) or 0,
                )
                speeds.append(Series(name=shown, unit="MB/s", values=[speed for speed, _ in found]))
                peaks.append(
                    Series(name="  memory beyond the file", unit="MiB", values=[used for _, used in found])
                )
                peers += peer
            both = [series for pair in zip(speeds, peaks, strict=True) for series in pair]
            show(
                name,
                Series(name="read and hashed", unit="MB/s", values=peers),
                *both,
                goal="no slower when larger; 300 MiB beyond the file",
            )


if __name__ == "__main__":
    chosen = sys.argv[1:] or ["honest", *HOSTILE]
    measure({name: honest if name == "honest" else HOSTILE[name] for name in chosen})
