"""The certificate of an interpreter of an interview: filled in from what was entered, signed as it reads."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

from tests.support.offices import Small
from tests.support.records import header_of, interpreting_user, outcome, rendition, turn
from tests.support.testimony import SIGNED_BY_ALL, engagement, intervened, rows_held
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.certificates import (
    INTERPRETING_PLACES,
    PLACES,
    CertificateElement,
    fits,
)
from thb_desktop.domain.interview import InterpreterEngagement
from thb_desktop.domain.segment import Rendering
from thb_desktop.findings import Standing
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import interpreting, templates
from thb_desktop.services.language.interpreting import Wording
from thb_desktop.services.testimony import certifications, interviews, read_back, records


@dataclass(frozen=True, slots=True)
class Heard:
    """A record whose interpreter is a user of the vault, and rendered its only turn."""

    session: Session
    interview_id: Any
    interpreter: Any
    guest: Any

    @property
    def made(self) -> Rendering:
        (made,) = records.get_interview(self.session, self.interview_id).segments[0].renderings
        return made

    def wordings(self) -> tuple[Wording, ...]:
        return interpreting.list_wordings(self.session, self.interview_id)

    def draft(self, wording: Wording) -> str:
        covered = [self.made.id]
        return interpreting.draft_statement(
            self.session, self.interview_id, self.interpreter.id, wording, covered
        )

    def told(self) -> list[Standing]:
        found = interviews.check_interview(self.session, self.interview_id)
        return [each.standing for each in found if each.code == "V-I-32"]


@pytest.fixture
def heard(session: Session, small: Small) -> Iterator[Heard]:
    interpreter, guest = interpreting_user(session, small)
    engaged = engagement(
        interpreter_id=interpreter.id,
        dialect_match=v.DialectMatch.CLOSE,
        notes="One word for debt [...] has no equivalent.",
        confidentiality_ref="Undertaking 4",
        worked_from=dt.datetime(2026, 3, 25, 10, 5, tzinfo=dt.UTC),
        worked_to=None,
    )
    rows = [each for each in rows_held(interpreter.id) if not isinstance(each, InterpreterEngagement)]
    spoke = replace(intervened(), interpreter_id=interpreter.id, note="a place name")
    interview = interviews.hold_interview(session, header_of(small), [*rows, engaged, spoke])
    turn(session, interview, renderings=(rendition(author_id=interpreter.id),))
    yield Heard(session, interview.id, interpreter, guest)
    guest.keys.close()


def office_wording(session: Session, **changes: Any) -> None:
    fields: dict[str, Any] = {
        "name": "Interpreting",
        "language": "en",
        "elements": templates.neutral_interpreting("en"),
        "is_official": False,
    }
    templates.set_template(session, **{**fields, **changes})


def test_the_neutral_draft_is_offered_and_says_that_it_is_no_official_formula(heard: Heard):
    (neutral,) = heard.wordings()

    drafted = heard.draft(neutral)

    assert (neutral.name, neutral.language, neutral.is_official) == ("", "fr", False)
    assert drafted.endswith("Formule\u00a0: projet neutre du programme. Ce n'est pas une formule officielle.")
    assert "roumain > français" in drafted
    assert "a demandé de répéter\u00a0: a place name\u00a0; One word for debt" in drafted


def test_each_element_says_what_was_entered_and_a_gap_what_nobody_entered(heard: Heard):
    office_wording(heard.session)
    read_back.read_back(heard.session, heard.interview_id, outcome(), SIGNED_BY_ALL)
    wording = heard.wordings()[0]

    lines = heard.draft(wording).splitlines()

    told = dict(zip(CertificateElement, lines, strict=False))
    assert told[CertificateElement.LINGUIST].startswith("I, Ioana Vertaler (T-9), register ")
    assert told[CertificateElement.LINGUIST].endswith("appointed by [...]")
    assert (
        "Turns that I rendered: 1, in this direction: Romanian > French."
        in told[CertificateElement.LANGUAGES]
    )
    assert "Channel: on site." in told[CertificateElement.LANGUAGES]
    assert told[CertificateElement.PLACE_AND_TIME].startswith(
        "Place of the interview: Room 1. "
        "The interview: from 2026-03-25 10:00 (+00:00) to 2026-03-25 11:40 (+00:00). "
        "I interpreted: from 2026-03-25 10:05 (+00:00) to [...]."
    )
    assert told[CertificateElement.PROBLEMS].endswith(
        "asked to repeat: a place name; One word for debt […] has no equivalent."
    )
    assert "Romanian. The person: confirmed" in told[CertificateElement.READ_TO_PERSON]
    assert told[CertificateElement.CONFLICTS] == "Conflicts of interest: none declared."
    assert told[CertificateElement.SECRECY].endswith("My undertaking: Undertaking 4.")
    assert told[CertificateElement.CONSEQUENCES].endswith("[...]")
    assert lines[-1] == "Wording: Interpreting, version 1. No official formula."


def test_the_street_of_a_shelter_is_in_no_certificate(heard: Heard):
    known = records.get_interview(heard.session, heard.interview_id).interview
    at = replace(known, place="A shelter", place_street="Rue Imaginaire 12", place_town="Liège")
    interviews.set_header(heard.session, replace(at, premises=v.Premises.SHELTER))
    office_wording(heard.session)

    drafted = heard.draft(heard.wordings()[0])

    assert "Place of the interview: A shelter, Liège. " in drafted


def test_a_certificate_with_a_character_that_no_page_draws_is_told(heard: Heard):
    certifications.certify_renderings(
        heard.session,
        heard.interview_id,
        [heard.made],
        interpreter_id=heard.interpreter.id,
        statement="Complete and faithful: \ud55c.",
        signer=heard.guest.keys.signer,
    )

    found = interviews.check_interview(heard.session, heard.interview_id)

    (told,) = [each for each in found if each.key == "V-I-26.in-field"]
    assert (told.field, told.values["characters"]) == ("certification.statement", ("U+D55C",))


def test_of_a_reading_back_that_was_not_held_nothing_is_said(heard: Heard):
    office_wording(heard.session)
    answered = records.get_interview(heard.session, heard.interview_id).interview
    assert answered.readback_mode is not None  # typed, and not read back

    drafted = heard.draft(heard.wordings()[0])

    assert "read back" not in drafted
    assert len(drafted.splitlines()) == len(CertificateElement)  # one less, and which wording it is


def test_the_newest_version_is_offered_and_none_that_asks_for_what_a_job_has(heard: Heard):
    office_wording(heard.session)
    own = {**templates.neutral_interpreting("en"), CertificateElement.SECRECY: "Article 458."}
    office_wording(heard.session, elements=own, is_official=True)
    office_wording(heard.session, name="Translation", elements=templates.neutral_draft("en"))

    offered = heard.wordings()

    assert [(each.name, each.version) for each in offered] == [("Interpreting", 2), ("", 0)]
    assert heard.draft(offered[0]).endswith("Wording: Interpreting, version 2.")
    with pytest.raises(errors.TemplateError):
        office_wording(heard.session, is_official=True)


def test_the_certificate_is_signed_as_it_reads_and_until_then_its_lack_is_told(heard: Heard):
    drafted = heard.draft(heard.wordings()[0]).replace("[...]", "stated")
    assert heard.told() == [Standing.HOLDS]

    certifications.certify_renderings(
        heard.session,
        heard.interview_id,
        [heard.made],
        interpreter_id=heard.interpreter.id,
        statement=drafted,
        signer=heard.guest.keys.signer,
    )

    (kept,) = records.get_interview(heard.session, heard.interview_id).certifications
    assert kept.statement == drafted
    certifications.verify_certification(heard.session, kept)
    assert heard.told() == []


def test_a_certificate_over_one_of_two_turns_says_so_and_the_other_is_told(heard: Heard):
    record = records.get_interview(heard.session, heard.interview_id)
    turn(heard.session, record.interview, renderings=(rendition(author_id=heard.interpreter.id),))
    first = records.get_interview(heard.session, heard.interview_id).segments[0].renderings[0]
    office_wording(heard.session)
    drafted = interpreting.draft_statement(
        heard.session, heard.interview_id, heard.interpreter.id, heard.wordings()[0], [first.id]
    )

    certifications.certify_renderings(
        heard.session,
        heard.interview_id,
        [first],
        interpreter_id=heard.interpreter.id,
        statement=drafted.replace("[...]", "stated"),
        signer=heard.guest.keys.signer,
    )

    assert "Turns that I rendered: 1," in drafted
    assert "everything that was said" not in drafted
    found = interviews.check_interview(heard.session, heard.interview_id)
    assert [each.values["count"] for each in found if each.code == "V-I-32"] == [1]


def test_who_is_not_in_the_record_has_no_certificate_of_it(heard: Heard):
    (neutral,) = heard.wordings()

    with pytest.raises(errors.NotFoundError):
        interpreting.draft_statement(heard.session, heard.interview_id, "nobody", neutral, [])  # type: ignore[arg-type]


@pytest.mark.parametrize("language", [*templates.DRAFTS, "nl-BE", "vi"])
def test_each_neutral_draft_for_interpreters_has_every_element_and_only_known_places(language: str):
    draft = templates.neutral_interpreting(language)

    told = {each.value: text for each, text in draft.items()}
    assert set(draft) == set(CertificateElement)
    assert fits(told, INTERPRETING_PLACES)
    assert not fits(told, PLACES)
