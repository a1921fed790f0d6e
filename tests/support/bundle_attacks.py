"""The attacks on a signed bundle that every check of bundles must give the same answer to.

Each takes what an attacker has and returns the attacked file. Strangers have the file; people of the office
also have a key of their own, so that their change is covered by a valid signature.
"""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import pikepdf
from asn1crypto import algos, cms, core, x509

from tests.support import pdfs
from tests.support.pdf_places import resaved, with_objects
from tests.support.pdf_places import updated as appended
from thb_desktop.crypto.signing import ORDER
from thb_desktop.report.document.archive import Attachment
from thb_desktop.report.pades import Certification

BROKEN, UNKNOWN = 40, 41
PACKAGE = b"mimetypeapplication/vnd.etsi.asic-e+zip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A bundle before its signatures, after the interpreter's, and after the judge's; and both offices."""

    office: pdfs.Office
    foreign: pdfs.Office
    source: bytes
    first: bytes
    whole: bytes

    @classmethod
    def made(cls) -> "Target":
        office = pdfs.make_office()
        source = pdfs.bundle(office)
        first = interpreted(office, source)
        return cls(
            office=office,
            foreign=pdfs.make_office("Somebody else"),
            source=source,
            first=first,
            whole=approved(office, first),
        )


Attack = Callable[[Target], bytes]


def interpreted(office: pdfs.Office, source: bytes) -> bytes:
    return pdfs.signed(source, office, office.interpreter, pdfs.INTERPRETER, Certification.FILL_FORMS)


def approved(office: pdfs.Office, first: bytes) -> bytes:
    return pdfs.signed(first, office, office.judge, pdfs.JUDGE, None)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(content), content)


# Changes of the document: what an update overrides or adds.


