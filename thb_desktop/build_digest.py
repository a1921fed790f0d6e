"""The digest of a build: one SHA-256 over the program's own files. Each bundle prints it beside the version.

It is the SHA-256 of a list: for each file of the three packages, in the order of the bytes of its path, a
line as `sha256sum` writes it (digest, two spaces, path with `/`, line feed). What Python and tools leave
beside the files is not in it.
"""

from functools import cache
from hashlib import sha256
from pathlib import Path

PACKAGES = ("thb_desktop", "ui", "resources")
STORED = "build.sha256"
"""Where an installer keeps it, in the folder of this module: its programs hold the code in another form."""
_LEFT = frozenset({"__pycache__", ".ruff_cache"})
_HERE = Path(__file__).parent


@cache
def build_digest() -> str:
    """Return the digest in hexadecimal: as an installer has it, or of the files that run.

    Some two thousand files are read then, once a process. Raises OSError.
    """
    stored = _HERE / STORED
    return stored.read_text("ascii").strip() if stored.is_file() else digest_of(_HERE.parent)


def digest_of(folder: Path) -> str:
    """Return the digest of the packages in this folder. Raises OSError."""
    listed = sha256()
    for name, path in sorted(_files(folder).items()):
        listed.update(sha256(path.read_bytes()).hexdigest().encode() + b"  " + name + b"\n")
    return listed.hexdigest()


def _files(folder: Path) -> dict[bytes, Path]:
    found = (path for package in PACKAGES for path in (folder / package).rglob("*") if path.is_file())
    parts = {path: path.relative_to(folder) for path in found}
    return {
        each.as_posix().encode(): path
        for path, each in parts.items()
        if not _LEFT.intersection(each.parts) and each != Path(PACKAGES[0], STORED)
    }
