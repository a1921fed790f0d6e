"""Standing files: those of an exhibit that were not withdrawn. What leaves or counts takes these alone.

A withdrawn one stays in the content store and in the chain: its bytes are checked, copied and erased as
those of any other.
"""

from collections.abc import Iterable

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.errors import FileWithdrawnError
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


def standing_files(connection: Connection, exhibit_id: str) -> tuple[ExhibitFile, ...]:
    """Return the files of an exhibit, without those that were withdrawn."""
    return tuple(
        each for each in registry.EXHIBIT_FILE.where(connection, "exhibit_id", exhibit_id) if not each.struck
    )


def standing_among(connection: Connection, exhibit_ids: Iterable[str]) -> tuple[ExhibitFile, ...]:
    """Return the same of several exhibits."""
    files = registry.EXHIBIT_FILE.among(connection, "exhibit_id", [*exhibit_ids])
    return tuple(each for each in files if not each.struck)


def verify_file_stands(file: ExhibitFile) -> None:
    """Raise FileWithdrawnError for a file that was withdrawn."""
    if file.struck:
        raise FileWithdrawnError("the file was withdrawn, as added by mistake")
