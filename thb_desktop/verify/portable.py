"""The custody check in one file, to travel with a bundle: any Python from 3.11 on runs it by itself."""

import zipfile
from importlib import resources
from importlib.resources.abc import Traversable
from typing import BinaryIO

import thb_desktop
import thb_desktop.errors
import thb_desktop.ledger
import thb_desktop.verify

_VERIFY = (
    "__init__.py",
    "certificates.py",
    "custody.py",
    "custody_events.py",
    "der.py",
    "exits.py",
    "findings.py",
    "p256.py",
)
_MAIN = "import sys\n\nfrom thb_desktop.verify.custody import main\n\nsys.exit(main())\n"


def write_portable_check(target: BinaryIO) -> None:
    """Write a zipapp: plain sources, uncompressed so that they can be read, the same bytes each time."""
    target.write(b"#!/usr/bin/env python3\n")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(_member("__main__.py"), _MAIN)
        for name, source in sorted(sources().items()):
            archive.writestr(_member(name), source.read_bytes())


def sources() -> dict[str, Traversable]:
    """The files of the check by their place in it; an installed folder must carry them as files too."""
    top, errors = resources.files(thb_desktop), resources.files(thb_desktop.errors)
    ledger, verify = resources.files(thb_desktop.ledger), resources.files(thb_desktop.verify)
    sources = {f"thb_desktop/{name}": top / name for name in ("__init__.py", "findings.py")}
    sources |= {f"thb_desktop/verify/{name}": verify / name for name in _VERIFY}
    for folder, room in ((errors, "errors"), (ledger, "ledger")):
        modules = (file for file in folder.iterdir() if file.name.endswith(".py"))
        sources |= {f"thb_desktop/{room}/{file.name}": file for file in modules}
    return sources


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name)
    member.external_attr = 0o644 << 16
    return member
