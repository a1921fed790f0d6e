"""The office that is drilled: a small vault with something of everything, made once and copied each time."""

import hashlib
import io
import shutil
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from tests.support.offices import BEGIN, NEXT_DAY, Small, act, exhibit, new_office, small_case
from tests.support.offices import unlock as unlock_at
from tests.support.second_person import ALONE
from tests.support.testimony import SIGNED_BY_ALL, rows_held
from tests.support.testimony import interview as interview_of
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, passphrase
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import AgentId, ExhibitId, InterviewId, SegmentId
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files, exhibits
from thb_desktop.services.office import users
from thb_desktop.services.testimony import interviews, read_back, records, segments
from thb_desktop.services.testimony.read_back import ReadBack
from thb_desktop.vault.assigned import stores_beside
from thb_desktop.vault.database import Connection

NAME = "office.thbvault"
KIB, MIB = 1 << 10, 1 << 20
SMALL_FILES = (0, 1, 20 * KIB)
TWO_DAYS = NEXT_DAY + timedelta(days=1)
_HEADS: list[Path] = []
_UNLOCKED: list[Session] = []


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A closed vault to copy, the code that opens it, and what of it the operations work on.

    colleague: an analyst with the other passphrase, who cannot be a second person. draft: an interview with
    one segment; read: one that may be signed; signed: one that is.
    """

    folder: Path
    code: str
    colleague: AgentId
    small: Small
    exhibit: ExhibitId
    files: tuple[ExhibitFile, ...]
    draft: InterviewId
    segment: SegmentId
    read: InterviewId
    signed: InterviewId

    def copied(self, place: Path) -> Path:
        """A copy under its usual name in a folder of its own, with the stores that lie beside it."""
        if stores_beside(self.folder).exists():
            shutil.copytree(stores_beside(self.folder), stores_beside(place / NAME))
        return Path(shutil.copytree(self.folder, place / NAME))


def remember_heads_in(folder: Path | None) -> None:
    """Let this computer remember what it saw of a vault in this folder; None: it remembers nothing."""
    _HEADS[:] = [folder] if folder else []


def unlock(folder: Path, text: str = PASSPHRASE) -> Session:
    """Unlock as the operations do, a day after the vault was filled; `lock_again` closes it."""
    return held(unlock_at(folder, text, start=NEXT_DAY, heads=next(iter(_HEADS), None)))


def held(session: Session) -> Session:
    """Let `lock_again` close this session too."""
    _UNLOCKED.append(session)
    return session


def unlocked() -> tuple[Session, ...]:
    """What the operations unlocked, and nobody has closed yet."""
    return tuple(_UNLOCKED)


def lock_again() -> None:
    """Close what the operations unlocked; a process of its own simply ends."""
    while _UNLOCKED:
        _UNLOCKED.pop().close()


def lock_without_a_trace() -> None:
    """Let go of the vaults as a kill does: nothing more is written."""
    while _UNLOCKED:
        _UNLOCKED.pop().vault.close()


def unlock_later(folder: Path, text: str = PASSPHRASE) -> Session:
    """Unlock as who looks afterwards does: later than any operation."""
    return unlock_at(folder, text, start=TWO_DAYS, heads=next(iter(_HEADS), None))


def rows_of(connection: Connection) -> dict[str, list[str]]:
    """Every row of every table, as text."""
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return {
        name: sorted(str(tuple(row)) for row in connection.execute(f'SELECT * FROM "{name}"'))  # noqa: S608
        for name in sorted(names)
    }


def new_template(place: Path, sizes: tuple[int, ...] = SMALL_FILES) -> Template:
    """Make the vault. sizes: bytes of the files of its one exhibit."""
    kept: list[Template] = []

    def fill(session: Session) -> None:
        small = small_case(session)
        colleague = users.add_user(
            session,
            name="Lena Analist",
            role=v.UserRole.ANALYST,
            passphrase=passphrase(OTHER_PASSPHRASE),
            own_passphrase=passphrase(),
            second=ALONE,
        )
        draft = _held(session, small, "I-01")
        segment = records.get_interview(session, draft).segments[0].segment
        taken = exhibits.register_exhibit(session, exhibit(small), act(occurred_at=BEGIN))
        files = tuple(
            exhibit_files.add_file(
                session,
                taken.id,
                source=io.BytesIO(noise(size, seed=number)),
                name=f"{number}.bin",
                media_type="application/octet-stream",
            )
            for number, size in enumerate(sizes)
        )
        kept.append(
            Template(
                folder=place / NAME,
                code="",
                colleague=colleague.id,
                small=small,
                exhibit=taken.id,
                files=files,
                draft=draft,
                segment=segment.id,
                read=_read_back(session, small, "I-02"),
                signed=_signed(session, small, "I-03"),
            )
        )

    code = new_office(place / NAME, fill)
    return replace(kept[0], code=code)


def noise(size: int, *, seed: int) -> bytes:
    """Bytes that repeat nowhere, and are the same in every run."""
    return hashlib.shake_128(b"drill" + bytes([seed])).digest(size)


def _held(session: Session, small: Small, number: str, *, sound: bool = False) -> InterviewId:
    """Hold an interview. sound: no rule warns of it; otherwise two do."""
    held = interviews.hold_interview(
        session,
        interview_of(
            case_id=small.case.id,
            number=number,
            sequence=1 if sound else int(number[2:]),
            person_id=small.person.id,
            lead_interviewer_id=small.official.id,
            authority_id=small.authority.id,
            necessity="The translation was lost." if sound else "",
        ),
        rows_held(small.interpreter.id),
    )
    segments.add_segment(session, held.id, renderings=(_translated(small if sound else None),), **turn())
    return held.id


def turn() -> dict[str, object]:
    """A question as it is typed live."""
    return {
        "speaker": v.SpeakerRole.INTERVIEWER,
        "kind": v.UtteranceKind.QUESTION,
        "language": "ro",
        "source_text": "Înțelegeți?",
        "capture": v.SourceCapture.TYPED_LIVE,
    }


def _translated(small: Small | None) -> segments.NewRendering:
    return segments.NewRendering(
        language="fr",
        text="Comprenez-vous ?",
        kind=v.RenderingKind.RENDITION,
        state=v.RenderingState.SELF_CHECKED,
        author_id=small.interpreter.id if small else None,
    )


def _signed(session: Session, small: Small, number: str) -> InterviewId:
    """Sign a record of which no rule warns: asking what warns would be a look, and be recorded."""
    return interviews.sign_interview(session, _read_back(session, small, number, sound=True)).id


def _read_back(session: Session, small: Small, number: str, *, sound: bool = False) -> InterviewId:
    held = _held(session, small, number, sound=sound)
    outcome = ReadBack(
        readback_mode=v.ReadbackMode.SIGHT_TRANSLATED_BY_INTERPRETER,
        readback_language="ro",
        confirmation=v.PersonConfirmation.CONFIRMED_UNCHANGED,
        complaint_made=False,
        copy_given=v.CopyGiven.NO_SAFETY_REASON,
    )
    read_back.read_back(session, held, outcome, SIGNED_BY_ALL)
    return held
