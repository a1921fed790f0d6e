"""Every code and every finding has its words, the same on screen and on paper, and no words are idle."""

import ast
import importlib
import pkgutil
import re
import string
from collections import Counter
from enum import StrEnum
from functools import cache

import pytest
from PySide6.QtWidgets import QApplication

from scripts.refusals import kinds
from tests.support.code import ROOT, tree_of
from thb_desktop import domain, errors, words
from thb_desktop.domain.anchors import AnchorKind
from thb_desktop.domain.custody_kinds import Direction
from thb_desktop.domain.dates import DateProblem
from thb_desktop.domain.fields import Editor, Needed, Phase
from thb_desktop.domain.interview_rules import MISSING
from thb_desktop.domain.printed_content import NotPrinted, PrintedForm
from thb_desktop.domain.statements import UnreadReason
from thb_desktop.domain.vocabulary import CautionCode, MeasureDecision, SignatureMethod, TimelineKind
from thb_desktop.domain.word_difference import Change
from thb_desktop.findings import broken, holds
from thb_desktop.ledger.faults import FAULTS
from thb_desktop.report.words import LANGUAGES as OF_THE_PAGE
from thb_desktop.report.words import words_in
from thb_desktop.verify.documents.revisions import _CHANGES
from ui import labels, language

CORE = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "thb_desktop").rglob("*.py"))
MAKERS = {"holds", "unknown", "broken", "refuse", "warn", "say", "late", "early"}
KINDS = (
    "codes",
    "documents",
    "errors",
    "fields",
    "findings",
    "foreign",
    "languages",
    "packages",
    "sheets",
    "verification",
    "where",
)
DETAIL = {("detail", "")}
"""What a reader of files says in English; other languages leave it out."""
IN_FULL = ("en", "fr")
OF_THE_PROGRAM = {
    *(AnchorKind, Change, Editor, Needed, Phase, DateProblem, Direction),
    *(NotPrinted, PrintedForm, UnreadReason),
}
"""Enumerations of the domain that nobody chooses or reads; of the last three, a sentence is said."""
NEVER_PRINTED = {
    "AssessmentMethod", "CaseStatus", "Characteristic", "Compartment", "Consulted", "CrimeFactor",
    "IdentityKind", "Justification", "Right", "RiskKind", "RiskLevel", "SecondKind", "Sex", "TwoPersonAct",
    "VaultAction",
}  # fmt: skip
"""What only a screen shows: the languages that only a page speaks may lack it. This list may only shrink."""
OVERCLAIMS = re.compile(
    r"tamper.?proof|court.?proof|qualified signature|admissible|infalsifiable|ledger|anonymi[sz]ed",
    re.IGNORECASE,
)

KEY = re.compile(r"(?:V-[IT]-\d+|[a-z]+(?:-[a-z0-9]+)*)(?:\.[a-z-]+)?")

in_each_language = pytest.mark.parametrize("tag", words.LANGUAGES)


def vocabularies() -> dict[str, type[StrEnum]]:
    modules = [
        importlib.import_module(f"{domain.__name__}.{found.name}")
        for found in pkgutil.iter_modules(domain.__path__)
    ]
    return {
        name: each
        for module in modules
        for name, each in vars(module).items()
        if isinstance(each, type) and issubclass(each, StrEnum) and each is not StrEnum
        if each not in OF_THE_PROGRAM and each.__module__.startswith(domain.__name__)
    }


def codes() -> dict[str, StrEnum]:
    return {f"{name}.{code.value}": code for name, each in vocabularies().items() for code in each}


@cache
def made() -> set[str]:
    """The codes with which findings are made, as they are written in the core."""
    found = {f"{code}.fault" for code in FAULTS} | set(_CHANGES.values()) | set(MISSING.values())
    for source in sorted((ROOT / "thb_desktop").rglob("*.py")):
        for node in ast.walk(tree_of(source)):
            name = getattr(node, "func", None)
            if isinstance(node, ast.Call) and getattr(name, "attr", getattr(name, "id", "")) in MAKERS:
                parts = ast.walk(node.args[0]) if node.args else ()
                found |= {str(part.value) for part in parts if isinstance(part, ast.Constant)}
    return {key for key in found if KEY.fullmatch(key)}


