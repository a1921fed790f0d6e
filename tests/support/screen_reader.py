"""What a screen reader is told about the windows of this screen: names, roles, states and places (AT-SPI)."""

import re
import struct
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

_ACCESSIBLE, _COLLECTION, _COMPONENT, _TEXT = (
    f"org.a11y.atspi.{name}" for name in ("Accessible", "Collection", "Component", "Text")
)
_ACTIVE, _CHECKED, _ENABLED, _FOCUSED, _SELECTED, _SHOWING = 1, 4, 8, 12, 23, 25
_CLOSED = ("table", "tree", "combo box")
"""What is not looked into: thousands of cells, and lists that are not open."""
_ITEMS = ("list item", "page tab")
"""Of lists and tabs, Qt tells the current one as focused, wherever the cursor is."""
_LABELLED_BY = 2
_MORE = re.compile("\u2026$|\\s+\u2066\\(?\\d+\\)?\u2069$")
_MARKS = dict.fromkeys(range(0x2066, 0x206A))
_Place = tuple[str, str]
"""The bus and the path where something answers."""
_ROLES = {
    "button menu": 43,
    "check box": 7,
    "dialog": 16,
    "frame": 23,
    "label": 29,
    "list item": 32,
    "page tab": 37,
    "push button": 43,
    "table": 55,
    "text": 61,
}
"""AT-SPI's numbers of the roles that are asked for by name."""
_TABLE_CELL = 56
_NO_ITEMS = tuple(set(range(128)) - {_TABLE_CELL, *(_ROLES[role] for role in _ITEMS)})
_ALL, _ANY, _CANONICAL = 1, 2, 1
"""How a question compares states and roles, and in which order things are told."""
_ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_SCREEN = 0
"""Places are told in pixels of the screen."""


class Gone(Exception):  # noqa: N818 - not an error: windows close while they are read
    """Something is not on the screen any more."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One thing of a window; what is hidden has no name here. bus, path: where it answers.

    states: a bit for each of AT-SPI's states. value: what a list has chosen.
    """

    bus: str
    path: str
    name: str
    role: str
    states: int
    value: str = ""

    @property
    def is_shown(self) -> bool:
        return bool(self.states >> _SHOWING & 1)

    @property
    def has_focus(self) -> bool:
        return bool(self.states >> _FOCUSED & 1)

    @property
    def is_enabled(self) -> bool:
        return bool(self.states >> _ENABLED & 1)

    @property
    def is_chosen(self) -> bool:
        return bool(self.states >> _SELECTED & 1 or self.states >> _CHECKED & 1)


def plain(shown: str) -> str:
    """What is shown, without dots, count and marks of direction."""
    return _MORE.sub("", shown).translate(_MARKS).strip()


