"""A case of the size that offices have after years, against a tenth of it: what grows, and what must not.

Each act is done in both vaults, which `_large_vault.py` makes, always the same for one seed; the acts of each
day in both in turn. Each row has its limit, or a peer that is measured in the same run, and how much the full
vault costs more than the tenth.
"""

import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1])]

from _large_vault import BUNDLE_CASE, CASE, PASSPHRASE, environment_of, options_of_two, two_vaults
from _timing import Row, Taken, Timed, in_turn, show, timed

from tests.support.transfers import AT_HOME
from thb_desktop.crypto.derivation import FLOOR, derive
from thb_desktop.crypto.passphrases import prepare
from thb_desktop.crypto.signing import verify_signature
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.case import Authority, CaseFile
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import AuthorityId, ExhibitId, OfficialId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.links import IDENTIFIER, Thing
from thb_desktop.domain.second_person import Alone
from thb_desktop.services.bundling import bundles
from thb_desktop.services.bundling.bundle_options import BundleOptions
from thb_desktop.services.bundling.extracts import extract_of
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework.chronology import chronology_of
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, exhibits
from thb_desktop.services.evidence.custody_acts import Act
from thb_desktop.services.evidence.exhibit_files import NewFile, add_files
from thb_desktop.services.keeping import health
from thb_desktop.services.office import vaults
from thb_desktop.services.persons import people
from thb_desktop.services.searching import links
from thb_desktop.services.testimony import interviews, segments
from thb_desktop.vault.database import connect, transaction
from thb_desktop.vault.safeguards import allow_writing, set_safeguards
from thb_desktop.vault.tables import chain, registry

TURNS, FILES, FILE_SIZE = 41, 1000, 20 << 10
NEW = 10_000
"""Entries that others wrote since this user's own mark."""
EVENT, EXHIBIT, DURABLE = "one custody event", "one exhibit", "one durable event"
NEW_RECORD = "one more segment, of a new record"
LONGEST = "one more segment, of the longest record"
ALONE = Alone(reason="Nobody else is in the office")
TO_A_COURT = BundleOptions(
    identities_because="Needed there",
    languages=("en",),
    purpose="Evidence",
    recipient="A court",
    released_with=ALONE,
    transfer=AT_HOME,
)
"""How the benchmarks release a bundle."""