def placeholders(text: str) -> set[tuple[str | None, str | None]]:
    """What a sentence says of which value; the wordings of one and of several are not of each language."""
    parsed = string.Formatter().parse(text)
    return {(name, form) for _, name, form, _ in parsed if name is not None and "|" not in (form or "")}


def vocabulary_of(key: str) -> str:
    return key.partition(".")[0]


@pytest.mark.parametrize("tag", IN_FULL)
def test_every_code_has_words_and_no_words_are_without_a_code(tag: str):
    assert set(words.entries("codes", tag)) == set(codes())


@pytest.mark.parametrize("tag", [tag for tag in OF_THE_PAGE if tag not in IN_FULL])
def test_a_language_of_the_page_lacks_only_what_is_never_printed(tag: str):
    lacking = set(words.entries("codes", "en")) - set(words.entries("codes", tag))

    assert {vocabulary_of(key) for key in lacking} <= NEVER_PRINTED


@pytest.mark.parametrize("kind", ["codes", "fields", "findings", "languages", "sections"])
def test_the_languages_that_only_a_page_speaks_have_the_same_words(kind: str):
    of_the_page_alone = [tag for tag in OF_THE_PAGE if tag not in IN_FULL]

    keys = {tag: set(words.entries(kind, tag)) for tag in of_the_page_alone}

    assert [tag for tag in of_the_page_alone if keys[tag] != keys["nl"]] == []


@in_each_language
def test_no_two_codes_of_one_vocabulary_have_the_same_words(tag: str):
    entries = words.entries("codes", tag).items()

    said = Counter((vocabulary_of(key), each.casefold()) for key, each in entries)

    assert [each for each, times in said.items() if times > 1] == []


def test_codes_of_two_kinds_that_are_spelt_alike_have_their_own_words_in_any_order():
    for two in ((SignatureMethod, MeasureDecision), (MeasureDecision, SignatureMethod)):
        words.word.cache_clear()

        said = [words.word(kind.REFUSED, words.ENGLISH) for kind in two]

        assert dict(zip(two, said, strict=True)) == {
            SignatureMethod: "refused to sign",
            MeasureDecision: "requested, refused",
        }


@pytest.mark.parametrize("tag", [tag for tag in OF_THE_PAGE if tag in language.LANGUAGES])
def test_a_code_has_the_same_words_on_screen_and_on_paper(qapp: QApplication, tag: str):
    language.install(qapp, tag)
    differing = [
        key for key, code in codes().items() if labels.words(code) != words.capital(words_in(tag).label(code))
    ]
    language.install(qapp, "en")

    assert differing == []


@pytest.mark.parametrize("tag", IN_FULL)
def test_every_finding_has_a_sentence_and_no_sentence_is_idle(tag: str):
    kinds = ("findings", "verification", "documents", "foreign", "packages")
    office, *files = (words.entries(kind, tag) for kind in kinds)
    said = {*office, *(key for each in files for key in each)}
    idle = [key for key in said - made() if f'"{key}"' not in CORE]

    assert len(said) == len(office) + sum(map(len, files))
    assert made() - said == set()
    assert idle == []


def test_every_refusal_has_a_sentence_and_no_sentence_is_idle():
    said = words.entries("errors", "en")

    cases = {"recovery-code-typo-groups", "leaving-unanswered-language"}
    assert set(said) == {error.code for error in (errors.ThbError, *kinds())} | cases
    assert [key for key, each in said.items() if not each.endswith(".")] == []


