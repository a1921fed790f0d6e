"""Beside the record, never in it: the guide of the interview, and the texts of cautions."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.support.controllers import reopen
from tests.support.hands import Hands, hold_now
from tests.ui.test_interviews import draft_record
from thb_desktop import words as catalogue
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.interview import Presence
from thb_desktop.services.office import consultations
from thb_desktop.services.testimony import interviews, records
from ui.application import AppController
from ui.interviews.desk.answered import Answered, alike
from ui.interviews.desk.guide import Guide
from ui.interviews.desk.protocols import Protocol, steps_of
from ui.labels.cautions import neutral_text

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def hands(desk: AppController, qtbot: QtBot, vault: Path) -> Hands:
    _, view = draft_record(desk, qtbot, vault)
    found = Hands(qtbot, view)
    found.sit_down()
    return found


def show_guide(hands: Hands, qtbot: QtBot) -> Guide:
    """Press its key; the button that has the key clicks a moment later."""
    guide = hands.view.record.account.guide
    hands.press(KEY.Key_G, CONTROL)
    qtbot.waitUntil(guide.isVisible)
    hands.rest()
    return guide


def test_ctrl_g_shows_the_guide_beside_the_record_and_puts_it_away(hands: Hands, qtbot: QtBot):
    closed = hands.view.record.account.guide.isVisible()

    guide = show_guide(hands, qtbot)
    steps = [box.accessibleName() for box in guide.steps]
    hands.press(KEY.Key_G, CONTROL)

    qtbot.waitUntil(lambda: not guide.isVisible())
    assert not closed
    assert steps == list(steps_of(Protocol(guide.protocol.currentData())))
    assert hands.row.has_focus


def test_what_is_ticked_in_the_guide_is_no_part_of_the_record(
    hands: Hands, desk: AppController, qtbot: QtBot, vault: Path
):
    of = hands.view.model.record.interview.id
    guide = show_guide(hands, qtbot)
    size = len(hands.view.model.segments.rows)

    for box in guide.steps:
        box.click()
    hands.rest()

    desk.end()
    session = reopen(vault)
    record = records.get_interview(session, of)
    session.close()
    assert len(record.segments) == size


def test_what_was_answered_is_shown_before_it_is_asked_again(hands: Hands, qtbot: QtBot):
    hands.says("Waar was uw paspoort?")
    hands.says("Samer had mijn paspoort.")
    guide = show_guide(hands, qtbot)

    hands.types("En het paspoort")

    def told() -> str:
        labels = (guide._answers.itemAt(at).widget() for at in range(guide._answers.count()))
        return "\n".join(label.text() for label in labels)

    qtbot.waitUntil(lambda: "Samer had mijn paspoort." in told())
    assert "I-99" in told()


def test_the_answers_that_share_most_words_come_first():
    def said(question: str, answer: str, turn: str) -> Answered:
        return Answered(question=question, answer=answer, record="I-01", turn=turn)

    known = [
        said("Où était votre passeport ?", "Chez lui.", "1 A"),
        said("Qui tenait les comptes ?", "Sorina, dans un cahier vert.", "2 A"),
        said("Qui payait le loyer ?", "Personne.", "3 A"),
    ]

    assert [each.turn for each in alike("Qui écrivait les comptes dans le cahier ?", known)] == ["2 A"]
    assert alike("Et ?", known) == []


def test_a_rare_word_brings_its_answer_before_a_word_of_every_question():
    known = [
        Answered(question=question, answer=answer, record="I-01", turn="1 A")
        for question, answer in (
            ("Où dormiez-vous ?", "Dans une chambre."),
            ("Avez-vous travaillé ?", "Oui."),
            ("Avez-vous faim ?", "Oui, beaucoup."),
        )
    ]

    found = alike("Où avez-vous dormi ?", known)

    assert found[0].question == "Où dormiez-vous ?"


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_a_caution_has_its_neutral_text_in_each_language_of_the_catalogue(language: str):
    texts = catalogue.entries("cautions", language)

    assert set(texts) == set(catalogue.entries("cautions", "en"))
    assert set(texts) <= {code.value for code in v.CautionCode}
    assert all(text.strip() for text in texts.values())


def test_a_caution_stands_in_the_languages_on_file_and_is_entered_with_the_turn(hands: Hands):
    hands.says("/v at any time")
    refused = hands.view.record.notice.sentence.text()
    hands.at.clear()
    hands.says("/v breaks")
    hands.press(KEY.Key_Tab)
    hands.says("/v breaks")
    offered = hands.texts

    hands.press(KEY.Key_Return)

    row, record = hands.view.model.segments.rows[-1], hands.view.model.record
    assert "which caution" in refused
    assert offered == (
        neutral_text(v.CautionCode.RIGHT_TO_BREAKS, "ar"),
        neutral_text(v.CautionCode.RIGHT_TO_BREAKS, "nl"),
    )
    assert all(offered)
    assert row.segment.kind is v.UtteranceKind.READING
    assert row.segment.source_text == offered[1]
    assert row.text("ar") == offered[0]
    hands.view.record.head.formalities_button.click()
    hands.rest()
    (caution,) = hands.view.model.record.cautions
    assert (caution.code, caution.given, caution.mode) == (
        v.CautionCode.RIGHT_TO_BREAKS,
        True,
        v.CautionMode.ORAL,
    )
    assert caution.given_at == row.segment.at
    assert record is not None


def test_a_caution_that_is_given_again_has_its_words_and_a_row_with_its_own_time(
    desk: AppController, qtbot: QtBot, vault: Path, monkeypatch: pytest.MonkeyPatch
):
    hold_now(vault)
    hands = Hands(qtbot, draft_record(desk, qtbot, vault)[1])
    hands.sit_down()
    now = hands.view.model.desk.now()
    for minute in (0, 0, 6):
        monkeypatch.setattr(hands.view.model.desk, "now", lambda at=minute: now + timedelta(minutes=at))
        hands.says("/v breaks")
        hands.press(KEY.Key_Return)

    rows = [row for row in hands.view.model.segments.rows if row.segment.kind is v.UtteranceKind.READING]
    hands.view.record.head.formalities_button.click()
    hands.rest()
    first, last = hands.view.model.record.cautions
    assert len(rows) == 3
    assert (first.given_at, last.given_at) == (rows[0].segment.at, rows[2].segment.at)
    assert last.given_at - first.given_at == timedelta(minutes=6)


def test_in_a_language_without_a_text_the_caution_is_written_as_it_was_said():
    assert neutral_text(v.CautionCode.RIGHT_TO_BREAKS, "ti") == ""
    assert neutral_text(v.CautionCode.RIGHT_TO_BREAKS, "fr-BE")


def test_the_interpreter_speaks_for_themselves_and_then_it_is_whose_turn_it_was(
    hands: Hands, desk: AppController
):
    of = hands.view.model.record.interview.id
    person = Presence(id=RowId(""), interview_id=of, role=v.PresenceRole.INTERPRETER, name="R. El Amrani")
    hands.view.model.add_row(person)
    hands.rest()
    hands.sit_down()
    hands.says("Waar was uw paspoort?")

    hands.says("/i De tolk vraagt het einde te herhalen.")

    segment = hands.view.model.segments.rows[-1].segment
    assert segment.speaker is v.SpeakerRole.INTERPRETER
    assert segment.kind is v.UtteranceKind.INTERPRETER_INTERVENTION
    assert segment.source_text == "De tolk vraagt het einde te herhalen."
    assert segment.speaker_id == hands.view.model.record.presences[-1].id
    assert hands.desk.speaker.role is v.SpeakerRole.PERSON_HEARD
    assert desk.jobs.is_open


def test_the_views_of_other_records_of_the_person_are_logged(
    hands: Hands, desk: AppController, qtbot: QtBot, vault: Path
):
    person = hands.view.model.record.interview.person_id
    show_guide(hands, qtbot)

    desk.end()
    session = reopen(vault)
    case_id = hands.view.model.case.id
    held = [each.interview for each in interviews.list_interviews(session, case_id)]
    others = {each.id for each in held if each.person_id == person and each.number != "I-99"}
    logged = {look.subject for look in consultations.list_consultations(session)} & others
    session.close()
    assert others
    assert logged == others
