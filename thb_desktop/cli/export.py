"""`thb export`: lays out a bundle of a case, signs it, verifies it, and only then gives it its name."""

import argparse
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from thb_desktop.cli.console import Console, answer_of, lines_of
from thb_desktop.cli.passphrases import add_descriptor, passphrase
from thb_desktop.cli.second_person import add_reasons, add_second, approved, second_named, whom
from thb_desktop.cli.unlock import add_card, add_vault, opened
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.cooperation_codes import PartyKind, TransferGround
from thb_desktop.domain.ids import DisclosureId
from thb_desktop.domain.leaving_reasons import ASKED
from thb_desktop.domain.people import User
from thb_desktop.domain.transfer import Transfer
from thb_desktop.domain.vocabulary import TwoPersonAct
from thb_desktop.errors import NotFoundError, UsageError
from thb_desktop.report.words import LANGUAGES
from thb_desktop.services.bundling import bundles, disclosures
from thb_desktop.services.case_file import cases
from thb_desktop.services.cooperation import cooperation
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.language import jobs
from thb_desktop.services.office import users
from thb_desktop.services.testimony import interviews


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> list[argparse.ArgumentParser]:
    parser = commands.add_parser("export", help="make a bundle", description=__doc__, allow_abbrev=False)
    add_vault(parser)
    add_card(parser)
    parser.add_argument("case", help="the case file's reference")
    parser.add_argument(
        "--to", type=Path, required=True, metavar="FILE", help="the file to make; it must not exist"
    )
    parser.add_argument("--purpose", help="what the bundle is for; a version says it itself")
    parser.add_argument("--recipient", help="who receives it; a version says it itself")
    parser.add_argument(
        "--disclosure",
        metavar="NUMBER",
        help="print this version for a recipient, with its masks; it says what goes to whom, and for what",
    )
    parser.add_argument(
        "--language",
        action="append",
        metavar="TAG",
        help="a column beside the original (default: the case's language)",
    )
    parser.add_argument(
        "--headings",
        choices=LANGUAGES,
        help="the language of headings and sentences of the program (default: the case's language)",
    )
    parser.add_argument(
        "--interview", action="append", metavar="NUMBER", help="only this interview (default: all)"
    )
    parser.add_argument(
        "--translation",
        action="append",
        metavar="NUMBER",
        help="a translation beside a record, by the number of its job (default: none)",
    )
    parser.add_argument(
        "--exhibit", action="append", metavar="NUMBER", help="only this exhibit (default: all)"
    )
    parser.add_argument(
        "--content",
        action="append",
        metavar="NUMBER",
        help="print content of the files of this exhibit under its sheet (default: of none)",
    )
    parser.add_argument(
        "--further",
        action="append",
        metavar="CODE",
        help="an entry that no record refers to: a person, object, account ... by its code, number or id",
    )
    _add_transfer(parser)
    add_reasons(parser)
    parser.add_argument(
        "--because",
        action="append",
        nargs=2,
        default=[],
        metavar=("RULE", "REASON"),
        help="why it leaves although this rule warns, as the refusal names it; without it that is refused",
    )
    parser.add_argument("--whole-case", action="store_true", help="every entry of the case")
    parser.add_argument("--certifier", metavar="NAME", help="the user who certifies as interpreter")
    add_descriptor(parser, "--certifier-passphrase-fd", "that user's passphrase")
    add_second(parser)
    parser.set_defaults(run=run)
    return [parser]


def _add_transfer(parser: argparse.ArgumentParser) -> None:
    """To whom it goes, under what, and on which ground: what is missing is refused."""
    parser.add_argument("--state", default="", metavar="CODE", help="the recipient's State, of two letters")
    parser.add_argument("--party", choices=[each.value for each in PartyKind], help="what the recipient is")
    parser.add_argument("--instrument", metavar="NUMBER", help="the instrument under which it goes")
    parser.add_argument("--spontaneous", action="store_true", help="without a request")
    parser.add_argument(
        "--special", choices=["yes", "no"], help="whether special categories of data are in it"
    )
    parser.add_argument("--special-because", default="", metavar="TEXT", help="why they are necessary")
    parser.add_argument(
        "--within-limits", default="", metavar="TEXT", help="why the use stays within limits of purpose"
    )
    parser.add_argument(
        "--retention", default="", metavar="TEXT", help="how long the recipient is expected to keep it"
    )
    parser.add_argument(
        "--ground", choices=[each.value for each in TransferGround], help="the ground, for a third State"
    )
    parser.add_argument("--ground-because", default="", metavar="TEXT", help="the reason for that ground")
    parser.add_argument("--competence", default="", metavar="TEXT", help="why the recipient is competent")
    parser.add_argument(
        "--authorised", default="", metavar="TEXT", help="consent of the State from which data came"
    )


def _transfer(session: Session, case: CaseFile, chosen: argparse.Namespace) -> Transfer:
    numbered = {each.number: each.id for each in cooperation.list_instruments(session, case.id)}
    named = picked([chosen.instrument] if chosen.instrument else None, numbered, "instrument")
    return Transfer(
        state=chosen.state.strip().upper(),
        party=PartyKind(chosen.party) if chosen.party else None,
        instrument_id=named[0] if named else None,
        spontaneous=chosen.spontaneous,
        ground=TransferGround(chosen.ground) if chosen.ground else None,
        ground_because=chosen.ground_because.strip(),
        competence=chosen.competence.strip(),
        authorised=chosen.authorised.strip(),
        special=None if chosen.special is None else chosen.special == "yes",
        special_because=chosen.special_because.strip(),
        within_limits=chosen.within_limits.strip(),
        retention=chosen.retention.strip(),
    )


