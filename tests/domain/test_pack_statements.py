"""Statements of a data pack: each stands once, and what differs from another pack is told."""

from dataclasses import replace

import pytest

from thb_desktop.domain.grounds import GroundKind
from thb_desktop.domain.pack_statements import Change, Kind, compared, statements
from thb_desktop.services.core.packs import shipped_pack


def test_every_statement_of_the_pack_is_listed_once():
    pack = shipped_pack()

    told = statements(pack)

    assert len({(each.kind, each.key) for each in told}) == len(told)
    counts = {kind: sum(each.kind is kind for each in told) for kind in Kind}
    assert counts == {
        Kind.TREATY: len(pack.treaties),
        Kind.LANGUAGES: len(pack.accepted),
        Kind.ADEQUACY: len(pack.adequate),
        Kind.DEADLINE: len(pack.deadlines),
        Kind.HOLIDAYS: len(pack.holidays),
        Kind.FORM: len(pack.forms),
        Kind.OFFICIAL: len(pack.official),
        Kind.GROUND: len(pack.grounds),
        Kind.LAW: len(pack.law.laws if pack.law else ()),
        Kind.AVAILABILITY: len(pack.available),
    }
    assert {each.certain for each in told} == {True, False}


def test_what_another_pack_has_more_less_and_otherwise_is_told():
    pack = shipped_pack()
    first, second, *rest = pack.treaties
    own = replace(
        pack, treaties=(replace(second, bound=second.bound - {"BE"}), replace(first, key="NEW"), *rest)
    )

    told = {each.statement.key: each.change for each in compared(own, pack) if each.change is not Change.SAME}

    assert told == {second.key: Change.CHANGED, "NEW": Change.ADDED, first.key: Change.MISSING}
    assert {each.change for each in compared(pack, pack)} == {Change.SAME}


@pytest.mark.parametrize("kind", GroundKind)
def test_a_pack_without_grounds_of_a_kind_lacks_none_of_them(kind: GroundKind):
    pack = shipped_pack()
    others = tuple(each for each in pack.grounds if each.kind is not kind)
    first = next(each for each in pack.grounds if each.kind is kind)

    without, with_one = replace(pack, grounds=others), replace(pack, grounds=(first, *others))

    assert Change.MISSING not in {each.change for each in compared(without, pack)}
    lacks = [each.statement.ground for each in compared(with_one, pack) if each.change is Change.MISSING]
    assert {each.kind for each in lacks if each is not None} <= {kind}


def test_a_pack_that_says_nothing_of_the_availability_of_measures_lacks_nothing():
    pack = shipped_pack()

    told = compared(replace(pack, available=()), pack)

    assert Change.MISSING not in {each.change for each in told}
    told = compared(replace(pack, available=pack.available[1:]), pack)
    lacks = [each.statement.available for each in told if each.change is Change.MISSING]
    assert lacks == [pack.available[0]]
