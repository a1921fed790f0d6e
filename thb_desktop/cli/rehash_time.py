"""`thb rehash-time`: after how many months stored files are due to be read again (rule V-E-04)."""

import argparse
from contextlib import closing

from thb_desktop.cli.console import Console
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.short_code import current_short_code
from thb_desktop.services.office.rehash_time import set_rehash_time


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    setting = commands.add_parser(
        "rehash-time",
        help="set after how many months stored files are due to be read again",
        description="Sets it for a reason. Without --months, nothing becomes due by itself.",
        allow_abbrev=False,
    )
    add_vault(setting)
    setting.add_argument("--months", type=int, metavar="MONTHS", help="1 to 120")
    setting.add_argument("--reason", required=True, help="why the office sets this")
    setting.set_defaults(run=run)
    return [setting]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        office = set_rehash_time(session, months=chosen.months, reason=chosen.reason)
        code = current_short_code(session)
    told = "none" if office.rehash_months is None else str(office.rehash_months)
    console.answer(
        [f"Months after which stored files are read again: {told}.", f"Code of the event chain: {code}."],
        {"months": office.rehash_months, "short_code": code},
    )
    return 0
