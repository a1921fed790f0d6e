"""Files that other programs sign: with pyHanko as it comes, with OpenSSL, under authorities of their own."""

import io
import subprocess
import zipfile
from base64 import b64encode
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from thb_desktop.crypto.without_network import keep_client_out
from thb_desktop.verify.foreign import asking

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
SIGNED = datetime(2026, 11, 20, 9, tzinfo=UTC)
_ISSUED = datetime(2020, 1, 1, tzinfo=UTC)
_ASIC = "http://uri.etsi.org/02918/v1.2.1#"
_DSIG = "http://www.w3.org/2000/09/xmldsig#"


def be_patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let checks last as long as a busy machine needs: what is tested is what they say, not how fast."""
    monkeypatch.setattr(asking, "_PROCESSOR", 200)
    monkeypatch.setattr(asking, "_SECONDS", 500)


@dataclass(frozen=True)
class Person:
    """A certificate and its key."""

    certificate: x509.Certificate
    key: Any

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)

    def write(self, folder: Path, name: str) -> tuple[Path, Path]:
        """Write certificate and key for OpenSSL."""
        certificate, key = folder / f"{name}.pem", folder / f"{name}.key"
        certificate.write_bytes(self.certificate.public_bytes(Encoding.PEM))
        key.write_bytes(self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        return certificate, key


@dataclass(frozen=True)
class Authority:
    """A root, two people under it, one whose certificate ended, and who makes time stamps."""

    root: Person
    clerk: Person
    judge: Person
    former: Person
    stamper: Person

    def revocations(self, *revoked: Person) -> bytes:
        """Return the list of revoked certificates, of the day of the signature."""
        builder = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(self.root.certificate.subject)
            .last_update(SIGNED - timedelta(days=1))
            .next_update(datetime(2039, 1, 1, tzinfo=UTC))
        )
        for each in revoked:
            builder = builder.add_revoked_certificate(
                x509.RevokedCertificateBuilder()
                .serial_number(each.certificate.serial_number)
                .revocation_date(SIGNED - timedelta(days=10))
                .build()
            )
        return builder.sign(self.root.key, hashes.SHA256()).public_bytes(Encoding.DER)


@cache
def authority(name: str = "Ministry of Justice of Syldavia", kind: str = "ec") -> Authority:
    root_key = _key(kind)
    root = Person(_certificate(f"{name} Root", root_key, None, is_authority=True), root_key)
    return Authority(
        root=root,
        clerk=_person("Ottokar Clerk", root, kind),
        judge=_person("Alma Judge", root, kind),
        former=_person("Past Clerk", root, kind, until=datetime(2026, 11, 22, tzinfo=UTC)),
        stamper=_person("Time stamps of Syldavia", root, "rsa", stamps=True),
    )


def _key(kind: str) -> Any:
    if kind == "rsa":
        return rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return ec.generate_private_key(ec.SECP256R1())


def _person(name: str, root: Person, kind: str, **more: Any) -> Person:
    key = _key(kind)
    return Person(_certificate(name, key, root, **more), key)


def _certificate(
    name: str,
    key: Any,
    root: Person | None,
    *,
    is_authority: bool = False,
    stamps: bool = False,
    until: datetime = datetime(2040, 1, 1, tzinfo=UTC),
) -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(root.certificate.subject if root else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(_ISSUED)
        .not_valid_after(until)
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(_usage(is_authority), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    if stamps:
        use = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        builder = builder.add_extension(use, critical=True)
    return builder.sign(root.key if root else key, hashes.SHA256())


def _usage(is_authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not is_authority,
        content_commitment=not is_authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        encipher_only=False,
        decipher_only=False,
    )


def document(*, pages: int = 1, fields: tuple[tuple[str, str], ...] = ()) -> bytes:
    """A document with some pages and text fields (name, value)."""
    pdf = pikepdf.new()
    for number in range(pages):
        page = pdf.add_blank_page(page_size=(595, 842))
        page.Contents = pdf.make_stream(f"BT /F1 12 Tf 72 700 Td (Page {number + 1}) Tj ET".encode())
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1)
        font.BaseFont = pikepdf.Name.Helvetica
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=pdf.make_indirect(font)))
    if fields:
        made = [pdf.make_indirect(_field(*each)) for each in fields]
        pdf.pages[0].obj.Annots = pdf.make_indirect(pikepdf.Array(made))
        form = pikepdf.Dictionary(Fields=pikepdf.Array(made))
        pdf.Root.AcroForm = pdf.make_indirect(form)
    target = io.BytesIO()
    pdf.save(target, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    return target.getvalue()


def _field(name: str, value: str) -> pikepdf.Dictionary:
    field = pikepdf.Dictionary(
        FT=pikepdf.Name.Tx, T=pikepdf.String(name), Type=pikepdf.Name.Annot, F=4,
        Subtype=pikepdf.Name.Widget, Rect=pikepdf.Array([72, 400, 272, 420]),
    )  # fmt: skip
    if value:
        field.V = pikepdf.String(value)
    return field


def sign(
    data: bytes,
    by: Person,
    whole: Authority,
    *,
    field: str = "Signature1",
    permission: Any = None,
    box: tuple[int, int, int, int] | None = None,
    stamped: bool = False,
    revocations: tuple[bytes, ...] = (),
) -> bytes:
    """Sign as pyHanko does. permission: what a certification allows. revocations: to level B-LTA."""
    keep_client_out()
    from asn1crypto import crl as asn1_crl
    from asn1crypto import x509 as asn1_x509
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers
    from pyhanko.sign.timestamps import DummyTimeStamper
    from pyhanko_certvalidator import ValidationContext
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    root = asn1_x509.Certificate.load(whole.root.der)
    store = SimpleCertificateStore()
    store.register(root)
    signer = signers.SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(by.der), signing_key=private(by), cert_registry=store
    )
    context = ValidationContext(
        trust_roots=[root],
        crls=[asn1_crl.CertificateList.load(each) for each in revocations],
        allow_fetching=False,
        moment=SIGNED,
    )
    stamper = DummyTimeStamper(
        tsa_cert=asn1_x509.Certificate.load(whole.stamper.der),
        tsa_key=private(whole.stamper),
        certs_to_embed=store,
        fixed_dt=SIGNED,
    )
    meta = signers.PdfSignatureMetadata(
        field_name=field,
        subfilter=fields.SigSeedSubFilter.PADES,
        certify=permission is not None,
        docmdp_permissions=permission or fields.MDPPerm.FILL_FORMS,
        embed_validation_info=bool(revocations),
        use_pades_lta=bool(revocations),
        validation_context=context if revocations else None,
        signer_key_usage={"non_repudiation"},
    )
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    out = signers.PdfSigner(
        meta,
        signer=signer,
        timestamper=stamper if stamped or revocations else None,
        new_field_spec=fields.SigFieldSpec(field, box=box) if box else None,
    ).sign_pdf(writer)
    return bytes(out.getbuffer())


def private(by: Person) -> Any:
    from pyhanko.keys.internal import translate_pyca_cryptography_key_to_asn1

    return translate_pyca_cryptography_key_to_asn1(by.key)


def changed_later(data: bytes, change: Any) -> bytes:
    """Add a state to a document in which `change` (it takes pyHanko's writer) was made."""
    keep_client_out()
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def cms_sign(folder: Path, data: Path, by: Person, *more: str) -> bytes:
    """Sign as OpenSSL does, detached unless told otherwise."""
    certificate, key = by.write(folder, sha256(by.der).hexdigest()[:8])
    target = folder / "made.p7s"
    command = ["openssl", "cms", "-sign", "-cades", "-binary", "-md", "sha256", "-outform", "DER"]
    command += ["-in", str(data), "-signer", str(certificate), "-inkey", str(key), "-out", str(target)]
    subprocess.run([*command, *more], check=True, capture_output=True)
    return target.read_bytes()


def manifest(signature: str, files: dict[str, bytes]) -> bytes:
    """The list of an ASiC-E container, as others write it: names in percent signs, SHA-512."""
    from hashlib import sha512

    rows = "".join(
        f'<asic:DataObjectReference URI="{name.replace(" ", "%20")}">'
        f'<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha512"/>'
        f"<ds:DigestValue>{b64encode(sha512(content).digest()).decode()}</ds:DigestValue>"
        "</asic:DataObjectReference>"
        for name, content in files.items()
    )
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?><asic:ASiCManifest xmlns:asic="{_ASIC}" xmlns:ds="{_DSIG}">'
        f'<asic:SigReference URI="{signature}"/>{rows}</asic:ASiCManifest>'
    )
    return text.encode()


def container(members: dict[str, bytes], *, extended: bool = True) -> bytes:
    """A container, deflated as most are."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        kind = f"application/vnd.etsi.asic-{'e' if extended else 's'}+zip"
        packed.writestr(zipfile.ZipInfo("mimetype"), kind)
        for name, content in members.items():
            packed.writestr(name, content)
    return target.getvalue()


def extended_container(folder: Path, by: Person, files: dict[str, bytes]) -> dict[str, bytes]:
    """The members of an ASiC-E container that somebody signed."""
    listed = manifest("META-INF/signature001.p7s", files)
    path = folder / "manifest.xml"
    path.write_bytes(listed)
    signature = cms_sign(folder, path, by)
    return files | {"META-INF/ASiCManifest001.xml": listed, "META-INF/signature001.p7s": signature}
