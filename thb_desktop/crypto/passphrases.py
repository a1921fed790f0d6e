"""Passphrases: bytes for key derivation, a cautious estimate of strength, and proposals."""

import math
import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from thb_desktop.crypto import wordlists
from thb_desktop.crypto.material import Randomness
from thb_desktop.errors import WeakPassphraseError

LEAST_BITS = 48
"""The program creates no vault and no user with a weaker passphrase."""
ADVISED_BITS = 64
"""About five words drawn with dice from a list of 7,776."""

_MOST_LENGTH = 1024
_WORD_BITS = math.log2(7776)
_LETTER_BITS = 3.0
_IDEOGRAPH_BITS = 7.0
_DIGIT_BITS = 3.0
_SIGN_BITS = 4.0
_REPEAT_BITS = 0.5
_ROWS = """
    qwertyuiop qwertzuiop azertyuiop asdfghjkl qsdfghjklm zxcvbnm yxcvbnm 1234567890
    !@#$%^&*()_+ !"§$%&/()= !"£$%^&*() 1!2@3#4$5%6^7&8*9(0) 1!2"3§4$5%6&7/8(9)0=
"""
_WORN = """
    password passwort passwd passphrase letmein welcome admin geheim secret
    iloveyou dragon monkey master hallo motdepasse wachtwoord contraseña senha
    azerty qwerty qwertz bonjour schatz police justice
"""
_WORN_WORDS = frozenset(_WORN.split())


class Verdict(StrEnum):
    """What the window says about a passphrase; each code has its own sentence."""

    REFUSED = "passphrase-refused"
    WEAK = "passphrase-weak"
    GOOD = "passphrase-good"


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """An estimate in bits, rounded down, and its verdict."""

    bits: int
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A random passphrase: words separated by blanks, and its strength in bits."""

    text: str = field(repr=False)
    words: int
    bits: int


def propose(language: str, randomness: Randomness) -> Proposal:
    """Draw words from the list of a language (English if there is none) until the estimate is good."""
    tag = language if language in wordlists.LANGUAGES else "en"
    drawn = wordlists.draw_words(tag, words_advised(tag), randomness)
    text = " ".join(drawn)
    return Proposal(text=text, words=len(drawn), bits=assess(text).bits)


def words_advised(language: str) -> int:
    """Return how many words from the list of a language make a good passphrase."""
    return wordlists.count_for(language if language in wordlists.LANGUAGES else "en", ADVISED_BITS)


def prepare(typed: str) -> bytearray:
    """Return the bytes for key derivation: UTF-8 of the NFC form, so that every keyboard gives the same.

    Raises WeakPassphraseError for an empty or overlong passphrase, or one with control characters.
    """
    text = unicodedata.normalize("NFC", typed)
    controls = any(unicodedata.category(sign) in ("Cc", "Cs") for sign in text)
    if controls or not 0 < len(text) <= _MOST_LENGTH:
        raise WeakPassphraseError("a passphrase must have 1 to 1,024 characters and no control characters")
    return bytearray(text, "utf-8")


def assess(typed: str) -> Strength:
    """Estimate the guesses needed by somebody who knows that it consists of words, digits and signs.

    Words count 3 bits a letter and no more than a word drawn with dice, in any language. Repeated words, runs
    of a keyboard row, of the alphabet or of digits (also with blanks between), years and common words count
    almost nothing. Different words of one of our lists count as drawn from it. The estimate is low on
    purpose: a string of random letters without blanks is worth more than it says.
    """
    text = unicodedata.normalize("NFKC", typed)
    drawn = wordlists.worth_of(text.split())
    bits = int(sum(_bits_of_parts(text)) if drawn is None else drawn)
    if bits < LEAST_BITS:
        return Strength(bits=bits, verdict=Verdict.REFUSED)
    return Strength(bits=bits, verdict=Verdict.GOOD if bits >= ADVISED_BITS else Verdict.WEAK)


def verify_strong_enough(typed: str) -> None:
    """Raise WeakPassphraseError for a passphrase under LEAST_BITS."""
    if assess(typed).verdict is Verdict.REFUSED:
        raise WeakPassphraseError("the passphrase is too easy to guess: use five random words")


def _bits_of_parts(text: str) -> list[float]:
    seen: set[str] = set()
    bits = []
    alone = ""
    for part in re.findall(r"[^\W\d_]+|\d+|\s+|[\W_]", text):
        known = part.casefold()
        follows = len(known) == 1 and alone != "" and _fresh(alone + known) == 1
        bits.append(_REPEAT_BITS if known in seen or follows else _bits(part))
        if not part.isspace() and known not in seen:
            alone = known if len(known) == 1 else ""
        seen.add(known)
    return bits


def _bits(part: str) -> float:
    folded = part.casefold()
    if part.isspace():
        return 1.0
    if part.isdecimal():
        return _bits_of_digits(part)
    if len(part) == 1 or folded in _WORN_WORDS:
        return _SIGN_BITS
    if any(unicodedata.name(sign, "").startswith(("CJK", "HANGUL", "HIRAGANA")) for sign in part):
        return _IDEOGRAPH_BITS * len(set(part))
    mixed_case = part not in (folded, part.capitalize(), part.upper())
    return min(_WORD_BITS, _LETTER_BITS * _fresh(folded)) + (2.0 if mixed_case else 0.0)


def _bits_of_digits(part: str) -> float:
    if len(part) == 4 and part[:2] in ("19", "20"):
        return math.log2(120)
    return _DIGIT_BITS * _fresh(part)


def _fresh(part: str) -> int:
    """Count the characters that do not simply follow from the one before: the same, the next, or the
    neighbour key.
    """
    fresh = 1
    for before, after in pairwise(part):
        pair = before + after
        on_a_row = pair in _ROWS or pair[::-1] in _ROWS
        fresh += not (on_a_row or abs(ord(after) - ord(before)) <= 1)
    return fresh
