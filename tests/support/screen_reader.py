"""What a screen reader is told about the windows of this screen: names, roles, states and places (AT-SPI)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

_ACCESSIBLE, _COMPONENT, _TEXT = (f"org.a11y.atspi.{name}" for name in ("Accessible", "Component", "Text"))
_CHECKED, _ENABLED, _EXPANDED, _FOCUSED, _SELECTED, _SHOWING = 4, 8, 10, 12, 23, 25
_CLOSED = ("table", "tree", "combo box")
"""What is not looked into: thousands of cells, and lists that are not open."""
_Place = tuple[str, str]
"""The bus and the path where something answers."""
_ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_SCREEN = 0
"""Places are told in pixels of the screen."""


class Gone(Exception):  # noqa: N818 - not an error: windows close while they are read
    """Something is not on the screen any more."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One thing on the screen. bus, path: where it answers. states: a bit for each of AT-SPI's states."""

    bus: str
    path: str
    name: str
    role: str
    states: int

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
        """Everything that is shown, each before what it holds; of tables and closed lists only themselves."""
        try:
            for child in self._children(_ROOT):
                yield from self._below(child)
        except Gone:
            return

    def focus(self) -> Spoken | None:
        """What has the cursor: the innermost of what says so."""
        return next((each for each in reversed(list(self.shown())) if each.has_focus), None)

    def find(self, name: str, role: str = "") -> list[Spoken]:
        """What is shown under a name: exactly so, or with the dots of a button that asks on."""
        names = (name, f"{name}\u2026")
        return [each for each in self.shown() if each.name in names and role in ("", each.role)]

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

    def middle(self, of: Spoken) -> tuple[int, int]:
        """Pixels from the left and the top of the screen."""
        left, top, width, height = self._call((of.bus, of.path), _COMPONENT, "GetExtents", "u", (_SCREEN,))[0]
        return left + width // 2, top + height // 2

    def inside(self, of: Spoken) -> list[Spoken]:
        """What stands directly in something, as the cells of a table."""
        return list(self._children((of.bus, of.path)))

    def _below(self, top: Spoken) -> Iterator[Spoken]:
        if top.role != "application":
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
        name = self._call(where, "org.freedesktop.DBus.Properties", "Get", "ss", (_ACCESSIBLE, "Name"))
        role = self._call(where, _ACCESSIBLE, "GetRoleName")
        low, high = self._call(where, _ACCESSIBLE, "GetState")[0]
        return Spoken(*where, name[0][1], role[0], low | high << 32)

    def _call(self, where: _Place, interface: str, member: str, *with_types: Any) -> Any:
        """Ask one thing. with_types: the types of what is handed over, in letters of D-Bus, and a tuple."""
        bus, path = where
        asked = new_method_call(DBusAddress(path, bus, interface), member, *with_types)
        answer = self._bus.send_and_get_reply(asked, timeout=120)
        if answer.header.message_type is MessageType.error:
            raise Gone(answer.body)
        return answer.body
