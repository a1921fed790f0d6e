"""What the index of told rows by their keys costs: one durable custody event in a vault with it and without
it, in processor time, in turn; and what it takes of the database.

--events: how many custody events the vault has before. --runs: how often a number of them is timed in each:
one alone is shorter than what some machines count.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path
from time import process_time

from _table import Series, in_turn, show

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.support.offices import Small, by_hand, new_office, registered, small_case, unlock
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody
from thb_desktop.services.evidence.custody_acts import Act
from thb_desktop.vault.database import allow_writing, connect
from thb_desktop.vault.tables import registry

_ROWS = "SELECT entity, key, seq FROM told_row"
_TABLE = "SELECT sql FROM sqlite_schema WHERE name = 'told_row'"
_INDEX = "SELECT sql FROM sqlite_schema WHERE name = 'told_row_of_key'"
_DROP = "DROP INDEX told_row_of_key"
_PAGE, _AT_ONCE = 4096, 20


def record(session: Session) -> None:
    exhibit = registry.EXHIBIT.all(session.read)[0]
    act = Act(
        action=CustodyAction.PHOTOGRAPHED,
        occurred_at=session.clock.read().at,
        actor=session.user.name,
        reason="Looked at",
    )
    custody.record_custody_event(session, exhibit.id, act)


def filled(folder: Path, events: int) -> None:
    """Make a vault with one exhibit and its custody events."""
    made: list[Small] = []
    new_office(folder, lambda session: made.append(small_case(session)))
    with closing(unlock(folder)) as session:
        registered(session, made[0])
        for _ in range(events):
            record(session)


def timed(session: Session) -> Callable[[], float]:
    def once() -> float:
        begun = process_time()
        for _ in range(_AT_ONCE):
            record(session)
        return 1000 * (process_time() - begun) / _AT_ONCE

    return once


def pages_of(session: Session, place: Path, *, with_index: bool) -> int:
    """Return the bytes of a database of its own with these rows alone."""
    place.touch()
    with closing(connect(place, bytearray(48), mode="rw")) as copied:
        allow_writing(copied)
        copied.execute("BEGIN")
        copied.execute(session.read.execute(_TABLE).fetchone()[0])
        if with_index:
            copied.execute(session.read.execute(_INDEX).fetchone()[0])
        for entity, key, seq in session.read.execute(_ROWS).fetchall():
            row = {"entity": entity, "key": key, "seq": seq}
            copied.execute("INSERT INTO told_row VALUES (:entity, :key, :seq)", row)
        copied.execute("COMMIT")
        return int(copied.execute("PRAGMA page_count").fetchone()[0]) * _PAGE


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=2_000)
    parser.add_argument("--runs", type=int, default=30)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="thb-told-") as temporary, ExitStack() as stack:
        folder, other = Path(temporary, "with.thbvault"), Path(temporary, "without.thbvault")
        filled(folder, options.events)
        shutil.copytree(folder, other)
        with_it, without = (stack.enter_context(closing(unlock(each))) for each in (folder, other))
        sizes = [
            pages_of(with_it, Path(temporary, name), with_index=name == "more") for name in ("more", "less")
        ]
        whole = with_it.vault.layout.database.stat().st_size
        with by_hand(without) as connection:
            connection.execute(_DROP)
        ours, peer = in_turn(options.runs, timed(with_it), timed(without))
    show(
        "One durable custody event, processor time",
        Series(name="without the index", unit="ms", values=peer),
        Series(name="with the index", unit="ms", values=ours),
        goal="none",
    )
    print(f"The index takes {sizes[0] - sizes[1]:,} of the {whole:,} bytes of the database")


if __name__ == "__main__":
    main()
