"""The register of instruments, the domestic orders on which their measures rest, and both in short."""

from collections.abc import Iterator, Sequence

from thb_desktop.domain.bundle_withheld import WithheldKind
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_codes import AGREEMENTS
from thb_desktop.domain.cooperation_fields import INSTRUMENT
from thb_desktop.domain.domestic_orders import is_domestic, obtained_under, outside_validity
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.instrument_links import LinkSaid, links_of
from thb_desktop.domain.interview import Interview
from thb_desktop.report.parts.compact import draw_sections
from thb_desktop.report.parts.described import draw_corrections, facts_of, name_of
from thb_desktop.report.parts.setting import Setting, in_groups
from thb_desktop.words import capital, field_name

_DIRECTION = ("from_country", "to_country", "further_states")


def draw_instruments(setting: Setting) -> None:
    """Draw the register, then the domestic orders. That the case has none is said only if none of it stays in
    the office.
    """
    words, frame = setting.words.legal, setting.content.frame
    left = dict(setting.content.release.withheld).get(WithheldKind.INSTRUMENTS, 0)
    setting.flow.heading(words.instruments, 2)
    listed = [each for each in frame.instruments if not is_domestic(each)]
    _draw_listed(setting, listed)
    if not frame.instruments:
        setting.flow.text(words.none_in_bundle if left else words.no_instruments)
    if left:
        setting.flow.text(words.instruments_left.format(count=left))
    if not frame.instruments:
        return
    setting.flow.heading(words.domestic, 2)
    domestic = [each for each in frame.instruments if is_domestic(each)]
    _draw_listed(setting, domestic)
    if not domestic:
        setting.flow.text(words.domestic_none)


def _draw_listed(setting: Setting, listed: Sequence[Instrument]) -> None:
    # Which instrument it is names the block: its number and what it is.
    titles = (", ".join((each.number, setting.words.label(each.type))) for each in listed)
    every = setting.content.frame.instruments
    facts = ([*_facts(setting, each), *_belonging(setting, each, every)] for each in listed)
    draw_sections(setting, zip(titles, facts, strict=True))
    draw_corrections(setting, INSTRUMENT, listed)


def _facts(setting: Setting, each: Instrument) -> Iterator[tuple[str, str]]:
    """What is told of an instrument; an agreement has parties, and goes from none to another."""
    of_parties = each.type in AGREEMENTS
    words, content = setting.words.legal, setting.content
    if of_parties:
        yield words.parties, ", ".join(each.states)
    without = ("number", "type", "order_exhibit_id", *(_DIRECTION if of_parties else ()))
    yield from facts_of(setting, INSTRUMENT, each, without=without)
    if each.order_exhibit_id is not None:
        yield name_of(setting, INSTRUMENT, "order_exhibit_id"), _order_file(setting, each.order_exhibit_id)
    items: tuple[Interview | Exhibit, ...] = (
        *(full.interview for full in content.interviews),
        *(full.exhibit for full in content.exhibits),
    )
    if is_domestic(each):
        yield words.domestic_items, ", ".join(number for number, _ in obtained_under(each, items))
    if numbers := outside_validity(each, items):
        yield setting.words.custody.remarks, words.domestic_outside.format(numbers=", ".join(numbers))


def _order_file(setting: Setting, exhibit_id: ExhibitId) -> str:
    """Return the exhibit that holds an order with the digest of each file; nothing more of one that is not in
    the bundle.
    """
    full = next((each for each in setting.content.exhibits if each.exhibit.id == exhibit_id), None)
    if full is None:
        return setting.words.common.elsewhere
    form, number = setting.words.legal.order_file, full.exhibit.number
    return (
        "\n".join(form.format(number=number, digest=in_groups(file.sha256)) for file in full.files) or number
    )


def _belonging(
    setting: Setting, earlier: Instrument, listed: Sequence[Instrument]
) -> Iterator[tuple[str, str]]:
    """Yield which instruments of the bundle belong to an earlier one, and what they do to it."""
    for each in links_of(earlier, listed):
        if isinstance(each.how, LinkSaid) and each.how is not LinkSaid.BELONGS_TO:
            yield capital(setting.words.label(each.how)), each.other


def instruments_in_short(setting: Setting) -> str:
    """Return a line for each: what it is, both file numbers, who validated it, and when it was received."""
    lines = []
    for each in setting.content.frame.instruments:
        states = setting.between(each.from_country, each.to_country)
        if each.type in AGREEMENTS:
            states = ", ".join(each.states)
        states = states.replace(" ", "\u00a0")
        issued = setting.day(each.issued_on)
        foreign = setting.named(
            field_name("instrument.foreign_reference", setting.words.language), each.foreign_reference
        )
        parts = (
            setting.words.label(each.type),
            each.basis,
            each.reference,
            foreign if each.foreign_reference else "",
            states,
            issued,
            *_handled(setting, each),
        )
        lines.append(setting.named(each.number, ", ".join(part for part in parts if part)))
    return "\n".join(lines)


def _handled(setting: Setting, each: Instrument) -> Iterator[str]:
    """Yield who validated an instrument, and when it was received, as far as it is entered."""
    words, authorities = setting.words.cover, setting.content.frame.authorities
    yield from (
        words.validated.format(name=f"{one.name} ({one.country})")
        for one in authorities
        if one.id == each.validating_authority_id
    )
    if each.received_on is not None:
        yield words.received.format(day=setting.day(each.received_on))