def parts_of(data: bytes) -> dict[str, int]:
    """The object numbers of what attackers aim at."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page, root = pdf.pages[0], pdf.Root
        font = next(each for each in page.Resources.Font.values() if "/ToUnicode" in each)
        names = root.Names.EmbeddedFiles.Names
        fields = {str(each.T): each for each in root.AcroForm.Fields}
        content = page.Contents[-1] if isinstance(page.Contents, pikepdf.Array) else page.Contents
        below = font.DescendantFonts[0]
        parts = {
            "root": root, "page": page.obj, "pages": root.Pages, "form": root.AcroForm, "names": root.Names,
            "content": content, "font": font, "unicode": font.ToUnicode, "below": below,
            "file": below.FontDescriptor.FontFile2 if "/FontFile2" in below.FontDescriptor
            else below.FontDescriptor.FontFile3,
            "metadata": root.Metadata, "structure": root.StructTreeRoot, "specification": names[1],
            "other": names[3], "embedded": names[1].EF.F, "swapped": names[3].EF.F,
            "info": pdf.trailer.Info, "first": fields[pdfs.INTERPRETER], "second": fields[pdfs.JUDGE],
            "drawn": fields[pdfs.JUDGE].AP.N,
        }  # fmt: skip
        return {name: each.objgen[0] for name, each in parts.items()} | {"new": int(pdf.trailer.Size) + 5}


def body_of(data: bytes, number: int) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return pdf.get_object(number, 0).unparse(resolved=True)


def more(data: bytes, part: str, entries: bytes) -> dict[int, bytes]:
    """A dictionary of the document with more entries."""
    number = parts_of(data)[part]
    return {number: body_of(data, number)[:-2] + entries + b" >>"}


def less(data: bytes, part: str, entry: bytes, instead: bytes = b"") -> dict[int, bytes]:
    """A dictionary of the document without what fits the pattern."""
    number = parts_of(data)[part]
    changed = re.sub(entry, instead, body_of(data, number), count=1)
    if changed == body_of(data, number):
        raise AssertionError(entry)
    return {number: changed}


def _exchanged(part: str, body: bytes) -> Callable[[bytes], dict[int, bytes]]:
    return lambda data: {parts_of(data)[part]: body}


def _note(data: bytes) -> dict[int, bytes]:
    new = parts_of(data)["new"]
    note = b"<< /Type /Annot /Subtype /FreeText /Rect [72 690 300 720] /Contents (Innocent) >>"
    return {new: note} | less(data, "page", rb"/Annots \[", b"/Annots [ %d 0 R " % new)


def _page(data: bytes) -> dict[int, bytes]:
    at = parts_of(data)
    pages = b"<< /Type /Pages /Count 2 /Kids [%d 0 R %d 0 R] >>" % (at["page"], at["new"])
    return {at["new"]: body_of(data, at["page"]), at["pages"]: pages}


def _swapped(data: bytes) -> dict[int, bytes]:
    at = parts_of(data)
    one, two = body_of(data, at["specification"]), body_of(data, at["other"])
    first, second = b"%d 0 R" % at["embedded"], b"%d 0 R" % at["swapped"]
    return {at["specification"]: one.replace(first, second), at["other"]: two.replace(second, first)}


def _fields_swapped(data: bytes) -> dict[int, bytes]:
    at = parts_of(data)
    first, second = body_of(data, at["first"]), body_of(data, at["second"])
    one, two = pdfs.INTERPRETER.encode(), pdfs.JUDGE.encode()
    return {
        at["first"]: first.replace(b"(%s)" % one, b"(%s)" % two),
        at["second"]: second.replace(b"(%s)" % two, b"(%s)" % one),
    }


_LAYERS = b"/OCProperties << /OCGs [] /D << /Order [] >> >>"
_SCRIPT = b"/OpenAction << /S /JavaScript /JS (app.alert) >>"
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>"
CHANGES: dict[str, Callable[[bytes], dict[int, bytes]]] = {
    "content replaced": _exchanged("content", stream(b"BT /F1 12 Tf 72 700 Td (Innocent) Tj ET")),
    "content taken away": _exchanged("content", stream(b"")),
    "text of the font exchanged": _exchanged("unicode", stream(b"/CIDInit /ProcSet findresource begin end")),
    "font exchanged": _exchanged("font", _FONT),
    "font below it exchanged": _exchanged("below", _FONT),
    "font program exchanged": _exchanged("file", stream(b"OTTO")),
    "embedded file overridden": _exchanged("embedded", stream(b"{}", b"/Type /EmbeddedFile")),
    "embedded files swapped": _swapped,
    "embedded file renamed": lambda data: less(
        data, "specification", rb"/UF \([^)]*\)", b"/UF (case/other.json)"
    ),
    "embedded files out of the name tree": _exchanged("names", b"<< /EmbeddedFiles << /Names [ ] >> >>"),
    "embedded files out of the list": lambda data: less(data, "root", rb"/AF \[[^]]*\]", b"/AF [ ]"),
    "a note over the page": _note,
    "notes of the page taken away": lambda data: less(data, "page", rb"/Annots \[[^]]*\]"),
    "layers": lambda data: more(data, "root", _LAYERS),
    "a script": lambda data: more(data, "root", _SCRIPT),
    "an action of the page": lambda data: more(data, "page", b"/AA << /O << /S /Hide /T (Judge) >> >>"),
    "information changed": lambda data: more(data, "info", b"/Keywordz (Innocent)"),
    "description changed": _exchanged("metadata", stream(b"<x/>", b"/Type /Metadata /Subtype /XML")),
    "structure changed": _exchanged("structure", b"<< /Type /StructTreeRoot >>"),
    "a page added": _page,
    "the pages taken away": _exchanged("pages", b"<< /Type /Pages /Count 0 /Kids [ ] >>"),
    "the form exchanged": _exchanged("form", b"<< /Fields [ ] /SigFlags 3 >>"),
    "the places exchanged": _fields_swapped,
    "the drawn place filled": _exchanged(
        "drawn", stream(b"0 0 9 9 re f", b"/Type /XObject /Subtype /Form /BBox [0 0 200 50]")
    ),
    "an object that nothing uses": lambda data: {parts_of(data)["new"]: stream(b"hidden")},
}  # fmt: skip
"""Each for an update on top of the whole file, and for one that the second signature covers."""


# Changes of the message in a signature's place, which no signature covers.


def recast(data: bytes, change: Callable[[cms.ContentInfo], None], which: int = -1) -> bytes:
    message = cms.ContentInfo.load(pdfs.message_of(data, which))
    change(message)
    return pdfs.with_message(data, message.dump(force=True), which)


def _signed(message: cms.ContentInfo) -> cms.SignedData:
    return message["content"]


def _info(message: cms.ContentInfo) -> cms.SignerInfo:
    return message["content"]["signer_infos"][0]


def _rootless(message: cms.ContentInfo) -> None:
    """Without the root certificate; then there is room for something else."""
    own = [
        each
        for each in _signed(message)["certificates"]
        if each.chosen.issuer.dump() != each.chosen.subject.dump()
    ]
    _signed(message)["certificates"] = cms.CertificateSet(own)


def _twin(message: cms.ContentInfo) -> None:
    pair = algos.DSASignature.load(_info(message)["signature"].native)
    other = algos.DSASignature({"r": pair["r"].native, "s": ORDER - pair["s"].native})
    _rootless(message) if len(other.dump()) > 72 else None
    _info(message)["signature"] = other.dump()


def _unsigned(message: cms.ContentInfo) -> None:
    _rootless(message)
    content = cms.CMSAttribute({"type": "signing_time", "values": [cms.Time({"utc_time": pdfs.AT})]})
    _info(message)["unsigned_attrs"] = cms.CMSAttributes([content])


def _doubled(message: cms.ContentInfo) -> None:
    _rootless(message)
    _signed(message)["signer_infos"] = cms.SignerInfos([_info(message), _info(message)])


def _root_twice(message: cms.ContentInfo) -> None:
    root = next(
        each
        for each in _signed(message)["certificates"]
        if each.chosen.issuer.dump() == each.chosen.subject.dump()
    )
    _signed(message)["certificates"] = cms.CertificateSet([root, root])


def _by_key(message: cms.ContentInfo) -> None:
    own = next(
        each.chosen
        for each in _signed(message)["certificates"]
        if each.chosen.issuer.dump() != each.chosen.subject.dump()
    )
    sid = cms.SignerIdentifier("subject_key_identifier", own.key_identifier or b"\x01")
    _info(message)["sid"] = sid


def _digests(*names: str) -> Callable[[cms.ContentInfo], None]:
    def change(message: cms.ContentInfo) -> None:
        if len(names) > 1:
            _rootless(message)
        announced = [algos.DigestAlgorithm({"algorithm": name}) for name in names]
        _signed(message)["digest_algorithms"] = cms.DigestAlgorithms(announced)

    return change


def _set(where: Callable[[cms.ContentInfo], core.Asn1Value], key: str, value: object):
    def change(message: cms.ContentInfo) -> None:
        where(message)[key] = value

    return change


def _content(message: cms.ContentInfo) -> None:
    _rootless(message)
    _signed(message)["encap_content_info"] = cms.ContentInfo(
        {"content_type": "data", "content": core.OctetString(b"more")}
    )


def _crl(message: cms.ContentInfo) -> None:
    _rootless(message)
    other = cms.RevocationInfoChoice(
        "other",
        cms.OtherRevocationInfoFormat({"other_rev_info_format": "1.2.3", "other_rev_info": core.Null()}),
    )
    _signed(message)["crls"] = cms.RevocationInfoChoices([other])


def _stranger(target: Target) -> bytes:
    """A certificate of somebody else instead of the root's."""
    other = x509.Certificate.load(target.foreign.judge.certificate or b"")

    def change(message: cms.ContentInfo) -> None:
        _rootless(message)
        kept = [*_signed(message)["certificates"], cms.CertificateChoices("certificate", other)]
        _signed(message)["certificates"] = cms.CertificateSet(kept)

    return recast(target.whole, change)


