"""A recording is played from the encrypted store: nothing of it is written in clear, and damage is told."""

import io
import os
import shutil
import sys
import textwrap
import wave
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.security.conftest import Run
from tests.support.offices import copy_of, held_interview, new_office, small_case, unlock
from tests.support.recorded import FFMPEG, recorded_exhibit, recording
from tests.ui.test_traces import writes
from thb_desktop.crypto.streams import MESSAGE_LENGTH
from thb_desktop.domain.ids import InterviewId
from thb_desktop.errors import ContentDamagedError
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.inspect.media.decoder import Decoder
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import recordings
from thb_desktop.vault.tables import registry

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)
NOISE = os.urandom(2 * MESSAGE_LENGTH)
"""Samples that are heard exactly as they are stored, so that they can be looked for."""

PLAY = """
    import sys
    from contextlib import closing
    from pathlib import Path
    from tests.support.offices import unlock
    from thb_desktop.inspect.media.decoder import Decoder
    from thb_desktop.services.testimony import recordings
    from thb_desktop.vault.tables import registry

    vault, libraries = map(Path, sys.argv[1:])
    with closing(unlock(vault)) as session:
        (interview,) = registry.INTERVIEW.all(session.read)
        (found,) = recordings.list_recorded(session, interview.id)
        opened = recordings.open_recorded(session, found.file.id, interview_id=interview.id)
        decoder = Decoder(libraries, opened.reader, opened.size)
        decoder.go(0)
        heard, ends = b"", False
        while not ends:
            piece = decoder.more()
            heard, ends = heard + piece.sound, piece.ends
        decoder.wave(lambda peaks: None)
        decoder.end()
    print("heard", len(heard))
"""


def noise() -> bytes:
    made = io.BytesIO()
    with wave.open(made, "wb") as into:
        into.setnchannels(2)
        into.setsampwidth(2)
        into.setframerate(48_000)
        into.writeframes(NOISE)
    return made.getvalue()


def recorded(session: Session) -> None:
    interview = held_interview(session, small_case(session))
    recording(session, interview.id, recorded_exhibit(session, interview.id, "E-90", [("zaal.wav", noise())]))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("recorded") / "office.thbvault"
    new_office(folder)
    with closing(unlock(folder)) as session:
        recorded(session)
    return folder


@pytest.fixture
def session(office: Path, tmp_path: Path) -> Iterator[Session]:
    with closing(unlock(copy_of(office, tmp_path / "office.thbvault"))) as opened:
        yield opened


def play_on(decoder: Decoder, heard: bytearray) -> None:
    """Hear more for as long as there is more."""
    while not (piece := decoder.more()).ends:
        heard += piece.sound


def interview_of(session: Session) -> InterviewId:
    return registry.INTERVIEW.all(session.read)[0].id


@pytest.mark.requirement("SR-1", "SR-27")
@pytest.mark.skipif(shutil.which("strace") is None, reason="looks on by strace")
def test_sr_01_a_recording_that_is_played_writes_nothing_in_clear(
    run_python: Run, office: Path, tmp_path: Path, figure: Callable[[str, str, object], None]
):
    vault, trace = copy_of(office, tmp_path / "office.thbvault"), tmp_path / "trace"
    looking = ["strace", "-f", "-qq", "-xx", "-y", "-s", "1100000", "-o", trace]
    looking += ["-e", "trace=write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,memfd_create"]

    run = run_python(textwrap.dedent(PLAY), vault, FFMPEG, behind=looking)

    assert run.stdout.strip() == f"heard {len(NOISE)}", run.stderr
    needles = [NOISE[at : at + 32] for at in range(0, len(NOISE) - 32, 4096)]
    piped, elsewhere, count = 0, [], 0
    for where, data in writes(trace):
        count += 1
        found = sum(needle in data for needle in needles)
        piped += found if where.startswith("pipe:") else 0
        elsewhere += [where] if found and not where.startswith("pipe:") else []
    assert elsewhere == []
    assert piped > len(needles)  # the pipes were looked at: to the decoder, and back
    left = [path for path in tmp_path.rglob("*") if path.is_file() and path != trace]
    assert [path for path in left if any(needle in path.read_bytes() for needle in needles[::40])] == []
    figure("SR-1", "writes looked at while a recording was played", count)


def test_a_byte_that_was_changed_ends_the_playing_there_and_not_before(session: Session):
    interview_id = interview_of(session)
    (found,) = recordings.list_recorded(session, interview_id)
    path = session.vault.content.places.of(found.file.object_id)
    stored = bytearray(path.read_bytes())
    stored[MESSAGE_LENGTH + 5_000] ^= 1
    path.write_bytes(stored)
    opened = recordings.open_recorded(session, found.file.id, interview_id=interview_id)
    decoder = Decoder(FFMPEG, opened.reader, opened.size)
    decoder.go(0)
    heard = bytearray()

    with pytest.raises(ContentDamagedError):
        play_on(decoder, heard)

    assert NOISE.startswith(heard)
    assert MESSAGE_LENGTH // 2 < len(heard) < MESSAGE_LENGTH


def test_bytes_of_another_recording_in_its_place_are_refused(session: Session):
    interview_id = interview_of(session)
    (found,) = recordings.list_recorded(session, interview_id)
    other = recorded_exhibit(session, interview_id, "E-91", [("zaal.wav", noise())])
    (file,) = registry.EXHIBIT_FILE.where(session.read, "exhibit_id", other.id)
    places = session.vault.content.places
    places.of(found.file.object_id).write_bytes(places.of(file.object_id).read_bytes())
    opened = recordings.open_recorded(session, found.file.id, interview_id=interview_id)

    with pytest.raises(ContentDamagedError):
        Decoder(FFMPEG, opened.reader, opened.size)
