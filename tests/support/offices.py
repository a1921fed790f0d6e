"""Vaults of an office, filled through the use cases: made once, copied for each test."""

import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.support.testimony import interview as interview_of
from tests.support.vaults import PASSPHRASE, passphrase
from thb_desktop.crypto.derivation import FLOOR
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.case import Authority, CaseFile
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import AuthorityId, CaseId, ExhibitId, InterpreterId, OfficialId, PersonId, RowId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.people import Identity, Interpreter, Official, Person, PersonRole
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.clock import FixedClock, SystemClock
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.evidence.custody_acts import Act
from thb_desktop.services.office import vaults
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import interviews, segments
from thb_desktop.vault.database import Connection, allow_writing, forbid_writing
from thb_desktop.vault.vault import open_vault

BEGIN = datetime(2026, 6, 1, 9, tzinfo=UTC)
LATER = BEGIN + timedelta(days=1)
NEXT_DAY = LATER + timedelta(days=1)
JUDGE = "Claire Vandenhove"
OFFICE = "Cabinet 0 (fictional)"


def environment(start: datetime = LATER, *, heads: Path | None = None) -> Environment:
    """heads: the store in which this computer remembers states; without it, it remembers nothing."""
    return Environment(
        clock=FixedClock(start, timedelta(seconds=1)),
        randomness=secrets.token_bytes,
        kdf=FLOOR,
        heads=heads,
    )


def by_the_clock() -> Environment:
    """The same by the clock of this computer."""
    return Environment(clock=SystemClock(), randomness=secrets.token_bytes, kdf=FLOOR)


def new_office(folder: Path, fill: Callable[[Session], None] = lambda _: None) -> str:
    """Make a vault, fill it, close it, and return its recovery code."""
    created = vaults.create_vault(
        folder,
        office=OFFICE,
        user_name=JUDGE,
        role=v.UserRole.INVESTIGATING_JUDGE,
        passphrase=passphrase(),
        environment=environment(BEGIN),
    )
    fill(created.session)
    created.session.close()
    return created.recovery_code


def unlock(
    folder: Path,
    text: str = PASSPHRASE,
    *,
    start: datetime = LATER,
    heads: Path | None = None,
    beside: bool = False,
) -> Session:
    surroundings = environment(start, heads=heads)
    return vaults.unlock_vault(folder, passphrase=passphrase(text), environment=surroundings, beside=beside)


def changed(folder: Path, change: Callable[[Connection], object]) -> None:
    """Change a vault as somebody with its keys could, without using the program."""
    vault = open_vault(folder, passphrase(), randomness=secrets.token_bytes)
    with closing(vault), keeping_triggers(vault.connection):
        change(vault.connection)


@contextmanager
def by_hand(session: Session) -> Iterator[Connection]:
    """Write on the session's own connection, past its services: no second writer."""
    allow_writing(session.read)
    yield session.read
    forbid_writing(session.read)
    assert session.vault.file is not None
    session.vault.file.written()


@contextmanager
def keeping_triggers(connection: Connection) -> Iterator[None]:
    """Restore the dropped triggers at the end, as somebody who hides traces would."""
    triggers = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
    before = dict(tuple(row) for row in connection.execute(triggers))
    yield
    left = {row[0] for row in connection.execute(triggers)}
    for name in before.keys() - left:
        connection.execute(before[name])


@contextmanager
def without_triggers(connection: Connection) -> Iterator[None]:
    """Take all triggers away for the `with` block, in which one transaction is written."""
    of_triggers = "FROM sqlite_schema WHERE type = 'trigger'"
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("PRAGMA writable_schema = ON")
    triggers = [tuple(row) for row in connection.execute(f"SELECT name, tbl_name, sql {of_triggers}")]
    connection.execute(f"DELETE {of_triggers}")
    connection.execute("PRAGMA writable_schema = RESET")
    yield
    connection.execute("PRAGMA writable_schema = ON")
    again = "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ('trigger', ?, ?, 0, ?)"
    connection.executemany(again, triggers)
    connection.execute("PRAGMA writable_schema = RESET")
    connection.execute("COMMIT")


def copy_of(folder: Path, target: Path) -> Path:
    return Path(shutil.copytree(folder, target))


def case_file(**changes: Any) -> CaseFile:
    fields: dict[str, Any] = {
        "id": CaseId(""),
        "reference": "2026/1",
        "titles": (("fr", "Dossier un"), ("en", "Case one")),
        "language": "fr",
        "country": "BE",
        "notice_number": "LI-1",
        "opened_on": date(2026, 3, 19),
        "status": v.CaseStatus.OPEN,
        "fictional": True,
    }
    return CaseFile(**{**fields, **changes})


@dataclass(frozen=True, slots=True, kw_only=True)
class Small:
    """A small case: one official, one authority, one interpreter, one victim."""

    case: CaseFile
    official: Official
    authority: Authority
    interpreter: Interpreter
    person: Person


NAME, CONTACT = "Ioana Crețu-Exemplu", "+40 700 000 099"
IDENTITY = Identity(
    person_id=PersonId(""), name=NAME, born=PartialDate("2003-08-11"), aliases=("Ioni",), contacts=(CONTACT,)
)


