"""Recovery shares: a secret that k of n holders combine; the holder's passphrase encrypts each share.

Shamir's scheme over GF(2^128) from pycryptodomex, in the form of the tool `ssss` (without its diffusion
layer), so that this tool can combine decrypted shares too. The library draws the polynomial's coefficients.
It does not run in constant time; only somebody at the computer itself could measure that.

A share is 40 bytes: version and number (1), k and n (1), the beginning of the id of its set (6), and the 16
bytes of the share encrypted by AES-256-GCM under a key that Argon2id derives from the holder's passphrase.
The set's id is that of the keyslot, and the derivation costs the same as the keyslot's. The salt follows from
id and number, so the key is used once and the nonce is zero. In version 1 it follows from the vault's id too,
which the header had to tell everybody; shares of that version are read, and no longer made.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from thb_desktop.crypto.derivation import KdfParameters, derive
from thb_desktop.crypto.material import Randomness, draw, wipe
from thb_desktop.crypto.sealing import NONCE_LENGTH, bind
from thb_desktop.crypto.spelling import Misspelt, groups_of, read, to_bytes, to_symbols
from thb_desktop.errors import (
    ShareForeignError,
    ShareNumberError,
    SharesTooFewError,
    ShareTwiceError,
    ShareTypoError,
    WrongSharePassphraseError,
)

SECRET_LENGTH = 16
MOST = 16
LEAST = 2
GROUPS = 16
_NAMES_VAULT, _VERSION = 1, 2
_NAMED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareSet:
    """A set of shares: its keyslot, and how many shares open it. vault_id: only of a set of version 1."""

    vault_id: bytes | None = None
    set_id: bytes
    needed: int
    total: int
    costs: KdfParameters

    def verify_numbers(self) -> None:
        """Raise ShareNumberError unless there are 2 to 16 holders, and at least 2 of them are needed."""
        if not LEAST <= self.needed <= self.total <= MOST:
            raise ShareNumberError(
                "recovery shares are for 2 to 16 holders, and at least 2 of them are needed"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One share as printed or stored: only its number and its set are readable.

    names_vault: it is of version 1, which needs the vault's id.
    """

    number: int
    needed: int
    total: int
    named: bytes
    sealed: bytes = field(repr=False)
    names_vault: bool = False

    def to_text(self) -> str:
        """Sixteen groups of five, four in a line."""
        version = _NAMES_VAULT if self.names_vault else _VERSION
        head = bytes([version << 4 | self.number - 1, (self.needed - 1) << 4 | self.total - 1])
        groups = groups_of(to_symbols(head + self.named + self.sealed))
        return "\n".join(" ".join(groups[start : start + 4]) for start in range(0, GROUPS, 4))

    @classmethod
    def from_text(cls, typed: str) -> Self:
        """Read a share as typed. Raises ShareTypoError, whose `groups` say where the errors are."""
        try:
            data = bytes(to_bytes(read(typed, GROUPS)))
        except Misspelt as misspelt:
            raise ShareTypoError(f"the recovery share {misspelt.fault}", misspelt.groups) from None
        number, needed, total = (data[0] & 15) + 1, (data[1] >> 4) + 1, (data[1] & 15) + 1
        if data[0] >> 4 not in (_NAMES_VAULT, _VERSION) or not LEAST <= needed <= total or number > total:
            raise ShareTypoError("the recovery share is not in the form this program writes")
        return cls(
            number=number,
            needed=needed,
            total=total,
            named=data[2 : 2 + _NAMED],
            sealed=data[2 + _NAMED :],
            names_vault=data[0] >> 4 == _NAMES_VAULT,
        )

    def is_of(self, share_set: ShareSet) -> bool:
        """Whether it claims to belong to this set; only opening it proves this."""
        named = (self.named, self.needed, self.total, self.names_vault)
        is_first = share_set.vault_id is not None
        return named == (share_set.set_id[:_NAMED], share_set.needed, share_set.total, is_first)


