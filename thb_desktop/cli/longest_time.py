"""`thb longest-time`: after how many minutes without a break the office warns (rule V-I-10)."""

import argparse
from contextlib import closing

from thb_desktop.cli.console import Console
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.short_code import current_short_code
from thb_desktop.services.office.longest_time import set_longest_time


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    setting = commands.add_parser(
        "longest-time",
        help="set after how many minutes without a break the office warns",
        description="Sets it for adults and for children, for a reason. What is not named is as the program "
        "has it: 90 minutes, and 45 for a child.",
        allow_abbrev=False,
    )
    add_vault(setting)
    setting.add_argument("--adult", type=int, metavar="MINUTES", help="where an adult is heard")
    setting.add_argument("--child", type=int, metavar="MINUTES", help="where a child is heard")
    setting.add_argument("--reason", required=True, help="why the office sets this")
    setting.set_defaults(run=run)
    return [setting]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        office = set_longest_time(session, adult=chosen.adult, child=chosen.child, reason=chosen.reason)
        code = current_short_code(session)
    adult, child = (each or "usual" for each in (office.longest_minutes, office.longest_minutes_child))
    console.answer(
        [
            f"Minutes without a break after which the office warns: {adult}; for a child: {child}.",
            f"Code of the event chain: {code}.",
        ],
        {"adult": office.longest_minutes, "child": office.longest_minutes_child, "short_code": code},
    )
    return 0
