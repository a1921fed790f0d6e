"""Which texts are conversations, and how their rows are read."""

from io import BytesIO
from typing import Any

import pytest

from tests.support.looked import VIBER
from tests.support.samples import sample
from thb_desktop.inspect.looks.chats import is_viber, is_whatsapp, look_at_viber, look_at_whatsapp
from thb_desktop.inspect.looks.parts import Asked
from thb_desktop.inspect.looks.tables import separator_of

SCHELDE = (
    "date,sender,type,text\n01.10.2025 12:59,Ruud,text,no work no house\n"
    "04.10.2025 10:51,Dragoș,voice (damaged),\n05.10.2025 02:15,Наталья,text,смена в 18\n"
).encode()


def messages(look: Any, data: bytes) -> list[tuple[str, str, str]]:
    said = look(Asked(source=BytesIO(data)))
    return [(each["sender"], each["at"], each["text"]) for each in said["messages"]]


@pytest.mark.parametrize(
    "table",
    [
        "2026-03-10,22:14,1-ABC-234,E40 Loncin\n2026-03-10,22:19,1-ABC-234,E25 Angleur\n",
        "2026-03-10,22:14,1-ABC-234,,E40 Loncin\n2026-03-10,22:19,1-ABC-234,,E25 Angleur\n",
        "Date,Heure,Numéro,Durée,Cellule\n10/03/2026,22:14:05,+32470000014,,LG\n10/03/2026,22:15,0476123456,,LG\n",
        "10/03/2026,22:14:05,+32470000014,+32476123456,LG-12\n10/03/2026,22:15:05,+32470000014,,LG-12\n",
        "10/03/2026,22:14:05,Sori,+32476123456,00:01:12\n10/03/2026,22:15:05,Nelu,,00:00:12\n",
        "10/03/2026,22:14,Bancontact,-12.50,EUR\n",
    ],
)
def test_a_list_of_calls_or_of_places_is_no_conversation(table: str):
    assert not is_viber(table.encode())


def test_an_export_of_viber_and_a_table_with_the_titles_of_a_conversation_are_one():
    assert is_viber(VIBER)
    assert is_viber(SCHELDE)
    assert not is_viber(SCHELDE.replace(b"sender", b"plate"))


def test_the_rows_of_such_a_table_are_messages():
    assert messages(look_at_viber, SCHELDE) == [
        ("Ruud", "01.10.2025 12:59", "no work no house"),
        ("Dragoș", "04.10.2025 10:51", "voice (damaged)"),
        ("Наталья", "05.10.2025 02:15", "смена в 18"),
    ]


def test_the_sample_of_schelde_is_a_conversation():
    data = sample("05-cases/b/files/b/E-08_viber.csv").read_bytes()

    assert is_viber(data)
    assert messages(look_at_viber, data)[0] == ("Ruud", "01.10.2025 12:59", "no work no house")


@pytest.mark.parametrize(
    "at",
    [
        "10/03/2026 à 22:14",
        "10.03.2026 г., 22:14 ч.",
        "١٠/٣/٢٠٢٦، ١٠:١٤ م",
        "10\u200f/3\u200f/2026، 10:14 ص",
        "2026/3/10 下午10:14",
        "22:14, 10/03/2026",
        "2026. 3. 10. 오후 10:14",
        "10.3.26, 10:14 e pasdites",
        "10.3.2026 klo 22.14",
        "3/10/26, 10:14\u202fPM",
    ],
)
def test_a_time_of_whatsapp_is_read_in_many_languages(at: str):
    for begin in (f"{at} - ", f"[{at}] "):
        data = f"{begin}Sori: mâine: da\nși azi\n{begin}Nelu: nu\n".encode()

        assert is_whatsapp(data)
        assert messages(look_at_whatsapp, data) == [("Sori", at, "mâine: da\nși azi"), ("Nelu", at, "nu")]


@pytest.mark.parametrize(
    ("table", "separator"),
    [
        ("10/03/2026;22:14;Bancontact;-12,50\n10/03/2026;22:19;Retrait;-100,00\n", ";"),
        ("12,50;13,00\n14,00;15,50\n", ";"),
        ("12,50\t13,00\n14,00\t15,50\n", "\t"),
        ("1,2\n3,4\n", ","),
        ("a,b;c\nd,e;f\n", ","),
        ("no table\nat all\n", ""),
    ],
)
def test_a_decimal_comma_divides_no_columns(table: str, separator: str):
    assert separator_of(table) == separator
