"""Relay: the languages through which two others are interpreted, and who interprets each leg.

Tags are compared by their language alone: a leg from `vi` also serves `vi-VN`.
"""

from collections.abc import Iterable, Sequence

from thb_desktop.domain.ids import InterpreterId
from thb_desktop.domain.interview import InterpreterEngagement
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.segment import Rendering
from thb_desktop.domain.vocabulary import InterpretingMode


def relay_languages(record: InterviewInFull) -> tuple[str, ...]:
    """Return the languages between that of the person and that of the procedure, in this order.

    Empty where nobody interprets through another language.
    """
    interview = record.interview
    ends = {_primary(interview.language), _primary(interview.procedure_language)}
    legs = [each for each in _standing(record) if _pair(each) != ends]
    return _between(legs, interview.language, interview.procedure_language)[1:-1]


def interpreter_between(
    record: InterviewInFull, spoken: str, into: str, *, through: Iterable[str] = ()
) -> InterpreterId | None:
    """Return who rendered words into a language: the interpreter of the last leg to it.

    through: further languages in which the same words were rendered; a leg from one of them goes before one
    from the words spoken. None if the record names nobody for that leg, or several.
    """
    standing = _standing(record)
    relayed = {_primary(each) for each in through} & {_primary(each) for each in relay_languages(record)}
    direct = [each for each in standing if _pair(each) == {_primary(spoken), _primary(into)}]
    if relayed or not direct:
        legs = [each for each in standing if each not in direct]
        way = _between(legs, spoken, into)
        if len(way) > 1:
            last = {_primary(way[-2]), _primary(way[-1])}
            direct = [each for each in standing if _pair(each) == last]
    found = dict.fromkeys(each.interpreter_id for each in direct or standing)
    return next(iter(found)) if len(found) == 1 else None


def mode_told(record: InterviewInFull, rendering: Rendering) -> InterpretingMode | None:
    """Return the mode in which a turn was interpreted, if that is another than the one of the engagement.

    An engagement with several modes says of no turn which it was. None where nothing is said of the turn.
    """
    if rendering.mode is None:
        return None
    standing = _standing(record)
    own = [each for each in standing if each.interpreter_id == rendering.author_id] or standing
    return None if own and all(each.modes == (rendering.mode,) for each in own) else rendering.mode


def _between(legs: Sequence[InterpreterEngagement], one: str, other: str) -> tuple[str, ...]:
    """Return the languages on the shortest way from one to another, both among them; empty if none leads."""
    ways: list[tuple[str, ...]] = [(one,)]
    seen = {_primary(one)}
    while ways:
        way = ways.pop(0)
        if _primary(way[-1]) == _primary(other):
            return (*way[:-1], other)
        for leg in legs:
            for here, there in ((leg.from_language, leg.to_language), (leg.to_language, leg.from_language)):
                if _primary(here) == _primary(way[-1]) and there and _primary(there) not in seen:
                    seen.add(_primary(there))
                    ways.append((*way, there))
    return ()


def _standing(record: InterviewInFull) -> list[InterpreterEngagement]:
    return [each for each in record.engagements if not each.struck]


def _pair(engagement: InterpreterEngagement) -> set[str]:
    return {_primary(engagement.from_language), _primary(engagement.to_language)}


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()
