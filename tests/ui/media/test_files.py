"""Several files, working copy and master, a film, and what cannot be played: each is said in words."""

from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.controllers import reopen
from tests.support.hands import Hands
from tests.support.hostile_media import OPENED, matroska, taken_over
from tests.support.recorded import recorded, recorded_exhibit, recording, tones
from tests.support.samples import sample
from tests.support.screen_reader import plain
from tests.support.testimony import START
from tests.ui.media.test_strip import draft_of, strip_of
from tests.ui.test_interviews import draft_record
from thb_desktop.domain.ids import InterviewId
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import registry
from ui.application import AppController
from ui.interviews.view import InterviewsView

Opens = Callable[[Callable[[Session, InterviewId], object]], InterviewsView]


@pytest.fixture
def opens(desk: AppController, qtbot: QtBot, vault: Path) -> Opens:
    """Opens the draft record, after something was entered into the vault."""

    def open_it(enter: Callable[[Session, InterviewId], object]) -> InterviewsView:
        interview_id = draft_of(vault)
        with closing(reopen(vault)) as session:
            enter(session, interview_id)
        _, view = draft_record(desk, qtbot, vault)
        qtbot.waitUntil(lambda: not view.model.jobs.is_busy)
        return view

    return open_it


def one(*files: tuple[str, bytes]) -> Callable[[Session, InterviewId], object]:
    def enter(session: Session, interview_id: InterviewId) -> None:
        recording(session, interview_id, recorded_exhibit(session, interview_id, "E-90", files))

    return enter


def told(view: InterviewsView) -> str:
    return view.record.notice.sentence.text()


def test_a_record_without_a_recording_shows_no_strip(opens: Opens):
    view = opens(lambda *_: None)

    assert strip_of(view).isHidden()


def test_each_file_is_offered_with_the_gap_before_it_and_the_working_copy_says_what_it_is(
    opens: Opens, qtbot: QtBot
):
    view = opens(recorded)
    strip, model = strip_of(view), view.model.recordings
    model.seek(1_000)
    qtbot.waitUntil(lambda: model.player.position == 1_000)

    names = [strip.files.itemText(number) for number in range(strip.files.count())]
    assert plain(names[0]) == "E-91, working copy of E-90"
    assert "E-92" in names[1]
    assert "after a gap of" in names[1]
    assert "Working copy of the master" in strip.toolTip()
    assert "E-90" in strip.toolTip()
    assert "the same SHA-256" in strip.toolTip()
    assert model.clock() == START + timedelta(seconds=1)
    assert model.written_here() == "E-91 00:00:01.0"


def test_at_the_end_of_a_file_the_next_one_is_played(opens: Opens, qtbot: QtBot):
    model = opens(recorded).model.recordings
    model.seek(10**9)
    qtbot.waitUntil(lambda: model.player.is_open and model.player.position == model.duration)
    model.play_or_pause()

    qtbot.waitUntil(lambda: model.player.is_playing)
    assert model.chosen is not None
    assert model.chosen.name == "E-92"
    model.seek(10**9)
    model.player.pause()
    model.play_or_pause()
    assert model.chosen.name == "E-92"


def test_the_range_of_a_turn_in_another_file_says_in_which(opens: Opens, qtbot: QtBot):
    view = opens(recorded)
    view.model.recordings.show_range("E-92 00:00:03", "E-92 00:00:03.4")

    assert plain(strip_of(view).range.text()) == "Turn E-92 00:00:03.0 \u2013 00:00:03.4"


def test_a_time_alone_that_is_typed_is_one_of_the_file_that_is_shown(opens: Opens, qtbot: QtBot):
    view = opens(recorded)
    view.model.recordings.choose(1)
    hands = Hands(qtbot, view)
    hands.sit_down()
    hands.says("/n 0:03 0:05")

    assert view.model.desk.entry.heard == ("E-92 00:00:03", "E-92 00:00:05")


