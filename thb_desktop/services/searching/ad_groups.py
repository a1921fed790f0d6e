"""What advertisements of a case share: identifiers, texts, pictures, and texts that are alike.

The keys follow the rows: before the groups are listed, those of new advertisements are made, in steps. So an
act costs nothing more. Nothing is asserted: that the same number stands in two advertisements says nothing of
who wrote them.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from thb_desktop.domain.ad_keys import (
    PhoneKey,
    beginning_of,
    digest_of,
    others_of,
    phones_of,
    same_number,
    text_of,
)
from thb_desktop.domain.ads import BY_IDENTIFIER, Ad, AdGroup, AdGroupKind, AdReading
from thb_desktop.domain.connected import connected
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import CaseId, RowId
from thb_desktop.domain.near_texts import ALIKE, alike, bands, shingles, signature
from thb_desktop.domain.rights import Right
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.ads import counted
from thb_desktop.services.searching.ad_alike import alike_pictures
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import ad_lists, picture_lists
from thb_desktop.vault.tables.ad_lists import Key

STEP = 500
"""Advertisements whose keys one step makes."""
_LEAST = 10
"""Words of a text that is compared with others that are not the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdGroups:
    """The groups of a case, the largest first of each kind. done, total: of how many advertisements the keys
    are made; in a vault that is only read no new ones are. unmarked: pictures that were not looked at for a
    mark. without_mark: those that have none, for they are not read, or show too little.
    """

    groups: tuple[AdGroup, ...]
    done: int
    total: int
    unmarked: int = 0
    without_mark: int = 0


@permitted(Right.SEE_CASES)
def follow(session: Session, case_id: CaseId, *, step: int = STEP) -> bool:
    """Make the keys of the next advertisements of a case; return whether there may be more to make.

    In a vault that is only read nothing is made.
    """
    if not session.keeps_drafts:
        return False
    readings = counted(session.read, case_id)
    following = next((each for each in readings if _done(session.read, each) < each.count), None)
    if following is None:
        return False
    with session.drafting() as connection:
        _Follower(connection, case_id).step(following, step)
    return True


def _done(at: Connection, reading: AdReading) -> int:
    return ad_lists.done_of(at, reading.id) or 0


@permitted(Right.OPEN_FILES, logs=Consulted.CASE)
def list_groups(
    session: Session, case_id: CaseId, progress: Callable[[int, int], None] | None = None
) -> AdGroups:
    """Return what the advertisements of a case share. progress: called with what is done, and of what."""
    at, counting = session.read, counted(session.read, case_id)
    total = sum(each.count for each in counting)
    while follow(session, case_id):
        if progress is not None:
            progress(sum(_done(at, each) for each in counting), total)
    readings = {each.id for each in counting}
    found = [
        *_by_phone(at, case_id, readings),
        *(
            group
            for kind in sorted(BY_IDENTIFIER - {AdGroupKind.PHONE})
            for group in _by_value(at, case_id, readings, kind)
        ),
        *_by_value(at, case_id, readings, AdGroupKind.TEXT),
        *_alike(at, case_id, readings),
        *_by_value(at, case_id, readings, AdGroupKind.PICTURE),
        *alike_pictures(at, case_id, readings),
    ]
    due, without = picture_lists.count_unmarked(at, case_id, readings)
    order = list(AdGroupKind)
    found.sort(key=lambda each: (order.index(each.kind), -len(each.ads), each.ads))
    return AdGroups(
        groups=tuple(found),
        done=sum(_done(at, each) for each in counting),
        total=total,
        unmarked=due,
        without_mark=without,
    )