class ScreenReader:
    """Reads what is shown. address: of the session's message bus."""

    def __init__(self, address: str) -> None:
        with open_dbus_connection(address) as session:
            asked = new_method_call(
                DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus"), "GetAddress"
            )
            where = session.send_and_get_reply(asked).body[0]
        self._bus: DBusConnection = open_dbus_connection(where)
        self._roles: dict[_Place, str] = {}

    def close(self) -> None:
        self._bus.close()

    def shown(self) -> Iterator[Spoken]:
        """What is shown in the window that takes the keys, and in open menus and lists.

        Each thing comes before what it holds. Of tables and closed lists only themselves.
        """
        for window in self._windows():
            yield from self._below(window)

    def focus(self) -> Spoken | None:
        """What has the cursor: the innermost of what says so, parts without a name aside."""
        focused = list(self._matching((_FOCUSED, _SHOWING), _NO_ITEMS))
        without_name = None
        for each in map(self._look_again, reversed(focused)):
            if each is not None and self._stands_open(each):
                if each.name:
                    return each
                without_name = without_name or each
        return without_name

    def find(self, name: str, role: str = "") -> list[Spoken]:
        """What is shown under a name, dots, counts and marks of direction aside, here and there."""
        name = plain(name)
        if role in _ROLES:
            places = self._matching((_SHOWING,), [_ROLES[role]])
            named = (place for place in places if self._is_named(place, name))
            found = [each for each in map(self._look_again, named) if each and self._stands_open(each)]
        else:
            found = list(self.shown())
        return [each for each in found if plain(each.name) == name and role in ("", each.role)]

    def says(self, part: str) -> bool:
        """Whether something that is shown has this in its name or text, marks of direction aside."""
        return any(part in told or part in told.translate(_MARKS) for told in self._told())

    def _told(self) -> Iterator[str]:
        for each in self.shown():
            yield each.name
            if each.role == "text":
                yield self.text(each)

    def text(self, of: Spoken) -> str:
        """What stands in a field."""
        try:
            return str(self._call((of.bus, of.path), _TEXT, "GetText", "ii", (0, -1))[0])
        except Gone:
            return ""

    def place(self, of: Spoken) -> tuple[int, int, int, int]:
        """Left, top, width and height in pixels of the screen."""
        left, top, width, height = self._call((of.bus, of.path), _COMPONENT, "GetExtents", "u", (_SCREEN,))[0]
        return left, top, width, height

    def middle(self, of: Spoken) -> tuple[int, int]:
        """Pixels from the left and the top of the screen."""
        left, top, width, height = self.place(of)
        return left + width // 2, top + height // 2

    def inside(self, of: Spoken) -> list[Spoken]:
        """What stands directly in something, as the cells of a table."""
        return list(self._children((of.bus, of.path)))

    def active(self) -> Spoken | None:
        """The window that takes the keys; none while they go from one to another."""
        return next((window for window in self._windows() if window.states >> _ACTIVE & 1), None)

    def _windows(self) -> list[Spoken]:
        """The window that takes the keys, and open menus and lists."""
        try:
            windows = [window for program in self._children(_ROOT) for window in self.inside(program)]
        except Gone:
            return []
        active = [window for window in windows if window.states >> _ACTIVE & 1]
        return [
            window
            for window in windows
            if window.is_shown and (not active or window in active or window.role not in ("frame", "dialog"))
        ]

    def _matching(self, states: tuple[int, ...], roles: Iterable[int]) -> Iterator[_Place]:
        """What has all of these states and one of these roles: the program looks for it, in one question."""
        rule = (_bits(states, 2), _ALL, {}, _ALL, _bits(roles, 4), _ANY, [], _ALL, False)
        asked = ("(aiia{ss}iaiiasib)uib", (rule, _CANONICAL, 0, True))
        for window in self._windows():
            if all(window.states >> state & 1 for state in states):
                yield window.bus, window.path
            with suppress(Gone):
                yield from self._call((window.bus, window.path), _COLLECTION, "GetMatches", *asked)[0]

    def _is_named(self, place: _Place, name: str) -> bool:
        with suppress(Gone):
            return plain(self._name(place)) == name
        return False

    def _look_again(self, place: _Place) -> Spoken | None:
        """What is there, if it still is."""
        with suppress(Gone):
            return self._look(place)
        return None

    def _stands_open(self, what: Spoken) -> bool:
        """Whether all that it stands in is shown, and is looked into."""
        within = self._parent((what.bus, what.path))
        with suppress(Gone):
            while within is not None:
                role = self._role(within)
                if role == "application":
                    return True
                if role in _CLOSED or not self._states(within) >> _SHOWING & 1:
                    return False
                within = self._parent(within)
        return False

    def _parent(self, of: _Place) -> _Place | None:
        asked = ("ss", (_ACCESSIBLE, "Parent"))
        try:
            bus, path = self._call(of, "org.freedesktop.DBus.Properties", "Get", *asked)[0][1]
        except Gone:
            return None
        return bus, path

    def _below(self, top: Spoken) -> Iterator[Spoken]:
        if not top.is_shown:
            return
        yield top
        if top.role not in _CLOSED:
            try:
                for child in self._children((top.bus, top.path)):
                    yield from self._below(child)
            except Gone:
                return

    def _children(self, where: _Place) -> Iterator[Spoken]:
        for child in self._call(where, _ACCESSIBLE, "GetChildren")[0]:
            try:
                yield self._look(child)
            except Gone:
                continue

    def _look(self, where: _Place) -> Spoken:
        states = self._states(where)
        if not states >> _SHOWING & 1:
            # Most of a window is hidden: three questions less for each part.
            return Spoken(*where, "", "", states)
        name, role, value = self._name(where), self._role(where), ""
        if role == "combo box":
            # On Linux, Qt tells the choice of a list as its name; its own name is that of its label, if any.
            name, value = self._label(where) or name, name
        return Spoken(*where, name, role, states, value)

    def _states(self, where: _Place) -> int:
        low, high = self._call(where, _ACCESSIBLE, "GetState")[0]
        return int(low | high << 32)

    def _role(self, where: _Place) -> str:
        """Asked once: a thing keeps its role, and its path is given to no other."""
        where = (where[0], where[1])
        if where not in self._roles:
            self._roles[where] = str(self._call(where, _ACCESSIBLE, "GetRoleName")[0])
        return self._roles[where]

    def _name(self, where: _Place) -> str:
        asked = ("ss", (_ACCESSIBLE, "Name"))
        return str(self._call(where, "org.freedesktop.DBus.Properties", "Get", *asked)[0][1])

    def _label(self, where: _Place) -> str:
        relations = self._call(where, _ACCESSIBLE, "GetRelationSet")[0]
        return next((self._name(to[0]) for kind, to in relations if kind == _LABELLED_BY), "")

    def _call(self, where: _Place, interface: str, member: str, *with_types: Any) -> Any:
        """Ask one thing. with_types: the types of what is handed over, in letters of D-Bus, and a tuple."""
        bus, path = where
        asked = new_method_call(DBusAddress(path, bus, interface), member, *with_types)
        answer = self._bus.send_and_get_reply(asked, timeout=120)
        if answer.header.message_type is MessageType.error:
            raise Gone(answer.body)
        return answer.body


def _bits(numbers: Iterable[int], words: int) -> list[int]:
    """A set of numbers as AT-SPI takes it: a bit for each, in signed words of 32."""
    bits = sum(1 << number for number in set(numbers))
    return list(struct.unpack(f"<{words}i", bits.to_bytes(4 * words, "little")))
