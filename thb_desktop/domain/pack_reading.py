"""Reading of a pack from untrusted data: what is wrong is named."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from thb_desktop.domain.availability import Availability
from thb_desktop.domain.cooperation_codes import (
    InstrumentType,
    MeasureKind,
    PostponementGround,
    RefusalGround,
)
from thb_desktop.domain.deadlines import CONDITIONS, DATES, DeadlineCode, DeadlineRule, Holidays
from thb_desktop.domain.grounds import EXCLUDING, Ground, GroundKind, GroundRule
from thb_desktop.domain.order_forms import FIELDS, FormSection, OrderForm
from thb_desktop.domain.packs import Accepted, Adequacy, Law, LawKey, LawNamed, Official, Pack, Treaty
from thb_desktop.errors import PackRefusedError
from thb_desktop.findings import Heading

FORMAT = "thb-cooperation-pack/1"
_MOST_DAYS = 3_660


def read_pack(untrusted: Mapping[str, Any], *, is_own: bool = False) -> Pack:
    """Read a pack. Raises PackRefusedError, which names what is wrong."""
    if untrusted.get("format") != FORMAT:
        raise PackRefusedError("this is no data pack about cooperation", "format")
    return Pack(
        version=_text(untrusted, "version"),
        checked_on=_day(untrusted, "checked_on"),
        source=_text(untrusted, "source"),
        protecting=_states(untrusted, "protecting"),
        treaties=tuple(_treaty(each) for each in _tables(untrusted, "treaty")),
        accepted=tuple(_accepted(each) for each in _tables(untrusted, "language")),
        adequate=tuple(_adequacy(each) for each in _tables(untrusted, "adequacy")),
        deadlines=_deadlines(untrusted),
        holidays=tuple(_holidays(each) for each in _tables(untrusted, "holiday")),
        forms=tuple(_form(each) for each in _tables(untrusted, "form")),
        official=tuple(_official(each) for each in _tables(untrusted, "official")),
        grounds=_grounds(untrusted),
        law=_law_named(untrusted),
        available=_available(untrusted),
        is_own=is_own,
    )


def _treaty(told: Mapping[str, Any]) -> Treaty:
    return Treaty(
        key=_text(told, "key"),
        cite=_text(told, "cite"),
        types=_types(told),
        purpose=_text(told, "purpose"),
        bound=_states(told, "bound"),
        unsure=_states(told, "unsure"),
        other_side=_states(told, "with") if "with" in told else frozenset(),
        certain=_truth(told, "certain"),
        source=_text(told, "source"),
    )


def _law_named(untrusted: Mapping[str, Any]) -> LawNamed | None:
    found = tuple(_law(each) for each in _tables(untrusted, "law"))
    if len({each.key for each in found}) < len(found):
        raise PackRefusedError("the pack cites a rule twice", "key")
    version, day = _text(untrusted, "version"), _day(untrusted, "checked_on")
    return LawNamed(laws=found, version=version, checked_on=day) if found else None


def _law(told: Mapping[str, Any]) -> Law:
    try:
        key = LawKey(_text(told, "key"))
    except ValueError:
        raise PackRefusedError("the pack cites a rule that no document names", "key") from None
    cites = told.get("cite")
    if not isinstance(cites, dict) or not cites:
        raise PackRefusedError("a rule is cited by language", "cite")
    return Law(
        key=key,
        cites=tuple((language, _text(cites, language)) for language in cites),
        certain=_truth(told, "certain"),
        source=_text(told, "source"),
    )


def _accepted(told: Mapping[str, Any]) -> Accepted:
    return Accepted(
        state=_state(told),
        types=_types(told),
        languages=tuple(_strings(told, "languages")),
        certain=_truth(told, "certain"),
    )


def _official(told: Mapping[str, Any]) -> Official:
    return Official(
        state=_state(told),
        languages=tuple(_strings(told, "languages")),
        certain=_truth(told, "certain"),
        source=_text(told, "source"),
    )


def _adequacy(told: Mapping[str, Any]) -> Adequacy:
    return Adequacy(
        state=_state(told),
        decision=_text(told, "decision"),
        until=_day(told, "until") if "until" in told else None,
        certain=_truth(told, "certain"),
    )


def _deadlines(untrusted: Mapping[str, Any]) -> tuple[DeadlineRule, ...]:
    found = tuple(_deadline(each) for each in _tables(untrusted, "deadline"))
    if len({each.code for each in found}) < len(found):
        raise PackRefusedError("the pack has a deadline twice", "code")
    return found


def _deadline(told: Mapping[str, Any]) -> DeadlineRule:
    since, met = _text(told, "since"), _text(told, "met")
    if not {since, met} <= DATES:
        raise PackRefusedError("a deadline runs from and to dates of the register", "deadline")
    only_if = _text(told, "only_if") if "only_if" in told else ""
    if only_if and only_if not in CONDITIONS:
        raise PackRefusedError("a deadline depends on a question of the register", "only_if")
    if ("hours" in told) is ("days" in told) or ("hours" in told and "longer" in told):
        raise PackRefusedError("a deadline is in days, or in hours without more days", "hours")
    code = _text(told, "code")
    return DeadlineRule(
        code=code,
        called=_called(told, code),
        types=_types(told),
        since=since,
        met=met,
        days=_count(told, "days") if "days" in told else 0,
        hours=_count(told, "hours") if "hours" in told else 0,
        longer=_count(told, "longer") if "longer" in told else 0,
        only_if=only_if,
        depends=_truth(told, "depends") if "depends" in told else False,
        certain=_truth(told, "certain"),
        source=_text(told, "source"),
    )


def _called(told: Mapping[str, Any], code: str) -> DeadlineCode | Heading:
    """Read what a deadline is called: a code of the program has words, one of the office brings them."""
    if code == DeadlineCode.ASKED:
        raise PackRefusedError("what was asked for stands in the register, and in no pack", "code")
    heading = told.get("heading")
    if heading is None and code in set(DeadlineCode):
        return DeadlineCode(code)
    if not isinstance(heading, dict) or not heading:
        raise PackRefusedError("a deadline of the office says what it is called, by language", "heading")
    return Heading(tuple((language, _text(heading, language)) for language in heading))


def _holidays(told: Mapping[str, Any]) -> Holidays:
    church = _text(told, "church")
    if church not in ("western", "eastern"):
        raise PackRefusedError("the church of a holiday is western or eastern", "church")
    try:
        days = [date.fromisoformat(f"2024-{each}") for each in _strings(told, "days")]
    except ValueError:
        raise PackRefusedError("a holiday is no month and day", "days") from None
    easter = told.get("easter")
    if not isinstance(easter, list) or not all(type(each) is int for each in easter):
        raise PackRefusedError("the days from Easter are no whole numbers", "easter")
    return Holidays(
        state=_state(told),
        fixed=frozenset((each.month, each.day) for each in days),
        easter=frozenset(easter),
        is_eastern=church == "eastern",
        certain=_truth(told, "certain"),
    )


def _grounds(untrusted: Mapping[str, Any]) -> tuple[GroundRule, ...]:
    found = tuple(_ground(each) for each in _tables(untrusted, "ground"))
    named = [(each.kind, each.code, kind) for each in found for kind in each.types]
    if len(set(named)) < len(named):
        raise PackRefusedError("the pack has a ground of an instrument twice", "code")
    return found


def _ground(told: Mapping[str, Any]) -> GroundRule:
    try:
        kind = GroundKind(_text(told, "kind"))
    except ValueError:
        raise PackRefusedError("a ground is one of refusal or of postponement", "kind") from None
    unless = _text(told, "unless") if "unless" in told else ""
    if unless and unless not in EXCLUDING:
        raise PackRefusedError("a ground is excluded by a question of the register", "unless")
    return GroundRule(
        kind=kind,
        code=_code_of_ground(kind, _text(told, "code")),
        types=_types(told),
        unless=unless,
        unless_always=_truth(told, "unless_always") if "unless_always" in told else False,
        certain=_truth(told, "certain"),
        source=_text(told, "source"),
    )


def _code_of_ground(kind: GroundKind, code: str) -> Ground:
    try:
        return RefusalGround(code) if kind is GroundKind.REFUSAL else PostponementGround(code)
    except ValueError:
        raise PackRefusedError("the pack names an unknown ground", "code") from None


def _form(told: Mapping[str, Any]) -> OrderForm:
    return OrderForm(
        key=_text(told, "key"),
        cite=_text(told, "cite"),
        types=_types(told),
        version=_text(told, "version"),
        checked_on=_day(told, "checked_on"),
        source=_text(told, "source"),
        certain=_truth(told, "certain"),
        certificate=_fields(told, "certificate"),
        sections=_sections(told),
    )


def _sections(told: Mapping[str, Any]) -> tuple[FormSection, ...]:
    """Read the sections of a form: each letter once, since what one lacks is told by its letter."""
    found = tuple(_section(each) for each in _tables(told, "section"))
    if len({each.letter for each in found}) < len(found):
        raise PackRefusedError("a form has a section twice", "letter")
    return found


def _section(told: Mapping[str, Any]) -> FormSection:
    asked = told.get("needs_if", {})
    if not isinstance(asked, dict) or not all(isinstance(each, str) for each in asked.values()):
        raise PackRefusedError("a section names the fields that it needs by their names", "needs_if")
    takes, needs = _fields(told, "takes"), frozenset(_fields(told, "needs"))
    if not needs | asked.keys() | set(asked.values()) <= set(takes):
        raise PackRefusedError("a section needs only what it takes", "needs")
    return FormSection(
        letter=_text(told, "letter"),
        takes=takes,
        needs=needs,
        needs_if=asked,
        validates=_truth(told, "validates") if "validates" in told else False,
        parts=_measures(told.get("parts", {})),
    )


def _available(untrusted: Mapping[str, Any]) -> tuple[Availability, ...]:
    found = tuple(
        Availability(
            types=_types(each),
            measures=_measures({"measures": each.get("measures")})["measures"],
            always=_truth(each, "always"),
            certain=_truth(each, "certain"),
            source=_text(each, "source"),
        )
        for each in _tables(untrusted, "availability")
    )
    named = [(kind, measure) for each in found for kind in each.types for measure in each.measures]
    if len(set(named)) < len(named):
        raise PackRefusedError("the pack has a measure of an instrument twice", "measures")
    return found


def _measures(told: object) -> Mapping[str, frozenset[MeasureKind]]:
    """Read the parts of a section, each with the measures for which it is filled in."""
    if not isinstance(told, dict):
        raise PackRefusedError("a section has its parts by their names", "parts")
    try:
        return {part: frozenset(map(MeasureKind, _strings(told, part))) for part in told}
    except ValueError:
        raise PackRefusedError("a part of a section names measures of the form", "parts") from None


def _fields(told: Mapping[str, Any], name: str) -> tuple[str, ...]:
    found = tuple(_strings(told, name))
    if not FIELDS.issuperset(found):
        raise PackRefusedError("a form takes fields of the register", name)
    return found


def _count(told: Mapping[str, Any], name: str) -> int:
    found = told.get(name)
    if type(found) is not int or not 0 < found <= _MOST_DAYS:
        raise PackRefusedError("a number of days is missing", name)
    return found


def _tables(told: Mapping[str, Any], name: str) -> Sequence[Mapping[str, Any]]:
    found = told.get(name, [])
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise PackRefusedError("a part of the pack has another form", name)
    return found


def _text(told: Mapping[str, Any], name: str) -> str:
    found = told.get(name)
    if not isinstance(found, str) or not found.strip():
        raise PackRefusedError("a text of the pack is missing", name)
    return found.strip()


def _truth(told: Mapping[str, Any], name: str) -> bool:
    found = told.get(name)
    if not isinstance(found, bool):
        raise PackRefusedError("the pack does not say whether it is certain", name)
    return found


def _day(told: Mapping[str, Any], name: str) -> date:
    found = told.get(name)
    if type(found) is not date:
        raise PackRefusedError("a day of the pack is missing", name)
    return found


def _strings(told: Mapping[str, Any], name: str) -> Sequence[str]:
    found = told.get(name)
    if not isinstance(found, list) or not all(isinstance(each, str) and each for each in found):
        raise PackRefusedError("a list of the pack is missing", name)
    return found


def _state(told: Mapping[str, Any]) -> str:
    return _as_state(_text(told, "state"), "state")


def _states(told: Mapping[str, Any], name: str) -> frozenset[str]:
    return frozenset(_as_state(each, name) for each in _strings(told, name))


def _as_state(code: str, name: str) -> str:
    """A State as ISO 3166-1 writes it: acts of the Union write EL and UK for GR and GB."""
    code = {"EL": "GR", "UK": "GB"}.get(code, code)
    if len(code) != 2 or not (code.isascii() and code.isalpha() and code.isupper()):
        raise PackRefusedError("a State of the pack is no code of two letters", name)
    return code


def _types(told: Mapping[str, Any]) -> frozenset[InstrumentType]:
    try:
        return frozenset(InstrumentType(each) for each in _strings(told, "types"))
    except ValueError:
        raise PackRefusedError("the pack names an unknown instrument", "types") from None
