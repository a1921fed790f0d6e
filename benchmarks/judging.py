"""Judging a signed bundle, and signing one with the complete check after it, against pyHanko.

`thb verify` and a program that lets pyHanko validate each signature of the same file run in turn, each in a
process of its own, as somebody would start them; our modules are compiled before, as those of pyHanko are.
Signing runs in this process, as the window does it while somebody reads the pages: everything is loaded, and
the pages are checked when they are laid out. What that takes, and a complete check of the signed file, is
told beside it. pyHanko signs the same pages with the same key, and checks nothing.

With `--bundle` and `--root` a bundle that is there is judged, too: one with the interpreter's and the judge's
signature, such as those of `make demo`, of which pyHanko also judges what was added after the first.
"""

import argparse
import compileall
import io
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1])]

from _large_vault import BUNDLE_CASE, PASSPHRASE, environment_of, vault_of
from _table import Series, in_turn, show
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from large import ALONE, TO_A_COURT, let_sign

from thb_desktop.crypto.passphrases import prepare
from thb_desktop.crypto.signing import SoftwareSigner
from thb_desktop.services.bundling import bundles
from thb_desktop.services.bundling.bundles import Signing
from thb_desktop.services.case_file import cases
from thb_desktop.services.office import vaults
from thb_desktop.verify.pages import read_pages
from thb_desktop.verify.pdf import check_pdf

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = Path(sys.executable).parent / "thb"
PEER = """
import sys
from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
with open(sys.argv[1], "rb") as root, open(sys.argv[2], "rb") as file:
    told = root.read()
    trusted = x509.Certificate.load(pem.unarmor(told)[2] if pem.detect(told) else told)
    for signature in PdfFileReader(file).embedded_signatures:
        context = ValidationContext(trust_roots=[trusted], allow_fetching=False)
        assert validate_pdf_signature(signature, context).bottom_line
"""


def command(*words: str | Path) -> float:
    """Milliseconds of the processors of a command that succeeds."""
    before = _used(resource.RUSAGE_CHILDREN)
    subprocess.run([*map(str, words)], check=True, capture_output=True)
    return (_used(resource.RUSAGE_CHILDREN) - before) * 1000


def here(act: Callable[[], object]) -> float:
    """Milliseconds of the processors of an act in this process."""
    before = _used(resource.RUSAGE_SELF)
    act()
    return (_used(resource.RUSAGE_SELF) - before) * 1000


def _used(who: int) -> float:
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def begun(vault: Path, place: Path) -> tuple[Signing, int]:
    """Lay out a bundle of half of the exhibits, and begin to sign it. Return this and its pages."""
    with closing(
        vaults.unlock_vault(vault, passphrase=prepare(PASSPHRASE), environment=environment_of(2))
    ) as session:
        session.settle()
        case = next(each.case for each in cases.list_cases(session) if each.case.reference == BUNDLE_CASE)
        let_sign(session, case)
        content = bundles.gather_bundle(session, case.id, TO_A_COURT)
        prepared = bundles.lay_out(content, TO_A_COURT, bundles.register_for(session, case.id))
        return bundles.begin_signing(session, prepared, place, second=ALONE), prepared.pages


def peer_of(signing: Signing) -> Callable[[], object]:
    """Return how pyHanko alone signs these pages in the same field with the same key."""
    from asn1crypto import keys, x509
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import signers
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    ((name, signer, _),) = signing.signers
    assert isinstance(signer, SoftwareSigner)
    own = signers.SimpleSigner(
        signing_cert=x509.Certificate.load(signer.certificate),
        signing_key=keys.PrivateKeyInfo.load(
            signer.private_key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        ),
        cert_registry=SimpleCertificateStore.from_certs([x509.Certificate.load(signing.root)]),
    )
    asked = signers.PdfSignatureMetadata(field_name=name, subfilter=SigSeedSubFilter.PADES)
    pages = signing.prepared.pdf

    def sign() -> None:
        writer = IncrementalPdfFileWriter(io.BytesIO(pages))
        signers.sign_pdf(writer, asked, own, existing_fields_only=True, output=io.BytesIO())

    return sign


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--exhibits", type=int, default=100, help="of the vault; half of them are printed")
    parser.add_argument("--bundle", type=Path, help="a signed bundle that is judged, too")
    parser.add_argument("--root", type=Path, help="its root certificate")
    options = parser.parse_args()
    bundles.load_signing()
    for part in ("thb_desktop", "resources"):
        compileall.compile_dir(ROOT / part, quiet=2)
    with tempfile.TemporaryDirectory(prefix="thb-judging-") as name:
        folder = Path(name)
        vault = vault_of(folder, 0.01, seed=1, exhibits=options.exhibits)
        signing, pages = begun(vault, folder / "bundle.pdf")
        bundle, root = folder / "signed.pdf", folder / "root.der"
        bundle.write_bytes(signing.signed())
        root.write_bytes(signing.root)
        print(f"A bundle of {pages} pages, {bundle.stat().st_size / 1e6:.2f} MB\n")
        judge("a bundle with one signature", bundle, root, options.runs)
        peer = peer_of(signing)
        peer()
        roots, pdf, whole = [signing.root], signing.prepared.pdf, bundle.read_bytes()
        signed, laid_out, checked, theirs = in_turn(
            options.runs,
            lambda: here(signing.signed),
            lambda: here(lambda: read_pages(pdf, trusted_roots=roots)),
            lambda: here(lambda: check_pdf(whole, trusted_roots=roots)),
            lambda: here(peer),
        )
    compare("Signing", "signed and checked", [signed, theirs], goal="1.5 of the peer")
    compare("Its pages, when laid out", "checked", [laid_out, theirs], goal="none")
    compare("The signed file, completely", "checked", [checked, theirs], goal="none")
    if options.bundle:
        judge(options.bundle.name, options.bundle, options.root, options.runs)


def judge(what: str, bundle: Path, root: Path, runs: int) -> None:
    judged = in_turn(
        runs,
        lambda: command(PROGRAM, "verify", "--root", root, bundle),
        lambda: command(sys.executable, "-c", PEER, root, bundle),
    )
    compare(f"Judging {what}", "thb verify", judged, goal="0.3 of the peer")


def compare(title: str, words: str, values: list[list[float]], *, goal: str) -> None:
    ours, theirs = values
    show(
        f"{title}, milliseconds of the processors",
        Series(name="pyHanko", unit="ms", values=theirs),
        Series(name=words, unit="ms", values=ours),
        goal=goal,
    )


if __name__ == "__main__":
    main()
