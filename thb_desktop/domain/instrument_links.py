"""Links between instruments: each may belong to one earlier one, and is told with both (V-X-12)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_codes import InstrumentLink
from thb_desktop.domain.ids import InstrumentId
from thb_desktop.errors import FieldMissingError, InstrumentCircleError


class LinkSaid(StrEnum):
    """What else is said of a link: that nobody said how, and the same links seen from the earlier instrument.
    It is computed and never stored.
    """

    BELONGS_TO = "BELONGS_TO"
    SUPPLEMENTED_BY = "SUPPLEMENTED_BY"
    ANSWERED_BY = "ANSWERED_BY"
    FOLLOWED_BY = "FOLLOWED_BY"
    REPLACED_BY = "REPLACED_BY"
    PROLONGED_BY = "PROLONGED_BY"
    AUTHORISED_BY = "AUTHORISED_BY"
    NAMED_BY = "NAMED_BY"


_BACK: Mapping[InstrumentLink | None, LinkSaid] = MappingProxyType(
    {
        InstrumentLink.SUPPLEMENTS: LinkSaid.SUPPLEMENTED_BY,
        InstrumentLink.ANSWERS: LinkSaid.ANSWERED_BY,
        InstrumentLink.FOLLOWS: LinkSaid.FOLLOWED_BY,
        InstrumentLink.REPLACES: LinkSaid.REPLACED_BY,
        InstrumentLink.PROLONGS: LinkSaid.PROLONGED_BY,
        InstrumentLink.AUTHORISES: LinkSaid.AUTHORISED_BY,
        None: LinkSaid.NAMED_BY,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """One link, seen from one side. how: what the instrument does to the other one, or the other one to it.
    other: its number.
    """

    how: InstrumentLink | LinkSaid
    other: str


def links_of(instrument: Instrument, of_case: Iterable[Instrument]) -> Iterator[Linked]:
    """Yield the earlier instrument to which one belongs, then those that belong to it. Of those that were
    struck out, only the earlier one is told: it is still named.
    """
    listed = tuple(of_case)
    yield from (
        Linked(how=instrument.related_as or LinkSaid.BELONGS_TO, other=each.number)
        for each in listed
        if each.id == instrument.related_id
    )
    yield from (
        Linked(how=_BACK[each.related_as], other=each.number)
        for each in listed
        if each.related_id == instrument.id and not each.struck
    )


def verify_link(
    instrument: Instrument, of_case: Mapping[str, Instrument], before: Instrument | None = None
) -> None:
    """Refuse what is said of an earlier instrument that is not named, and a link that leads back.

    of_case: the instruments of the case as they stand, by id. before: the present entry; as it stands it may
    stay, because former programs took such links. Raises FieldMissingError, InstrumentCircleError.
    """
    link = (instrument.related_id, instrument.related_as)
    if before is not None and link == (before.related_id, before.related_as):
        return
    if instrument.related_id is None:
        if instrument.related_as is not None:
            raise FieldMissingError("the earlier instrument is not named", "instrument.related_id")
        return
    seen: set[str] = set()
    through = instrument
    at: InstrumentId | None = instrument.related_id
    while at is not None and at not in seen:
        if at == instrument.id:
            raise InstrumentCircleError("an instrument belongs to itself", instrument.number, through.number)
        seen.add(at)
        earlier = of_case.get(at)
        if earlier is None:
            return
        through, at = earlier, earlier.related_id
