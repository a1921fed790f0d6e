"""Advertisements with alike pictures, from the marks that were computed of them."""

from collections.abc import Collection, Iterator

from thb_desktop.domain.ads import AdGroup, AdGroupKind
from thb_desktop.domain.connected import connected
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.picture_marks import agreeing
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import picture_lists
from thb_desktop.vault.tables.picture_lists import Marked


def alike_pictures(at: Connection, case_id: CaseId, readings: Collection[str]) -> Iterator[AdGroup]:
    """Return the advertisements with pictures that are alike, from mark to mark, and not the same file."""
    held: dict[str, list[Marked]] = {}
    for each in picture_lists.marked(at, case_id, readings):
        held.setdefault(each.mark, []).append(each)
    pairs = [each for each in picture_lists.pairs(at, case_id) if each[0] in held and each[1] in held]
    roots = connected(pairs)
    percents: dict[str, list[int]] = {}
    for one, other in pairs:
        percents.setdefault(roots[one], []).append(agreeing(one, other))
    together: dict[str, list[Marked]] = {}
    for mark, those in held.items():
        root = roots.get(mark, mark)
        together.setdefault(root, []).extend(those)
        if len({each.sha256 for each in those}) > 1:
            percents.setdefault(root, []).append(100)
    for root, those in together.items():
        ads = tuple(sorted({each.ad_id for each in those}))
        if len(ads) > 1 and root in percents:
            shared = min(those, key=lambda each: each.ad_id).written
            alike = (min(percents[root]), max(percents[root]))
            ordered = sorted(those, key=lambda each: each.ad_id)
            yield AdGroup(
                kind=AdGroupKind.PICTURE_ALIKE,
                shared=shared,
                ads=ads,
                alike=alike,
                pictures=tuple(dict.fromkeys(each.sha256 for each in ordered)),
            )
