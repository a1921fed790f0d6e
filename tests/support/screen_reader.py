"""What a screen reader is told about the windows of this screen: names, roles, states and places (AT-SPI)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

_ACCESSIBLE, _COMPONENT, _TEXT = (f"org.a11y.atspi.{name}" for name in ("Accessible", "Component", "Text"))
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

    def close(self) -> None:
        self._bus.close()

    def shown(self) -> Iterator[Spoken]:
        """What is shown in the window that takes the keys, and in open menus and lists.

        Each thing comes before what it holds. Of tables and closed lists only themselves.
        """
        try:
            windows = [window for program in self._children(_ROOT) for window in self.inside(program)]
        except Gone:
            return
        active = [window for window in windows if window.states >> _ACTIVE & 1]
        for window in windows:
            if not active or window in active or window.role not in ("frame", "dialog"):
                yield from self._below(window)

    def focus(self) -> Spoken | None:
        """What has the cursor: the innermost of what says so, parts without a name aside."""
        focused = [each for each in self.shown() if each.has_focus and each.role not in _ITEMS]
        return next((each for each in reversed(focused) if each.name), focused[-1] if focused else None)

    def find(self, name: str, role: str = "") -> list[Spoken]:
        """What is shown under a name, dots, counts and marks of direction aside."""
        return [each for each in self.shown() if plain(each.name) == name and role in ("", each.role)]

    def says(self, part: str) -> bool:
        """Whether something that is shown has this in its name or text."""
        return any(
            part in each.name or (each.role == "text" and part in self.text(each)) for each in self.shown()
        )

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
        low, high = self._call(where, _ACCESSIBLE, "GetState")[0]
        states = low | high << 32
        if not states >> _SHOWING & 1:
            # Most of a window is hidden: three questions less for each part.
            return Spoken(*where, "", "", states)
        name, (role,) = self._name(where), self._call(where, _ACCESSIBLE, "GetRoleName")
        value = ""
        if role == "combo box":
            # On Linux, Qt tells the choice of a list as its name; its own name is that of its label, if any.
            name, value = self._label(where) or name, name
        return Spoken(*where, name, role, states, value)

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
