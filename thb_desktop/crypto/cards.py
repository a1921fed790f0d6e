"""Cards: a signing key in a smart card or another token, used through its maker's PKCS#11 module.

The key never leaves the card. The program asks for the PIN once, and the card stays unlocked until the signer
is closed. The module is the maker's program and runs inside ours; the user chooses which one is loaded.
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, cast

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from thb_desktop.crypto.keyfiles import verify_usable
from thb_desktop.crypto.material import wipe
from thb_desktop.crypto.signing import key_id, verify_signature
from thb_desktop.errors import (
    CardAbsentError,
    CardModuleError,
    CardRefusedError,
    KeyRefusedError,
    PinLockedError,
    SignatureError,
    ThbError,
    WrongPinError,
)

if TYPE_CHECKING:
    from pkcs11 import PublicKey, Session, Token
    from pkcs11.types import SignMixin

_ABSENT = frozenset(
    {
        "DeviceRemoved",
        "KeyHandleInvalid",
        "ObjectHandleInvalid",
        "SessionClosed",
        "SessionHandleInvalid",
        "SlotIDInvalid",
        "TokenNotPresent",
        "TokenNotRecognised",
    }
)
"""What modules answer after the card was removed from the reader."""
_WRONG_PIN = frozenset({"PinIncorrect", "PinInvalid", "PinLenRange"})
_LOCKED = frozenset({"PinLocked", "PinExpired", "UserPinNotInitialized"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CardKey:
    """A usable key, as a card shows it without the PIN.

    token, serial: the card's own name and number. public_key: SubjectPublicKeyInfo (DER). certificate: DER.
    above: the other certificates on the card, unordered.
    """

    token: str
    serial: str
    label: str
    public_key: bytes
    certificate: bytes | None
    above: tuple[bytes, ...] = ()


@dataclass(slots=True, kw_only=True)
class CardSigner:
    """A signer whose private key is in a card that stays unlocked until `close`."""

    public_key: bytes
    certificate: bytes | None
    _key: "SignMixin" = field(repr=False)
    _session: "Session" = field(repr=False)

    @property
    def key_id(self) -> str:
        return key_id(self.public_key)

    def sign(self, data: bytes) -> bytes:
        """Sign SHA-256 of `data`; 64 bytes. Raises CardAbsentError, CardRefusedError."""
        from pkcs11 import Mechanism

        with _answers():
            signature = bytes(self._key.sign(sha256(data).digest(), mechanism=Mechanism.ECDSA))
        try:
            verify_signature(self.public_key, data, signature)
        except SignatureError:
            raise CardRefusedError("the card gave a signature that does not fit its key") from None
        return signature

    def close(self) -> None:
        """Lock the card again."""
        from pkcs11 import PKCS11Error

        with suppress(PKCS11Error):
            self._session.close()


def list_card_keys(module: Path) -> tuple[CardKey, ...]:
    """List the P-256 keys of all cards in the readers, as they show without a PIN.

    Raises CardModuleError, CardRefusedError.
    """
    found: list[CardKey] = []
    for token in _tokens(module):
        with _answers(), token.open() as session:
            found += _keys_of(token, session)
    return tuple(found)


def open_card(module: Path, pin: bytearray, public_keys: Mapping[bytes, bytes | None]) -> CardSigner:
    """Unlock the card that has one of these keys. The PIN is always overwritten.

    public_keys: SubjectPublicKeyInfo, and the certificate that the signer shows for it. Raises
    CardAbsentError, CardModuleError, CardRefusedError, WrongPinError, PinLockedError, KeyRefusedError.
    """
    try:
        token, public_key = _find(module, public_keys)
        with _answers():
            session = token.open(user_pin=pin.decode("utf-8", "replace"))
    finally:
        wipe(pin)
    try:
        with _answers():
            private = _private_key(session, public_key)
        return CardSigner(
            public_key=public_key, certificate=public_keys[public_key], _key=private, _session=session
        )
    except BaseException:
        session.close()
        raise


def _find(module: Path, wanted: Collection[bytes]) -> "tuple[Token, bytes]":
    for token in _tokens(module):
        with _answers(), token.open() as session:
            for key in _keys_of(token, session):
                if key.public_key in wanted:
                    return token, key.public_key
    raise CardAbsentError("the card with this key is not in the reader")


def _tokens(module: Path) -> "list[Token]":
    from pkcs11 import PKCS11Error, TokenFlag, lib

    if not module.is_absolute() or not module.is_file():
        raise CardModuleError("there is no PKCS#11 module at this path; the full path is needed")
    try:
        slots = lib(str(module)).get_slots(token_present=True)
    except (PKCS11Error, RuntimeError, OSError):
        raise CardModuleError("the PKCS#11 module cannot be used") from None
    tokens = []
    for slot in slots:
        with suppress(PKCS11Error):  # a card that is being removed
            token = slot.get_token()
            if TokenFlag.TOKEN_INITIALIZED in token.flags:
                tokens.append(token)
    return tokens


def _keys_of(token: "Token", session: "Session") -> list[CardKey]:
    certificates = _certificates(session)
    labels, keys = _public_keys(session)
    keys = {**keys, **{name: _spki_of(certificate) for name, certificate in certificates.items()}}
    found = []
    for name, spki in keys.items():
        try:
            verify_usable(certificates.get(name), spki)
        except KeyRefusedError:
            continue
        found.append(
            CardKey(
                token=str(token.label),
                serial=bytes(token.serial).decode("ascii", "replace"),
                label=labels.get(name, ""),
                public_key=spki,
                certificate=certificates.get(name),
                above=tuple(each for other, each in certificates.items() if other != name),
            )
        )
    return found


def _certificates(session: "Session") -> dict[bytes, bytes]:
    """Return certificates by the id on the card, which a certificate shares with its key."""
    from pkcs11 import Attribute, ObjectClass

    found = list(session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}))
    return {bytes(each[Attribute.ID]): bytes(each[Attribute.VALUE]) for each in found}


def _public_keys(session: "Session") -> tuple[dict[bytes, str], dict[bytes, bytes]]:
    """Return labels and SubjectPublicKeyInfo by the id on the card."""
    from pkcs11 import Attribute, KeyType, ObjectClass
    from pkcs11.util.ec import encode_ec_public_key

    found = list(
        session.get_objects({Attribute.CLASS: ObjectClass.PUBLIC_KEY, Attribute.KEY_TYPE: KeyType.EC})
    )
    names = [bytes(each[Attribute.ID]) for each in found]
    labels = {name: str(each[Attribute.LABEL] or "") for name, each in zip(names, found, strict=True)}
    keys = {
        name: encode_ec_public_key(cast("PublicKey", each)) for name, each in zip(names, found, strict=True)
    }
    return labels, keys


def _spki_of(untrusted_certificate: bytes) -> bytes:
    try:
        public_key = x509.load_der_x509_certificate(untrusted_certificate).public_key()
        return public_key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return b""


def _private_key(session: "Session", public_key: bytes) -> "SignMixin":
    from pkcs11 import Attribute, KeyType, ObjectClass, PKCS11Error

    _, keys = _public_keys(session)
    shown = {**keys, **{name: _spki_of(each) for name, each in _certificates(session).items()}}
    wanted = {Attribute.CLASS: ObjectClass.PRIVATE_KEY, Attribute.KEY_TYPE: KeyType.EC}
    for private in list(session.get_objects(wanted)):
        if shown.get(bytes(private[Attribute.ID])) != public_key:
            continue
        with suppress(PKCS11Error):  # a module that does not know the attribute asks for the PIN once
            if private[Attribute.ALWAYS_AUTHENTICATE]:
                raise KeyRefusedError("this key of the card asks for the PIN at each signature")
        return cast("SignMixin", private)
    raise CardAbsentError("the card shows this key but does not have it")


@contextmanager
def _answers() -> Iterator[None]:
    """Turn the card's answers into our own errors."""
    from pkcs11 import PKCS11Error

    try:
        yield
    except PKCS11Error as error:
        raise _refusal(type(error).__name__) from None


def _refusal(answer: str) -> ThbError:
    if answer in _WRONG_PIN:
        return WrongPinError("the PIN is wrong")
    if answer in _LOCKED:
        return PinLockedError("the PIN of the card is locked; who issued the card can unlock it")
    if answer in _ABSENT:
        return CardAbsentError("the card is not in the reader any more")
    return CardRefusedError("the card did not do what was asked of it")
