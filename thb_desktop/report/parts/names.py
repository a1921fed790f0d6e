"""Names of entries on a page: pseudonym, number or name, by id."""

from collections.abc import Iterator

from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.people import Interpreter, Official
from thb_desktop.domain.vocabulary import OfficialRole
from thb_desktop.report.parts.cited import lineup_name
from thb_desktop.report.words import Words
from thb_desktop.words import capital


def names_of(content: BundleContent, words: Words) -> dict[str, str]:
    """Return the names of everything in a bundle; anything else has none, and is not named."""
    return dict([*_of_frame(content, words), *_of_finance(content, words), *_of_records(content)])


def official_name(official: Official, words: Words) -> str:
    """Name, function and unit."""
    function = "" if official.role is OfficialRole.OTHER else f" ({words.label(official.role)})"
    return f"{official.name}{function}" + (f", {official.unit}" if official.unit else "")


def interpreter_name(interpreter: Interpreter) -> str:
    """Return the printed name of an interpreter, also in Latin letters if it has others; or the code."""
    latin = f" ({interpreter.name_latin})" if interpreter.name_latin else ""
    return f"{interpreter.name}{latin}" if interpreter.name else interpreter.code


def _of_frame(content: BundleContent, words: Words) -> Iterator[tuple[str, str]]:
    frame = content.frame
    codes = {each.id: each.code for each in frame.persons}
    yield frame.case.id, frame.case.reference
    yield from frame.users
    yield from ((each.id, official_name(each, words)) for each in frame.officials)
    yield from ((each.id, interpreter_name(each)) for each in frame.interpreters)
    yield from ((each.id, each.name) for each in frame.authorities)
    yield from ((each.id, f"{each.number}, {each.reference}") for each in frame.instruments)
    yield from ((each.id, each.number) for each in frame.conditions)
    yield from ((each.id, each.reference or each.country) for each in frame.proceedings)
    yield from ((each.id, each.item) for each in frame.items)
    yield from ((each.id, each.requested_url) for each in frame.captures)
    yield from codes.items()
    for each in frame.roles:
        yield each.id, f"{codes.get(each.person_id, '')}, {words.label(each.role)}"


def _of_finance(content: BundleContent, words: Words) -> Iterator[tuple[str, str]]:
    yield from ((each.id, each.number) for each in content.finance.accounts)
    finance = content.finance
    for numbered in (finance.objects, finance.statements, finance.hand_overs, finance.transfers):
        yield from ((each.id, each.number) for each in numbered)
    codes = {each.id: each.code for each in content.frame.persons}
    places = {each.id: each.number for each in finance.objects}
    for each in finance.stays:
        yield each.id, f"{codes.get(each.person_id, '')}, {places.get(each.object_id, '')}"
    yield from ((each.id, each.holder) for each in finance.attributions)
    yield from (
        (each.id, f"{codes.get(each.person_id, '')}, {words.label(each.kind)}") for each in finance.pay
    )
    yield from ((each.id, f"{words.amount(each.amount)} {each.currency}") for each in finance.transactions)


def _of_records(content: BundleContent) -> Iterator[tuple[str, str]]:
    for full in content.interviews:
        yield full.interview.id, full.interview.number
        yield from ((each.segment.id, each.label) for each in full.segments)
        yield from ((each.id, capital(each.name)) for each in full.presences)
        yield from ((each.id, lineup_name(full, each)) for each in full.lineups)
    for exhibit in content.exhibits:
        yield exhibit.exhibit.id, exhibit.exhibit.number
        yield from ((entry.event.id, str(entry.event.number)) for entry in exhibit.custody)
