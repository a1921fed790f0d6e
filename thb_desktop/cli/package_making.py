"""`thb package`: a sealed package of a bundle, made or continued."""

import argparse
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from thb_desktop.cli.console import Answer, Console, answer_of, lines_of
from thb_desktop.cli.second_person import add_reasons, add_second, approved, second_named
from thb_desktop.cli.sending import recipient_named
from thb_desktop.cli.unlock import add_card, add_vault, opened
from thb_desktop.crypto.wordlists import LANGUAGES
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.vocabulary import TwoPersonAct
from thb_desktop.errors import NotFoundError, PackageNotBegunError, UsageError
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.session import Session
from thb_desktop.services.packaging import packages, register
from thb_desktop.services.packaging.package_sheet import PackageContent
from thb_desktop.verify.documents.shown import in_groups


def add_to(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> list[argparse.ArgumentParser]:
    making = commands.add_parser(
        "package",
        help="make a sealed package of a bundle, with the files of its exhibits",
        description=__doc__,
        allow_abbrev=False,
    )
    add_vault(making)
    add_card(making)
    making.add_argument("bundle", type=Path, help="the file of a bundle that this vault made")
    making.add_argument("--into", type=Path, required=True, metavar="FOLDER", help="the folder to write")
    making.add_argument(
        "--to",
        action="append",
        default=[],
        metavar="RECIPIENT",
        help="an addressee of the register, by name, fingerprint or identifier",
    )
    making.add_argument(
        "--words",
        choices=LANGUAGES,
        help="close it besides with a new passphrase of words in this language, which is printed once",
    )
    making.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="NUMBER",
        help="an exhibit of the bundle whose files stay in the office",
    )
    making.add_argument(
        "--largest",
        type=int,
        default=0,
        metavar="MB",
        help="the largest file in megabytes, for a channel with a limit",
    )
    making.add_argument(
        "--telephone",
        default="",
        metavar="NUMBER",
        help="a number to call, readable by everybody beside the volumes: it tells who sends (default: none)",
    )
    making.add_argument(
        "--resume",
        action="store_true",
        help="go on with a package that was begun at this place, with the choices of then",
    )
    add_reasons(making)
    add_second(making)
    making.set_defaults(run=run_package)
    return [making]


def run_package(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    published = packages.read_bundle(chosen.bundle)
    with closing(opened(chosen, environment)) as session:
        second = second_named(session, chosen)
        begun = _begun(session, chosen) if chosen.resume else None
        if begun is not None and begun.recorded is not None:
            _tell_made(console, session, packages.finish_package(session, begun, chosen.into))
            return 0
        if begun is not None:
            gathered = packages.gather_begun(session, published, begun)
        else:
            packages.verify_place(session, chosen.into)
            gathered = packages.gather_package(session, published, _options(session, published, chosen))
        prepared = packages.lay_out_package(gathered)
        if begun is not None:
            packages.verify_as_begun(prepared, begun)
            console.remark(f"Going on after volumes that are whole: {begun.whole}")
        for each in (*_released(prepared.content), *lines_of(prepared.findings)):
            console.remark(each)  # read before it is approved
        approval = approved(session, chosen, second, TwoPersonAct.RELEASE_PACKAGE, prepared.sha256)
        made = packages.make_package(
            session,
            prepared,
            chosen.into,
            second=approval,
            begun=begun,
            progress=console.progress_of("Closing"),
        )
        _tell_made(console, session, made, prepared)
    return 0


def _begun(session: Session, chosen: argparse.Namespace) -> packages.BegunPackage:
    begun = packages.find_begun(session, chosen.into)
    if begun is None:
        raise PackageNotBegunError("nothing that this user can continue was begun at this place")
    told = (chosen.to, chosen.words, chosen.without, chosen.largest, chosen.telephone)
    if any((*told, chosen.identities_because, chosen.unsearched_because)):
        raise UsageError("a package that was begun is continued with the choices of then: name none")
    return begun


def _options(
    session: Session, published: packages.PublishedBundle, chosen: argparse.Namespace
) -> packages.PackageOptions:
    offered = packages.offered_by(session, published)
    return packages.PackageOptions(
        recipients=tuple(recipient_named(session, each).id for each in chosen.to),
        words=chosen.words or "",
        without=frozenset(_held(offered, each) for each in chosen.without),
        identities_because=chosen.identities_because,
        unsearched_because=chosen.unsearched_because,
        largest=chosen.largest,
        telephone=chosen.telephone.strip(),
    )


def _tell_made(
    console: Console,
    session: Session,
    made: packages.MadePackage,
    prepared: packages.PreparedPackage | None = None,
) -> None:
    """Tell what was made. prepared: None for a package that was recorded before and got its name now."""
    package = made.package
    closed_for = [each for each in register.list_recipients(session) if each.id in package.recipients]
    words = [f"Passphrase, to be told in another way: {made.passphrase}"] if made.passphrase else []
    told: Answer = {
        "package": package.number,
        "sha256": package.sha256,
        "size": package.size,
        "volumes": package.volumes,
        "files": len(package.files),
        "recipients": [each.sha256 for each in closed_for],
        "passphrase": made.passphrase,
    }
    content: Answer = {}
    if prepared is not None:
        content = {
            "bundle": prepared.content.bundle.number,
            "beside": len(prepared.content.beside),
            "findings": answer_of(prepared.findings),
        }
    console.answer(
        [
            f"Package {package.number} is made, in volumes: {package.volumes}.",
            *(f"Closed for {each.name} ({each.sha256[:16]})" for each in closed_for),
            f"SHA-256 of the container, to be told in another way: {in_groups(package.sha256)}",
            *words,
            f"Once it was sent, note it: thb sent FOLDER CASE {package.number}",
        ],
        {**told, **content},
    )


def _released(content: PackageContent) -> Iterator[str]:
    """Say what a second person approves."""
    for told, counted in (("Files that travel", content.travelling), ("Files that stay", content.left_out)):
        yield f"{told}: {', '.join(f'{number} ({count})' for number, count in counted) or 'none'}"
    for each in content.recipients:
        yield f"Closed for {each.name} ({each.sha256[:16]})"
    if content.words:
        yield f"Opens too: with a new passphrase in words ({content.words})"
    if content.telephone:
        yield f"Telephone number outside the encryption, readable by everybody: {content.telephone}"


def _held(offered: packages.OfferedBundle, number: str) -> ExhibitId:
    found = [each.id for each in offered.held if each.number == number]
    if not found:
        raise NotFoundError("the bundle has no exhibit with this number")
    return found[0]
