"""Freezes what a version is out with: `python -m tests.vault.data.freeze`, once, before it is out.

It makes anew the snapshot of the schema, the second migration of the tests, the golden events and the
example, and lists them in `frozen.txt` with the migrations of the program. Each of them then stays as it is.
"""

import hashlib
import shutil
from pathlib import Path

from tests.support import later_program
from tests.vault.data import make_example, make_golden, make_schema

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
FROZEN = HERE / "frozen.txt"


def frozen_files() -> list[Path]:
    """What stays as it is once a version has it."""
    steps = (ROOT / "thb_desktop" / "vault" / "migrations").glob("*.sql")
    folders = (make_golden.GOLDEN, make_example.FOLDER)
    found = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return sorted([*steps, *found, make_example.SAID, later_program.STEP])


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    make_schema.main()
    later_program.STEP.write_text(later_program.second_step(), "utf-8")
    shutil.rmtree(make_golden.GOLDEN, ignore_errors=True)
    make_golden.make(make_golden.GOLDEN)
    make_example.make(HERE)
    lines = [f"{digest(path)}  {path.relative_to(ROOT).as_posix()}\n" for path in frozen_files()]
    FROZEN.write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
