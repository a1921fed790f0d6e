"""The data pack about cooperation that is in use: the newest of the office, or the one of the program."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files
from itertools import takewhile

import resources.packs
from thb_desktop.domain.office_pack import OfficePack
from thb_desktop.domain.pack_reading import read_pack
from thb_desktop.domain.packs import Pack
from thb_desktop.errors import PackRefusedError
from thb_desktop.findings import Finding, unknown
from thb_desktop.services.core.told_entries import added_by
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.told_rows import RowName

LARGEST = 1_000_000
"""Characters of a pack. The one of the program has about 15,000."""


@cache
def shipped_text() -> str:
    return files(resources.packs).joinpath("cooperation.toml").read_text(encoding="utf-8")


def pack_in_use(connection: Connection) -> Pack:
    """Return the pack in use. One of the office that names no forms, official languages, grounds, citations
    or available measures leaves those of the program; one that cannot be read leaves the one before it.
    """
    text, shipped = _own_text(connection), shipped_pack()
    if text is None:
        return shipped
    pack = pack_of(text)
    return replace(
        pack,
        forms=pack.forms or shipped.forms,
        official=pack.official or shipped.official,
        grounds=pack.grounds or shipped.grounds,
        law=pack.law or shipped.law,
        available=pack.available or shipped.available,
    )


def shipped_pack() -> Pack:
    """Return the pack that comes with the program."""
    return _shipped(shipped_text())


def text_in_use(connection: Connection) -> str:
    return _own_text(connection) or shipped_text()


def check_packs(connection: Connection) -> Iterator[Finding]:
    """Name each pack that was adopted after the one in use and cannot be read, with who adopted it.

    Whoever holds the database's key can write any text there; so can a later version of the program.
    """
    for pack in takewhile(lambda each: not _is_readable(each.text), _newest_first(connection)):
        where, name = added_by(connection, RowName(registry.OFFICE_PACK.name, pack.id))
        yield unknown("pack-unreadable", where=where, version=pack.version, name=name or pack.made_by)


def pack_of(untrusted: str) -> Pack:
    """Read a pack from a text. Raises PackRefusedError."""
    if len(untrusted) > LARGEST:
        raise PackRefusedError("the pack is too large", "size")
    try:
        return _own(untrusted)
    except (tomllib.TOMLDecodeError, RecursionError):
        raise PackRefusedError("the pack is no TOML", "form") from None


def _newest_first(connection: Connection) -> Iterator[OfficePack]:
    return reversed(registry.OFFICE_PACK.all(connection))


def _own_text(connection: Connection) -> str | None:
    """Return the newest pack of the office that can be read."""
    return next((each.text for each in _newest_first(connection) if _is_readable(each.text)), None)


def _is_readable(text: str) -> bool:
    try:
        pack_of(text)
    except PackRefusedError:
        return False
    return True


@cache
def _shipped(text: str) -> Pack:
    return read_pack(tomllib.loads(text), is_own=False)


@lru_cache(maxsize=8)
def _own(text: str) -> Pack:
    return read_pack(tomllib.loads(text), is_own=True)
