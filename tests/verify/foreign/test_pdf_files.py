"""Documents that other programs signed: genuine ones, honest additions, and changes that are proven."""

import io
import re

import pikepdf
import pytest

from tests.support import foreign, pdfs
from thb_desktop.verify.foreign.answer import Indication, Kind, TimeFrom, Verdict


def keys(answer):
    return [note.key for each in answer.signatures for note in each.notes] + [
        note.key for note in answer.notes
    ]


@pytest.fixture(scope="module")
def signed(authority) -> bytes:
    return foreign.sign(foreign.document(pages=2), authority.clerk, authority)


def test_a_signature_is_not_judged_as_long_as_nobody_trusts_its_authority(judge, authority, signed):
    answer = judge(signed)

    assert answer.verdict is Verdict.UNDECIDED
    assert answer.signatures[0].indication is Indication.INDETERMINATE
    assert answer.signatures[0].sub_indication == "NO_CERTIFICATE_CHAIN_FOUND"
    assert keys(answer) == [
        "foreign-intact", "foreign-because.no-certificate-chain-found", "foreign-covers-all",
    ]  # fmt: skip


def test_with_the_root_of_its_authority_it_is_valid_and_the_missing_revocation_is_a_remark(
    judge, authority, signed
):
    answer = judge(signed, authority.root)

    assert answer.verdict is Verdict.REMARKS
    only = answer.signatures[0]
    assert (only.signer, only.anchor) == ("Ottokar Clerk", "Ministry of Justice of Syldavia Root")
    assert only.time_from is TimeFrom.SIGNER
    assert "foreign-revocation-unknown" in keys(answer)


def test_the_root_of_another_authority_does_not_help(judge, signed):
    other = foreign.authority("Ministry of Borduria")

    assert judge(signed, other.root).verdict is Verdict.UNDECIDED


def test_with_revocation_data_and_time_stamps_it_is_valid_and_the_time_is_proven(judge, authority):
    data = foreign.sign(
        foreign.document(), authority.clerk, authority, revocations=(authority.revocations(),)
    )

    answer = judge(data, authority.root)

    assert answer.verdict is Verdict.VALID
    first, stamp = answer.signatures
    assert (first.time_from, first.at) == (TimeFrom.TIME_STAMP, foreign.SIGNED)
    assert stamp.kind is Kind.TIME_STAMP
    assert {each.indication for each in answer.signatures} == {Indication.PASSED}


def test_a_revoked_certificate_is_never_valid(judge, authority):
    good = foreign.sign(
        foreign.document(), authority.clerk, authority, revocations=(authority.revocations(),)
    )
    other = authority.revocations(authority.clerk)
    data = foreign.changed_later(good, lambda writer: _add_revocations(writer, other))

    answer = judge(data, authority.root)

    assert answer.signatures[0].verdict is Verdict.UNDECIDED
    assert answer.signatures[0].sub_indication == "REVOKED_NO_POE"


def _add_revocations(writer, listed):
    from pyhanko.pdf_utils import generic

    stream = writer.add_object(generic.StreamObject(stream_data=listed))
    store = writer.root["/DSS"]
    store["/CRLs"] = generic.ArrayObject([stream])
    writer.update_container(store)


def test_a_certificate_that_ended_needs_a_time_stamp(judge, authority):
    without = foreign.sign(foreign.document(), authority.former, authority)
    stamped = foreign.sign(foreign.document(), authority.former, authority, stamped=True)

    assert judge(without, authority.root).signatures[0].sub_indication == "OUT_OF_BOUNDS_NO_POE"
    assert judge(without, authority.root).verdict is Verdict.UNDECIDED
    assert judge(stamped, authority.root).verdict is Verdict.REMARKS


def test_a_second_signature_is_an_honest_addition(judge, authority, signed):
    both = foreign.sign(signed, authority.judge, authority, field="Signature2", box=(72, 72, 200, 120))

    answer = judge(both, authority.root)

    assert answer.verdict is Verdict.REMARKS
    assert [each.signer for each in answer.signatures] == ["Ottokar Clerk", "Alma Judge"]
    assert "foreign-added-later" in keys(answer)