class Bench:
    """All acts in one vault."""

    def __init__(self, folder: Path, place: Path, *, health_too: bool) -> None:
        self._folder, self._place, self._health_too = folder, place, health_too
        self._environment = environment_of(2)

    def rows(self) -> Iterator[Row]:
        yield from self._unlocking("unlock to a window", "until everything is checked")
        yield from self._unlocking_after_others()
        with closing(self._unlocked()) as session:
            case = self._case(session, CASE)
            yield from self._lists(session, case)
            yield self._extract(session, case)
            yield self._intake(session, case)
            yield from self._bundle(session)
            if self._health_too:
                yield self._health(session)

    def _unlocked(self, *, beside: bool = False) -> Session:
        return vaults.unlock_vault(
            self._folder, passphrase=prepare(PASSPHRASE), environment=self._environment, beside=beside
        )

    def _unlocking_after_others(self) -> Iterator[Row]:
        """The same on a computer on which others wrote since this user's last unlock."""
        before, self._environment = self._environment, replace(self._environment, heads=self._place / "heads")
        new = self._mark_before()
        yield from self._unlocking(f"unlock after {new:,} entries of others", "until those are checked too")
        self._environment = before

    def _mark_before(self) -> int:
        """Let this user's own mark lie some entries back. Return how many."""
        with closing(self._unlocked()) as session:
            size = chain.size_of(session.read)
            new = min(NEW, size - 1)
            head, store = chain.head_at(session.read, size - new), session.heads
            if head is None or store is None:
                raise SystemExit("the vault has no head there")
            now, epoch = session.clock.read().at, session.vault.epoch
            store.begin_anew(head.parsed(), (), epoch=epoch, now=now)
            told = chain.told_sum_at(session.read, size - new)
            store.remember(head.parsed(), told=told, epoch=epoch, now=now, flush=True)
        return new

    def _unlocking(self, first: str, then: str) -> Iterator[Row]:
        derivation, spent = timed(lambda: derive(prepare(PASSPHRASE), bytes(32), FLOOR), 3)
        self._unlocked(beside=True).close()
        opened: list[Session] = []
        wall, processor = timed(lambda: opened.append(self._unlocked(beside=True)))
        yield Row(
            name=f"{first}, beyond derivation",
            wall=wall - derivation,
            processor=processor - spent,
            against=1.0,
            peer="limit",
        )
        with closing(opened[0]) as session:
            wall, processor = timed(lambda: session.opening)
        yield Row(name=f"{then}, after that", wall=wall, processor=processor)

    def _lists(self, session: Session, case: CaseFile) -> Iterator[Row]:
        person = Thing("person", str(people.list_persons(session, case.id)[1].id))
        number = Thing(IDENTIFIER, "0470 000123")
        acts: dict[str, Timed] = {
            "list: cases": lambda: cases.list_cases(session),
            "list: exhibits, a page": lambda: exhibits.page_of_exhibits(session, case.id),
            "list: custody of the case, a page": lambda: custody.page_of_events(session, case.id),
            "list: languages": lambda: interviews.list_languages(session, case.id),
            "list: interviews": lambda: interviews.list_interviews(session, case.id),
            "list: persons": lambda: people.list_persons(session, case.id),
            "list: objects, a page": lambda: cases.page_of_objects(session, case.id),
            "list: places for a stay, a page": lambda: cases.page_of_places(session, case.id),
            "list: numbers of records": lambda: interviews.list_numbers(session, case.id),
            "chronology of the case": lambda: chronology_of(session, case.id),
            "links of a person": lambda: links.links_of(session, case.id, person),
            "links of a telephone number": lambda: links.links_of(session, case.id, number),
        }
        for name, act in acts.items():
            wall, processor = timed(act, 3)
            yield Row(name=name, wall=wall, processor=processor, against=0.1, peer="limit")
        wall, processor = timed(lambda: exhibits.list_exhibits(session, case.id))
        yield Row(name="list: every exhibit at once", wall=wall, processor=processor)

    @contextmanager
    def everyday(self) -> Iterator[dict[str, Timed]]:
        """Unlock, and yield the acts that are to cost the same in any vault."""
        with closing(self._unlocked()) as session:
            case = self._case(session, CASE)
            exhibit = self._exhibit(session, case, "X-1")
            listed = interviews.list_interviews(session, case.id)
            longest = max(listed, key=lambda each: each.segments).interview
            short = interviews.hold_interview(session, replace(longest, number="X-1"))
            numbers = count(2)
            yield {
                EVENT: lambda: custody.record_custody_event(session, exhibit.id, _act(session)),
                EXHIBIT: lambda: _register(session, exhibit, f"Y-{next(numbers)}"),
                NEW_RECORD: lambda: _add_segment(session, short),
                LONGEST: lambda: _add_segment(session, longest),
                DURABLE: lambda: _record(session),
            }

    def _extract(self, session: Session, case: CaseFile) -> Row:
        exhibit = registry.EXHIBIT.where(session.read, "case_id", case.id)[0]
        wall, processor = timed(lambda: extract_of(session, [exhibit.id]), 3)
        return Row(name="extract of one exhibit", wall=wall, processor=processor, against=0.05, peer="limit")

    def _intake(self, session: Session, case: CaseFile) -> Row:
        sources = self._place / "sources"
        sources.mkdir()
        for number in range(FILES):
            (sources / f"{number:04}.bin").write_bytes(secrets.token_bytes(FILE_SIZE))
        exhibit = self._exhibit(session, case, "X-2")
        files = sorted(sources.iterdir())

        def peer() -> None:
            target = self._place / "copied"
            subprocess.run(["sha256sum", *map(str, files)], check=True, stdout=subprocess.DEVNULL)
            subprocess.run(["cp", "-r", str(sources), str(target)], check=True)
            subprocess.run(["sync", "-f", str(target)], check=True)
            shutil.rmtree(target)

        against, _ = timed(peer, 3)
        wall, processor = timed(lambda: take_in(session, exhibit.id, files))
        shutil.rmtree(sources)
        return Row(
            name=f"{FILES:,} files of {FILE_SIZE >> 10} kB",
            wall=wall,
            processor=processor,
            against=2 * against,
            peer="2 x sha256sum, cp, sync",
        )

    def _bundle(self, session: Session) -> Iterator[Row]:
        case = self._case(session, BUNDLE_CASE)
        let_sign(session, case)
        bundles.load_signing()  # as the window does while somebody reads the pages
        made: list[bundles.PreparedBundle] = []
        content = bundles.gather_bundle(session, case.id, TO_A_COURT)
        register = bundles.register_for(session, case.id)
        pages, spent = timed(lambda: made.append(bundles.lay_out(content, TO_A_COURT, register)))
        yield Row(name=f"pages of a bundle ({made[0].pages})", wall=pages, processor=spent)
        target = self._place / f"{secrets.token_hex(4)}.pdf"
        wall, processor = timed(lambda: bundles.sign_bundle(session, made[0], target, second=ALONE))
        yield Row(
            name="pages, sign and publish",
            wall=pages + wall,
            processor=spent + processor,
            against=1.3 * pages,
            peer="1.3 x the pages",
        )

    def _health(self, session: Session) -> Row:
        """The whole check against reading the database, and the signatures alone."""
        key = session.author.key
        message = secrets.token_bytes(400)
        signature = key.sign(message)
        public = session.author.statement.parsed().session
        count = chain.size_of(session.read) + len(chain.heads(session.read))

        def verify() -> None:
            for _ in range(1000):
                verify_signature(public, message, signature)

        once, _ = timed(verify, 3)
        reading, _ = timed(session.vault.check_database)
        wall, processor = timed(lambda: health.check_vault(session))
        return Row(
            name="health check",
            wall=wall,
            processor=processor,
            against=2 * (reading + once * count / 1000),
            peer="2 x (reading + P-256)",
        )

    def _case(self, session: Session, reference: str) -> CaseFile:
        return next(each.case for each in cases.list_cases(session) if each.case.reference == reference)

    def _exhibit(self, session: Session, case: CaseFile, number: str) -> Exhibit:
        return _register(session, registry.EXHIBIT.where(session.read, "case_id", case.id)[0], number)


