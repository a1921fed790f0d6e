"""Whose key signs, in a sentence that stands where it is signed."""

from thb_desktop.services.core.signing_keys import SigningKeys
from ui.text import isolate, isolate_words, listed, translate

_SIGNS, _GROUP = 16, 4
"""Of the SHA-256 of a key, enough to tell one key from another."""


def signs_as(keys: SigningKeys, *, with_card: bool = False) -> str:
    """Say who signs, by the name in their certificate, and with which key."""
    if with_card and not keys.cards:
        told = translate("signing", "{name} has no card in this vault.")
        return told.format(name=isolate_words(keys.holder))
    told = translate("signing", "It is signed as {name}, with the key {key}.")
    if with_card:
        told = translate("signing", "It is signed as {name}, with the key of the card {key}.")
    shown = keys.cards if with_card else (keys.key,)
    return told.format(name=isolate_words(keys.holder), key=listed(isolate(_short(each)) for each in shown))


def _short(key: str) -> str:
    return " ".join(key[start : start + _GROUP] for start in range(0, _SIGNS, _GROUP))
