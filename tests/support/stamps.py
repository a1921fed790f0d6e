"""A time-stamp authority of OpenSSL, as it answers a request that was carried to it."""

import subprocess
from pathlib import Path

from tests.support import foreign, pdfs
from tests.support.bundle_attacks import approved, interpreted

CONFIGURATION = """\
[tsa]
default_tsa = here
[here]
serial = {serial}
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
"""


def answered(request: Path, answer: Path, authority: foreign.Authority) -> Path:
    """Answer a request by OpenSSL. Returns the root certificate of the authority, in PEM."""
    folder = request.parent
    root, _ = authority.root.write(folder, "stamps-root")
    certificate, key = authority.stamper.write(folder, "stamps")
    settings, serial = folder / "stamps.cnf", folder / "serial"
    serial.write_text("01\n", "ascii")
    settings.write_text(CONFIGURATION.format(serial=serial), "ascii")
    given = [
        "-config",
        settings,
        "-queryfile",
        request,
        "-inkey",
        key,
        "-signer",
        certificate,
        "-chain",
        root,
    ]
    subprocess.run(
        ["openssl", "ts", "-reply", *given, "-chain", root, "-out", answer], check=True, capture_output=True
    )
    return root


def bundle_to_stamp(office: pdfs.Office) -> bytes:
    """A bundle with both signatures and the empty place for a time stamp."""
    source = pdfs.laid_out(pdfs.attachments_of(office, **pdfs.FILES), archive=True)
    return approved(office, interpreted(office, source))


def token_by(signer: foreign.Person, request: bytes) -> bytes:
    """Return the answer of somebody who follows no rule of time-stamp authorities."""
    from asn1crypto import tsp
    from asn1crypto import x509 as asn1_x509
    from pyhanko.sign.timestamps import DummyTimeStamper

    certificate = asn1_x509.Certificate.load(signer.der)
    stamper = DummyTimeStamper(tsa_cert=certificate, tsa_key=foreign.private(signer))
    return stamper.request_tsa_response(tsp.TimeStampReq.load(request)).dump()