def _register(session: Session, like: Exhibit, number: str) -> Exhibit:
    new = replace(like, id=ExhibitId(""), root_id=ExhibitId(""), number=number)
    return exhibits.register_exhibit(session, new, replace(_act(session), action=v.CustodyAction.SEIZED))


def _add_segment(session: Session, record: Interview) -> None:
    segments.add_segment(
        session,
        record.id,
        speaker=v.SpeakerRole.PERSON_HEARD,
        kind=v.UtteranceKind.ANSWER,
        language="ro",
        source_text="One more answer of the person heard.",
        capture=v.SourceCapture.TYPED_LIVE,
    )


def _record(session: Session) -> None:
    with session.work() as work:
        work.record(session.user.id, VaultAction.RECOVERY_CODE_CONFIRMED)


def let_sign(session: Session, case: CaseFile) -> None:
    """Make the user an official of the authority that sends the bundle."""
    authority = cases.add_authority(
        session,
        Authority(
            id=AuthorityId(""),
            case_id=case.id,
            name="Court",
            kind=v.AuthorityKind.INVESTIGATING_JUDGE,
            part=v.AuthorityPart.LEAD,
            country="BE",
        ),
    )
    official = people.list_officials(session, case.id)[0]
    judge = replace(
        official,
        id=OfficialId(""),
        code="P-2",
        role=v.OfficialRole.INVESTIGATING_JUDGE,
        authority_id=authority.id,
        user_id=session.user.id,
    )
    people.add_official(session, judge)


def take_in(session: Session, exhibit_id: ExhibitId, files: list[Path]) -> None:
    new = [NewFile(source=path, name=path.name, media_type="application/octet-stream") for path in files]
    add_files(session, exhibit_id, new)


def _act(session: Session) -> Act:
    return Act(
        action=v.CustodyAction.PHOTOGRAPHED,
        occurred_at=session.clock.read().at,
        actor="A clerk",
        reason="For the file",
    )


@contextmanager
def raw_database(place: Path) -> Iterator[Timed]:
    """Yield what writes one row durably into an empty database with the same safeguards."""
    path = place / "raw.db"
    path.touch()
    with closing(connect(path, bytearray(48), mode="rw")) as connection:
        set_safeguards(connection)
        allow_writing(connection)
        connection.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, content BLOB NOT NULL) STRICT")

        def write() -> None:
            with transaction(connection):
                connection.execute("INSERT INTO row (content) VALUES (:content)", {"content": bytes(2000)})

        yield write
    path.unlink()


def acts_in_turn(tenth: Bench, full: Bench, place: Path) -> tuple[list[Row], list[Row]]:
    """The acts of each day, in both vaults in turn.

    A durable event is held against one row of as many bytes in a database of its own, with the same
    safeguards.
    """
    with raw_database(place) as write:
        raw, _ = timed(write, TURNS)
    with tenth.everyday() as few, full.everyday() as many:
        both = in_turn(few, many, TURNS)
    first, second = ([*_rows_of(taken, 2 * raw)] for taken in both)
    return first, second


def _rows_of(taken: dict[str, Taken], twice_raw: float) -> Iterator[Row]:
    against = {
        LONGEST: (1.2 * taken[NEW_RECORD][0], "1.2 x new record"),
        DURABLE: (twice_raw, "2 x a raw commit"),
    }
    for name, (wall, processor) in taken.items():
        limit, peer = against.get(name, (0.0, ""))
        yield Row(name=name, wall=wall, processor=processor, against=limit, peer=peer)


def main() -> None:
    parser = options_of_two(__doc__)
    parser.add_argument("--without-health", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="thb-large-", dir=options.kept) as folder:
        made = two_vaults(options, Path(folder))
        benches, results = [], []
        for name, vault in zip(("tenth", "full"), made, strict=True):
            place = Path(folder, name)
            copied = place / vault.name
            shutil.copytree(vault, copied)
            benches.append(Bench(copied, place, health_too=not options.without_health))
            results.append(list(benches[-1].rows()))
        everyday = acts_in_turn(benches[0], benches[1], Path(folder))
    show(*(apart + beside for apart, beside in zip(results, everyday, strict=True)))


if __name__ == "__main__":
    main()
