"""`thb search`: finds words and numbers in all that its user may read, in any language and writing.

"Words in quotes" stand in this order, a word with * at its end goes on, and a word with - before it must not
occur (after `--`, so that it is no option).
"""

import argparse
from contextlib import closing
from pathlib import Path

from thb_desktop.cli.arguments import day, pages_told, so_many, verify_period
from thb_desktop.cli.console import Answer, Console
from thb_desktop.cli.export import case_named, picked
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.domain.calling_codes import calling_code_of
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.machine_reading import machine_page
from thb_desktop.domain.searching import FoundBy, SavedSearch, SearchFilter, SearchKind
from thb_desktop.errors import AlreadyExistsError, FormatError, NotFoundError, UsageError
from thb_desktop.services.case_file.sheets import write_sheet
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons import people
from thb_desktop.services.searching import files, index, saved, search
from thb_desktop.services.searching.search import Hit, SearchResult
from thb_desktop.services.searching.sheets import results_sheet
from thb_desktop.words import ENGLISH, word

_ANY = "any"
_THINGS = {
    SearchKind.FILE: "file",
    SearchKind.EXHIBIT: "exhibit",
    SearchKind.CUSTODY: "exhibit",
    SearchKind.PERSON: "person",
}
"""Of what several hits of a kind may be; of the others: of records."""
"""No country: a number without a country code is found in every one."""


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "search", help="find words and numbers", description=__doc__, allow_abbrev=False
    )
    add_vault(parser)
    parser.add_argument("words", nargs="*", help="what is searched for")
    parser.add_argument("--case", metavar="REFERENCE", help="only in this case")
    parser.add_argument(
        "--kind",
        action="append",
        default=[],
        choices=[each.value for each in SearchKind],
        help="only this kind; may be repeated",
    )
    parser.add_argument(
        "--read-files", action="store_true", help="first read the words of the files of this case"
    )
    parser.add_argument("--person", metavar="CODE", help="only what belongs to this person of the case")
    parser.add_argument("--language", default="", metavar="TAG", help="only words in this language")
    parser.add_argument("--since", type=day, metavar="DAY", help="from this day on")
    parser.add_argument("--until", type=day, metavar="DAY", help="up to this day")
    parser.add_argument(
        "--calling-code",
        metavar="CODE",
        help="the country code (32) of telephone numbers that are typed without one, or any "
        "(default: that of the country of --case, without a case any)",
    )
    parser.add_argument("--skip", type=int, default=0, metavar="N", help="leave out the first hits")
    parser.add_argument(
        "--count", type=int, default=search.PAGE, metavar="N", help="hits to show (default: %(default)s)"
    )
    parser.add_argument("--to", type=Path, metavar="FILE", help="print the hits to this new file (PDF)")
    kept = parser.add_mutually_exclusive_group()
    kept.add_argument("--keep", metavar="NAME", help="keep this search and its filter under a name")
    kept.add_argument("--kept", metavar="NAME", help="search again what was kept under this name")
    kept.add_argument("--forget", metavar="NAME", help="remove what was kept under this name, search nothing")
    kept.add_argument(
        "--rename", nargs=2, metavar=("NAME", "NEW"), help="give a kept search another name, search nothing"
    )
    kept.add_argument("--list-kept", action="store_true", help="tell what is kept, search nothing")
    parser.set_defaults(run=run)
    return [parser]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    _verify(chosen)
    with closing(opened(chosen, environment)) as session:
        if _asks_of_kept(chosen):
            console.answer(*_of_kept(session, chosen))
            return 0
        typed, narrowed = " ".join(chosen.words), _filter(session, chosen)
        if chosen.kept:
            found = _readable(_kept(session, chosen.kept))
            typed, narrowed = found.words, found.chosen
        if chosen.keep:
            saved.save(session, chosen.keep, typed, narrowed)
        read = _read_files(session, chosen, console)
        index.follow_to_end(session, console.progress_of("Index"))
        result = search.search(session, typed, narrowed, skip=chosen.skip, count=chosen.count)
        sheet = results_sheet(session, typed, narrowed, ENGLISH) if chosen.to else None
    pages = write_sheet(sheet, chosen.to) if sheet else None
    told = [] if pages is None else [pages_told(chosen.to, pages)]
    console.answer(
        [*read, *_head(result), *map(_line, result.hits), *told], {**_answer(result), "pages": pages}
    )
    return 0


