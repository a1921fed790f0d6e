"""Freezes what a version is out with: `python -m tests.vault.data.freeze`, before each version.

The first time it makes the second migration of the tests, the golden events and the example anew, and lists
them in `frozen.txt` with the migrations of the program. What is listed stays as it is for good; later it adds
the new migrations, and golden events of a new schema. The snapshot of the schema follows. Without that list
it begins anew, which is for the time before any version is out.
"""

import hashlib
import shutil
from pathlib import Path

from tests.support import later_program
from tests.vault.data import make_example, make_golden, make_schema
from thb_desktop.vault.database import load_migrations

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
FROZEN = HERE / "frozen.txt"


def frozen_files() -> list[Path]:
    """What stays as it is once a version has it."""
    steps = (ROOT / "thb_desktop" / "vault" / "migrations").glob("[0-9]*.sql")
    folders = (make_golden.GOLDEN, make_example.FOLDER)
    found = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return sorted([*steps, *found, make_example.SAID, later_program.STEP])


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    make_schema.main()
    told = FROZEN.read_text("utf-8").splitlines() if FROZEN.is_file() else []
    if not told:
        later_program.STEP.write_text(later_program.next_step(), "utf-8")
        shutil.rmtree(make_golden.GOLDEN, ignore_errors=True)
        make_example.make(HERE)
    if not (make_golden.GOLDEN / str(load_migrations()[-1].number)).is_dir():
        make_golden.make(make_golden.GOLDEN)
    listed = {line.split("  ", 1)[1] for line in told}
    new = [path for path in frozen_files() if path.relative_to(ROOT).as_posix() not in listed]
    told += [f"{digest(path)}  {path.relative_to(ROOT).as_posix()}" for path in new]
    FROZEN.write_text("\n".join(told) + "\n", "utf-8")


if __name__ == "__main__":
    main()
