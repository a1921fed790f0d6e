"""Stated values: MD5, SHA-1, SHA-512 and SHA3-256 that people state of an exhibit's content."""

from collections.abc import Iterable, Sequence

from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_kinds import CUSTODY_KINDS, FILES_WITHDRAWN
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.vocabulary import CustodyAction

_BY_LENGTH = {32: "md5", 40: "sha1", 128: "sha512"}
_SHA3 = "sha3-256:"


def algorithm_of(value: str) -> str:
    """Return the name in `hashlib` of the algorithm of a value, as `CustodyEvent.weak_digest` has it."""
    return "sha3_256" if value.startswith(_SHA3) else _BY_LENGTH[len(value)]


def hex_of(value: str) -> str:
    """Return the digits of a value."""
    return value.removeprefix(_SHA3)


def values_to_compare(entered: Sequence[CustodyEvent], files: Sequence[ExhibitFile]) -> tuple[str, ...]:
    """Return what people state of the content, each value once, in the order of entry.

    entered: the corrected events. files: those that stand. A value that was compared with all of them is left
    out, unless one was added, withdrawn or reinstated since.
    """
    since = max((each.number for each in entered if each.action in FILES_WITHDRAWN), default=0)
    added = [each.added_at for each in files]
    compared = {
        each.weak_digest
        for each in entered
        if is_comparison(each)
        and each.number > since
        and each.files_read >= len(files)
        and all(at <= each.recorded_at for at in added)
    }
    return tuple(each for each in said_by_people(entered) if each not in compared)


def said_by_people(entered: Iterable[CustodyEvent]) -> tuple[str, ...]:
    """Return the values of events that were entered about the content. entered: the corrected events."""
    said = (
        each.weak_digest
        for each in entered
        if each.weak_digest and not each.files_read and CUSTODY_KINDS[each.action].of_content
    )
    return tuple(dict.fromkeys(said))


def is_comparison(event: CustodyEvent) -> bool:
    """Whether the program compared this value: one that a person states, or that a forensic image does."""
    return event.action is CustodyAction.VERIFIED and event.files_read > 0 and bool(event.weak_digest)
