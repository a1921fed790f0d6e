"""The search in other scripts, with the index in the vault: Latin letters find the others, and the reverse;
after what is written as it was typed, counted apart, and by the same rights.
"""

from contextlib import closing
from pathlib import Path

import pytest

from tests.services.searching.test_search import colleagues, copy_of
from tests.support.offices import NEXT_DAY, Small, held_interview, registered, unlock
from tests.support.records import held, rendition, turn
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.searching import FoundBy, SearchFilter, SearchKind
from thb_desktop.services.core.session import Session
from thb_desktop.services.searching import search as searching
from thb_desktop.services.searching.search import search
from thb_desktop.services.searching.sheets import results_sheet
from thb_desktop.services.testimony import segments

__all__ = ["colleagues"]

K = SearchKind


def marked(session: Session, typed: str) -> list[tuple[str, FoundBy]]:
    """What is marked in each hit, in the order of the hits, and how it was found."""
    return [
        ("|".join(hit.snippet.text[start:end] for start, end in hit.snippet.places), hit.found_by)
        for hit in search(session, typed).hits
    ]


def test_a_name_in_latin_letters_is_found_in_every_script_after_what_is_written_so(
    session: Session, small: Small
):
    interview = held(session, small)
    turn(session, interview, "Меня зовут Анна Ивано́ва.", language="ru", renderings=[rendition("Anna I.")])
    turn(session, interview, "Ich bin Iwanowa.", language="de", renderings=[rendition("Ivanova.")])
    registered(session, small, titles=(("en", "Letter of Ivanova to Иванова"),), number="E-2")
    registered(session, small, titles=(("ru", "Письмо Ивановой"),), number="E-3")

    found = search(session, "IVANOVA")

    assert found.counts == {K.TESTIMONY: 2, K.EXHIBIT: 1}
    assert found.alike == {K.TESTIMONY: 1}
    assert marked(session, "IVANOVA")[-1] == ("Ивано́ва", FoundBy.OTHER_SCRIPT)
    assert sorted(marked(session, "IVANOVA")[:2]) == [("Ivanova", FoundBy.TYPED)] * 2
    assert marked(session, "iwanowa") == [
        ("Iwanowa", FoundBy.TYPED),
        *[("Ивано́ва", FoundBy.OTHER_SCRIPT), ("Иванова", FoundBy.OTHER_SCRIPT)],
    ]
    assert [hit.found_by for hit in search(session, "ivanov*").hits].count(FoundBy.OTHER_SCRIPT) == 2


def test_a_name_in_another_script_is_found_in_latin_letters(session: Session, small: Small):
    interview = held(session, small)
    turn(session, interview, "Ivanova, Iwanowa.", renderings=[rendition("Ivanov.")])
    turn(session, interview, "Papadopoulos, Mohamed.", renderings=[rendition("Muhammad.")])

    assert marked(session, "Иванова") == [("Ivanova|Iwanowa", FoundBy.OTHER_SCRIPT)]
    assert marked(session, "Παπαδόπουλος") == [("Papadopoulos", FoundBy.OTHER_SCRIPT)]
    assert sorted(marked(session, "محمد")) == [("Mohamed", FoundBy.SOUND), ("Muhammad", FoundBy.SOUND)]


def test_an_arabic_name_is_found_by_its_sound_and_says_so(session: Session, small: Small):
    interview = held(session, small)
    turn(session, interview, "أخذها محمد العمراني.", language="ar", renderings=[rendition("Il l'a prise.")])
    turn(session, interview, "Mohammed.", renderings=[rendition("Lui.")])

    assert marked(session, "mohammed") == [("Mohammed", FoundBy.TYPED), ("محمد", FoundBy.SOUND)]
    assert marked(session, "mohammed al-amrani") == [("محمد|العمراني", FoundBy.SOUND)]
    assert search(session, "mohammed").alike == {K.TESTIMONY: 1}


@pytest.mark.parametrize("typed", ['"ivanova"', "письмо -иванова", "ivanov", "ivanovna", "va"])
def test_what_is_not_meant_is_not_found(session: Session, small: Small, typed: str):
    registered(session, small, titles=(("ru", "Письмо: Иванова"),))

    assert search(session, typed).total == 0


def test_what_is_left_out_is_left_out_of_both(session: Session, small: Small):
    registered(session, small, titles=(("ru", "Иванова, телефон"),), number="E-1")
    registered(session, small, titles=(("ru", "Иванова, паспорт"),), number="E-2")

    assert [hit.number for hit in search(session, "ivanova -паспорт").hits] == ["E-1"]
    assert search(session, "ivanova", SearchFilter(kinds=(K.TESTIMONY,))).total == 0
    assert search(session, "ivanova", SearchFilter(case_id=small.case.id)).total == 2
    assert search(session, "ivanova паспорт").alike == {K.EXHIBIT: 1}


