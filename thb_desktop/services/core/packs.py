"""The data pack about cooperation that is in use: the newest of the office, or the one of the program."""

import tomllib
from dataclasses import replace
from functools import cache
from importlib.resources import files

import resources.packs
from thb_desktop.domain.pack_reading import read_pack
from thb_desktop.domain.packs import Pack
from thb_desktop.errors import PackRefusedError
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry

LARGEST = 1_000_000
"""Characters of a pack. The one of the program has about 15,000."""


@cache
def shipped_text() -> str:
    return files(resources.packs).joinpath("cooperation.toml").read_text(encoding="utf-8")


def pack_in_use(connection: Connection) -> Pack:
    """Return the pack in use. One of the office that names no forms, or no official languages, leaves those
    of the program.
    """
    own = registry.OFFICE_PACK.all(connection)
    if not own:
        return shipped_pack()
    pack, shipped = _read(own[-1].text, is_own=True), shipped_pack()
    return replace(pack, forms=pack.forms or shipped.forms, official=pack.official or shipped.official)


def shipped_pack() -> Pack:
    """Return the pack that comes with the program."""
    return _read(shipped_text(), is_own=False)


def text_in_use(connection: Connection) -> str:
    own = registry.OFFICE_PACK.all(connection)
    return own[-1].text if own else shipped_text()


def pack_of(untrusted: str) -> Pack:
    """Read a pack from a text. Raises PackRefusedError."""
    if len(untrusted) > LARGEST:
        raise PackRefusedError("the pack is too large", "size")
    try:
        told = tomllib.loads(untrusted)
    except (tomllib.TOMLDecodeError, RecursionError):
        raise PackRefusedError("the pack is no TOML", "form") from None
    return read_pack(told, is_own=True)


@cache
def _read(text: str, *, is_own: bool) -> Pack:
    return read_pack(tomllib.loads(text), is_own=is_own)
