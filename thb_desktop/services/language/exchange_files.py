"""Files of the exchange on a medium: read whole and bounded, written in clear and never over another."""

from collections.abc import Iterable
from pathlib import Path, PureWindowsPath

from thb_desktop.errors import FileElsewhereError, FileThereError, SourceUnreadableError
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
    """Write files into a folder, and nowhere else.

    Before anything is written, raises FileThereError if one is there, FileElsewhereError if a name leads out
    of the folder: it begins with the number of a job, which another program may have written.
    """
    targets = [(folder / _verified(each.name), each.data) for each in files]
    if any(path.exists() for path, _ in targets):
        raise FileThereError("there is a file of this name in the folder")
    for path, data in targets:
        with medium(), path.open("xb") as target:
            target.write(data)
    return tuple(path for path, _ in targets)


def _verified(name: str) -> str:
    if not name or PureWindowsPath(name).name != name or ".." in name or not name.isprintable():
        raise FileElsewhereError("the name of a file leads out of the folder")
    return name
