"""Former versions of a job: of a turn whose words changed since, and despite what they were signed."""

from collections.abc import Iterator
from typing import NamedTuple

from thb_desktop import words as catalogue
from thb_desktop.domain.language_outward import JobOutward, StaleOutward
from thb_desktop.domain.language_work import RenderingVersion
from thb_desktop.domain.reading_order import isolate_identifiers
from thb_desktop.domain.work_left import reasons_given
from thb_desktop.report.parts.language_notes import typed
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import CELL_NOTE, HEAD
from thb_desktop.report.text import Paragraph, TextStyle
from thb_desktop.words import capital


class StaleCells(NamedTuple):
    """head: that the words changed since. then: those of then. made: the version that was made from them."""

    head: Paragraph
    then: list[Paragraph]
    made: list[Paragraph]


def stale_cells(
    setting: Setting,
    job: JobOutward,
    stale: StaleOutward,
    style: TextStyle,
    *,
    language: str,
    width: float,
) -> StaleCells:
    """Lay out the last version of a turn whose words changed since it was rendered.

    language: of its source. width: in points.
    """
    words, lay_out, version = setting.words.language_work, setting.flow.lay_out, stale.told.version
    number, target = str(version.number), job.job.target_language
    source, text = isolate_identifiers(typed(stale.source)), isolate_identifiers(typed(version.text))
    left = [words.stale_notes.format(count=len(stale.told.withheld))] if stale.told.withheld else []
    below = (*left, *signed_despite(setting, job, version))
    return StaleCells(
        head=lay_out(words.stale.format(number=number), HEAD, width=width),
        then=[
            lay_out(words.stale_source, CELL_NOTE, width=width),
            lay_out(source, style, width=width, language=language),
        ],
        made=[
            lay_out(words.stale_beside.format(number=number), CELL_NOTE, width=width),
            lay_out(text, style, width=width, language=target),
            *(lay_out(each, CELL_NOTE, width=width) for each in below),
        ],
    )


def signed_despite(setting: Setting, job: JobOutward, version: RenderingVersion) -> Iterator[str]:
    """Say despite which rules the author of a former version signed it, and why."""
    given = list(reasons_given(job.former_signatures, (version,)))
    if given:
        yield setting.words.language_work.signed_despite
    for rule, _, why in given:
        yield from told_reason(setting, rule, typed(why))


def told_reason(setting: Setting, rule: str, why: str, at: str = "") -> tuple[str, str]:
    """Return despite what something was signed, and why. at: the turns, where they do not stand beside it."""
    language, named = setting.words.language, setting.named
    field, reason = (
        capital(catalogue.field_name(f"warning_reason.{name}", language)) for name in ("rule", "reason")
    )
    number = rule.partition(".")[0]
    said = setting.words.doubts.get(rule, f"{field} {number}")
    return f"{named(said, at) if at else said} ({number})", named(reason, why)
