"""An honest custody record is judged whatever its length: no more of it is in memory than is compared."""

from dataclasses import replace
from hashlib import sha256

import pytest

from tests.support.chains import RECORD, Office, extract_of, founded_example, verify_signature
from thb_desktop.findings import Standing, verdict
from thb_desktop.ledger.extract import Extract
from thb_desktop.ledger.streamed import Source, in_pieces, memory_of
from thb_desktop.verify.custody import ExtractCheck, check_extract
from thb_desktop.verify.exits import NOT_JUDGED, exit_code
from thb_desktop.verify.limits import MAXIMUM_KEPT, MAXIMUM_VALUE


def with_events(count: int, values: int) -> Office:
    """A chain of so many more events, each with a list of so many texts in its content."""
    office = founded_example()
    content = {"states": [{"entity": "custody_event", "record": {"id": RECORD, "texts": [""] * values}}]}
    for _ in range(count):
        office.record(office.sessions[-1], "PHOTOGRAPHED", RECORD, content)
    return office


def checked(source: Source, root: str) -> tuple[Standing, int]:
    """What the check says, and how much memory it keeps, as it counts it."""
    kept: list[int] = []
    frame = Extract.parse_frame(source(), keep=kept.append)
    check = ExtractCheck(frame, source, (root,), keep=kept.append, verify=verify_signature)
    return verdict(check.findings()), sum(kept)


@pytest.mark.requirement("SR-28")
def test_a_long_record_is_judged_though_it_is_larger_than_all_memory_that_a_check_may_use():
    office = with_events(300, values=10_000)
    data = extract_of(office, RECORD).to_bytes()
    root = sha256(office.root).hexdigest()

    found = check_extract(data, trusted_root_sha256=root, verify_signature=verify_signature)

    assert memory_of(data) > MAXIMUM_KEPT + MAXIMUM_VALUE
    assert verdict(found) is Standing.HOLDS


@pytest.mark.requirement("SR-28")
def test_what_a_check_keeps_of_an_event_is_a_small_part_of_it():
    sizes = []
    for count in (50, 550):
        office = with_events(count, values=0)
        data = extract_of(office, RECORD).to_bytes()
        sizes.append((len(data), checked(in_pieces(data), sha256(office.root).hexdigest())))

    (short, (first, few)), (long, (second, many)) = sizes
    assert first is second is Standing.HOLDS
    assert many - few < (long - short) / 10


@pytest.mark.requirement("SR-28")
def test_one_value_that_is_too_large_is_not_read():
    office = with_events(1, values=1 + MAXIMUM_VALUE // 80)

    found = check_extract(extract_of(office, RECORD).to_bytes(), verify_signature=verify_signature)

    assert exit_code(found) == NOT_JUDGED


@pytest.mark.requirement("SR-28")
def test_a_record_of_nothing_but_faults_is_broken_though_not_all_are_listed():
    office = with_events(1, values=0)
    extract = extract_of(office, RECORD)
    repeated = replace(extract, events=extract.events[-1:] * 6_000)

    found = check_extract(repeated.to_bytes(), verify_signature=verify_signature)

    assert verdict(found) is Standing.BROKEN
    assert found[-1].code == "extract-beyond-bounds"
    assert len(found) < 6_000
