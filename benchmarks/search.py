"""The search over a large vault: what a page of hits costs by the kind of search, and the size of its index.

The peer is FTS5 of a plain SQLite over the same texts (the library's own tokenizer, contentless), asked the
same: how many of each kind, and the first 50. It finds less: no Chinese word, no number in another writing.

    .venv/bin/python benchmarks/search.py --kept FOLDER
"""

import random  # noqa: TID251 - a seed gives the same words each time
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1])]

from _large_vault import PASSPHRASE, environment_of, options_of, vault_of
from _table import Series, show

from thb_desktop.crypto.passphrases import prepare
from thb_desktop.domain.other_scripts import Vocabulary
from thb_desktop.domain.search_query import parse_query
from thb_desktop.domain.search_widened import widened
from thb_desktop.domain.search_words import terms
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import vaults
from thb_desktop.services.searching import index
from thb_desktop.services.searching.asked import RANKED_UP_TO
from thb_desktop.services.searching.record_sources import SEGMENT
from thb_desktop.services.searching.search import PAGE, search
from thb_desktop.services.searching.sources import SOURCES
from thb_desktop.vault.tables import registry, search_index, search_vocabulary
from thb_desktop.vault.tables.search_index import Entry

RUNS = 9
IN_OTHER_SCRIPTS = ("ivanova", "mohammed", "passport", "house passport", "ivan*", "Иванова", "محمد")
SEARCHES = (
    *("passport", "house passport", '"he she"', "he", "pass*", "debt -night", "door brother ticket"),
    *("0476/12.34.56", "护照", "E-100", '"second late paid"'),
)
_MAKE = "CREATE VIRTUAL TABLE peer USING fts5(body, content='', contentless_delete=1)"
_COUNT = "SELECT rowid % 128, count(*) FROM peer WHERE peer MATCH ? GROUP BY 1"
_RANKED = "SELECT rowid FROM peer WHERE peer MATCH ? ORDER BY rank LIMIT ?"
_PLAIN = "SELECT rowid FROM peer WHERE peer MATCH ? ORDER BY rowid LIMIT ?"

_CYRILLIC = str.maketrans("abcdefghijklmnopqrstuvwxyz", "абкдефгхийклмнопкрстувввуз")
_ARABIC = str.maketrans("bcdfghjklmnpqrstvwxyz", "بكدفغهجكلمنبقرستفوكيز", "aeiou")


def main() -> None:
    parser = options_of(__doc__)
    parser.add_argument("--kept", type=Path, help="keep the vault here for the next run")
    parser.add_argument(
        "--scripts",
        action="store_true",
        help="then put words of other scripts into the index, and search them",
    )
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = chosen.kept or Path(place)
        made = vault_of(folder, chosen.factor, seed=chosen.seed, exhibits=chosen.exhibits)
        copy = Path(place, "search.thbvault")
        shutil.copytree(made, copy)
        before = _bytes(copy)
        session = vaults.unlock_vault(copy, passphrase=prepare(PASSPHRASE), environment=environment_of(1))
        with closing(session), closing(sqlite3.connect(Path(place, "peer.db"))) as peer:
            _make(session, before, copy)
            _make_peer(session, peer)
            _compare(session, peer)
            if chosen.scripts:
                _put_other_scripts(session, chosen.seed)
                _search_other_scripts(session)


def _put_other_scripts(session: Session, seed: int) -> None:
    """Give every turn its words in Cyrillic and Arabic too, with five of 100,000 names at random: most of the
    index is of other scripts then.
    """
    drawn = random.Random(seed)  # noqa: S311 - nothing is kept secret with it
    syllables = [f"{one}{two}" for one in "бвгджзклмнпрстфхчш" for two in "аеиоуыя"]
    names = ["".join(drawn.choices(syllables, k=drawn.randint(2, 5))) for _ in range(100_000)]
    named = ("иванова", "محمد")
    rows = registry.SEGMENT.all(session.read)
    with index.writing(session) as into:
        for place, row in enumerate(rows):
            own = terms(row.source_text or "")
            other = [each.translate(script) for script in (_CYRILLIC, _ARABIC) for each in own]
            rare = [named[place % 2]] if place % 50 < 2 else []
            found = [*own, *filter(None, other), *drawn.choices(names, k=5), *rare]
            search_index.put(into, Entry(source=SEGMENT.number, key=str(row.id), terms=found))
    print(f"\n{len(rows):,} turns with words of other scripts, of {len(set(names)):,} names")


