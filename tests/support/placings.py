"""Placings: the forms of names as somebody may have written them, in bytes of many kinds. All by a seed."""

import base64
import unicodedata
from itertools import pairwise
from random import Random  # noqa: TID251 - the caller's, by a seed

from thb_desktop.domain.form_search import Form
from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.people import Identity
from thb_desktop.domain.transliterated import spellings

NAMES = (
    *("Maria Popescu", "Ana Ionescu", "Blessing Okonkwo", "Fatima El Amrani", "Anna Eva", "Zoë Größe-Weiß"),
    *("Олена Коваленко", "Али Иванов", "فاطمة العمراني", "Nguyễn Thị Ánh", "李秀英", "Παπαδοπούλου Νίκη"),
    *("Ion Rusu", "Łucja Ångström", "Þóra Bæk", "Ali Eze", "김 민지", "สมชาย ใจดี", "Ştefania Ţepeş"),
)
CODINGS = (
    *("utf-8", "utf-8", "utf-16-le", "utf-16-be", "cp1252", "cp1250", "cp1251", "cp1256", "utf-32-le"),
    "gb18030",
)
_BETWEEN = (
    " ",
    " ",
    " ",
    "-",
    ", ",
    "\n",
    "\r\n",
    "",
    "_",
    "\u00a0",
    "\u2010",
    "™",
    "\u00ad",
    "  ",
    ". ",
    "/",
)
_BESIDE = (
    *(
        "",
        " ",
        "the hotel was paid by ",
        " came to the desk at noon",
        "x",
        "é",
        "A1",
        "_",
        "-\n",
        "name: ",
        " end ",
    ),
    *(
        "Straße ½ ",
        "Vecinii nu au văzut pe ",
        "ﬁ№ ",
        "\u0301",
        "\0",
        "QUJDREVGR0hJSktMTU5PUFFSU1RVVg==",
        "\u00ad\n",
    ),
)


def identities() -> list[Identity]:
    return [
        Identity(
            person_id=PersonId(str(at)),
            name=name,
            contacts=(f"+32476{at * 7919 % 1000000:06}",),
            documents_seen=(f"passport BE {at * 104729 % 10000000:07}",),
            addresses=(f"Rue des Orvets {at + 1}, 4000 Liège",),
            born=PartialDate(f"19{70 + at}-0{1 + at % 9}-1{at % 9}"),
        )
        for at, name in enumerate(NAMES)
    ]


def placed(random: Random, forms: list[Form], size: int) -> bytes:
    """Return bytes of many kinds among which some forms stand."""
    made = bytearray()
    while len(made) < size:
        made += _filling(random, random.randrange(120))
        for _ in range(random.randrange(3)):
            made += _coded(random, _beside(random) + _written(random, forms) + _beside(random))
    return bytes(made)


def _beside(random: Random) -> str:
    return "".join(random.choice(_BESIDE) for _ in range(random.randrange(4)))


def _written(random: Random, forms: list[Form]) -> str:
    """A name of the register, or one of the forms, with what people do to it; often not to be found."""
    if random.random() < 0.5:
        words = random.choice(NAMES).split()
    else:
        form = random.choice(forms)
        ends = [0, *sorted(form.breaks or ()), len(form.letters)]
        words = [form.letters[first:last] for first, last in pairwise(ends)]
    if random.random() < 0.2:
        words = [random.choice(sorted(spellings(word.lower())) or [word]) for word in words]
    if random.random() < 0.2:
        words = [*"".join(words)]
    text = random.choice(_BETWEEN).join(words)
    text = random.choice((str, str, str.upper, str.title, str.swapcase))(text)
    if random.random() < 0.2:
        text = "".join(sign + random.choice(("", "", "\u0301", "\u0327", "\u200d")) for sign in text)
    if random.random() < 0.1:
        at = random.randrange(len(text) + 1)
        text = f"{text[:at]}-\n{text[at:]}"
    return unicodedata.normalize(random.choice(("NFC", "NFD", "NFKC")), text)


def _coded(random: Random, text: str) -> bytes:
    data = text.encode(random.choice(CODINGS), "ignore")
    way = random.randrange(12)
    if way == 0:
        return base64.b64encode(data)
    if way == 1:
        return data.hex().encode()
    if way < 4 and data:
        at = random.randrange(len(data))  # what stands within a word, or between two runs
        return data[:at] + random.randbytes(random.randrange(1, 4)) + data[at:]
    return data


def _filling(random: Random, size: int) -> bytes:
    way = random.randrange(7)
    if way == 0:
        return bytes(size)
    if way == 1:
        return bytes(random.choice(b"\xe0\xed\xef\xf4\xf0\x80\x9f\xbf\xc2\xdf A\n\t\0") for _ in range(size))
    if way == 2:
        return bytes(random.choice(b"\0\1\6\7\x09\x17\x1e\x20\xa0an1") for _ in range(size))
    if way == 3:
        return bytes(random.choice(b"aeion \xe9\xdf\xff\xf8\xb5\xbc1") for _ in range(size))
    if way == 4:
        codes = (*range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x370, 0x700), *range(0xE00, 0x1000), 0xFDD0)
        return "".join(chr(random.choice(codes)) for _ in range(size)).encode(random.choice(CODINGS[:4]))
    return random.randbytes(size)
