"""`thb assignment`: gives jobs out to interpreters, merges what came back, and closes."""

import argparse
from contextlib import closing

from thb_desktop.cli.arguments import day, so_many
from thb_desktop.cli.assignment_packet import add_steps
from thb_desktop.cli.assignment_review import review_lines, review_told
from thb_desktop.cli.console import Answer, Console
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.ids import AssignmentId
from thb_desktop.domain.language_work import LanguageJob
from thb_desktop.errors import NotFoundError
from thb_desktop.services.assignments import giving, returning
from thb_desktop.services.assignments.giving import AssignmentInFull
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import jobs


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    group = commands.add_parser(
        "assignment", help="work that interpreters hold", description=__doc__, allow_abbrev=False
    )
    steps = group.add_subparsers(dest="step", metavar="STEP", required=True)
    listing = steps.add_parser("list", help="list what is given out in a case", allow_abbrev=False)
    giving_out = steps.add_parser("give", help="give a job to its linguist", allow_abbrev=False)
    looking = steps.add_parser("look", help="check what came back, and change nothing", allow_abbrev=False)
    merging = steps.add_parser("merge", help="merge what came back", allow_abbrev=False)
    ending = steps.add_parser("close", help="end the way of the interpreter", allow_abbrev=False)
    for parser, run in (
        (listing, run_list),
        (giving_out, run_give),
        (looking, run_look),
        (merging, run_merge),
        (ending, run_close),
    ):
        add_vault(parser)
        parser.set_defaults(run=run)
    for parser in (listing, giving_out):
        parser.add_argument("case", help="the case file's reference")
    giving_out.add_argument("job", help="the number of the job")
    giving_out.add_argument("--until", type=day, metavar="DATE", help="when it is due")
    giving_out.add_argument("--note", default="", help="why, for the event")
    giving_out.add_argument("--recording", action="store_true", help="the recording goes along")
    giving_out.add_argument(
        "--travels",
        action="store_true",
        help="the work leaves in a packet, for a laptop of the interpreter's",
    )
    for parser in (looking, merging, ending):
        parser.add_argument("assignment", help="its identifier, as `list` shows it")
    ending.add_argument("--reason", required=True, help="why")
    ending.add_argument("--keep", action="store_true", help="keep the store for the office")
    return [listing, giving_out, looking, merging, ending, *add_steps(steps)]


def run_list(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        found = giving.list_assignments(session, _case(session, chosen.case).id)
    console.answer(
        [_line(each) for each in found] or ["Nothing is given out in this case."],
        {"assignments": [_told(each) for each in found]},
    )
    return 0


def run_give(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        case = _case(session, chosen.case)
        job = _job(session, case, chosen.job)
        made = giving.assign(
            session,
            job.id,
            due_on=chosen.until,
            note=chosen.note,
            with_recording=chosen.recording,
            travels=chosen.travels,
        )
        found = next(
            each for each in giving.list_assignments(session, case.id) if each.assignment.id == made.id
        )
    console.answer([_line(found)], _told(found))
    return 0


def run_look(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        review = returning.review_return(session, AssignmentId(chosen.assignment))
    console.answer(review_lines(review), review_told(review))
    return 0


def run_merge(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        assignment = AssignmentId(chosen.assignment)
        review = returning.review_return(session, assignment)
        returning.merge_assignment(session, assignment, review)
    merged = "Nothing is new." if review.merged is not None else "Merged."
    console.answer([*review_lines(review), merged], {**review_told(review), "merged": review.merged is None})
    return 0


def run_close(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        closed = giving.close_assignment(
            session, AssignmentId(chosen.assignment), reason=chosen.reason, keep=chosen.keep
        )
    state = "its store is kept for the office" if closed.kept else "its store is destroyed"
    console.answer([f"Closed; {state}."], {"closed": closed.id, "kept": closed.kept})
    return 0


def _line(each: AssignmentInFull) -> str:
    due = f", due {each.assignment.due_on}" if each.assignment.due_on else ""
    return (
        f"{each.assignment.id}  {each.record}  {each.job}  {each.code} {each.assignee}  "
        f"{_state(each)}{due}, merged {so_many(len(each.returns), 'time', 'times')}"
    )


def _state(each: AssignmentInFull) -> str:
    if each.assignment.is_closed:
        return "closed"
    if each.packet is not None:
        return f"away since {each.packet.at.date().isoformat()}"
    if each.waits_to_leave:
        return "waits to be sent"
    return "given out" if each.is_open else "not here"


def _told(each: AssignmentInFull) -> Answer:
    due = each.assignment.due_on
    return {
        "id": each.assignment.id,
        "record": each.record,
        "job": each.job,
        "interpreter": each.code,
        "name": each.assignee,
        "state": _state(each),
        "due": due.isoformat() if due else None,
        "assigned_at": each.assignment.assigned_at.isoformat(),
        "merged_at": [one.merged_at.isoformat() for one in each.returns],
    }


def _case(session: Session, reference: str) -> CaseFile:
    found = [each.case for each in cases.list_cases(session) if each.case.reference == reference]
    if len(found) != 1:
        raise NotFoundError("there is not exactly one case file of this reference")
    return found[0]


def _job(session: Session, case: CaseFile, number: str) -> LanguageJob:
    found = [each for each in jobs.list_jobs_of_case(session, case.id) if each.number == number]
    if len(found) != 1:
        raise NotFoundError("there is no job of this number in the case file")
    return found[0]
