"""Proceedings side by side: each with its authority, period and persons, and which of them overlap."""

from thb_desktop.domain.case import Proceeding
from thb_desktop.domain.case_fields import PROCEEDING
from thb_desktop.domain.parallel import Pair, SamePersons, persons_of, side_by_side
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.report.parts.described import draw_columns, draw_entries, name_of
from thb_desktop.report.parts.setting import Setting


def draw_proceedings(setting: Setting) -> None:
    """Draw the proceedings of the bundle, and what is recorded of each two; nothing if there are none."""
    frame, words = setting.content.frame, setting.words.legal
    persons = persons_of(frame.roles)
    draw_entries(
        setting,
        words.proceedings,
        PROCEEDING,
        frame.proceedings,
        without=("period_from", "period_to"),
        further=[
            (
                name_of(setting, PROCEEDING, "authority_id"),
                [_named(setting, each.authority_id) for each in frame.proceedings],
            ),
            (words.period, [_period(setting, each) for each in frame.proceedings]),
            (
                words.persons_of_proceedings,
                [
                    ", ".join(_named(setting, person) for person in persons.get(each.id, ()))
                    or setting.words.common.not_recorded
                    for each in frame.proceedings
                ],
            ),
        ],
    )
    pairs = side_by_side(frame.proceedings, frame.roles, frame.merges)
    if pairs:
        _draw_pairs(setting, pairs)


def _draw_pairs(setting: Setting, pairs: tuple[Pair, ...]) -> None:
    """Draw those that overlap, or of which it is not known; the others are named below."""
    words, flow, texts = setting.words.legal, setting.flow, setting.content.frame.texts
    apart = [each for each in pairs if each.is_apart]
    shown = [each for each in pairs if not each.is_apart]
    flow.heading(words.overlaps, 3)
    flow.note(words.overlaps_note)
    if shown:
        draw_columns(
            setting,
            [
                (words.two_proceedings, [_two(each) for each in shown]),
                (words.periods, [setting.words.label(each.periods) for each in shown]),
                (words.persons_in_both, [_persons(setting, each) for each in shown]),
            ],
        )
    if apart:
        flow.text(words.no_overlap.format(pairs=setting.apart(_two(each) for each in apart)))
    if texts is not None:
        cites = setting.apart(texts.cites)
        flow.text(words.overlap_texts.format(texts=cites, day=setting.day_of_pack(texts.checked_on)))


def _named(setting: Setting, key: str | None) -> str:
    if key is None:
        return setting.words.common.not_recorded
    return setting.names.get(key, setting.words.common.elsewhere)


def _period(setting: Setting, each: Proceeding) -> str:
    """Return both ends; one that nobody entered is said to be not recorded."""
    if each.period_from is None and each.period_to is None:
        return setting.words.common.not_recorded
    return f"{_end(setting, each.period_from)} \u2013\n{_end(setting, each.period_to)}"


def _end(setting: Setting, day: PartialDate | None) -> str:
    return setting.day(day) if day else setting.words.common.not_recorded


def _two(pair: Pair) -> str:
    return " \u2013 ".join(
        " ".join(filter(None, (each.country, each.reference))) for each in (pair.first, pair.second)
    )


def _persons(setting: Setting, pair: Pair) -> str:
    words = setting.words.legal
    match pair.persons:
        case SamePersons.NONE_IN_BOTH:
            return words.no_person_in_both
        case SamePersons.NOT_RECORDED:
            return words.no_person_recorded
        case persons:
            return ", ".join(_named(setting, each) for each in persons)
