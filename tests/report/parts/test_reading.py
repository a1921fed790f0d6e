"""How a fact is read: its direction, and with the answer to what was asked."""

from dataclasses import replace

import pytest

from tests.support.bundles import case_content
from thb_desktop.domain.vocabulary import ConflictDeclaration, ConflictQuestion
from thb_desktop.report.document.archive import Properties
from thb_desktop.report.document.document import Document
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.parts.certificate import interpreter_section
from thb_desktop.report.parts.language_turns import Turns
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import PORTRAIT
from thb_desktop.report.text import Direction
from thb_desktop.report.words import words_in


@pytest.fixture(scope="module")
def setting() -> Setting:
    content = case_content("perla")
    properties = Properties(title="", language="fr", software="", made_at=content.release.made_at)
    return Setting(content, words_in("fr"), Flow(Document(properties=properties), geometry=PORTRAIT))


@pytest.mark.parametrize(
    ("text", "language", "direction"),
    [
        ("سلمى حداد (avocate, barreau de Lyon)", "", Direction.LEFT_TO_RIGHT),
        ("سلمى حداد", "", Direction.RIGHT_TO_LEFT),
        ("سلمى حداد, E-003, +32 470 12 34 56", "", Direction.RIGHT_TO_LEFT),
        ("سلمى حداد (avocate)", "ar", Direction.RIGHT_TO_LEFT),
        ("avocate: سلمى حداد", "", Direction.LEFT_TO_RIGHT),
    ],
)
def test_a_french_value_that_begins_with_an_arabic_name_is_read_from_the_left(
    setting: Setting, text: str, language: str, direction: Direction
):
    (paragraph,) = setting.cell(text, 300, language=language)

    assert paragraph.direction is direction


@pytest.mark.parametrize(
    ("conflict", "declared", "answer"),
    [
        (ConflictDeclaration.NONE_DECLARED, (), "néant"),
        (ConflictDeclaration.DECLARED_ACCEPTED, (), "non mentionné"),
        (ConflictDeclaration.DECLARED_ACCEPTED, (ConflictQuestion.FAMILY,), "lien familial"),
    ],
)
def test_what_an_interpreter_was_asked_is_told_with_the_answer(
    setting: Setting,
    conflict: ConflictDeclaration,
    declared: tuple[ConflictQuestion, ...],
    answer: str,
):
    engagement = next(each.engagements[0] for each in setting.content.interviews if each.engagements)
    asked = tuple(ConflictQuestion)
    told = replace(engagement, conflict=conflict, conflict_asked=asked, conflict_declared=declared)

    facts = dict(interpreter_section(setting, told)[1])

    assert "lien familial" in facts["Interrogé(e) sur ces points"]
    assert facts["Réponse oui à"] == answer


def test_no_answer_is_told_where_nothing_was_asked(setting: Setting):
    engagement = next(each.engagements[0] for each in setting.content.interviews if each.engagements)
    told = replace(engagement, conflict_asked=(), conflict_declared=())

    assert not dict(interpreter_section(setting, told)[1])["Réponse oui à"]


def test_a_translation_from_an_interpretation_says_so_over_its_source(setting: Setting):
    """The French side of an answer in Arabic is what the interpreter said."""
    content = setting.content
    full, job = next(
        (each, job)
        for job in content.language
        for each in content.interviews
        if job.job.interview_id == each.interview.id
    )
    side = full.interview.procedure_language
    from_side = replace(job, job=replace(job.job, source_language=side, from_job_id=None))
    turns = Turns(setting, full, from_side, 200)
    rendered = next(each for each in full.segments if each.side(side).rendering)
    original = next(each for each in full.segments if each.side(side).is_original and each.side(side).text)

    above = turns.rows(rendered)[0][1]
    alone = turns.rows(original)[0][1]

    assert above[0].text == "Interprétation"
    assert len(above) == 2
    assert len(alone) == 1


@pytest.mark.parametrize("is_listed", [True, False])
def test_what_the_list_of_interpreters_tells_is_told_at_a_record_that_has_no_such_list(
    setting: Setting, is_listed: bool
):
    engagement = next(each.engagements[0] for each in setting.content.interviews if each.engagements)
    interpreter = setting.interpreters[engagement.interpreter_id]

    title, facts = interpreter_section(setting, engagement, is_listed=is_listed)

    told = [value for _, value in facts]
    assert interpreter.code in title
    assert interpreter.register_number in told
    assert (interpreter.register_name in told) is not is_listed
