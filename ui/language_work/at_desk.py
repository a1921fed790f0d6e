"""At the desk: a linguist opens their key for one act, with passphrase or card."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from thb_desktop.crypto import passphrases
from thb_desktop.crypto.signing import Signer
from thb_desktop.domain.people import Interpreter
from thb_desktop.errors import NotTheLinguistError, WrongCertifierPassphraseError, WrongPassphraseError
from thb_desktop.services.core.keys import Card
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import users

if TYPE_CHECKING:
    from ui.widgets.card import TypedCard


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedKey:
    """Who signs, and what they typed to open their key."""

    linguist: Interpreter
    passphrase: str = field(repr=False)
    card: "TypedCard | None" = None


def sign_at_desk[T](session: Session, key: TypedKey, work: Callable[[Signer], T]) -> T:
    """Do this with the linguist's key, which is closed again afterwards.

    Raises NotTheLinguistError for a linguist who is no user, WrongCertifierPassphraseError, and what the card
    raises.
    """
    if key.linguist.user_id is None:
        raise NotTheLinguistError("who signs is a user of this vault")
    card = Card(module=key.card.module, pin=bytearray(key.card.pin, "utf-8")) if key.card else None
    try:
        guest = users.signer_of(
            session, key.linguist.user_id, passphrases.prepare(key.passphrase), card=card, any_key=True
        )
    except WrongPassphraseError:
        raise WrongCertifierPassphraseError(
            "the linguist's passphrase is wrong; nothing was signed"
        ) from None
    try:
        return work(guest.keys.signer)
    finally:
        guest.keys.close()
