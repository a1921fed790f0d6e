"""`thb verify`: says what of a bundle, a package or a signed file of others is valid and what is not."""

import argparse
from typing import cast

from thb_desktop.cli.console import Answer, Console
from thb_desktop.services.core.environment import Environment
from thb_desktop.verify.run import add_arguments, request_of, verified


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser("verify", help="verify a file", description=__doc__, allow_abbrev=False)
    add_arguments(parser)
    parser.set_defaults(run=run)
    return [parser]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    result = verified(request_of(chosen), now=environment.clock.read().at)
    console.answer(result.lines, cast(Answer, result.answer))
    return result.code
