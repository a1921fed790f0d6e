"""Layout: the files of a vault, and which of them is missing."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from thb_desktop.errors import NoVaultError, VaultMissingPartError
from thb_desktop.vault.system import is_file, is_folder

SUFFIX = ".thbvault"


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of one vault's folder. Nothing else belongs there, and no file name reveals anything."""

    folder: Path

    @property
    def header(self) -> Path:
        return self.folder / "header"

    @property
    def header_copy(self) -> Path:
        return self.folder / "header.copy"

    @property
    def database(self) -> Path:
        return self.folder / "vault.db"

    @property
    def journal(self) -> Path:
        """SQLite's journal; between two changes it is empty or absent."""
        return self.folder / "vault.db-journal"

    @property
    def content(self) -> Path:
        return self.folder / "content"

    @property
    def lock(self) -> Path:
        return self.folder / "lock"

    def verify_complete(self) -> None:
        """Raise NoVaultError or VaultMissingPartError unless each part exists and has the right kind.

        One of the two headers may be missing: the other restores it. Creates nothing and follows no link.
        """
        headers = [path for path in (self.header, self.header_copy) if is_file(path)]
        if not is_folder(self.folder) or not (headers or is_file(self.database) or is_folder(self.content)):
            raise NoVaultError(
                "there is no vault under this name, but what an interrupted work left lies beside it"
                if self.beside()
                else "there is no vault here"
            )
        if not headers:
            raise VaultMissingPartError("both copies of the vault's header are missing")
        if not is_file(self.database) or self.database.stat().st_size == 0:
            raise VaultMissingPartError("the vault's database is missing or empty")
        if os.path.lexists(self.journal) and not is_file(self.journal):  # SQLite would follow a link
            raise VaultMissingPartError("the journal of the vault's database is not a regular file")
        if not is_folder(self.content):
            raise VaultMissingPartError("the vault's content folder is missing")
        if not is_file(self.lock):
            raise VaultMissingPartError("the vault's lock file is missing")

    def beside(self) -> tuple[Path, ...]:
        """What an interrupted creation, restoration or renewal left beside the vault; never opened
        automatically.
        """
        form = re.compile(
            rf"\.{re.escape(self.folder.name)}\.[0-9a-f]{{16}}\.(new|rekey|rekey\.old)", re.ASCII
        )
        try:
            return tuple(path for path in self.folder.parent.iterdir() if form.fullmatch(path.name))
        except OSError:
            return ()

    def strangers(self) -> int:
        """Count the things in the folder that are not part of a vault; their names are not reported.

        Also among the objects: anything that is not a folder there, or is a link to one. The lock is always
        empty, so bytes in it count too.
        """
        own = {self.header, self.header_copy, self.database, self.journal, self.content, self.lock}
        found = sum(1 for path in self.folder.iterdir() if path not in own and not _is_own_copy(path))
        found += sum(1 for place in self.content.iterdir() if not is_folder(place))
        return found + (is_file(self.lock) and self.lock.stat().st_size > 0)


def _is_own_copy(path: Path) -> bool:
    """The database before a migration, or a header that was being written when the power failed."""
    return path.name.startswith("vault.db.before-") or path.name in ("header.new", "header.copy.new")
