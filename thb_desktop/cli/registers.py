"""What the commands of both registers share: an entry is named in one way, and told in one line."""

from collections.abc import Iterable
from typing import Protocol

from thb_desktop.domain.ids import RowId
from thb_desktop.errors import NotFoundError
from thb_desktop.verify.documents.shown import in_groups


class Registered(Protocol):
    """An entry of a register: a certificate with its fingerprint, and who told that."""

    @property
    def id(self) -> RowId: ...

    @property
    def name(self) -> str: ...

    @property
    def sha256(self) -> str: ...

    @property
    def told(self) -> str: ...


def one_named[E: Registered](every: Iterable[E], name: str, lack: str) -> E:
    """Return the entry of this name, fingerprint or identifier. lack: says that there is none, or several.

    Raises NotFoundError.
    """
    digits = "".join(name.split()).replace(":", "").lower()
    found = [each for each in every if name in {each.id, each.name} or digits == each.sha256]
    if len(found) != 1:
        raise NotFoundError(lack)
    return found[0]


def line_of(each: Registered, kind: str) -> str:
    """Return an entry as a line. kind: what it is, as a word or a State."""
    return f"{each.id}  {kind}  {each.name}  {in_groups(each.sha256)}  told: {each.told}"
