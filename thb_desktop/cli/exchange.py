"""`thb exchange check`: says what a file of a translator, or a transcript, contains. It changes nothing."""

import argparse
from pathlib import Path

from thb_desktop.cli.console import Console, answer_of
from thb_desktop.cli.exchange_vault import add_parts
from thb_desktop.exchange.kinds import examine
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.language.exchange_files import read_untrusted
from thb_desktop.words import ENGLISH, sentence


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "exchange", help="files of translators, and transcripts", description=__doc__, allow_abbrev=False
    )
    parts = parser.add_subparsers(dest="part", metavar="PART", required=True)
    check = parts.add_parser("check", help="say what a file contains", allow_abbrev=False)
    check.add_argument("file", type=Path, help="XLIFF, DOCX, XLSX, TMX, TBX, SRT, VTT, EAF or TXT")
    check.set_defaults(run=run)
    return [parser, check, *add_parts(parts)]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:  # noqa: ARG001 - as all
    found = examine(read_untrusted(chosen.file), chosen.file.name)
    told = [f"{found.kind}: {found.count}"]
    if found.encoding:
        told.append(f"Encoding: {found.encoding}")
    console.answer(
        [*told, *(sentence(each, ENGLISH) for each in found.findings)],
        {
            "format": found.kind,
            "count": found.count,
            "encoding": found.encoding,
            "findings": answer_of(found.findings),
        },
    )
    return 0
