"""Fields: each fact that a person enters, described once for form, page, loader and rules."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from thb_desktop.domain.blank import is_empty


class Editor(StrEnum):
    """How a value is entered, and thus its stored form."""

    LINE = "LINE"
    """One line of text (`str`)."""
    TEXT = "TEXT"
    """Several lines of text (`str`)."""
    LINES = "LINES"
    """A list of short texts (`tuple[str, ...]`)."""
    TITLES = "TITLES"
    """One text in several languages (`tuple[tuple[str, str], ...]`: language, text)."""
    DETAILS = "DETAILS"
    """Names and values (`tuple[tuple[str, str], ...]`)."""
    ANSWERS = "ANSWERS"
    """Answers to questions of a form (`tuple[tuple[str, str], ...]`: code of the question, text)."""
    CLAIMED_DATES = "CLAIMED_DATES"
    """Dates, perhaps known in part, and who or what says so (`tuple[tuple[str, str], ...]`: EDTF, text)."""
    NUMBER = "NUMBER"
    """A whole number above zero (`int`)."""
    SECONDS = "SECONDS"
    """A whole number of seconds, perhaps negative (`int`)."""
    AMOUNT = "AMOUNT"
    """A decimal number as text, without a currency (`str`)."""
    BALANCE = "BALANCE"
    """A decimal number as text, perhaps negative, without a currency (`str`)."""
    CURRENCY = "CURRENCY"
    """The code of a currency or of a crypto-asset (`str`)."""
    YES_NO = "YES_NO"
    """Yes, no, or not answered (`bool | None`)."""
    CODE = "CODE"
    """One code of a vocabulary, or not answered."""
    CODES = "CODES"
    """Several codes of a vocabulary (`tuple`)."""
    LANGUAGE = "LANGUAGE"
    """A BCP 47 tag."""
    LANGUAGES = "LANGUAGES"
    """Several BCP 47 tags (`tuple[str, ...]`)."""
    DIRECTIONS = "DIRECTIONS"
    """Several pairs of BCP 47 tags with their direction, as `yo>fr` (`tuple[str, ...]`)."""
    COUNTRY = "COUNTRY"
    """An ISO 3166-1 alpha-2 code."""
    COUNTRIES = "COUNTRIES"
    """Several country codes (`tuple[str, ...]`)."""
    ZONE = "ZONE"
    """A time zone by its IANA name, as `Europe/Brussels` (`str`)."""
    DAY = "DAY"
    """A whole date."""
    PARTIAL_DATE = "PARTIAL_DATE"
    """A date that may be a year, a month, estimated or a range (`PartialDate`)."""
    MOMENT = "MOMENT"
    """A date and time with its offset."""
    REFERENCE = "REFERENCE"
    """Another entry of the case, by id; `refers_to` names its kind."""


class Phase(StrEnum):
    """Until when a value may be changed directly; afterwards it is corrected."""

    ALWAYS = "ALWAYS"
    """At any time; after the first saving, a change is a correction with a reason."""
    DRAFT = "DRAFT"
    """While the record is a draft."""
    READ_BACK = "READ_BACK"
    """While the record is a draft; after the reading back only if it was not entered."""
    BEFORE_SIGNING = "BEFORE_SIGNING"
    """Until the record is signed."""
    ONCE = "ONCE"
    """Only when it is entered."""


class Needed(StrEnum):
    """The effect of a missing value when a record is signed."""

    TO_SIGN = "TO_SIGN"
    """The signature is refused, by the first of the field's rules."""
    TOLD = "TOLD"
    """A warning before the signature."""
    NAMED = "NAMED"
    """It is named before the reading back and before the signature, and stops nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One fact about an entity that a person enters.

    name: the attribute of the entity. section: its group in form and page. codes: the vocabulary of CODE and
    CODES; derived: those of them that follow from other entries, and that no form offers. refers_to: the
    kind of entry that REFERENCE names ("person" ...). required: an entry without it is refused at once.
    needed: the effect of a missing value at the signature; rules cover what is needed only in certain cases.
    expected: it is named before the reading back if nobody entered it, and no rule asks for it.
    sometimes: it is asked only in certain cases, so that the page says nothing where it is empty. printed:
    whether the page shows it. rules: the numbers of its rules ("V-I-01").
    """

    name: str
    section: str
    editor: Editor
    codes: type[StrEnum] | None = None
    derived: frozenset[StrEnum] = frozenset()
    refers_to: str = ""
    until: Phase = Phase.BEFORE_SIGNING
    required: bool = False
    needed: Needed | None = None
    expected: bool = False
    sometimes: bool = False
    printed: bool = True
    rules: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.codes is not None) != (self.editor in (Editor.CODE, Editor.CODES)):
            message = f"the field {self.name!r} needs a vocabulary exactly if it holds codes"
            raise ValueError(message)
        if self.needed and not self.rules:
            message = f"the field {self.name!r} names the rule by which it is needed"
            raise ValueError(message)
        if bool(self.refers_to) != (self.editor is Editor.REFERENCE):
            message = f"the field {self.name!r} names a kind of entry exactly if it refers to one"
            raise ValueError(message)

    @property
    def is_asked(self) -> bool:
        """Whether the page says that nothing is recorded where it is empty."""
        has_answers = self.editor in (Editor.CODE, Editor.YES_NO)
        return self.needed not in (None, Needed.NAMED) or (has_answers and not self.sometimes)

    def may_change_after_reading_back(self, value: object) -> bool:
        """Whether this value of a record that was read back, and is not signed, may be changed directly."""
        if self.until is Phase.READ_BACK:
            return is_empty(value)
        return self.until is not Phase.DRAFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """All fields of one entity in the order of the form.

    name: that of its table; the catalogue has its words under `field.<name>.<field>`. internal: the
    attributes that the program sets (ids, states, digests). Fields and internal attributes together are all
    attributes of the entity, each once.
    """

    name: str
    entity: type
    fields: tuple[Field, ...]
    internal: tuple[str, ...]

    def __post_init__(self) -> None:
        described = [field.name for field in self.fields] + list(self.internal)
        attributes = [attribute.name for attribute in fields(self.entity)]
        if sorted(described) != sorted(attributes):
            message = f"the description of {self.name!r} does not tell each attribute once"
            raise ValueError(message)

    def __getitem__(self, name: str) -> Field:
        """Return the field with this name. Raises KeyError if there is none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)

    def of_section(self, section: str) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if field.section == section)

    @property
    def sections(self) -> tuple[str, ...]:
        """Return the sections in the order of their first field."""
        return tuple(dict.fromkeys(field.section for field in self.fields))

    def printed(self) -> Iterator[Field]:
        return (field for field in self.fields if field.printed)


def record_field(
    name: str,
    section: str,
    editor: Editor,
    *,
    rules: str = "",
    until: Phase = Phase.BEFORE_SIGNING,
    **told: Any,
) -> Field:
    """A field of a record, printed by default. rules: their numbers, separated by blanks."""
    return Field(name=name, section=section, editor=editor, until=until, rules=tuple(rules.split()), **told)
