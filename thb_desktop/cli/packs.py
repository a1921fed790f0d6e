"""`thb pack`: shows the data pack about cooperation that is in use, and puts another in its place."""

import argparse
from contextlib import closing
from pathlib import Path

from thb_desktop.cli.console import Console
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.errors import AlreadyExistsError
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.office import packs
from thb_desktop.vault.system import medium


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "pack", help="data about instruments between States", description=__doc__, allow_abbrev=False
    )
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    shown = acts.add_parser("show", help="write the pack in use", allow_abbrev=False)
    add_vault(shown)
    shown.add_argument("--to", type=Path, metavar="FILE", help="the file to write; else only what it is")
    shown.set_defaults(run=show)
    adopted = acts.add_parser("adopt", help="put a pack of the office in its place", allow_abbrev=False)
    add_vault(adopted)
    adopted.add_argument("file", type=Path, help="the pack, as TOML")
    adopted.add_argument("--reason", required=True, help="why, and on what it rests")
    adopted.set_defaults(run=adopt)
    return [shown, adopted]


def show(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    if chosen.to is not None and chosen.to.exists():
        raise AlreadyExistsError("the file exists already; name another")
    with closing(opened(chosen, environment)) as session:
        pack, text = packs.present_pack(session)
    if chosen.to is not None:
        with medium(), chosen.to.open("x", encoding="utf-8", newline="\n") as target:
            target.write(text)
    whose = "the office" if pack.is_own else "the program"
    console.answer(
        [
            f"Pack {pack.version} of {whose}, checked on {pack.checked_on.isoformat()}: {pack.source}",
            *(
                f"{each.key}: {each.cite}, {len(each.bound)} States"
                + ("" if each.certain else ", not compared with an official list")
                for each in pack.treaties
            ),
        ],
        {
            "version": pack.version,
            "own": pack.is_own,
            "checked_on": pack.checked_on.isoformat(),
            "source": pack.source,
            "treaties": [
                {"key": each.key, "cite": each.cite, "certain": each.certain} for each in pack.treaties
            ],
        },
    )
    return 0


def adopt(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    untrusted = packs.pack_text(chosen.file)
    with closing(opened(chosen, environment)) as session:
        made = packs.adopt_pack(session, untrusted, reason=chosen.reason)
    console.answer(
        [f"Pack number {made.version} of the office is in use."],
        {"number": made.version, "source": made.source},
    )
    return 0
