"""The order of numbers and pseudonyms for a reader."""

from thb_desktop.domain.natural_order import natural
from thb_desktop.services.bundling.identity_register import Register
from thb_desktop.services.bundling.identity_scan import Hit, Place, Scan, joined, told_places


def test_digits_are_ordered_by_their_value_and_letters_without_capitals_and_accents():
    numbers = ["P-10", "P-2", "p-1", "\u00c9-3", "e-2", "P-2b", "P", ""]

    assert sorted(numbers, key=natural) == ["", "e-2", "\u00c9-3", "P", "p-1", "P-2", "P-2b", "P-10"]


def test_the_places_of_a_scan_stand_in_the_order_of_their_numbers():
    hits = tuple(
        Hit(Place(thing, "name"), person, 1) for thing in ("E-10", "E-2") for person in ("P-10", "P-2")
    )

    scan = joined([Scan(hits=hits)], Register(search=None, mark=""))

    listed = [(each.place.thing, each.person) for each in scan.hits]
    assert listed == [("E-2", "P-2"), ("E-2", "P-10"), ("E-10", "P-2"), ("E-10", "P-10")]
    assert [person for _, person in told_places(scan)] == ["P-2", "P-10"]


def test_a_number_of_any_length_has_its_place():
    long = "1" * 5000

    assert sorted([f"E-{long}0", "E-3", f"E-{long}"], key=natural) == ["E-3", f"E-{long}", f"E-{long}0"]
