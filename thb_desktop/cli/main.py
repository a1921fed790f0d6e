"""The command `thb`: parses the arguments, runs one command, and turns a refusal into its exit code."""

import argparse
import gc
import os
import re
import signal
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from thb_desktop import __version__
from thb_desktop.cli.commands import modules_for
from thb_desktop.cli.console import Console
from thb_desktop.cli.faults import hide_fault_texts, place_of
from thb_desktop.errors import CancelledError, ThbError, UsageError
from thb_desktop.inspect import (
    CHAIN_WORKER,
    FOREIGN_WORKER,
    LOOK_WORKER,
    MARK_WORKER,
    MEDIA_WORKER,
    OCR_WORKER,
    STATEMENT_WORKER,
    STORE_WORKER,
    WORKER,
)
from thb_desktop.vault.memory import protect_memory

if TYPE_CHECKING:
    from thb_desktop.services.core.environment import Environment

_WORKERS = [
    *([WORKER], [CHAIN_WORKER], [MEDIA_WORKER], [FOREIGN_WORKER], [LOOK_WORKER], [OCR_WORKER]),
    *([STATEMENT_WORKER], [MARK_WORKER], [STORE_WORKER]),
]
EXIT_FAULT = 1
"""A fault of the program itself, not a refusal."""


class Parser(argparse.ArgumentParser):
    """A parser that raises our own errors, so that they are printed in the requested form."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{_without_values(message)}; `{self.prog} --help` tells more")


_VALUE = re.compile(
    r"(invalid [\w ]*(?:value|choice)|ignored explicit argument):? .*?( \(choose from .*)?$", re.DOTALL
)


def _without_values(message: str) -> str:
    """Return the message of `argparse` without the typed values: one may be a passphrase in a wrong place."""
    said, _, unknown = message.partition("unrecognized arguments:")
    if not said and unknown:
        names = [word.partition("=")[0] for word in unknown.split() if word.startswith("--")]
        return "an argument is not known" + (f": {', '.join(names)}" if names else "")
    return _VALUE.sub(r"\1\2", message)


def main(arguments: Sequence[str] | None = None, environment: "Environment | None" = None) -> int:
    """Run one command and return its exit code; the codes are listed in docs/manual/command-line.md."""
    if arguments is None and sys.argv[1:2] in _WORKERS:
        return _confined(*sys.argv[1:])
    if arguments is None:
        gc.disable()  # until all is loaded: what is loaded stays, and to look for rings in it takes long
        protect_memory()
        hide_fault_texts()
        _end_as_by_hand()
    typed = list(sys.argv[1:] if arguments is None else arguments)
    console = Console(as_json="--json" in typed, progress="--progress" in typed)
    try:
        chosen = _parser(typed).parse_args(typed)
        if arguments is None:
            gc.freeze()
            gc.enable()
        return _run(chosen, console, environment)
    except ThbError as error:
        console.refuse(error)
        return error.exit_code
    except KeyboardInterrupt:
        console.refuse(CancelledError("stopped; the unfinished step changed nothing"))
        return CancelledError.exit_code
    except BrokenPipeError:
        # The reader of the output has gone. Python would report it again while it closes its streams.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_FAULT
    except Exception as fault:  # noqa: BLE001 - the text of an unforeseen fault may hold testimony
        place = place_of(type(fault), fault.__traceback__)
        console.refuse(
            ThbError(
                f"a fault of the program itself: {place}; the text could contain testimony and is not shown"
            )
        )
        return EXIT_FAULT
    finally:
        if arguments is None:
            gc.freeze()  # the process ends: to look for rings first takes a tenth of a verification


def _end_as_by_hand() -> None:
    """Take a signal that asks the program to end (logging out, a closed terminal) as Ctrl+C: what is
    unfinished is taken back, so that no clear file stays half written. One that is ignored stays ignored.
    """
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)


def _confined(word: str, *arguments: str) -> int:
    """Become the process that reads files of others, decodes a recording, judges signatures, checks a chain,
    or stores bytes.
    """
    if word == STATEMENT_WORKER:
        from thb_desktop.services.money import statement_worker

        return statement_worker.main(arguments)
    if word == FOREIGN_WORKER:
        from thb_desktop.verify.foreign import worker as foreign_worker

        return foreign_worker.main(arguments)
    if word == STORE_WORKER:
        from thb_desktop.services.evidence import store_worker

        return store_worker.main()
    if word == CHAIN_WORKER:
        from thb_desktop.services.keeping import chain_worker

        return chain_worker.main(arguments)
    return _confined_reader(word, *arguments)


def _confined_reader(word: str, *arguments: str) -> int:
    """Become the process that measures a file, looks into it, reads its words, marks or decodes it."""
    if word == MEDIA_WORKER:
        from thb_desktop.inspect.media import worker as media_worker

        return media_worker.main(arguments)
    if word == LOOK_WORKER:
        from thb_desktop.inspect.looks import worker as look_worker

        return look_worker.main(arguments)
    if word == MARK_WORKER:
        from thb_desktop.inspect.marks import worker as mark_worker

        return mark_worker.main(arguments)
    if word == OCR_WORKER:
        from thb_desktop.inspect.ocr import worker as ocr_worker

        return ocr_worker.main(arguments)
    from thb_desktop.inspect import worker

    return worker.main(arguments)


def _run(chosen: argparse.Namespace, console: Console, environment: "Environment | None") -> int:
    # Only a command needs them: the version is told without the vault's libraries.
    from thb_desktop.services.core.environment import real_environment

    environment = environment or real_environment()
    if chosen.self_test:
        from thb_desktop.cli import self_test

        return self_test.run(console, environment)
    if chosen.command is None:
        raise UsageError("no command was given; `thb --help` lists them")
    code: int = chosen.run(chosen, console, environment)
    sys.stdout.flush()
    return code


def _parser(typed: Sequence[str]) -> Parser:
    """Return the parser of the typed command, or of all."""
    parser = Parser(
        prog="thb",
        description="Case files in an encrypted vault, and signed bundles for judicial cooperation.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"thb {__version__}")
    parser.add_argument(
        "--self-test", action="store_true", help="test that this installation can do all its work"
    )
    _add_common(parser, default=False)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for command in modules_for(typed):
        for added in command.add_to(commands):
            _add_common(added, default=argparse.SUPPRESS)
    return parser


def _add_common(parser: argparse.ArgumentParser, *, default: object) -> None:
    parser.add_argument("--json", action="store_true", default=default, help="answer with one JSON object")
    parser.add_argument(
        "--progress", action="store_true", default=default, help="show progress on standard error"
    )
