"""Writes docs/sbom.json (CycloneDX 1.6) and docs/licences.md: every third-party package, from the lock file.

    python scripts/sbom.py            write both
    python scripts/sbom.py --check    check that they agree with the lock

Names, versions and dependencies come from the lock file, licences from the installed packages. If a package
is not installed, its licence stays as last written.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SBOM, LICENCES = ROOT / "docs/sbom.json", ROOT / "docs/licences.md"
UNKNOWN = "not known"
_OURS = "thb-desktop (pyproject.toml)"
_SPELT = {  # from the names that packages use to SPDX
    "MIT License": "MIT",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "BSD 2-Clause License": "BSD-2-Clause",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "GNU General Public License v2 (GPLv2)": "GPL-2.0-or-later",
    "zlib/libpng License": "Zlib",
}
_SPDX = re.compile(r"[\w.+-]+(?: (?:AND|OR|WITH) [\w.+-]+)*")
_KNOWN = {  # read from the files of the package if its metadata gives no usable licence
    "reportlab": "BSD-3-Clause",
    "sqlcipher3": "Zlib AND BSD-3-Clause AND blessing AND Apache-2.0",
    "colorama": "BSD-3-Clause",
    "macholib": "MIT",
    "pefile": "MIT",
    "pywin32-ctypes": "BSD-3-Clause",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
    "markdown-it-py": "MIT",
    "mdurl": "MIT",
    "pycryptodomex": "BSD-2-Clause AND Unlicense",
    "atheris": "Apache-2.0",
    "bagit": "CC0-1.0",
    "pyinstaller-hooks-contrib": "Apache-2.0 OR GPL-2.0-or-later",
}
_SHIPPED = (
    ("Noto fonts", "resources/fonts", "OFL-1.1"),
    ("Lucide icons", "resources/icons", "ISC"),
    ("EFF word list for passphrases", "resources/passphrases/en.txt", "CC-BY-3.0-US"),
    ("Unicode CLDR names, from Babel 2.19.0", "resources/words/*/cldr.json", "Unicode-3.0"),
    ("Unicode CLDR months, from Qt 6.12", "thb_desktop/domain/month_names.py", "Unicode-3.0"),
    (
        "Codes of ISO 4217, from the data set currency-codes",
        "thb_desktop/domain/currency_codes.py",
        "PDDL-1.0",
    ),
    ("BIP-39 word list in French", "resources/passphrases/fr.txt", "MIT"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """One package of the lock file. ours: whether the program ships it, or only a tool needs it."""

    name: str
    version: str
    ours: bool
    licence: str
    needed_by: tuple[str, ...] = field(default=())

    @property
    def purl(self) -> str:
        return f"pkg:pypi/{self.name}@{self.version}"


def read_lock(text: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return the version of each package in a lock file, and which packages need it."""
    found = {}
    for entry in re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE):
        if start := re.match(r"([\w.-]+)==(\S+)", entry):
            via = entry.partition("# via")[2]
            needed = [line.strip(" #\n") for line in via.splitlines()]
            found[start[1]] = start[2], tuple(sorted(filter(None, needed)))
    return found


def packages(lock: dict[str, tuple[str, tuple[str, ...]]]) -> list[Package]:
    """Return each package with its licence. The program ships its dependencies and theirs."""
    known = _written()
    shipped = {name for name, (_, needed) in lock.items() if _OURS in needed}
    while more := {name for name, (_, needed) in lock.items() if shipped & {*needed}} - shipped:
        shipped |= more
    return [
        Package(
            name=name,
            version=version,
            ours=name in shipped,
            licence=licence_of(name) or known.get(name, UNKNOWN),
            needed_by=needed,
        )
        for name, (version, needed) in sorted(lock.items())
    ]


def licence_of(name: str) -> str:
    """Return the licence of an installed package in SPDX form, or an empty text."""
    if name in _KNOWN:
        return _KNOWN[name]
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    classified = [
        line.rpartition(" :: ")[2] for line in told.get_all("Classifier") or [] if "License ::" in line
    ]
    said = [
        text.strip() for text in (told.get("License-Expression"), told.get("License"), *classified) if text
    ]
    known = [text for text in said if text in _SPELT or _SPDX.fullmatch(text)]
    return _SPELT.get(known[0], known[0]) if known else ""


def _written() -> dict[str, str]:
    if not SBOM.exists():
        return {}
    parts = json.loads(SBOM.read_text("utf-8"))["components"]
    return {part["name"]: part["licenses"][0]["expression"] for part in parts if part["licenses"]}


def sbom(found: Iterable[Package], lock: str) -> str:
    """Return a bill of materials without time, serial number or host, so that the same lock gives the same
    bytes.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    listed = list(found)
    own = f"pkg:generic/{project['name']}@{project['version']}"
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": project["name"],
                "version": project["version"],
                "licenses": [{"expression": project["license"]}],
            },
            "properties": [
                {"name": "thb:requirements.lock:sha256", "value": sha256(lock.encode()).hexdigest()}
            ],
        },
        "components": [*map(_component, listed), *(_data(*part) for part in _SHIPPED)],
        "dependencies": [
            {
                "ref": parent.purl if isinstance(parent, Package) else own,
                "dependsOn": [
                    each.purl
                    for each in listed
                    if (parent.name if isinstance(parent, Package) else _OURS) in each.needed_by
                ],
            }
            for parent in (None, *listed)
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _component(package: Package) -> dict[str, object]:
    return {
        "type": "library",
        "bom-ref": package.purl,
        "name": package.name,
        "version": package.version,
        "scope": "required" if package.ours else "excluded",
        "licenses": [{"expression": package.licence}],
        "purl": package.purl,
    }


def _data(name: str, folder: str, licence: str) -> dict[str, object]:
    return {
        "type": "data",
        "bom-ref": folder,
        "name": name,
        "scope": "required",
        "licenses": [{"expression": licence}],
    }


def licences(found: Iterable[Package]) -> str:
    """Return the same list for readers: what the program ships, and what builds and tests it."""
    listed = list(found)

    def rows(*, ours: bool) -> list[str]:
        return [f"| {each.name} | {each.version} | {each.licence} |" for each in listed if each.ours is ours]

    head = ["| Package | Version | Licence |", "|---|---|---|"]
    return "\n".join(
        [
            "# Licences of the parts that are not ours",
            "",
            "Written by `scripts/sbom.py` from `requirements.lock`; [sbom.json](sbom.json) tells programs.",
            "",
            "## What the program ships",
            "",
            *head,
            *rows(ours=True),
            *(f"| {name} (`{folder}`) | | {licence} |" for name, folder, licence in _SHIPPED),
            "",
            "## What it is built and tested with",
            "",
            *head,
            *rows(ours=False),
            "",
        ]
    )


def main(arguments: list[str]) -> int:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    found = packages(read_lock(lock))
    made = {SBOM: sbom(found, lock), LICENCES: licences(found)}
    stale = [path.name for path, text in made.items() if not path.exists() or path.read_text("utf-8") != text]
    if arguments == ["--check"]:
        print("\n".join(stale))
        return 1 if stale else 0
    for path, text in made.items():
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
