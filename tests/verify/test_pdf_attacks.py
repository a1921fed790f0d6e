"""The known attacks on signed PDFs, made here: each is refused, and each by its own name."""

import io
import re

import pikepdf
import pytest

from tests.support import pdfs
from thb_desktop.findings import Standing
from thb_desktop.verify.pdf import check_pdf


def broken_codes(data, office):
    return {
        finding.code
        for finding in check_pdf(data, trusted_roots=[office.root])
        if finding.standing is Standing.BROKEN
    }


def numbers_of(data: bytes) -> dict[str, int]:
    """The object numbers of the parts that attackers aim at."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0]
        fields = {str(item.T): item for item in pdf.Root.AcroForm.Fields}
        return {
            "root": pdf.Root.objgen[0],
            "page": page.obj.objgen[0],
            "contents": page.Contents.objgen[0],
            "annots": page.obj.get("/Annots").objgen[0],
            "font": page.Resources.Font.F1.objgen[0],
            "metadata": pdf.Root.Metadata.objgen[0],
            "form": pdf.Root.AcroForm.objgen[0],
            "first": fields[pdfs.INTERPRETER].objgen[0],
            "second": fields[pdfs.JUDGE].objgen[0],
            "drawn": fields[pdfs.JUDGE].AP.N.objgen[0],
            "size": int(pdf.trailer.Size),
        }


def body_of(data: bytes, number: int) -> bytes:
    """A dictionary of the document as text, to be altered."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return pdf.get_object(number, 0).unparse(resolved=True)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(content), content)


FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 200 50]"


@pytest.mark.requirement("SR-33")
def test_content_replaced_by_an_incremental_saving_is_refused(office, approved):
    at = numbers_of(approved)

    attacked = pdfs.updated(approved, {at["contents"]: stream(b"BT /F1 12 Tf 72 700 Td (Innocent) Tj ET")})

    assert broken_codes(attacked, office) == {"not-whole-file", "object-changed"}


@pytest.mark.requirement("SR-33")
def test_a_note_laid_over_the_page_is_refused(office, approved):
    at = numbers_of(approved)
    note = b"<< /Type /Annot /Subtype /FreeText /Rect [72 690 300 720] /Contents (Innocent) >>"
    page = body_of(approved, at["page"]).replace(
        b"/Annots %d 0 R" % at["annots"], b"/Annots [%d 0 R]" % at["size"]
    )

    attacked = pdfs.updated(approved, {at["size"]: note, at["page"]: page})

    assert {"not-whole-file", "page-changed", "hidden-object"} <= broken_codes(attacked, office)


@pytest.mark.requirement("SR-33")
def test_a_page_added_is_refused(office, approved):
    at = numbers_of(approved)
    page = body_of(approved, at["page"])
    with pikepdf.open(io.BytesIO(approved)) as pdf:
        pages = pdf.Root.Pages.objgen[0]
    tree = b"<< /Type /Pages /Count 2 /Kids [%d 0 R %d 0 R] >>" % (at["page"], at["size"])

    attacked = pdfs.updated(approved, {at["size"]: page, pages: tree})

    assert {"not-whole-file", "page-changed"} <= broken_codes(attacked, office)


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize(
    ("part", "body", "code"),
    [
        ("metadata", stream(b"<x/>", b"/Type /Metadata /Subtype /XML"), "metadata-changed"),
        ("font", b"<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>", "object-changed"),
        ("drawn", stream(b"0 0 200 50 re f", FORM), "object-changed"),
        ("annots", b"[]", "object-changed"),
        ("page", b"<< /Type /Page >>", "page-changed"),
        ("second", b"<< /FT /Sig /T (Judge) /V null >>", "form-changed"),
    ],
)
def test_a_changed_part_is_refused_by_its_name(office, certified, part, body, code):
    attacked = pdfs.updated(certified, {numbers_of(certified)[part]: body})

    assert broken_codes(attacked, office) == {"not-whole-file", code}


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize(
    "value",
    [
        b"",
        b"/Contents <>",
        b"/ByteRange [0 10 20 30]",
        b"/Contents null /ByteRange null",
        b"/Contents <00> /ByteRange [0 -1 2 3]",
        b"/Contents <00> /ByteRange [0 0 0 0]",
        b"/Contents <00> /ByteRange [0 99999999999 1 1]",
        b"/Contents <00> /ByteRange [0 1.5 2 3]",
        b"/Contents <00> /ByteRange [true 1 2 3]",
        b"/Contents 0 /ByteRange [0 1 2 3 4 5 6]",
    ],
)
def test_a_signature_that_lacks_what_it_needs_to_be_checked_is_broken(office, value):
    """Universal signature forgery: a viewer that cannot check must not say valid."""
    source = pdfs.prepare()
    at = numbers_of(source)
    field = (
        body_of(source, at["second"])[:-2]
        + b"/V << /Type /Sig /SubFilter /ETSI.CAdES.detached "
        + value
        + b" >> >>"
    )

    attacked = pdfs.updated(source, {at["second"]: field})

    assert broken_codes(attacked, office) & {"byte-range-malformed", "byte-range-not-exact"}


