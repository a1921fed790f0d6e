"""The case, its register of instruments, conditions of use, proceedings, authorities and persons."""

from collections.abc import Sequence

from thb_desktop.domain.case_fields import AUTHORITY, CASE
from thb_desktop.domain.cooperation_fields import USE_CONDITION
from thb_desktop.domain.ids import InterpreterId
from thb_desktop.domain.packs import LawKey
from thb_desktop.domain.people import Interpreter
from thb_desktop.domain.people_fields import INTERPRETER, OFFICIAL, PERSON, PERSON_ROLE
from thb_desktop.domain.transfer import TRANSFER
from thb_desktop.report.document.columns import Column
from thb_desktop.report.parts.compact import draw_sections
from thb_desktop.report.parts.described import (
    columns_of,
    draw_columns,
    draw_corrections,
    draw_entries,
    facts_of,
    name_of,
)
from thb_desktop.report.parts.instruments import draw_instruments
from thb_desktop.report.parts.names import interpreter_name
from thb_desktop.report.parts.obtained import draw_obtained
from thb_desktop.report.parts.parallel import draw_proceedings
from thb_desktop.report.parts.persons import draw_persons_told
from thb_desktop.report.parts.setting import Setting


def draw_legal(setting: Setting) -> None:
    """Draw the part from a new page on."""
    frame, words, flow = setting.content.frame, setting.words.legal, setting.flow
    with flow.section("Part", title=words.title):
        flow.heading(words.title, 1)
        flow.heading(words.case, 2)
        draw_sections(setting, [("", facts_of(setting, CASE, frame.case))])
        draw_corrections(setting, CASE, (frame.case,))
        draw_instruments(setting)
        if setting.content.release.transfer.state:
            flow.heading(words.transfer, 2)
            draw_sections(setting, [("", _transfer(setting))])
        draw_obtained(setting)
        draw_entries(setting, words.use_conditions, USE_CONDITION, frame.conditions)
        draw_proceedings(setting)
        flow.note(words.no_facts)
        draw_entries(setting, words.authorities, AUTHORITY, frame.authorities)
        _draw_persons(setting)
        _draw_linguists(setting)
        codes = (name_of(setting, OFFICIAL, "code"), [each.code for each in frame.officials])
        draw_entries(setting, words.officials, OFFICIAL, frame.officials, before=[codes])
        if frame.law is not None:
            day = setting.day_of_pack(frame.law.checked_on)
            flow.note(words.law_cited.format(version=frame.law.version, day=day))
    flow.end_part()


def _transfer(setting: Setting) -> list[tuple[str, str]]:
    """Return what was answered, with the sending authority as that which answers for the processing. How long
    the recipient keeps the bundle is told also where nobody said it.
    """
    transfer, words = setting.content.release.transfer, setting.words
    sender_id = setting.content.release.sender_id
    sender = next((each for each in setting.content.frame.authorities if each.id == sender_id), None)
    told = setting.with_law(words.legal.controller_told, LawKey.CONTROLLER)
    name = told.format(name=f"{sender.name} ({sender.country})") if sender else words.common.not_recorded
    retention = transfer.retention or words.common.not_recorded
    return [
        *facts_of(setting, TRANSFER, transfer, without=("retention",)),
        (words.legal.controller, name),
        (name_of(setting, TRANSFER, "retention"), retention),
    ]


def _draw_linguists(setting: Setting) -> None:
    """Draw the interpreters and translators, each with languages and work; a name has its Latin letters
    beside it.
    """
    linguists = setting.content.frame.interpreters
    if not linguists:
        return
    code, (name, _), *further = columns_of(setting, INTERPRETER, linguists, without=("name_latin",))
    names = (name, [interpreter_name(each) for each in linguists])
    setting.flow.heading(setting.words.legal.interpreters, 2)
    draw_columns(setting, [code, names, *further, *work_of(setting, linguists)])
    draw_corrections(setting, INTERPRETER, linguists)


def work_of(setting: Setting, linguists: Sequence[Interpreter]) -> list[Column]:
    """Return the languages of each linguist, and in which records and jobs of the bundle they worked, or
    agreed with or disputed what another one wrote.
    """
    content, name = setting.content, setting.words.language_name
    worked: dict[InterpreterId, list[str]] = {each.id: [] for each in linguists}
    for full in content.interviews:
        for interpreter_id in dict.fromkeys(e.interpreter_id for e in full.without_struck().engagements):
            worked.setdefault(interpreter_id, []).append(full.interview.number)
    for told in content.language:
        for linguist_id in dict.fromkeys((told.job.linguist_id, *(e.interpreter_id for e in told.verdicts))):
            worked.setdefault(linguist_id, []).append(told.job.number)
    return [
        (
            name_of(setting, INTERPRETER, "languages"),
            [", ".join(map(name, each.languages)) for each in linguists],
        ),
        (setting.words.legal.worked, [", ".join(worked[each.id]) for each in linguists]),
    ]


def _draw_persons(setting: Setting) -> None:
    """Draw the persons; each with their role beside them, unless somebody has several or none."""
    frame, words = setting.content.frame, setting.words.legal
    by_person = {each.person_id: each for each in frame.roles}
    persons = [each.id for each in frame.persons]
    if len(frame.roles) != len(by_person) or set(by_person) != set(persons):
        draw_entries(setting, words.persons, PERSON, frame.persons, is_joined=True)
        _note_age(setting)
        draw_persons_told(setting)
        draw_entries(setting, words.roles, PERSON_ROLE, frame.roles)
        _note_roles(setting)
        return
    roles = [by_person[each] for each in persons]
    beside = columns_of(setting, PERSON_ROLE, roles, without=("person_id",))
    title = f"{words.persons} – {words.roles}"
    draw_entries(setting, title, PERSON, frame.persons, further=beside, is_joined=True)
    _note_age(setting)
    _note_roles(setting)
    draw_corrections(setting, PERSON_ROLE, roles)
    draw_persons_told(setting)


def _note_age(setting: Setting) -> None:
    """Say what the ages in the table are: no field of a person tells on what one rests."""
    if any(each.age_status for each in setting.content.frame.persons):
        setting.flow.note(setting.words.legal.age_note)


def _note_roles(setting: Setting) -> None:
    """Say that a role of a victim is no finding of this program, and where it is not entered who gave it."""
    words, names = setting.words.legal, setting.names
    of_victims = [each for each in setting.content.frame.roles if each.is_of_victim]
    if not of_victims:
        return
    unsaid = dict.fromkeys(names[each.person_id] for each in of_victims if not each.is_given)
    numbers = ", ".join(unsaid)
    setting.flow.note(words.roles_note)
    if unsaid:
        setting.flow.note(words.roles_unsaid.format(numbers=numbers))
