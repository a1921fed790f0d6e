"""Every attack on a bundle that the checks of bundles share is answered as it must be."""

import re
from contextlib import suppress
from dataclasses import replace

import pytest

from tests.support import pdfs
from tests.support.bundle_attacks import ATTACKS, UNKNOWN, Target
from tests.support.bundle_syntax import ODD
from tests.support.sampled import few
from thb_desktop.errors import PdfBeyondBoundsError
from thb_desktop.findings import Standing, verdict
from thb_desktop.verify import pages
from thb_desktop.verify.exits import exit_code
from thb_desktop.verify.pages import CheckedPages, check_signed, read_pages
from thb_desktop.verify.pdf import check_pdf
from thb_desktop.verify.run import Request, verified

FIRST_END = re.compile(rb"startxref[\r\n ]+\d+[\r\n ]+%%EOF(?:\r\n|\r|\n)?")


@pytest.fixture(scope="module")
def target() -> Target:
    return Target.made()


@pytest.fixture(scope="module")
def checked(target: Target) -> CheckedPages:
    """The pages of the bundle, checked before anyone signed them."""
    found = read_pages(target.source, trusted_roots=[target.office.root])
    assert found is not None
    return found


def first_of(attacked: bytes) -> bytes:
    """A file before anything was added to it."""
    end = FIRST_END.search(attacked)
    return attacked[: end.end()] if end else attacked


def read_first(attacked: bytes, roots: list[bytes]) -> CheckedPages | None:
    with suppress(PdfBeyondBoundsError):
        return read_pages(first_of(attacked), trusted_roots=roots)
    return None


@pytest.mark.requirement("SR-34")
def test_the_bundle_that_is_attacked_holds(target):
    found = check_pdf(target.whole, trusted_roots=[target.office.root])

    assert verdict(found) is Standing.HOLDS


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize("name", few(list(ATTACKS | ODD), 100))
def test_each_attack_on_a_bundle_is_answered_as_it_must_be(target, checked, name):
    """Also where its own pages were checked before, as in the program that signs them."""
    attack, code = (ATTACKS | ODD)[name]
    attacked, roots = attack(target), [target.office.root]
    before = checked if checked.are_in(attacked) else read_first(attacked, roots)

    found = check_pdf(attacked, trusted_roots=roots)

    assert exit_code(found) == code
    assert before is not None or code not in {0, UNKNOWN}
    assert set(check_signed(attacked, before, trusted_roots=roots)) == set(found)


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize("name", [name for name in ATTACKS if name.endswith("before it")])
@pytest.mark.parametrize("roots", [("root.der",), ()], ids=["a root named", "no root named"])
def test_what_stands_before_a_bundle_makes_it_no_file_of_others(target, name, roots, tmp_path):
    """Readers find the document behind it, so the command judges it as the bundle that it was."""
    attack, code = ATTACKS[name]
    (tmp_path / "root.der").write_bytes(target.office.root)
    (tmp_path / "bundle.pdf").write_bytes(attack(target))
    asked = Request(file=tmp_path / "bundle.pdf", roots=tuple(tmp_path / each for each in roots))

    result = verified(asked, now=pdfs.AT)

    assert not asked.is_of_others
    assert result.code == code


@pytest.mark.requirement("SR-33")
def test_of_checked_pages_only_what_was_added_is_read(target, checked, monkeypatch):
    roots = [target.office.root]
    whole = {each: check_pdf(each, trusted_roots=roots) for each in (target.first, target.whole)}
    monkeypatch.setattr(pages, "check_pdf", lambda *_, **__: pytest.fail("the whole file was read again"))

    for signed, found in whole.items():
        assert set(check_signed(signed, checked, trusted_roots=roots)) == set(found)


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize("other", ["pages", "root", "nothing checked"])
def test_what_was_found_of_other_pages_or_under_another_root_counts_for_nothing(target, checked, other):
    roots = [target.foreign.root if other == "root" else target.office.root]
    before = None if other == "nothing checked" else checked
    if other == "pages":
        before = replace(checked, sha256="0" * 64)

    found = check_signed(target.whole, before, trusted_roots=roots)

    assert found == check_pdf(target.whole, trusted_roots=roots)


@pytest.mark.requirement("SR-33")
def test_signed_or_unreadable_pages_are_not_pages_that_were_checked(target):
    for data in (target.whole, target.source[:-200], b"", b"no PDF" + target.source):
        assert read_pages(data, trusted_roots=[target.office.root]) is None


@pytest.mark.requirement("SR-33")
def test_the_attacks_are_of_many_kinds_and_no_two_are_the_same(target):
    tried = few(list((ATTACKS | ODD).values()), 100)
    attacked = {attack(target) for attack, _ in tried}

    assert len(attacked) == len(tried)
    assert len(ATTACKS) >= 49
    assert len(ODD) >= 20
    assert target.whole not in attacked
