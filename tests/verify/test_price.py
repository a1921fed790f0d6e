"""What a check costs grows with the file: counted in steps of the program, never timed.

The steps are those that Python counts in the verifier: each beginning of a function, each turn of a loop.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import thb_desktop
from tests.support import pdfs
from tests.support.hostile_pdfs import CATALOG, HOSTILE, document, packed
from tests.support.sampled import few
from thb_desktop.findings import Standing, verdict
from thb_desktop.ledger.streamed import memory_of
from thb_desktop.verify.documents import budget
from thb_desktop.verify.documents.budget import Budget
from thb_desktop.verify.exits import NOT_JUDGED, exit_code
from thb_desktop.verify.pdf import check_pdf

TOOL = 4
SOURCES = str(Path(thb_desktop.__file__).parent)
STEPS_PER_BYTE, STEPS_AT_LEAST = 40, 6_000_000


@pytest.fixture(autouse=True)
def small_floors(monkeypatch: pytest.MonkeyPatch) -> None:
    """The part of the budget that every file has is small here, so that few steps tell whether it is kept."""
    monkeypatch.setattr(budget, "TEXT_AT_LEAST", 200_000)
    monkeypatch.setattr(budget, "STEPS_AT_LEAST", 100_000)


@contextmanager
def counted() -> Iterator[list[int]]:
    """Count the steps of the program while the block runs."""
    steps, monitoring = [0], sys.monitoring

    def count(code: CodeType, *_: object) -> object:
        if not code.co_filename.startswith(SOURCES):
            return monitoring.DISABLE
        steps[0] += 1
        return None

    events = monitoring.events.PY_START | monitoring.events.JUMP
    monitoring.use_tool_id(TOOL, "steps")
    try:
        for event in (monitoring.events.PY_START, monitoring.events.JUMP):
            monitoring.register_callback(TOOL, event, count)
        monitoring.set_events(TOOL, events)
        yield steps
    finally:
        monitoring.set_events(TOOL, 0)
        monitoring.free_tool_id(TOOL)


def steps_of(data: bytes) -> int:
    with counted() as steps:
        check_pdf(data)
    return steps[0]


@pytest.mark.requirement("SR-28")
@pytest.mark.parametrize("name", few(list(HOSTILE), 17))
def test_no_hostile_file_takes_more_steps_than_its_size_allows(name: str):
    data = HOSTILE[name](10_000)

    assert steps_of(data) <= STEPS_PER_BYTE * len(data) + STEPS_AT_LEAST


@pytest.mark.requirement("SR-28")
@pytest.mark.parametrize("name", few(list(HOSTILE), 17))
def test_no_hostile_file_holds_and_what_is_stopped_is_not_judged(name: str):
    found = check_pdf(HOSTILE[name](10_000))

    stopped = any(finding.code.endswith("beyond-bounds") for finding in found)
    assert verdict(found) is not Standing.HOLDS
    assert (exit_code(found) == NOT_JUDGED) == (stopped and verdict(found) is Standing.UNKNOWN)


def test_an_honest_file_of_many_objects_takes_a_few_steps_a_byte():
    sizes = []
    for count in (500, 4000):
        objects = {number: b"<< /S /P /K [%d 0 R] >>" % (number + 1) for number in range(3, count)}
        data = document({1: CATALOG, 2: b"<< /FT /Sig /T (A) >>"} | objects)
        sizes.append((len(data), steps_of(data)))

    (small, few), (large, many) = sizes
    assert many / few <= 1.2 * large / small
    assert many <= 2 * large


def test_a_signed_bundle_uses_a_small_part_of_its_budget(monkeypatch: pytest.MonkeyPatch):
    office = pdfs.make_office()
    data = pdfs.signed_twice(office, pdfs.bundle(office))
    made: list[Budget] = []
    of = Budget.of
    monkeypatch.setattr(Budget, "of", lambda size: made.append(of(size)) or made[-1])

    found = check_pdf(data, trusted_roots=[office.root])

    whole = of(len(data))
    assert verdict(found) is Standing.HOLDS
    assert whole.text - made[0].text < 4 * len(data)
    assert whole.steps - made[0].steps < len(data)
    assert whole.moved - made[0].moved < 8 * len(data)


UNITS = (
    *rb"( ) [ ] << >> /A /#41 % \( \ <4 > null 9 . stream endstream endobj /EF".split(),
    *(b" ", b"\n", b"1 ", b"1 0 R ", b"3 0 obj ", b"/OpenAction 3 0 R "),
)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(UNITS), min_size=1, max_size=6),
    st.lists(st.sampled_from(UNITS), max_size=4),
    st.booleans(),
)
def test_whatever_is_repeated_costs_in_proportion(unit: list[bytes], after: list[bytes], is_packed: bool):
    """Eight times the text takes about eight times the steps, or less: nothing grows with the square."""

    def make(count: int) -> bytes:
        body = b"".join(unit) * count + b"".join(after)
        store = packed(b"3 0 " + body, b"/Type /ObjStm /N 1 /First 4 ") if is_packed else body
        return document({1: CATALOG, 2: b"<< /FT /Sig /T (A) >>", 3: store, 4: b"[3 0 R 3 0 R]"})

    small, large = make(250), make(2000)

    assert steps_of(large) <= 8 * steps_of(small) + 2000


@pytest.mark.parametrize("text", [b"[" + b"[]," * 9 + b"[]]", b'{"a":"\xc3\xa9"}', b"1"])
def test_the_memory_of_a_json_text_is_told_before_it_is_read(text: bytes):
    assert memory_of(text) >= 3 * len(text)
    assert memory_of(text * 8) > 7 * memory_of(text)
