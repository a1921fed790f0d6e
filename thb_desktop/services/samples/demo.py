"""The demonstration: a vault with both fictional cases, and a signed, verified bundle of each."""

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from thb_desktop.crypto.passphrases import prepare
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.cooperation_codes import InstrumentType, PartyKind
from thb_desktop.domain.ids import AgentId, ExhibitId
from thb_desktop.domain.person_claims import NAMING
from thb_desktop.domain.second_person import Alone
from thb_desktop.domain.transfer import Transfer
from thb_desktop.domain.vocabulary import ProceduralRole, UserRole
from thb_desktop.errors import AlreadyExistsError, WordsLeftError
from thb_desktop.findings import Finding, verdict
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.services.bundling import bundles
from thb_desktop.services.bundling.bundle_options import language_for
from thb_desktop.services.bundling.bundles import BundleOptions, PreparedBundle
from thb_desktop.services.bundling.disclosures import DisclosureDraft
from thb_desktop.services.bundling.printed_contents import not_printable
from thb_desktop.services.casework.corrections import correct
from thb_desktop.services.cooperation import cooperation
from thb_desktop.services.core.clock import FixedClock
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.login import root_certificate, root_pem
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.language import jobs
from thb_desktop.services.office import packs, users, vaults
from thb_desktop.services.office.users import Guest
from thb_desktop.services.persons import claim_uses, claims, people
from thb_desktop.services.samples import Sample, load_sample_case
from thb_desktop.services.samples.demo_package import make_demo_package
from thb_desktop.services.samples.demo_receipt import receive_demo_package
from thb_desktop.services.samples.demo_version import draw_up_masked
from thb_desktop.services.testimony import interviews, records
from thb_desktop.vault.system import make_folder, medium
from thb_desktop.vault.tables import registry
from thb_desktop.verify.pdf import check_pdf
from thb_desktop.verify.portable import write_portable_check

Say = Callable[[str], None]

