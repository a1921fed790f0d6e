"""`thb annex`: closes the identities behind the pseudonyms of a bundle for recipients of their own."""

import argparse
from contextlib import closing
from pathlib import Path

from thb_desktop.cli.console import Console
from thb_desktop.cli.export import case_named, picked
from thb_desktop.cli.second_person import add_second, approved, second_named
from thb_desktop.cli.sending import recipient_named
from thb_desktop.cli.unlock import add_card, add_vault, opened
from thb_desktop.domain.vocabulary import TwoPersonAct
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.packaging import annexes
from thb_desktop.services.packaging.package_content import read_bundle
from thb_desktop.services.persons import people
from thb_desktop.verify.documents.shown import in_groups


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "annex", help="close identities for recipients of their own", description=__doc__, allow_abbrev=False
    )
    add_vault(parser)
    add_card(parser)
    parser.add_argument("case", help="the case file's reference")
    parser.add_argument("bundle", type=Path, help="the file of the bundle to which it belongs")
    parser.add_argument("--into", type=Path, required=True, metavar="FOLDER", help="the folder to write")
    parser.add_argument(
        "--person", action="append", required=True, metavar="CODE", help="whose identity it tells"
    )
    parser.add_argument(
        "--to",
        action="append",
        required=True,
        metavar="RECIPIENT",
        help="an addressee of the register, by name, fingerprint or identifier",
    )
    parser.add_argument("--because", required=True, metavar="TEXT", help="why the identities are told")
    parser.add_argument(
        "--addresses-because",
        default="",
        metavar="TEXT",
        help="who ordered that addresses and contacts are told too; without it they are not",
    )
    add_second(parser)
    parser.set_defaults(run=run)
    return [parser]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    published = read_bundle(chosen.bundle)
    with closing(opened(chosen, environment)) as session:
        case = case_named(session, chosen.case)
        second = second_named(session, chosen)
        codes = {each.code: each.id for each in people.list_persons(session, case.id)}
        options = annexes.AnnexOptions(
            bundle=published,
            persons=picked(chosen.person, codes, "person") or (),
            recipients=tuple(recipient_named(session, each).id for each in chosen.to),
            reason=chosen.because,
            addresses_because=chosen.addresses_because,
        )
        planned = annexes.plan_annex(session, case.id, options)
        approval = approved(session, chosen, second, TwoPersonAct.REVEAL_IDENTITY, planned.sha256)
        made = annexes.make_annex(session, planned, chosen.into, second=approval)
    console.answer(
        [
            f"Identity annex {made.number} is made, with identities of: {', '.join(planned.codes)}.",
            *(f"Closed for {each.name} ({each.sha256[:16]})" for each in planned.recipients),
            f"SHA-256 of its pages, to be told in another way: {in_groups(made.sha256)}",
        ],
        {
            "annex": made.number,
            "bundle": planned.bundle.number,
            "persons": list(planned.codes),
            "sha256": made.sha256,
            "recipients": [each.sha256 for each in planned.recipients],
        },
    )
    return 0
