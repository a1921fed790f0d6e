"""E-mail addresses, handles, wallets and IP addresses in a text, each in one form."""

import pytest

from thb_desktop.domain.identifier_kinds import IdentifierKind
from thb_desktop.domain.written_names import handle_form, names_in

BITCOIN = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"
SEGWIT = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"
TRON = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"
ETHEREUM = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"


@pytest.mark.parametrize(
    ("text", "kind", "form"),
    [
        ("a Jan.Novak+x@Mail.Example.com.", IdentifierKind.EMAIL, "jan.novak+x@mail.example.com"),
        ("mailto:ana@пример.бг", IdentifierKind.EMAIL, "ana@пример.бг"),
        ("Son e-mail est d'anna@x.fr", IdentifierKind.EMAIL, "anna@x.fr"),
        ("c\u2019est l\u2019Anna@x.fr", IdentifierKind.EMAIL, "anna@x.fr"),
        ("jusqu'anna@x.fr", IdentifierKind.EMAIL, "anna@x.fr"),
        ("o'neil@x.ie", IdentifierKind.EMAIL, "o'neil@x.ie"),
        ("https://www.instagram.com/anna_b/", IdentifierKind.HANDLE, "anna_b"),
        ("(instagram.com/anna_b/?hl=fr)", IdentifierKind.HANDLE, "anna_b"),
        ("t.me/anna_b/12", IdentifierKind.HANDLE, "anna_b"),
        ("t.me/anna_b/12/34, today", IdentifierKind.HANDLE, "anna_b"),
        ("+32 470 12 34 56 203.0.113.7", IdentifierKind.IP, "203.0.113.7"),
        ("ask @Anna_K, today", IdentifierKind.HANDLE, "anna_k"),
        ("(@rosa.99)", IdentifierKind.HANDLE, "rosa.99"),
        ("https://t.me/Anna_K", IdentifierKind.HANDLE, "anna_k"),
        ("www.tiktok.com/@rosa.99?lang=ro", IdentifierKind.HANDLE, "rosa.99"),
        (f"to {BITCOIN}.", IdentifierKind.WALLET, BITCOIN),
        (SEGWIT.upper(), IdentifierKind.WALLET, SEGWIT),
        (TRON, IdentifierKind.WALLET, TRON),
        (ETHEREUM, IdentifierKind.WALLET, ETHEREUM.lower()),
        ("from 203.0.113.7:443", IdentifierKind.IP, "203.0.113.7"),
        ("from 2001:DB8:0:0::7", IdentifierKind.IP, "2001:db8::7"),
    ],
)
def test_a_name_is_found_in_its_one_form(text: str, kind: IdentifierKind, form: str):
    assert [(each.kind, each.form) for each in names_in(text)] == [(kind, form)]


@pytest.mark.parametrize(
    "text",
    [
        "Anna",
        "5 kg @ 12",
        "2 for @100",
        "x@y",
        "https://t.me/c/123",
        "t.me/anna_b/x1",
        "t.me/anna_b/12x",
        "instagram.com/anna_b/12",
        "instagram.com/anna.b/reel",
        "instagram.com/accounts/",
        "+32 2.123.45.67",
        "+40 21.123.45.67",
        "00 40 21.123.45.67",
        "https://www.facebook.com/groups/123",
        BITCOIN[:-1] + "b",
        SEGWIT[:-1] + "5",
        "12.03.2025",
        "1.2.3.4.5",
        "300.1.1.1",
        "22:14:05",
        "00:1a:2b:3c:4d:5e",
        "std::abs",
    ],
)
def test_what_only_looks_like_a_name_is_none(text: str):
    assert list(names_in(text)) == []


@pytest.mark.parametrize(
    ("written", "form"), [("Anna_K", "anna_k"), (" @Anna_K ", "anna_k"), ("Anna Rose", ""), ("", "")]
)
def test_a_field_that_holds_a_handle_needs_no_sign_before_it(written: str, form: str):
    assert handle_form(written) == form
