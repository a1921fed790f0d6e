"""`thb clock`: say why the clock of this computer went back, so that documents can be signed again."""

import argparse
from contextlib import closing

from thb_desktop.cli.console import Console
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.office import clock


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "clock",
        help="say why the clock of this computer went back",
        description="Records why the clock went back, as an event. Nothing is signed before.",
        allow_abbrev=False,
    )
    add_vault(parser)
    parser.add_argument("--reason", required=True, help="why the clock went back")
    parser.set_defaults(run=run)
    return [parser]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        jump = clock.explain_clock(session, reason=chosen.reason)
        name = session.user.name
    before, after = jump.before.isoformat(timespec="seconds"), jump.after.isoformat(timespec="seconds")
    console.answer(
        [f"Recorded: {name} says why the clock went back from {before} to {after}."],
        {"before": before, "after": after},
    )
    return 0
