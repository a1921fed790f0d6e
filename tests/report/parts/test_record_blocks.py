"""The minutes of a hearing at a distance, and the strip of its course, as the finished pages show them."""

import re
import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from tests.support.bundles import case_content, with_one_interview
from tests.support.settings import english_setting
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.interview import TimelineEvent
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.vocabulary import CautionCode, Medium, TimelineKind
from thb_desktop.report.bundle import compose_bundle
from thb_desktop.report.parts.certificate import not_attested


def printed(full: InterviewInFull, into: Path) -> str:
    content = with_one_interview(case_content("perla"), full, full.segments)
    path = into / "bundle.pdf"
    with path.open("wb") as target:
        compose_bundle(content, target)
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    return text.stdout.decode()


@pytest.fixture(scope="module")
def record() -> InterviewInFull:
    return next(each for each in case_content("perla").interviews if each.interview.language == "ar")


def test_a_hearing_by_video_link_has_the_minutes_of_article_24(record: InterviewInFull, tmp_path: Path):
    started = record.interview.started_at
    assert started is not None
    broken = TimelineEvent(
        id=RowId("broken"),
        interview_id=record.interview.id,
        kind=TimelineKind.LINK_INTERRUPTED,
        at=started + timedelta(minutes=17),
        note="no picture for two minutes",
    )
    held = replace(
        record,
        interview=replace(record.interview, medium=Medium.VIDEO_LINK),
        timeline=(*record.timeline, broken),
        cautions=tuple(
            replace(each, code=CautionCode.AFFIRMATION_TAKEN) if number == 0 else each
            for number, each in enumerate(record.cautions)
        ),
    )

    text = printed(held, tmp_path)

    block = " ".join(text[text.index("article 24, paragraphe 6") :].split())[:2_000]
    for told in (
        "Personne entendue V-05",
        "affirmation faite",
        "serment général au dossier",
        "Serments prêtés",
        "Conditions techniques",
        "no picture for two minutes",
        "2026-04-10 11:20",  # when the lawyer left
    ):
        assert told in block, told


def test_a_hearing_in_one_room_has_no_minutes_of_article_24(record: InterviewInFull, tmp_path: Path):
    assert record.interview.medium is Medium.IN_PERSON

    assert "article 24, paragraphe 6" not in printed(record, tmp_path)


def test_what_the_minutes_lack_is_said(record: InterviewInFull, tmp_path: Path):
    bare = replace(
        record,
        interview=replace(record.interview, medium=Medium.TELEPHONE),
        cautions=(),
        engagements=tuple(replace(each, oath=None) for each in record.engagements),
    )

    text = printed(bare, tmp_path)

    block = " ".join(text[text.index("article 24, paragraphe 6") :].split())
    assert "Serments prêtés non mentionné" in block


def test_the_strip_shows_the_break_where_it_was(record: InterviewInFull, tmp_path: Path):
    interview = record.interview
    assert interview.started_at is not None
    assert interview.ended_at is not None
    text = printed(record, tmp_path)
    assert text.count("Gris : l'audition") == 1
    kinds = (TimelineKind.BREAK_START, TimelineKind.BREAK_END)
    label = " – ".join(f"{each.at:%H:%M}" for each in record.timeline if each.kind in kinds)
    page = next(n for n, each in enumerate(text.split("\f"), 1) if label in each)

    subprocess.run(
        [
            "pdftoppm",
            "-r",
            "144",
            "-f",
            str(page),
            "-l",
            str(page),
            "-gray",
            "-singlefile",
            tmp_path / "bundle.pdf",
            tmp_path / "page",
        ],
        check=True,
    )

    with Image.open(tmp_path / "page.pgm") as image:
        levels = list(image.tobytes())
        rows = [levels[at : at + image.width] for at in range(0, len(levels), image.width)]
    grey = [row for row in rows if sum(60 < level < 140 for level in row) > len(row) / 2]
    bar = grey[len(grey) // 2]
    left = next(x for x, level in enumerate(bar) if 60 < level < 140)
    right = next(x for x in reversed(range(len(bar))) if 60 < bar[x] < 140)
    white = [x for x in range(left, right) if bar[x] > 240]
    first = next(each.at for each in record.timeline if each.kind is TimelineKind.BREAK_START)
    last = next(each.at for each in record.timeline if each.kind is TimelineKind.BREAK_END)
    whole = interview.ended_at - interview.started_at
    for pixel, moment in ((white[0], first), (white[-1], last)):
        share = (moment - interview.started_at) / whole
        assert pixel == pytest.approx(left + share * (right - left), abs=3)


def test_the_formalities_leave_room_for_the_account_on_their_second_page(tmp_path: Path):
    path = tmp_path / "bundle.pdf"
    with path.open("wb") as target:
        composed = compose_bundle(case_content("perla"), target)
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode()
    pages = text.split("\f")

    begun = [
        number
        for number, page in enumerate(pages)
        if all(
            re.search(each, page, re.MULTILINE)
            for each in (r"^Procès-verbal d'audition I-0\d – V", r"^Parties\b")
        )
    ]
    told = [number for number, page in enumerate(pages) if "\nDéclarations\n" in f"\n{page}"]

    assert len(begun) == 6
    pages_before = [second - first for first, second in zip(begun, told, strict=True)]
    assert max(pages_before) <= 2
    assert sum(pages_before) <= 9  # some begin below another record
    assert composed.pages <= 45


def test_the_course_is_told_by_the_clock_and_an_hour_once(record: InterviewInFull, tmp_path: Path):
    started = record.interview.started_at
    assert started is not None
    at = started.replace(hour=10, minute=31)
    later = at + timedelta(days=1)
    event = record.timeline[0]
    told = replace(
        record,
        timeline=(
            *(
                replace(event, id=RowId(f"e{n}"), kind=kind, at=at)
                for n, kind in enumerate((TimelineKind.BREAK_START, TimelineKind.RECORDING_STOP))
            ),
            replace(event, id=RowId("late"), kind=TimelineKind.END, at=later, note="the day after"),
        ),
    )

    block = " ".join(printed(told, tmp_path).split("Déroulement et pauses")[1].split())

    late = f"{later:%Y-%m-%d} 10:31 {later:%:z} fin (the day after)"  # it may stand on the next page
    assert block.startswith("10:31 début de pause ; arrêt de l'enregistrement ")
    assert late in block


def test_where_words_of_a_rendering_are_masked_nothing_says_that_no_attestation_is_recorded():
    content = case_content("perla")
    setting = english_setting(content)
    full = content.interviews[0]
    at = next(number for number, each in enumerate(full.segments) if each.renderings)
    turn = full.segments[at]
    rendering = replace(turn.renderings[0], text="Seen by ⟦R-001 THIRD_PARTY⟧.")
    masked = replace(turn, renderings=(rendering, *turn.renderings[1:]))
    shown = replace(full, segments=(*full.segments[:at], masked, *full.segments[at + 1 :]))

    told = [{text for _, text in not_attested(setting, each)} for each in (full, shown)]

    words = setting.words.interpreter
    assert told == [{words.not_certified}, {words.not_told}]