def _long_length(target: Target) -> bytes:
    """The length of the message in more bytes than it needs (BER)."""
    shorter = cms.ContentInfo.load(pdfs.message_of(target.whole))
    _rootless(shorter)
    der = shorter.dump(force=True)
    return pdfs.with_message(target.whole, b"\x30\x83\x00" + der[2:4] + der[4:])


def _unsorted(target: Target) -> bytes:
    """The certificates in the other order."""
    message = pdfs.message_of(target.whole)
    signed = cms.ContentInfo.load(message)["content"]
    first, second = (each.chosen.dump() for each in signed["certificates"])
    changed = message.replace(first + second, second + first)
    if changed == message:
        raise AssertionError
    return pdfs.with_message(target.whole, changed)


MESSAGES: dict[str, Callable[[cms.ContentInfo], None]] = {
    "the twin of the signature (r, n - s)": _twin,
    "another version of the message": _set(_signed, "version", "v3"),
    "another version of the signer": _set(_info, "version", "v3"),
    "the root certificate taken out": _rootless,
    "the root certificate twice and the signer's out": _root_twice,
    "unsigned attributes added": _unsigned,
    "the signer doubled": _doubled,
    "the signer named by its key": _by_key,
    "no digest announced": _digests(),
    "two digests announced": _digests("sha256", "sha384"),
    "another digest announced": _digests("sha384"),
    "another digest of the signer": _set(
        _info, "digest_algorithm", algos.DigestAlgorithm({"algorithm": "sha384"})
    ),
    "another algorithm of the signature": _set(
        _info, "signature_algorithm", algos.SignedDigestAlgorithm({"algorithm": "sha384_ecdsa"})
    ),
    "a content of its own": _content,
    "a revocation list": _crl,
}  # fmt: skip


