"""Variants of a party copy: persons with names in seven scripts, and where each of them is hidden.

A seed chooses who is hidden where, how the name is written there, and the words that only contain or resemble
a name. Nobody of these persons lives.
"""

import io
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from xml.sax.saxutils import escape

from tests.drills.kit.chance import Chance
from tests.support.hiding import jpeg_that_tells, pdf_that_tells, png_that_tells
from tests.support.leaks import readable


class Place(StrEnum):
    """Where a name is hidden in an exhibit."""

    FILE_NAME = "file name"
    PLAIN_TEXT = "plain text"
    DECOMPOSED = "plain text, decomposed"
    CAPITALS = "plain text, in capitals"
    MIXED = "plain text, half decomposed"
    CSV_COLUMN = "column of a table"
    PNG_TEXT = "text of a PNG"
    EXIF = "EXIF of a photograph"
    PDF_TITLE = "title of a PDF"
    SHEET = "name of a sheet and its creator"


_NAMES = {
    "Latin": (
        ("Zoraida Quennevillé", ""),
        ("Jadwiga Brzęczykowa", ""),
        ("Şöhret Köroğlu", "Sohret Koroglu"),
    ),
    "Arabic": (("زينب القحطاني", "Zaynab al-Qahtani"), ("هيفاء الزهراني", "Hayfa az-Zahrani")),
    "Cyrillic": (("Оксана Шевцова", "Oksana Shevtsova"), ("Ганна Їжакевич", "Hanna Yizhakevych")),
    "Greek": (
        ("Ελπινίκη Ξενακοπούλου", "Elpiniki Xenakopoulou"),
        ("Ευθαλία Μαυρογένη", "Efthalia Mavrogeni"),
    ),
    "Bengali": (
        ("রহিমা চক্রবর্তী", "Rahima Chakraborti"),
        ("নাসরীন মুখোপাধ্যায়", "Nasreen Mukhopadhyay"),
    ),
    "Vietnamese": (
        ("Nguyễn Thị Phượng", "Nguyen Thi Phuong"),
        ("Trần Bích Quỳnh", "Tran Bich Quynh"),
    ),
    "Chinese": (("欧阳静怡", "Ouyang Jingyi"), ("司徒秀英", "Situ Xiuying")),
}
"""By script: names, each with its Latin form."""
_OTHER_SIGN = {"怡": "仪", "英": "兰"}
_JOINED = {"Arabic": "ستان", "Cyrillic": "град", "Greek": "πολη", "Bengali": "পুর"}
"""What makes another word of a name, by script; of Latin letters below."""
_MARK = {"Arabic": "\u064b\u0627", "Bengali": "\u09be"}
"""A sign of which many programs believe that it ends a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """A person of a variant. code: the pseudonym. like: words that only contain or resemble the name."""

    script: str
    code: str
    name: str
    latin: str
    contact: str
    like: tuple[str, ...]

    @property
    def sealed(self) -> tuple[str, ...]:
        """What must be nowhere: the names whole and each longer word, and the contact."""
        words = (word for name in (self.name, self.latin) for word in name.split() if len(word) > 3)
        return tuple(filter(None, (self.name, self.latin, *words, self.contact)))


@dataclass(frozen=True, slots=True, kw_only=True)
class HidingFile:
    """A file of an exhibit that hides somebody. who: whose words stay, as they resemble the name."""

    place: Place
    who: Hidden
    name: str
    data: bytes


def persons(chance: Chance) -> tuple[Hidden, ...]:
    """One person for each script."""
    return tuple(_person(chance, at, script) for at, script in enumerate(_NAMES))


def _person(chance: Chance, at: int, script: str) -> Hidden:
    name, latin = _NAMES[script][chance.below(len(_NAMES[script]), script)]
    digits = f"{chance.below(10**6, script, 'contact'):06}"
    return Hidden(
        script=script,
        code=f"V-{at + 11}",
        name=name,
        latin=latin,
        contact=f"+40 79{at} {digits[:3]} {digits[3:]}",
        like=tuple(_like(script, name)),
    )


def _like(script: str, name: str) -> Iterator[str]:
    """What contains a word of the name, and what has one letter more than it."""
    word = name.rsplit(maxsplit=1)[-1]
    if script == "Chinese":
        yield name[:-1] + _OTHER_SIGN[name[-1]]
        return
    yield word + _JOINED.get(script, "burg")
    yield word + _MARK.get(script, "e\u0301")


def files(chance: Chance, people: tuple[Hidden, ...]) -> tuple[HidingFile, ...]:
    """One file for each hiding place, each with a person whom the seed chooses."""
    first = chance.below(len(people), "first")
    return tuple(_file(place, people[(first + at) % len(people)]) for at, place in enumerate(Place))


def _file(place: Place, who: Hidden) -> HidingFile:
    name, data = _made(place, who)
    return HidingFile(place=place, who=who, name=name, data=data)


def _made(place: Place, who: Hidden) -> tuple[str, bytes]:
    match place:
        case Place.PNG_TEXT:
            return "drawing.png", png_that_tells(who.name)
        case Place.EXIF:
            return "photograph.jpg", jpeg_that_tells(who.name)
        case Place.PDF_TITLE:
            return "letter.pdf", pdf_that_tells(who.name, pages=1)
        case Place.SHEET:
            return "roster.xlsx", workbook(who.name)
    return _written(place, who)


def _written(place: Place, who: Hidden) -> tuple[str, bytes]:
    """A text or a table."""
    stays = " ".join(who.like)
    match place:
        case Place.FILE_NAME:
            return f"letter of {who.name}.txt", f"We met at noon. {stays}\n".encode()
        case Place.CSV_COLUMN:
            rows = ["Day,Name,Note,Number", f"1,{who.name},{stays},{who.contact}", f"2,Ion,{who.latin},"]
            return "table.csv", ("\r\n".join(rows) + "\r\n").encode()
    written = {
        Place.DECOMPOSED: unicodedata.normalize("NFD", who.name),
        Place.CAPITALS: who.name.upper(),
        Place.MIXED: _half(who.name),
    }.get(place, who.name)
    text = f"09:14 {written}: come to {stays}.\n09:15 {who.contact}, or {who.latin or written}!\n"
    return "chat.txt", text.encode()


def _half(name: str) -> str:
    """As a coding of before Unicode has it: the last mark of each letter stands alone, the others do not."""
    parts = (unicodedata.normalize("NFD", each) for each in unicodedata.normalize("NFC", name))
    return "".join(unicodedata.normalize("NFC", each[:-1]) + each[-1] for each in parts)


def workbook(name: str) -> bytes:
    """A workbook whose sheet and creator have the name, and nothing in its cells."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    told = escape(name, {'"': "&quot;"})
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    members = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1"'
        f' Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "docProps/core.xml": f'<p:coreProperties xmlns:p="{package}/metadata/core-properties"'
        f' xmlns:d="http://purl.org/dc/elements/1.1/"><d:creator>{told}</d:creator></p:coreProperties>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        f'<sheet name="{told}" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1"'
        f' Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData><row r="1"><c r="A1">'
        "<v>12</v></c></row></sheetData></worksheet>",
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, text in members.items():
            archive.writestr(member, text)
    return target.getvalue()


