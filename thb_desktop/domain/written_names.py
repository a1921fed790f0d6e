"""What a text names in the net: e-mail addresses, handles, addresses of wallets and IP addresses.

Each in one form, whatever capitals it is written with. A handle is a name behind an @, or in the address of
a profile: of which platform is not compared, since a text seldom says it. An address of a wallet counts
where its form is known and its check digits, if it has any, agree.
"""

import ipaddress
import re
from collections.abc import Iterator
from typing import NamedTuple

from thb_desktop.domain.checksums import check_address_form
from thb_desktop.domain.identifier_kinds import IdentifierKind
from thb_desktop.domain.number_lengths import PHONE_LENGTHS
from thb_desktop.domain.vocabulary import ChecksumState


class Named(NamedTuple):
    """Where it stands in the text, and its one form."""

    kind: IdentifierKind
    start: int
    end: int
    form: str


_EMAIL = re.compile(
    r"(?<![\w.+%@-])(?:(?:[cdjlmnst]|(?:jus|lors|puis)?qu)['\u2019])?"
    r"(\w[\w.+%'-]{0,63}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,8}[^\W\d_]{2,24})(?![\w@-])",
    re.IGNORECASE,
)
"""A word of French that lost its vowel before an address is no part of it."""
_HANDLE = re.compile(r"(?<![\w.+%@-])@(?P<name>\w(?:[\w.]{1,62}\w))(?![\w@^])")
"""The colour profile of most photographs has `;@EJOTY^` in its curve, which is found among bytes."""
_PROFILE = re.compile(
    r"(?<![\w-])(?:(?P<posts>t|telegram)|instagram|facebook|fb|tiktok|twitter|x|vk|onlyfans|snapchat)"
    r"\.(?:me|com)/(?:add/)?@?(?P<name>\w(?:[\w.]{1,62}\w))(?![\w@]|\.\w)"
    r"(?(posts)(?!(?:/\d*)+[^\W\d]|/@)|(?!/[\w@]))",
    re.IGNORECASE,
)
"""A slash may close it; in Telegram, the numbers of messages may follow."""
_PATHS = frozenset(
    (
        *("accounts", "add", "addstickers", "direct", "events", "joinchat"),
        *("explore", "groups", "hashtag", "help", "home", "login", "marketplace", "media", "pages"),
        *("people", "photo", "photos", "profile.php", "reel", "reels", "search", "share", "sharer"),
        *("sharer.php", "stories", "story.php", "video", "videos", "watch"),
    )
)
"""Parts of platforms that stand where a name does."""
_IP = re.compile(r"(?<![\w.:])(?:\d{1,3}\.){3}\d{1,3}(?![\w]|\.\d)", re.ASCII)
_CODE_BEFORE = re.compile(
    r"(?<![^\W_])(?:\+|00)((?:[ \u00a0\u202f\u2009().\-\u2011\u2013/]{0,3}\d)*"
    r"[ \u00a0\u202f\u2009().\-\u2011\u2013/]{0,3})$",
    re.ASCII,
)
_MOST_BEFORE = 32
_MOST_DIGITS = 15
_IP6 = re.compile(r"(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])", re.ASCII | re.IGNORECASE)
_WALLET = re.compile(
    r"(?<![^\W_])(?:0x[0-9a-f]{40}|bc1[02-9ac-hj-np-z]{8,87}|[13T][1-9A-HJ-NP-Za-km-z]{24,34})(?![^\W_])",
    re.ASCII | re.IGNORECASE,
)
_CASELESS = ("0x", "bc1")
_SIGNS_OF_IP6 = 4


def names_in(text: str) -> Iterator[Named]:
    """Return what a text names in the net, by its kind. Its digits are those of ASCII."""
    if "@" in text:
        for match in _EMAIL.finditer(text):
            yield Named(IdentifierKind.EMAIL, *match.span(1), match[1].casefold())
    yield from _handles(text)
    if any(map(str.isdigit, text)):
        yield from _wallets(text)
        yield from _addresses(text)


def _handles(text: str) -> Iterator[Named]:
    """Return each once: in the address of a profile it may have its @ too."""
    found = dict[int, Named]()
    for sign, form in (("@", _HANDLE), ("/", _PROFILE)):
        for match in form.finditer(text) if sign in text else ():
            if _is_name(match["name"]):
                named = Named(IdentifierKind.HANDLE, *match.span(), match["name"].casefold())
                found.setdefault(match.end(), named)
    yield from found.values()


def handle_form(written: str) -> str:
    """Return the form of a handle that an entry names as one, with its @ or without; empty for words."""
    name = written.strip().removeprefix("@")
    return name.casefold() if re.fullmatch(r"[\w.-]{1,64}", name) else ""


def _is_name(written: str) -> bool:
    return written.lower() not in _PATHS and any(map(str.isalpha, written))


def _wallets(text: str) -> Iterator[Named]:
    for match in _WALLET.finditer(text):
        written = match[0]
        is_hexadecimal = written[:2].lower() == "0x"
        if is_hexadecimal or check_address_form(written) is ChecksumState.VALID:
            form = written.lower() if written.lower().startswith(_CASELESS) else written
            yield Named(IdentifierKind.WALLET, *match.span(), form)


def _addresses(text: str) -> Iterator[Named]:
    if text.count(".") >= 3:
        for match in _IP.finditer(text):
            if not _is_in_number(match, text):
                yield from _address(match)
    if text.count(":") >= 2:
        for match in _IP6.finditer(text):
            signs = [sign for sign in match[0] if sign != ":"]
            if len(signs) >= _SIGNS_OF_IP6 and any(map(str.isdigit, signs)):
                yield from _address(match)


def _is_in_number(match: re.Match[str], text: str) -> bool:
    """Whether it ends a telephone number with its country code, which is as long as one may be."""
    before = _CODE_BEFORE.search(text[max(0, match.start() - _MOST_BEFORE) : match.start()])
    if before is None:
        return False
    digits = re.sub(r"\D", "", before[1] + match[0])
    for size in (1, 2, 3):
        if digits[:size] in PHONE_LENGTHS:
            return len(digits[size:].removeprefix("0")) in PHONE_LENGTHS[digits[:size]]
    return not digits.startswith("0") and len(digits) <= _MOST_DIGITS


def _address(match: re.Match[str]) -> Iterator[Named]:
    try:
        form = ipaddress.ip_address(match[0]).compressed
    except ValueError:
        return
    yield Named(IdentifierKind.IP, *match.span(), form)
