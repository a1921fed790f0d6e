"""`thb judge`: judges the signatures of a file that an exhibit holds, and keeps with it what was found."""

import argparse
from contextlib import closing
from pathlib import Path
from typing import cast

from thb_desktop.cli.console import Answer, Console
from thb_desktop.cli.export import case_named
from thb_desktop.cli.out import exhibit_named, file_named
from thb_desktop.cli.unlock import add_vault, opened
from thb_desktop.domain.ids import FileId
from thb_desktop.domain.signature_check import FoundInFile, SignatureCheck, found_in
from thb_desktop.domain.times import to_text
from thb_desktop.errors import UsageError
from thb_desktop.ledger import canonical
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import signature_checks
from thb_desktop.services.evidence.signature_checks import KeptCheck
from thb_desktop.verify.foreign.anchors import anchors_in
from thb_desktop.verify.foreign.told import exit_code, lines_of, machine_answer
from thb_desktop.words import ENGLISH, word


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "judge", help="judge the signatures of an exhibit's file", description=__doc__, allow_abbrev=False
    )
    add_vault(parser)
    parser.add_argument("case", help="the case file's reference")
    parser.add_argument("exhibit", help="the number of the exhibit")
    parser.add_argument("file", nargs="?", help="the name of the file, its SHA-256 or its identifier")
    parser.add_argument(
        "--anchor",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="a certificate that you trust, whose fingerprint you compared; can be repeated",
    )
    parser.add_argument("--keep", action="store_true", help="keep what is found with the exhibit")
    parser.add_argument("--list", action="store_true", help="list what was kept of the exhibit instead")
    parser.set_defaults(run=run)
    return [parser]


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    if chosen.list == (chosen.file is not None):
        raise UsageError("name the file that is judged, or --list")
    with closing(opened(chosen, environment)) as session:
        case_id = case_named(session, chosen.case).id
        if chosen.list:
            exhibit = exhibit_named(session, case_id, chosen.exhibit)
            return _list(console, signature_checks.list_checks(session, exhibit.id))
        file = file_named(session, case_id, chosen.exhibit, chosen.file)
        return _judge(chosen, console, session, file.id)


def _judge(chosen: argparse.Namespace, console: Console, session: Session, file_id: FileId) -> int:
    anchors = tuple(anchor for path in chosen.anchor for anchor in anchors_in(path))
    with closing(signature_checks.open_signed(session, file_id)) as signed:
        judged = signed.judge(anchors, now=session.clock.read().at)
    lines, machine = lines_of(judged.answer), dict(machine_answer(judged.answer))
    if chosen.keep:
        machine["kept"] = signature_checks.keep_judgement(session, judged).id
        lines.append(f"Kept with exhibit {chosen.exhibit}.")
    console.answer(lines, cast(Answer, machine))
    return exit_code(judged.answer)


def _list(console: Console, found: tuple[KeptCheck, ...]) -> int:
    lines = [line for each in found for line in _lines(each)]
    console.answer(
        lines or ["Nothing was kept of this exhibit."], {"checks": [_told(each) for each in found]}
    )
    return 0


def _lines(kept: KeptCheck) -> list[str]:
    check = kept.check
    trusted = ", ".join(name for name, _ in check.anchors) or "none"
    head = f"{kept.file}: {word(check.verdict, ENGLISH)}, judged {to_text(check.judged_at)} by {kept.by}"
    found = _found(check).signatures
    return [
        head,
        f"  certificates trusted: {trusted}",
        *_level(check),
        *(f"  {each.indicated}: {each.signer or 'signer not known'}" for each in found),
    ]


def _level(check: SignatureCheck) -> list[str]:
    """As which level the signatures are stated, and who determined it."""
    if check.level_claimed is None or check.level_determined_by is None:
        return []
    told = [word(check.level_claimed, ENGLISH), word(check.level_determined_by, ENGLISH)]
    made = [check.level_report, str(check.level_report_on or ""), check.level_report_by]
    return [f"  signatures {'; '.join([*told, *filter(None, made)])}"]


def _told(kept: KeptCheck) -> Answer:
    check = kept.check
    return {
        "id": check.id,
        "file": kept.file,
        "sha256": check.sha256,
        "verdict": check.verdict.value,
        "judged_at": to_text(check.judged_at),
        "by": kept.by,
        "anchors": [{"name": name, "sha256": digest} for name, digest in check.anchors],
        "level": {
            "claimed": check.level_claimed.value if check.level_claimed else None,
            "determined_by": check.level_determined_by.value if check.level_determined_by else None,
            "report": check.level_report,
            "report_on": check.level_report_on.isoformat() if check.level_report_on else None,
            "report_by": check.level_report_by,
        },
        "signatures": [
            {"indication": each.indicated, "signer": each.signer} for each in _found(check).signatures
        ],
    }


def _found(check: SignatureCheck) -> FoundInFile:
    return found_in(canonical.parse(check.said.encode()))
