"""`thb take`: takes files and folders into an exhibit; run again after a stop, it goes on where it was."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from thb_desktop.cli.arguments import so_many
from thb_desktop.cli.console import Answer, Console
from thb_desktop.cli.export import case_named
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.domain.digest_lists import DigestList
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.natural_order import natural
from thb_desktop.errors import NotFoundError, StorageError
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits, intake, store_beside
from thb_desktop.services.evidence.intake import Amount, IntakeResult, Watch
from thb_desktop.services.evidence.left_list import verify_new_list, write_left
from thb_desktop.vault.system import medium
from thb_desktop.verify.exits import LEFT, UNKNOWN
from thb_desktop.words import ENGLISH, word


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "take", help="take files and folders into an exhibit", description=__doc__, allow_abbrev=False
    )
    add_vault(parser)
    parser.add_argument("case", help="the case file's reference")
    parser.add_argument("exhibit", help="the exhibit's number")
    parser.add_argument("path", type=Path, nargs="+", help="a file or a folder to take")
    parser.add_argument(
        "--left", type=Path, metavar="FILE", help="write what was not taken, and why, to this new file"
    )
    parser.add_argument(
        "--manifest",
        type=Path,
        metavar="FILE",
        action="append",
        default=[],
        help="compare with the digests of this list: sha256sum lines, a BagIt manifest, a WACZ data package",
    )
    parser.set_defaults(run=run)
    return [parser]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    if chosen.left is not None:
        verify_new_list(chosen.left)
    beside = store_beside.start()  # while the passphrase is derived
    try:
        with closing(opened(chosen, environment)) as session:
            exhibit_id = exhibit_named(session, chosen.case, chosen.exhibit)
            store_beside.make_ready(session, beside)
            watch = Watch(progress=_progress(console))
            result = intake.take(
                lambda work: work(session), exhibit_id, chosen.path, watch, lists=chosen.manifest
            )
    finally:
        if beside is not None:
            beside.close()
    _tell(console, result)
    if chosen.left is not None:
        _write_left(chosen.left, result)
    if result.stopped_by is not None:
        console.refuse(result.stopped_by)
        return result.stopped_by.exit_code
    if any(each.differ or each.missing for each in result.lists):
        return UNKNOWN
    return LEFT if result.left else 0


def _write_left(file: Path, result: IntakeResult) -> None:
    """Raises StorageError, after the answer: what was taken stays."""
    try:
        with medium():
            write_left(file, result.left)
    except StorageError as failed:
        raise type(failed)("what was taken stays; the list of what was not could not be written") from None


def exhibit_named(session: Session, case: str, number: str) -> ExhibitId:
    """Return the exhibit of this number in a case. Raises NotFoundError."""
    found = exhibits.find_numbered(session, case_named(session, case).id, number)
    if found is None:
        raise NotFoundError("there is no exhibit of this number in this case file")
    return found.id


def _progress(console: Console) -> Callable[[Amount, Amount], None] | None:
    report = console.progress_of("taking")
    if report is None:
        return None
    return lambda done, whole: report(done.size + done.files, whole.size + whole.files)


def _tell(console: Console, result: IntakeResult) -> None:
    run = result.run
    numbers = sorted({each.same.number for each in result.met}, key=natural)
    others = [f"The same bytes are in these exhibits of the case: {', '.join(numbers)}"]
    console.answer(
        [
            f"Taken: {so_many(run.taken, 'file', 'files')}, {run.size} bytes",
            f"The same bytes as another file, whose further place is recorded: {run.same}",
            f"There already, from the same place: {run.there}",
            *(others if numbers else []),
            *(f"The same bytes: {each.path}: {each.same.number}: {each.same.name}" for each in result.met),
            *(line for each in result.lists for line in _lines_of(each)),
            *(f"Not taken: {each.path}: {word(each.because, ENGLISH)}" for each in result.left),
        ],
        {
            "run": str(run.id),
            "taken": run.taken,
            "size": run.size,
            "same": run.same,
            "there": run.there,
            "others": numbers,
            "met": [
                {"path": each.path, "exhibit": each.same.number, "name": each.same.name}
                for each in result.met
            ],
            "left": [{"path": each.path, "because": each.because.value} for each in result.left],
            "whole": run.is_whole,
            "manifests": [_told_of(each) for each in result.lists],
        },
    )


def _lines_of(compared: DigestList) -> Iterator[str]:
    yield f"{compared.name}: names {compared.named} files; agree: {compared.agree}"
    for path, algorithm, stated, found in compared.differ:
        yield f"{compared.name}: differs: {path} ({algorithm}: the list says {stated}, read was {found})"
    for what, paths in (
        ("named, and not there", compared.missing),
        ("not named", compared.unnamed),
        ("there already, and not compared", compared.not_compared),
    ):
        yield from (f"{compared.name}: {what}: {path}" for path in paths)


def _told_of(compared: DigestList) -> Answer:
    return {
        "name": compared.name,
        "sha256": compared.sha256,
        "named": compared.named,
        "agree": compared.agree,
        "differ": [
            dict(zip(("path", "algorithm", "list", "read"), each, strict=True)) for each in compared.differ
        ],
        "missing": list(compared.missing),
        "unnamed": list(compared.unnamed),
        "not_compared": list(compared.not_compared),
    }
