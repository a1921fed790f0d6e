"""Measures on assets, as far as the register has their certificates; cash and valuables among the exhibits;
and what Union law provides on compensation, from a data pack.
"""

import tomllib
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import resources.packs
from thb_desktop.domain.case import in_language
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_codes import InstrumentType
from thb_desktop.domain.cooperation_fields import INSTRUMENT
from thb_desktop.domain.custody_corrected import corrected
from thb_desktop.domain.custody_findings import in_order
from thb_desktop.domain.custody_moves import last_whereabouts
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.packs import LawKey
from thb_desktop.domain.vocabulary import ExhibitKind
from thb_desktop.report.parts.described import name_of, struck
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import NOTE
from thb_desktop.words import capital

_MEASURES = (InstrumentType.FREEZING_CERT_2018_1805, InstrumentType.CONFISCATION_CERT_2018_1805)


class CompensationAct(NamedTuple):
    """What an act of the Union provides on compensation. compared: when the words were compared with its
    text; None if they were not.
    """

    told: str
    compared: date | None


class CompensationPack(NamedTuple):
    """The acts of a data pack."""

    version: str
    acts: tuple[CompensationAct, ...]


@cache
def compensation_pack(language: str) -> CompensationPack:
    """Read the pack of the program in a language of bundles; a text that is missing is an error."""
    file = files(resources.packs).joinpath("compensation.toml")
    data: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    acts = tuple(CompensationAct(each[language], each.get("checked")) for each in data["acts"])
    return CompensationPack(version=data["version"], acts=acts)


def draw_measures(setting: Setting) -> None:
    """Draw the certificates that are measures on assets, or say that none is here; then the exhibits that are
    cash and valuables, of which no measure is said.
    """
    words, flow, content = setting.words.finance, setting.flow, setting.content
    listed = [each for each in content.frame.instruments if each.type in _MEASURES]
    kept = [each for each in content.exhibits if each.exhibit.kind is ExhibitKind.CASH_VALUABLES]
    if listed:
        flow.heading(words.measures, 2)
        flow.note(setting.with_law(words.measures_note, LawKey.ASSET_CERTIFICATES))
        _draw_certificates(setting, listed)
    else:
        none = setting.with_law(words.measures_none, LawKey.ASSET_CERTIFICATES)
        flow.text(" ".join([none, *([] if kept else [words.cash_none])]), NOTE)
    if kept:
        flow.heading(capital(setting.words.label(ExhibitKind.CASH_VALUABLES)), 2)
        flow.note(words.cash_note)
        _draw_cash(setting, kept)


def _draw_certificates(setting: Setting, listed: Sequence[Instrument]) -> None:
    common, label = setting.words.common, setting.words.label
    setting.rows(
        [
            (common.number, [_number(setting, each) for each in listed]),
            (common.kind, [label(each.type) for each in listed]),
            (setting.words.finance.details, [_of_instrument(setting, each) for each in listed]),
            (name_of(setting, INSTRUMENT, "issued_on"), [setting.day(each.issued_on) for each in listed]),
            (
                setting.words.legal.status,
                [_on(setting, label(each.status), each.status_on) for each in listed],
            ),
        ]
    )


def _draw_cash(setting: Setting, kept: Sequence[ExhibitInFull]) -> None:
    language = setting.content.release.language
    setting.rows(
        [
            (setting.words.common.number, [_number(setting, each.exhibit) for each in kept]),
            (setting.words.finance.details, [in_language(each.exhibit.titles, language) for each in kept]),
            (setting.words.legal.status, [_whereabouts(setting, each) for each in kept]),
        ]
    )


def _number(setting: Setting, entry: Instrument | Exhibit) -> str:
    """The number, and that the entry was struck out."""
    return "\n".join(filter(None, (entry.number, struck(setting, entry))))


def _of_instrument(setting: Setting, each: Instrument) -> str:
    """Reference, States, and the measures in the words of the register."""
    states = setting.between(each.from_country, each.to_country)
    return "\n".join(filter(None, (each.reference, states, *each.measures)))


def _whereabouts(setting: Setting, kept: ExhibitInFull) -> str:
    """The last event, as corrected, that says where an exhibit is or who has it, with its day."""
    happened = in_order(corrected([each.event for each in kept.custody]))
    last = last_whereabouts(happened)
    return _on(setting, setting.words.label(last.action), last.occurred_at.date()) if last else ""


def _on(setting: Setting, told: str, day: date | None) -> str:
    return f"{told}, {setting.day(day)}" if day else told


def draw_compensation(setting: Setting) -> None:
    """Draw what the pack says, where a victim is in the bundle; nothing is said of the case."""
    if not any(each.is_of_victim for each in setting.content.frame.roles):
        return
    words, flow = setting.words.finance, setting.flow
    pack = compensation_pack(setting.words.language)
    flow.heading(words.compensation, 2, mark=False)
    flow.note(words.compensation_note.format(version=pack.version))
    flow.bullets([_of_act(setting, each) for each in pack.acts], NOTE)


def _of_act(setting: Setting, act: CompensationAct) -> str:
    """What an act provides, and when the words were compared with its text. A day after that of the bundle is
    told as such: the program is younger than the clock said.
    """
    if act.compared is None:
        return act.told
    words, made_on = setting.words.finance, setting.here(setting.content.release.made_at).date()
    told = words.compensation_later if act.compared > made_on else words.compensation_compared
    return f"{act.told} {told.format(date=setting.day(act.compared))}"
