"""Small documents with signature fields, signers, and functions that alter a signed file."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import pairwise

import pikepdf
from asn1crypto import parser as asn1_parser
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from thb_desktop.crypto.certificates import Subject, issue_leaf, issue_root
from thb_desktop.crypto.signing import SoftwareSigner, new_private_key
from thb_desktop.crypto.without_network import keep_client_out
from thb_desktop.ledger import canonical
from thb_desktop.report import pades
from thb_desktop.report.document.archive import Attachment, Properties
from thb_desktop.report.document.document import Document
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.style import PORTRAIT

AT = datetime(2026, 3, 3, 10, 30, tzinfo=UTC)
INTERPRETER, JUDGE = "Interpreter1", "Judge"
FILES = {"records/I-01.txt": b"She said so.", "case/case.json": b"{}"}
"""What is attached to the bundles here, beside the list of it."""


def fixed_randomness(seed: str):
    """Return a stream of bytes that is the same in every run."""
    counter = iter(range(10**9))

    def randomness(size: int) -> bytes:
        blocks = [sha256(f"{seed}/{next(counter)}".encode()).digest() for _ in range(size // 32 + 1)]
        return b"".join(blocks)[:size]

    return randomness


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A root certificate and two people with certificates under it."""

    root: bytes
    root_key: ec.EllipticCurvePrivateKey
    interpreter: SoftwareSigner
    judge: SoftwareSigner

    def revocations(
        self,
        *revoked: SoftwareSigner,
        at: datetime = AT + timedelta(days=1),
        lasts: timedelta = timedelta(days=30),
    ) -> bytes:
        """Return a list of revoked certificates (DER); without a time, of the day after the signatures."""
        builder = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(x509.load_der_x509_certificate(self.root).subject)
            .last_update(at)
            .next_update(at + lasts)
        )
        for each in revoked:
            serial = x509.load_der_x509_certificate(each.certificate or b"").serial_number
            entry = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(AT)
            builder = builder.add_revoked_certificate(entry.build())
        return builder.sign(self.root_key, hashes.SHA256()).public_bytes(Encoding.DER)


def make_office(name: str = "Public Prosecutor's Office of Borduria") -> Office:
    draw = fixed_randomness(name)
    root_key = new_private_key(draw)
    issued = datetime(2025, 1, 1, tzinfo=UTC)
    root = issue_root(
        root_key, Subject(common_name="Vault root", organisation=name), at=issued, randomness=draw
    )

    def person(common_name: str) -> SoftwareSigner:
        key = new_private_key(draw)
        public = SoftwareSigner.of(key).public_key
        subject = Subject(common_name=common_name, organisation=name)
        return SoftwareSigner.of(key, issue_leaf(root_key, root, subject, public, at=issued, randomness=draw))

    return Office(
        root=root,
        root_key=root_key,
        interpreter=person("Ivana Tumač"),
        judge=person("Judge Bianca Castafiore"),
    )


