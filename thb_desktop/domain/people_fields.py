"""Fields of people: officials, interpreters and translators, persons with their roles and identities."""

from thb_desktop.domain.fields import Description, Editor, Field, Phase
from thb_desktop.domain.people import Identity, Interpreter, Official, Person, PersonRole
from thb_desktop.domain.vocabulary import (
    AgeStatus,
    Exploitation,
    IdentityProtection,
    InterpreterKind,
    InterpreterStatus,
    LedCategory,
    OfficialRole,
    ProceduralRole,
    Sex,
)

_ALWAYS = Phase.ALWAYS

OFFICIAL = Description(
    name="official",
    entity=Official,
    fields=(
        Field(
            name="code", section="official", editor=Editor.LINE, until=_ALWAYS, required=True, printed=False
        ),
        Field(name="name", section="official", editor=Editor.LINE, until=_ALWAYS, required=True),
        Field(
            name="role",
            section="official",
            editor=Editor.CODE,
            codes=OfficialRole,
            until=_ALWAYS,
            required=True,
        ),
        Field(name="unit", section="official", editor=Editor.LINE, until=_ALWAYS),
        Field(name="country", section="official", editor=Editor.COUNTRY, until=_ALWAYS, required=True),
        Field(
            name="authority_id",
            section="official",
            editor=Editor.REFERENCE,
            refers_to="authority",
            until=_ALWAYS,
            printed=False,
        ),
        Field(
            name="user_id",
            section="official",
            editor=Editor.REFERENCE,
            refers_to="user",
            until=_ALWAYS,
            printed=False,
        ),
    ),
    internal=("id", "case_id", "struck"),
)

INTERPRETER = Description(
    name="interpreter",
    entity=Interpreter,
    fields=(
        Field(name="code", section="interpreter", editor=Editor.LINE, until=_ALWAYS, required=True),
        Field(name="name", section="interpreter", editor=Editor.LINE, until=_ALWAYS, required=True),
        Field(name="name_latin", section="interpreter", editor=Editor.LINE, until=_ALWAYS),
        Field(
            name="kind",
            section="interpreter",
            editor=Editor.CODE,
            codes=InterpreterKind,
            until=_ALWAYS,
            printed=False,
        ),
        Field(
            name="languages",
            section="interpreter",
            editor=Editor.LANGUAGES,
            until=_ALWAYS,
            required=True,
            printed=False,
            rules=("V-I-04",),
        ),
        Field(
            name="directions",
            section="interpreter",
            editor=Editor.DIRECTIONS,
            until=_ALWAYS,
            printed=False,
            rules=("V-I-05",),
        ),
        Field(
            name="status", section="interpreter", editor=Editor.CODE, codes=InterpreterStatus, until=_ALWAYS
        ),
        Field(name="register_name", section="interpreter", editor=Editor.LINE, until=_ALWAYS),
        Field(name="register_state", section="interpreter", editor=Editor.COUNTRY, until=_ALWAYS),
        Field(name="register_number", section="interpreter", editor=Editor.LINE, until=_ALWAYS),
        Field(
            name="registered_until",
            section="interpreter",
            editor=Editor.DAY,
            until=_ALWAYS,
            rules=("V-I-05",),
        ),
        Field(
            name="user_id",
            section="interpreter",
            editor=Editor.REFERENCE,
            refers_to="user",
            until=_ALWAYS,
            printed=False,
        ),
    ),
    internal=("id", "case_id", "struck"),
)

