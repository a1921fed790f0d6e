"""`thb consultations`: who viewed what in a vault, when and why, for users with the right to read the log."""

import argparse
from contextlib import closing

from thb_desktop.cli.console import Console
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.office import consultations, users


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "consultations", help="list who viewed what", description=__doc__, allow_abbrev=False
    )
    add_vault(parser)
    parser.add_argument("--of", default="", metavar="ID", help="only of this case, person or thing")
    parser.add_argument(
        "--count", type=int, default=500, metavar="N", help="the greatest number of entries (default: 500)"
    )
    parser.add_argument("--before", type=int, metavar="NUMBER", help="only entries before this number")
    parser.set_defaults(run=run)
    return [parser]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        names = {user.id: user.name for user in users.list_users(session)}
        found = consultations.list_consultations(
            session, subject=chosen.of, before=chosen.before, count=chosen.count
        )
    console.answer(
        [
            f"{look.seq}  {look.at.isoformat(sep=' ', timespec='seconds')}  "
            f"{names.get(look.agent, look.agent)}  {look.kind}  {look.subject}  "
            f"{look.justification}{': ' if look.text else ''}{look.text}"
            for look in found
        ]
        or ["Nothing has been viewed yet."],
        {
            "consultations": [
                {
                    "number": look.seq,
                    "at": look.at.isoformat(),
                    "user": names.get(look.agent, str(look.agent)),
                    "role": look.role,
                    "what": look.kind,
                    "subject": look.subject,
                    "case": look.case_id,
                    "justification": look.justification,
                    "text": look.text,
                    "recipient": look.recipient,
                }
                for look in found
            ]
        },
    )
    return 0
