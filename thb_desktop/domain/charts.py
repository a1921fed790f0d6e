"""Charts: boxes joined by lines, and where each stands. One layout for the window and for the page.

Places are counted in columns and rows; who draws decides how large these are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

_SWEEPS = 4
_SPACES = 0.48
"""Of the whole width, the most that may stay free between the columns where names have too little room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One party or thing. note: a second line. is_known: False for an end that nobody stated."""

    key: str
    label: str
    note: str = ""
    is_known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """From one box to another. share: how wide it is, from 0 to 1. is_directed: it has an arrow.

    is_joined: it joins two entries, and no amount went along it.
    """

    key: str
    start: str
    end: str
    label: str
    share: float = 0.0
    is_directed: bool = True
    is_joined: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """columns: of each box, where who made it knows them; else who pays stands before who receives."""

    boxes: Sequence[Box] = ()
    lines: Sequence[Line] = ()
    columns: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """column: from 0, in the direction of the lines. row: from 0 down; a half stands between two."""

    column: int
    row: float


@dataclass(frozen=True, slots=True)
class Measure:
    """box: how wide each is. step: how far each column begins after the one before."""

    box: float
    step: float

    @property
    def gap(self) -> float:
        """What stays free between two columns."""
        return self.step - self.box


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """spots: of each box. ways: of each line, the spots that it passes, from its start to its end."""

    spots: Mapping[str, Spot]
    ways: Mapping[str, Sequence[Spot]]
    columns: int
    rows: int

    def mirrored(self) -> "Placed":
        """The same from right to left."""

        def turned(spot: Spot) -> Spot:
            return Spot(self.columns - 1 - spot.column, spot.row)

        return Placed(
            spots={key: turned(spot) for key, spot in self.spots.items()},
            ways={key: tuple(map(turned, way)) for key, way in self.ways.items()},
            columns=self.columns,
            rows=self.rows,
        )

    def measure(self, width: float, *, box: float, gap: float) -> Measure:
        """Fill this width. box: what the longest name needs; gap: what the longest label of a line needs."""
        spaces = self.columns - 1
        if spaces < 1:
            return Measure(min(box, width), 0.0)
        gap = min(gap, width * _SPACES / spaces)
        wide = min(box, (width - gap * spaces) / self.columns)
        return Measure(wide, (width - wide) / spaces)


def place(chart: Chart) -> Placed:
    """Give each box a column and a row, so that lines lead on and cross little."""
    keys = [each.key for each in chart.boxes]
    ends = [(each.start, each.end) for each in chart.lines if each.start != each.end]
    column = dict(chart.columns) if chart.columns is not None else _columns(keys, _without_rings(keys, ends))
    ways: dict[str, list[str]] = {}
    for line in chart.lines:
        ways[line.key] = _way(line, column)
    order = _rows([*keys, *(key for way in ways.values() for key in way if key not in keys)], column, ways)
    height = max(map(len, order.values()), default=0)
    spots = {
        key: Spot(number, at + (height - len(those)) / 2)
        for number, those in order.items()
        for at, key in enumerate(those)
    }
    return Placed(
        spots={key: spots[key] for key in keys},
        ways={key: tuple(spots[each] for each in way) for key, way in ways.items()},
        columns=max(column.values(), default=-1) + 1,
        rows=height,
    )


@dataclass(frozen=True, slots=True)
class Ends:
    """leaves, arrives: where a line leaves its box and where it arrives, from -0.5 to 0.5 of the height.

    is_labelled_at_end: fewer lines share that side of a box than the side where it begins.
    """

    leaves: float
    arrives: float
    is_labelled_at_end: bool


def spread(lines: Sequence[Line], ways: Mapping[str, Sequence[Spot]]) -> dict[str, Ends]:
    """Return the ends of each line; on each side of a box they stand in the order of where they lead."""
    sides: dict[tuple[str, bool], list[tuple[float, str]]] = defaultdict(list)
    begins: dict[str, tuple[str, bool]] = {}
    stops: dict[str, tuple[str, bool]] = {}
    for line in lines:
        way = ways[line.key]
        forwards = way[-1].column > way[0].column
        begins[line.key], stops[line.key] = (line.start, forwards), (line.end, not forwards)
        sides[begins[line.key]].append((way[1].row, line.key))
        sides[stops[line.key]].append((way[-2].row, line.key))
    for those in sides.values():
        those.sort(key=lambda found: found[0])

    def at(key: str, those: Sequence[tuple[float, str]]) -> float:
        return ([each for _, each in those].index(key) + 0.5) / len(those) - 0.5

    return {
        each.key: Ends(
            leaves=at(each.key, sides[begins[each.key]]),
            arrives=at(each.key, sides[stops[each.key]]),
            is_labelled_at_end=len(sides[stops[each.key]]) <= len(sides[begins[each.key]]),
        )
        for each in lines
    }


def height_at(points: Sequence[tuple[float, float]], x: float) -> float:
    """Return how high a line is at this place, if it is drawn through these points in cubic curves that lie
    level at each, with both handles half way to the next.
    """
    ends = next((each for each in pairwise(points) if min(each)[0] <= x <= max(each)[0]), None)
    if ends is None or ends[0][0] == ends[1][0]:
        return points[-1][1] if points else 0.0
    (left, begins), (right, stops) = ends
    wanted = (x - left) / (right - left)
    low, high = 0.0, 1.0
    for _ in range(20):
        at = (low + high) / 2
        if 1.5 * at * (1 - at) ** 2 + 1.5 * at**2 * (1 - at) + at**3 < wanted:
            low = at
        else:
            high = at
    return begins + (stops - begins) * (3 * low**2 - 2 * low**3)


def _without_rings(keys: Sequence[str], ends: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the pairs, of which those that lead back to where one came from are turned round."""
    after: dict[str, list[str]] = defaultdict(list)
    for start, end in ends:
        after[start].append(end)
    found: list[tuple[str, str]] = []
    done: set[str] = set()
    for first in sorted(keys, key=lambda key: _is_reached(key, after)):
        if first in done:
            continue
        path = {first: None}
        waits = [(first, iter(after[first]))]
        done.add(first)
        while waits:
            here, following = waits[-1]
            there = next(following, None)
            if there is None:
                waits.pop()
                del path[here]
            elif there in path:
                found.append((there, here))
            else:
                found.append((here, there))
                if there not in done:
                    done.add(there)
                    path[there] = None
                    waits.append((there, iter(after[there])))
    return found