def _search_other_scripts(session: Session) -> None:
    whole = list[float]()
    for typed in IN_OTHER_SCRIPTS:
        found = search(session, typed)
        times = [_timed(search, session, typed) for _ in range(RUNS)]
        whole += times
        spelt, looks = _spellings(session, typed)
        alike = sum(found.alike.values())
        told = (
            f"{found.total:,} hits, {alike:,} in another script; {spelt} spellings, {looks} words looked at"
        )
        print(f"{typed:<24}{statistics.median(times):>8.1f} ms, {told}")
    p95 = statistics.quantiles(whole, n=20)[-1]
    print(f"in other scripts: p50 {statistics.median(whole):.1f} ms, p95 {p95:.1f} ms (goal: 50 ms)")


def _spellings(session: Session, typed: str) -> tuple[int, int]:
    """Return how many spellings are searched, and how many words of the index are looked at for them."""
    looked = list[str]()

    def after(text: str) -> str:
        looked.append(text)
        return search_vocabulary.word_after(session.read, text)

    wanted = widened(parse_query(typed), Vocabulary(after)).wanted
    return sum(len(each.others) for each in wanted), len(looked)


def _make(session: Session, before: int, copy: Path) -> None:
    steps, is_whole = list[float](), False
    while not is_whole:
        begun = time.process_time()
        is_whole = index.follow(session).is_whole
        steps.append(time.process_time() - begun)
    added = _bytes(copy) - before
    print(f"index made in {sum(steps):.1f} s of the processor, longest step {max(steps) * 1e3:.0f} ms")
    print(f"vault {before / 2**20:.0f} MiB, index {added / 2**20:.1f} MiB: {added / before:.1%} (goal: 10 %)")
    print()


def _make_peer(session: Session, peer: sqlite3.Connection) -> None:
    peer.execute(_MAKE)
    numbered = ((128 * place + number, text) for place, (number, text) in enumerate(_texts(session), start=1))
    peer.executemany("INSERT INTO peer (rowid, body) VALUES (?, ?)", numbered)
    peer.commit()


def _texts(session: Session) -> Iterator[tuple[int, str]]:
    for source in SOURCES:
        for row in source.table.all(session.read):
            if text := "\n".join(text for _, text in source.texts_of(row)):
                yield source.number, text


def _compare(session: Session, peer: sqlite3.Connection) -> None:
    whole, clock, ours, theirs = list[float](), list[float](), list[float](), list[float]()
    for typed in SEARCHES:
        query = parse_query(typed).expression
        for run in range(RUNS + 1):
            begun = time.perf_counter()
            page = _timed(search, session, typed)
            waited = (time.perf_counter() - begun) * 1e3
            taken = (page, waited, _timed(_page, session, query), _timed(_page_of_peer, peer, query))
            if run:  # the first one reads from the disk
                for values, value in zip((whole, clock, ours, theirs), taken, strict=True):
                    values.append(value)
        told = f"{_median(whole):>8.1f} ms, index alone {_median(ours):.1f}, peer {_median(theirs):.1f}"
        print(f"{typed:<24}{told}")
    for name, values in (("of the processor", whole), ("by the clock", clock)):
        p95 = statistics.quantiles(values, n=20)[-1]
        print(
            f"a page of hits {name}: p50 {statistics.median(values):.1f} ms, p95 {p95:.1f} ms (goal: 50 ms)"
        )
    idle = [_timed(index.follow, session) for _ in range(RUNS)]
    print(f"adding nothing before a search: {statistics.median(idle):.2f} ms\n")
    show(
        "Counts and first page, processor time",
        Series(name="plain SQLite FTS5", unit="ms", values=theirs),
        Series(name="the index in the vault", unit="ms", values=ours),
        goal="1.3 times the peer",
    )
    print(f"all searches together: {sum(ours) / sum(theirs):.2f} times the peer")


def _page(session: Session, expression: str) -> None:
    total = sum(search_index.count(session.read, expression, None).values())
    ranked = total <= RANKED_UP_TO
    list(search_index.find(session.read, expression, None, None, ranked=ranked, skip=0, count=PAGE))


def _page_of_peer(peer: sqlite3.Connection, expression: str) -> None:
    total = sum(count for _, count in peer.execute(_COUNT, (expression,)))
    peer.execute(_RANKED if total <= RANKED_UP_TO else _PLAIN, (expression, PAGE)).fetchall()


def _timed[**Given](act: Callable[Given, object], *given: Given.args, **named: Given.kwargs) -> float:
    begun = time.process_time()
    act(*given, **named)
    return (time.process_time() - begun) * 1e3


def _median(values: list[float]) -> float:
    return statistics.median(values[-RUNS:])


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    main()