def new_secret(randomness: Randomness) -> bytearray:
    """Return a secret to be split: 128 random bits."""
    return bytearray(draw(randomness, SECRET_LENGTH))


def split(secret: bytearray, share_set: ShareSet, passphrases: Sequence[bytearray]) -> tuple[Share, ...]:
    """Split a secret among holders; each passphrase, in their order, encrypts one share.

    The passphrases are always overwritten. One derivation a holder. Raises ShareNumberError.
    """
    from Cryptodome.Protocol.SecretSharing import Shamir

    try:
        share_set.verify_numbers()
        if len(passphrases) != share_set.total:
            raise ShareNumberError("each holder of a recovery share needs a passphrase of their own")
        parts = Shamir.split(share_set.needed, share_set.total, bytes(secret), ssss=True)
        return tuple(
            _seal(number, bytearray(part), share_set, passphrase)
            for (number, part), passphrase in zip(parts, passphrases, strict=True)
        )
    finally:
        wipe(*passphrases)


def combine(given: Sequence[tuple[Share, bytearray]], share_set: ShareSet) -> bytearray:
    """Combine the secret from shares and their holders' passphrases, which are overwritten.

    Extra shares are allowed if each opens. Raises ShareTwiceError, ShareForeignError, SharesTooFewError,
    WrongSharePassphraseError. Only the keyslot shows whether the secret is the right one.
    """
    from Cryptodome.Protocol.SecretSharing import Shamir

    opened: list[tuple[int, bytearray]] = []
    try:
        numbers = [share.number for share, _ in given]
        if len(set(numbers)) != len(numbers):
            raise ShareTwiceError("the same recovery share was given twice")
        if not all(share.is_of(share_set) for share, _ in given):
            raise ShareForeignError(
                "a recovery share belongs to another vault, or to a set that was replaced"
            )
        if len(given) < share_set.needed:
            raise SharesTooFewError(f"{share_set.needed} recovery shares are needed")
        opened += [(share.number, _unseal(share, share_set, passphrase)) for share, passphrase in given]
        used = [(number, bytes(part)) for number, part in opened[: share_set.needed]]
        return bytearray(Shamir.combine(used, ssss=True))
    finally:
        wipe(*(passphrase for _, passphrase in given), *(part for _, part in opened))


def _seal(number: int, part: bytearray, share_set: ShareSet, passphrase: bytearray) -> Share:
    key = derive(passphrase, _salt(number, share_set), share_set.costs)
    try:
        sealed = AESGCM(key).encrypt(bytes(NONCE_LENGTH), part, _context(number, share_set))
    finally:
        wipe(key, part)
    return Share(
        number=number,
        needed=share_set.needed,
        total=share_set.total,
        named=share_set.set_id[:_NAMED],
        sealed=sealed,
        names_vault=share_set.vault_id is not None,
    )


def _unseal(share: Share, share_set: ShareSet, passphrase: bytearray) -> bytearray:
    key = derive(passphrase, _salt(share.number, share_set), share_set.costs)
    part = bytearray(SECRET_LENGTH)
    try:
        AESGCM(key).decrypt_into(bytes(NONCE_LENGTH), share.sealed, _context(share.number, share_set), part)
    except InvalidTag:
        raise WrongSharePassphraseError(
            f"recovery share {share.number} does not open with the passphrase given for it", share.number
        ) from None
    finally:
        wipe(key)
    return part


def _salt(number: int, share_set: ShareSet) -> bytes:
    return sha256(_bound("thb-share-salt", share_set, bytes([number]))).digest()


def _context(number: int, share_set: ShareSet) -> bytes:
    return _bound("thb-share", share_set, bytes([number, share_set.needed, share_set.total]))


def _bound(label: str, share_set: ShareSet, last: bytes) -> bytes:
    if share_set.vault_id is not None:
        return bind(f"{label}/1", share_set.vault_id, share_set.set_id, last)
    return bind(f"{label}/2", share_set.set_id, last)
