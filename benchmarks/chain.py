"""The event chain: its root, appending, the check of the whole, the check of an extract with no library."""

import hashlib
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from _table import Series, in_turn, show

from tests.support.chains import KNIFE, Office, example, extract_of, verify_signature
from thb_desktop.ledger.entry import Entry
from thb_desktop.ledger.tree import Frontier, root_of
from thb_desktop.verify.custody import check_extract

RUNS = 5
MILLION = 1_000_000
ENTRIES = 2_000
EVENTS = 100


def timed(work: Callable[[], object]) -> Callable[[], float]:
    """Milliseconds that the work takes."""

    def run() -> float:
        begin = time.perf_counter()
        work()
        return (time.perf_counter() - begin) * 1000

    return run


def grown(events: int) -> Office:
    office = example()
    for _ in range(events):
        office.record(office.sessions[2], "DISCLOSED", KNIFE, {})
    return office


def append_all(leaves: list[bytes]) -> None:
    frontier = Frontier()
    for leaf in leaves:
        frontier = frontier.appended(leaf)


def main() -> None:
    leaves = [hashlib.sha256(str(number).encode()).digest() for number in range(MILLION)]
    pairs = [b"\x01" + leaf + leaf for leaf in leaves]
    root, bare = in_turn(
        RUNS,
        timed(lambda: root_of(leaves)),
        timed(lambda: [hashlib.sha256(pair).digest() for pair in pairs]),
    )
    show(
        "Root over a million leaves",
        Series(name="a million SHA-256 of 65 bytes", unit="ms", values=bare),
        Series(name="root_of", unit="ms", values=root),
        goal="about a second",
    )
    (appended,) = in_turn(RUNS, timed(lambda: append_all(leaves[:100_000])))
    print(f"One append to the edge: {min(appended) / 100:.2f} microseconds\n")

    stored = grown(ENTRIES).stored
    signed = stored.entries
    keys = {statement.parsed().key: statement.parsed().session for statement in stored.statements}
    triples = [(keys[Entry.parse(each.entry).key], each.entry, each.signature) for each in signed]
    stored.heads = stored.heads[-1:]
    whole, signatures = in_turn(
        RUNS, timed(stored.faults), timed(lambda: [verify_signature(*triple) for triple in triples])
    )
    show(
        f"Check of a chain of {len(signed)} entries",
        Series(name="its signatures alone", unit="ms", values=signatures),
        Series(name="check_chain", unit="ms", values=whole),
        goal="not much beyond the signatures",
    )

    extract = extract_of(grown(EVENTS - 2), KNIFE).to_bytes()
    (checked,) = in_turn(RUNS, timed(lambda: check_extract(extract)))
    print(
        f"Check of an extract of {EVENTS} events, standard library alone: {min(checked):.0f} ms (goal: 3 s)"
    )


if __name__ == "__main__":
    main()
