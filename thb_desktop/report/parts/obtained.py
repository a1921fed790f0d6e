"""Under which authority each record was made and each exhibit obtained, and of which none was entered."""

from collections.abc import Iterator

from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.exhibit_fields import EXHIBIT
from thb_desktop.domain.ids import InstrumentId
from thb_desktop.domain.interview import Interview
from thb_desktop.report.parts.described import name_of
from thb_desktop.report.parts.setting import Setting


def draw_obtained(setting: Setting) -> None:
    """Draw a table of authorities, each with what rests on it; what rests on none stands last. An item that
    rests on two stands with both. The entry of a masked copy has no words of the one of its original: that
    none stands there does not mean that none was entered.
    """
    words, content = setting.words.legal, setting.content
    copies = {each.copy for each in content.version.redactions} if content.version else set[str]()
    items: dict[str, list[str]] = {}
    for record in content.interviews:
        for told in [*_of_record(setting, record.interview)] or [""]:
            items.setdefault(told, []).append(record.interview.number)
    for full in content.exhibits:
        none = words.obtained_copy if full.exhibit.number in copies else ""
        for told in [*_of_exhibit(setting, full.exhibit)] or [none]:
            items.setdefault(told, []).append(full.exhibit.number)
    without = items.pop("", [])
    rows = [*items.items(), *([(words.obtained_none, without)] if without else [])]
    setting.flow.heading(words.obtained, 2)
    setting.flow.note(words.obtained_note)
    setting.rows(
        [
            (words.obtained_under, [told for told, _ in rows]),
            (words.obtained_items, [", ".join(numbers) for _, numbers in rows]),
        ]
    )


def _of_record(setting: Setting, record: Interview) -> Iterator[str]:
    basis = record.legal_basis.strip()
    yield from filter(None, (_instrument(setting, record.instrument_id), basis and _of_state(record, basis)))


def _of_state(record: Interview, basis: str) -> str:
    return f"{basis} ({record.legal_basis_state})" if record.legal_basis_state else basis


def _of_exhibit(setting: Setting, exhibit: Exhibit) -> Iterator[str]:
    told = (
        _instrument(setting, exhibit.instrument_id),
        exhibit.legal_authority.strip(),
        _named(setting, "emergency", exhibit.emergency),
        _named(setting, "ratification", exhibit.ratification),
    )
    yield from filter(None, told)


def _instrument(setting: Setting, instrument_id: InstrumentId | None) -> str:
    if instrument_id is None:
        return ""
    return setting.names.get(instrument_id, setting.words.common.elsewhere)


def _named(setting: Setting, field: str, text: str) -> str:
    return setting.named(name_of(setting, EXHIBIT, field), text.strip()) if text.strip() else ""
