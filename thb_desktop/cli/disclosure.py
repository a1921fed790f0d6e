"""`thb disclosure`: versions of a case for one recipient, and what is masked in them."""

import argparse
from contextlib import closing

from thb_desktop.cli import disclosure_files
from thb_desktop.cli.arguments import day, verify_period
from thb_desktop.cli.console import Answer, Console
from thb_desktop.cli.disclosure_files import version_named
from thb_desktop.cli.export import case_named, picked
from thb_desktop.cli.passphrases import add_descriptor, secret_line
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.domain.anchors import AnchorKind
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.disclosure import Disclosure, Redaction, Selection
from thb_desktop.domain.ids import InstrumentId, RowId
from thb_desktop.domain.vocabulary import RedactionReason
from thb_desktop.errors import NotFoundError
from thb_desktop.services.bundling import disclosures, redactions
from thb_desktop.services.cooperation import cooperation
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import interviews

_REASONS = ", ".join(each.value.lower().replace("_", "-") for each in RedactionReason)


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    group = commands.add_parser(
        "disclosure", help="versions of a case for a recipient", description=__doc__, allow_abbrev=False
    )
    steps = group.add_subparsers(dest="step", metavar="STEP", required=True)
    listing = steps.add_parser("list", help="list the versions of a case", allow_abbrev=False)
    drawing = steps.add_parser("draw-up", help="say what goes to whom", allow_abbrev=False)
    showing = steps.add_parser("masks", help="list what is masked in a version", allow_abbrev=False)
    masking = steps.add_parser("mask", help="mask words wherever they stand in a version", allow_abbrev=False)
    ending = steps.add_parser("unmask", help="withdraw one redaction", allow_abbrev=False)
    for parser, run in (
        (listing, run_list),
        (drawing, run_draw_up),
        (showing, run_masks),
        (masking, run_mask),
        (ending, run_unmask),
    ):
        add_vault(parser)
        parser.set_defaults(run=run)
        parser.add_argument("case", help="the case file's reference")
    _add_draft(drawing)
    for parser in (showing, masking, ending):
        parser.add_argument("version", help="the number of the version")
    masking.add_argument(
        "--reason",
        dest="code",
        type=_reason,
        required=True,
        metavar="CODE",
        help=f"why: {_REASONS}",
    )
    masking.add_argument("--ordered-by", required=True, metavar="NAME", help="the authority that ordered it")
    add_descriptor(masking, "--words-fd", "the words to mask")
    disclosure_files.add_places(masking)
    masking.add_argument(
        "--identities",
        action="store_true",
        help="instead of words: what is sealed in the identities of protected persons",
    )
    ending.add_argument("redaction", help="its identifier, as `masks` lists it")
    ending.add_argument("--because", required=True, metavar="TEXT", help="why it is withdrawn")
    return [listing, drawing, showing, masking, ending, *disclosure_files.add_steps(steps)]


def _add_draft(drawing: argparse.ArgumentParser) -> None:
    drawing.add_argument("--recipient", required=True, help="who receives it")
    drawing.add_argument("--purpose", required=True, help="what it is for")
    drawing.add_argument("--request", metavar="NUMBER", help="the instrument that it answers")
    drawing.add_argument("--basis", default="", metavar="TEXT", help="what it rests on otherwise")
    drawing.add_argument("--interview", action="append", metavar="NUMBER", help="only this record")
    drawing.add_argument("--exhibit", action="append", metavar="NUMBER", help="only this exhibit")
    drawing.add_argument(
        "--person", action="append", default=[], metavar="CODE", help="only records of this person"
    )
    drawing.add_argument("--since", type=day, metavar="DAY", help="only from this day on")
    drawing.add_argument("--until", type=day, metavar="DAY", help="only up to this day")
    drawing.add_argument(
        "--territory", default="", metavar="COUNTRY", help="only of authorities of this country"
    )