@pytest.mark.parametrize("kind", KINDS)
@in_each_language
def test_every_language_keeps_the_keys_and_the_placeholders_of_english(tag: str, kind: str):
    english, other = words.entries(kind, "en"), words.entries(kind, tag)

    assert set(other) <= set(english)
    assert [key for key in other if (placeholders(other[key]) ^ placeholders(english[key])) - DETAIL] == []


@in_each_language
def test_every_language_says_what_was_changed_in_a_signed_file(tag: str):
    assert ("detail", "") in placeholders(words.entries("foreign", tag)["foreign-unexplained"])


@pytest.mark.parametrize("kind", KINDS)
def test_french_has_all_that_english_has(kind: str):
    assert set(words.entries(kind, "fr")) == set(words.entries(kind, "en"))


@in_each_language
def test_every_language_has_a_name_of_its_own_in_each_language(tag: str):
    names = words.entries("languages", tag)

    assert set(names) == set(words.language_tags())
    assert len({name.casefold() for name in names.values()}) == len(names)


@pytest.mark.parametrize("kind", KINDS)
@in_each_language
def test_no_words_claim_too_much(tag: str, kind: str):
    assert [each for each in words.entries(kind, tag).values() if OVERCLAIMS.search(each)] == []


@pytest.mark.parametrize(
    ("tag", "language", "name"),
    [
        ("fr-BE", "en", "French (Belgium)"),
        ("ar-MA", "fr", "arabe (Maroc)"),
        ("sr-Latn", "fr", "serbe (latin)"),
        ("zh-Hant-HK", "de", "Chinesisch (Traditionell, Sonderverwaltungsregion Hongkong)"),
        ("yue", "nl", "Kantonees"),
        ("zh-yue", "nl", "Kantonees"),
        ("fa", "es", "persa (farsi)"),
        ("fa-AF", "es", "dari"),
        ("prs", "es", "dari"),
        ("ht", "fr", "créole haïtien"),
        ("pes", "ar", "الفارسية"),
        ("zh-cmn", "en", "Chinese"),
        ("cmn-Hans", "fr", "chinois (mandarin) (simplifié)"),
        ("ibo", "de", "Igbo"),
        ("vgt", "nl", "Vlaamse Gebarentaal"),
        ("sgn-NL", "en", "Sign Language of the Netherlands"),
        ("sgn-BE-FR", "fr", "langue des signes de Belgique francophone"),
        ("ary", "ar", "العربية المغربية"),
        ("apc-LB", "ro", "arabă levantină (Liban)"),
        ("rmy", "es", "romaní (vlax)"),
        ("pa-PK", "en", "Western Punjabi"),
        ("ar-u-nu-latn", "en", "Arabic"),
        ("no", "en", "Norwegian"),
        ("tl", "en", "Tagalog"),
        ("vi-central", "en", "Vietnamese (central)"),
        ("ca-valencia", "fr", "catalan (valencia)"),
        ("ff", "ro", "fulah"),
        ("kri", "es", "Krio"),
        ("es-419", "fr", "espagnol (Amérique latine)"),
        ("und", "en", "Unknown language"),
        ("xx-BE", "fr", "xx-BE"),
    ],
)
def test_a_language_is_named_with_its_script_and_region_and_one_without_a_name_by_its_tag(
    tag: str, language: str, name: str
):
    assert words.language_name(tag, language) == name


@in_each_language
def test_each_tag_that_the_fields_of_this_work_use_has_a_name_in_each_language(tag: str):
    """The languages of sign, Romani, the varieties of Arabic, and codes of three letters with a twin."""
    listed = (
        "ase bfi vgt sfb dse fsl gsg ssp sgn-NL sgn-BE-FR rom rmy rmc rmn rmo apc acm ary arz aeb arq apd "
        "pnb skr syl mnw ksw fuc fuv fuf swc bcl mnk cmn pes prs yue ibo wol ewe amh tir som vie zho pcm bin"
    )
    needed = listed.split()

    named = [words.language_name(each, tag) for each in needed]

    assert {each for each, name in zip(needed, named, strict=True) if name == each} <= {"ewe"}
    assert tag != "ar" or not [name for name in named if name.isascii()]


