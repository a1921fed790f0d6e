"""`thb disclosure`: places in files of exhibits, and the masked copies that leave in their place."""

import argparse
from contextlib import closing

from thb_desktop.cli.console import Answer, Console
from thb_desktop.cli.export import case_named
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.domain.anchors import WHOLE, Anchor
from thb_desktop.domain.disclosure import Disclosure, Redaction
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.masked_text import LAST_ROW
from thb_desktop.errors import NotFoundError, RedactionPlaceError
from thb_desktop.services.bundling import disclosures, masked_copies, redactions
from thb_desktop.services.bundling.copy_making import lay_out_copy
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits


def add_places(masking: argparse.ArgumentParser) -> None:
    """Add the options by which a place in a file is masked instead of words."""
    _add_file(masking, required=False)
    masking.add_argument("--page", type=int, default=1, metavar="N", help="the page, from 1")
    masking.add_argument(
        "--rectangle",
        type=_rectangle,
        action="append",
        metavar="X,Y,W,H",
        help="what is masked on it: left, top, width, height in thousandths; the whole page without it",
    )
    masking.add_argument(
        "--column",
        type=int,
        metavar="N",
        help="instead of a page: a column of a table that is a plain text, from 1",
    )
    masking.add_argument(
        "--from-row", type=int, default=1, metavar="N", help="the first row that is masked of it, from 1"
    )
    masking.add_argument(
        "--metadata",
        action="store_true",
        help="instead of a page: the name of the file, and what it says of itself",
    )


def add_steps(steps: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    copying = steps.add_parser("copy", help="make the masked copy of a file", allow_abbrev=False)
    listing = steps.add_parser("copies", help="list the masked copies of a version", allow_abbrev=False)
    for parser, run in ((copying, run_copy), (listing, run_copies)):
        add_vault(parser)
        parser.set_defaults(run=run)
        parser.add_argument("case", help="the case file's reference")
        parser.add_argument("version", help="the number of the version")
    _add_file(copying, required=True)
    return [copying, listing]


def _add_file(parser: argparse.ArgumentParser, *, required: bool) -> None:
    parser.add_argument("--exhibit", required=required, metavar="NUMBER", help="the exhibit of the file")
    parser.add_argument("--file", metavar="NAME", help="the file, if the exhibit has several")


def version_named(session: Session, chosen: argparse.Namespace) -> Disclosure:
    """Return the version of this number or id. Raises NotFoundError."""
    for each in disclosures.list_disclosures(session, case_named(session, chosen.case).id):
        if chosen.version in {each.number, each.id}:
            return each
    raise NotFoundError("there is no version of this number in this case file")


def masked(
    session: Session, version: Disclosure, chosen: argparse.Namespace, order: redactions.Order
) -> tuple[Redaction, ...]:
    """Mask places on a page of a file, a column of it, or its metadata."""
    file = _file(session, version, chosen)
    if chosen.metadata:
        return redactions.redact_metadata(session, version.id, file.id, order)
    if chosen.column is not None:
        column, row = chosen.column - 1, chosen.from_row - 1
        cells = (column, row, column + 1, LAST_ROW)
        return (redactions.redact_cells(session, version.id, file.id, cells, order),)
    if chosen.page < 1:
        raise RedactionPlaceError("pages are counted from 1")
    anchors = [
        Anchor.of_page(file.id, file.sha256, chosen.page, rectangle=each) for each in chosen.rectangle or [()]
    ]
    return tuple(redactions.redact_content(session, version.id, each, order) for each in anchors)


def run_copy(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        version = version_named(session, chosen)
        making = masked_copies.gather_copy(session, version.id, _file(session, version, chosen).id)
        laid = lay_out_copy(making)
        made = masked_copies.keep_copy(session, laid)
        (listed,) = (
            each for each in masked_copies.list_copies(session, version.id) if each.copy.id == made.id
        )
    left = [f"What a masked cell holds stands elsewhere in the copy: {each}" for each in laid.left]
    console.answer([_line(listed), *left], {**_told(listed), "left": list(laid.left)})
    return 0


def run_copies(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        found = masked_copies.list_copies(session, version_named(session, chosen).id)
    console.answer(
        [_line(each) for each in found] or ["No masked copy was made."],
        {"copies": [_told(each) for each in found]},
    )
    return 0


def _file(session: Session, version: Disclosure, chosen: argparse.Namespace) -> ExhibitFile:
    found = exhibits.find_numbered(session, version.case_id, chosen.exhibit)
    if found is None:
        raise NotFoundError("there is no exhibit of this number in this case file")
    files = [
        each for each in exhibits.get_exhibit(session, found.id).files if chosen.file in {None, each.name}
    ]
    if len(files) != 1:
        raise NotFoundError("name one file of the exhibit with --file")
    return files[0]


def _line(each: masked_copies.ListedCopy) -> str:
    state = "" if each.counts else "  superseded"
    return f"{each.exhibit.number}  pages: {each.copy.pages}  masked: {len(each.copy.redaction_ids)}{state}"


def _told(each: masked_copies.ListedCopy) -> Answer:
    return {
        "id": each.copy.id,
        "number": each.exhibit.number,
        "exhibit": each.exhibit.id,
        "file": each.copy.file_id,
        "pages": each.copy.pages,
        "redactions": list(each.copy.redaction_ids),
        "superseded": not each.counts,
    }


def _rectangle(text: str) -> tuple[int, ...]:
    """Return left, top, right, bottom. Raises ValueError, which the parser tells."""
    left, top, width, height = (int(each) for each in text.split(","))
    right, bottom = left + width, top + height
    if not (0 <= left < right <= WHOLE and 0 <= top < bottom <= WHOLE):
        raise ValueError("a rectangle lies on its page")
    return left, top, right, bottom
