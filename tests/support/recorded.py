"""Recordings for tests: tones and silence made here, put into a vault as the recordings of an interview."""

import io
import math
import struct
import wave
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from PySide6 import __file__ as pyside

from tests.support.offices import BEGIN, act
from tests.support.testimony import START
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import ExhibitId, InterviewId, RowId
from thb_desktop.domain.interview_rows import Recording
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files, exhibits
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import formalities, records

FFMPEG = Path(pyside).parent / "Qt" / "lib"
RATE = 16_000


class Held:
    """Bytes as a decoder asks for them. asked: how many times."""

    def __init__(self, content: bytes) -> None:
        self.content, self.asked, self.is_closed = content, 0, False

    @property
    def size(self) -> int:
        return len(self.content)

    def read_at(self, offset: int, length: int) -> bytes:
        self.asked += 1
        return self.content[offset : offset + length]

    def close(self) -> None:
        self.is_closed = True


def tones(*parts: tuple[float, float], rate: int = RATE, channels: int = 1) -> bytes:
    """Return a WAV file of tones, one after the other: the pitch of each (0 for silence), and its seconds."""
    made = io.BytesIO()
    with wave.open(made, "wb") as into:
        into.setnchannels(channels)
        into.setsampwidth(2)
        into.setframerate(rate)
        for pitch, seconds in parts:
            step = 2 * math.pi * pitch / rate
            samples = (int(12_000 * math.sin(step * number)) for number in range(int(seconds * rate)))
            into.writeframes(b"".join(struct.pack("<h", each) * channels for each in samples))
    return made.getvalue()


def pitch_of(sound: bytes) -> float:
    """Return how often a second the left channel of decoded sound goes up through zero."""
    left = struct.unpack(f"<{len(sound) // 2}h", sound)[::2]
    rises = sum(before < 0 <= after for before, after in pairwise(left))
    return rises * 48_000 / max(1, len(left))


def recorded_exhibit(
    session: Session,
    interview_id: InterviewId,
    number: str,
    files: Sequence[tuple[str, bytes]],
    **changes: Any,
) -> Exhibit:
    """Register an exhibit with these files, in the case of an interview."""
    case_id = records.require_interview(session, interview_id).case_id
    made = exhibits.register_exhibit(
        session,
        Exhibit(
            **{
                "id": ExhibitId(""),
                "case_id": case_id,
                "number": number,
                "kind": v.ExhibitKind.AV_RECORDING,
                "originality": v.Originality.ORIGINAL,
                "titles": (("nl", "Opname"),),
                "source": "Room 1",
                "collected_at": BEGIN,
                "collected_by": people.list_officials(session, case_id)[0].id,
                "parent_id": None,
                "root_id": ExhibitId(""),
                "instrument_id": None,
                "seal": "",
                **changes,
            }
        ),
        act(),
    )
    for name, content in files:
        exhibit_files.add_file(
            session, made.id, source=io.BytesIO(content), name=name, media_type="audio/wav"
        )
    return made


def recording(
    session: Session,
    interview_id: InterviewId,
    master: Exhibit | None,
    *,
    copy: Exhibit | None = None,
    started_at: datetime | None = None,
    stopped_at: datetime | None = None,
    continuous: bool | None = None,
) -> None:
    """Enter a recording into the formalities of an interview."""
    row = Recording(
        id=RowId(""),
        interview_id=interview_id,
        exhibit_id=master.id if master else None,
        working_copy_id=copy.id if copy else None,
        started_at=started_at,
        stopped_at=stopped_at,
        continuous=continuous,
    )
    formalities.add_formality(session, interview_id, row)


def recorded(session: Session, interview_id: InterviewId) -> None:
    """Two recordings of an interview with a gap between them; of the first there is a working copy."""
    speech = [(220.0 + 20 * (number % 7), 0.3 + number % 5 / 5) for number in range(60)]
    spoken = tones(*(part for each in speech for part in (each, (0.0, 0.25))))
    master = recorded_exhibit(session, interview_id, "E-90", [("zaal-1.wav", spoken)])
    copy = recorded_exhibit(
        session,
        interview_id,
        "E-91",
        [("zaal-1.wav", spoken)],
        originality=v.Originality.WORKING_COPY,
        parent_id=master.id,
    )
    later = recorded_exhibit(session, interview_id, "E-92", [("zaal-2.wav", tones((330.0, 20.0)))])
    recording(session, interview_id, master, copy=copy, started_at=START)
    recording(session, interview_id, later, started_at=START + timedelta(minutes=25))
