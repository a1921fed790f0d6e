"""Small documents with places for signatures, people who sign, and the means to alter a signed file."""

import io
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

import pikepdf
from cryptography.hazmat.primitives.asymmetric import ec

from thb_desktop.crypto.certificates import Subject, issue_leaf, issue_root
from thb_desktop.crypto.signing import SoftwareSigner, new_private_key
from thb_desktop.report import pades

AT = datetime(2026, 3, 3, 10, 30, tzinfo=UTC)
INTERPRETER, JUDGE = "Interpreter1", "Judge"


def fixed_randomness(seed: str):
    """A stream of bytes that is the same in every run."""
    counter = iter(range(10**9))

    def randomness(size: int) -> bytes:
        blocks = [sha256(f"{seed}/{next(counter)}".encode()).digest() for _ in range(size // 32 + 1)]
        return b"".join(blocks)[:size]

    return randomness


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A root and two people whose certificates it issued."""

    root: bytes
    root_key: ec.EllipticCurvePrivateKey
    interpreter: SoftwareSigner
    judge: SoftwareSigner


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
    text: str = "Statement",
) -> bytes:
    """A page with a sentence, an XMP description, and one drawn, tagged place for each signature."""
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
    pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return target.getvalue()


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
    source: bytes, office: Office, signer: SoftwareSigner, field: str, certify: pades.Certification | None
) -> bytes:
    target = io.BytesIO()
    pades.sign(
        io.BytesIO(source),
        target,
        field=field,
        signer=signer,
        chain=[office.root],
        certify=certify,
        at=AT,
        reason="Record",
    )
    return target.getvalue()


def signed_twice(office: Office, source: bytes | None = None) -> bytes:
    """A document that the interpreter certified and the judge approved."""
    first = signed(
        source or prepare(), office, office.interpreter, INTERPRETER, pades.Certification.FILL_FORMS
    )
    return signed(first, office, office.judge, JUDGE, None)


def updated(data: bytes, objects: dict[int, bytes], *, trailer: bytes = b"") -> bytes:
    """An incremental update as an attacker writes it: the given objects, a table, a trailer."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        root, size = pdf.Root.objgen[0], int(pdf.trailer.Size)
    previous = int(data[data.rindex(b"startxref") + 9 :].split()[0])
    text, rows = bytearray(data if data.endswith(b"\n") else data + b"\n"), []
    for number, body in sorted(objects.items()):
        rows.append(b"%d 1\n%010d 00000 n \n" % (number, len(text)))
        text += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(text)
    size = max([size, *[number + 1 for number in objects]])
    text += b"xref\n" + b"".join(rows)
    text += b"trailer\n<< /Size %d /Root %d 0 R /Prev %d %s >>\n" % (size, root, previous, trailer)
    return bytes(text + b"startxref\n%d\n%%%%EOF\n" % start)
