"""What hostile files cost a stranger, who has the script and the file beside it: time and memory of a child.

Processor time is limited by the system, far beyond what is needed: a cost that grows with the square of the
size would reach the limit.
"""

import json
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.support import pdfs
from tests.support.hostile_bundles import OWN
from tests.support.hostile_pdfs import EXTRACTS, HOSTILE
from tests.support.memory import can_be_measured
from tests.support.sampled import few
from tests.support.strangers_prices import Price, prices, root_beside

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not can_be_measured(), reason="limits and peaks are asked of Linux"
)
SIZE = 150_000
LIMIT = 300 * 1024
"""KiB beyond the file itself."""
SECONDS = 60
MEANT = {0, 40, 41, 43, 47}
LONGEST_TEXT, LONG = 4_190_000, 8_000_000
DEAREST = {
    **dict.fromkeys(("line ends", "escapes", "names with escapes"), LONGEST_TEXT),
    **dict.fromkeys(("an update of one word", "an update of lines", "a long message"), LONG),
    **dict.fromkeys(("ends of cross-references", "ends of cross-references behind digits"), LONG),
}
"""What took memory for each byte, or time that grew with the square."""


def too_dear(found: dict[str, tuple[int, Price]]) -> dict[str, Price]:
    """Those with more memory than the file (bytes) and the limit, or another end than a check has."""
    return {
        name: price
        for name, (size, price) in found.items()
        if price.peak > LIMIT + size // 1024 or price.code not in MEANT
    }


def of_the_script(place: Path, files: dict[str, bytes]) -> dict[str, tuple[int, Price]]:
    root, asked = root_beside(place, pdfs.make_office("Somebody else").root), []
    for number, data in enumerate(files.values()):
        (place / f"{number}.pdf").write_bytes(data)
        asked.append(("script", str(place / f"{number}.pdf"), root))
    found = prices(place, asked, seconds=SECONDS)
    return {name: (len(files[name]), price) for name, price in zip(files, found, strict=True)}


@pytest.mark.requirement("SR-28", "SR-38")
def test_no_hostile_file_costs_the_script_more_than_its_size_allows(tmp_path: Path):
    files = {f"{name}, any form": make(SIZE) for name, make in few(list(HOSTILE.items()), 6)}
    files |= {name: make(SIZE) for name, make in few(list(OWN.items()), 6)}

    found = of_the_script(tmp_path, files)

    assert too_dear(found) == {}
    assert {name for name, (_, price) in found.items() if price.code == 0} == set()


@pytest.mark.requirement("SR-28", "SR-38")
def test_the_dearest_of_them_cost_the_script_no_more_when_they_are_larger(tmp_path: Path):
    found = of_the_script(tmp_path, {name: OWN[name](size) for name, size in few(list(DEAREST.items()), 2)})

    assert too_dear(found) == {}


@pytest.mark.requirement("SR-28", "SR-38")
@pytest.mark.parametrize("kind", ["a bundle's folder", "an extract"])
def test_no_hostile_custody_record_costs_the_file_beside_it_more_than_its_size_allows(
    tmp_path: Path, kind: str
):
    extracts, asked = {name: make(SIZE) for name, make in few(list(EXTRACTS.items()), 3)}, []
    for number, data in enumerate(extracts.values()):
        path = tmp_path / str(number) / "custody" / "custody-extract.json"
        path.parent.mkdir(parents=True)
        path.write_bytes(data)
        (path.parents[1] / "manifest.json").write_text(json.dumps({"files": [], "records": []}))
        root = sha256(pdfs.make_office().root).hexdigest()
        of_bundle = ("second", "--bundle", str(path.parents[1]), "--root-sha256", root)
        asked.append(of_bundle if kind == "a bundle's folder" else ("second", str(path)))

    found = prices(tmp_path, asked, seconds=SECONDS)

    told = {name: (len(extracts[name]), price) for name, price in zip(extracts, found, strict=True)}
    assert too_dear(told) == {}
