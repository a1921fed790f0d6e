"""What the list of files and the data of the case state of the bundle itself: whether the extract says so."""

from collections.abc import Iterator, Mapping
from hashlib import sha256

from thb_desktop.errors import FormatError
from thb_desktop.findings import Finding, broken
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.extract import Extract
from thb_desktop.verify.bundle.case_data import CaseData
from thb_desktop.verify.bundle.manifest import Manifest

_HEAD, _ROOT = "head", "root_certificate_sha256"
_OF_BUNDLE, _CASE = "bundle", "case"


def check_stated(manifest: Manifest, data: CaseData | None, extract: Extract | None) -> Iterator[Finding]:
    """Compare the head and the root that the list names with the extract, whose head is signed; and what the
    list says of the bundle and its case with the data of the case.

    What a list does not name states nothing. data, extract: checked elsewhere; None if there is none.
    """
    said = manifest.rest
    if extract is not None:
        own = {_HEAD: _head_of(extract), _ROOT: sha256(extract.root).hexdigest()}
        if any(name in said and said[name] != value for name, value in own.items()):
            yield broken("list-head-not-as-extract")
    if data is not None:
        told = {_OF_BUNDLE: data.beside.bundle, _CASE: data.beside.reference}
        if any(name in said and said[name] != value for name, value in told.items()):
            yield broken("list-not-as-data")


def _head_of(extract: Extract) -> Mapping[str, Value] | None:
    """Return the signed head of an extract as a list names it."""
    try:
        head = extract.head.parsed()
    except FormatError:
        return None
    return {
        "size": head.size,
        "root": head.root.hex(),
        "counters_root": head.counters.hex(),
        "at": head.at.isoformat(),
        "short_code": head.short_code,
    }
