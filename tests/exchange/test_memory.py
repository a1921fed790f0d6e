"""TMX and TBX: memory and terms of a case go out, come back as they were, and are read from others."""

import re

import pytest
from hypothesis import given

from tests.support.exchange import CONCEPTS, ENTRIES
from thb_desktop import errors
from thb_desktop.exchange.memory.entries import ExchangeConcept, ExchangeTerm, MemoryEntry, TermUse
from thb_desktop.exchange.memory.tbx import read_tbx, write_tbx
from thb_desktop.exchange.memory.tmx import read_tmx, write_tmx
from thb_desktop.findings import Finding
from thb_desktop.words import sentence

ENTRY = MemoryEntry(
    id="1", source_language="ar", source="لا", target_language="fr", target="non", origin="Job 1"
)
TMX = write_tmx([ENTRY], source_language="ar").decode()
CONCEPT = ExchangeConcept(
    id="0198",
    subject="ACTS",
    definition="who recruits",
    definition_source="case law",
    note="see file",
    terms=(
        ExchangeTerm(
            language="en", term="recruiter", use=TermUse.PREFERRED, reliability=3, part_of_speech="noun"
        ),
        ExchangeTerm(
            language="ar", term="سمسار", use=TermUse.DEPRECATED, context="قال السمسار", source="witness"
        ),
    ),
)
TBX = write_tbx([CONCEPT], title="Terms", language="en").decode()


def told(findings: tuple[Finding, ...]) -> list[tuple[str, int]]:
    """The key and the line of each finding; each has a sentence in both languages."""
    assert all(sentence(each, language) for each in findings for language in ("en", "fr"))
    return [(each.key, each.where[0].first) for each in findings]


@given(ENTRIES)
def test_a_memory_comes_back_as_it_was(entries: list[MemoryEntry]):
    assert read_tmx(write_tmx(entries, source_language="ar")).entries == tuple(entries)


@given(CONCEPTS)
def test_terms_come_back_as_they_were(concepts: list[ExchangeConcept]):
    assert read_tbx(write_tbx(concepts, title="Terms", language="en")).concepts == tuple(concepts)


def test_each_translation_beside_the_source_text_is_an_entry():
    three = TMX.replace("</tu>", '<tuv xml:lang="nl"><seg>nee</seg></tuv></tu>')

    read = read_tmx(three.encode())

    assert [(each.target_language, each.target) for each in read.entries] == [("fr", "non"), ("nl", "nee")]
    assert {each.origin for each in read.entries} == {"Job 1"}


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('xml:lang="ar"', 'xml:lang="de"', "tmx.incomplete"),
        ('xml:lang="fr"', 'lang=""', "tmx.incomplete"),
        ("<seg>non</seg>", "", "tmx.incomplete"),
        ("non", 'n<bpt i="1">&lt;b></bpt>on', "tmx.codes"),
        ("non", '<ph type="x-thb-character">0041</ph>non', "tmx.codes"),
        ("non", "n\u202eon", "exchange-text.direction"),
    ],
)
def test_what_a_memory_does_not_say_is_told_by_its_line(old: str, new: str, key: str):
    read = read_tmx(TMX.replace(old, new, 1).encode())

    assert [found for found, line in told(read.findings) if line >= 4] == [key]


@pytest.mark.parametrize(
    ("srclang", "count"), [("AR", 1), ("ar-EG", 1), ("*all*", 1), ("fr", 1), ("de", 0), ("", 0)]
)
def test_the_source_text_is_found_by_the_language_of_the_file(srclang: str, count: int):
    read = read_tmx(TMX.replace('srclang="ar"', f'srclang="{srclang}"').encode())

    assert len(read.entries) == count


@pytest.mark.parametrize(
    ("old", "new", "refusal"),
    [
        ('version="1.4"', 'version="2.0"', errors.ExchangeVersionError),
        ("tmx", "xmt", errors.ExchangeFormatError),
        ("body", "bod", errors.ExchangeFormatError),
        ("<tmx", "<!DOCTYPE tmx [<!ENTITY x 'y'>]><tmx", errors.XmlDocumentTypeError),
        ("non", "&x;", errors.XmlEntityError),
    ],
)
def test_a_file_that_is_no_memory_is_refused(old: str, new: str, refusal: type[errors.ThbError]):
    with pytest.raises(refusal):
        read_tmx(TMX.replace(old, new).encode())


