"""Attached paths: two numbers that look alike in plain letters are two files of a bundle."""

import io

import pikepdf
import pytest

from tests.services.bundling.test_what_stays import broken, prepared, registered
from tests.support.offices import Small
from thb_desktop.services.core.session import Session

ALIKE = ("E 1", "E/1", "E_1", "\u0414", "\u0411", "X" * 300, "X" * 301)


def test_exhibits_whose_numbers_are_alike_go_into_one_bundle(session: Session, small: Small):
    kept = [registered(session, small, number=number) for number in ALIKE]

    bundle = prepared(session, small, *kept)

    with pikepdf.open(io.BytesIO(bundle.pdf)) as document:
        paths = [path for path in document.attachments if path.startswith("records/")]
    assert len(paths) == len(ALIKE)
    assert "records/exhibit-E_1.jsonl" in paths
    assert max(map(len, paths)) < 100
    assert broken(session, bundle) == []


@pytest.mark.parametrize("number", ["E-1", "2026.7_b"])
def test_a_plain_number_is_the_name_of_its_file(session: Session, small: Small, number: str):
    bundle = prepared(session, small, registered(session, small, number=number))

    with pikepdf.open(io.BytesIO(bundle.pdf)) as document:
        assert f"records/exhibit-{number}.jsonl" in document.attachments
