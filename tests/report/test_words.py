"""The bundle's own sentences: every language says everything, and none claims too much."""

import re
import string
from dataclasses import asdict

import pytest

from thb_desktop.domain.description_codes import LevelSource, SignatureLevel
from thb_desktop.domain.vocabulary import SignatureMethod
from thb_desktop.report.parts.annex import STEPS
from thb_desktop.report.words import LANGUAGES, language_of, words_in
from thb_desktop.words import field_name

OVERCLAIMS = re.compile(
    r"tamper.?proof|court.?proof|qualified signature|infalsifiable|ledger|verbatim|anonymi[sz]ed",
    re.IGNORECASE,
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_fills_the_same_places(language: str):
    english, other = asdict(words_in("en")), asdict(words_in(language))

    assert _places(english) == _places(other)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_verification_step_has_its_sentence(language: str):
    assert len(words_in(language).annex.step_items) == len(STEPS)
    assert len(words_in(language).common.months) == 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_claims_too_much(language: str):
    said = "\n".join(_texts(asdict(words_in(language))))

    assert OVERCLAIMS.findall(said) == []


def test_a_language_we_do_not_speak_falls_back_to_english():
    assert language_of("fi") == "en"
    assert language_of("fr-BE") == "fr"


def test_a_noun_within_a_sentence_has_a_capital_in_german_alone():
    said = {tag: words_in(tag).noun(words_in(tag).common.kind) for tag in ("en", "de", "es")}

    assert said == {"en": "kind", "de": "Art", "es": "tipo"}


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value
    return [text for part in parts for text in _texts(part)]  # type: ignore[attr-defined]


def _places(value: dict[str, object]) -> list[set[str]]:
    """The placeholders of each sentence, in the order of the catalogue's fields."""
    sections = [section for name, section in value.items() if name != "language"]
    return [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in _texts(sections)]


STATED = {
    "en": "stated as",
    "fr": "indiquée comme",
    "nl": "vermeld als",
    "de": "angegeben",
    "es": "indicada como",
    "ro": "menționată ca",
}
OFFLINE = {"fr": "hors ligne", "es": "sin conexión"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_level_of_a_signature_is_told_without_saying_that_nobody_determined_it(language: str):
    """Section 5.2 of the domain: a stated level is a claim until a report of a validation service is read."""
    offline = OFFLINE.get(language, "offline")

    for claimed in (SignatureMethod.QUALIFIED_ES, SignatureMethod.ADVANCED_ES_QUALIFIED_CERT):
        assert offline in words_in(language).label(claimed)
    assert offline in words_in(language).annex.keys_note
    for source in (LevelSource.NOT_DETERMINED_OFFLINE, LevelSource.LOCAL_TL_SNAPSHOT):
        assert offline in words_in(language).label(source)
    assert STATED[language] in words_in(language).label(SignatureLevel.QUALIFIED)
    assert "program" in words_in(language).label(LevelSource.EXTERNAL_VALIDATION_REPORT).lower()


@pytest.mark.parametrize("language", ["nl", "de", "ro"])
def test_the_declaration_on_conflicts_says_so_where_an_attestation_has_the_same_word(language: str):
    """A record tells which declaration was read out, and that no attestation of the interpreter is there."""
    conflicts = field_name("interpreter_engagement.conflict", language)

    assert conflicts in field_name("interpreter_engagement.conflict_text", language)