@pytest.mark.requirement("SR-33")
def test_a_gap_wider_than_the_signature_is_refused(office, final):
    """Signature wrapping: whatever lies in the gap would not be covered."""
    start, end = pdfs.room_of(final)
    wider = final[:end] + b"> /Evil (x" + final[end + 1 :].replace(b">", b")", 1)
    ranges = re.search(rb"/ByteRange \[0 (\d+) (\d+) (\d+)\]", wider)
    assert ranges is not None
    shifted = b"/ByteRange [0 %d %d %d]" % (start - 1, end + 11, len(wider) - end - 11)
    attacked = wider.replace(ranges.group(), shifted.ljust(len(ranges.group())), 1)

    assert broken_codes(attacked, office)
    assert broken_codes(attacked, office) <= {"byte-range-not-exact", "pdf-unreadable"}


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize("shift", [(0, 1, 0), (-1, 0, 0), (0, 0, -1), (1, 0, 0), (0, -1, 1)])
def test_a_byte_range_off_by_one_is_refused(office, final, shift):
    ranges = re.search(rb"/ByteRange \[0 (\d+) (\d+) (\d+)\]", final)
    assert ranges is not None
    moved = b"/ByteRange [0 %d %d %d]" % tuple(
        int(number) + change for number, change in zip(ranges.groups(), shift, strict=True)
    )
    attacked = final.replace(ranges.group(), moved.ljust(len(ranges.group())), 1)

    assert broken_codes(attacked, office)


@pytest.mark.requirement("SR-33")
def test_a_signature_moved_to_another_place_is_refused(office, approved):
    at = numbers_of(approved)
    first, second = body_of(approved, at["first"]), body_of(approved, at["second"])
    swapped = {
        at["first"]: first.replace(pdfs.INTERPRETER.encode(), pdfs.JUDGE.encode()),
        at["second"]: second.replace(pdfs.JUDGE.encode(), pdfs.INTERPRETER.encode()),
    }

    attacked = pdfs.updated(approved, swapped)

    assert {"not-whole-file", "form-changed"} <= broken_codes(attacked, office)


@pytest.mark.requirement("SR-33")
def test_a_signature_taken_out_of_its_place_is_noticed(office, approved):
    at = numbers_of(approved)
    emptied = re.sub(rb"/V \d+ 0 R", b"", body_of(approved, at["second"]))

    attacked = pdfs.updated(approved, {at["second"]: emptied})

    assert {"not-whole-file", "signature-detached"} <= broken_codes(attacked, office)


@pytest.mark.requirement("SR-33")
def test_a_signature_of_one_document_does_not_hold_in_another(office, final):
    other = pdfs.signed(
        pdfs.prepare(fields=(pdfs.JUDGE,), text="Another"),
        office,
        office.judge,
        pdfs.JUDGE,
        pdfs.pades.Certification.NO_CHANGES,
    )

    attacked = pdfs.with_message(other, pdfs.message_of(final))

    assert broken_codes(attacked, office) == {"content-changed"}


# Attacks by someone who may sign second: the update is covered by his own, valid signature.


