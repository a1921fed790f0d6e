import secrets

import pytest

from thb_desktop.crypto import recovery, spelling
from thb_desktop.errors import RecoveryCodeTypoError

CODE = recovery.generate(lambda length: bytes(range(7, 7 + length)))
TEXT = recovery.to_text(CODE)


def groups_named(typed: str) -> tuple[int, ...]:
    with pytest.raises(RecoveryCodeTypoError) as refusal:
        recovery.from_text(typed)
    assert typed not in str(refusal.value)
    return refusal.value.groups


def test_a_code_is_seven_groups_of_five_and_reads_back():
    assert TEXT == "789AV-BCDES-FGHJ5-KMNPE-QRST1-VWXY3-Z012Z"
    assert recovery.from_text(TEXT) == CODE


def test_a_code_holds_140_random_bits():
    drawn = recovery.generate(secrets.token_bytes)

    assert len(drawn) == 28
    assert len({bytes(recovery.generate(secrets.token_bytes)) for _ in range(200)}) == 200
    assert set(drawn.decode()) <= set(spelling.ALPHABET)


@pytest.mark.parametrize(
    "typed",
    [
        TEXT.lower(),
        TEXT.replace("-", ""),
        TEXT.replace("-", " "),
        f"  {TEXT.replace('-', ' – ')}\n",
        TEXT.replace("0", "O").replace("1", "l"),
        TEXT.replace("0", "o").replace("1", "I").replace("V", "u"),
        TEXT.replace("-", "\u2011"),
        "".join(chr(ord(sign) + 0xFEE0) for sign in TEXT),
    ],
)
def test_what_people_type_is_taken(typed):
    assert recovery.from_text(typed) == CODE


def test_every_wrong_symbol_is_named_by_its_group():
    plain = TEXT.replace("-", "")

    for place, symbol in enumerate(plain):
        for wrong in set(spelling.ALPHABET) - {symbol}:
            typed = plain[:place] + wrong + plain[place + 1 :]
            assert groups_named(typed) == (place // 5 + 1,)


def test_two_swapped_neighbours_are_named_by_their_group():
    plain = TEXT.replace("-", "")

    for place in range(34):
        left, right = plain[place], plain[place + 1]
        if left != right:
            typed = plain[:place] + right + left + plain[place + 2 :]
            assert set(groups_named(typed)) <= {place // 5 + 1, (place + 1) // 5 + 1}


def test_groups_in_the_wrong_order_are_named():
    groups = TEXT.split("-")
    groups[2], groups[5] = groups[5], groups[2]

    assert groups_named("-".join(groups)) == (3, 6)


def test_a_missing_or_doubled_character_is_named_where_groups_were_typed():
    groups = TEXT.split("-")

    assert groups_named("-".join([*groups[:3], groups[3][:4], *groups[4:]])) == (4,)
    assert groups_named("-".join([groups[0] + "A", *groups[1:]])) == (1,)
    assert groups_named("AAAA-BBBB") == ()


def test_a_character_that_no_code_has_is_named():
    assert groups_named(TEXT[:7] + "!" + TEXT[8:]) == (2,)
    assert groups_named("é" + TEXT[1:]) == (1,)
