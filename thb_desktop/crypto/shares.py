"""Recovery shares: a secret that k of n people put together, each share closed by its holder's passphrase.

Shamir's scheme over GF(2^128) from pycryptodomex, in the form of the tool `ssss` (without its diffusion
layer), so that shares, once opened, can be combined by that tool too. The polynomial's coefficients are drawn
by the library. It does not run in constant time, which nobody measures who is not at the desk already.

A share is 40 bytes: version and number (1), k and n (1), the beginning of the id of its set (6), and the
16 bytes of the share encrypted by AES-256-GCM under a key that Argon2id derives from the holder's passphrase.
The set's id is that of the keyslot, whose cost is the cost of the derivation; the salt follows from id and
number, so the key is used once and the nonce is zero.
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
_VERSION = 1
_NAMED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareSet:
    """Which set of shares: of which vault, with which keyslot, and how many open it."""

    vault_id: bytes
    set_id: bytes
    needed: int
    total: int
    costs: KdfParameters

    def verify_numbers(self) -> None:
        """Raise ShareNumberError unless 2 to 16 people hold a share, and 2 of them at least are needed."""
        if not LEAST <= self.needed <= self.total <= MOST:
            raise ShareNumberError("recovery shares are for 2 to 16 holders, of whom 2 at least are needed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One share as it stands on paper or in a file: nothing in it is readable but its number and its set."""

    number: int
    needed: int
    total: int
    named: bytes
    sealed: bytes = field(repr=False)

    def to_text(self) -> str:
        """Sixteen groups of five, four in a line."""
        head = bytes([_VERSION << 4 | self.number - 1, (self.needed - 1) << 4 | self.total - 1])
        groups = groups_of(to_symbols(head + self.named + self.sealed))
        return "\n".join(" ".join(groups[start : start + 4]) for start in range(0, GROUPS, 4))

    @classmethod
    def from_text(cls, typed: str) -> Self:
        """Read a share as a person types it; ShareTypoError whose `groups` say where to look."""
        try:
            data = bytes(to_bytes(read(typed, GROUPS)))
        except Misspelt as misspelt:
            raise ShareTypoError(f"the recovery share {misspelt.fault}", misspelt.groups) from None
        number, needed, total = (data[0] & 15) + 1, (data[1] >> 4) + 1, (data[1] & 15) + 1
        if data[0] >> 4 != _VERSION or not LEAST <= needed <= total or number > total:
            raise ShareTypoError("the recovery share is not in the form this program writes")
        return cls(
            number=number,
            needed=needed,
            total=total,
            named=data[2 : 2 + _NAMED],
            sealed=data[2 + _NAMED :],
        )

    def is_of(self, share_set: ShareSet) -> bool:
        """Whether it says that it belongs to this set; only opening it proves so."""
        named = (self.named, self.needed, self.total)
        return named == (share_set.set_id[:_NAMED], share_set.needed, share_set.total)


def new_secret(randomness: Randomness) -> bytearray:
    """A secret to be split: 128 random bits."""
    return bytearray(draw(randomness, SECRET_LENGTH))


def split(secret: bytearray, share_set: ShareSet, passphrases: Sequence[bytearray]) -> tuple[Share, ...]:
    """Split a secret among holders, each share closed by the passphrase of its holder, in their order.

    The passphrases are overwritten, whatever happens. One derivation a holder. Raises ShareNumberError.
    """
    from Cryptodome.Protocol.SecretSharing import Shamir

    try:
        share_set.verify_numbers()
        if len(passphrases) != share_set.total:
            raise ShareNumberError("each holder of a recovery share has a passphrase of their own")
        parts = Shamir.split(share_set.needed, share_set.total, bytes(secret), ssss=True)
        return tuple(
            _seal(number, bytearray(part), share_set, passphrase)
            for (number, part), passphrase in zip(parts, passphrases, strict=True)
        )
    finally:
        wipe(*passphrases)


def combine(given: Sequence[tuple[Share, bytearray]], share_set: ShareSet) -> bytearray:
    """Put the secret together again from shares and their holders' passphrases, which are overwritten.

    More shares than are needed do no harm, if each opens. Raises ShareTwiceError, ShareForeignError,
    SharesTooFewError, WrongSharePassphraseError. Nothing tells whether the secret is the right one but
    the keyslot.
    """
    from Cryptodome.Protocol.SecretSharing import Shamir

    opened: list[tuple[int, bytearray]] = []
    try:
        numbers = [share.number for share, _ in given]
        if len(set(numbers)) != len(numbers):
            raise ShareTwiceError("the same recovery share was given twice")
        if not all(share.is_of(share_set) for share, _ in given):
            raise ShareForeignError("a recovery share is of another vault, or of a set that was replaced")
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
    return sha256(bind("thb-share-salt/1", share_set.vault_id, share_set.set_id, bytes([number]))).digest()


def _context(number: int, share_set: ShareSet) -> bytes:
    counts = bytes([number, share_set.needed, share_set.total])
    return bind("thb-share/1", share_set.vault_id, share_set.set_id, counts)
