"""What an interpreter rendered is certified by real keys: filled in, completed, signed by a key file."""

from contextlib import closing
from pathlib import Path

from tests.drive.test_key_file import adds_the_key, key_file
from tests.support.assigned_window import office_with_record
from tests.support.clerk import Clerk
from tests.support.controllers import INTERPRETER_PASSPHRASE, reopen
from tests.support.testimony import engagement
from tests.support.vaults import PASSPHRASE
from thb_desktop.crypto.signing import to_spki, verify_signature
from thb_desktop.domain.certificates import REQUIRED, CertificateElement
from thb_desktop.ledger.certification import certified_bytes
from thb_desktop.services.language import templates
from thb_desktop.services.testimony import formalities, records, renderings
from thb_desktop.vault.tables import registry

SAID = (
    ("1", "جئت مع رجل.", "Ik kwam met een man."),
    ("2", "ما زلت مدينة له.", "Ik sta bij hem in het krijt."),
)
WORDING = {
    **{each: f"{each.value}." for each in REQUIRED},
    CertificateElement.LINGUIST: "Ik, {name}, aangewezen door [...]",
    CertificateElement.LANGUAGES: "{count} beurten, {direction}",
    CertificateElement.PLACE_AND_TIME: "Verhoor te {place}, van {start}",
}


def prepare(vault: Path) -> str:
    """A draft whose turns a linguist rendered, who was engaged, and a wording; return the linguist's name."""
    office_with_record(vault, SAID)
    with closing(reopen(vault)) as session:
        linguist = next(each for each in registry.INTERPRETER.all(session.read) if each.user_id)
        record = next(each for each in registry.INTERVIEW.all(session.read) if each.number == "I-99")
        for made in registry.RENDERING.all(session.read):
            turn = registry.SEGMENT.find(session.read, made.segment_id)
            if turn is not None and turn.interview_id == record.id:
                renderings.set_rendering_author(session, made.id, linguist.id)
        engaged = engagement(interpreter_id=linguist.id, from_language="ar", to_language="nl")
        formalities.add_formality(session, record.id, engaged)
        templates.set_template(session, name="Tolken", language="nl", elements=WORDING, is_official=False)
        return linguist.name


def certifies(clerk: Clerk) -> None:
    """Fill the wording in for both turns, write what it lacks, and sign with the key of the file."""
    clerk.goes_to("Interviews", "ctrl+2")
    clerk.reads("I-01")
    clerk.waits_for_focus("Interviews")
    clerk.screen.keys("ctrl+End")
    clerk.reads("I-99")
    clerk.reaches("Account")
    clerk.screen.keys("ctrl+Home", "End")
    clerk.presses("Certify")
    clerk.sees_dialog("Certify renderings")
    clerk.fills({"Certified are": "All turns", "Wording": "Tolken"})
    clerk.presses("Fill in the wording")
    clerk.reads("2 beurten, Arabisch > Nederlands")
    clerk.screen.picture("c1-filled")
    clerk.screen.keys("ctrl+Return")
    clerk.reads("nothing may stand as")
    clerk.waits_for_focus("Text of the certificate")
    clerk.screen.types("de rechtbank")
    clerk.escapes()
    clerk.presses("Certify")
    clerk.sees_dialog("Certify renderings")
    clerk.reads("This was typed before and not saved")
    clerk.whispers("Passphrase of the linguist", "not the words of the interpreter")
    clerk.screen.keys("ctrl+Return")
    clerk.reads("passphrase is wrong")
    clerk.whispers("Passphrase of the linguist", INTERPRETER_PASSPHRASE)
    clerk.screen.picture("c2-completed")
    clerk.takes("Certify renderings")
    clerk.waits_for_focus("Certification")
    clerk.screen.picture("c3-certified")


def test_what_was_interpreted_is_certified_with_a_key_file(clerk: Clerk, tmp_path: Path):
    vault, file = tmp_path / "vault", tmp_path / "key.p12"
    name, public = prepare(vault), key_file(file)
    clerk.opens(vault, PASSPHRASE)
    adds_the_key(clerk, name, file)
    certifies(clerk)
    clerk.leaves()

    with closing(reopen(vault)) as session:
        (made,) = registry.CERTIFICATION.all(session.read)
        signed = certified_bytes(made, session.vault_id)
        covered = records.get_interview(session, made.interview_id)
    lines = made.statement.splitlines()
    assert lines[0] == f"Ik, {name}, aangewezen door de rechtbank"
    assert "2 beurten, Arabisch > Nederlands" in lines
    assert lines[-1] == "Tekst: Tolken, versie 1. Geen officiële formule."
    verify_signature(to_spki(public), signed, bytes.fromhex(made.signature))
    assert {covered.certified_by(one) for turn in covered.segments for one in turn.renderings} == {made}
    assert clerk.screen.errors() == ""
