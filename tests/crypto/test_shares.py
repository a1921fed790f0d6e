"""Recovery shares: any k of n holders, each by their own passphrase; what is wrong with a share is said."""

from dataclasses import replace
from itertools import combinations

import pytest

from tests.support.vaults import passphrase
from thb_desktop.crypto import shares, spelling
from thb_desktop.crypto.derivation import FLOOR
from thb_desktop.crypto.shares import Share, ShareSet, combine, split
from thb_desktop.errors import (
    ShareForeignError,
    ShareNumberError,
    SharesTooFewError,
    ShareTwiceError,
    ShareTypoError,
    WrongSharePassphraseError,
)

WORDS = ("amber canal lantern", "granite willow cinder", "velvet copper meadow", "orchard violet thistle")
SECRET = bytearray(range(16))


def share_set(needed: int = 2, total: int = 3, **changes: bytes) -> ShareSet:
    ids = {"vault_id": b"v" * 16, "set_id": b"s" * 16, **changes}
    return ShareSet(**ids, needed=needed, total=total, costs=FLOOR)


def given(*made: Share) -> list[tuple[Share, bytearray]]:
    return [(share, passphrase(WORDS[share.number - 1])) for share in made]


@pytest.fixture(scope="module")
def three() -> tuple[Share, ...]:
    return split(SECRET, share_set(), [passphrase(text) for text in WORDS[:3]])


def test_any_two_of_three_put_the_secret_together_and_passphrases_are_overwritten(three: tuple[Share, ...]):
    for pair in combinations(three, 2):
        typed = given(*reversed(pair))
        assert combine(typed, share_set()) == SECRET
        assert not any(each for _, secret in typed for each in secret)


def test_more_shares_than_are_needed_do_no_harm(three: tuple[Share, ...]):
    assert combine(given(*three), share_set()) == SECRET


def test_what_is_short_of_the_number_tells_nothing_of_the_secret(three: tuple[Share, ...]):
    typed = given(three[0])

    with pytest.raises(SharesTooFewError):
        combine(typed, share_set())

    assert not any(typed[0][1])


def test_a_share_is_sixteen_groups_that_read_back(three: tuple[Share, ...]):
    for share in three:
        lines = share.to_text().splitlines()
        assert [len(line.split()) for line in lines] == [4, 4, 4, 4]
        assert {len(group) for line in lines for group in line.split()} == {5}
        assert Share.from_text(" ".join(lines).lower().replace(" ", "-")) == share


def test_a_share_holds_nothing_of_the_secret_in_clear(three: tuple[Share, ...]):
    lonely = {bytes(share.sealed) for share in three}

    assert len(lonely) == 3
    assert all(bytes(SECRET) not in share for share in lonely)


def test_every_wrong_symbol_is_named_by_its_group(three: tuple[Share, ...]):
    plain = "".join(three[0].to_text().split())

    for place, symbol in enumerate(plain):
        wrong = "7" if symbol != "7" else "8"
        with pytest.raises(ShareTypoError) as typo:
            Share.from_text(plain[:place] + wrong + plain[place + 1 :])
        assert typo.value.groups == (place // 5 + 1,)


@pytest.mark.parametrize("typed", ["", "ABCDE", "!" * 80, "0" * 79])
def test_what_is_no_share_is_refused_without_telling_what_was_typed(typed: str):
    with pytest.raises(ShareTypoError) as typo:
        Share.from_text(typed)

    assert not typed or typed not in str(typo.value)


@pytest.mark.parametrize(
    ("place", "value"), [(0, 0x00), (0, 0x30), (0, 0x13), (0, 0x23), (1, 0x02), (1, 0x20)]
)
def test_a_share_of_another_version_or_of_impossible_numbers_is_refused(
    three: tuple[Share, ...], place: int, value: int
):
    symbols = spelling.read(three[0].to_text(), shares.GROUPS)
    data = spelling.to_bytes(symbols)
    data[place] = value

    with pytest.raises(ShareTypoError):
        Share.from_text("".join(spelling.groups_of(spelling.to_symbols(data))))


def test_a_wrong_passphrase_is_named_by_the_number_of_its_share(three: tuple[Share, ...]):
    typed = [(three[0], passphrase(WORDS[0])), (three[2], passphrase(WORDS[1]))]

    with pytest.raises(WrongSharePassphraseError) as wrong:
        combine(typed, share_set())

    assert wrong.value.share == 3
    assert not any(each for _, secret in typed for each in secret)


def test_the_same_share_twice_is_refused(three: tuple[Share, ...]):
    with pytest.raises(ShareTwiceError):
        combine(given(three[0], three[0]), share_set())


def test_a_share_of_another_set_is_refused(three: tuple[Share, ...]):
    other = split(SECRET, share_set(set_id=b"t" * 16), [passphrase(text) for text in WORDS[:3]])

    with pytest.raises(ShareForeignError):
        combine(given(three[0], other[1]), share_set())


@pytest.mark.parametrize("changes", [{"vault_id": b"w" * 16}, {"set_id": b"s" * 15 + b"t"}])
def test_a_share_opens_nothing_for_another_vault_or_a_set_that_begins_alike(
    three: tuple[Share, ...], changes: dict[str, bytes]
):
    with pytest.raises(WrongSharePassphraseError):
        combine(given(three[0], three[1]), share_set(**changes))


def test_numbers_on_a_share_cannot_be_changed(three: tuple[Share, ...]):
    forged = [replace(share, needed=3, total=3) for share in three]

    with pytest.raises(WrongSharePassphraseError):
        combine(given(*forged), share_set(needed=3))


@pytest.mark.parametrize(("needed", "total"), [(1, 2), (3, 2), (0, 0), (2, 17), (17, 17)])
def test_so_few_or_so_many_holders_are_refused(needed: int, total: int):
    typed = [passphrase(WORDS[0]) for _ in range(total)]

    with pytest.raises(ShareNumberError):
        split(SECRET, share_set(needed, total), typed)

    assert not any(each for secret in typed for each in secret)


def test_shares_of_today_need_no_vault_and_those_of_the_first_version_do():
    today = ShareSet(set_id=b"s" * 16, needed=2, total=3, costs=FLOOR)
    made = split(SECRET, today, [passphrase(text) for text in WORDS[:3]])

    assert combine(given(*made[:2]), today) == SECRET
    assert Share.from_text(made[0].to_text()) == made[0]
    assert not made[0].names_vault
    with pytest.raises(ShareForeignError):
        combine(given(*made[:2]), share_set())
    with pytest.raises(WrongSharePassphraseError):
        combine(given(*(replace(each, names_vault=True) for each in made[:2])), share_set())
