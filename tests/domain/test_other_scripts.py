"""Words in other scripts: every usual transliteration of a name leads to it, and a word alike does not."""

import sqlite3
from bisect import bisect_left
from collections.abc import Iterable
from contextlib import closing
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thb_desktop.domain.other_scripts import MOST, MOST_ASKED, Vocabulary, respelled
from thb_desktop.domain.search_query import parse_query
from thb_desktop.domain.search_widened import MOST_WAYS, widened
from thb_desktop.domain.search_words import terms
from thb_desktop.domain.searching import FoundBy
from thb_desktop.errors import SearchEmptyError


def words_of(*texts: str) -> Vocabulary:
    """The words of an index with these texts."""
    return vocabulary(term for text in texts for term in terms(text))


def vocabulary(words: Iterable[str]) -> Vocabulary:
    known = sorted(set(words))

    def after(text: str) -> str:
        place = bisect_left(known, text)
        return known[place] if place < len(known) else ""

    return Vocabulary(after)


def found(typed: str, *texts: str) -> list[tuple[str, str]]:
    """What a query for one word also finds among these, and how."""
    (wanted,) = widened(parse_query(typed), words_of(*texts)).wanted
    return [(" ".join(phrase.terms), by.value) for phrase, by in wanted.others]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Иванова", "Ivanova Iwanowa"),
        ("Иванов", "Ivanov Iwanow Ivanoff Iwanoff"),
        ("Щербаков", "Shcherbakov Scherbakov Chtcherbakov Schtscherbakow Ŝerbakov Ščerbakov"),
        ("Хрущёв", "Khrushchev Khrushchov Chruschtschow Chruščëv Hruŝëv"),
        ("Чайковский", "Tchaikovsky Chaykovskiy Tschaikowski Čajkovskij Czajkowski"),
        ("Жуков", "Zhukov Joukov Schukow Žukov"),
        ("Юлия", "Yuliya Iuliia Yulia Julija Ûliâ"),
        ("Ильич", "Ilich Il'ich Ilʹič Iljitsch"),
        ("Александр", "Aleksandr"),
        ("Ксения", "Kseniya Kseniia Xenia"),
        ("Зеленський", "Zelenskyi Zelenskyy Zelens'kyi Zelensky"),  # Ukrainian: of 2010, passports, BGN/PCGN
        ("Грушевський", "Hrushevskyi Hruschewskyj"),
        ("Володимир", "Volodymyr Wolodymyr"),
        ("Їжак", "Yizhak Izhak Ïžak"),
        ("Євгенія", "Yevheniia Ievgeniia Evheniya"),
        ("Ґалаґан", "Galagan"),
        ("Христо", "Hristo Khristo"),
        ("Ъгълов", "Agalov Ugulov"),  # Bulgarian
        ("Щерев", "Shterev"),
        ("Ђорђевић", "Djordjevic Đorđević Dordevic"),
        ("Љубица", "Ljubica"),
        ("Παπαδόπουλος", "Papadopoulos Papadopulos"),
        ("Γεώργιος", "Georgios Yeorgios"),
        ("Ευάγγελος", "Evangelos Evaggelos Euaggelos"),
        ("Χρυσή", "Chrysi Khrisi Hrisi"),
        ("Μπάμπης", "Bampis Babis Mpampis"),
        ("Ντίνος", "Ntinos Dinos"),
        ("Δημήτρης", "Dimitris Demetris"),
        ("სააკაშვილი", "Saakashvili Saakachvili"),
        ("Վարդան", "Vardan Vartan"),
        ("Սարգսյան", "Sargsyan Sarksian"),
    ],
)
def test_a_name_is_found_by_each_of_its_transliterations_and_finds_them(name: str, written: str):
    assert [found(each, name) for each in written.split()] == [
        [(" ".join(terms(name)), "OTHER_SCRIPT")] for _ in written.split()
    ]
    whole = [each for each in written.split() if "'" not in each and "ʹ" not in each]
    assert {each for each, _ in found(name, *whole)} == {" ".join(terms(each)) for each in whole}


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("محمد", "Mohammed Muhammad Mohamed Mohamad Mehmed"),
        ("محمود", "Mahmoud Mahmud"),
        ("العمراني", "Amrani Al-Amrani El-Amrani"),
        ("خديجة", "Khadija Khadijah Chadidscha"),
        ("حسين", "Hussein Husayn Hossein"),
        ("فاطمة", "Fatima Fatimah Fatma"),
        ("عائشة", "Aisha Aicha Ayesha"),
        ("משה", "Moshe Mosche"),
        ("שרה", "Sarah"),
    ],
)
def test_a_name_of_consonants_is_found_by_its_sound_and_finds_how_it_is_written(name: str, written: str):
    assert {(each, by) for one in written.split() for each, by in found(one, name)} == {
        (" ".join(terms(name)), "SOUND")
    }
    assert {each for each, _ in found(name, written)} >= {terms(each)[-1] for each in written.split()}


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Ivanova", "Иванов Ивановна Ивановой"),
        ("Ivanov", "Иванова Ионов"),
        ("Petrov", "Петров1 Петрович Федоров"),
        ("Ivanova", "Iwanowa Ivanov Ivanovna"),  # the same letters: not in another script
        ("Mohammed", "محترم حمد احمد"),
        ("da", "да"),
        ("was", "واس"),
        ('"Ivanova"', "Иванова"),
        ("2026", "٢٠٢٦"),
        ("护照", "Иванова hu zhao"),
        ("Иванова", "Ιβανοβα"),
        ("tonia", "тон я"),
    ],
)
def test_what_only_resembles_it_or_is_too_short_is_not_found(typed: str, text: str):
    assert found(typed, text) == []


