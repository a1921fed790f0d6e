"""Names in archives: where one would lead if somebody unpacked it, and which other name it may be taken for.

Nothing is unpacked by a name here. The marks are for who takes the archive out and unpacks it elsewhere.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

_UP = re.compile(r"(?:^|[/\\])\.\.[. ]*(?:[/\\]|$)")
"""Windows takes dots and spaces from the end of a name, so that `.. ` leads up too."""
_ABSOLUTE = re.compile(r"[/\\]|[A-Za-z]:")
_DEVICE = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])[. ]*(?:[.:].*)?", re.IGNORECASE
)
"""Names that Windows keeps for devices, also with an ending."""
_OTHER_ON_WINDOWS = re.compile(r"[. ]$|.:")
"""It takes dots and spaces from the end, and what follows a colon is a second stream of a file."""
_SEPARATORS = re.compile(r"[/\\]")


def leads_outside(name: str) -> bool:
    """Whether a name leads out of the folder into which one would unpack it, on any system."""
    return bool(_UP.search(name) or _ABSOLUTE.match(name)) or "\0" in name


def is_other_on_windows(name: str) -> bool:
    """Whether Windows takes a part of a name for a device, for another name, or for a part of a file."""
    within = re.sub(r"^[A-Za-z]:", "", name)
    parts = [each for each in _SEPARATORS.split(within) if each.strip(". ")]
    return any(_DEVICE.fullmatch(each) or _OTHER_ON_WINDOWS.search(each) for each in parts)


def marks_of(*names: str) -> list[str]:
    """Return the marks of an entry with these names: one, or several if the archive contradicts itself."""
    marks = ["OUTSIDE"] if any(map(leads_outside, names)) else []
    marks += ["WINDOWS"] if any(map(is_other_on_windows, names)) else []
    return marks + (["OTHER_NAME"] if len({*names}) > 1 else [])


def folded(name: str) -> str:
    """Return a name as a system may compare it: the case and the composition of its signs, dots and spaces at
    the end of a part, and the direction of its strokes say nothing there.
    """
    parts = [each.rstrip(". ") or each for each in _SEPARATORS.split(name.partition("\0")[0])]
    told = "/".join(each for each in parts if each not in ("", "."))
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", told).casefold())


def counted(names: Iterable[str]) -> Counter[str]:
    """Count the names that a system may take for one."""
    return Counter(map(folded, names))


def by_length(names: Iterable[str]) -> Mapping[int, Collection[str]]:
    """Return the folded names, by their lengths: a long name of others is then compared with few of them."""
    found: dict[int, set[str]] = {}
    for each in map(folded, names):
        found.setdefault(len(each), set()).add(each)
    return found


def leads_through(name: str, links: Mapping[int, Collection[str]]) -> bool:
    """Whether a part before the last one of a name is a link of the archive. links: as `by_length`."""
    if not links:
        return False
    told = folded(name)
    places = (each.start() for each in re.finditer("/", told))
    return any(told[:place] in links[place] for place in places if place in links)
