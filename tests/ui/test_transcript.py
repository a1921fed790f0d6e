"""The account in the window: corrections stand under their words, and a closed record asks for nothing."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.test_interviews import draft_record
from thb_desktop.domain.ids import InterviewId, RowId
from thb_desktop.domain.interview import ReadBackCorrection
from thb_desktop.domain.interview_record import InterviewInFull, LaterRecord
from thb_desktop.domain.vocabulary import (
    CorrectionReason,
    InterviewState,
    RenderingKind,
    RenderingState,
    SignerRole,
)
from ui.application import AppController
from ui.interviews.view import InterviewsView
from ui.rows import ROW, TONE
from ui.tones import Tone
from ui.transcript.rows import CORRECTED, IS_ORIGINAL, LANGUAGE, QUIET, SIDES, STRUCK, At, SegmentsModel


def corrected(view: InterviewsView, language: str, **values: str) -> None:
    """Show the open record with a correction of the first turn."""
    record = view.model.record
    assert record is not None
    correction = ReadBackCorrection(
        id=RowId("correction"),
        interview_id=record.interview.id,
        segment_id=record.segments[0].segment.id,
        language=language,
        before="drie",
        after="vier",
        requested_by=SignerRole.PERSON_HEARD,
        reason=CorrectionReason.MISHEARD,
        **values,
    )
    view.model.transcript.show(replace(record, corrections=(correction,)), can_edit=False)
    view.record.table.heights.fit()


@pytest.mark.parametrize(("language", "side"), [("ar", At.LEFT), ("nl", At.RIGHT)])
def test_a_correction_stands_under_the_words_of_its_side(
    desk: AppController, qtbot: QtBot, vault: Path, language: str, side: At
):
    _, view = draft_record(desk, qtbot, vault)
    table = view.record.table
    heights = [table.rowHeight(0), table.rowHeight(1)]

    corrected(view, language)

    index = table.model().index(0, side)
    assert index.data(CORRECTED).splitlines() == [
        "Correction at the reading back",
        "Text before: \u2068drie\u2069",
        "Text after: \u2068vier\u2069",
        "Requested by: \u2068Person heard, misheard\u2069",
    ]
    assert index.data(CORRECTED) in index.data(Qt.ItemDataRole.AccessibleTextRole)
    others = [table.model().index(0, each).data(CORRECTED) for each in SIDES if each is not side]
    assert others == ["", ""]
    assert table.rowHeight(0) > heights[0] + 40
    assert table.rowHeight(1) == heights[1]


def test_a_correction_of_a_language_that_is_not_shown_names_it_at_the_original(
    desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = draft_record(desk, qtbot, vault)
    spoken = view.model.segments.rows[0].segment.language

    corrected(view, "ro", requester="Samira")

    sides = {view.model.segments.language_at(each): each for each in SIDES}
    told = view.model.segments.index(0, sides[spoken]).data(CORRECTED).splitlines()
    assert told[0] == "Correction at the reading back, Romanian"
    assert told[-1] == "Requested by: \u2068Samira, misheard\u2069"


def test_a_correction_is_painted_below_the_words(desk: AppController, qtbot: QtBot, vault: Path):
    _, view = draft_record(desk, qtbot, vault)
    table = view.record.table
    corrected(view, "nl")
    cell = table.visualRect(table.model().index(0, At.RIGHT))
    below = cell.adjusted(8, cell.height() - 30, -8, -8)

    shown = table.viewport().grab(below).toImage()

    colours = {shown.pixelColor(x, y).name() for x in range(shown.width()) for y in range(shown.height())}
    assert len(colours) > 4


def with_translations(record: InterviewInFull) -> InterviewInFull:
    """The record with each rendering called a written translation."""
    turns = tuple(
        replace(
            each,
            renderings=tuple(replace(made, kind=RenderingKind.TRANSLATION) for made in each.renderings),
        )
        for each in record.segments
    )
    return replace(record, segments=turns)


def test_a_draft_rendering_asks_for_attention_only_until_the_record_is_signed(
    desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = draft_record(desk, qtbot, vault)
    record = view.model.record
    assert record is not None
    at = next(
        number
        for number, row in enumerate(view.model.segments.rows)
        if (made := row.rendering("nl", "ar")) and made.state is RenderingState.DRAFT
    )
    table = view.record.table
    record = with_translations(record)  # as records from before jobs have them
    view.model.transcript.show(record, can_edit=True)
    table.setCurrentIndex(table.model().index(at, At.RIGHT))
    assert table.model().index(at, At.STATE).data(TONE) == Tone.WARN
    assert view.record.account.strip.state_chip.property("tone") == Tone.WARN
    signed = replace(record, interview=replace(record.interview, state=InterviewState.SIGNED))

    view.model.transcript.show(signed, can_edit=False)
    table.setCurrentIndex(table.model().index(1 - at, At.RIGHT))
    table.setCurrentIndex(table.model().index(at, At.RIGHT))

    state = table.model().index(at, At.STATE)
    assert (state.data(), state.data(TONE)) == ("Draft", Tone.PLAIN)
    assert view.record.account.strip.state_chip.property("tone") == Tone.PLAIN


def test_a_signed_record_calls_no_rendition_given_on_the_spot_a_draft(
    desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = draft_record(desk, qtbot, vault)
    record = view.model.record
    assert record is not None
    at = next(
        number
        for number, row in enumerate(view.model.segments.rows)
        if (made := row.rendering("nl", "ar"))
        and (made.kind, made.state) == (RenderingKind.RENDITION, RenderingState.DRAFT)
    )
    table, strip = view.record.table, view.record.account.strip
    for state, told in ((InterviewState.READ_BACK, "Draft"), (InterviewState.SIGNED, "")):
        shown = replace(record, interview=replace(record.interview, state=state))
        view.model.transcript.show(shown, can_edit=False)
        table.setCurrentIndex(table.model().index(1 - at, At.RIGHT))
        table.setCurrentIndex(table.model().index(at, At.RIGHT))

        assert table.model().index(at, At.STATE).data() == told
        assert strip.state_chip.isHidden() == (not told)


def test_a_turn_whose_words_a_signed_note_rectifies_says_so(desk: AppController, qtbot: QtBot, vault: Path):
    _, view = draft_record(desk, qtbot, vault)
    record = view.model.record
    assert record is not None
    table, turn = view.record.table, record.segments[0].segment
    spoken = next(each for each in SIDES if view.model.segments.language_at(each) == turn.language)
    height = table.rowHeight(0)
    note = LaterRecord(
        id=InterviewId("note"),
        number="I-99 R",
        rectifies=True,
        is_signed=False,
        turns=frozenset({turn.id}),
    )
    for later, told in ((note, ""), (replace(note, is_signed=True), "Rectified: see \u2066I-99 R\u2069")):
        view.model.transcript.show(replace(record, later=(later,)), can_edit=False)
        view.record.table.heights.fit()

        index = table.model().index(0, spoken)
        assert index.data(CORRECTED) == told
        assert told in index.data(Qt.ItemDataRole.AccessibleTextRole)
        assert table.model().index(1, spoken).data(CORRECTED) == ""
        assert (table.rowHeight(0) > height) == bool(told)


def test_what_is_asked_of_a_turn_reads_nothing_else_of_it(
    desk: AppController, qtbot: QtBot, vault: Path, monkeypatch: pytest.MonkeyPatch
):
    _, view = draft_record(desk, qtbot, vault)
    model = view.record.table.model()
    roles = (ROW, LANGUAGE, IS_ORIGINAL, STRUCK, QUIET)

    def told() -> list[object]:
        return [model.index(0, column).data(role) for column in At for role in roles]

    before, read = told(), list[str]()
    with monkeypatch.context() as watched:
        for name in ("_origin", "_corrected", "_noted"):
            watched.setattr(SegmentsModel, name, lambda *_, name=name: read.append(name) or ("", ""))
        again = told()

    assert again == before
    assert read == []
    assert model.index(0, At.WHO).data(CORRECTED) == ""
    assert model.index(0, At.WHO).data(LANGUAGE) is None
    assert {model.index(0, side).data(LANGUAGE) for side in (At.LEFT, At.RIGHT)} == {"ar", "nl"}