def signed_over(certified: bytes, objects: dict[int, bytes], office: pdfs.Office) -> bytes:
    """The interpreter's document, altered, and then approved by a judge who was misled."""
    altered = pdfs.updated(certified, objects)
    return pdfs.signed(altered, office, office.judge, pdfs.JUDGE, None)


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize(
    ("part", "body", "code"),
    [
        ("contents", stream(b"BT /F1 12 Tf 72 700 Td (Innocent) Tj ET"), "object-changed"),
        ("font", b"<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>", "object-changed"),
        ("metadata", stream(b"<x/>", b"/Type /Metadata /Subtype /XML"), "metadata-changed"),
        ("drawn", stream(b"0 0 200 50 re f", FORM), "object-changed"),
    ],
)
def test_a_change_covered_by_the_second_signature_still_breaks_the_first(office, certified, part, body, code):
    attacked = signed_over(certified, {numbers_of(certified)[part]: body}, office)

    assert broken_codes(attacked, office) == {code}


@pytest.mark.requirement("SR-33")
def test_an_object_that_nothing_uses_is_refused_in_an_update(office, certified):
    """Shadow attacks lay hidden content down first and show it later."""
    attacked = signed_over(certified, {numbers_of(certified)["size"]: stream(b"hidden")}, office)

    assert broken_codes(attacked, office) == {"hidden-object"}


@pytest.mark.requirement("SR-33")
def test_an_empty_place_the_document_points_to_may_not_be_filled_later(office):
    with pikepdf.open(io.BytesIO(pdfs.prepare())) as pdf:
        missing = int(pdf.trailer.Size) + 4
        pdf.pages[0].Contents = pikepdf.Array([pdf.pages[0].Contents])
        target = io.BytesIO()
        pdf.save(target, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    data = target.getvalue()
    page = re.search(rb"/Contents \[ (\d+) 0 R", data)
    assert page is not None
    number = int(page.group(1))
    pointing = pdfs.updated(
        data,
        {
            numbers_in(data)["page"]: body_of(data, numbers_in(data)["page"]).replace(
                b"%d 0 R ]" % number, b"%d 0 R %d 0 R ]" % (number, missing)
            )
        },
    )
    first = pdfs.signed(
        pointing, office, office.interpreter, pdfs.INTERPRETER, pdfs.pades.Certification.FILL_FORMS
    )

    attacked = signed_over(first, {missing: stream(b"BT /F1 12 Tf 72 650 Td (Innocent) Tj ET")}, office)

    assert "object-supplied-later" in broken_codes(attacked, office)


def numbers_in(data: bytes) -> dict[str, int]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return {"page": pdf.pages[0].obj.objgen[0]}


@pytest.mark.requirement("SR-33")
def test_form_filling_between_two_signatures_is_refused(office):
    """The shadow attack that passes for form filling: the value of a text field is exchanged."""
    with pikepdf.open(io.BytesIO(pdfs.prepare())) as pdf:
        text = pdf.make_indirect(
            pikepdf.Dictionary(
                FT=pikepdf.Name.Tx, T=pikepdf.String("Sum"), V=pikepdf.String("100"), Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Widget, Rect=pikepdf.Array([72, 400, 200, 420]),
            )
        )  # fmt: skip
        pdf.Root.AcroForm.Fields.append(text)
        pdf.pages[0].obj["/Annots"].append(text)
        target = io.BytesIO()
        pdf.save(target)
    source = target.getvalue()
    first = pdfs.signed(
        source, office, office.interpreter, pdfs.INTERPRETER, pdfs.pades.Certification.FILL_FORMS
    )
    with pikepdf.open(io.BytesIO(first)) as pdf:
        number = pdf.Root.AcroForm.Fields[2].objgen[0]

    attacked = signed_over(first, {number: body_of(first, number).replace(b"(100)", b"(900)")}, office)

    assert broken_codes(attacked, office) == {"form-changed"}


@pytest.mark.requirement("SR-33")
def test_a_place_for_a_signature_added_later_is_refused_where_it_is_seen(office, certified):
    """The sneaky signature attack: a new signature whose picture covers the text."""
    at = numbers_of(certified)
    with pikepdf.open(io.BytesIO(certified)) as pdf:
        fields = [item.objgen[0] for item in pdf.Root.AcroForm.Fields]
        annots = [item.objgen[0] for item in pdf.pages[0].obj["/Annots"]]
    new = at["size"]
    widget = (
        b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Clerk) /F 132 /Rect [60 690 400 720] "
        b"/P %d 0 R /AP << /N %d 0 R >> >>" % (at["page"], new + 1)
    )
    references = b" ".join(b"%d 0 R" % number for number in [*fields, new])
    altered = pdfs.updated(
        certified,
        {
            new: widget,
            new + 1: stream(b"1 g 0 0 340 30 re f", b"/Type /XObject /Subtype /Form /BBox [0 0 340 30]"),
            at["form"]: b"<< /Fields [%s] /SigFlags 3 >>" % references,
            at["annots"]: b"[" + b" ".join(b"%d 0 R" % number for number in [*annots, new]) + b"]",
        },
    )

    attacked = pdfs.signed(altered, office, office.judge, "Clerk", None)

    assert broken_codes(attacked, office) == {"field-added"}