@pytest.mark.parametrize("counted_up_to", [500, 3])
def test_pages_go_on_from_what_is_written_so_to_the_others(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch, counted_up_to: int
):
    monkeypatch.setattr(searching, "COUNTED_UP_TO", counted_up_to)
    for number in range(4):
        registered(session, small, titles=(("en", "Ivanova"),), number=f"L-{number}")
        registered(session, small, titles=(("ru", "Иванова"),), number=f"C-{number}")

    pages = [search(session, "ivanova", skip=skip, count=3) for skip in (0, 3, 6)]

    numbers = [hit.number for page in pages for hit in page.hits]
    assert [each[0] for each in numbers] == list("LLLLCCCC")
    assert len(set(numbers)) == 8
    assert [(page.reached, page.more) for page in pages] == [(3, True), (6, True), (8, False)]
    assert {page.total for page in pages} == {8}
    assert search(session, "ivanova", skip=8).hits == ()


def test_what_is_corrected_and_erased_is_not_found_by_its_former_words(session: Session, small: Small):
    interview = held_interview(session, small)
    said = turn(session, interview, "Иванова", renderings=[rendition("Elle")])
    assert search(session, "ivanova").total == 1

    segments.set_source(session, said.id, "Петрова")

    assert search(session, "ivanova").total == 0
    assert search(session, "petrova").total == 1


def test_a_vault_that_is_only_read_is_searched_in_other_scripts_too(
    folder: Path, small: Small, monkeypatch: pytest.MonkeyPatch
):
    with closing(unlock(folder)) as session:
        registered(session, small, titles=(("ru", "Анна Иванова"),))
    monkeypatch.setattr("thb_desktop.vault.vault.is_writable", lambda *_: False)

    with closing(unlock(folder, start=NEXT_DAY)) as session:
        assert session.vault.read_only
        assert marked(session, "anna ivanova") == [("Анна|Иванова", FoundBy.OTHER_SCRIPT)]


def test_a_vault_in_which_was_searched_is_sound_and_has_the_schema_of_this_version(
    folder: Path, small: Small
):
    with closing(unlock(folder)) as session:
        registered(session, small, titles=(("ru", "Иванова"),))
        assert search(session, "ivanova").total == 1

    with closing(unlock(folder, start=NEXT_DAY)) as session:
        assert session.opening.is_sound
        assert not [each for each in session.opening.findings if each.code == "schema-differs"]
        assert search(session, "ivanova").total == 1


def test_the_index_has_no_further_word_and_the_vault_no_further_table(session: Session, small: Small):
    registered(session, small, titles=(("ru", "Иванова"),))
    search(session, "иванова")
    before = session.read.execute("SELECT count(*), sum(length(block)) FROM search_text_data").fetchone()
    tables = session.read.execute("SELECT count(*) FROM sqlite_schema").fetchone()

    search(session, "ivanova")

    after = session.read.execute("SELECT count(*), sum(length(block)) FROM search_text_data").fetchone()
    assert tuple(after) == tuple(before)
    assert tuple(session.read.execute("SELECT count(*) FROM sqlite_schema").fetchone()) == tuple(tables)


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (None, {K.TESTIMONY: 1, K.EXHIBIT: 1, K.PACKAGE: 1}),
        (v.UserRole.ANALYST, {K.TESTIMONY: 1, K.EXHIBIT: 1}),
        (v.UserRole.EVIDENCE_CUSTODIAN, {K.EXHIBIT: 1}),
        (v.UserRole.AUDITOR, {}),
    ],
)
def test_what_a_user_may_not_read_is_not_found_in_another_script_either(
    colleagues: Path, tmp_path: Path, role: v.UserRole | None, expected: dict[SearchKind, int]
):
    text = PASSPHRASE if role is None else f"{OTHER_PASSPHRASE} {role.lower()}"
    with closing(unlock(copy_of(colleagues, tmp_path / "o.thbvault"), text)) as session:
        found = search(session, "интелегети")

        assert dict(found.counts) == dict(found.alike) == expected
        assert len(found.hits) == sum(expected.values())
        assert "нтелегет" not in "".join(results_sheet(session, "Intelegeti", SearchFilter(), "en").texts())


def test_a_printed_search_tells_how_each_hit_was_found(session: Session, small: Small):
    registered(session, small, titles=(("ru", "Иванова"),), number="E-2")
    registered(session, small, titles=(("en", "Ivanova"),), number="E-3")

    for language, told, tag in (
        ("en", "Of these in another script or alike in sound, at the end", ", in another script"),
        ("de", "Davon in anderer Schrift oder gleich im Klang, am Ende", ", in anderer Schrift"),
    ):
        sheet = results_sheet(session, "ivanova", SearchFilter(), language)

        assert dict(sheet.parts[0].facts)[told].endswith(" 1")
        places = sheet.parts[1].columns[0][1]
        assert [each.endswith(tag) for each in places] == [False, True]
