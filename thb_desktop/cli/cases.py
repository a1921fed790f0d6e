"""`thb cases`: lists the case files of a vault and what each contains."""

import argparse
from contextlib import closing

from thb_desktop.cli.console import Console
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.domain.case import in_language
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.environment import Environment


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser("cases", help="list the case files", description=__doc__, allow_abbrev=False)
    add_vault(parser)
    parser.set_defaults(run=run)
    return [parser]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        found = cases.list_cases(session)
    console.answer(
        [
            f"{entry.case.reference}  {in_language(entry.case.titles, entry.case.language)}: "
            f"{entry.interviews} interviews, {entry.exhibits} exhibits, {entry.events} custody events"
            for entry in found
        ]
        or ["There is no case file in this vault."],
        {
            "cases": [
                {
                    "id": str(entry.case.id),
                    "reference": entry.case.reference,
                    "title": in_language(entry.case.titles, entry.case.language),
                    "interviews": entry.interviews,
                    "exhibits": entry.exhibits,
                    "events": entry.events,
                }
                for entry in found
            ]
        },
    )
    return 0
