"""Row keys: the fields by which a row of a table is named, where it is not `id`."""

from collections.abc import Mapping
from types import MappingProxyType

ROW_KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "compartment_version": ("compartment",),
        "compartment_grant": ("compartment", "version", "user_id"),
        "sealed_identity": ("person_id",),
    }
)


def key_of(table: str) -> tuple[str, ...]:
    return ROW_KEYS.get(table, ("id",))
