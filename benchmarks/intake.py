"""Taking files into the vault, one large and many small ones, against `sha256sum` on the same files.

`sha256sum` reads and digests. Intake reads, digests, encrypts, writes and flushes. Both find them in memory.
"""

import argparse
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from _table import Series, in_turn, peak_memory_of_children, show

MIB = 1 << 20
SMALL = 64 << 10

TAKE_IN = """
import secrets, sys
from pathlib import Path
from thb_desktop.vault.content import ContentStore
content = Path(sys.argv[1])
store = ContentStore(folder=content, key=bytearray(32), vault_id=bytes(16), randomness=secrets.token_bytes)
with store.batch() as batch:
    for path in sorted(Path(sys.argv[2]).iterdir()):
        batch.add_file(path)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--size", type=int, default=4096, help="MiB of the large file")
    parser.add_argument("--small", type=int, default=1000, help="how many files of 64 KiB")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--folder", type=Path, help="where to work, if not in the system's temporary folder")
    options = parser.parse_args()
    for title, sizes, goal in (
        (f"one file of {options.size} MiB", [options.size * MIB], "0.8 of sha256sum"),
        (f"{options.small} files of 64 KiB, durable together", [SMALL] * options.small, "none"),
    ):
        with tempfile.TemporaryDirectory(prefix="thb-intake-", dir=options.folder) as folder:
            compare(title, sizes, goal=goal, runs=options.runs, folder=Path(folder))
    print(f"most memory of a program that took files in: {peak_memory_of_children():.0f} MiB")


def compare(title: str, sizes: list[int], *, goal: str, runs: int, folder: Path) -> None:
    sources, content = folder / "sources", folder / "content"
    sources.mkdir()
    for number, size in enumerate(sizes):
        write_noise(sources / str(number), size)
    total = sum(sizes) / MIB
    ours, theirs = in_turn(runs, lambda: total / take_in(content, sources), lambda: total / digest(sources))
    show(
        title,
        Series(name="sha256sum", unit="MiB/s", values=theirs),
        Series(name="intake, start of Python included", unit="MiB/s", values=ours),
        goal=goal,
    )


def write_noise(path: Path, size: int) -> None:
    with path.open("wb") as file:
        for start in range(0, size, 16 * MIB):
            file.write(secrets.token_bytes(min(16 * MIB, size - start)))


def take_in(content: Path, sources: Path) -> float:
    content.mkdir()
    taken = seconds([sys.executable, "-c", TAKE_IN, str(content), str(sources)])
    shutil.rmtree(content)
    return taken


def digest(sources: Path) -> float:
    return seconds(["sha256sum", *map(str, sorted(sources.iterdir()))])


def seconds(command: list[str]) -> float:
    begin = time.perf_counter()
    root = Path(__file__).resolve().parents[1]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=root)
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
