"""Addresses in the free words of a record: sealed ones are known again, streets by their form (V-I-22)."""

from dataclasses import replace
from typing import Any

import pytest

from tests.support.testimony import NOW, correction, interview, person, presence, record, segment
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.address_rules import mentions, street_in, tells_shelter
from thb_desktop.domain.ids import AgentId, RowId, SegmentId
from thb_desktop.domain.interview_rules import check_interview
from thb_desktop.domain.segment import Certification, Rendering

SHELTER = ("Chaussée de l'Exemple 5 bte 3, 4999 Nullepart", "Refuge des Tilleuls")
RENDERED = Rendering(
    id=RowId("r"),
    segment_id=SegmentId("s"),
    language="fr",
    kind=v.RenderingKind.RENDITION,
    state=v.RenderingState.SELF_CHECKED,
    text="J'habite rue Imaginaire 12.",
    source_digest="",
    typed_by=AgentId(""),
    typed_at=NOW,
    author_id=record().engagements[0].interpreter_id,
)


def keys(sealed: tuple[str, ...] | None = (), **changes: Any) -> list[tuple[str, str]]:
    found = check_interview(record(**changes), now=NOW, sealed_addresses=sealed)
    return [(finding.key, finding.field) for finding in found if finding.key.startswith("V-I-22")]


@pytest.mark.parametrize(
    "text",
    [
        "J'habite rue Imaginaire 12, à Liège.",
        "Elle loge chaussée de la Grande Fontaine, n° 7.",
        "Ik woon in de Nergensstraat 99.",
        "Ich wohne in der Musterstraße 3.",
        "Stau pe Strada Inexistentă nr. 7.",
        "Stau pe str. Florilor 7",
        "I live at 221 Baker Street with her.",
        "Живу на ул. Садовой, 5",
        "Живея на улица Роза 12",
        "أسكن في شارع الحرية ١٢",
        "Vivo en la calle Mayor 4",
        "Tôi ở đường Lê Lợi 12",
    ],
)
def test_a_street_with_a_house_number_is_found(text: str):
    assert street_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "m'a conduite dans une rue, au numéro 12",
        "ме закара на улица с номер 12",
        "il y avait neuf personnes et six places, le 11 mars",
        "Police de Namur, local 0.07",
        "We drove via Budapest 2 days and reached the road at 5.",
        "La rue était sombre; 150 euros par semaine.",
        "In 2024 Liverpool Crown Court heard 3 witnesses.",
        "",
    ],
)
def test_words_without_a_street_and_its_number_are_left_alone(text: str):
    assert street_in(text) == ""


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"interview": interview(place="Rue Imaginaire 12", premises=None)}, "interview.place"),
        ({"interview": interview(next_steps="Back to rue Imaginaire 12")}, "interview.next_steps"),
        ({"presences": (presence(organisation="Shelter, Rue Imaginaire 12"),)}, "presence.organisation"),
        ({"segments": (segment(source_text="Strada Inexistentă 7"),)}, "segment.source_text"),
        ({"segments": (replace(segment(), renderings=(RENDERED,)),)}, "rendering.text"),
        (
            {
                "corrections": (correction(after="Strada Inexistentă 7"),),
                "interview": interview(confirmation=v.PersonConfirmation.CONFIRMED_WITH_CORRECTIONS),
            },
            "read_back_correction.after",
        ),
    ],
)
def test_a_street_is_found_wherever_somebody_typed_freely(changes: dict[str, Any], field: str):
    in_turn = field.startswith(("segment.", "rendering."))
    assert keys(**changes) == [("V-I-22.in-turn" if in_turn else "V-I-22.in-field", field)]


def test_premises_of_an_authority_may_be_named_with_their_street():
    assert keys(interview=interview(place="Rue Imaginaire 12", premises=v.Premises.POLICE)) == []
    assert keys(interview=interview(place="Rue Imaginaire 12", premises=v.Premises.SHELTER)) != []


@pytest.mark.parametrize("protection", [None, *v.IdentityProtection])
def test_the_address_of_a_shelter_is_refused_whoever_is_heard_there(protection: v.IdentityProtection | None):
    heard = person(identity_protection=protection)

    def of(place: str) -> list[tuple[str, str]]:
        at = interview(place=place, premises=v.Premises.SHELTER)
        return keys(("Refuge des Tilleuls, Nullepart",), interview=at, person=heard)

    assert of("Rue Imaginaire 12, Liège") == [("V-I-22.shelter", "interview.place")]
    assert of("Refuge des Tilleuls") == [("V-I-22.shelter", "interview.place")]
    assert of("A shelter in the district") == [("V-I-22.shelter-told", "interview.place")]


