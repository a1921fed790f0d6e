"""The matrix of requirements is as the tests are, and is not made where something is unknown or unproven."""

from pathlib import Path

import pytest

from scripts import security_matrix
from scripts.security_matrix import MatrixError, Proof, collect, verify_complete, write_matrix

ASKED = {
    "SR-1": {"group": "One", "asks": "First.", "figure": "0 | 1"},
    "SR-2": {"group": "Two", "asks": "Second.", "figure": "all"},
}
PROOF = {"SR-1": [Proof(file="tests/test_a.py", name="test_one")]}
REASON = {"SR-2": {"packages": "they come later."}}
MEASURED = {"SR-1": {"flips": {"value": 20_412, "date": "2026-11-25", "machine": "Linux"}}}


def test_markers_are_found_wherever_they_stand(tmp_path: Path) -> None:
    (tmp_path / "tests" / "a").mkdir(parents=True)
    (tmp_path / "tests" / "a" / "test_one.py").write_text(
        """
import pytest
pytestmark = [pytest.mark.requirement("SR-1")]
both = pytest.mark.requirement("SR-2", "SR-3")

@pytest.mark.parametrize("x", [pytest.param(1, marks=pytest.mark.requirement("SR-4"))])
def test_in_a_parameter(x): ...
@both
def test_by_a_name(): ...
@pytest.mark.requirement("SR-5")
class TestGroup:
    def test_sr_07_in_a_class(self): ...
def no_test(): ...
""",
        "utf-8",
    )

    found = collect(tmp_path / "tests")

    assert {name: [test.name for test in tests] for name, tests in found.items()} == {
        "SR-1": ["test_in_a_parameter", "test_by_a_name", "test_sr_07_in_a_class"],
        "SR-2": ["test_by_a_name"],
        "SR-3": ["test_by_a_name"],
        "SR-4": ["test_in_a_parameter"],
        "SR-5": ["test_sr_07_in_a_class"],
        "SR-7": ["test_sr_07_in_a_class"],
    }
    assert found["SR-2"][0].file == "tests/a/test_one.py"


def test_a_requirement_that_is_not_named_as_text_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "tests"
    folder.mkdir()
    (folder / "test_one.py").write_text("@pytest.mark.requirement(SEVEN)\ndef test_one(): ...\n", "utf-8")

    with pytest.raises(MatrixError, match="line 1"):
        collect(folder)


@pytest.mark.parametrize(
    ("reasons", "tests", "figures", "said"),
    [
        ({}, PROOF, {}, "SR-2: neither"),
        (REASON | {"SR-9": {"packages": "later."}}, PROOF, {}, "SR-9: no such"),
        (REASON, PROOF | {"SR-58": PROOF["SR-1"]}, {}, "SR-58: no such"),
        (REASON, PROOF, {"SR-0": {}}, "SR-0: no such"),
        ({"SR-2": {"perhaps": "later."}}, PROOF, {}, "SR-2: a reason"),
        ({"SR-2": {"refused": "no sentence"}}, PROOF, {}, "SR-2: a reason"),
        ({"SR-2": {}}, PROOF, {}, "SR-2: a reason"),
    ],
)
def test_what_is_unknown_or_unproven_is_named(
    reasons: dict[str, dict[str, str]], tests: dict[str, list[Proof]], figures: dict[str, object], said: str
) -> None:
    verify_complete(ASKED, REASON, PROOF, MEASURED)

    with pytest.raises(MatrixError, match=said):
        verify_complete(ASKED, reasons, tests, figures)


def test_the_page_tells_state_tests_and_figure_of_each() -> None:
    many = [Proof(file="tests/test_b.py", name=f"test_{number}") for number in range(5)]

    page = write_matrix(ASKED, REASON | {"SR-1": {"refused": "the rest."}}, PROOF | {"SR-2": many}, MEASURED)

    assert "| SR-1 | First. | refused: the rest. | [test_one](../tests/test_a.py) |" in page
    assert "| 0 \\| 1 | flips: 20,412 |" in page
    assert "| done, with packages: they come later. | [test_b.py](../tests/test_b.py): 5 |" in page
    assert "2 requirements: 0 done, 1 done but for packages, 0 waiting for packages" in page
    assert "0 done, in part not tested, 1 refused, 0 open for want of a figure" in page
    assert "Measured 2026-11-25, on Linux" in page


@pytest.mark.parametrize(
    ("bound", "state"),
    [
        (">= 20000", "done"),
        ("== 20412", "done"),
        ("<= 20411", "open: flips is 20,412 and must be <= 20411"),
        ("== 3 of 3", "open: flips is 20,412 and must be == 3 of 3"),
    ],
)
def test_a_requirement_is_open_until_its_figures_reach_their_bounds(bound: str, state: str) -> None:
    needing = {**ASKED, "SR-1": {**ASKED["SR-1"], "needs": {"flips": bound}}}

    page = write_matrix(needing, REASON, PROOF, MEASURED)
    without = write_matrix(needing, REASON, PROOF, {})

    assert f"| SR-1 | First. | {state} |" in page
    assert "| SR-1 | First. | open: flips is not measured |" in without
    assert "1 open for want of a figure" in without


def test_a_bound_that_is_none_is_refused() -> None:
    for bound in ("20000", "~ 3", ">= many"):
        needing = {**ASKED, "SR-1": {**ASKED["SR-1"], "needs": {"flips": bound}}}

        with pytest.raises(MatrixError, match="SR-1: a bound is"):
            verify_complete(needing, REASON, PROOF, MEASURED)


def test_the_matrix_is_as_the_tests_are() -> None:
    """Otherwise: python scripts/security_matrix.py, and read what changed."""
    page = security_matrix.matrix_of(security_matrix.ROOT)

    assert (security_matrix.ROOT / security_matrix.MATRIX).read_text("utf-8") == page
