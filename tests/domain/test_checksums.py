"""Check digits are told as they are, against the examples of the standards."""

from hashlib import sha3_256

import pytest

from thb_desktop.domain.checksums import check_address, check_iban, check_imei
from thb_desktop.domain.keccak import keccak_256
from thb_desktop.domain.vocabulary import ChecksumState

VALID, INVALID = ChecksumState.VALID, ChecksumState.INVALID


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("GB82 WEST 1234 5698 7654 32", VALID),
        ("BE68 5390 0754 7034", VALID),
        ("be68-5390-0754-7034", VALID),
        ("BE68 5390 0754 7035", INVALID),
        ("BE86 5390 0754 7034", INVALID),
        ("BE68", INVALID),
        # right modulo 97, and longer or shorter than in their country
        ("BE96 5390 0754 7034 00", INVALID),
        ("NO93 8601 1117 947", VALID),
        ("NO32 8601 1117 9470", INVALID),
        ("BE68 5390 0754 703é", INVALID),
        ("0012345678", ChecksumState.NO_CHECKSUM),
        ("", ChecksumState.NO_CHECKSUM),
    ],
)
def test_an_account_number_is_checked_as_iso_13616_has_it(written: str, state: ChecksumState):
    assert check_iban(written) is state


@pytest.mark.parametrize(
    ("written", "state"),
    [
        # Base58Check, from the documentation of Bitcoin
        ("1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", VALID),
        ("3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", VALID),
        ("1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3", INVALID),
        ("1BvBMSEYstWetqTFn5Au4m4GFg7xJaNV0l", INVALID),
        # BIP 173 and BIP 350
        ("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", VALID),
        ("bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y", VALID),
        ("BC1SW50QGDZ25J", VALID),
        ("bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs", VALID),
        ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", VALID),
        ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", INVALID),
        ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd", INVALID),
        ("bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4", INVALID),
        ("BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R", INVALID),
        ("bc1pw5dgrnzv", INVALID),
        ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v8n0nx0muaewav253zgeav", INVALID),
        ("BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P", INVALID),
        ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf", INVALID),
        ("bc1gmk9yu", INVALID),
        ("bc1qW508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", INVALID),
        ("", INVALID),
    ],
)
def test_a_bitcoin_address_is_checked_by_its_own_kind(written: str, state: ChecksumState):
    assert check_address(written, "bitcoin") is state


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb", VALID),
        ("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", VALID),
        ("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6T", INVALID),
        ("1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", INVALID),
    ],
)
def test_a_tron_address_is_checked_with_its_prefix(written: str, state: ChecksumState):
    assert check_address(written, "tron") is state


def test_a_network_that_is_not_known_is_not_judged():
    assert check_address("0x00", "monero") is ChecksumState.NOT_CHECKED


@pytest.mark.parametrize(
    ("written", "state"),
    [
        # ERC-55: mixed case, capitals alone, small letters alone
        ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", VALID),
        ("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359", VALID),
        ("0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB", VALID),
        ("0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb", VALID),
        ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD", INVALID),
        ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe", INVALID),
        ("5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", INVALID),
        ("0x52908400098527886E0F7030069857D2E4169EE7", ChecksumState.NO_CHECKSUM),
        ("0xde709f2102306220921060314715629080e2fb77", ChecksumState.NO_CHECKSUM),
    ],
)
def test_an_ethereum_address_is_checked_by_the_case_of_its_letters(written: str, state: ChecksumState):
    assert check_address(written, "ethereum") is state
    assert check_address(written, "Polygon") is state


@pytest.mark.parametrize(
    ("data", "digest"),
    [
        (b"", "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"),
        (b"abc", "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"),
    ],
)
def test_keccak_is_that_of_ethereum_and_not_sha3(data: bytes, digest: str):
    assert keccak_256(data).hex() == digest
    assert keccak_256(data) != sha3_256(data).digest()


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("490154203237518", VALID),
        ("49-015420-323751-8", VALID),
        ("490154203237519", INVALID),
        ("490154203237581", INVALID),
        ("4901542032375", INVALID),
        ("49015420323751800", INVALID),
        ("49015420323751", ChecksumState.NO_CHECKSUM),
        ("4901542032375101", ChecksumState.NO_CHECKSUM),
        ("A0000012345678", ChecksumState.NOT_CHECKED),
        ("", ChecksumState.NOT_CHECKED),
    ],
)
def test_an_imei_is_checked_by_its_last_digit(written: str, state: ChecksumState):
    assert check_imei(written) is state
