"""The check of the attached files in one file, to travel with a bundle: any Python from 3.11 on runs it."""

import zipfile
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import BinaryIO

import resources.words
import thb_desktop
import thb_desktop.errors
import thb_desktop.ledger
import thb_desktop.verify

_VERIFY = (
    "__init__.py",
    "attached.py",
    "certificates.py",
    "custody.py",
    "custody_acts.py",
    "custody_events.py",
    "custody_rows.py",
    "der.py",
    "exits.py",
    "in_short.py",
    "limits.py",
    "p256.py",
    "signers.py",
)
_BUNDLE = (
    "__init__.py",
    "case_data.py",
    "certifications.py",
    "comparisons.py",
    "custody_record.py",
    "entries.py",
    "events.py",
    "holders.py",
    "language.py",
    "language_rules.py",
    "manifest.py",
    "persons.py",
    "record_shape.py",
    "record_texts.py",
    "records.py",
    "redactions.py",
    "spoken.py",
    "stated.py",
)
_TOP = ("__init__.py", "findings.py", "language_tags.py", "words.py")
_DOMAIN = (
    "__init__.py",
    "act_kinds.py",
    "act_rights.py",
    "actions.py",
    "age_told.py",
    "anchors.py",
    "blank.py",
    "checked_codes.py",
    "corrected_words.py",
    "custody_rights.py",
    "date_words.py",
    "dates.py",
    "ids.py",
    "language_outward.py",
    "language_states.py",
    "language_work.py",
    "note_details.py",
    "page_comparisons.py",
    "partial_dates.py",
    "person_names.py",
    "record.py",
    "redaction_marks.py",
    "rights.py",
    "row_authors.py",
    "row_keys.py",
    "segment.py",
    "text_digest.py",
    "times.py",
    "zones.py",
)
_ERRORS = ("base", "copies", "language", "usage", "verification")
"""The modules of the refusals that the check raises."""
_ELSEWHERE = ("handback.py", "interview_record.py", "language_parts.py", "release.py")
"""Modules of the chain that only a vault or the check of a document needs."""
_WORDS = ("__init__.py", "en/verification.toml", "en/where.toml")
_MAIN = "import sys\n\nfrom thb_desktop.verify.attached import main\n\nsys.exit(main())\n"
_REFUSALS = "".join(f"from thb_desktop.errors.{name} import *\n" for name in _ERRORS)
"""The program's own list has more of them."""
_CODES = "from thb_desktop.domain.checked_codes import *\n"
"""Likewise: of the lists of codes, those that the check compares."""


def write_portable_check(target: BinaryIO) -> None:
    """Write a zipapp: plain sources, uncompressed so that they can be read, the same bytes each time."""
    target.write(b"#!/usr/bin/env python3\n")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(_member("__main__.py"), _MAIN)
        archive.writestr(_member("thb_desktop/errors/__init__.py"), _REFUSALS)
        archive.writestr(_member("thb_desktop/domain/vocabulary.py"), _CODES)
        for name, source in sorted(sources().items()):
            archive.writestr(_member(name), source.read_bytes())


def sources() -> dict[str, Traversable]:
    """The files of the check by their place in it; an installed folder must carry them as files too."""
    top, verify, words = files(thb_desktop), files(thb_desktop.verify), files(resources.words)
    sources = {f"thb_desktop/{name}": top / name for name in _TOP}
    sources |= {f"thb_desktop/verify/{name}": verify / name for name in _VERIFY}
    sources |= {f"thb_desktop/verify/bundle/{name}": verify / "bundle" / name for name in _BUNDLE}
    sources |= {f"thb_desktop/domain/{name}": top / "domain" / name for name in _DOMAIN}
    sources |= {"resources/__init__.py": files(resources) / "__init__.py"}
    sources |= {f"resources/words/{name}": words.joinpath(*name.split("/")) for name in _WORDS}
    errors, ledger = files(thb_desktop.errors), files(thb_desktop.ledger)
    sources |= {f"thb_desktop/errors/{name}.py": errors / f"{name}.py" for name in _ERRORS}
    modules = (file for file in ledger.iterdir() if file.name.endswith(".py"))
    sources |= {f"thb_desktop/ledger/{file.name}": file for file in modules if file.name not in _ELSEWHERE}
    return sources


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name)
    member.external_attr = 0o644 << 16
    return member
