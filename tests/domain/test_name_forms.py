"""What is looked for of a sealed identity, and what only resembles it."""

from collections.abc import Iterator

import pytest

from thb_desktop.domain.form_search import Form, FormSearch
from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.name_forms import forms_of
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.people import Identity

SENTENCE = (
    "She told the police of it on the same day, and nobody asked her again until the summer of that year; {}"
)


def searched(**told: object) -> FormSearch:
    identity = Identity(person_id=PersonId("p"), **told)  # type: ignore[arg-type]
    return FormSearch((form, "V-01") for form in forms_of(identity))


ANA = {
    "name": "Ana Popescu",
    "aliases": ("Anuța",),
    "born": PartialDate("1999-03-14"),
    "contacts": ("0476/12.34.56", "ana.p@example.org", "@sweet_anuta"),
    "documents_seen": ("passport 054321987, seen on 2026-03-01",),
    "addresses": ("Rue des Lilas 12, 4000 Liège",),
}


WRITTEN = (
    "ANA POPESCU",
    "popescu, ana",
    "AnaPopescu.jpg",
    "ana_popescu-2024",
    "P o p e s c u",
    "Pope-\nscu",
    "Popes\u00adcu",
    "\uff30opescu",
    "ANUTA",
    "Anut\u0326a",
    "Anuţa",
    "Попеску",
    "Ποπεσκου",
    "+32476123456",
    "0032 (0)476 12 34 56",
    "0476 12 34 56",
    "٠٤٧٦١٢٣٤٥٦",
    "ANA.P@EXAMPLE.ORG",
    "14 mars 1999",
    "March 14th, 1999",
    "14/03/1999",
    "1999-03-14T00:00",
    "le 14 de março 1999 ou 14. März 1999 ou 14 март 1999 / 14 March 1999",
    "054 321 987",
    "rue des lilas, 12",
    "p-o-p-e-s-c-u",
    "RUE DES LILAS 12",
)


@pytest.mark.parametrize("text", WRITTEN)
def test_a_sealed_value_is_found_however_it_is_written(text: str):
    found = searched(**ANA).find(SENTENCE.format(text))

    assert [each.owner for each in found] == ["V-01"]


@pytest.mark.parametrize("text", WRITTEN)
def test_without_the_places_of_a_sealed_value_nothing_of_it_is_found(text: str):
    search, whole = searched(**ANA), f"\U0001f4ac É {SENTENCE.format(text)} and again {text}, she said."
    left, spans = [*whole], search.spans(whole)
    for start, end in spans:
        left[start:end] = ["#"] * (end - start)
    shown = "".join(left)

    assert search.find(whole)
    assert search.find(shown) == ()
    assert shown.startswith("\U0001f4ac É She told the police of it on the same day")
    assert shown.endswith(", she said.")


def test_small_letters_that_only_look_like_a_short_name_are_no_place_of_it():
    text = SENTENCE.format("Ana came, and ana in small letters")

    (span,) = searched(**ANA).spans(text)

    assert text[slice(*span)] == "Ana"


@pytest.mark.parametrize(
    "text",
    [
        "banana, analysis and Anatolia",
        "an a, and ana in a sentence in small letters",
        "the popesculs and Popescului",
        "0476 12 34 57",
        "14 mars 1998",
        "rue des lilas 13",
        "ana.x@example.org",
        "2026-03-01",
        "10476123456789",
        "a na po pes cu",
    ],
)
def test_what_only_contains_or_resembles_it_is_not(text: str):
    assert searched(**ANA).find(SENTENCE.format(text)) == ()


@pytest.mark.parametrize(
    ("told", "texts"),
    [
        (
            {"name": "فاطمة العمراني", "name_latin": "Fatima El Amrani"},
            [
                *(
                    "Fatma Amrani",
                    "FATIMA",
                    "وفاطمة",
                    "فاطمه",
                    "عمراني",
                    "El-Amrani",
                    "elamrani",
                    "Al Amrani",
                ),
                *("Фатима", "Φατίμα", "فَاطِمَة"),
            ],
        ),
        ({"name": "فاطمة العمراني"}, ["Fatima", "Fatma", "Fatimah", "Amrani", "Al-Amrani"]),
        (
            {"name": "Nguyễn Thị Hương"},
            [
                "Nguyen Thi Huong",
                "HUONG NGUYEN",
                "Hương",
                "Nguyê\u0303n",
                "nguyen_thi_huong.pdf",
                "Huong Nguyen Thi",
            ],
        ),
        (
            {"name": "李秀英", "name_latin": "Li Xiuying"},
            [
                "证人李秀英说",
                "LI Xiu-ying",
                "Xiuying Li",
                "li xiu ying",
                "李 秀英",
                "Lǐ Xiùyīng",
                "XiuyingLi",
            ],
        ),
        ({"name": "Юлія Щербак"}, ["Yuliia", "Yulia", "Iuliia", "Shcherbak", "Julija", "ЩЕРБАК"]),
        ({"name": "Олена Коваленко"}, ["Olena", "KOVALENKO Olena", "kovalenko"]),
        ({"name": "Ελένη Παπαδοπούλου"}, ["Eleni", "Papadopoulou", "ΕΛΕΝΗ"]),
        ({"name": "Yulia Ivanova"}, ["Юлия", "Иванова"]),
        ({"name": "Samir Khaled"}, ["سمير", "خالد"]),
        ({"name": "Jürgen Müller"}, ["Mueller", "Muller", "JUERGEN", "Ju\u0308rgen"]),
    ],
)
def test_names_of_other_scripts_are_found_both_ways(told: dict[str, object], texts: list[str]):
    search = searched(**told)

    assert [text for text in texts if not search.find(SENTENCE.format(text))] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Le An", "She asked le an dernier whether to do an interview"),
        ("Do Mai", "as they do mai"),
        ("Ana", "كان الزبون هناك"),
        ("Nour", "nor did she"),
        ("李秀英", "李秀 and 秀英"),
        ("Blessing Okafor", "The blessings, and Okaforo"),
    ],
)
def test_small_words_of_a_language_are_no_names(name: str, text: str):
    assert searched(name=name).find(SENTENCE.format(text)) == ()


def test_in_a_file_name_a_short_name_needs_no_capital():
    assert searched(name="Ana").find("ana.jpg")


def test_a_finding_tells_the_line():
    (found,) = searched(name="Ana Popescu").find("one\ntwo\nthree Popescu\nfour")

    assert found.line == 3


def test_the_cost_does_not_grow_with_the_number_of_names():
    """A word that begins no form costs one look, however many forms there are."""
    many = [Identity(person_id=PersonId("p"), name=f"Zz{at}x Qq{at}y") for at in range(200)]
    search = FormSearch((form, "V-01") for each in many for form in forms_of(each))
    looked: list[int] = []

    def look(_: object, place: int) -> Iterator[tuple[Form, str, int]]:
        looked.append(place)
        return iter(())

    search._at = look  # type: ignore[method-assign]

    assert search.find(SENTENCE * 50) == ()
    assert looked == []
    assert search.find("Zz7x") == ()
    assert looked[0] == 0
