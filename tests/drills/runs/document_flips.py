"""SR-7 for what leaves the house: each byte of a bundle, a custody extract and a package is turned over."""

import io
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from tests.drills.kit.chance import Chance
from tests.drills.kit.report import Result
from tests.drills.kit.teams import Answer, shared_out
from tests.support import chains, pdfs
from thb_desktop.errors import ThbError
from thb_desktop.findings import Standing, verdict
from thb_desktop.package.members import held
from thb_desktop.package.packing import write_container
from thb_desktop.verify.custody import check_extract
from thb_desktop.verify.package import check_package
from thb_desktop.verify.pdf import check_pdf

MASKS = (0x01, 0x20, 0x80)
AT = datetime(2026, 3, 3, 10, 30, tzinfo=UTC)
_PORTION = 400


def run_document_flips(place: Path, chance: Chance, *, every: int = 1, workers: int = 1) -> Result:
    """One bit of each byte, one of three by chance; none may hold afterwards."""
    place.mkdir(parents=True, exist_ok=True)
    result = Result(requirement="SR-7", name="flipped bits in a bundle, a package and a custody extract")
    office = pdfs.make_office()
    documents: dict[str, tuple[bytes, Callable[[bytes], bool]]] = {
        "a signed document": (pdfs.signed_twice(office), partial(_document_holds, office.root)),
        "a package": (_package(office), partial(_package_holds, office.root)),
        "a custody extract": (chains.extract_of(chains.example(), chains.PHONE).to_bytes(), _extract_holds),
    }
    flips, of_packages = 0, 0
    for name, (data, holds) in documents.items():
        if not holds(data):
            result.fail(f"the drill itself: {name} does not hold as it is")
        places = chance.each(every, range(len(data)), name)
        portions = [places[start : start + _PORTION] for start in range(0, len(places), _PORTION)]
        flip = partial(_flip, data, holds, chance)
        for answer in shared_out(portions, flip, place=place, workers=workers):
            for silent in answer["silent"]:
                result.fail(f"{name}: {silent} holds")
        result.row(name, bytes=len(data), flips=len(places))
        flips += len(places)
        of_packages += len(places) if name == "a package" else 0
    result.figure("flips in a package", of_packages)
    result.figure("flips in a bundle and in a custody extract", flips)
    result.figure("of them accepted by the verifier", len(result.failures))
    return result


def _flip(
    data: bytes, holds: Callable[[bytes], bool], chance: Chance, places: Sequence[int], _: Path
) -> Answer:
    silent = []
    for place in places:
        changed = bytearray(data)
        mask = MASKS[chance.below(len(MASKS), place)]
        changed[place] ^= mask
        if holds(bytes(changed)):
            silent.append(f"byte {place} xor {mask:#x}")
    return {"silent": silent}


def _package(office: pdfs.Office) -> bytes:
    """A container with a bundle and a file of an exhibit."""
    target = io.BytesIO()
    members = [
        held("bundle.pdf", "application/pdf", pdfs.signed_twice(office, pdfs.bundle(office))),
        held("exhibits/E-01.jpg", "image/jpeg", b"a picture" * 99),
    ]
    info = {"Source-Organization": "Office of Borduria"}
    write_container(target, members, info=info, signer=office.judge, chain=[office.root], at=AT)
    return target.getvalue()


def _package_holds(root: bytes, data: bytes) -> bool:
    try:
        return verdict(check_package(io.BytesIO(data), trusted_roots=[root])) is Standing.HOLDS
    except ThbError:
        return False


def _document_holds(root: bytes, data: bytes) -> bool:
    try:
        return verdict(check_pdf(data, trusted_roots=[root])) is Standing.HOLDS
    except ThbError:
        return False


def _extract_holds(data: bytes) -> bool:
    """Under a root that nobody named the whole extract is at best not known: nothing in it may be broken."""
    try:
        return verdict(check_extract(data)) is not Standing.BROKEN
    except ThbError:
        return False