def _is_reached(key: str, after: Mapping[str, Sequence[str]]) -> bool:
    return any(key in those for those in list(after.values()))


def _columns(keys: Sequence[str], ends: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Put each box behind all that lead to it, and a source right before what it leads to."""
    before: dict[str, set[str]] = {key: set() for key in keys}
    after: dict[str, set[str]] = {key: set() for key in keys}
    for start, end in ends:
        before[end].add(start)
        after[start].add(end)
    found: dict[str, int] = {}
    left = {key: len(those) for key, those in before.items()}
    waits = [key for key in keys if not left[key]]
    while waits:
        key = waits.pop(0)
        found[key] = 1 + max((found[each] for each in before[key]), default=-1)
        for each in sorted(after[key], key=keys.index):
            left[each] -= 1
            if not left[each]:
                waits.append(each)
    for key in keys:
        if not before[key] and after[key]:
            found[key] = min(found[each] for each in after[key]) - 1
    return found


def _way(line: Line, column: Mapping[str, int]) -> list[str]:
    """Return the boxes of a line, and one place in each column between them, so that it passes no box."""
    first, last = column[line.start], column[line.end]
    step = 1 if last > first else -1
    return [line.start, *(f"{line.key}/{at}" for at in range(first + step, last, step)), line.end]


def _rows(
    keys: Sequence[str], column: dict[str, int], ways: Mapping[str, Sequence[str]]
) -> dict[int, list[str]]:
    """Order each column by where its neighbours stand, from the left and from the right in turn."""
    beside: dict[str, list[str]] = defaultdict(list)
    for way in ways.values():
        forwards = column[way[0]] <= column[way[-1]]
        for at, (one, other) in enumerate(pairwise(way), start=1):
            column.setdefault(other, column[way[0]] + (at if forwards else -at))
            beside[one].append(other)
            beside[other].append(one)
    order: dict[int, list[str]] = {number: [] for number in range(max(column.values(), default=-1) + 1)}
    for key in keys:
        order[column[key]].append(key)
    for sweep in range(_SWEEPS):
        for number in sorted(order, reverse=sweep % 2 == 1):
            near = _shares(order.get(number + 1 if sweep % 2 else number - 1, ()))
            own = _shares(order[number])
            means = {
                key: _mean([near[each] for each in beside[key] if each in near], own[key])
                for key in order[number]
            }
            order[number].sort(key=means.__getitem__)
    return order


def _shares(keys: Sequence[str]) -> dict[str, float]:
    """Return the place of each in its column, from 0 to 1."""
    return {key: at / len(keys) for at, key in enumerate(keys)}


def _mean(found: Sequence[float], otherwise: float) -> float:
    return sum(found) / len(found) if found else otherwise