def test_a_second_signature_whose_picture_hides_the_page_is_not_passed_over(judge, authority, signed):
    both = foreign.sign(signed, authority.judge, authority, field="Signature2", box=(0, 0, 595, 700))

    answer = judge(both, authority.root)

    assert answer.verdict is Verdict.UNDECIDED
    assert "foreign-signature-covers" in keys(answer)


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize("at", range(5, 100, 5))
def test_no_changed_byte_is_passed_over(judge, authority, signed, at):
    """What makes the document unreadable, or hides the signature, is a doubt; the rest is proven."""
    data = bytearray(signed[: signed.index(b"/Contents <")])
    data[len(data) * at // 100] ^= 1

    answer = judge(bytes(data) + signed[len(data) :], authority.root)

    assert answer.verdict in {Verdict.UNDECIDED, Verdict.NOT_VALID}


def test_changed_text_of_a_page_is_proven_by_the_digest(judge, authority, signed):
    answer = judge(signed.replace(b"(Page 1)", b"(Page 9)", 1), authority.root)

    assert answer.verdict is Verdict.NOT_VALID
    assert answer.signatures[0].sub_indication == "HASH_FAILURE"


def _new_text(writer):
    from pyhanko.pdf_utils import generic

    page = writer.root["/Pages"]["/Kids"][1]
    stream = generic.StreamObject(stream_data=b"BT /F1 12 Tf 72 700 Td (Another statement) Tj ET")
    page["/Contents"] = writer.add_object(stream)
    writer.update_container(page)


def _new_page(writer):
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.writer import PageObject

    contents = writer.add_object(generic.StreamObject(stream_data=b"BT ET"))
    box = generic.ArrayObject([generic.NumberObject(each) for each in (0, 0, 595, 842)])
    writer.insert_page(PageObject(contents=contents, media_box=box))


def _note(writer, flags=4):
    from pyhanko.pdf_utils import generic

    note = generic.DictionaryObject(
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
            generic.pdf_name("/Subtype"): generic.pdf_name("/FreeText"),
            generic.pdf_name("/Contents"): generic.pdf_string("not guilty"),
            generic.pdf_name("/F"): generic.NumberObject(flags),
            generic.pdf_name("/Rect"): generic.ArrayObject(
                [generic.NumberObject(each) for each in (60, 690, 300, 720)]
            ),
        }
    )
    page = writer.root["/Pages"]["/Kids"][0]
    before = [page["/Annots"].raw_get(index) for index in range(len(page.get("/Annots", ())))]
    page["/Annots"] = generic.ArrayObject([*before, writer.add_object(note)])
    writer.update_container(page)


def _unknown_entry(writer):
    from pyhanko.pdf_utils import generic

    writer.root["/FooBar"] = generic.pdf_string("an odd producer")
    writer.update_root()


def _layers(writer):
    from pyhanko.pdf_utils import generic

    writer.root["/OCProperties"] = generic.DictionaryObject(
        {
            generic.pdf_name("/OCGs"): generic.ArrayObject([]),
            generic.pdf_name("/D"): generic.DictionaryObject(),
        }
    )
    writer.update_root()


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize(
    ("change", "key"),
    [
        (_new_text, "foreign-pages-changed"),
        (_new_page, "foreign-pages-counted"),
        (_note, "foreign-annotated-without-leave"),
        (_layers, "foreign-layers-changed"),
    ],
)
def test_a_later_state_that_shows_something_else_is_proven(judge, authority, signed, change, key):
    answer = judge(foreign.changed_later(signed, change), authority.root)

    assert answer.verdict is Verdict.NOT_VALID
    assert key in keys(answer)


@pytest.mark.parametrize("change", [_unknown_entry, lambda writer: _note(writer, flags=2)])
def test_a_later_change_that_nobody_sees_is_a_doubt_and_no_proof(judge, authority, signed, change):
    answer = judge(foreign.changed_later(signed, change), authority.root)

    assert answer.verdict is Verdict.UNDECIDED
    assert "foreign-unexplained" in keys(answer)


def test_an_annotation_that_the_signer_allowed_is_a_remark(judge, authority):
    from pyhanko.sign.fields import MDPPerm

    certified = foreign.sign(foreign.document(), authority.clerk, authority, permission=MDPPerm.ANNOTATE)

    answer = judge(foreign.changed_later(certified, _note), authority.root)

    assert answer.verdict is Verdict.REMARKS
    assert "foreign-annotated" in keys(answer)


def _fill(value):
    def fill(writer):
        from pyhanko.pdf_utils import generic

        field = writer.root["/AcroForm"]["/Fields"][0]
        field["/V"] = generic.pdf_string(value)
        writer.update_container(field)

    return fill


def test_a_form_field_that_was_empty_may_be_filled_in_and_is_named(judge, authority):
    data = foreign.sign(foreign.document(fields=(("Sum", ""),)), authority.clerk, authority)

    answer = judge(foreign.changed_later(data, _fill("100")), authority.root)

    assert answer.verdict is Verdict.REMARKS
    filled = next(note for note in answer.signatures[0].notes if note.key == "foreign-filled")
    assert filled.values["fields"] == ("Sum",)