def _asks_of_kept(chosen: argparse.Namespace) -> bool:
    """Whether something is done with what is kept, and nothing searched."""
    return bool(chosen.forget or chosen.rename or chosen.list_kept)


def _of_kept(session: Session, chosen: argparse.Namespace) -> tuple[list[str], Answer]:
    if chosen.forget:
        saved.remove(session, _kept(session, chosen.forget).id)
        return ["Removed."], {"removed": chosen.forget}
    if chosen.rename:
        name, new = chosen.rename
        return ["Renamed."], {"renamed": saved.rename(session, _kept(session, name).id, new).name}
    found = saved.list_saved(session)
    return (
        list(map(_kept_line, found)) or ["Nothing is kept."],
        {"kept": [{"name": _shown(each), "words": each.words, "case": each.case} for each in found]},
    )


def _shown(kept: SavedSearch) -> str:
    """Return the name of a kept search; of one that cannot be read, its id."""
    return kept.name or kept.id


def _kept_line(kept: SavedSearch) -> str:
    """Tell a kept search with its filter: the same words find something else with another one."""
    if not kept.is_readable:
        return f"{_shown(kept)}: cannot be read; remove it"
    chosen = kept.chosen
    narrowed = {
        "case": kept.case,
        "kind": ", ".join(word(each, ENGLISH) for each in chosen.kinds),
        "person": "one" if chosen.person_id else "",
        "language": chosen.language,
        "since": chosen.since.isoformat() if chosen.since else "",
        "until": chosen.until.isoformat() if chosen.until else "",
        "calling code": chosen.calling_code,
    }
    told = "; ".join(f"{name} {value}" for name, value in narrowed.items() if value)
    return f"{kept.name}: {kept.words}" + (f" ({told})" if told else "")


def _kept(session: Session, name: str) -> SavedSearch:
    found = next((each for each in saved.list_saved(session) if _shown(each) == name), None)
    if found is None:
        raise NotFoundError("no search was kept under this name")
    return found


def _readable(found: SavedSearch) -> SavedSearch:
    """Return a kept search; whoever has the key of the database may have altered it."""
    if not found.is_readable:
        raise FormatError("this kept search cannot be read; remove it")
    return found


def _read_files(session: Session, chosen: argparse.Namespace, console: Console) -> list[str]:
    if not chosen.read_files:
        return []
    found = files.read_files(
        lambda work: work(session),
        case_named(session, chosen.case).id,
        progress=console.progress_of("Files"),
    )
    in_part = f"In part (the rest is pictures, sound, or locked): {found.in_part}."
    return [f"Files read: {found.whole}. {in_part} Files that could not be read: {found.refused}."]


def _verify(chosen: argparse.Namespace) -> None:
    if bool(chosen.words) is bool(chosen.kept or _asks_of_kept(chosen)):
        raise UsageError("type what is searched for, or name what was kept with --kept or --forget")
    if chosen.to is not None and chosen.to.exists():
        raise AlreadyExistsError("the file exists already; name another")
    if chosen.person and not chosen.case:
        raise UsageError("a person is one of a case: name it with --case")
    if chosen.read_files and not chosen.case:
        raise UsageError("files are read of one case: name it with --case")
    verify_period(chosen.since, chosen.until)
    narrows = (chosen.kind, chosen.person, chosen.language, chosen.since, chosen.until, chosen.calling_code)
    if chosen.kept and (any(narrows) or (chosen.case and not chosen.read_files)):
        raise UsageError("a kept search has its own filter: leave yours out, or type the words again")
    if chosen.skip < 0 or not 0 <= chosen.count <= 1000:
        raise UsageError("--skip takes 0 or more, --count 0 to 1000")
    code = chosen.calling_code
    if not (code in (None, _ANY) or (code.isdecimal() and len(code) < 4)):
        raise UsageError("--calling-code takes the digits after the plus (32), or any")


def _filter(session: Session, chosen: argparse.Namespace) -> SearchFilter:
    case = case_named(session, chosen.case) if chosen.case else None
    person = None
    if case is not None and chosen.person:
        by_code = {each.code: each.id for each in people.list_persons(session, case.id)}
        (person,) = picked([chosen.person], by_code, "person") or ()
    return SearchFilter(
        case_id=case.id if case else None,
        kinds=tuple(SearchKind(each) for each in chosen.kind),
        person_id=person,
        language=chosen.language,
        since=chosen.since,
        until=chosen.until,
        calling_code=_calling_code(chosen.calling_code, case),
    )