def test_a_beginning_is_found_as_one_and_a_name_of_two_parts_whole():
    (begun,) = widened(parse_query("ivanov*"), words_of("Ивановой", "Иванов")).wanted
    assert [(each.expression, by) for each, by in begun.others] == [('"иванов" *', FoundBy.OTHER_SCRIPT)]
    assert found("Anna-Maria", "Анна Мария") == [("анна мария", "OTHER_SCRIPT")]
    assert found("Anna-Maria", "Анна") == []


@pytest.mark.parametrize("apostrophe", ["'", "\u2019", "\u02bc"])
@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Мар{}яна", "Mariana Maryana Mar'yana"),
        ("В{}ячеслав", "Viacheslav V'yacheslav Vyacheslav"),
        ("Дем{}янчук", "Demianchuk Dem'yanchuk"),
    ],
)
def test_a_name_with_an_apostrophe_is_found_with_and_without_one(name: str, written: str, apostrophe: str):
    text = name.format(apostrophe)

    assert {found_ for each in written.split() for found_ in found(each, text)} == {
        (" ".join(terms(text)), "OTHER_SCRIPT")
    }
    assert all(found(each, text) for each in written.split())
    assert ("mariana", "OTHER_SCRIPT") in found(text, "Mariana") or not name.startswith("М")


def test_what_must_not_occur_is_left_as_it_was_typed():
    _, excluded = widened(parse_query("anna -ivanova"), words_of("Иванова")).wanted

    assert excluded.others == ()


def test_a_text_is_found_by_the_weakest_way_it_takes():
    query = widened(parse_query("anna mohammed"), words_of("Анна", "محمد", "Mohammed"))

    assert query.found_by("Anna Mohammed Анна") is FoundBy.TYPED
    assert query.found_by("Анна Mohammed") is FoundBy.OTHER_SCRIPT
    assert query.found_by("Анна محمد") is FoundBy.SOUND
    text = "Тут Анна, محمد."
    assert [text[start:end] for start, end in query.places_in(text, others=True)] == ["Анна", "محمد"]
    assert query.places_in(text) == ()


def test_only_the_most_usual_spellings_are_searched_and_few_words_of_the_index_are_looked_at():
    asked = list[str]()
    known = sorted({f"и{one}ан{two}в" for one in "аовгде" for two in "аоеиуэюяы"} | {"иванов"} | {
        f"{first}{second}слово" for first in "абвгдежзийк" for second in "абвгдежзик"
    })  # fmt: skip

    def after(text: str) -> str:
        asked.append(text)
        place = bisect_left(known, text)
        return known[place] if place < len(known) else ""

    told = respelled("ivanov", Vocabulary(after))

    assert told[0].text == "иванов"
    assert len(told) <= MOST
    assert len(asked) < 60


@given(
    st.text(max_size=40), st.lists(st.text(alphabet="ивановаμαρία محمدabcivno'-*", max_size=9), max_size=12)
)
def test_whatever_is_typed_and_known_is_an_expression(typed: str, known: list[str]):
    try:
        query = widened(parse_query(typed), words_of(*known))
    except SearchEmptyError:
        return

    with closing(sqlite3.connect(":memory:")) as index:
        index.execute("CREATE VIRTUAL TABLE t USING fts5(body, content='', tokenize='ascii')")
        for expression in filter(None, (query.expression, query.other_expression)):
            assert index.execute("SELECT count(*) FROM t WHERE t MATCH ?", (expression,)).fetchone() == (0,)


def made_expensive(count: int) -> list[str]:
    """Words each beginning of which may be written as `iii…`."""
    return sorted("иіыј"[number % 4] * 4 + written(number) for number in range(count))


def written(number: int) -> str:
    return "".join("иіыј"[number >> place & 3] for place in range(0, 28, 2))


def test_an_index_made_for_it_does_not_hold_up_a_search():
    there, looks = made_expensive(20_000), list[str]()

    def after(text: str) -> str:
        looks.append(text)
        at = bisect_left(there, text)
        return there[at] if at < len(there) else ""

    words = Vocabulary(after)
    widened(parse_query(" ".join(["i" * 18] * 20 + ["i" * 32, "yi" * 9])), words)

    assert len(looks) <= MOST_ASKED / 20
    assert words.left > -1000


def test_the_most_usual_spelling_is_found_among_very_many():
    there = sorted([*made_expensive(20_000), "и" * 18])

    found = respelled("i" * 18, vocabulary(there))

    assert found[0].text == "и" * 18


def test_many_words_are_not_searched_in_thousands_of_spellings():
    there = vocabulary(sorted("".join(each) for each in product("чкц", "аә", "чкц", "аә", "чкц", "аә")))

    query = widened(parse_query(" ".join(["cacaca"] * 100)), there)

    assert 0 < sum(len(each.others) for each in query.wanted) <= MOST_WAYS