def prepare(
    *,
    fields: tuple[str, ...] = (INTERPRETER, JUDGE),
    attachments: dict[str, bytes] | None = None,
    packed: bool = True,
    text: str = "Statement",
) -> bytes:
    """A page with a sentence, an XMP description, and a drawn, tagged field for each signature."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(595, 842))
    page.Contents = pdf.make_stream(b"BT /F1 12 Tf 72 700 Td (" + text.encode() + b") Tj ET")
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=pdf.make_indirect(font)))
    page.Annots = pdf.make_indirect(pikepdf.Array())
    widgets = [_widget(pdf, page, name, 100 + 80 * index) for index, name in enumerate(fields)]
    for widget in widgets:
        page.Annots.append(widget)
    form = pikepdf.Dictionary(Fields=pikepdf.Array(widgets), SigFlags=3)
    pdf.Root.AcroForm = pdf.make_indirect(form)
    for name, content in (attachments or {}).items():
        pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, content, filename=name)
    with pdf.open_metadata(set_pikepdf_as_editor=False) as description:
        description["dc:title"] = "Statement"
    target = io.BytesIO()
    pdf.save(
        target,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=packed,
    )
    return target.getvalue()


def laid_out(attachments: Sequence[Attachment] = (), *, archive: bool = False) -> bytes:
    """A tagged page, written like the program's bundles, with a field for each signature.

    archive: with the empty place for a time stamp too.
    """
    document = Document(
        properties=Properties(title="Statement", language="en", software=pades.WRITER, made_at=AT)
    )
    flow = Flow(document, geometry=PORTRAIT)
    with flow.section("Sect"):
        flow.heading("Statement", 1)
        flow.text("What was said.")
        for index, name in enumerate((INTERPRETER, JUDGE)):
            with document.tree.element("Form", flow.parent) as form:
                box = (72, 100 + 80 * index, 272, 150 + 80 * index)
                field = flow.page.signature_field(form, box, name=name, words=f"Naïve: {name}")
                document.fields.append(field)
        if archive:
            for name in pades.STAMP_FIELDS:
                with document.tree.element("Form", flow.parent) as form:
                    place = flow.page.signature_field(form, (72, 90, 72, 90), name=name, words=name)
                    document.fields.append(place)
    flow.break_page()
    return document.finish(document.take_pages(), attachments=attachments, furniture=lambda *_: None)


def attachments_of(office: Office, **files: bytes) -> list[Attachment]:
    """The files of a bundle, and its list of them and of the people for whom the places are kept."""
    people = {INTERPRETER: (office.interpreter, "INTERPRETER"), JUDGE: (office.judge, "INVESTIGATING_JUDGE")}
    manifest = {
        "files": [
            {"path": name, "size": len(data), "sha256": sha256(data).hexdigest()}
            for name, data in files.items()
        ],
        "records": [],
        "signatures": [
            {
                "field": field,
                "name": field,
                "function": function,
                "certificate_sha256": sha256(signer.certificate or b"").hexdigest(),
            }
            for field, (signer, function) in people.items()
        ],
    }
    return [
        Attachment(path=path, media_type="text/plain", relation="Data", description="A file", data=data)
        for path, data in {**files, "manifest.json": canonical.encode(manifest)}.items()
    ]


def bundle(office: Office, attachments: Sequence[Attachment] | None = None) -> bytes:
    """A document as the program makes bundles, with two attached files and a list, not yet signed."""
    return laid_out(attachments or attachments_of(office, **FILES))


def _widget(pdf: pikepdf.Pdf, page: pikepdf.Page, name: str, bottom: int) -> pikepdf.Object:
    drawn = pdf.make_stream(b"0.5 w 1 1 198 48 re S")
    drawn.Type, drawn.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    drawn.BBox, drawn.Resources = pikepdf.Array([0, 0, 200, 50]), pikepdf.Dictionary()
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Sig,
            T=pikepdf.String(name),
            TU=pikepdf.String(f"Signature: {name}"),
            Rect=pikepdf.Array([72, bottom, 272, bottom + 50]),
            F=132,
            P=page.obj,
            AP=pikepdf.Dictionary(N=drawn),
        )
    )


def signed(
    source: bytes,
    office: Office,
    signer: SoftwareSigner,
    field: str,
    certify: pades.Certification | None,
    *,
    at: datetime = AT,
) -> bytes:
    """Return the document with one more signature, made in our reserved space."""
    target = io.BytesIO()
    pades.sign(
        io.BytesIO(source),
        target,
        field=field,
        signer=signer,
        chain=[office.root],
        certify=certify,
        at=at,
        reason="Record",
    )
    return target.getvalue()


def signed_twice(office: Office, source: bytes | None = None) -> bytes:
    """Return a document that the interpreter certified and the judge approved."""
    first = signed(
        source or prepare(), office, office.interpreter, INTERPRETER, pades.Certification.FILL_FORMS
    )
    return signed(first, office, office.judge, JUDGE, None)


def updated(
    data: bytes, objects: dict[int, bytes], *, root: int | None = None, size: int | None = None
) -> bytes:
    """Append an incremental update as an attacker would: the given objects and a cross-reference stream."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        trailer = pdf.trailer
        root = root or trailer.Root.objgen[0]
        own = max([int(trailer.Size) - 1, *objects]) + 1
        size = size or own + 1
        info = b"/Info %d 0 R" % trailer.Info.objgen[0] if "/Info" in trailer else b""
        identity = trailer.ID.unparse() if "/ID" in trailer else b"[<00> <00>]"
    previous = int(data[data.rindex(b"startxref") + 9 :].split()[0])
    text, rows, index = bytearray(data if data.endswith(b"\n") else data + b"\n"), bytearray(), b""
    for number, body in sorted(objects.items()):
        rows += b"\x01" + len(text).to_bytes(4) + b"\x00\x00"
        index += b"%d 1 " % number
        text += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(text)
    entries = b"/Type /XRef /W [1 4 2] /Index [%s] /Size %d /Root %d 0 R %s /ID %s /Prev %d /Length %d" % (
        index, size, root, info, identity, previous, len(rows),
    )  # fmt: skip
    text += b"%d 0 obj\n<< %s >>\nstream\n%s\nendstream\nendobj\n" % (own, entries, rows)
    return bytes(text + b"startxref\n%d\n%%%%EOF\n" % start)