def opened_wide(called: str, data: bytes) -> Mapping[str, bytes]:
    """The bytes of a file; each member of an archive with its name, what other tools read in a PDF, and each
    deflated stream of another file.
    """
    place = f"text: {called}" if _is_text(data) else called
    found = {place: data, f"text: name of {called}": called.encode()}
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                found |= opened_wide(f"{called}/{member}", archive.read(member))
    elif data.startswith(b"%PDF"):
        for place, told in readable(data).items():
            found[f"text: {called} {place}" if place.startswith("text: ") else f"{called} {place}"] = told
    else:
        found |= {f"{called}, inflated at {at}": inside for at, inside in _inflated(data)}
    return found


def _is_text(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _inflated(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = data.find(b"\x78")
    while at >= 0:
        if int.from_bytes(data[at : at + 2]) % 31 == 0:
            with suppress(zlib.error):
                yield at, zlib.decompressobj().decompress(data[at:])
        at = data.find(b"\x78", at + 1)


def cases(words: Iterable[str]) -> frozenset[str]:
    """Words as they are, in capitals and in small letters."""
    return frozenset(form for word in words for form in (word, word.upper(), word.lower()))


def without(like: Iterable[str], places: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Cut out words that may stay, so that a name is not found in them; blanks of texts go before."""
    forms = {form for word in like for form in _coded(word)}
    kept: dict[str, bytes] = {}
    for place, data in places.items():
        cut = b"".join(data.split()) if place.startswith("text: ") else data
        for form in sorted(forms, key=len, reverse=True):
            cut = cut.replace(form, b"|")
        kept[place] = cut
    return kept


def staying(like: Iterable[str], places: Mapping[str, bytes]) -> frozenset[str]:
    """Return the words that stand somewhere in a text, in any normal form."""
    texts = [data for place, data in places.items() if place.startswith("text: ")]
    return frozenset(word for word in like if any(form in text for form in _coded(word) for text in texts))


def _coded(word: str) -> Iterator[bytes]:
    for form in {word, *(unicodedata.normalize(each, word) for each in ("NFC", "NFD"))}:
        yield from (form.encode(coding) for coding in ("utf-8", "utf-16-le", "utf-16-be"))