def run_list(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        found = disclosures.list_disclosures(session, case_named(session, chosen.case).id)
    console.answer(
        [_line(each) for each in found] or ["No version is drawn up."],
        {"versions": [_told(each) for each in found]},
    )
    return 0


def run_draw_up(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    verify_period(chosen.since, chosen.until)
    with closing(opened(chosen, environment)) as session:
        case = case_named(session, chosen.case)
        held = {
            each.interview.number: each.interview.id for each in interviews.list_interviews(session, case.id)
        }
        kept = {each.number: each.id for each in exhibits.list_bare_exhibits(session, case.id)}
        codes = {each.code: each.id for each in people.list_persons(session, case.id)}
        draft = disclosures.DisclosureDraft(
            recipient=chosen.recipient,
            purpose=chosen.purpose,
            instrument_id=_request(session, case, chosen.request),
            basis=chosen.basis,
            interview_ids=picked(chosen.interview, held, "interview"),
            exhibit_ids=picked(chosen.exhibit, kept, "exhibit"),
            selection=Selection(
                person_ids=picked(chosen.person, codes, "person") or (),
                since=chosen.since,
                until=chosen.until,
                territory=chosen.territory.upper(),
            ),
        )
        made = disclosures.draw_up(session, case.id, draft)
    console.answer([_line(made)], _told(made))
    return 0


def run_masks(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        found = redactions.list_redactions(session, version_named(session, chosen).id)
    console.answer(
        [_redaction_line(each) for each in found] or ["Nothing is masked."],
        {"redactions": [_redaction_told(each) for each in found]},
    )
    return 0


def run_mask(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        version = version_named(session, chosen)
        order = redactions.Order(reason=chosen.code, ordered_by=chosen.ordered_by)
        if chosen.exhibit:
            made = disclosure_files.masked(session, version, chosen, order)
        elif chosen.identities:
            made = redactions.redact_identities(session, version.id, order)
        else:
            words = secret_line(chosen.words_fd, "Words to mask: ")
            made = redactions.redact_everywhere(session, version.id, words, order)
    console.answer(
        [f"Places masked: {len(made)}.", *(_redaction_line(each) for each in made)],
        {"redactions": [_redaction_told(each) for each in made]},
    )
    return 0


def run_unmask(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        found = redactions.list_redactions(session, version_named(session, chosen).id)
        if chosen.redaction not in {each.id for each in found}:
            raise NotFoundError("the version has no such redaction")
        ended = redactions.withdraw_redaction(session, RowId(chosen.redaction), chosen.because)
    console.answer(["Withdrawn."], _redaction_told(ended))
    return 0


def _request(session: Session, case: CaseFile, number: str | None) -> InstrumentId | None:
    if number is None:
        return None
    for each in cooperation.list_instruments(session, case.id):
        if number in {each.number, each.id} and not each.struck:
            return each.id
    raise NotFoundError("there is no instrument of this number in this case file")


def _line(each: Disclosure) -> str:
    counts = f"records: {len(each.interview_ids)}, exhibits: {len(each.exhibit_ids)}"
    return f"{each.number}  {each.recipient}  {each.purpose}  {counts}"


def _told(each: Disclosure) -> Answer:
    return {
        "id": each.id,
        "number": each.number,
        "recipient": each.recipient,
        "purpose": each.purpose,
        "basis": each.basis,
        "interviews": list(each.interview_ids),
        "exhibits": list(each.exhibit_ids),
    }


def _redaction_line(each: Redaction) -> str:
    """Where and why, and not what: the terminal may be kept."""
    anchor = each.anchor
    span = f"page {anchor.page} {anchor.rectangle}" if anchor.page else f"{anchor.start}-{anchor.end}"
    if anchor.kind is AnchorKind.CELLS:
        span = f"cells {anchor.rectangle}"
    return f"{each.id}  {each.entity} {each.row} {each.field} {span}  {each.reason}  {each.ordered_by}"


def _redaction_told(each: Redaction) -> Answer:
    return {
        "id": each.id,
        "table": each.entity,
        "row": each.row,
        "field": each.field,
        "start": each.anchor.start,
        "end": each.anchor.end,
        "page": each.anchor.page,
        "rectangle": ",".join(map(str, each.anchor.rectangle)),
        "reason": each.reason.value,
        "ordered_by": each.ordered_by,
    }


def _reason(text: str) -> RedactionReason:
    return RedactionReason(text.upper().replace("-", "_"))