@in_each_language
def test_each_language_that_the_standard_names_has_a_name_and_no_two_varieties_share_one(tag: str):
    known = words._of_cldr("en")["languages"]

    named = {each: words.language_name(each, tag) for each in known}

    shared = [each for each, times in Counter(map(str.casefold, named.values())).items() if times > 1]
    assert len(known) > 550
    assert [each for each in known if not words._standard("languages", each, tag)] == []
    assert shared == []


def test_a_finding_is_said_with_its_field_its_codes_and_its_lists():
    missing = (CautionCode.ROLE_AND_PURPOSE, CautionCode.RIGHT_TO_BREAKS)

    lacks = words.sentence(broken("V-I-01.missing", field="interview.place"), "fr")
    not_given = words.sentence(broken("V-I-15.not-given", missing=missing), "en")

    assert lacks == "Le procès-verbal ne dit pas\u00a0: le lieu de l'audition."
    assert "role of the person and purpose of the interview, right to breaks" in not_given


def test_a_language_with_a_gap_says_it_in_english():
    found = broken("head.missing")

    assert words.sentence(found, "nl") == words.sentence(found, "en")


def test_a_name_or_number_within_a_sentence_is_wrapped_and_a_word_is_not():
    found = broken("V-I-02.event-outside", kind=TimelineKind.OBJECTION, at="10:00")

    said = words.sentence(found, "en", lambda value: f"<{value}>")

    assert said.endswith("objection, <10:00>.")


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "In a signed record, mask it"), ("fr", "Dans un procès-verbal signé"), ("ar", "وفي محضر موقَّع")],
)
def test_the_address_of_a_shelter_in_a_signed_record_has_a_way_out(language: str, said: str):
    """A bundle and a package refuse it by the same code; the place of a signed record cannot be changed."""
    assert said in words.refusal(errors.AddressPrintedError.code, language)


@pytest.mark.parametrize(
    ("language", "large", "small"),
    [
        ("en", "20.7\u00a0GiB", "3\u00a0MiB"),
        ("fr", "20,7\u00a0Gio", "3\u00a0Mio"),
        ("nl", "20,7\u00a0GiB", "3\u00a0MiB"),
    ],
)
def test_a_size_is_written_as_the_language_writes_it(language: str, large: str, small: str):
    said = words.sentence(holds("space", free=int(20.7 * 2**30), taken=3 * 2**20), language)

    assert large in said
    assert small in said


@pytest.mark.parametrize(("count", "told"), [(1, "1 turn is"), (2, "2 turns are"), (0, "0 turns are")])
def test_one_is_not_told_as_many(count: int, told: str):
    found = holds("language-uncertified", number="J-1", count=count)

    assert words.sentence(found, "en") == f"Job J-1: {told} not certified by their linguist."


def test_words_are_read_line_by_line_as_a_reader_of_all_of_toml_reads_them():
    files = sorted((ROOT / "resources" / "words").glob("*/*.toml"))
    told = [path.read_text("utf-8") for path in files]
    by_line = [words._plain(each) for each in told]

    assert [file for file, each in zip(files, by_line, strict=True) if not each] == [
        ROOT / "resources" / "words" / "en" / "errors.toml"  # a sentence with an escaped quotation mark
    ]
    assert all(not lines or lines == words._nested(each) for lines, each in zip(by_line, told, strict=True))


@pytest.mark.parametrize(
    "told",
    [
        'a = "b\\"c"',
        "a = 'b'",
        "a = 1",
        'a = """b',
        'a = "b" # c',
        '"a b" = "c"',
        '[[a]]\nb = "c"',
        ' a = "b"',
    ],
)
def test_what_is_not_plain_is_left_to_the_reader_of_all_of_toml(told: str):
    assert words._plain(f'z = "y"\n{told}\n') == {}
