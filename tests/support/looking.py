"""Files that are looked into: without a vault, and in an exhibit of one."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.support.offices import act, exhibit, small_case
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.inspect.running import Worker
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files, exhibits
from thb_desktop.services.evidence.exhibit_files import OpenedFile
from thb_desktop.services.evidence.looking import Looking


class Counted:
    """Bytes in memory, and how many of them were asked for."""

    def __init__(self, data: bytes, size: int | None = None) -> None:
        self.data, self.size, self.read = data, len(data) if size is None else size, 0

    def read_at(self, offset: int, length: int, /) -> bytes:
        found = self.data[offset : offset + length]
        found += b"\n" * (min(offset + length, self.size) - offset - len(found))
        self.read += len(found)
        return found

    def close(self) -> None:
        """It stays in memory."""


@contextmanager
def looking_at(data: bytes | Counted, name: str = "file", drawer: Worker | None = None) -> Iterator[Looking]:
    source = data if isinstance(data, Counted) else Counted(data)
    opened = OpenedFile(reader=source, size=source.size)  # type: ignore[arg-type]  # as much as is used of one
    looking = Looking(opened, name, drawer)
    try:
        yield looking
    finally:
        looking.close()


def file_in_vault(session: Session, data: bytes, name: str = "file.bin", **changes: Any) -> ExhibitFile:
    """Register an exhibit with this file in a new case."""
    made = exhibits.register_exhibit(session, exhibit(small_case(session), **changes), act())
    return exhibit_files.add_file(
        session, made.id, source=io.BytesIO(data), name=name, media_type="application/octet-stream"
    )
