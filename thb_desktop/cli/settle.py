"""`thb settle`: answer for a return that was not merged as handed back, or for a packet that never came."""

import argparse
from contextlib import closing

from thb_desktop.cli.console import Console
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.domain.ids import AssignmentId
from thb_desktop.services.assignments import settling
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.short_code import current_short_code


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    settle = commands.add_parser(
        "settle",
        help="answer for a return that was not merged as handed back, or for a packet that never came",
        description="Answers for each return and packet that the unlock names, so that the vault can be "
        "written to again. The statement becomes an event. What was merged stays, and stays named; a packet "
        "that never came binds no later one.",
        allow_abbrev=False,
    )
    add_vault(settle)
    settle.add_argument("--reason", required=True, help="what was found, and why the office goes on")
    settle.add_argument("--assignment", help="the id of an assignment whose return is refused as foreign")
    settle.set_defaults(run=run)
    return [settle]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        settled = settling.settle_returns(
            session,
            reason=chosen.reason,
            assignment_id=AssignmentId(chosen.assignment) if chosen.assignment else None,
        )
        code = current_short_code(session)
    console.answer(
        [
            f"Recorded: {session.user.name} answers for returns of assignments, {len(settled)} in number.",
            f"Code of the event chain: {code}.",
        ],
        {"settled": len(settled), "short_code": code},
    )
    return 0
