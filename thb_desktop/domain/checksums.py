"""Check digits of accounts, cards and wallets: reported, never corrected, because a wrong one is evidence
too.
"""

import re
from functools import reduce
from hashlib import sha256

from thb_desktop.domain.iban_lengths import LENGTHS
from thb_desktop.domain.keccak import keccak_256
from thb_desktop.domain.vocabulary import ChecksumState

_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_BECH32_FINAL, _BECH32M_FINAL = 1, 0x2BC830A3
_TRON_PREFIX = 0x41
_BITCOIN_PREFIXES = (0x00, 0x05)
_ETHEREUM_ALIKE = frozenset(
    {"ethereum", "polygon", "bnb", "bsc", "arbitrum", "optimism", "base", "avalanche", "fantom", "gnosis"}
)
_CODES = {"btc": "bitcoin", "eth": "ethereum", "trx": "tron", "trc20": "tron", "erc20": "ethereum"}
"""What is often written for a network: its asset, or the form of its tokens."""
_FORMS = (
    (re.compile(r"bc1.*", re.IGNORECASE), "bitcoin"),
    (re.compile(r"0x.*", re.IGNORECASE), "ethereum"),
    (re.compile(r"T[A-Za-z0-9]{33}"), "tron"),
    (re.compile(r"(?=.*[A-Za-z])[13][A-Za-z0-9]{24,34}"), "bitcoin"),
)
"""The forms of addresses, and how each is tested."""


def check_iban(written: str) -> ChecksumState:
    """ISO 13616: an IBAN has the length of its country, and, rearranged and read as a number, gives 1 modulo
    97.
    """
    iban = _plain(written)
    if LENGTHS.get(iban[:2], len(iban)) != len(iban) and re.match(r"[A-Z]{2}[0-9]{2}", iban, re.ASCII):
        return ChecksumState.INVALID
    return check_iban_digits(iban)


def check_iban_digits(written: str) -> ChecksumState:
    """The same without the length of its country."""
    iban = _plain(written)
    if not re.match(r"[A-Z]{2}[0-9]{2}", iban, re.ASCII):
        return ChecksumState.NO_CHECKSUM
    if not re.fullmatch(r"[A-Z0-9]{15,34}", iban, re.ASCII):
        return ChecksumState.INVALID
    number = int("".join(str(int(sign, 36)) for sign in iban[4:] + iban[:4]))
    return _state(number % 97 == 1)


def check_lei(written: str) -> ChecksumState:
    """ISO 17442: twenty signs that, read as a number, give 1 modulo 97."""
    lei = _plain(written)
    if not re.fullmatch(r"[A-Z0-9]{18}[0-9]{2}", lei, re.ASCII):
        return ChecksumState.INVALID
    return _state(int("".join(str(int(sign, 36)) for sign in lei)) % 97 == 1)


def is_bic(written: str) -> bool:
    """ISO 9362: four signs, a country, two signs, and three of a branch or none."""
    return (
        re.fullmatch(r"[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?", _plain(written), re.ASCII) is not None
    )


def check_card(written: str) -> ChecksumState:
    """ISO/IEC 7812-1: the check digit of a card. A number of which digits are left out is not checked."""
    digits = re.sub(r"[\s-]", "", written)
    if not re.fullmatch(r"[0-9]{12,19}", digits, re.ASCII):
        return ChecksumState.NOT_CHECKED
    return _state(is_luhn(digits))


def check_imei(written: str) -> ChecksumState:
    """3GPP TS 23.003: an IMEI has fifteen digits, of which the last is the check digit. Fourteen (without it)
    and sixteen (IMEISV) have none.
    """
    digits = re.sub(r"[\s./-]", "", written)
    if not re.fullmatch(r"[0-9]+", digits, re.ASCII):
        return ChecksumState.NOT_CHECKED
    if len(digits) in (14, 16):
        return ChecksumState.NO_CHECKSUM
    return _state(len(digits) == 15 and is_luhn(digits))


