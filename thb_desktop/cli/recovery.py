"""`thb recovery`: what opens a vault, a new recovery code, and recovery shares for several holders."""

import argparse
from contextlib import closing
from pathlib import Path

from thb_desktop.cli.console import Console
from thb_desktop.cli.deciding import deciding
from thb_desktop.cli.passphrases import add_descriptor, new_passphrase, passphrase
from thb_desktop.cli.seconds import add_second, approved, second_named
from thb_desktop.cli.unlock import add_vault
from thb_desktop.domain.vocabulary import TwoPersonAct
from thb_desktop.errors import AlreadyExistsError, FileUnreadableError
from thb_desktop.services.ground.environment import Environment
from thb_desktop.services.office import recovery, users, vaults
from thb_desktop.services.office.recovery import Holder, RecoveryShare
from thb_desktop.vault.system import medium

_MOST_BYTES = 4096


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    group = commands.add_parser(
        "recovery", help="ways to open a vault", description=__doc__, allow_abbrev=False
    )
    steps = group.add_subparsers(dest="step", metavar="STEP", required=True)
    listing = steps.add_parser("list", help="what opens the vault, and whose it is", allow_abbrev=False)
    renewing = steps.add_parser("renew", help="replace your recovery code", allow_abbrev=False)
    sharing = steps.add_parser("shares", help="make recovery shares for several holders", allow_abbrev=False)
    opening = steps.add_parser("open", help="set a new passphrase by recovery shares", allow_abbrev=False)
    for parser, run in ((listing, run_list), (renewing, run_renew), (sharing, run_shares)):
        add_vault(parser)
        parser.set_defaults(run=run)
    sharing.add_argument("--needed", type=int, required=True, help="how many holders together open the vault")
    sharing.add_argument(
        "--holder", action="append", required=True, metavar="NAME", help="who holds a share; given for each"
    )
    add_descriptor(sharing, "--holder-passphrase-fd", "the holders' passphrases, one a line,")
    sharing.add_argument(
        "--into",
        type=Path,
        metavar="FOLDER",
        help="write each share to a file in this folder, not to the screen",
    )
    opening.add_argument("folder", type=Path, help="the vault's folder")
    opening.add_argument(
        "--share", action="append", required=True, type=Path, metavar="FILE", help="a share; given for each"
    )
    add_descriptor(opening, "--holder-passphrase-fd", "the holders' passphrases, one a line,")
    add_descriptor(opening, "--new-passphrase-fd", "the new passphrase")
    add_second(opening)
    opening.set_defaults(run=run_open)
    return [listing, renewing, sharing, opening]


def run_list(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with deciding(chosen, environment) as decision:
        names = {user.id: user.name for user in users.list_users(decision.session)}
        ways = recovery.list_ways(decision.session)
    console.answer(
        [
            f"{way.kind.name.lower()} of {names.get(way.user_id, 'nobody whom the vault knows')}, "
            f"{way.costs.memory // 1024} MiB and {way.costs.passes} passes a guess"
            for way in ways
        ],
        {
            "ways": [
                {
                    "kind": way.kind.name,
                    "user": str(way.user_id),
                    "memory_kib": way.costs.memory,
                    "passes": way.costs.passes,
                }
                for way in ways
            ]
        },
    )
    return 0


def run_renew(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with deciding(chosen, environment) as decision:
        code = recovery.renew_recovery_code(decision.session, own_passphrase=decision.own)
        vault = str(decision.session.vault_id)
    console.answer(
        [
            f"Recovery code: {code}",
            "Write it down and keep it in a safe: it is shown only now. The old one opens nothing any more.",
        ],
        {"vault": vault, "recovery_code": code},
    )
    return 0


def run_shares(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    if chosen.into is not None and chosen.into.exists():
        raise AlreadyExistsError("the folder for the shares exists already; name another")
    with deciding(chosen, environment) as decision:
        holders = [
            Holder(
                name=name,
                passphrase=new_passphrase(
                    chosen.holder_passphrase_fd, f"Passphrase of {name} for their share: "
                ),
            )
            for name in chosen.holder
        ]
        made = recovery.make_recovery_shares(
            decision.session, needed=chosen.needed, holders=holders, own_passphrase=decision.own
        )
    files = [] if chosen.into is None else _written(made, chosen.into)
    console.answer(
        [
            f"Any {chosen.needed} of these {len(made)} open the vault, each with its holder's passphrase.",
            *(f"Written: {path}" for path in files),
            *([] if files else [line for share in made for line in _lines(share)]),
            "They are shown only now. A former set opens nothing any more.",
        ],
        {
            "needed": chosen.needed,
            "files": [str(path) for path in files],
            "shares": []
            if files
            else [{"number": each.number, "holder": each.holder, "text": each.text} for each in made],
        },
    )
    return 0


def run_open(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    given = [
        (_read(path), passphrase(chosen.holder_passphrase_fd, f"Passphrase for the share in {path.name}: "))
        for path in chosen.share
    ]
    with closing(vaults.unlock_with_shares(chosen.folder, given=given, environment=environment)) as session:
        named, act = second_named(session, chosen), TwoPersonAct.RECOVER_PASSPHRASE
        new = new_passphrase(chosen.new_passphrase_fd, f"New passphrase of {session.user.name}: ")
        second = approved(session, chosen, named, act, session.user.id)
        vaults.set_passphrase_by_recovery(session, new, second=second)
        vault, user = str(session.vault_id), session.user
    console.answer(
        [f"The vault opens with the new passphrase of {user.name}."],
        {"vault": vault, "user": str(user.id), "changed": True},
    )
    return 0


def _lines(share: RecoveryShare) -> list[str]:
    return [f"Share {share.number}, {share.holder}:", *(f"    {line}" for line in share.text.splitlines())]


def _written(made: tuple[RecoveryShare, ...], folder: Path) -> list[Path]:
    with medium():
        folder.mkdir(mode=0o700)
        paths = [folder / f"share-{share.number}.txt" for share in made]
        for path, share in zip(paths, made, strict=True):
            with path.open("x", encoding="ascii", newline="\n") as target:
                target.write(share.text + "\n")
    return paths


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        raise FileUnreadableError("the file of a recovery share cannot be read") from None
