"""Links: what is recorded of one person or thing together with another: what, and where, and never more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from thb_desktop.domain.charts import Box, Chart, Line
from thb_desktop.domain.ids import CaseId

IDENTIFIER = "identifier"


class LinkKind(StrEnum):
    """What was recorded of two things together."""

    ATTRIBUTION = "ATTRIBUTION"
    HAND_OVER = "HAND_OVER"
    STATEMENT_OF_ACCOUNT = "STATEMENT_OF_ACCOUNT"
    PAY = "PAY"
    ACCOUNT_FOUND = "ACCOUNT_FOUND"
    HEARD = "HEARD"
    PRESENT = "PRESENT"
    SHOWN = "SHOWN"
    RECORDING = "RECORDING"
    PART = "PART"
    SAME_PERSON = "SAME_PERSON"
    STAY = "STAY"
    WRITTEN = "WRITTEN"


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """kind: the table of its row, or `IDENTIFIER`. key: the id of the row, or the identifier as written."""

    kind: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """source, about: the table and the id of the row that says so, of the first if there are several."""

    one: Thing
    other: Thing
    kind: LinkKind
    source: str
    about: str
    count: int = 1

    @property
    def key(self) -> str:
        ends = (self.one.kind, self.one.key, self.other.kind, self.other.key)
        return "\x1f".join((self.kind, *ends, self.source))


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """One thing with its neighbours. names: of each thing, its number and what more is recorded.

    more: how many links were not read, since they are too many to be seen. not_followed: how many numbers
    that are written there were not looked for elsewhere. left_out: whether something was
    left out because this user may not read it.
    """

    case_id: CaseId
    start: Thing
    links: tuple[Link, ...] = ()
    names: Mapping[Thing, tuple[str, str]] = field(default_factory=dict)
    more: int = 0
    not_followed: int = 0
    left_out: bool = False


def together(links: Sequence[Link]) -> tuple[Link, ...]:
    """Return the links, those of one kind between the same two things as one, in their order."""
    found: dict[str, Link] = {}
    for each in links:
        before = found.get(each.key)
        count = each.count + (before.count if before else 0)
        first = before or each
        found[each.key] = Link(
            one=first.one,
            other=first.other,
            kind=first.kind,
            source=first.source,
            about=first.about,
            count=count,
        )
    return tuple(found.values())


def link_chart(found: Links, said: Mapping[LinkKind, str]) -> Chart:
    """Return the drawing: the chosen thing first, then what is linked to it, then what is linked through an
    identifier. The numbers at the lines are those of the list, which begins with 1.
    """
    things = dict.fromkeys([found.start, *(end for each in found.links for end in (each.one, each.other))])
    through = {each.other for each in found.links if each.one != found.start}
    names = {each: found.names.get(each, (each.key, "")) for each in things}
    return Chart(
        boxes=[Box(key=box_key(each), label=names[each][0], note=names[each][1]) for each in things],
        lines=[
            Line(
                key=each.key,
                start=box_key(each.one),
                end=box_key(each.other),
                label=f"{number}: {said[each.kind]}" + (f" ({each.count})" if each.count > 1 else ""),
                is_directed=False,
            )
            for number, each in enumerate(found.links, start=1)
        ],
        columns={box_key(each): 0 if each == found.start else 2 if each in through else 1 for each in things},
    )


def box_key(thing: Thing) -> str:
    return f"{thing.kind}\x1f{thing.key}"


def thing_of(key: str) -> Thing:
    """Return the thing of a box again."""
    kind, _, rest = key.partition("\x1f")
    return Thing(kind, rest)