def _calling_code(named: str | None, case: CaseFile | None) -> str:
    """Return the country code of numbers without one: as it was named, or that of the case's country."""
    if named is not None:
        return "" if named == _ANY else named
    return calling_code_of(case.country) if case is not None else ""


def _head(found: SearchResult) -> list[str]:
    counts = ", ".join(_counted(found, kind) for kind in sorted(found.counts) if found.counts[kind])
    hits = so_many(found.total, "hit", "hits")
    left = ", ".join(word(kind, ENGLISH) for kind in found.left_out)
    return [
        f"{hits}: {counts}" if counts else f"{hits}.",
        *(f"{written}: searched as {word(kind, ENGLISH)} too." for written, kind in found.identifiers),
        *_alike(found),
        *_country(found),
        *([] if found.is_ranked or not found.total else ["In the order of entry, and not the best first."]),
        *([f"Not searched, since this user may not read it: {left}."] if left else []),
    ]


def _alike(found: SearchResult) -> list[str]:
    """Tell how many hits are not written as it was typed."""
    told = ", ".join(f"{word(kind, ENGLISH)} {found.alike[kind]}" for kind in sorted(found.alike))
    return [f"In another script or alike in sound, and last: {told}."] if told else []


def _counted(found: SearchResult, kind: SearchKind) -> str:
    """Return how many hits are of a kind, and of how many things where several are of one."""
    count, things = found.counts[kind], found.things.get(kind, 0)
    told = f"{word(kind, ENGLISH)} {count}"
    if not 0 < things < count:
        return told
    called = _THINGS.get(kind, "record")
    return f"{told} ({so_many(things, called, f'{called}s')})"


def _country(found: SearchResult) -> list[str]:
    code = found.country_taken
    return [f"A number without a country code is taken as one of +{code} (--calling-code)."] if code else []


def _line(hit: Hit) -> str:
    turn = f", turn {hit.turn}" if hit.turn else ""
    part = f", {hit.file}, part {hit.part}" if hit.part else ""
    if page := machine_page(hit.part):
        part = f", {hit.file}, page {page} as read by a machine"
    state = f" [{word(hit.state, ENGLISH)}]" if hit.state else ""
    struck = " [struck out]" if hit.is_struck else ""
    how = "" if hit.found_by is FoundBy.TYPED else f" [{word(hit.found_by, ENGLISH)}]"
    snippet = hit.snippet
    text = " ".join(snippet.text.split())
    words = f"{'… ' if snippet.is_begun else ''}{text}{' …' if snippet.is_cut else ''}"
    place = f"{hit.case_reference}  {word(hit.kind, ENGLISH)} {hit.number}".rstrip()
    return f"{place}{turn}{part}{state}{struck}{how}: {words}"


def _answer(found: SearchResult) -> Answer:
    return {
        "total": found.total,
        "counts": {kind.value: many for kind, many in found.counts.items()},
        "ranked": found.is_ranked,
        "calling_code": found.chosen.calling_code,
        "alike": {kind.value: many for kind, many in found.alike.items()},
        "things": {kind.value: many for kind, many in found.things.items()},
        "skipped": found.skipped,
        "next": found.reached if found.more else None,
        "identifiers": [{"text": written, "kind": kind.value} for written, kind in found.identifiers],
        "not_searched": [kind.value for kind in found.left_out],
        "hits": [_hit(hit) for hit in found.hits],
    }


def _hit(hit: Hit) -> Answer:
    snippet = hit.snippet
    return {
        "kind": hit.kind.value,
        "entity": hit.entity,
        "id": hit.id,
        "part": 0 if machine_page(hit.part) else hit.part,
        "machine_read_page": machine_page(hit.part),
        "case": hit.case_reference,
        "of": hit.subject,
        "number": hit.number,
        "file": hit.file,
        "turn": hit.turn,
        "language": hit.language,
        "field": hit.field,
        "text": snippet.text,
        "at": snippet.at,
        "places": [{"start": start, "end": end} for start, end in snippet.places],
        "beside": {"language": hit.beside[0], "text": hit.beside[1]} if hit.beside else None,
        "state": hit.state.value if hit.state else None,
        "struck": hit.is_struck,
        "found_by": hit.found_by.value,
    }
