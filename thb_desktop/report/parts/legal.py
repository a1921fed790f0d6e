"""The case, its register of instruments, conditions of use, proceedings, authorities and persons."""

from thb_desktop.domain.bundle import WithheldKind
from thb_desktop.domain.case_fields import AUTHORITY, CASE, PROCEEDING
from thb_desktop.domain.cooperation_fields import INSTRUMENT, USE_CONDITION
from thb_desktop.domain.people_fields import INTERPRETER, OFFICIAL, PERSON, PERSON_ROLE
from thb_desktop.domain.transfer import TRANSFER
from thb_desktop.report.parts.described import draw_corrections, draw_entries, facts_of
from thb_desktop.report.parts.persons import draw_persons_told
from thb_desktop.report.parts.setting import Setting


def draw_legal(setting: Setting) -> None:
    """Draw the part from a new page on; the index of exhibits follows on the same page."""
    frame, words, flow = setting.content.frame, setting.words.legal, setting.flow
    with flow.section("Part", title=words.title):
        flow.heading(words.title, 1)
        flow.heading(words.case, 2)
        setting.facts(facts_of(setting, CASE, frame.case))
        draw_corrections(setting, CASE, (frame.case,))
        _draw_instruments(setting)
        if setting.content.release.transfer.state:
            flow.heading(words.transfer, 2)
            setting.facts(
                [fact for fact in facts_of(setting, TRANSFER, setting.content.release.transfer) if fact[1]]
            )
        flow.heading(words.conditions, 2)
        flow.bullets(words.condition_items)
        draw_entries(setting, words.use_conditions, USE_CONDITION, frame.conditions, level=3)
        draw_entries(setting, words.proceedings, PROCEEDING, frame.proceedings)
        draw_entries(setting, words.authorities, AUTHORITY, frame.authorities)
        draw_entries(setting, words.persons, PERSON, frame.persons)
        draw_persons_told(setting)
        draw_entries(setting, words.roles, PERSON_ROLE, frame.roles)
        draw_entries(setting, words.interpreters, INTERPRETER, frame.interpreters)
        draw_entries(setting, words.officials, OFFICIAL, frame.officials)
    if not setting.content.exhibits:
        flow.break_page()


def _draw_instruments(setting: Setting) -> None:
    """Draw the register. That the case has none is said only if none of it stays in the office."""
    words, listed = setting.words.legal, setting.content.frame.instruments
    left = dict(setting.content.release.withheld).get(WithheldKind.INSTRUMENTS, 0)
    draw_entries(setting, words.instruments, INSTRUMENT, listed)
    if not listed:
        setting.flow.heading(words.instruments, 2)
        setting.flow.text(words.none_in_bundle if left else words.no_instruments)
    if left:
        setting.flow.text(words.instruments_left.format(count=left))