def test_a_document_type_that_names_its_system_alone_is_passed_over():
    with_type = TMX.replace("<tmx", '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx', 1)

    assert read_tmx(with_type.encode()).entries == (ENTRY,)


def test_a_concept_has_its_terms_with_all_that_is_known_of_them():
    read = read_tbx(TBX.encode())

    assert read.concepts == (CONCEPT,)
    assert read.findings == ()


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("<term>recruiter</term>", "<term> </term>", "tbx.incomplete"),
        ('<langSec xml:lang="en">', "<langSec>", "tbx.incomplete"),
        ("reliability: 3", "reliability: 9", "tbx.left-out"),
        ('type="subjectField"', 'type="customerSubset"', "tbx.left-out"),
        ("</termSec>", '<transac type="x">y</transac></termSec>', "tbx.left-out"),
        ("recruiter", "recr\u200fuiter", "exchange-text.direction"),
    ],
)
def test_what_a_glossary_has_no_place_for_is_told_by_its_line(old: str, new: str, key: str):
    read = read_tbx(TBX.replace(old, new, 1).encode())

    assert [found for found, _ in told(read.findings)] == [key]


def test_a_reliability_in_the_way_of_public_term_bases_is_read():
    theirs = TBX.replace("<note>reliability: 3</note>", '<descrip type="reliabilityCode">4</descrip>')

    assert read_tbx(theirs.encode()).concepts[0].terms[0].reliability == 4


def of_2008(tbx: str) -> str:
    """The same terms by the names of the edition of 2008, the second term in a group."""
    text = tbx.replace(' xmlns="urn:iso:std:iso:30042:ed-2"', "").replace(' style="dca"', "")
    names = {"tbx": "martif", "tbxHeader": "martifHeader", "conceptEntry": "termEntry", "langSec": "langSet"}
    for new, old in {**names, "termSec": "tig"}.items():
        text = re.sub(rf"(</?){new}\b", rf"\1{old}", text)
    before, _, last = text.rpartition("<tig>")
    last = last.replace("</tig>", "</ntig>", 1).replace("</term>", "</term></termGrp>", 1)
    return f"{before}<ntig><termGrp>{last}"


def test_the_names_of_the_edition_of_2008_are_read_with_a_bare_document_type_too():
    old = of_2008(TBX)
    typed = old.replace("<martif", '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd"><martif', 1)

    assert "conceptEntry" not in old
    assert "<ntig><termGrp><term>سمسار</term></termGrp>" in old
    for each in (old, typed):
        read = read_tbx(each.encode())
        assert read.concepts == (CONCEPT,)
        assert read.findings == ()


def test_what_stands_beside_the_terms_of_a_language_is_told():
    read = read_tbx(
        TBX.replace('<langSec xml:lang="en">', '<langSec xml:lang="en"><note>x</note>', 1).encode()
    )

    assert read.concepts == (CONCEPT,)
    assert [key for key, _ in told(read.findings)] == ["tbx.left-out"]


@pytest.mark.parametrize(
    ("old", "new", "refusal"),
    [
        ('style="dca"', 'style="dct"', errors.ExchangeVersionError),
        ("urn:iso:std:iso:30042:ed-2", "", errors.ExchangeVersionError),
        ("tbx", "martif", errors.ExchangeVersionError),
        ("tbx", "x", errors.ExchangeFormatError),
        ("<text>", "<texts>", errors.XmlMalformedError),
        ("body", "bod", errors.ExchangeFormatError),
        ("<tbx", '<!DOCTYPE tbx SYSTEM "x"><tbx', errors.XmlDocumentTypeError),
    ],
)
def test_a_file_that_holds_no_terms_in_this_style_is_refused(
    old: str, new: str, refusal: type[errors.ThbError]
):
    with pytest.raises(refusal):
        read_tbx(TBX.replace(old, new).encode())