@pytest.mark.requirement("SR-33")
def test_a_form_field_that_is_filled_in_where_the_signer_allowed_no_change_is_proven(judge, authority):
    """pyHanko takes it for form filling; a reader of PDF calls the certification invalid."""
    from pyhanko.sign.fields import MDPPerm

    document = foreign.document(fields=(("Sum", ""),))
    data = foreign.sign(document, authority.clerk, authority, permission=MDPPerm.NO_CHANGES)
    kept = foreign.sign(
        *(document, authority.clerk, authority),
        permission=MDPPerm.NO_CHANGES,
        revocations=(authority.revocations(),),
    )

    answer = judge(foreign.changed_later(data, _fill("100")), authority.root)

    assert answer.verdict is Verdict.NOT_VALID
    note = next(note for note in answer.signatures[0].notes if note.key == "foreign-filled-without-leave")
    assert note.values["fields"] == ("Sum",)
    assert judge(kept, authority.root).verdict is Verdict.VALID


@pytest.mark.requirement("SR-33")
def test_a_form_field_that_showed_something_else_when_it_was_signed_is_proven(judge, authority):
    """The shadow attack that pyHanko passes as form filling."""
    data = foreign.sign(foreign.document(fields=(("Sum", "100"),)), authority.clerk, authority)

    answer = judge(foreign.changed_later(data, _fill("900")), authority.root)

    assert answer.verdict is Verdict.NOT_VALID
    assert "foreign-replaced" in keys(answer)


def test_a_hole_in_what_a_signature_covers_is_proven(judge, authority, signed):
    """The range says less than the file: the comment in the hole is under no signature."""
    start = signed.index(b"/ByteRange")
    told = re.search(rb"/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]", signed[start:])
    first, second, length = (int(told[index]) for index in (2, 3, 4))
    text = f"/ByteRange [0 {first - 40} {second} {length}]".encode()
    data = signed.replace(told[0], text.ljust(len(told[0])), 1)

    answer = judge(data, authority.root)

    assert "foreign-range-open" in keys(answer)
    assert answer.verdict is Verdict.NOT_VALID


@pytest.mark.requirement("SR-33")
def test_a_signature_that_was_taken_out_again_is_told(judge, authority, signed):
    def empty(writer):
        field = next(
            each.get_object()
            for each in writer.root["/AcroForm"]["/Fields"]
            if each.get_object()["/T"] == "Signature2"
        )
        del field["/V"]
        writer.update_container(field)

    both = foreign.sign(signed, authority.judge, authority, field="Signature2")

    answer = judge(foreign.changed_later(both, empty), authority.root)

    assert answer.verdict is Verdict.UNDECIDED
    assert "foreign-signature-removed" in keys(answer)


@pytest.mark.requirement("SR-33")
def test_a_table_that_shrinks_or_an_object_of_another_generation_is_read_in_two_ways(
    judge, office, elsewhere
):
    with pikepdf.open(io.BytesIO(elsewhere)) as pdf:
        found = pdf.pages[0].Resources.Font.F1
        number, font = found.objgen[0], found.unparse(resolved=True)
    same = pdfs.updated(elsewhere, {number: font})
    place = b"\x01" + len(elsewhere).to_bytes(4)
    tail = same[len(elsewhere) :].replace(b"%d 0 obj" % number, b"%d 1 obj" % number, 1)
    renamed = elsewhere + tail.replace(place + b"\0\0", place + b"\0\1")
    shrunk = pdfs.updated(elsewhere, {number: font}, size=5)

    assert judge(same, office.root).verdict is Verdict.REMARKS
    assert judge(renamed, office.root).verdict is Verdict.UNDECIDED
    assert judge(shrunk, office.root).verdict is Verdict.UNDECIDED


def test_what_follows_a_signature_and_is_no_state_of_the_document_is_a_doubt(judge, authority, signed):
    assert judge(signed + b"\n \n", authority.root).verdict is Verdict.REMARKS
    assert judge(signed + b"5 0 obj << >> endobj", authority.root).verdict is not Verdict.REMARKS
    assert judge(signed + b"\0junk", authority.root).verdict is not Verdict.NOT_VALID


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n1 0 obj <</Type", b"%PDF-" + b"[" * 100_000])
def test_what_cannot_be_read_is_a_doubt(judge, data):
    answer = judge(data)

    assert answer.verdict is Verdict.UNDECIDED
    assert keys(answer) == ["foreign-unreadable"]


def test_a_document_without_signature_has_nothing_to_judge(judge):
    answer = judge(foreign.document())

    assert (answer.verdict, keys(answer)) == (Verdict.UNDECIDED, ["foreign-not-signed"])


def test_a_document_of_rsa_keys_is_judged_alike(judge):
    whole = foreign.authority("RSA", "rsa")
    data = foreign.sign(foreign.document(), whole.clerk, whole)

    assert judge(data, whole.root).verdict is Verdict.REMARKS