def run(chosen: argparse.Namespace, console: Console, environment: Environment) -> int:
    with closing(opened(chosen, environment)) as session:
        case = case_named(session, chosen.case)
        certifier = None if chosen.certifier is None else _user(session, chosen.certifier)
        second = second_named(session, chosen)
        options = replace(_options(session, case, chosen, certifier), released_with=whom(second))
        if chosen.whole_case:
            options = bundles.with_whole_case(session, case.id, options)
        findings = bundles.check_bundle(session, case.id, options)
        prepared = bundles.prepare_bundle(
            session, case.id, options, progress=console.progress_of("Laying out")
        )
        for each in lines_of(prepared.findings):
            console.remark(each)  # read before it is approved
        signer = None
        if certifier is not None:
            question = f"Passphrase of {certifier.name}: "
            signer = (certifier.id, passphrase(chosen.certifier_passphrase_fd, question))
        approval = approved(session, chosen, second, TwoPersonAct.RELEASE_BUNDLE, prepared.sha256)
        made = bundles.sign_bundle(session, prepared, chosen.to, signer, second=approval)
    console.answer(
        [
            *lines_of(findings),
            f"Bundle {made.number} with {made.pages} pages is signed and verified.",
            f"SHA-256: {made.sha256}",
            f"Once it was sent, note it: thb sent FOLDER {case.reference} {made.number}",
        ],
        {
            "bundle": made.number,
            "version": made.version,
            "pages": made.pages,
            "sha256": made.sha256,
            "findings": answer_of((*findings, *prepared.findings)),
        },
    )
    return 0


def _options(
    session: Session, case: CaseFile, chosen: argparse.Namespace, certifier: User | None
) -> bundles.BundleOptions:
    held = {each.interview.number: each.interview.id for each in interviews.list_interviews(session, case.id)}
    made = {each.number: each.id for each in jobs.list_jobs_of_case(session, case.id)}
    kept = {each.exhibit.number: each.exhibit.id for each in exhibits.list_exhibits(session, case.id)}
    return bundles.BundleOptions(
        languages=tuple(chosen.language or [case.language]),
        language=chosen.headings or "",
        purpose=chosen.purpose or "",
        recipient=chosen.recipient or "",
        disclosure_id=None if chosen.disclosure is None else _version(session, case, chosen),
        interview_ids=picked(chosen.interview, held, "interview"),
        exhibit_ids=picked(chosen.exhibit, kept, "exhibit"),
        job_ids=picked(chosen.translation, made, "translation") or (),
        further=tuple(_named(session, case, name) for name in chosen.further or ()),
        certifier=None if certifier is None else certifier.id,
        transfer=_transfer(session, case, chosen),
        identities_because=chosen.identities_because,
        unsearched_because=chosen.unsearched_because,
        contents=picked(chosen.content, kept, "exhibit") or (),
        reasons=_reasons(chosen),
    )


def _reasons(chosen: argparse.Namespace) -> tuple[tuple[str, str], ...]:
    """Return the reasons by the keys of the warnings. Raises UsageError for a rule that asks for none."""
    if strange := [rule for rule, _ in chosen.because if rule not in ASKED]:
        raise UsageError(f"no rule that asks for a reason has this name: {', '.join(strange)}")
    return tuple((rule, reason) for rule, reason in chosen.because)


def _version(session: Session, case: CaseFile, chosen: argparse.Namespace) -> DisclosureId:
    asked = (chosen.purpose, chosen.recipient, chosen.interview, chosen.exhibit)
    if chosen.whole_case or any(each is not None for each in asked):
        raise UsageError("a version says itself what goes to whom, and for what")
    found = disclosures.list_disclosures(session, case.id)
    return _the_one(
        found, lambda each: chosen.disclosure in {each.number, each.id}, "version of this number"
    ).id


def _named(session: Session, case: CaseFile, name: str) -> str:
    def fits(found: tuple[str, object]) -> bool:
        return name in {found[0], getattr(found[1], "code", None), getattr(found[1], "number", None)}

    entries = list(bundles.entries_of(session, case.id).items())
    return _the_one(entries, fits, "entry of this code, number or id")[0]


def picked[Id](numbers: Sequence[str] | None, known: dict[str, Id], kind: str) -> tuple[Id, ...] | None:
    """Return what has these numbers; None if none were asked for. Raises NotFoundError."""
    if numbers is None:
        return None
    if any(number not in known for number in numbers):
        raise NotFoundError(f"this case file has no {kind} with this number")
    return tuple(known[number] for number in numbers)


def case_named(session: Session, reference: str) -> CaseFile:
    """Return the case file of this reference or identifier. Raises NotFoundError."""
    found = [entry.case for entry in cases.list_cases(session)]
    return _the_one(found, lambda case: reference in {case.reference, case.id}, "case file of this reference")


def _user(session: Session, name: str) -> User:
    return _the_one(users.list_users(session), lambda user: name in {user.name, user.id}, "user of this name")


def _the_one[Thing](things: Sequence[Thing], fits: Callable[[Thing], bool], what: str) -> Thing:
    fitting = [thing for thing in things if fits(thing)]
    if not fitting:
        raise NotFoundError(f"there is no {what} in this vault")
    if len(fitting) > 1:
        raise NotFoundError(f"there is more than one {what} in this vault; give its identifier instead")
    return fitting[0]
