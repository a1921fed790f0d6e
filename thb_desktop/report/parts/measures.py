"""Measures on assets, as far as the register and the exhibits have them; and what Union law provides on
compensation, from a data pack.
"""

import tomllib
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import resources.packs
from thb_desktop.domain.bundle import ExhibitInFull
from thb_desktop.domain.case import in_language
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_codes import InstrumentType
from thb_desktop.domain.vocabulary import ExhibitKind, ProceduralRole
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import NOTE

_MEASURES = (InstrumentType.FREEZING_CERT_2018_1805, InstrumentType.CONFISCATION_CERT_2018_1805)

_VICTIMS = (ProceduralRole.VICTIM, ProceduralRole.PRESUMED_VICTIM, ProceduralRole.VICTIM_WITNESS)


class CompensationPack(NamedTuple):
    """What acts of the Union provide on compensation. checked: when the texts were last compared."""

    version: str
    checked: date
    told: tuple[str, ...]


@cache
def compensation_pack(language: str) -> CompensationPack:
    """Read the pack of the program in a language of bundles; a text that is missing is an error."""
    file = files(resources.packs).joinpath("compensation.toml")
    data: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    told = tuple(each[language] for each in data["acts"])
    return CompensationPack(version=data["version"], checked=data["checked"], told=told)


def draw_measures(setting: Setting) -> None:
    """Draw the certificates and exhibits that are measures on assets, or say that none is here."""
    words, flow, content = setting.words.finance, setting.flow, setting.content
    listed = [each for each in content.frame.instruments if each.type in _MEASURES]
    kept = [each for each in content.exhibits if each.exhibit.kind is ExhibitKind.CASH_VALUABLES]
    if not listed and not kept:
        flow.text(words.measures_none, NOTE)
        return
    flow.heading(words.measures, 2)
    flow.note(words.measures_note)
    _draw_rows(setting, listed, kept)


def _draw_rows(setting: Setting, listed: Sequence[Instrument], kept: Sequence[ExhibitInFull]) -> None:
    common, legal, label = setting.words.common, setting.words.legal, setting.words.label
    exhibits = [each.exhibit for each in kept]
    last = [label(each.custody[-1].event.action) if each.custody else "" for each in kept]
    setting.rows(
        [
            (common.number, [*(each.number for each in listed), *(each.number for each in exhibits)]),
            (common.kind, [*(label(each.type) for each in listed), *(label(each.kind) for each in exhibits)]),
            (
                setting.words.finance.details,
                [
                    *(_of_instrument(setting, each) for each in listed),
                    *(in_language(each.titles, setting.content.release.language) for each in exhibits),
                ],
            ),
            (legal.status, [*(_standing(setting, each) for each in listed), *last]),
        ]
    )


def _of_instrument(setting: Setting, each: Instrument) -> str:
    """Reference, States, and the measures in the words of the register."""
    states = setting.between(each.from_country, each.to_country)
    return "\n".join(filter(None, (each.reference, states, *each.measures)))


def _standing(setting: Setting, each: Instrument) -> str:
    """The status with its day, or the day of issue."""
    status = setting.words.label(each.status)
    day = each.status_on or each.issued_on
    return f"{status}, {setting.day(day)}" if day else status


def draw_compensation(setting: Setting) -> None:
    """Draw what the pack says, where a victim is in the bundle; nothing is said of the case."""
    if not any(each.role in _VICTIMS for each in setting.content.frame.roles):
        return
    words, flow = setting.words.finance, setting.flow
    pack = compensation_pack(setting.words.language)
    flow.heading(words.compensation, 2, mark=False)
    flow.note(words.compensation_note.format(version=pack.version, date=setting.day(pack.checked)))
    flow.bullets(pack.told, NOTE)
