"""What was corrected, struck out, decided, withdrawn or restricted after it left, and who received it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.corrections import Correction
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.people_fields import IDENTITY
from thb_desktop.domain.taking_out import TakenOut
from thb_desktop.domain.vocabulary import NoticeKind, RecipientKind
from thb_desktop.services.receiving.held import Held, Key, Left, by_table, held_of
from thb_desktop.services.receiving.later import Later, later_than, numbers_of
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.verify.notice_text import Theirs


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What happened, to what (id and number), and when; no time for what is told whenever it was entered.

    theirs: what they received of which that is told, if they did not receive it itself (a record that
    rectifies one of theirs, a condition of use of it). The number is then that of theirs, with its own in
    brackets.
    """

    kind: NoticeKind
    subject: str
    number: str
    since: datetime | None
    theirs: tuple[Theirs, ...] = ()


_NAMED = 5
"""Entries of theirs that one notice names; of the rest it says that there are more."""


def changed_since(connection: Connection, case_id: CaseId) -> Iterator[tuple[Left, Changed]]:
    """Yield what left, in a package or otherwise (a bundle of which no package was made, a single file, an
    identity annex), with what was recalled, restricted, rectified or supplemented of it since (V-P-06).

    Only what left is read, by its ids.
    """
    everything = held_of(connection, case_id)
    about: dict[Key, list[Later]] = {}
    for later in later_than(connection, by_table(everything)):
        about.setdefault(later.of, []).append(later)
    found = [(held, _told(held, about), _theirs(held, about)) for held in everything]
    keys = {key for _, told, _ in found for _, key in told}
    numbers = numbers_of(connection, keys.union(*(of for _, _, theirs in found for of in theirs.values())))
    for held, told, theirs in found:
        for (kind, subject), at in sorted(told.items(), key=lambda each: (numbers[each[0][1]], each[0])):
            of = sorted((numbers[each], each[1]) for each in theirs.get(subject, ()))
            yield (
                held.left,
                Changed(
                    kind=kind,
                    subject=subject[1],
                    number=_named(numbers[subject], [number for number, _ in of]),
                    since=at,
                    theirs=tuple(Theirs(id=own, number=number) for number, own in of),
                ),
            )
    yield from _of_annexes(connection, case_id)


def _theirs(held: Held, about: dict[Key, list[Later]]) -> dict[Key, set[Key]]:
    """Return what of that which they received an entry is about which they did not receive, by that entry."""
    found: dict[Key, set[Key]] = {}
    for later in (each for key in held.keys & about.keys() for each in about[key]):
        if later.beside == later.subject and later.concerns(held):
            found.setdefault(later.subject, set()).add(later.of)
    return found


def _named(number: str, theirs: Sequence[str]) -> str:
    """Return what a notice calls an entry. theirs: what it is about, if they did not receive it itself."""
    more = ["\u2026"] if len(theirs) > _NAMED else []
    return f"{', '.join((*theirs[:_NAMED], *more))} ({number})" if theirs else number


def received_by(connection: Connection, left: Left) -> tuple[str, ...]:
    """Return the names of those who received something, without the office's own."""
    if isinstance(left, (Bundle, TakenOut)):
        return (left.recipient,)
    chosen = registry.RECIPIENT.among(connection, "id", left.recipients)
    names = tuple(each.name for each in chosen if each.kind is RecipientKind.ADDRESSEE)
    bundle = registry.BUNDLE.find(connection, left.bundle_id)
    return names or ((bundle.recipient,) if bundle else ())


type _Told = dict[tuple[NoticeKind, Key], datetime | None]


def _told(held: Held, about: dict[Key, list[Later]]) -> _Told:
    """What those who received this must be told, each with the last time. What is recalled is told as that
    alone.
    """
    told: _Told = {}
    for later in (each for key in held.keys & about.keys() for each in about[key]):
        if later.concerns(held):
            of = later.kind, later.subject
            times = [at for at in (told.get(of), later.at) if at is not None]
            told[of] = max(times, default=None)
    recalled = {subject: at for (kind, subject), at in told.items() if kind is NoticeKind.RECALLED}
    for kind, subject in [*told]:
        if subject in recalled and kind is not NoticeKind.RECALLED:
            times = [at for at in (told.pop((kind, subject)), recalled[subject]) if at is not None]
            told[NoticeKind.RECALLED, subject] = recalled[subject] = max(times, default=None)
    return told


def _of_annexes(connection: Connection, case_id: CaseId) -> Iterator[tuple[Left, Changed]]:
    """An annex tells identities: a corrected one is told by its pseudonym, and never what it was."""
    for annex in registry.IDENTITY_ANNEX.where(connection, "case_id", case_id):
        for person in registry.PERSON.among(connection, "id", annex.persons):
            corrected = registry.CORRECTION.where(connection, "subject_id", person.id)
            if later := [each.at for each in corrected if _is_identity(each) and each.at > annex.at]:
                changed = Changed(
                    kind=NoticeKind.RECTIFIED, subject=person.id, number=person.code, since=max(later)
                )
                yield annex, changed


def _is_identity(correction: Correction) -> bool:
    return correction.entity == IDENTITY.name