ROLE = PersonRole(
    id=RowId(""),
    case_id=CaseId(""),
    person_id=PersonId(""),
    role=v.ProceduralRole.VICTIM,
    led_category=v.LedCategory.VICTIM,
    basis="Complaint",
)


def small_case(session: Session) -> Small:
    case = cases.open_case(session, case_file())
    official = people.add_official(
        session,
        Official(
            id=OfficialId(""),
            case_id=case.id,
            code="P-1",
            role=v.OfficialRole.POLICE_INTERVIEWER,
            name="Sarah Moreau",
            country="BE",
            user_id=session.user.id,
        ),
    )
    authority = cases.add_authority(
        session,
        Authority(
            id=AuthorityId(""),
            case_id=case.id,
            name="Juge d'instruction",
            kind=v.AuthorityKind.INVESTIGATING_JUDGE,
            part=v.AuthorityPart.LEAD,
            country="BE",
            official_id=official.id,
        ),
    )
    interpreter = people.add_interpreter(
        session,
        Interpreter(
            id=InterpreterId(""),
            case_id=case.id,
            code="P-INT",
            name="Simona Ardeleanu",
            name_latin="",
            languages=("ro", "fr"),
            status=v.InterpreterStatus.SWORN,
        ),
    )
    person = people.add_person(
        session,
        Person(
            id=PersonId(""),
            case_id=case.id,
            code="V-01",
            sex=v.Sex.FEMALE,
            age_status=v.AgeStatus.ADULT_CONFIRMED,
            identity_protection=v.IdentityProtection.PSEUDONYM,
            language="ro",
            exploitation=(v.Exploitation.FORCED_LABOUR_OR_SERVICES,),
            reflection_granted=False,
        ),
        IDENTITY,
        (ROLE,),
    )
    return Small(case=case, official=official, authority=authority, interpreter=interpreter, person=person)


def exhibit(small: Small, **changes: Any) -> Exhibit:
    fields: dict[str, Any] = {
        "id": ExhibitId(""),
        "case_id": small.case.id,
        "number": "E-1",
        "kind": v.ExhibitKind.DIGITAL_DEVICE,
        "originality": v.Originality.ORIGINAL,
        "titles": (("fr", "Téléphone"),),
        "source": "A-1",
        "collected_at": BEGIN,
        "collected_by": small.official.id,
        "parent_id": None,
        "root_id": ExhibitId(""),
        "instrument_id": None,
        "seal": "",
        "legal_authority": "Order 1",
    }
    return Exhibit(**{**fields, **changes})


_ORDERED = {"document": "Order of 3 June 2026"}
_TOLD = {"notified": "The investigating judge"}
_NEEDED: dict[v.CustodyAction, dict[str, str]] = {
    **dict.fromkeys((v.CustodyAction.ERASED, v.CustodyAction.ANALYSED, v.CustodyAction.DISCLOSED), _ORDERED),
    **dict.fromkeys((v.CustodyAction.REDACTED, v.CustodyAction.TRANSLATED), _ORDERED),
    v.CustodyAction.RECEIPT_CONFIRMED: _ORDERED,
    v.CustodyAction.DESTROYED: {**_ORDERED, "method": "Burnt", "witness": "Ion Popa"},
    v.CustodyAction.CONSUMED_IN_TEST: {**_ORDERED, "amount": "2 g"},
    **dict.fromkeys((v.CustodyAction.INCIDENT, v.CustodyAction.LOST_OR_DAMAGED), _TOLD),
    v.CustodyAction.CONVERTED: {"tool": "Converter 2.1"},
    v.CustodyAction.VOLUNTARILY_HANDED_OVER: {"from_party": "The giver"},
    v.CustodyAction.RECEIVED_FROM_FOREIGN_AUTHORITY: {"from_party": "The giver"},
}
"""What an action needs that most tests say nothing about."""


def act(action: v.CustodyAction = v.CustodyAction.SEIZED, **changes: Any) -> Act:
    """An event with what its action needs, but for seals, digests, and the parties of a transfer."""
    fields: dict[str, Any] = {
        "action": action,
        "occurred_at": LATER,
        "actor": "Sarah Moreau",
        "reason": "Search",
        "place": "A-1",
        "late_entry_reason": "Paper file",
        **_NEEDED.get(action, {}),
    }
    return Act(**{**fields, **changes})


def registered(session: Session, small: Small, **changes: Any) -> Exhibit:
    return exhibits.register_exhibit(session, exhibit(small, **changes), act())


def held_interview(session: Session, small: Small, **changes: Any) -> Interview:
    """A draft with one turn and no formalities."""
    interview = interviews.hold_interview(
        session,
        interview_of(
            case_id=small.case.id,
            person_id=small.person.id,
            lead_interviewer_id=small.official.id,
            authority_id=small.authority.id,
            **changes,
        ),
    )
    segments.add_segment(
        session,
        interview.id,
        speaker=v.SpeakerRole.INTERVIEWER,
        kind=v.UtteranceKind.QUESTION,
        language="ro",
        source_text="Înțelegeți?",
        capture=v.SourceCapture.TYPED_LIVE,
    )
    return interview