def test_the_same_object_written_again_changes_nothing(office, certified):
    at = numbers_of(certified)

    again = signed_over(certified, {at["font"]: body_of(certified, at["font"])}, office)

    assert broken_codes(again, office) == set()


def test_a_changed_generation_does_not_make_an_object_vanish(office, certified):
    """References to an object by its old generation lead nowhere, and its content is gone."""
    at = numbers_of(certified)
    renewed = pdfs.updated(certified, {at["font"]: body_of(certified, at["font"])})
    head, tail = renewed[: len(certified)], renewed[len(certified) :]
    place = b"\x01" + len(head).to_bytes(4)
    tail = tail.replace(b"%d 0 obj" % at["font"], b"%d 1 obj" % at["font"], 1)

    attacked = head + tail.replace(place + b"\x00\x00", place + b"\x00\x01")

    assert attacked != renewed
    assert broken_codes(renewed, office) == {"not-whole-file"}
    assert broken_codes(attacked, office) == {"pdf-unreadable"}


def test_a_smaller_size_does_not_make_objects_vanish(office, certified):
    at = numbers_of(certified)

    attacked = pdfs.updated(certified, {at["font"]: body_of(certified, at["font"])}, size=5)

    assert "catalog-exchanged" in broken_codes(attacked, office)


@pytest.mark.requirement("SR-33")
def test_a_second_catalog_is_refused(office, certified):
    at = numbers_of(certified)
    catalog = body_of(certified, at["root"])

    attacked = pdfs.updated(certified, {at["size"]: catalog}, root=at["size"])

    assert "catalog-exchanged" in broken_codes(attacked, office)


@pytest.mark.requirement("SR-33")
def test_objects_that_the_cross_references_do_not_name_are_refused(office, certified):
    at = numbers_of(certified)
    stowed = certified + b"%d 0 obj\n(hidden)\nendobj\n" % at["size"]
    altered = pdfs.updated(certified, {at["font"]: body_of(certified, at["font"])})[len(certified) :]
    start, shift = len(certified), len(stowed) - len(certified)
    references = start + altered.index(b"%d 0 obj\n<< /Type /XRef" % at["size"])
    altered = altered.replace(start.to_bytes(4), (start + shift).to_bytes(4))
    altered = altered.replace(b"startxref\n%d" % references, b"startxref\n%d" % (references + shift))

    attacked = pdfs.signed(stowed + altered, office, office.judge, pdfs.JUDGE, None)

    assert broken_codes(attacked, office) == {"pdf-unreadable"}


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize("added", [b"\n", b" ", b"\x00", b"%%EOF\n", b"% note\n", b"1 0 obj\nnull\nendobj\n"])
def test_bytes_behind_the_end_are_refused(office, approved, added):
    assert broken_codes(approved + added, office)


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize("cut", [1, 2, 5, 6, 7, 50, 400, 1500, 3000])
def test_a_document_that_was_cut_is_refused(office, approved, cut):
    assert broken_codes(approved[:-cut], office)


@pytest.mark.requirement("SR-33")
def test_a_certification_that_is_not_the_first_signature_is_refused(office, certified):
    first = pdfs.signed(pdfs.prepare(), office, office.interpreter, pdfs.INTERPRETER, None)
    at = numbers_of(first)
    catalog = body_of(first, at["root"])
    with pikepdf.open(io.BytesIO(first)) as pdf:
        value = pdf.Root.AcroForm.Fields[0].V.objgen[0]
    attacked = signed_over(
        first, {at["root"]: catalog[:-2] + b"/Perms << /DocMDP %d 0 R >> >>" % value}, office
    )

    assert {"catalog-changed", "certification-unclear"} <= broken_codes(attacked, office)
