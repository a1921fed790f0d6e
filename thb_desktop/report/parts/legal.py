"""Legal basis, register of instruments, conditions of use, proceedings, authorities and persons."""

from thb_desktop.domain.case import in_language
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.report.parts.setting import Setting, from_to


def draw_legal(setting: Setting) -> None:
    """Draw the part from a new page on."""
    content, words, flow = setting.content, setting.words.legal, setting.flow
    with flow.section("Part", title=words.title):
        flow.heading(words.title, 1)
        if content.frame.case.legal_basis:
            flow.heading(words.basis, 2)
            flow.bullets(content.frame.case.legal_basis)
        _draw_instruments(setting)
        flow.heading(words.conditions, 2)
        flow.bullets(words.condition_items)
        _draw_proceedings(setting)
        _draw_people(setting)
    flow.break_page()


def _draw_instruments(setting: Setting) -> None:
    words, flow = setting.words.legal, setting.flow
    flow.heading(words.instruments, 2)
    if not setting.content.frame.instruments:
        flow.text(words.no_instruments)
        return
    common = setting.words.common
    setting.rows(
        (
            common.kind,
            words.from_to,
            common.reference,
            words.dates,
            words.measures,
        ),
        (22, 13, 25, 23, 34),
        [_instrument(setting, each) for each in setting.content.frame.instruments],
    )


def _instrument(setting: Setting, instrument: Instrument) -> tuple[str, ...]:
    words = setting.words.legal
    dates = [
        sentence.format(date=setting.day(day))
        for sentence, day in (
            (words.issued, instrument.issued_on),
            (words.acknowledged, instrument.acknowledged_on),
            (words.executed, instrument.executed_on),
        )
        if day
    ]
    notes = [*instrument.measures]
    if instrument.languages:
        names = ", ".join(setting.words.language_name(tag) for tag in instrument.languages)
        notes.append(f"{words.languages}: {names}")
    notes += [
        text
        for text, holds in ((words.confidential, instrument.confidential), (words.urgent, instrument.urgent))
        if holds
    ]
    status = setting.words.label(instrument.status)
    return (
        f"{instrument.number}\n{setting.words.label(instrument.type)}",
        from_to(instrument.from_country, instrument.to_country),
        instrument.reference,
        "\n".join([*dates, f"{words.status}: {status}"]),
        "\n".join(notes),
    )


def _draw_proceedings(setting: Setting) -> None:
    content, words, common = setting.content, setting.words.legal, setting.words.common
    flow = setting.flow
    if content.frame.proceedings:
        flow.heading(words.proceedings, 2)
        setting.rows(
            (common.state, common.reference, words.offence, words.period),
            (10, 30, 55, 25),
            [
                (
                    each.country,
                    each.reference,
                    in_language(each.offence, content.release.language),
                    " – ".join(setting.day(day) for day in (each.period_from, each.period_to) if day),
                )
                for each in content.frame.proceedings
            ],
        )
    if content.frame.authorities:
        flow.heading(words.authorities, 2)
        setting.rows(
            (words.authority, common.kind, words.part, common.state),
            (58, 28, 20, 12),
            [
                (each.name, setting.words.label(each.kind), setting.words.label(each.part), each.country)
                for each in content.frame.authorities
            ],
        )


def _draw_people(setting: Setting) -> None:
    content, words, flow = setting.content, setting.words.legal, setting.flow
    if content.frame.persons:
        flow.heading(words.persons, 2)
        setting.rows(
            (words.person, words.role, words.age, words.protection),
            (14, 30, 36, 36),
            [
                (
                    each.code,
                    setting.roles(each.id),
                    setting.words.label(each.age_status),
                    setting.words.label(each.identity_protection),
                )
                for each in content.frame.persons
            ],
        )
    if content.frame.officials:
        flow.heading(words.officials, 2)
        setting.rows(
            (
                setting.words.interview.name,
                setting.words.interview.function,
                words.authority,
                setting.words.common.state,
            ),
            (34, 28, 44, 12),
            [
                (each.name, setting.words.label(each.role), each.unit, each.country)
                for each in content.frame.officials
            ],
        )
