"""The referral to Eurojust: which requests wait, and for which help the office asks, without names."""

from collections import Counter
from collections.abc import Iterable, Iterator

from thb_desktop.domain.address_rules import mentions
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.case import in_language
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.cooperation_codes import InstrumentStatus, ReferralProblem
from thb_desktop.domain.folding import folded
from thb_desktop.domain.form_search import Form, FormSearch
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.name_forms import name_forms
from thb_desktop.domain.rights import Right
from thb_desktop.errors import NameInSheetError, NamesNotComparedError, ReasonMissingError
from thb_desktop.report.sheets import Sheet, SheetPart
from thb_desktop.report.words import language_of
from thb_desktop.services.bundling.identity_register import register_of
from thb_desktop.services.bundling.identity_scan import scan_texts
from thb_desktop.services.case_file.cases import get_case
from thb_desktop.services.case_file.sheets import said, sheet_of
from thb_desktop.services.cooperation.board import board_of
from thb_desktop.services.cooperation.board_sheets import columns_of
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons.people import sealed_texts
from thb_desktop.vault.tables import registry
from thb_desktop.words import word

_MOST = 20
"""Instruments in a referral, which has two pages; the board has all."""
_SHORTEST = 3
"""Letters of a word of a name that is looked for."""
_MOST_WORDS = 6
"""Of a name; a text of more is another one, such as an address."""
_ENDED = frozenset(
    {
        *(InstrumentStatus.EXECUTED, InstrumentStatus.REFUSED),
        *(InstrumentStatus.WITHDRAWN, InstrumentStatus.CLOSED),
    }
)


@permitted(Right.EDIT_CASE, logs=Consulted.CASE)
def referral_sheet(session: Session, case_id: CaseId, *, problem: ReferralProblem, wanted: str) -> Sheet:
    """A referral to Eurojust. wanted: the help that is asked for, in words.

    It is searched as a bundle is. Raises ReasonMissingError without it, NameInSheetError if a text has a name
    of a person of the case, or a sealed identity in any spelling, NamesNotComparedError if these cannot be
    compared.
    """
    if is_blank(wanted):
        raise ReasonMissingError("a referral says which help is asked for")
    case = get_case(session, case_id)
    language = language_of(case.language)
    lines = board_of(session, case_id)
    proceedings = [
        each for each in registry.PROCEEDING.where(session.read, "case_id", case_id) if not each.struck
    ]
    states = {case.country, *(each.country for each in proceedings)}
    states |= {state for each in lines for state in each.instrument.states}
    roles = Counter(
        each.role for each in registry.PERSON_ROLE.where(session.read, "case_id", case_id) if not each.struck
    )
    told = [
        (said("case", language), case.reference),
        (said("states", language), ", ".join(sorted(filter(None, states)))),
        (said("offences", language), "\n".join(in_language(each.offence, language) for each in proceedings)),
        (
            said("persons", language),
            "\n".join(f"{word(role, language)}: {count}" for role, count in sorted(roles.items())),
        ),
    ]
    waiting = [each for each in lines if each.instrument.status not in _ENDED]
    more = len(waiting) - _MOST
    sheet = sheet_of(
        session.clock.read().at,
        case,
        "referral",
        [
            SheetPart(heading=said("about", language), facts=told),
            SheetPart(
                heading=said("outstanding", language),
                text=said("more", language).format(count=more) if more > 0 else "",
                columns=columns_of(waiting[:_MOST], language),
            ),
            SheetPart(
                heading=said("help", language),
                facts=[
                    (said("problem", language), word(problem, language)),
                    (said("wanted", language), wanted.strip()),
                ],
            ),
        ],
    )
    _verify_no_name(session, case_id, sheet)
    _verify_searched(session, case_id, sheet)
    return sheet


def _verify_no_name(session: Session, case_id: CaseId, sheet: Sheet) -> None:
    """Raise NameInSheetError if a page would show a sealed name, or one of an official or interpreter.

    The search of bundles looks for protected persons alone: here all are looked for in the same spellings.
    """
    sealed = sealed_texts(session, case_id)
    if sealed is None:
        raise NamesNotComparedError("sealed names cannot be compared by this user")
    officials = registry.OFFICIAL.where(session.read, "case_id", case_id)
    interpreters = registry.INTERPRETER.where(session.read, "case_id", case_id)
    names = {*sealed, *(each.name for each in officials), *(each.name for each in interpreters)}
    search = FormSearch((form, "") for each in names if _is_name(each) for form in _forms(each))
    names = {each for each in names if len(each) >= _SHORTEST}
    parts = {part for each in names for part in _name_parts(each)}
    for place, text in _places(sheet):
        if mentions(text, names) or not parts.isdisjoint(_words(folded(text))) or search.find(text):
            raise NameInSheetError("a name of a person would stand in the sheet", place)


def _verify_searched(session: Session, case_id: CaseId, sheet: Sheet) -> None:
    """Raise NameInSheetError if the search of bundles finds something, or NamesNotComparedError if it could
    not be made.
    """
    register = register_of(session, case_id)
    scan = scan_texts(register, sheet.title, _places(sheet))
    if scan.hits:
        where = scan.hits[0].place.part
        raise NameInSheetError("a sealed identity would stand in the sheet", where)
    if scan.unread:
        raise NamesNotComparedError("sealed identities were not searched for")


def _places(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Return each text of the sheet, and by which words of it a reader finds it."""
    told: dict[str, str] = {}
    for part in sheet.parts:
        told |= {text: label for label, text in part.facts}
        told |= {cell: head for head, cells in part.columns for cell in cells}
    return ((told.get(text, sheet.title), text) for text in sheet.texts())


def _forms(name: str) -> Iterator[Form]:
    """The forms of a name that are long enough to say that it is one; where no letter is small, all."""
    forms = name_forms(name)
    return (each for each in forms if len(each.letters) > _SHORTEST or each.letters == each.letters.upper())


def _name_parts(name: str) -> Iterable[str]:
    """The words of a name; of longer texts, and of what has figures, none: they are looked for whole."""
    return (each for each in _words(folded(name)) if len(each) > _SHORTEST) if _is_name(name) else ()


def _is_name(text: str) -> bool:
    words = _words(folded(text))
    return len(words) <= _MOST_WORDS and not any(each.isdigit() for each in words)


def _words(text: str) -> list[str]:
    return "".join(sign if sign.isalnum() else " " for sign in text).split()