def test_the_street_of_a_shelter_is_refused_in_any_form_and_its_town_is_told():
    shelter, street = v.Premises.SHELTER, "Kromme Elleboog, by the mill"

    entered = interview(place="", place_street=street, place_town="Liège", premises=shelter)
    public = interview(place_street="Rue Imaginaire 12", place_town="Liège", premises=v.Premises.COURT)

    assert keys(interview=entered) == [
        ("V-I-22.shelter", "interview.place_street"),
        ("V-I-22.shelter-told", "interview.place_town"),
    ]
    assert keys(interview=public) == []
    assert tells_shelter(entered)
    assert not tells_shelter(replace(entered, place_street="⟦R-001 PROTECTION_ORDER⟧"))
    assert not tells_shelter(replace(entered, premises=v.Premises.COURT))


def certified(statement: str) -> Certification:
    return Certification(
        id=RowId("c"),
        interview_id=record().interview.id,
        interpreter_id=record().engagements[0].interpreter_id,
        user_id=AgentId(""),
        statement=statement,
        renderings=((RENDERED.id, "", ""),),
        at=NOW,
        signature="",
    )


def test_what_an_interpreter_certifies_and_what_a_note_rectifies_is_looked_at_too():
    turn = replace(segment(), renderings=(replace(RENDERED, text="I live there."),))
    said = {"segments": (turn,), "certifications": (certified("Interpreted at Rue Imaginaire 12."),)}
    right = interview(rectifies_id=record().interview.id, rectified_facts=(("Place", "Rue Imaginaire 12"),))

    found = check_interview(record(**said), now=NOW)

    (told,) = [each for each in found if each.key == "V-I-22.in-field"]
    assert (told.field, told.about) == ("certification.statement", turn.segment.id)
    assert ("V-I-22.in-field", "interview.rectified_facts") in keys(interview=right)


def test_in_a_record_that_is_held_at_a_shelter_every_street_is_told_whoever_is_heard():
    open_to_all = person(identity_protection=v.IdentityProtection.NONE)
    at = interview(place="A shelter", place_town="Liège", premises=v.Premises.SHELTER)
    said = {"person": open_to_all, "certifications": (certified("Held at Rue Imaginaire 12, Liège."),)}

    told = [("V-I-22.in-field", "certification.statement")]
    assert [each for each in keys(interview=at, **said) if each[0] == "V-I-22.in-field"] == told
    assert keys(interview=interview(), **said) == []


def test_a_certificate_may_name_the_street_of_an_authority_where_it_was_held():
    court = interview(place="Room 1", place_street="Rue Imaginaire 12", premises=v.Premises.COURT)

    def told(statement: str) -> list[tuple[str, str]]:
        return keys(interview=court, certifications=(certified(statement),))

    assert told("Place: Room 1, Rue Imaginaire 12. Faithful.") == []
    assert told("Place: Room 1, Rue Imaginaire 12. She lives at Rue de Rien 3.") != []


@pytest.mark.parametrize(
    ("protection", "count"),
    [(None, 1), (v.IdentityProtection.PSEUDONYM, 1), (v.IdentityProtection.NONE, 0)],
)
def test_a_person_is_protected_unless_somebody_said_that_they_are_not(
    protection: v.IdentityProtection | None, count: int
):
    named = interview(next_steps="Back to rue Imaginaire 12")

    assert len(keys(interview=named, person=person(identity_protection=protection))) == count


@pytest.mark.parametrize(
    "text", ["CHAUSSEE DE L EXEMPLE 5, bte 3", "in 4999  Nullepart", "the refuge des tilleuls, she said"]
)
def test_a_sealed_address_is_known_again_in_other_letters_and_of_whoever_it_is(text: str):
    unprotected = person(identity_protection=v.IdentityProtection.NONE)

    told = keys(SHELTER, interview=interview(final_statement=text), person=unprotected)

    assert told == [("V-I-22.in-field", "interview.final_statement")]


def test_a_single_word_of_a_sealed_address_does_not_tell_it():
    assert keys(SHELTER, interview=interview(final_statement="In Nullepart, at number 5")) == []


def test_a_record_that_cannot_be_compared_says_so():
    assert keys(None) == [("V-I-22.not-compared", "")]


def test_two_renderings_of_one_turn_are_two_findings():
    written = replace(RENDERED, id=RowId("w"), kind=v.RenderingKind.TRANSLATION)
    turn = replace(segment(), renderings=(RENDERED, written))

    found = [
        each
        for each in check_interview(record(segments=(turn,)), now=NOW, sealed_addresses=())
        if each.code == "V-I-22"
    ]

    told = [each for each in found if each.field == "rendering.text"]
    assert len(told) == 2
    assert told[0] != told[1]


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("রহিমা চক্রবর্তী বলল", True),
        ("চক্রবর্তীপুর", False),
        ("চক্রবর্ত", False),
        ("CHAKRABORTI", False),
    ],
)
def test_a_name_with_vowel_signs_is_one_word(text: str, *, is_there: bool):
    assert mentions(text, ["চক্রবর্তী"]) is is_there
