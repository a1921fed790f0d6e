"""`thb shared`: the numbers, addresses and names that occur in several sources of a case, each with these."""

import argparse
from contextlib import closing
from pathlib import Path

from thb_desktop.cli.arguments import pages_told
from thb_desktop.cli.console import Answer, Console
from thb_desktop.cli.export import case_named
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.domain.identifier_kinds import IdentifierKind
from thb_desktop.domain.shared_identifiers import SharedIdentifier, SharedSource
from thb_desktop.errors import AlreadyExistsError
from thb_desktop.services.case_file.sheets import write_sheet
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.pages import COUNT
from thb_desktop.services.searching import shared
from thb_desktop.services.searching.shared_sheet import shared_sheet
from thb_desktop.words import ENGLISH, word


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "shared", help="what several sources of a case share", description=__doc__, allow_abbrev=False
    )
    add_vault(parser)
    parser.add_argument("case", help="the case file's reference")
    parser.add_argument("--kind", choices=[each.value for each in IdentifierKind], help="only this kind")
    parser.add_argument(
        "--count", type=int, default=COUNT, metavar="N", help="identifiers to show (default: %(default)s)"
    )
    parser.add_argument("--to", type=Path, metavar="FILE", help="print them to this new file (PDF)")
    parser.set_defaults(run=run)
    return [parser]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    if chosen.to is not None and chosen.to.exists():
        raise AlreadyExistsError("the file exists already; name another")
    kind = IdentifierKind(chosen.kind) if chosen.kind else None
    with closing(opened(chosen, environment)) as session:
        case_id = case_named(session, chosen.case).id
        if chosen.to is not None:
            pages = write_sheet(shared_sheet(session, case_id, kind), chosen.to)
            console.answer([pages_told(pages, chosen.to)], {"file": str(chosen.to), "pages": pages})
            return 0
        page = shared.page_of_shared(session, case_id, kind, count=max(1, chosen.count))
        found = [(each, shared.sources_of(session, case_id, each).rows) for each in page.rows]
        left_out = shared.leaves_out(session)
    lines = [_line(each, sources) for each, sources in found] or ["Nothing occurs in several sources."]
    lines += ["There is more: see --count."] if page.after is not None else []
    lines += ["What you may not read is left out."] if left_out else []
    told: Answer = {
        "shared": [_told(each, sources) for each, sources in found],
        "more": page.after is not None,
        "left_out": left_out,
    }
    console.answer(lines, told)
    return 0


def _line(each: SharedIdentifier, sources: tuple[SharedSource, ...]) -> str:
    names = "; ".join(" ".join(filter(None, (one.number, one.name))) for one in sources)
    return f"{each.written}  {word(each.kind, ENGLISH)}  {each.sources}: {names}"


def _told(each: SharedIdentifier, sources: tuple[SharedSource, ...]) -> Answer:
    return {
        "kind": each.kind.value,
        "written": each.written,
        "sources": each.sources,
        "in": [
            {"kind": one.kind.value, "id": one.thing.key, "number": one.number, "name": one.name}
            for one in sources
        ],
    }
