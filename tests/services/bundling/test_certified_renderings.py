"""A certification counts with the signature of its linguist: in the vault, before a bundle, in the file."""

from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.services.bundling.test_what_stays import broken, prepared
from tests.support.attached_records import check_listed
from tests.support.leaks import readable
from tests.support.offices import Small
from tests.support.own_program import past_the_list
from tests.support.records import held, interpreting_user, outcome, rendition, sign, turn
from tests.support.second_person import ALONE, asked
from tests.support.testimony import SIGNED_BY_ALL
from tests.support.transfers import AT_HOME
from tests.support.vaults import passphrase
from thb_desktop.crypto.signing import Signer
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import AgentId, RowId
from thb_desktop.domain.interview import InterpreterEngagement, Interview
from thb_desktop.domain.people import Interpreter
from thb_desktop.domain.segment import Certification, Rendering
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.domain.vocabulary import TwoPersonAct
from thb_desktop.errors import CertificationError, CertifierNotInterpreterError
from thb_desktop.findings import Standing
from thb_desktop.ledger.certification import certified_bytes
from thb_desktop.ledger.extract import Extract
from thb_desktop.ledger.interview_record import record_tree
from thb_desktop.services.bundling import bundles
from thb_desktop.services.bundling.bundles import BundleOptions
from thb_desktop.services.bundling.extracts import extract_of
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.office import users
from thb_desktop.services.office.users import Guest
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import certifications, formalities, read_back, records, renderings
from thb_desktop.verify.bundle.manifest import Record
from thb_desktop.verify.certificates import read_certificate

NOT_CERTIFIED = "Aucune attestation de l'interprète n'est consignée"
ATTESTED = "Signée avec la propre clé de cette personne"
ON_THE_COVER = "La couverture de cette liasse a une place pour une signature de l'interprète"


@pytest.fixture
def linguist(session: Session, small: Small) -> Iterator[tuple[Interpreter, Guest]]:
    interpreter, guest = interpreting_user(session, small)
    yield interpreter, guest
    guest.keys.close()


def begun(
    session: Session, small: Small, interpreter: Interpreter, **changes: Any
) -> tuple[Interview, Rendering]:
    """A draft with one rendering by this linguist, who is engaged."""
    interview = held(session, small, **changes)
    engaged = records.get_interview(session, interview.id).engagements[0]
    row: InterpreterEngagement = replace(engaged, interpreter_id=interpreter.id)
    formalities.add_formality(session, interview.id, row)
    turn(session, interview, renderings=(rendition(author_id=interpreter.id),))
    (made,) = records.get_interview(session, interview.id).segments[0].renderings
    return interview, made


def closed(session: Session, interview: Interview) -> Interview:
    read_back.read_back(session, interview.id, outcome(), SIGNED_BY_ALL)
    return sign(session, interview.id)


def certified(
    session: Session, small: Small, linguist: tuple[Interpreter, Guest], *, is_withdrawn: bool = False
) -> Interview:
    interpreter, guest = linguist
    interview, made = begun(session, small, interpreter)
    certifications.certify_renderings(
        session,
        interview.id,
        [made],
        interpreter_id=interpreter.id,
        statement="Complete and faithful",
        signer=guest.keys.signer,
    )
    if is_withdrawn:
        renderings.set_rendering_state(session, made.id, v.RenderingState.WITHDRAWN)
    return closed(session, interview)


def forged(
    session: Session, small: Small, interpreter: Interpreter, *, signer: Signer | None = None, **changes: Any
) -> Interview:
    """A record with a certification that nobody signed, or that this key signed, written in a session."""
    interview, made = begun(session, small, interpreter, **changes)
    assert interpreter.user_id is not None
    with session.work() as work:
        row = Certification(
            id=RowId(work.new_id()),
            interview_id=interview.id,
            interpreter_id=interpreter.id,
            user_id=interpreter.user_id,
            statement="Complete and faithful",
            renderings=((made.id, made.source_digest, digest_of(made.text)),),
            at=work.at,
            signature="00" * 64,
        )
        if signer is not None:
            row = replace(row, signature=signer.sign(certified_bytes(row, session.vault_id)).hex())
        work.save(row, replace(made, state=v.RenderingState.CERTIFIED))
        work.record(interview.id, VaultAction.RENDERINGS_CERTIFIED)
    return closed(session, interview)