def is_luhn(digits: str) -> bool:
    """Whether the last of these digits is the check digit of the others."""
    doubled = (int(sign) * (1 + place % 2) for place, sign in enumerate(reversed(digits)))
    return sum(each - 9 * (each > 9) for each in doubled) % 10 == 0


def check_address_form(written: str) -> ChecksumState:
    """An address of a wallet whose network is not known: tested as its form has it, if that is known."""
    network = next((name for form, name in _FORMS if form.fullmatch(written)), "")
    return check_address(written, network)


def _plain(written: str) -> str:
    return re.sub(r"[\s-]", "", written).upper()


def check_address(written: str, network: str) -> ChecksumState:
    """An address of bitcoin (Base58Check, Bech32 by BIP 173, Bech32m by BIP 350), of Tron (Base58Check), or
    of Ethereum and the chains with its addresses (ERC-55).

    network: as written, in whatever case; an address on another network is not checked.
    """
    network = network.strip().lower()
    network = _CODES.get(network, network)
    if network == "tron":
        return _state(_is_base58check(written, (_TRON_PREFIX,)))
    if network == "bitcoin":
        if written.lower().startswith("bc1"):
            return _state(_is_segwit(written))
        return _state(_is_base58check(written, _BITCOIN_PREFIXES))
    if network in _ETHEREUM_ALIKE:
        return _check_hexadecimal(written)
    return ChecksumState.NOT_CHECKED


def _check_hexadecimal(written: str) -> ChecksumState:
    """ERC-55: the case of each letter follows from a digest. In one case throughout, it says nothing."""
    digits = written[2:]
    if not re.fullmatch(r"0x[0-9a-fA-F]{40}", written, re.ASCII):
        return ChecksumState.INVALID
    if digits in (digits.lower(), digits.upper()):
        return ChecksumState.NO_CHECKSUM
    digest = keccak_256(digits.lower().encode()).hex()
    cased = (
        sign.upper() if int(nibble, 16) >= 8 else sign
        for sign, nibble in zip(digits.lower(), digest, strict=False)
    )
    return _state(digits == "".join(cased))


def _state(holds: bool) -> ChecksumState:
    return ChecksumState.VALID if holds else ChecksumState.INVALID


def _is_base58check(written: str, prefixes: tuple[int, ...]) -> bool:
    """A version byte, twenty bytes, and the first four of their double SHA-256."""
    if not written or any(sign not in _BASE58 for sign in written):
        return False
    number = reduce(lambda total, sign: total * 58 + _BASE58.index(sign), written, 0)
    zeros = len(written) - len(written.lstrip("1"))
    data = bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")
    if len(data) != 25 or data[0] not in prefixes:
        return False
    return sha256(sha256(data[:-4]).digest()).digest()[:4] == data[-4:]


def _is_segwit(written: str) -> bool:
    """BIP 173 and BIP 350: version 0 uses Bech32, every later version Bech32m; lengths as specified there."""
    if written not in (written.lower(), written.upper()) or not 14 <= len(written) <= 90:
        return False
    symbols = written.lower()[3:]
    if any(sign not in _BECH32 for sign in symbols):
        return False
    values = [_BECH32.index(sign) for sign in symbols]
    version, program = values[0], values[1:-6]
    length, rest = divmod(len(program) * 5, 8)
    padded = rest < 5 and (not rest or program[-1] & (1 << rest) - 1 == 0)
    sizes = (20, 32) if version == 0 else range(2, 41)
    final = _BECH32_FINAL if version == 0 else _BECH32M_FINAL
    return version <= 16 and padded and length in sizes and _polymod(values) == final


def _polymod(values: list[int]) -> int:
    """The checksum of BIP 173 over the expanded prefix "bc" and the symbols."""
    total = 1
    for value in (3, 3, 0, 2, 3, *values):
        top = total >> 25
        total = (total & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(_GENERATOR):
            total ^= generator if top >> bit & 1 else 0
    return total
