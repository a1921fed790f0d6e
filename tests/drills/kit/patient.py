"""A vault that is damaged in one place after another, asked each time what it says, and healed again."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.drills.acts.office import Template, rows_of, unlock_later
from tests.drills.acts.operation import Rows
from thb_desktop.errors import ContentDamagedError, ThbError
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.vault.content import StoredObject

ACCEPTED = "ACCEPTED"
"""It opened, and nothing was said: the one answer that must not come, unless nothing was damaged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """REFUSED, NAMED (a finding tells of it, and data that differ are called broken) or ACCEPTED."""

    kind: str
    code: str = ""


class Patient:
    """A copy of a vault, with a copy of what this computer remembers of it."""

    def __init__(self, template: Template, place: Path, heads: Path | None = None) -> None:
        self.folder = template.copied(place)
        self.heads = Path(shutil.copytree(heads, place / "heads")) if heads else None
        self._whole = {path: path.read_bytes() for path in self.files()}
        self._rows = self._read()
        self.heal()

    def files(self) -> list[Path]:
        """Every file of the vault and of what is remembered, small ones first."""
        roots = [self.folder, *([self.heads] if self.heads else [])]
        found = [path for root in roots for path in root.rglob("*") if path.is_file()]
        return sorted(found, key=lambda path: (path.stat().st_size, path.name))

    def name_of(self, path: Path) -> str:
        """Where a file lies, the same in every copy."""
        return path.relative_to(self.folder.parent).as_posix()

    def path_of(self, name: str) -> Path:
        return self.folder.parent / name

    def whole(self, path: Path) -> bytes:
        return self._whole[path]

    @contextmanager
    def damaged(self, changes: Mapping[Path, bytes | None]) -> Iterator[None]:
        """Files with other bytes, or missing."""
        for path, content in changes.items():
            path.unlink() if content is None else path.write_bytes(content)
        try:
            yield
        finally:
            self.heal()

    def heal(self) -> None:
        """Put back whatever differs, also what an unlock wrote."""
        for path in self.files():
            if path not in self._whole:
                path.unlink()
        for path, content in self._whole.items():
            if not path.exists() or _differs(path, content):
                path.write_bytes(content)

    def ask(self, *, also: tuple[Rows, ...] = ()) -> Verdict:
        """Unlock it, check it, and compare every row. also: other states in which it is whole."""
        try:
            session = unlock_later(self.folder)
        except ThbError as refusal:
            return Verdict(kind="REFUSED", code=refusal.code)
        try:
            said = _notable(session.opening.findings) or _notable(health.check_vault(session).findings)
            broken = any(finding.standing is Standing.BROKEN for finding in said)
            if not broken and self._differs(session, also):
                return Verdict(kind=ACCEPTED, code="other data")
        except ThbError as refusal:
            return Verdict(kind="REFUSED", code=refusal.code)
        finally:
            session.close()
        return Verdict(kind="NAMED", code=said[0].code) if said else Verdict(kind=ACCEPTED)

    def ask_content(self, session: Session, stored: StoredObject) -> Verdict:
        """What the check says of one object, of a session that stays open."""
        try:
            session.vault.content.verify(stored)
        except ContentDamagedError as refusal:
            return Verdict(kind="REFUSED", code=refusal.code)
        return Verdict(kind=ACCEPTED)

    def holds_the_same(self, session: Session) -> bool:
        """Whether every row is as it was in the whole vault."""
        return not self._differs(session, ())

    def _differs(self, session: Session, also: tuple[Rows, ...]) -> bool:
        return rows_of(session.read) not in (self._rows, *also)

    def _read(self) -> Rows:
        session = unlock_later(self.folder)
        try:
            return rows_of(session.read)
        finally:
            session.close()


def _differs(path: Path, content: bytes) -> bool:
    """A damaged journal can make a database of any length: it is read only if it has the right one."""
    return path.stat().st_size != len(content) or path.read_bytes() != content


def _notable(findings: tuple[Finding, ...]) -> list[Finding]:
    """What is wrong or doubtful, the worst first; what is always said of a vault without anchors is not."""
    said = [finding for finding in findings if finding.standing is not Standing.HOLDS]
    return sorted(said, key=lambda finding: finding.standing is not Standing.BROKEN)
