"""Every attack on a bundle that the checks of bundles share is answered as it must be."""

import pytest

from tests.support.bundle_attacks import ATTACKS, Target
from tests.support.bundle_syntax import ODD
from thb_desktop.findings import Standing, verdict
from thb_desktop.verify.exits import exit_code
from thb_desktop.verify.pdf import check_pdf


@pytest.fixture(scope="module")
def target() -> Target:
    return Target.made()


@pytest.mark.requirement("SR-34")
def test_the_bundle_that_is_attacked_holds(target):
    found = check_pdf(target.whole, trusted_roots=[target.office.root])

    assert verdict(found) is Standing.HOLDS


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize("name", ATTACKS | ODD)
def test_each_attack_on_a_bundle_is_answered_as_it_must_be(target, name):
    attack, code = (ATTACKS | ODD)[name]

    found = check_pdf(attack(target), trusted_roots=[target.office.root])

    assert exit_code(found) == code


@pytest.mark.requirement("SR-33")
def test_the_attacks_are_of_many_kinds_and_no_two_are_the_same(target):
    attacked = {attack(target) for attack, _ in (ATTACKS | ODD).values()}

    assert len(attacked) == len(ATTACKS) + len(ODD)
    assert len(ATTACKS) >= 49
    assert len(ODD) >= 20
    assert target.whole not in attacked