class _Follower:
    """Makes keys. Texts that were compared in this step are kept."""

    def __init__(self, connection: Connection, case_id: CaseId) -> None:
        self._connection, self._case_id = connection, case_id
        self._known: dict[str, frozenset[int]] = {}

    def step(self, reading: AdReading, most: int) -> None:
        """Make the keys of the next rows of a reading.

        Where there are no more rows it is done, whatever its count says: rows that are missing are told by
        the health check, and the other readings are compared.
        """
        done = ad_lists.done_of(self._connection, reading.id)
        if done is None:
            ad_lists.forget(self._connection, reading.id)
            done = 0
        rows = ad_lists.ads_of_reading(self._connection, reading.id, done, most)
        for each in rows:
            self._put(each)
        ad_lists.set_done(self._connection, reading.id, rows[-1].row if len(rows) == most else reading.count)

    def _put(self, ad: Ad) -> None:
        plain = text_of(ad)
        digest = digest_of(plain)
        is_new = bool(plain) and ad_lists.ad_with_text(self._connection, self._case_id, digest) is None
        keys = [Key(AdGroupKind.PHONE, each.own, each.whole, each.written) for each in phones_of(ad)]
        keys += [Key(AdGroupKind(kind), value, "", written) for kind, value, written in others_of(ad)]
        keys += [Key(AdGroupKind.PICTURE, digest, "", name) for name, digest in ad.pictures if digest]
        keys += [Key(AdGroupKind.TEXT, digest, "", beginning_of(ad))] if plain else []
        ad_lists.put(self._connection, ad, keys)
        if is_new and plain.count(" ") + 1 >= _LEAST:
            self._put_text(digest, shingles(plain))

    def _put_text(self, digest: str, own: frozenset[int]) -> None:
        found = bands(signature(own))
        near = ad_lists.texts_near(self._connection, self._case_id, found) - {digest}
        percents = {other: alike(own, self._shingles(other)) for other in sorted(near)}
        self._known[digest] = own
        told = {other: percent for other, percent in percents.items() if percent >= ALIKE}
        ad_lists.put_text(self._connection, self._case_id, digest, found, told)

    def _shingles(self, digest: str) -> frozenset[int]:
        if digest not in self._known:
            ad = ad_lists.ad_with_text(self._connection, self._case_id, digest)
            self._known[digest] = shingles(text_of(ad)) if ad is not None else frozenset()
        return self._known[digest]


def _by_value(
    at: Connection, case_id: CaseId, readings: Collection[str], kind: AdGroupKind
) -> Iterator[AdGroup]:
    """Return the advertisements that have the same text, picture or identifier."""
    for _, found in groupby(ad_lists.shared(at, case_id, kind, readings), lambda each: each.value):
        keys = list(found)
        ads = _each_once(key.ad_id for key in keys)
        if len(ads) > 1:
            yield AdGroup(kind=kind, shared=keys[0].written, ads=ads)


def _by_phone(at: Connection, case_id: CaseId, readings: Collection[str]) -> Iterator[AdGroup]:
    """Return the advertisements that have the same number."""
    shared = ad_lists.shared(at, case_id, AdGroupKind.PHONE, readings)
    for _, found in groupby(shared, lambda each: each.value):
        keys = list(found)
        for places in same_number([PhoneKey(each.value, each.whole, each.written) for each in keys]):
            ads = _each_once(keys[place].ad_id for place in places)
            if len(ads) > 1:
                yield AdGroup(kind=AdGroupKind.PHONE, shared=keys[places[0]].written, ads=ads)


def _alike(at: Connection, case_id: CaseId, readings: Collection[str]) -> Iterator[AdGroup]:
    """Return the advertisements whose texts are alike, from text to text."""
    ads: dict[str, list[RowId]] = {}
    written: dict[RowId, str] = {}
    for each in ad_lists.shared(at, case_id, AdGroupKind.TEXT, readings):
        ads.setdefault(each.value, []).append(each.ad_id)
        written[each.ad_id] = each.written
    pairs = [each for each in ad_lists.pairs(at, case_id) if each[0] in ads and each[1] in ads]
    roots = connected((one, other) for one, other, _ in pairs)
    texts: dict[str, set[str]] = {}
    percents: dict[str, list[int]] = {}
    for one, other, percent in pairs:
        texts.setdefault(roots[one], set()).update((one, other))
        percents.setdefault(roots[one], []).append(percent)
    for key, those in texts.items():
        found = _each_once(ad for text in those for ad in ads[text])
        yield AdGroup(
            kind=AdGroupKind.ALIKE,
            shared=written[found[0]],
            ads=found,
            alike=(min(percents[key]), max(percents[key])),
        )


def _each_once(ads: Iterable[RowId]) -> tuple[RowId, ...]:
    return tuple(sorted(set(ads)))