def test_a_turn_in_another_file_is_played_from_that_file(opens: Opens, qtbot: QtBot):
    model = opens(recorded).model.recordings
    model.show_range("E-92 00:00:03", "E-92 00:00:03.4")
    model.play_range()

    qtbot.waitUntil(lambda: model.player.position == 3_400)
    assert model.chosen is not None
    assert model.chosen.name == "E-92"


def test_a_turn_without_a_range_is_played_from_its_time(opens: Opens, qtbot: QtBot):
    model = opens(recorded).model.recordings
    model.show_range("", "", START + timedelta(minutes=25, seconds=2))
    model.play_range()

    qtbot.waitUntil(lambda: model.player.position >= 2_100)
    assert model.chosen is not None
    assert model.chosen.name == "E-92"


def test_a_file_that_no_decoder_knows_is_said_and_nothing_else_fails(opens: Opens, qtbot: QtBot):
    view = opens(one(("zaal.wav", b"no sound at all" * 50)))
    view.model.recordings.play_or_pause()

    qtbot.waitUntil(lambda: "No decoder knows" in told(view))
    assert not view.model.recordings.player.is_open
    assert view.model.can_edit


def test_a_recording_that_says_it_lasts_for_ages_is_played_without_a_length(opens: Opens, qtbot: QtBot):
    """Its file says 31,000 years: more milliseconds than a slider counts, and no date has that end."""
    view = opens(one(("zaal.mka", matroska(range(0, 400, 10), 1e15)), ("zaal-2.wav", tones((220, 1)))))
    model = view.model.recordings
    model.play_or_pause()

    qtbot.waitUntil(lambda: model.player.is_open and not model.player.is_playing, timeout=15_000)
    assert (model.duration, model.player.position > 0) == (0, True)


def test_a_decoder_that_was_taken_over_is_said_to_have_ended(
    opens: Opens, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    lies = OPENED.format(duration=5000) + 'say(b"P", b"abc")\nsay(b"D")'
    monkeypatch.setattr("ui.media.model._making", lambda *_: partial(taken_over, monkeypatch, lies))
    view = opens(one(("zaal.wav", tones((220, 1)))))
    view.model.recordings.play_or_pause()

    qtbot.waitUntil(lambda: "could not be decoded" in told(view) or "within the limits" in told(view))
    assert not view.model.recordings.player.is_playing


def test_a_changed_byte_ends_the_playing_with_a_sentence(opens: Opens, qtbot: QtBot):
    def damaged(session: Session, interview_id: InterviewId) -> None:
        one(("zaal.wav", tones((220, 60), rate=24_000)))(session, interview_id)
        (file,) = [each for each in registry.EXHIBIT_FILE.all(session.read) if each.name == "zaal.wav"]
        path = session.vault.content.places.of(file.object_id)
        stored = bytearray(path.read_bytes())
        stored[2_000_000] ^= 1
        path.write_bytes(stored)

    view = opens(damaged)
    view.model.recordings.seek(45_000)
    view.model.recordings.play_or_pause()

    qtbot.waitUntil(lambda: "not what was stored" in told(view))
    assert not view.model.recordings.player.is_playing


def test_without_its_libraries_the_decoder_is_missing_and_the_record_goes_on(
    opens: Opens, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setattr("ui.media.model.decoder_folder", lambda: tmp_path)
    view = opens(recorded)
    view.model.recordings.play_or_pause()

    qtbot.waitUntil(lambda: "decode recordings are missing" in told(view))
    assert view.model.can_edit


def _colours(pixels: Sequence[int]) -> int:
    return len(set(pixels))


def test_a_film_shows_its_picture_where_it_stands(opens: Opens, qtbot: QtBot):
    film = sample("02-evidence/av/en-US_(Hi).mp4").read_bytes()
    view = opens(one(("film.mp4", film)))
    picture = strip_of(view).picture
    view.model.recordings.seek(500)

    qtbot.waitUntil(lambda: picture.isVisible() and picture._image is not None)
    shown = picture.grab().toImage()
    assert _colours([shown.pixel(x, 72) for x in range(0, 256, 4)]) > 3
