"""A key file by real keys: added for a linguist, and their translation is certified with it.

A wrong passphrase of the file is told. A question that nobody answered stops the certificate first.
"""

import datetime as dt
from contextlib import closing
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from cryptography.x509.oid import NameOID

from tests.support.assigned_window import office_with_record
from tests.support.clerk import Clerk
from tests.support.controllers import INTERPRETER_PASSPHRASE, reopen
from tests.support.driven_language import WARNED, answers
from tests.support.language_jobs import checked_version
from tests.support.screen_reader import plain
from tests.support.vaults import PASSPHRASE, passphrase
from thb_desktop.crypto.signing import to_spki, verify_signature
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.vocabulary import AnnotationCode
from thb_desktop.ledger.language_work import signed_bytes
from thb_desktop.services.language import annotations, jobs
from thb_desktop.services.office import users
from thb_desktop.vault.tables import registry

SAID = (("1", "كنت في البيت مع أختي.", ""),)
DUTCH, QUERY, ANSWER = "Ik was thuis met mijn zus.", "Welke zus?", "de oudste"
OF_FILE = "harbour ticket marble"
CERTIFIED = {
    "Kind of certificate": "Statement of the translator",
    "Place of signing": "Gent",
    "A machine assisted": "No",
    "Wording of the office": "Rechtbank",
}


def prepare(vault: Path) -> str:
    """A record with a job whose linguist signed its turn, and asked something; return their name."""
    office_with_record(vault, SAID)
    with closing(reopen(vault)) as session:
        job = registry.LANGUAGE_JOB.all(session.read)[-1]
        linguist = registry.INTERPRETER.find(session.read, job.linguist_id)
        assert linguist is not None
        assert linguist.user_id is not None
        guest = users.signer_of(session, linguist.user_id, passphrase(INTERPRETER_PASSPHRASE))
        with closing(guest.keys) as keys:
            (turn,) = jobs.get_job(session, job.id).sources
            made = checked_version(session, job.id, turn, DUTCH, signer=keys.signer)
            asked = annotations.NewAnnotation(
                segment_id=turn,
                anchor=Anchor.of_text(made.id, made.text, 0, 2),
                code=AnnotationCode.QUERY,
                basis=None,
                language="nl",
                text=QUERY,
            )
            annotations.annotate(session, job.id, asked, signer=keys.signer)
        return linguist.name


def key_file(target: Path) -> ec.EllipticCurvePublicKey:
    """A PKCS#12 file with a key on the curve P-256, as an authority hands it out."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Sworn translator (fictional)")])
    begins = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(4711)
        .not_valid_before(begins)
        .not_valid_after(begins.replace(year=2036))
        .sign(key, hashes.SHA256())
    )
    encrypted = BestAvailableEncryption(OF_FILE.encode())
    target.write_bytes(serialize_key_and_certificates(b"key", key, certificate, None, encrypted))
    return key.public_key()


def adds_the_key(clerk: Clerk, name: str, file: Path) -> None:
    """Add the file for the linguist: first with a wrong passphrase."""
    clerk.goes_to("Office", "ctrl+7")
    clerk.screen.keys("alt+s")
    clerk.presses("Add a key file")
    clerk.sees_dialog("Add a key file")
    clerk.fills({"User": name})
    clerk.whispers("Their passphrase", INTERPRETER_PASSPHRASE)
    clerk.fills({"Key file": str(file)})
    clerk.whispers("Passphrase of the file", "another one")
    clerk.screen.keys("ctrl+Return")
    clerk.reads("passphrase of the key file is wrong")
    clerk.screen.picture("k1-wrong")
    clerk.whispers("Their passphrase", INTERPRETER_PASSPHRASE)
    clerk.whispers("Passphrase of the file", OF_FILE)
    clerk.takes("Add a key file")
    clerk.screen.picture("k2-added")


def certifies(clerk: Clerk) -> None:
    """What stops the certificate is the question: it is answered, and then the linguist certifies."""
    clerk.goes_to("Translations", "ctrl+8")
    clerk.waits_for_button("Open")
    clerk.screen.keys("Return")
    clerk.reads("Answer\u2026")
    clerk.screen.keys("F9")
    clerk.reads("What stops it: ")
    clerk.screen.picture("k3-stops")
    clerk.screen.keys("Return")
    clerk.waits_for_focus("Account")
    answers(clerk, QUERY, ANSWER)
    clerk.screen.keys("F9")
    clerk.waits_for_focus("Kind of certificate")
    clerk.fills(CERTIFIED)
    clerk.presses("Show the wording")
    clerk.waits_for_focus("Who translated")
    clerk.fills({plain(WARNED): "she interprets from Arabic since 2019"})
    clerk.whispers("Passphrase of the linguist", INTERPRETER_PASSPHRASE)
    clerk.screen.picture("k4-filled")
    clerk.screen.keys("ctrl+Return")
    clerk.reads("Certified by its author")
    clerk.screen.picture("k5-certified")


def test_a_translation_is_certified_with_a_key_file(clerk: Clerk, tmp_path: Path):
    vault, file = tmp_path / "vault", tmp_path / "key.p12"
    name, public = prepare(vault), key_file(file)
    clerk.opens(vault, PASSPHRASE)
    adds_the_key(clerk, name, file)
    certifies(clerk)
    clerk.leaves()

    with closing(reopen(vault)) as session:
        (made,) = registry.LANGUAGE_CERTIFICATE.all(session.read)
        signed = signed_bytes(made, session.home_id)
    assert dict(made.elements)["PLACE_AND_TIME"].startswith("Done at Gent")
    verify_signature(to_spki(public), signed, bytes.fromhex(made.signature))
    assert clerk.screen.errors() == ""
