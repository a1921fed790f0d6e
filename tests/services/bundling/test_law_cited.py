"""Which law a sentence of a bundle names stands in the data pack, dated, and an office replaces it."""

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files

import pytest

import resources.texts
from tests.services.bundling.test_decided_records import options, pages_of
from tests.support.offices import Small
from tests.support.records import signed
from thb_desktop.domain.pack_reading import read_pack
from thb_desktop.domain.pack_statements import Change, Kind, compared
from thb_desktop.domain.packs import LawKey
from thb_desktop.errors import PackRefusedError
from thb_desktop.report.words import LANGUAGES, words_in
from thb_desktop.services.bundling import bundles
from thb_desktop.services.core.packs import shipped_pack, shipped_text
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import packs

_ACT = re.compile(
    r"\b\d{2,4}/\d{2,4}/|\((?:EU|UE)\) ?(?:Nr\. )?\d{4}/|\b(?:art(?:\.|icle|icolul|ículo|ikel)?) ?\d",
    re.IGNORECASE,
)
CHAPTER = "Code of Belgium, Article 31"


def texts_of(told: object) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict):
        for each in told.values():
            yield from texts_of(each)
    elif isinstance(told, list):
        for each in told:
            yield from texts_of(each)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_of_bundles_names_an_act_or_an_article(language: str):
    text = files(resources.texts).joinpath("bundle", f"{language}.toml").read_text(encoding="utf-8")

    found = [each for each in texts_of(tomllib.loads(text)) if _ACT.search(each)]

    assert found == []
    assert _ACT.search("Article 13(2) of Directive 2011/36/EU")
    assert _ACT.search("Verordnung (EU) 2018/1805")


def test_the_pack_of_the_program_cites_each_rule_in_each_language_of_bundles():
    law = shipped_pack().law

    assert law is not None
    assert {each.key for each in law.laws} == {*LawKey}
    assert all(law.cited(key, language) for key in LawKey for language in LANGUAGES)
    assert law.checked_on == shipped_pack().checked_on


def own(text: str) -> str:
    """The pack of the program with a rule of the office, which has no French citation."""
    before = text.index("[[law]]")
    after = text.index("[[language]]")
    cited = f'key = "ASSET_CERTIFICATES"\ncite = {{ en = "{CHAPTER}" }}'
    rule = f'[[law]]\n{cited}\ncertain = true\nsource = "Circular 3"\n'
    return (text[:before] + rule + text[after:]).replace('version = "', 'version = "BE-', 1)


def test_an_office_replaces_the_citation_and_the_page_says_of_which_pack_it_is(
    session: Session, small: Small
):
    record, _ = signed(session, small)
    by_program = pages_of(bundles.prepare_bundle(session, small.case.id, options(record, language="en")).pdf)

    packs.adopt_pack(session, own(shipped_text()), reason="Cited as our code has it")
    english, french = (
        pages_of(bundles.prepare_bundle(session, small.case.id, options(record, language=each)).pdf)
        for each in ("en", "fr")
    )

    pack = shipped_pack()
    told, on = words_in("en").legal.law_cited, pack.checked_on
    day = words_in("en").legal.law_later.format(date=f"{on.day} {on:%B %Y}")
    assert "(Regulation (EU) 2018/1805 (?))" in by_program
    assert told.format(version=pack.version, day=day) in by_program
    assert f"({CHAPTER})" in english
    assert "2018/1805" not in english
    assert told.format(version=f"BE-{pack.version}", day=day) in english
    # It has none in French: then nothing is cited.
    assert "certificat de gel ou de confiscation ;" in french
    assert "{law}" not in french


def test_citations_are_statements_of_a_pack():
    law = [each for each in compared(shipped_pack(), shipped_pack()) if each.statement.kind is Kind.LAW]

    assert len(law) == len(LawKey)
    assert {each.change for each in law} == {Change.SAME}
    assert all(each.statement.source for each in law)


@pytest.mark.parametrize(
    ("before", "after", "part"),
    [
        ('key = "DATA_QUALITY"', 'key = "ANOTHER"', "key"),
        ('key = "DATA_QUALITY"', 'key = "CHILD_PRESUMED"', "key"),
    ],
)
def test_a_pack_that_cites_what_no_document_names_is_refused(before: str, after: str, part: str):
    told = tomllib.loads(shipped_text().replace(before, after))

    with pytest.raises(PackRefusedError) as refusal:
        read_pack(told)

    assert refusal.value.named == {"part": part}