def drawn(session: Session, small: Small, interview: Interview, *, certifier: AgentId | None) -> str:
    """The text of the pages of a bundle, on one line."""
    options = BundleOptions(
        identities_because="Needed there",
        languages=("fr",),
        purpose="P",
        recipient="R",
        interview_ids=(interview.id,),
        exhibit_ids=(),
        released_with=ALONE,
        certifier=certifier,
        transfer=AT_HOME,
    )
    pdf = bundles.prepare_bundle(session, small.case.id, options).pdf
    return " ".join(readable(pdf)["text: drawn -raw"].decode().split())


def verified(session: Session, interview: Interview, *certificates: bytes) -> dict[str, Standing]:
    """What the verifier says of the record as it is in the vault, with an extract of its events."""
    tree = record_tree(records.get_interview(session, interview.id))
    listed = Record("interview", interview.number, "records/x", tree.digest)
    extract = extract_of(session, [interview.id], certificates).data
    found = check_listed([listed], {"records/x": tree.to_bytes()}, extract)
    return {each.code: each.standing for each in found}


def test_a_certification_is_verified_from_what_travels(
    session: Session, small: Small, linguist: tuple[Interpreter, Guest]
):
    interview = certified(session, small, linguist)
    (made,) = records.get_interview(session, interview.id).certifications
    certificate = certifications.certificate_of_certification(session, made)

    bundle = prepared(session, small, interview)

    users = [
        read_certificate(each).agent for each in Extract.parse(bundle.content.proof.custody_extract).users
    ]
    assert linguist[0].user_id in users
    assert broken(session, bundle) == []
    assert verified(session, interview, certificate) == {
        "certifications-as-signed": Standing.HOLDS,
        "records-as-signed": Standing.HOLDS,
    }
    assert verified(session, interview)["certification-unchecked"] is Standing.UNKNOWN
    sound = {each.key for each in health.check_vault(session).findings if each.standing is Standing.HOLDS}
    assert "certifications.signed" in sound


def test_a_certification_that_nobody_signed_is_found_in_the_vault_and_in_the_file(
    session: Session, small: Small, linguist: tuple[Interpreter, Guest]
):
    genuine = certified(session, small, linguist)
    (made,) = records.get_interview(session, genuine.id).certifications
    certificate = certifications.certificate_of_certification(session, made)

    interview = forged(session, small, linguist[0], number="I-02")

    wrong = {each.key for each in health.check_vault(session).findings if each.standing is Standing.BROKEN}
    assert wrong == {"certifications.unsigned", "certifications.unsigned-entry"}
    assert verified(session, interview, certificate)["certification-altered"] is Standing.BROKEN


def test_no_bundle_is_made_with_a_certification_that_nobody_signed(
    session: Session, small: Small, linguist: tuple[Interpreter, Guest]
):
    interview = forged(session, small, linguist[0])
    options = BundleOptions(
        identities_because="Needed there",
        languages=("fr",),
        purpose="P",
        recipient="R",
        interview_ids=(interview.id,),
        released_with=ALONE,
        transfer=AT_HOME,
    )

    told = bundles.check_bundle(session, small.case.id, options)

    assert "certification-unsigned" in {each.code for each in told if each.standing is Standing.BROKEN}
    with pytest.raises(CertificationError):
        bundles.prepare_bundle(session, small.case.id, options)


def test_a_rendering_that_is_called_certified_needs_a_certification_that_covers_it(
    session: Session, small: Small, linguist: tuple[Interpreter, Guest]
):
    interview = certified(session, small, linguist)
    full = records.get_interview(session, interview.id)
    bare = replace(full, certifications=())
    tree = record_tree(bare)
    listed = Record("interview", "I", "records/x", tree.digest)

    found = check_listed([listed], {"records/x": tree.to_bytes()}, None)

    assert "rendering-uncertified" in {each.code for each in found if each.standing is Standing.BROKEN}


