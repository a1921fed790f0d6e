"""People of a sample case: officials, interpreters, and persons with their identities sealed."""

from datetime import date

from thb_desktop.domain.ids import InterpreterId, OfficialId, PersonId, RowId
from thb_desktop.domain.people import VICTIMS, Identity, Interpreter, Official, Person, PersonRole
from thb_desktop.domain.people_fields import IDENTITY, INTERPRETER, OFFICIAL, PERSON
from thb_desktop.domain.vocabulary import (
    AgeStatus,
    ClaimKind,
    Exploitation,
    IdentityProtection,
    InterpreterKind,
    InterpreterStatus,
    LedCategory,
    OfficialRole,
    PresenceRole,
    ProceduralRole,
    Sex,
)
from thb_desktop.errors import FormatError
from thb_desktop.services.persons import people
from thb_desktop.services.samples.codes import code_of, is_code
from thb_desktop.services.samples.entries import read_entry
from thb_desktop.services.samples.loading import Loading
from thb_desktop.services.samples.node import Node

_LINGUISTS = {
    "interpreter": InterpreterKind.INTERPRETER,
    "relay_interpreter": InterpreterKind.INTERPRETER,
    "translator": InterpreterKind.TRANSLATOR,
}
_PRESENT = {each.value.lower() for each in PresenceRole} - {"suspect", "other", *_LINGUISTS}
"""Functions of those present at an interview."""
_OFFICIALS = {
    **dict.fromkeys(_PRESENT, OfficialRole.OTHER),
    **dict.fromkeys(("lawyer", "doctor", "cultural_mediator"), OfficialRole.OTHER),
    "investigating_judge": OfficialRole.INVESTIGATING_JUDGE,
    "prosecutor": OfficialRole.PROSECUTOR,
    "clerk": OfficialRole.CLERK,
    "investigator": OfficialRole.POLICE_INTERVIEWER,
    "police_interviewer": OfficialRole.POLICE_INTERVIEWER,
    "labour_inspector": OfficialRole.INSPECTOR,
    **dict.fromkeys(
        ("psychologist", "forensic_psychologist", "forensic_examiner", "expert"), OfficialRole.EXPERT
    ),
}
_PERSONS = {"victim": ProceduralRole.VICTIM, "suspect": ProceduralRole.SUSPECT}
_SEXES = {"F": Sex.FEMALE, "M": Sex.MALE}
_FULL_AGE = 18
_CATEGORIES = {
    **dict.fromkeys((ProceduralRole.VICTIM, ProceduralRole.PRESUMED_VICTIM), LedCategory.VICTIM),
    ProceduralRole.VICTIM_WITNESS: LedCategory.VICTIM,
    **dict.fromkeys((ProceduralRole.SUSPECT, ProceduralRole.ACCUSED), LedCategory.SUSPECT),
    ProceduralRole.WITNESS: LedCategory.OTHER_WITNESS,
    ProceduralRole.INFORMED_PERSON: LedCategory.OTHER_INFORMANT,
    **dict.fromkeys((ProceduralRole.EXPERT, ProceduralRole.LEGAL_REP), LedCategory.PROFESSIONAL),
}
"""The category that a role of the data names in other words, where the supplement gives none."""


def load_people(loading: Loading) -> None:
    for node in loading.data.nodes("persons"):
        role, code = node.text("role"), node.text("id")
        if role not in _PERSONS and is_code(OfficialRole, role, _OFFICIALS):
            loading.officials[code] = people.add_official(loading.session, _official(loading, node))
        elif role in _LINGUISTS:
            _add_linguist(loading, node, code, _LINGUISTS[role])
        else:
            loading.persons[code] = people.add_person(
                loading.session, _person(loading, node), _identity(loading, node), (_role(loading, node),)
            )
        loading.step()
    for node in loading.supplement.nodes("translators"):
        _add_linguist(loading, node, node.text("code"), InterpreterKind.TRANSLATOR)


def _official(loading: Loading, node: Node) -> Official:
    user, written = loading.session.user, node.text("role")
    if _OFFICIALS.get(written) is OfficialRole.OTHER:
        loading.told(f"the data call {node.text('id')!r} {written!r}: entered as another official")
    inspects = node.text("id") in loading.supplement.texts("inspectors")
    return read_entry(
        Official,
        OFFICIAL,
        node,
        language=loading.case.language,
        called={"code": "id"},
        given={
            "id": OfficialId(""),
            "case_id": loading.case.id,
            "country": node.text("state", loading.case.country),
            "role": OfficialRole.INSPECTOR if inspects else code_of(OfficialRole, written, _OFFICIALS),
            "user_id": user.id if user.name == node.text("name") else None,
        },
    )


