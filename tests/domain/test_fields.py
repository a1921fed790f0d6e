"""A field is described once, and the description is of the whole entity."""

from dataclasses import dataclass
from enum import StrEnum

import pytest

from thb_desktop.domain.fields import Description, Editor, Field


class Colour(StrEnum):
    RED = "RED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    id: str
    colour: Colour | None
    name: str


NAME = Field(name="name", section="all", editor=Editor.LINE)
COLOUR = Field(name="colour", section="all", editor=Editor.CODE, codes=Colour, printed=False)


def test_a_description_gives_each_field_by_name_section_and_whether_it_prints():
    description = Description(name="thing", entity=Thing, fields=(COLOUR, NAME), internal=("id",))

    assert description["name"] is NAME
    assert description.sections == ("all",)
    assert description.of_section("all") == (COLOUR, NAME)
    assert list(description.printed()) == [NAME]


@pytest.mark.parametrize(
    ("fields", "internal"),
    [
        ((NAME,), ("id",)),
        ((NAME, COLOUR), ()),
        ((NAME, COLOUR, NAME), ("id",)),
        ((NAME, COLOUR), ("id", "x")),
    ],
)
def test_an_attribute_that_is_left_out_told_twice_or_unknown_is_refused(
    fields: tuple[Field, ...], internal: tuple[str, ...]
):
    with pytest.raises(ValueError, match="each attribute once"):
        Description(name="thing", entity=Thing, fields=fields, internal=internal)


def test_a_field_of_codes_names_its_vocabulary_and_a_reference_its_kind():
    with pytest.raises(ValueError, match="vocabulary"):
        Field(name="colour", section="all", editor=Editor.CODE)
    with pytest.raises(ValueError, match="kind of entry"):
        Field(name="person_id", section="all", editor=Editor.REFERENCE)