@pytest.mark.parametrize(
    ("is_withdrawn", "on_the_cover", "said"),
    [
        (False, True, {ATTESTED, ON_THE_COVER}),
        (False, False, {ATTESTED}),
        (True, True, {NOT_CERTIFIED}),
    ],
)
def test_an_attestation_is_printed_only_for_what_it_covers_now(  # noqa: PLR0917
    session: Session,
    small: Small,
    linguist: tuple[Interpreter, Guest],
    is_withdrawn: bool,
    on_the_cover: bool,
    said: set[str],
):
    interview = certified(session, small, linguist, is_withdrawn=is_withdrawn)

    told = drawn(session, small, interview, certifier=linguist[0].user_id if on_the_cover else None)

    assert {each for each in (ATTESTED, ON_THE_COVER) if each in told} == said - {NOT_CERTIFIED}
    assert said <= {each for each in (ATTESTED, ON_THE_COVER, NOT_CERTIFIED) if each in told}


def test_a_namesake_of_the_certifier_is_not_said_to_have_signed(
    session: Session, small: Small, linguist: tuple[Interpreter, Guest]
):
    interpreter, _ = linguist
    first, last = interpreter.name.split()
    user = users.add_user(
        session,
        name=f"{last} {first}",
        role=v.UserRole.INTERPRETER,
        passphrase=passphrase("sparrow cobalt meadow anchor fennel"),
        second=asked(session, TwoPersonAct.ADD_USER),
    )
    namesake = people.add_interpreter(session, replace(interpreter, code="T-10", user_id=user.id))
    signer = users.signer_of(session, user.id, passphrase("sparrow cobalt meadow anchor fennel")).keys.signer
    interview, made = begun(session, small, namesake)
    engaged = records.get_interview(session, interview.id).engagements[0]
    formalities.add_formality(session, interview.id, replace(engaged, interpreter_id=interpreter.id))
    certifications.certify_renderings(
        session,
        interview.id,
        [made],
        interpreter_id=namesake.id,
        statement="Complete",
        signer=signer,
    )
    interview = closed(session, interview)

    told = drawn(session, small, interview, certifier=interpreter.user_id)

    assert namesake.name == interpreter.name
    assert ATTESTED in told
    assert ON_THE_COVER not in told


@pytest.mark.requirement("SR-19")
def test_a_colleague_certifies_nothing_in_the_name_of_a_linguist(session: Session, small: Small):
    joined = replace(small.interpreter, user_id=session.user.id)
    corrections.correct(session, joined, "Became a user")
    interview, made = begun(session, small, joined)

    with pytest.raises(CertifierNotInterpreterError):
        certifications.certify_renderings(
            session, interview.id, [made], interpreter_id=joined.id, statement="Complete and faithful"
        )

    assert records.get_interview(session, interview.id).certifications == ()


@pytest.mark.requirement("SR-19")
def test_a_certification_by_the_key_of_a_colleague_is_found_in_the_vault_and_in_the_file(
    session: Session, small: Small
):
    joined = replace(small.interpreter, user_id=session.user.id)
    corrections.correct(session, joined, "Became a user")

    interview = forged(session, small, joined, signer=session.keys.signer)

    wrong = {each.key for each in health.check_vault(session).findings if each.standing is Standing.BROKEN}
    assert wrong == {"certifications.unsigned", "certifications.unsigned-entry"}
    own = b64decode(session.user.certificate)
    assert verified(session, interview, own)["certification-by-another"] is Standing.BROKEN


def test_a_text_that_was_exchanged_after_its_certification_is_found_in_the_vault(
    session: Session, small: Small, linguist: tuple[Interpreter, Guest]
):
    interpreter, guest = linguist
    interview, made = begun(session, small, interpreter)
    own = {"interpreter_id": interpreter.id, "statement": "Complete and faithful"}
    certifications.certify_renderings(session, interview.id, [made], signer=guest.keys.signer, **own)

    with session.work() as work:
        work.save(replace(made, text="He did not hit me."))
        work.record(interview.id, VaultAction.RENDERING_SET)
    with past_the_list(), session.work() as work:
        certified = replace(made, text="He did not hit me.", state=v.RenderingState.CERTIFIED)
        work.save(certified)
        work.record(interview.id, VaultAction.RENDERINGS_CERTIFIED)

    found = health.check_vault(session).findings
    (wrong,) = [each for each in found if each.key == "certifications.uncovered"]
    turns = records.get_interview(session, interview.id).segments
    (turn,) = [each.label for each in turns if each.renderings]
    assert wrong.standing is Standing.BROKEN
    assert (wrong.values["number"], wrong.values["segments"]) == (interview.number, (turn,))
