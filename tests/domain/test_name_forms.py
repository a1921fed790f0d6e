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
        ({"name": "Søren Ødegård"}, ["Ødegaard", "Odegaard", "Soeren"]),
        ({"name": "Đorđe Željka Đukić"}, ["Djukic", "DJORDJE", "Dukic", "Ђукић", "Жељка"]),
        ({"name": "ნინო ბერიძე"}, ["Nino", "Beridze", "ბერიძე"]),
        ({"name": "Nino Beridze"}, ["ნინო", "ბერიძე"]),
        ({"name": "Anahit Petrosyan"}, ["Անահիտ"]),
        ({"name": "Անահիտ"}, ["Anahit"]),
        ({"name": "Fatima al-Zahrani"}, ["الزهراني"]),
        ({"name": "فاطمة الزهراني"}, ["للزهراني"]),
        ({"name": "Johanna van der Berg"}, ["Vanderberg", "VanDerBerg"]),
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


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("Mary O'Brien", ("obrien", "O\u02bcBrien", "O’Brien", "mary.obrien@example.org")),
        ("Jean-Baptiste N'Diaye", ("NDiaye", "jeanbaptiste")),
        ("Мар'яна", ("Мар\u02bcяна", "Мар’яна", "Маряна")),
        ("Мар\u02bcяна", ("Мар'яна", "Мар\u02bcяна")),
        ("Blessing Okonkwo-Eze", ("OkonkwoEze", "Okonkwo-\nEze", "Okonkwo\u2010\nEze")),
        ("Saʿid", ("Said",)),
    ],
)
def test_a_name_is_found_with_each_apostrophe_and_hyphen_and_without(name: str, texts: tuple[str, ...]):
    assert [text for text in texts if not searched(name=name).find(SENTENCE.format(text))] == []


@pytest.mark.parametrize(
    "broken", ["Petro\u2010\nva", "Petro- \n  va", "Petro-\u00a0\r\nva", "Petro\u00ad\nva"]
)
def test_a_name_is_found_that_a_hyphen_breaks_at_the_end_of_a_line(broken: str):
    (found,) = searched(name="Petrova").find(f"one\n{SENTENCE.format(broken)}")

    assert found.line == 2


@pytest.mark.parametrize(
    "text",
    [
        "one\nPetrova came\nfour\nPetrova",
        "one\nPetro-\nva came\nfour\nPetrova",
        "o-\nne Petrova and\nPetrova, Petro-\nva",
        "one\nana.petrova@example.org\nAna Petrova",
        "one\nAna Petrova\nana.petrova@example.org",
    ],
)
def test_a_finding_tells_the_first_line_whichever_way_it_is_written_there(text: str):
    (found,) = searched(name="Ana Petrova").find(text)

    assert found.line == 2


def test_a_name_in_very_many_addresses_is_counted_in_one_of_them():
    text = "\n".join(f"ana.petrova{number}@example.org" for number in range(50))
    hits = [*searched(name="Ana Petrova")._in_addresses(text)]

    assert [each.line for each in hits] == [1]


def test_of_two_names_that_a_hyphen_joins_at_the_end_of_a_line_each_is_found():
    text = SENTENCE.format("Petrova-\nSmit")

    assert searched(name="Petrova").find(text)
    assert [text[slice(*each)] for each in searched(name="Petrova").spans(text)] == ["Petrova"]


@pytest.mark.parametrize("sign", ["\u034f", "\ufe0f", "\u3164", "\U000e0101", "\u200b", "\u2060"])
def test_a_sign_that_nobody_sees_hides_no_name(sign: str):
    assert searched(name="Petrova").find(SENTENCE.format(f"Petr{sign}ova"))


@pytest.mark.parametrize(
    "written", ["ion.pop@example.org", "popion77@example.org", "@ion_pop", "ionpop@example.org"]
)
def test_a_short_name_is_found_whole_in_an_address_in_small_letters(written: str):
    text, search = SENTENCE.format(f"then {written} came"), searched(name="Ion Pop")
    left = [*text]
    for start, end in search.spans(text):
        left[start:end] = ["#"] * (end - start)

    assert search.find(f"one\n{text}")[0].line == 2
    assert not search.find("".join(left))


@pytest.mark.parametrize(
    "written", ["ion@example.org", "info@maison.example.org", "<a1ion2pop3@example.org>", "an ion pop song"]
)
def test_a_word_in_an_address_is_no_name(written: str):
    found = (searched(name=name).find(SENTENCE.format(written)) for name in ("Ion Pop", "Mai Son"))

    assert [*found] == [(), ()]


@pytest.mark.parametrize(
    "written",
    ["lola98.p[at]example.org", "lola98.p (at) example (dot) org", "lola98.p", "@nina_77", "nina-77"],
)
def test_the_name_of_an_account_is_found_without_its_site(written: str):
    search = searched(name="X", contacts=("lola98.p@example.org", "https://site.example/u/nina_77"))

    assert search.find(SENTENCE.format(written))


def test_the_name_of_an_account_that_is_a_word_is_not():
    assert not searched(name="X", contacts=("reception@example.org",)).find(SENTENCE.format("the reception"))


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
