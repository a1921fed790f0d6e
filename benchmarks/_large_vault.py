"""Makes a large vault: the size of a real case after years, or a part of it, always the same for one seed.

    .venv/bin/python benchmarks/_large_vault.py FOLDER --seed 1 --factor 0.1

Factor 1: 80,000 segments with their renditions, 60,000 custody events on 20,000 exhibits, 146,000 entries.
The rows go through the program's own journal, each with its entry and its signed head, 500 to a transaction:
the unlock and the health check find what they would find in a vault that was filled by hand.
"""

import argparse
import random  # noqa: TID251 - a seed gives the same vault each time
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from importlib.resources import files
from itertools import islice
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from thb_desktop.crypto.derivation import FLOOR
from thb_desktop.crypto.passphrases import prepare
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.actions import ActionCode, VaultAction
from thb_desktop.domain.case import CaseFile, CaseObject
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import (
    CaseId,
    CaseObjectId,
    ExhibitId,
    InterpreterId,
    InterviewId,
    OfficialId,
    PersonId,
    RowId,
    SegmentId,
)
from thb_desktop.domain.interview import Caution, Interview
from thb_desktop.domain.people import Interpreter, Official, Person
from thb_desktop.domain.segment import Rendering, Segment, position_after
from thb_desktop.domain.times import Reading
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.clock import SystemClock
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.login import new_entry_author
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import vaults
from thb_desktop.services.persons import people
from thb_desktop.vault import migrations

PASSPHRASE = "amber canal lantern orchard violet"
CASE, BUNDLE_CASE = "LARGE-1", "LARGE-2"
"""The case with nearly everything, and the one with the exhibits of one bundle."""