def _add_linguist(loading: Loading, node: Node, code: str, kind: InterpreterKind) -> None:
    """Add an interpreter or a translator; one who signs a translation is a user here, if they have a key.

    One with a number has the register of the supplement, unless the data name another.
    """
    if "sworn_no" in node:
        register = dict(loading.supplement.node("interpreter_register").pairs())
        node = node.changed(**{name: text for name, text in register.items() if name not in node})
    status = node.text("status", loading.supplement.text("interpreter_status", ""))
    entry = read_entry(
        Interpreter,
        INTERPRETER,
        node,
        language=loading.case.language,
        called={"name_latin": "latin", "register_number": "sworn_no"},
        given={
            "id": InterpreterId(""),
            "case_id": loading.case.id,
            "code": code,
            "kind": kind,
            "status": code_of(InterpreterStatus, status, {}) if status else None,
            "user_id": loading.user_of(code, node.text("name")),
        },
    )
    loading.interpreters[code] = people.add_interpreter(loading.session, entry)


def _person(loading: Loading, node: Node) -> Person:
    is_victim = code_of(ProceduralRole, node.text("role"), _PERSONS) in VICTIMS
    return read_entry(
        Person,
        PERSON,
        node,
        language=loading.case.language,
        called={"code": "id", "nationalities": "nationality"},
        given={
            "id": PersonId(""),
            "case_id": loading.case.id,
            "sex": code_of(Sex, node.text("sex"), _SEXES) if "sex" in node else None,
            "age_status": _age(node),
            "identity_protection": _protection(loading, node),
            "exploitation": tuple(
                code_of(Exploitation, code, {})
                for code in loading.supplement.texts("exploitation")
                if is_victim
            ),
            "reflection_granted": _reflection(loading, node),
            "reflection_since": node.node("status").partial("reflection_period"),
            "note": _note(loading.words, node),
        },
    )


def _protection(loading: Loading, node: Node) -> IdentityProtection | None:
    """Return what was decided on the identity: as the data or the supplement say, or because the address is
    withheld; None if nobody said anything. That an identity is not protected is said, never presumed.
    """
    by_role = loading.supplement.node("identity_protection")
    if "identity_protection" in node:
        return code_of(IdentityProtection, node.text("identity_protection"), {})
    if "protective_measure" in node.node("status"):
        return IdentityProtection.ADDRESS_WITHHELD
    role = node.text("role")
    return code_of(IdentityProtection, by_role.text(role), {}) if role in by_role else None


def _reflection(loading: Loading, node: Node) -> bool | None:
    """Granted where the data give its day; refused where the supplement says so; else nobody said."""
    if "reflection_period" in node.node("status"):
        return True
    return False if node.text("id") in loading.supplement.texts("reflection_refused") else None


def _role(loading: Loading, node: Node) -> PersonRole:
    written, categories = node.text("role"), loading.supplement.node("led_categories")
    return PersonRole(
        id=RowId(""),
        case_id=loading.case.id,
        person_id=PersonId(""),
        role=code_of(ProceduralRole, written, _PERSONS),
        led_category=code_of(LedCategory, categories.text(written), {})
        if written in categories
        else _CATEGORIES.get(code_of(ProceduralRole, written, _PERSONS)),
        basis="",
    )


def _age(node: Node) -> AgeStatus | None:
    """Return the age status that the data say or that follows from the birth in them; None if neither does.

    That a child is presumed follows from claims (ADR 0030): then it is no entry of its own.
    """
    if "age_status" in node:
        said = code_of(AgeStatus, node.text("age_status"), {})
        if said is not AgeStatus.AGE_DISPUTED_PRESUMED_CHILD:
            return said
        if not any(
            code_of(ClaimKind, each.text("kind"), {}) is ClaimKind.BIRTH for each in node.nodes("claims")
        ):
            raise FormatError(
                f"a sample case says that {node.text('id')!r} is presumed to be a child, "
                "and has no claim about the birth from which this follows"
            )
        return None
    born = node.partial("born")
    latest = born.latest if born is not None and not born.is_estimated else None
    if node.flag("adult") or (latest is not None and latest < date(2026 - _FULL_AGE, 1, 1)):
        return AgeStatus.ADULT_CONFIRMED
    return None


def _note(words: Node, node: Node) -> str:
    """Return the part of the note that names nobody."""
    status = node.node("status")
    held = "in_custody_since"
    parts = [
        words.text(held).format(node.text(held)) if held in node else "",
        words.text("temporary_protection") if status.flag("temporary_protection") else "",
        node.text("function", ""),
        node.text("note", ""),
    ]
    return "; ".join(part for part in parts if part)


def _identity(loading: Loading, node: Node) -> Identity:
    code, status = node.text("id"), node.node("status")
    sealed, aliases = (
        [each for each, owner in loading.supplement.node(name).pairs() if owner == code]
        for name in ("sealed_phones", "sealed_aliases")
    )
    return read_entry(
        Identity,
        IDENTITY,
        node,
        language=loading.case.language,
        called={"name_latin": "latin"},
        given={
            "person_id": PersonId(""),
            "aliases": tuple(aliases),
            "protective_measure": "; ".join(
                status.text(name) for name in ("shelter", "protective_measure") if name in status
            ),
            "contacts": tuple(
                f"{phone.text('number')} ({phone.text('note', '')})"
                for phone in loading.data.nodes("phones")
                if phone.text("id") in sealed
            ),
        },
    )