def signed_elsewhere(source: bytes, office: Office, signer: SoftwareSigner, field: str) -> bytes:
    """Return a signature as pyHanko makes it by default: much space behind the message, no name of this
    program.
    """
    keep_client_out()
    from pyhanko.keys.internal import translate_pyca_cryptography_key_to_asn1
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    store = SimpleCertificateStore()
    store.register(asn1_x509.Certificate.load(office.root))
    key = translate_pyca_cryptography_key_to_asn1(signer.private_key)
    certificate = asn1_x509.Certificate.load(signer.certificate or b"")
    who = signers.SimpleSigner(signing_cert=certificate, signing_key=key, cert_registry=store)
    settings = signers.PdfSignatureMetadata(
        field_name=field, subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256"
    )
    target = io.BytesIO()
    writer = IncrementalPdfFileWriter(io.BytesIO(source))
    signers.PdfSigner(settings, signer=who).sign_pdf(writer, output=target, existing_fields_only=True)
    return target.getvalue()


def room_of(data: bytes, which: int = -1) -> tuple[int, int]:
    """Return the position of the hexadecimal digits of the first (0) or last (-1) signature."""
    return [found.span(1) for found in re.finditer(rb"/Contents\s*<([0-9A-Fa-f]{200,})>", data)][which]


def message_of(data: bytes, which: int = -1) -> bytes:
    """Return the CMS message in that space, without its padding."""
    start, end = room_of(data, which)
    room = bytes.fromhex(data[start:end].decode())
    return room[: asn1_parser.peek(room)]


def with_message(data: bytes, message: bytes, which: int = -1) -> bytes:
    """Return the document with another message in the space of its signature."""
    start, end = room_of(data, which)
    text = message.hex().upper().encode()
    if len(text) > end - start:
        raise ValueError("the room is too small for this message")
    return data[:start] + text.ljust(end - start, b"0") + data[end:]


def signed_part(data: bytes, which: int = -1) -> bytes:
    """Return the bytes that a signature claims to cover."""
    ranges = re.findall(rb"/ByteRange\s*\[\s*(\d+) (\d+) (\d+) (\d+)", data)[which]
    start, first, second, rest = map(int, ranges)
    return data[start : start + first] + data[second : second + rest]


NUMBERS_OF_NOTES = re.compile("⁽[⁰¹²³⁴⁵⁶⁷⁸⁹]+⁾")


def pages_of(text: str) -> list[list[str]]:
    """The words of each page, as `pdftotext -raw` writes them, without the raised numbers of notes."""
    return [page.split() for page in NUMBERS_OF_NOTES.sub("", text).split("\f")]


def is_found(words: list[str], blank: str, pages: list[list[str]]) -> bool:
    """Whether words stand on one page, or begin on one and go on on the next."""
    whole, read = blank.join(words), [blank.join(page) for page in pages]
    if any(whole in page for page in read):
        return True
    places = range(1, len(whole))
    return any(
        whole[:at].rstrip() in page and whole[at:].lstrip() in after
        for at in places
        for page, after in pairwise(read)
    )