EXHIBITS, SEGMENTS, CAUTIONS = 20_000, 80_000, 14
PERSONS, IDENTIFIERS = 400, 50_000
IN_BUNDLE, LONG_RECORD, RECORD = 500, 2_000, 39
"""The exhibits of the bundle; the segments of the longest record, and of each other."""
_TRANSACTION = 500
_FURTHER = (v.CustodyAction.PACKAGED, v.CustodyAction.PHOTOGRAPHED)
_WORDS = (
    "house number street passport money room door night car phone debt work brother border ticket",
    "he she they we said took gave paid kept came left called asked waited drove opened closed again",
    "before after under near behind every first second late early never always then there",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much a vault holds."""

    exhibits: int
    segments: int
    persons: int
    identifiers: int

    @classmethod
    def of(cls, factor: float, exhibits: int | None = None) -> "Size":
        return cls(
            exhibits=exhibits or round(EXHIBITS * factor),
            segments=round(SEGMENTS * factor),
            persons=max(1, round(PERSONS * factor)),
            identifiers=round(IDENTIFIERS * factor),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """One entry to come: what is saved, what it is about."""

    subject: str
    action: ActionCode
    values: tuple[object, ...]
    reason: str = ""


def _written_at(value: object, reading: Reading) -> object:
    """Return the row with the time of its entry: the checks compare the two."""
    if isinstance(value, Rendering):
        return replace(value, typed_at=reading.at)
    if isinstance(value, CustodyEvent):
        return replace(value, recorded_at=reading.at, clock_source=reading.source)
    return value


def _chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - nothing in such a vault is a secret


def environment_of(seed: int) -> Environment:
    return Environment(clock=SystemClock(), randomness=_chance(seed).randbytes, kdf=FLOOR)


def make_vault(folder: Path, size: Size, *, seed: int, tell: Callable[[int, int], None]) -> None:
    """Fill a new vault; tell: entries done and to do."""
    environment = environment_of(seed)
    session = vaults.create_vault(
        folder,
        office="Court",
        user_name="Judge",
        role=v.UserRole.INVESTIGATING_JUDGE,
        passphrase=prepare(PASSPHRASE),
        environment=environment,
    ).session
    try:
        filling = _Filling(session, _chance(seed))
        steps = filling.steps(size)
        total = 3 * size.exhibits + size.segments + filling.records(size) * (1 + CAUTIONS)
        total += size.persons - 1 + size.identifiers
        done = 0
        while batch := list(islice(steps, _TRANSACTION)):
            filling.record(batch)
            done += len(batch)
            tell(done, total)
    finally:
        session.close()


class _Filling:
    """The steps by which a vault is filled, and how they are recorded."""

    def __init__(self, session: Session, chance: random.Random) -> None:
        self._session = session
        self._chance = chance
        self._words = " ".join(_WORDS).split()
        self._at = session.clock.read().at - timedelta(days=30)
        self._cases = {reference: self._case(reference) for reference in (CASE, BUNDLE_CASE)}

    @staticmethod
    def records(size: Size) -> int:
        return 1 + -(-max(0, size.segments - LONG_RECORD) // RECORD)

    def steps(self, size: Size) -> Iterator[_Step]:
        of_bundle = min(IN_BUNDLE, size.exhibits // 2)
        yield from self._exhibits(BUNDLE_CASE, of_bundle)
        yield from self._exhibits(CASE, size.exhibits - of_bundle)
        yield from self._people(size.persons)
        yield from self._identifiers(size.identifiers)
        left = size.segments
        for number in range(self.records(size)):
            count = min(left, LONG_RECORD if number == 0 else RECORD)
            left -= count
            yield from self._record(number, count)

    def record(self, batch: list[_Step]) -> None:
        """Record these steps in one transaction, as a session of its own; each entry has its head."""
        with next_session(self._session) as session, session.work() as work:
            for place, step in enumerate(batch, start=1):
                work.save(*(_written_at(value, work.reading) for value in step.values))
                work.record(step.subject, step.action, step.reason)
                if place < len(batch):
                    session.journal.sign_head(session.author, work.reading)

    def _case(self, reference: str) -> tuple[CaseId, OfficialId, PersonId, InterpreterId]:
        session = self._session
        case = cases.open_case(
            session,
            CaseFile(
                id=CaseId(""),
                reference=reference,
                titles=(("en", "A large case"),),
                language="en",
                country="BE",
                notice_number="",
                opened_on=date(2026, 1, 1),
                status=v.CaseStatus.OPEN,
                fictional=True,
            ),
        )
        official = people.add_official(
            session,
            Official(
                id=OfficialId(""),
                case_id=case.id,
                code="P-1",
                role=v.OfficialRole.CLERK,
                name="A clerk",
                country="BE",
            ),
        )
        person = people.add_person(
            session,
            Person(
                id=PersonId(""),
                case_id=case.id,
                code="V-1",
                sex=None,
                age_status=None,
                identity_protection=None,
            ),
            None,
        )
        interpreter = people.add_interpreter(
            session,
            Interpreter(
                id=InterpreterId(""),
                case_id=case.id,
                code="I-1",
                name="An interpreter",
                name_latin="An interpreter",
                languages=("ro", "en"),
                status=None,
            ),
        )
        return case.id, official.id, person.id, interpreter.id

    def _people(self, count: int) -> Iterator[_Step]:
        case_id, _, first, _ = self._cases[CASE]
        self._heard = [first]
        for number in range(2, count + 1):
            person = Person(
                id=PersonId(self._new_id()),
                case_id=case_id,
                code=f"V-{number}",
                sex=None,
                age_status=None,
                identity_protection=None,
            )
            self._heard.append(person.id)
            yield _Step(subject=person.id, action=VaultAction.PERSON_ADDED, values=(person,))

    def _identifiers(self, count: int) -> Iterator[_Step]:
        """Telephones, vehicles with their plates, and adverts with handle and address of e-mail."""
        case_id = self._cases[CASE][0]
        for number in range(1, count + 1):
            kind, label, details = _identifier(number)
            thing = CaseObject(
                id=CaseObjectId(self._new_id()),
                case_id=case_id,
                kind=kind,
                number=f"O-{number}",
                label=label,
                details=details,
            )
            yield _Step(subject=case_id, action=VaultAction.CASE_OBJECT_ADDED, values=(thing,))

    def _exhibits(self, reference: str, count: int) -> Iterator[_Step]:
        case_id, official_id, _, _ = self._cases[reference]
        for number in range(1, count + 1):
            exhibit_id = ExhibitId(self._new_id())
            yield _Step(
                subject=exhibit_id,
                action=v.CustodyAction.SEIZED,
                reason="Search of the premises",
                values=(
                    Exhibit(
                        id=exhibit_id,
                        case_id=case_id,
                        number=f"E-{number}",
                        kind=v.ExhibitKind.PHYSICAL,
                        originality=v.Originality.ORIGINAL,
                        titles=(("en", self._text(6)),),
                        source=self._text(4),
                        collected_at=self._at,
                        collected_by=official_id,
                        parent_id=None,
                        root_id=exhibit_id,
                        instrument_id=None,
                        seal="",
                        description=self._text(20),
                    ),
                    self._event(exhibit_id, 1, v.CustodyAction.SEIZED, official_id),
                ),
            )
            for place, action in enumerate(_FURTHER, start=2):
                yield _Step(
                    subject=exhibit_id,
                    action=action,
                    reason="Search of the premises",
                    values=(self._event(exhibit_id, place, action, official_id),),
                )

    def _event(
        self, exhibit_id: ExhibitId, number: int, action: v.CustodyAction, official_id: OfficialId
    ) -> CustodyEvent:
        reading = self._session.clock.read()
        return CustodyEvent(
            id=RowId(self._new_id()),
            exhibit_id=exhibit_id,
            number=number,
            action=action,
            occurred_at=self._at,
            recorded_at=reading.at,
            clock_source=reading.source,
            actor_id=official_id,
            actor="A clerk",
            place="Brussels",
            reason="Search of the premises",
            late_entry_reason="Entered from paper",
        )

    def _record(self, number: int, count: int) -> Iterator[_Step]:
        case_id, official_id, _, interpreter_id = self._cases[CASE]
        person_id = self._heard[number % len(self._heard)]
        interview_id = InterviewId(self._new_id())
        yield _Step(
            subject=interview_id,
            action=VaultAction.INTERVIEW_HELD,
            values=(
                Interview(
                    id=interview_id,
                    case_id=case_id,
                    number=f"I-{number:04}",
                    person_id=person_id,
                    lead_interviewer_id=official_id,
                    language="ro",
                    procedure_language="en",
                    record_salt=self._chance.randbytes(32).hex(),
                ),
            ),
        )
        for code in islice(v.CautionCode, CAUTIONS):
            caution = Caution(id=RowId(self._new_id()), interview_id=interview_id, code=code, given=True)
            yield _Step(subject=interview_id, action=VaultAction.FORMALITY_ADDED, values=(caution,))
        position = ""
        for place in range(count):
            position = position_after(position)
            yield self._segment(interview_id, position, interpreter_id, is_question=place % 2 == 0)

    def _segment(
        self, interview_id: InterviewId, position: str, interpreter_id: InterpreterId, *, is_question: bool
    ) -> _Step:
        segment = Segment(
            id=SegmentId(self._new_id()),
            interview_id=interview_id,
            position=position,
            speaker=v.SpeakerRole.INTERVIEWER if is_question else v.SpeakerRole.PERSON_HEARD,
            kind=v.UtteranceKind.QUESTION if is_question else v.UtteranceKind.ANSWER,
            language="en" if is_question else "ro",
            source_text=self._text(24),
            capture=v.SourceCapture.TYPED_LIVE,
        )
        rendering = Rendering(
            id=RowId(self._new_id()),
            segment_id=segment.id,
            language="ro" if is_question else "en",
            kind=v.RenderingKind.RENDITION,
            state=v.RenderingState.DRAFT,
            text=self._text(24),
            source_digest=segment.source_digest,
            typed_by=self._session.user.id,
            typed_at=self._session.clock.read().at,
            author_id=interpreter_id,
        )
        return _Step(subject=interview_id, action=VaultAction.SEGMENT_ADDED, values=(segment, rendering))

    def _text(self, words: int) -> str:
        return " ".join(self._chance.choices(self._words, k=words)).capitalize() + "."

    def _new_id(self) -> str:
        return self._session.new_id(self._session.clock.read().at)


def _identifier(number: int) -> tuple[v.CaseObjectKind, str, tuple[tuple[str, str], ...]]:
    """Return kind, label and details of one identifier."""
    if number % 5 == 0:
        plate = f"1-{chr(65 + number % 26)}{chr(65 + number // 26 % 26)}B-{number % 1000:03}"
        return v.CaseObjectKind.VEHICLE, plate, ()
    if number % 5 == 1:
        details = (("handle", f"@rosa{number}"), ("e-mail", f"rosa{number}@mail.example"))
        return v.CaseObjectKind.ONLINE_ADVERT, f"https://ads.example/{number}", details
    return v.CaseObjectKind.PHONE, f"+32 470 {number:06}", ()


@contextmanager
def next_session(session: Session) -> Iterator[Session]:
    """Certify a new key of the session, as a login does."""
    session.author = new_entry_author(
        session.office_record,
        session.user,
        session.keys,
        first=session.journal.size + 1,
        reading=session.clock.read(),
        environment=session.environment,
    )
    yield session


def vault_of(folder: Path, factor: float, *, seed: int, exhibits: int | None = None) -> Path:
    """Return a vault of this size and of the tables of today below a folder; it is made if it is not there
    yet.
    """
    size = Size.of(factor, exhibits)
    tables = files(migrations).joinpath("whole.sql").read_text("utf-8").partition("\n")[0][-8:]
    told = f"exhibits-{size.exhibits}-segments-{size.segments}-identifiers-{size.identifiers}"
    vault = folder / f"seed-{seed}-{told}-{tables}.thbvault"
    if not vault.exists():
        part = vault.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        make_vault(part, size, seed=seed, tell=_tell)
        part.rename(vault)
    return vault


def _tell(done: int, total: int) -> None:
    print(f"\r{done:,} of {total:,} entries", end="\n" if done == total else "", file=sys.stderr, flush=True)


def options_of(description: str | None) -> argparse.ArgumentParser:
    """Return the options of a program that needs a large vault."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--factor", type=float, default=1.0, help="the larger vault, 1 for the full size")
    parser.add_argument("--exhibits", type=int, help="of the larger vault, whatever the factor")
    parser.add_argument("--seed", type=int, default=1)
    return parser


def options_of_two(description: str | None) -> argparse.ArgumentParser:
    """Return the options of a program that compares a large vault with a tenth of it."""
    parser = options_of(description)
    parser.add_argument("--kept", type=Path, help="a folder where made vaults are kept for the next time")
    return parser


def two_vaults(options: argparse.Namespace, folder: Path) -> tuple[Path, Path]:
    """Return a tenth of the vault that the options name, and all of it. folder: where no other is named."""
    kept, of = options.kept or folder, options.exhibits
    return (
        vault_of(kept, options.factor / 10, seed=options.seed, exhibits=of and of // 10),
        vault_of(kept, options.factor, seed=options.seed, exhibits=of),
    )


def main() -> None:
    parser = options_of(__doc__)
    parser.add_argument("folder", type=Path, help="where to make it")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    begin = time.perf_counter()
    made = vault_of(options.folder, options.factor, seed=options.seed, exhibits=options.exhibits)
    print(f"{made}: {(made / 'vault.db').stat().st_size >> 20} MiB in {time.perf_counter() - begin:.0f} s")
    print(f"passphrase: {PASSPHRASE}")


if __name__ == "__main__":
    main()
