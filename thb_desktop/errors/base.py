"""The roots of the tree: a refusal, and a refusal caused by the caller."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar


class ThbError(Exception):
    """A refusal that a person can act on. named: what its sentence names, by the name in braces there."""

    code: ClassVar[str] = "error"
    exit_code: ClassVar[int] = 1
    named: Mapping[str, str] = MappingProxyType({})


class UsageError(ThbError):
    """The caller asked for something impossible. `field` says of what, if of a field ("person.code")."""

    code = "usage"
    exit_code = 2

    def __init__(self, message: str = "", field: str = "") -> None:
        super().__init__(message)
        self.field = field


class CancelledError(ThbError):
    """A person stopped the work; nothing was saved."""

    code = "cancelled"
    exit_code = 3