PERSON = Description(
    name="person",
    entity=Person,
    fields=(
        Field(name="code", section="person", editor=Editor.LINE, until=_ALWAYS, required=True),
        Field(name="sex", section="person", editor=Editor.CODE, codes=Sex, until=_ALWAYS, printed=False),
        Field(
            name="age_status",
            section="person",
            editor=Editor.CODE,
            codes=AgeStatus,
            derived=frozenset({AgeStatus.AGE_DISPUTED_PRESUMED_CHILD}),
            until=_ALWAYS,
            rules=("V-I-10", "V-I-11", "V-I-12"),
        ),
        Field(
            name="identity_protection",
            section="person",
            editor=Editor.CODE,
            codes=IdentityProtection,
            until=_ALWAYS,
            rules=("V-I-22",),
        ),
        Field(
            name="protection_reference", section="person", editor=Editor.LINE, until=_ALWAYS, printed=False
        ),
        Field(name="language", section="person", editor=Editor.LANGUAGE, until=_ALWAYS, printed=False),
        Field(name="nationalities", section="person", editor=Editor.COUNTRIES, until=_ALWAYS, printed=False),
        Field(
            name="exploitation",
            section="person",
            editor=Editor.CODES,
            codes=Exploitation,
            until=_ALWAYS,
            printed=False,
            rules=("V-I-13",),
        ),
        *(
            Field(name=name, section="person", editor=editor, until=_ALWAYS, printed=False, rules=("V-I-14",))
            for name, editor in (
                ("reflection_granted", Editor.YES_NO),
                ("reflection_since", Editor.PARTIAL_DATE),
                ("reflection_until", Editor.PARTIAL_DATE),
            )
        ),
        Field(name="note", section="person", editor=Editor.TEXT, until=_ALWAYS, printed=False),
    ),
    internal=("id", "case_id", "struck"),
)

PERSON_ROLE = Description(
    name="person_role",
    entity=PersonRole,
    fields=(
        Field(
            name="person_id",
            section="role",
            editor=Editor.REFERENCE,
            refers_to="person",
            until=Phase.ONCE,
            required=True,
        ),
        Field(
            name="role",
            section="role",
            editor=Editor.CODE,
            codes=ProceduralRole,
            until=_ALWAYS,
            required=True,
            rules=("V-I-15",),
        ),
        Field(
            name="led_category",
            section="role",
            editor=Editor.CODE,
            codes=LedCategory,
            until=_ALWAYS,
            rules=("V-P-01",),
        ),
        Field(name="basis", section="role", editor=Editor.LINE, until=_ALWAYS, printed=False),
        Field(name="since", section="role", editor=Editor.PARTIAL_DATE, until=_ALWAYS, rules=("V-I-16",)),
        Field(name="until", section="role", editor=Editor.PARTIAL_DATE, until=_ALWAYS),
        Field(
            name="proceeding_id",
            section="role",
            editor=Editor.REFERENCE,
            refers_to="proceeding",
            until=_ALWAYS,
        ),
        Field(name="given_by", section="role", editor=Editor.LINE, until=_ALWAYS),
        Field(name="given_on", section="role", editor=Editor.PARTIAL_DATE, until=_ALWAYS),
        Field(name="given_under", section="role", editor=Editor.LINE, until=_ALWAYS),
    ),
    internal=("id", "case_id", "struck"),
)

IDENTITY = Description(
    name="identity",
    entity=Identity,
    fields=tuple(
        Field(name=name, section="identity", editor=editor, until=_ALWAYS, printed=False)
        for name, editor in (
            ("name", Editor.LINE),
            ("family_name", Editor.LINE),
            ("given_names", Editor.LINE),
            ("other_names", Editor.LINE),
            ("name_latin", Editor.LINE),
            ("transliteration", Editor.LINE),
            ("aliases", Editor.LINES),
            ("born", Editor.PARTIAL_DATE),
            ("births", Editor.CLAIMED_DATES),
            ("documents_seen", Editor.LINES),
            ("documents_withheld", Editor.LINES),
            ("circumstances", Editor.TEXT),
            ("protective_measure", Editor.LINE),
            ("contacts", Editor.LINES),
            ("addresses", Editor.LINES),
        )
    ),
    internal=("person_id",),
)
"""Sealed separately; no part of it is ever printed."""
