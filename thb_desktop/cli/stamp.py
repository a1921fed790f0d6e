"""`thb stamp`: a time stamp for a signed PDF, or for the signature of a container (`package.asice`), which
another machine gets from a time-stamp authority.

`ask` writes a request. Carry it to a machine with a network, send it, and carry the answer back, for example:

    curl -H 'Content-Type: application/timestamp-query' --data-binary @bundle.tsq ADDRESS > bundle.tsr

`add` writes the document with the stamp; the first document is not changed. Name the same files with `--with`
in both steps. A PDF that has a stamp gets a second one, over what is added with `--with`; a container gets an
archive time stamp, which covers all of it. `record` tells the vault of a stamped bundle, so that a package
can carry it.
"""

import argparse
from contextlib import closing
from pathlib import Path
from typing import cast

from thb_desktop.cli.console import Answer, Console
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.domain.times import to_text
from thb_desktop.services.bundling.stamped_bundles import record_stamped
from thb_desktop.services.bundling.stamping import read_validation_data, write_request, write_stamped
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.packaging.container_stamps import write_container_request, write_stamped_container
from thb_desktop.verify.container import is_package
from thb_desktop.verify.exits import exit_code
from thb_desktop.verify.run import answer_of, certificates_in, lines_of


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "stamp",
        help="ask for a time stamp of a signed PDF, and add it",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    steps = parser.add_subparsers(required=True, metavar="STEP")
    asking = steps.add_parser("ask", help="write the request for a time stamp", allow_abbrev=False)
    adding = steps.add_parser("add", help="write the document with the stamp", allow_abbrev=False)
    for step in (asking, adding):
        step.add_argument(
            "document", type=Path, help="the signed PDF, such as a bundle, or an opened container"
        )
        step.add_argument("request", type=Path, help="the request (.tsq): `ask` writes it, `add` reads it")
        step.add_argument(
            "--with",
            dest="data",
            type=Path,
            action="append",
            default=[],
            metavar="FILE",
            help="a certificate (not for a container), revocation list or OCSP answer to keep in the "
            "document, so that its signatures can be judged later; may be given several times",
        )
    adding.add_argument("answer", type=Path, help="the answer of the time-stamp authority (.tsr)")
    adding.add_argument("stamped", type=Path, help="the document to write; it must not exist")
    for option, whose in (("--root", "the office"), ("--anchor", "the time-stamp authority")):
        adding.add_argument(
            option,
            type=Path,
            action="append",
            default=[],
            metavar="FILE",
            help=f"a root certificate of {whose} that you trust; may be given several times",
        )
    recording = steps.add_parser("record", help="record a stamped bundle in its vault", allow_abbrev=False)
    add_vault(recording)
    recording.add_argument("stamped", type=Path, help="the bundle with its stamp")
    recording.set_defaults(run=run_record)
    asking.set_defaults(run=run_ask)
    adding.set_defaults(run=run_add)
    return [asking, adding, recording]


def run_ask(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    write = write_container_request if is_package(chosen.document) else write_request
    data = read_validation_data(chosen.data)
    write(chosen.document, chosen.request, data=data, randomness=environment.randomness)
    console.answer([f"Written: {chosen.request}"], {"file": str(chosen.request)})
    return 0


def run_add(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:  # noqa: ARG001 - as all
    files = (chosen.document, chosen.request, chosen.answer, chosen.stamped)
    roots = [root for path in chosen.root for root in certificates_in(path)]
    anchors = [root for path in chosen.anchor for root in certificates_in(path)]
    write = write_stamped_container if is_package(chosen.document) else write_stamped
    data = read_validation_data(chosen.data)
    found = write(*files, data=data, trusted_roots=roots, stamp_roots=anchors)
    written = chosen.stamped.exists()
    last = f"Written: {chosen.stamped}" if written else "Nothing was written."
    answer = {**answer_of(found), "file": str(chosen.stamped) if written else None}
    console.answer([*lines_of(found), last], cast(Answer, answer))
    return exit_code(found)


def run_record(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        stamped = record_stamped(session, chosen.stamped)
    at = to_text(stamped.stamped_at)
    console.answer(
        [f"Recorded: the stamp says {at}, by {stamped.authority}. A package can carry this file."],
        {"bundle": stamped.bundle_id, "sha256": stamped.sha256, "stamped_at": at},
    )
    return 0
