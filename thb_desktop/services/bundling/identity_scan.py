"""The scan of what leaves: every byte of a bundle and of the files of exhibits, for sealed identities.

Bytes are read in each coding that they may have, here and piece by piece. What lies deeper (streams,
archives, mail, properties of pictures and documents) a confined process reads out; with what its texts are
compared, it never learns. A finding tells the place and the pseudonym, and no word of the register.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from threading import Event

from thb_desktop.domain.form_search import FormSearch
from thb_desktop.domain.natural_order import natural
from thb_desktop.errors import FormatError, InspectionEndedError, SandboxMissingError
from thb_desktop.findings import Finding, Value, Where
from thb_desktop.findings import unknown as warn
from thb_desktop.inspect.limits import Limits
from thb_desktop.inspect.running import inspect
from thb_desktop.inspect.texts.codes import written_otherwise
from thb_desktop.inspect.texts.codings import decoded, is_text
from thb_desktop.inspect.texts.collecting import FIELD, RECORD, Unread
from thb_desktop.inspect.texts.looking import is_recording, texts_in
from thb_desktop.ledger import canonical
from thb_desktop.services.bundling.identity_register import Register

LARGEST = 96 << 20
"""Bytes of a file that is looked into. Of a larger one, the bytes themselves are searched."""
_PIECE, _OVERLAP = 4 << 20, 4 << 10
"""Bytes that are searched at once, and how many of them again with the next: longer than any form."""
_LIMITS = Limits(memory=2 << 30, processor=120, seconds=240, answer=192 << 20)
_CODED = re.compile(rb"[<&\\%=:]|[A-Za-z0-9+/_-]{16}")
"""What a plain text has that may have to be read otherwise: codes, Base64, headers of a message."""
_MOST_TOLD = 40
_NUMBERED = re.compile(r"(?:(.+), )?(page|object) (\d{1,9})", re.ASCII | re.DOTALL)
"""The part of a PDF, of the bundle itself or of a file in it."""
"""Places in a PDF itself, which are told in the words of the reader."""
_NO_KEY, _SEALED_DAMAGED = "NO_KEY", "SEALED_DAMAGED"
_UNREAD = {
    _NO_KEY: "not-searched.no-key",
    _SEALED_DAMAGED: "not-searched.sealed-damaged",
    Unread.ENCRYPTED: "not-searched.encrypted",
    Unread.PIXELS: "not-searched.pixels",
    Unread.SOUND: "not-searched.sound",
    Unread.UNKNOWN: "not-searched.unknown",
    Unread.DAMAGED: "not-searched.damaged",
    Unread.TOO_MUCH: "not-searched.too-much",
    Unread.LETTERS: "not-searched.letters",
}


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something is. thing: the number of an exhibit, or of the bundle. part: of the file."""

    thing: str
    part: str


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A sealed identity at a place. person: the pseudonym. line: of the text there, from 1."""

    place: Place
    person: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """What a scan found, and what it could not look into. mark: of the register that was looked for."""

    hits: tuple[Hit, ...] = ()
    unread: tuple[tuple[Place, Unread | str], ...] = ()
    mark: str = field(default="", repr=False)

    @property
    def things(self) -> tuple[str, ...]:
        """The numbers of what tells an identity."""
        return tuple(dict.fromkeys(each.place.thing for each in self.hits))

    @property
    def unsearched(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(place.thing for place, _ in self.unread))

    def findings(self) -> Iterator[Finding]:
        """Say each place, and why something was not searched."""
        for each in self.hits[:_MOST_TOLD]:
            told: dict[str, Value] = {"thing": each.place.thing, "line": each.line, "person": each.person}
            numbered = _NUMBERED.fullmatch(each.place.part)
            if numbered and not numbered[1]:
                key = "identity-leaves.page" if numbered[2] == "page" else "identity-leaves.object"
                yield warn(key, {**told, "number": int(numbered[3])})
            elif each.place.part:
                yield warn("identity-leaves.part", {**told, "part": _part(each.place)})
            else:
                yield warn("identity-leaves.whole", told)
        if len(self.hits) > _MOST_TOLD:
            yield warn("identity-leaves.more", count=len(self.hits) - _MOST_TOLD)
        reasons: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for place, why in self.unread:
            reasons[why][place.thing] = None
        for why, things in reasons.items():
            yield warn(_UNREAD[why], numbers=tuple(things))


def told_places(scan: Scan, fields: Iterable[tuple[Where, str]] = ()) -> tuple[tuple[Where | str, str], ...]:
    """Return the places of hits for a refusal: fields of the case, pages, then the rest, the first ones, each
    with the pseudonym.

    Data of the PDF without a page repeat what fields and pages say: nobody can change anything there. They
    are told of whom nothing else is.
    """
    places: dict[tuple[Where | str, str], None] = dict.fromkeys(fields)
    for each in sorted(scan.hits, key=lambda each: (_paged(each.place), _of_hit(each))):
        if not _is_behind(each.place) or each.person not in {person for _, person in places}:
            places[_part(each.place), each.person] = None
    return (*list(places)[:_MOST_TOLD], *([("…", "")] if len(places) > _MOST_TOLD else []))


def _of_hit(hit: Hit) -> tuple[object, ...]:
    """The order of hits for a reader: things and pseudonyms by their numbers."""
    return (*_of_place(hit.place), natural(hit.person), hit.line)


def _of_unread(missed: tuple[Place, Unread | str]) -> tuple[object, ...]:
    return (*_of_place(missed[0]), missed[1])


def _of_place(place: Place) -> tuple[object, ...]:
    return natural(place.thing), place.part


def _paged(place: Place) -> tuple[int, int]:
    """The order of places for a reader: pages by their numbers, and what has none behind them."""
    numbered = _NUMBERED.fullmatch(place.part)
    return (0, int(numbered[3])) if numbered and numbered[2] == "page" else (1, 0)


def _is_behind(place: Place) -> bool:
    numbered = _NUMBERED.fullmatch(place.part)
    return numbered is not None and numbered[2] == "object" and not numbered[1]


def _part(place: Place) -> Where | str:
    """Return a place for a sentence in any language; the name of an attached file stands as it is."""
    numbered = _NUMBERED.fullmatch(place.part)
    if numbered is None:
        return place.part or place.thing
    within, kind, number = numbered.groups()
    names = (within,) if within else ()
    return Where(kind=f"{kind}-within" if within else kind, first=int(number), names=names)


def joined(scans: Iterable[Scan], register: Register) -> Scan:
    """Return several scans as one."""
    made = tuple(scans)
    return Scan(
        hits=tuple(sorted({each for scan in made for each in scan.hits}, key=_of_hit)),
        unread=tuple(sorted({each for scan in made for each in scan.unread}, key=_of_unread)),
        mark=register.mark,
    )


def shown_of(scan: Scan, numbers: Iterable[str]) -> Scan:
    """Say of pictures in a bundle, into which nobody could look, whose they are. numbers: of the exhibits of
    which it prints pictures.
    """
    shown = tuple(Place(each, "") for each in numbers)
    unread = (
        (each, why) for at, why in scan.unread for each in ((shown if why is Unread.PIXELS else ()) or (at,))
    )
    return replace(scan, unread=tuple(dict.fromkeys(unread)))


def scan_texts(register: Register, thing: str, texts: Iterable[tuple[str, str]]) -> Scan:
    """Scan texts of ours, each with the place where it stands."""
    if register.search is None:
        return _shut(register, thing)
    looking = _Looking(register.search, thing)
    for part, text in texts:
        looking.at_text(part, text)
    return looking.scan(register)


def scan_bundle(register: Register, number: str, pdf: bytes) -> Scan:
    """Scan a bundle of ours, which this process may read itself."""
    if register.search is None:
        return _shut(register, number)
    if register.is_empty:
        return _nothing(register)
    told = texts_in(BytesIO(pdf)).told()
    looking = _Looking(register.search, number)
    looking.at_texts(told["parts"], told["unread"])
    return looking.scan(register)


def scan_file(
    register: Register,
    thing: str,
    name: str,
    pieces: Callable[[], Iterable[bytes]],
    *,
    cancelled: Event | None = None,
) -> Scan:
    """Scan a file of others with its name. pieces: its bytes, each time again.

    Raises CancelledError, and what reading the pieces raises.
    """
    if register.search is None:
        return _shut(register, thing)
    if register.is_empty:
        return _nothing(register)
    looking = _Looking(register.search, thing)
    for text in (name, *written_otherwise(name)):
        looking.at_text("name", text)
    size, beginning, is_plain = _look_at_bytes(looking, pieces())
    if is_recording(beginning) and not is_text(beginning):
        looking.miss("", Unread.SOUND)
    elif size > LARGEST:
        looking.miss("", Unread.TOO_MUCH)
    elif size and not is_plain:
        _look_inside(looking, pieces(), cancelled)
    return looking.scan(register)


def _nothing(register: Register) -> Scan:
    """Nothing was found; told are those of whom nothing could be looked for."""
    return Scan(unread=_damaged(register), mark=register.mark)


def _damaged(register: Register) -> tuple[tuple[Place, str], ...]:
    return tuple((Place(code, ""), _SEALED_DAMAGED) for code in register.damaged)


def _shut(register: Register, thing: str) -> Scan:
    return Scan(unread=((Place(thing, ""), _NO_KEY),), mark=register.mark)


class _Looking:
    """What was found in one thing so far."""

    def __init__(self, search: FormSearch, thing: str) -> None:
        self._search, self._thing = search, thing
        self._hits: dict[tuple[str, str], Hit] = {}
        self._unread: set[tuple[Place, Unread | str]] = set()

    def at_text(self, part: str, text: str) -> None:
        for each in self._search.find(text):
            self._hits.setdefault((part, each.owner), Hit(self._place(part), each.owner, each.line))

    def at_texts(self, parts: object, unread: object) -> None:
        """Take the answer of `inspect.texts`: untrusted."""
        for part, text in _records(parts):
            self.at_text(part, text)
            self.at_text("name", part)
        for why, part in _records(unread):
            self.miss(part, Unread(why) if why in Unread.__members__ else Unread.DAMAGED)

    def miss(self, part: str, why: Unread) -> None:
        self._unread.add((self._place(part), why))

    def scan(self, register: Register) -> Scan:
        unread = (*sorted(self._unread), *_damaged(register))
        return Scan(hits=tuple(self._hits.values()), unread=unread, mark=register.mark)

    def _place(self, part: str) -> Place:
        """A name within a file that tells somebody is not repeated."""
        told = part.strip(", /")[:120]
        return Place(self._thing, "…" if self._search.find(told) else told)


def _records(told: object) -> Iterator[tuple[str, str]]:
    for record in str(told).split(RECORD) if told else ():
        first, _, rest = record.partition(FIELD)
        yield first, rest


def _look_at_bytes(looking: _Looking, pieces: Iterable[bytes]) -> tuple[int, bytes, bool]:
    """Search bytes in each coding; return how many they are, the first ones, and whether they are a text in
    which every letter stands for itself.
    """
    size, held, beginning, is_plain = 0, b"", b"", True
    for piece in _large(pieces):
        beginning = beginning or piece[:4096]
        size += len(piece)
        data = held + piece
        texts = [*decoded(data)]
        for text in texts:
            looking.at_text("", text)
        is_plain = is_plain and len(texts) == 1 and _CODED.search(data) is None
        held = data[-_OVERLAP:]
    return size, beginning, is_plain


def _large(pieces: Iterable[bytes]) -> Iterator[bytes]:
    held = bytearray()
    for piece in pieces:
        held += piece
        if len(held) >= _PIECE:
            yield bytes(held)
            held.clear()
    if held:
        yield bytes(held)


def _look_inside(looking: _Looking, pieces: Iterable[bytes], cancelled: Event | None) -> None:
    try:
        said = inspect("texts", pieces, limits=_LIMITS, cancelled=cancelled)
        told = canonical.parse(said)
    except (InspectionEndedError, SandboxMissingError, FormatError):
        looking.miss("", Unread.DAMAGED)
        return
    if isinstance(told, dict):
        looking.at_texts(told.get("parts"), told.get("unread"))