PASSPHRASE = "amber canal lantern orchard violet"  # noqa: S105 - printed on purpose, for a demonstration only
INTERPRETER_PASSPHRASE = "granite willow cinder marble thistle"  # noqa: S105 - the same
OFFICE = "Cabinet d'instruction 0, Liège (fictif)"
JUDGE = "Claire Vandenhove"
BEGINS = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
"""The time of the demonstration: after the last event of both cases."""
_PURPOSES = {
    "fr": "Transmission à l'autorité partenaire dans la procédure relative à cette affaire",
    "nl": "Overmaking aan de partnerautoriteit in de procedure betreffende deze zaak",
}
_ALONE = {
    "fr": Alone(reason="Démonstration : ce cabinet n'a qu'un magistrat"),
    "nl": Alone(reason="Demonstratie: één kabinet, te Luik, met één magistraat, heeft ook deze zaak"),
}
"""Why one person decides; that of SCHELDE says too why the judge of Liège signs what Antwerp sends."""
_LOOKED_AT = {
    "fr": "Démonstration : le greffe a regardé chaque image et chaque fichier",
    "nl": "Demonstratie: de griffie heeft elk beeld en elk bestand bekeken",
}
"""Why a bundle leaves although not everything in it could be searched for what is sealed."""
_JOINED = {
    "fr": "L'interprète est devenue utilisatrice de ce coffre",
    "nl": "De tolk is gebruiker van deze kluis geworden",
}
"""The reason for changing the interpreter's entry, which now names a user."""
_NECESSARY = {
    "fr": "Les témoignages portent sur l'exploitation elle-même, qui est l'objet de la procédure (fictif)",
    "nl": "De verklaringen gaan over de uitbuiting zelf, die het voorwerp van de procedure is (fictief)",
}
_NAMED = {
    "fr": "L'autorité destinataire doit savoir qui est visé (fictif)",
    "nl": "De ontvangende autoriteit moet weten om wie het gaat (fictief)",
}
"""Why documents say what suspects are called."""
_RECIPIENTS = {
    "fr": "L'autorité partenaire de cette affaire (fictive)",
    "nl": "De partnerautoriteit in deze zaak (fictief)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoBundle:
    """A signed bundle, its number of pages, and the verifier's findings."""

    path: Path
    pages: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoResult:
    """The result. passphrases: by user, for the demonstration only. package: the container of PERLA, as its
    recipient opened it; the enveloped one lies beside it, and the receipt that came back.
    """

    vault: Path
    root_certificate: Path
    passphrases: Mapping[str, str] = field(repr=False)
    recovery_code: str = field(repr=False)
    bundles: tuple[DemoBundle, ...]
    package: Path
    receipt: Path


def demonstration(environment: Environment) -> Environment:
    """Return the same environment at a fixed time, so that a demonstration fits its cases."""
    return Environment(
        clock=FixedClock(BEGINS, timedelta(seconds=1)),
        randomness=environment.randomness,
        kdf=environment.kdf,
        heads=environment.heads,
    )


def run_demo(into: Path, environment: Environment, say: Say) -> DemoResult:
    """Make a vault with both cases in a new folder, and a bundle of each beside it; reports each step.

    Raises AlreadyExistsError if the folder exists.
    """
    if into.exists():
        raise AlreadyExistsError("the folder of the demonstration exists already; name another")
    with medium():
        into.parent.mkdir(parents=True, exist_ok=True)
        make_folder(into)
    folder = into / "demonstration.thbvault"
    say("A vault is made for a fictional office, in Liège.")
    say("It has both cases: its judge signs SCHELDE too, which Antwerp sends and would sign itself.")
    if not ask_machine().is_whole:
        say("This machine cannot confine what reads files: nothing in them is printed, and none travels.")
    created = vaults.create_vault(
        folder,
        office=OFFICE,
        user_name=JUDGE,
        role=UserRole.INVESTIGATING_JUDGE,
        passphrase=prepare(PASSPHRASE),
        environment=demonstration(environment),
    )
    with closing(created.session) as session:
        vaults.confirm_recovery_code(session, created.recovery_code)
        root = _write_root(session, into)
        _write_portable_check(into)
        made = tuple(_demonstrate(session, sample, into, say) for sample in Sample)
        say("The sealed package of PERLA is made for a fictional recipient, who opens it.")
        package = make_demo_package(session, made[0].path, into, second=_ALONE["fr"])
        say("A fictional office abroad receives it, and its receipt comes back.")
        receipt = receive_demo_package(session, package.folder, package.opener, root, passphrase=PASSPHRASE)
        names = [user.name for user in users.list_users(session)]
    say(f"Passphrase of {JUDGE}, for this demonstration only: {PASSPHRASE}")
    say(f"The linguists who sign and revise: {', '.join(name for name in names if name != JUDGE)}")
    say(f"Passphrase of the linguists, for this demonstration only: {INTERPRETER_PASSPHRASE}")
    say("With theirs the interpreters and translators only sign; it does not open the vault.")
    return DemoResult(
        vault=folder,
        root_certificate=root,
        passphrases={name: PASSPHRASE if name == JUDGE else INTERPRETER_PASSPHRASE for name in names},
        recovery_code=created.recovery_code,
        bundles=made,
        package=package.container,
        receipt=receipt,
    )


def _demonstrate(session: Session, sample: Sample, into: Path, say: Say) -> DemoBundle:
    say(f"The fictional case {sample.name} is loaded through the use cases that the window calls.")
    case = load_sample_case(session, sample.value, desk=lambda case, name: _at_desk(session, case, name))
    certifier = _certifier(session, case)
    say(f"The pages of {sample.name} are laid out.")
    _use_names(session, case)
    options = bundles.with_whole_case(session, case.id, _options(session, case, certifier))
    prepared = _prepared(session, case, options, say)
    target = into / f"{sample.value}.pdf"
    say(f"{prepared.pages} pages: the interpreter certifies, the judge approves.")
    bundles.sign_bundle(
        session,
        prepared,
        target,
        interpreter=(certifier, prepare(INTERPRETER_PASSPHRASE)),
        second=_ALONE[case.language],
    )
    findings = check_pdf(target, trusted_roots=[root_certificate(session.office_record)])
    say(f"Verified: {verdict(findings).value}, in {len(findings)} findings.")
    return DemoBundle(path=target, pages=prepared.pages, findings=findings)


def _prepared(session: Session, case: CaseFile, options: BundleOptions, say: Say) -> PreparedBundle:
    """Prepare the pages. Of an exhibit whose files tell what is masked, as no copy of them can be masked, no
    content is printed.
    """
    try:
        return bundles.prepare_bundle(session, case.id, options)
    except WordsLeftError as left:
        places = left.named["places"]
        say(f"The content of {places} is not printed: it tells what is masked.")
    numbers = places.split(", ")
    telling = {each.id for each in exhibits.list_bare_exhibits(session, case.id) if each.number in numbers}
    contents = tuple(each for each in options.contents if each not in telling)
    return bundles.prepare_bundle(session, case.id, replace(options, contents=contents))


def _write_portable_check(into: Path) -> None:
    """Write the check of custody beside the bundles, for people who have only Python."""
    with medium(), (into / "custody-check.pyz").open("xb") as target:
        write_portable_check(target)


def _at_desk(session: Session, case: CaseFile, name: str) -> Guest:
    """Let a linguist sit at the judge's desk, with their own key; they become a user the first time."""
    known = {user.name: user for user in users.list_users(session)}
    user = known.get(name) or users.add_user(
        session,
        name=name,
        role=UserRole.INTERPRETER,
        passphrase=prepare(INTERPRETER_PASSPHRASE),
        second=_ALONE[case.language],
    )
    return users.signer_of(session, user.id, prepare(INTERPRETER_PASSPHRASE))


def _certifier(session: Session, case: CaseFile) -> AgentId:
    """Return the user who is the interpreter of the case's first interview, and make them one if needed."""
    first = interviews.list_interviews(session, case.id)[0].interview
    engaged = records.get_interview(session, first.id).engagements[0].interpreter_id
    interpreter = next(each for each in people.list_interpreters(session, case.id) if each.id == engaged)
    if interpreter.user_id is not None:
        return interpreter.user_id
    certifier = _at_desk(session, case, interpreter.name).user
    correct(session, replace(interpreter, user_id=certifier.id), _JOINED[case.language])
    return certifier.id


def _use_names(session: Session, case: CaseFile) -> None:
    """The judge lets documents say who the suspects are: what they are called, as a claim with its source."""
    roles = people.list_roles(session, case.id)
    suspects = {each.person_id for each in roles if each.role is ProceduralRole.SUSPECT}
    for claim in claims.list_claims(session, case.id, about=suspects):
        if claim.kind in NAMING:
            claim_uses.decide_use(session, claim.id, used=True, reason=_NAMED[case.language])


def _options(session: Session, case: CaseFile, certifier: AgentId) -> BundleOptions:
    transfer = _transfer(session, case)
    draft = DisclosureDraft(
        recipient=_RECIPIENTS[case.language],
        purpose=_PURPOSES[case.language],
        instrument_id=transfer.instrument_id,
    )
    reads_files = ask_machine().is_whole
    version = draw_up_masked(session, case, draft, ordered_by=JUDGE, in_files=reads_files)
    return BundleOptions(
        languages=(case.language,),
        language=language_for(packs.present_pack(session)[0].official_of(transfer.state), case.language),
        purpose="",
        recipient="",
        disclosure_id=version.id,
        job_ids=tuple(each.id for each in jobs.list_jobs_of_case(session, case.id)),
        certifier=certifier,
        released_with=_ALONE[case.language],
        transfer=transfer,
        unsearched_because=_LOOKED_AT[case.language],
        contents=_printable(session, case) if reads_files else (),
    )


def _printable(session: Session, case: CaseFile) -> tuple[ExhibitId, ...]:
    """The exhibits with files whose content may leave: a judge who reads the bundle sees them."""
    held = [each.id for each in exhibits.list_bare_exhibits(session, case.id) if not each.struck]
    files = registry.EXHIBIT_FILE.among(session.read, "exhibit_id", held)
    with_files = dict.fromkeys(each.exhibit_id for each in files)
    return tuple(each for each in with_files if not not_printable(session.read, [each]))


def _transfer(session: Session, case: CaseFile) -> Transfer:
    """To the State of the first European Investigation Order of the case, under that order."""
    orders = cooperation.list_instruments(session, case.id)
    order = next(each for each in orders if each.type is InstrumentType.EIO)
    states = (order.from_country, order.to_country)
    return Transfer(
        state=next(each for each in states if each != case.country),
        party=PartyKind.AUTHORITY,
        instrument_id=order.id,
        special=True,
        special_because=_NECESSARY[case.language],
    )


def _write_root(session: Session, into: Path) -> Path:
    """Write the root certificate beside the bundles, so that anybody can verify them."""
    path = into / "root-certificate.pem"
    with medium():
        path.write_text(root_pem(session.office_record), "ascii")
    return path