# Changes of the bytes themselves.


def _flipped(at: Callable[[bytes], int]) -> Attack:
    def change(target: Target) -> bytes:
        data = bytearray(target.whole)
        data[at(target.whole)] ^= 1
        return bytes(data)

    return change


def _room(data: bytes, text: Callable[[bytes], bytes], which: int = -1) -> bytes:
    start, end = pdfs.room_of(data, which)
    return data[:start] + text(data[start:end]) + data[end:]


def _other_bits(data: bytes) -> bytes:
    """Say the uses of the root's key in other bytes: with unused bits of another number."""
    at = data.rindex(b"03020106")
    return data[:at] + b"03020006" + data[at + 8 :]


BYTES: dict[str, Attack] = {
    "the root's uses of its key in other bytes": lambda it: _other_bits(it.whole),
    "junk before it": lambda it: b"junk\n" + it.whole,
    "much junk before it": lambda it: bytes(1_000) + it.whole,
    "another document's header before it": lambda it: b"%PDF-1.4\n" + it.whole,
    "a custody extract before it": lambda it: b'{"format":"thb-custody-extract/2"}\n' + it.whole,
    "the beginning of a package before it": lambda it: b"PK\x03\x04" + bytes(26) + PACKAGE + it.whole,
    "junk within its first line": lambda it: it.whole[:9] + b"junk\n" + it.whole[9:],
    "a comment behind the file": lambda it: it.whole + b"% more\n",
    "a line feed behind the file": lambda it: it.whole + b"\n",
    "zeros behind the file": lambda it: it.whole + bytes(100),
    "a second end": lambda it: it.whole + b"%%EOF\n",
    "an object behind the file": lambda it: it.whole + b"9999 0 obj\nnull\nendobj\n",
    "the last byte cut off": lambda it: it.whole[:-1],
    "the end cut off": lambda it: it.whole[:-400],
    "a byte of the page": _flipped(lambda data: data.index(b"stream") + 20),
    "a byte in the middle": _flipped(lambda data: len(data) // 2),
    "a byte of the first signature": _flipped(lambda data: pdfs.room_of(data, 0)[0] + 200),
    "a byte of the cross-references": _flipped(lambda data: data.index(b"/Type /XRef") + 60),
    "its signatures taken out of sight": lambda it: it.whole.replace(b"/ByteRange", b"/ByteRangf"),
    "a second range that nobody can read": lambda it: it.whole + b"/ByteRange [0 1 x]",
    "a range shorter by one": lambda it: re.sub(
        rb"(/ByteRange \[0 \d+ \d+ )(\d+)", lambda hit: hit[1] + b"%d" % (int(hit[2]) - 1), it.whole
    ),
    "something in the padding": lambda it: _room(it.whole, lambda text: text[:-2] + b"01"),
    "something in the padding of the first": lambda it: _room(it.whole, lambda text: text[:-2] + b"01", 0),
    "small hexadecimal digits": lambda it: _room(it.whole, bytes.lower),
    "digits of both cases": lambda it: _room(it.whole, lambda text: text[:40].lower() + text[40:]),
    "blanks among the digits": lambda it: _room(it.whole, lambda text: text[:-2] + b"  "),
    "the message of the first signature in the second": lambda it: pdfs.with_message(
        it.whole, pdfs.message_of(it.whole, 0)
    ),
    "a certificate of somebody else in it": _stranger,
    "a length in more bytes": _long_length,
    "certificates in another order": _unsorted,
    "an empty update": lambda it: appended(it.whole, {parts_of(it.whole)["new"]: b"null"}),
    "another root of the document": lambda it: appended(
        it.whole,
        {parts_of(it.whole)["new"]: body_of(it.whole, parts_of(it.whole)["root"])},
        root=parts_of(it.whole)["new"],
    ),
}


# What the files of a bundle are called: the office signs it, and another reader picks another name.


def respecified(target: Target, change: Callable[[bytes], bytes]) -> bytes:
    """A bundle whose objects were changed before anybody signed."""
    changed = change(target.source)
    if changed == target.source:
        raise AssertionError
    return approved(target.office, interpreted(target.office, changed))


def _in_place(old: bytes, new: bytes) -> Attack:
    """Replace text before signing. The cross-references are written again."""

    def attack(target: Target) -> bytes:
        return respecified(target, lambda data: resaved(data.replace(old, new, 1)))

    return attack


def _beside(entries: bytes) -> Attack:
    return _in_place(b"/UF (case/case.json)", b"/UF (case/case.json) " + entries)


def _with_object(body: bytes, change: Callable[[bytes, int], bytes]) -> Attack:
    """Add one more object before signing, and let `change` use its number."""

    def attack(target: Target) -> bytes:
        def add(data: bytes) -> bytes:
            return resaved(change(*with_objects(data, body)))

        return respecified(target, add)

    return attack


_OTHER = stream(b"Another content.", b"/Type /EmbeddedFile")
_NAME = b"case/case.json"
_REFERENCE = re.compile(rb"/EF <<\n/F (\d+) 0 R /UF (\d+) 0 R\n>> /F \(case/case.json\)")


def _pointing(form: bytes) -> Callable[[bytes, int], bytes]:
    """The specification of the case data with other references; %o is the true stream, %n the other."""

    def change(data: bytes, number: int) -> bytes:
        found = _REFERENCE.search(data)
        if found is None:
            raise AssertionError
        text = form.replace(b"%o", found[1]).replace(b"%n", b"%d" % number)
        return data[: found.start()] + text + data[found.end() :]

    return change


def _attached_twice(target: Target, name: str) -> bytes:
    """Two files whose names are one in some systems. The list names both."""
    files = pdfs.attachments_of(target.office, **{"case/case.json": b"{}", name: b"Another."})
    return approved(target.office, interpreted(target.office, pdfs.bundle(target.office, files)))


def _listed_only(target: Target, change: Callable[[list[Attachment]], list[Attachment]]) -> bytes:
    files = change(
        pdfs.attachments_of(target.office, **{"case/case.json": b"{}", "records/I-01.txt": b"So."})
    )
    return approved(target.office, interpreted(target.office, pdfs.bundle(target.office, files)))


NAMES: dict[str, Attack] = {
    "another /UF than /F": _in_place(b"/UF (case/case.json)", b"/UF (case/other.json)"),
    "another /F than /UF": _in_place(b">> /F (case/case.json)", b">> /F (case/other.json)"),
    "no /UF": _in_place(b"/UF (case/case.json)", b""),
    "no /F": _in_place(b">> /F (case/case.json)", b">>"),
    "a /UF that is no text": _in_place(b"/UF (case/case.json)", b"/UF /case"),
    "a name for DOS besides": _beside(b"/DOS (case/other.json)"),
    "a name for Mac besides": _beside(b"/Mac (case/other.json)"),
    "a name for Unix besides": _beside(b"/Unix (other.json)"),
    "related files": _beside(b"/RF << /F [ ] >>"),
    "a file system of its own": _beside(b"/FS /URL"),
    "another key in the name tree": _in_place(b"/Names [ (case/case.json)", b"/Names [ (case/aaaa.json)"),
    "out of the name tree": _in_place(b"/Names [ (case/case.json)", b"/Names [ ] /Unused [ (case/case.json)"),
    "out of the list of the document": lambda it: respecified(
        it, lambda data: resaved(re.sub(rb"/AF \[ \d+ 0 R ", b"/AF [ ", data, count=1))
    ),
    "another stream for /UF": _with_object(
        _OTHER, _pointing(b"/EF <<\n/F %o 0 R /UF %n 0 R\n>> /F (case/case.json)")
    ),
    "another stream for /F": _with_object(
        _OTHER, _pointing(b"/EF <<\n/F %n 0 R /UF %o 0 R\n>> /F (case/case.json)")
    ),
    "another stream for DOS": _with_object(
        _OTHER, _pointing(b"/EF <<\n/F %o 0 R /UF %o 0 R /DOS %n 0 R\n>> /F (case/case.json)")
    ),
    "a second specification of the same name": _with_object(
        b"<< /Type /Filespec /F (case/case.json) /UF (case/case.json) /EF << /F 1 0 R >> >>",
        lambda data, number: re.sub(rb"/AF \[ ", b"/AF [ %d 0 R " % number, data, count=1),
    ),
    "names that differ in case": lambda it: _attached_twice(it, "Case/case.json"),
    "a name with a character beyond ASCII": lambda it: _attached_twice(it, "case/caſe.json"),
    "a name that leaves its folder": lambda it: _attached_twice(it, "../case.json"),
    "a file that is not listed": lambda it: _listed_only(
        it, lambda files: [replace(files[0], path="case/more.json"), *files]
    ),
    "a file that is listed and not there": lambda it: _listed_only(it, lambda files: files[1:]),
    "a file that is not the listed one": lambda it: _listed_only(
        it, lambda files: [replace(files[0], data=b"[]"), *files[1:]]
    ),
    "an embedded file whose content lies outside": _in_place(
        b"/Subtype /text#2Fplain", b"/F (outside.txt) /Subtype /text#2Fplain"
    ),
}  # fmt: skip


# Signatures that are missing, of somebody else, or too late.


def _again(target: Target, office: pdfs.Office) -> bytes:
    return pdfs.signed(target.first, office, office.judge, pdfs.JUDGE, None)


SIGNATURES: dict[str, tuple[Attack, int]] = {
    "the judge's signature cut away": (lambda it: it.whole[: len(it.first)], UNKNOWN),
    "every signature cut away": (lambda it: it.source, UNKNOWN),
    "the judge's signature by somebody of the same name elsewhere": (
        lambda it: _again(it, pdfs.make_office("Public Prosecutor's Office of Borduria ")),
        BROKEN,
    ),
    "all signatures of another office": (
        lambda it: approved(it.foreign, interpreted(it.foreign, pdfs.bundle(it.foreign))),
        UNKNOWN,
    ),
    "the judge's place signed by the interpreter": (
        lambda it: pdfs.signed(it.first, it.office, it.office.interpreter, pdfs.JUDGE, None),
        BROKEN,
    ),
    "signed again though the first forbids it": (
        lambda it: approved(
            it.office,
            pdfs.signed(
                it.source, it.office, it.office.interpreter, pdfs.INTERPRETER, Certification.NO_CHANGES
            ),
        ),
        BROKEN,
    ),
    "signed before the certificate was valid": (
        lambda it: pdfs.signed(
            it.first, it.office, it.office.judge, pdfs.JUDGE, None, at=pdfs.AT.replace(year=2019)
        ),
        BROKEN,
    ),
}


_NOT_SIGNED_AGAIN = ("the form exchanged", "the places exchanged")
"""After these the judge has no empty place."""


def _over(change: Callable[[bytes], dict[int, bytes]]) -> Attack:
    return lambda target: appended(target.whole, change(target.whole))


def _below(change: Callable[[bytes], dict[int, bytes]]) -> Attack:
    return lambda target: approved(target.office, appended(target.first, change(target.first)))


def _recast(change: Callable[[cms.ContentInfo], None]) -> Attack:
    return lambda target: recast(target.whole, change)


ATTACKS: dict[str, tuple[Attack, int]] = {
    **{f"update: {name}": (_over(change), BROKEN) for name, change in CHANGES.items()},
    **{
        f"under the second signature: {name}": (_below(change), BROKEN)
        for name, change in CHANGES.items()
        if name not in _NOT_SIGNED_AGAIN
    },
    **{f"message: {name}": (_recast(change), BROKEN) for name, change in MESSAGES.items()},
    **{f"bytes: {name}": (attack, BROKEN) for name, attack in BYTES.items()},
    **{f"attached: {name}": (attack, BROKEN) for name, attack in NAMES.items()},
    **{f"signatures: {name}": attack for name, attack in SIGNATURES.items()},
}
"""By name: the attack, and the exit code that each check must end with."""
