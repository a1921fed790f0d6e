"""Files of the exchange on a medium: read whole and bounded, written in clear and never over another."""

from collections.abc import Iterable
from pathlib import Path

from thb_desktop.errors import FileThereError, SourceUnreadableError
from thb_desktop.exchange.untrusted.limits import FILE
from thb_desktop.services.language.exchange import SentFile
from thb_desktop.vault.sources import open_source
from thb_desktop.vault.system import medium


def read_untrusted(path: Path) -> bytes:
    """Return the bytes of a file, and at most one more than is read of any. Raises SourceUnreadableError."""
    try:
        with open_source(path) as source:
            content = bytearray()
            while len(content) <= FILE and (part := source.file.read(FILE + 1 - len(content))):
                content += part
            return bytes(content)
    except OSError:
        raise SourceUnreadableError("the file cannot be read") from None


def save_files(files: Iterable[SentFile], folder: Path) -> tuple[Path, ...]:
    """Write files into a folder. Raises FileThereError before anything is written, if one is there."""
    targets = [(folder / each.name, each.data) for each in files]
    if any(path.exists() for path, _ in targets):
        raise FileThereError("there is a file of this name in the folder")
    for path, data in targets:
        with medium(), path.open("xb") as target:
            target.write(data)
    return tuple(path for path, _ in targets)
