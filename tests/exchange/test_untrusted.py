"""What comes from outside: XML, archives and text that were made to do harm, or are not what they say."""

import io
import struct
import zipfile
from collections.abc import Callable

import pytest

from tests.security.fuzz.engine import kept
from tests.security.hostile_files import LAUGHS, MADE, OUTSIDE
from tests.support.exchange import packed
from thb_desktop import errors
from thb_desktop.exchange.untrusted import limits
from thb_desktop.exchange.untrusted.archives import open_archive
from thb_desktop.exchange.untrusted.encodings import TextEncoding, decode
from thb_desktop.exchange.untrusted.xml import read_xml

PART = {"word/document.xml": b"<a/>"}

ENTITIES = {
    "a billion laughs": LAUGHS,
    "a file of this machine": OUTSIDE,
    "quadratic": b'<!DOCTYPE a [<!ENTITY e "' + b"x" * 50_000 + b'">]><a>' + b"&e;" * 50_000 + b"</a>",
    "an address": b'<!DOCTYPE a [<!ENTITY e SYSTEM "http://127.0.0.1/x">]><a>&e;</a>',
    "a parameter entity": b'<!DOCTYPE a [<!ENTITY % e SYSTEM "http://127.0.0.1/x"> %e;]><a/>',
    "an outside subset": b'<!DOCTYPE a SYSTEM "http://127.0.0.1/x.dtd"><a/>',
    "a public name": b'<!DOCTYPE a PUBLIC "-//x//y" "x.dtd"><a/>',
    "a notation": b'<!DOCTYPE a [<!NOTATION n SYSTEM "x">]><a/>',
    "a default attribute": b'<!DOCTYPE a [<!ATTLIST a b CDATA "c">]><a/>',
    "only a name": b"<!DOCTYPE a><a/>",
    "after a comment": b"<!-- x --><!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
    "after an instruction": b"<?x y?>\n\n<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
    "after a byte order mark": b"\xef\xbb\xbf<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
    "in UTF-16": "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>".encode("utf-16"),
}


@pytest.mark.requirement("SR-25")
@pytest.mark.parametrize("name", ENTITIES)
def test_sr_25_a_document_type_is_refused_before_anything_is_expanded(name: str, figure):
    with pytest.raises(errors.XmlDocumentTypeError):
        read_xml(ENTITIES[name])

    figure("SR-25", "entity attacks refused", len(ENTITIES))


@pytest.mark.requirement("SR-25")
@pytest.mark.parametrize("name", ENTITIES)
def test_sr_25_a_bare_document_type_that_is_cut_out_lets_no_other_pass(name: str):
    with pytest.raises(errors.XmlDocumentTypeError):
        read_xml(ENTITIES[name], bare_document_type="tmx")


@pytest.mark.requirement("SR-25")
@pytest.mark.parametrize(
    "told",
    [
        '<!DOCTYPE tmx [<!ENTITY e "x">]>',
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd" [<!ENTITY e "x">]>',
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd"><!DOCTYPE tmx [<!ENTITY e "x">]>',
        '<!DOCTYPE tmx SYSTEM "[<!ENTITY e SYSTEM">',
        "<!DOCTYPE tmx SYSTEM 'tmx14.dtd'>",
        '<!doctype tmx SYSTEM "tmx14.dtd">',
        "<!ENTITY e 'x'>",
    ],
)
def test_sr_25_what_is_cut_out_names_a_system_and_nothing_else(told: str):
    with pytest.raises((errors.XmlDocumentTypeError, errors.XmlMalformedError)):
        read_xml(f"{told}<tmx>&e;</tmx>".encode(), bare_document_type="tmx")


@pytest.mark.requirement("SR-25")
def test_sr_25_lines_are_counted_as_if_nothing_had_been_cut_out():
    root = read_xml(b'<!DOCTYPE tmx\n SYSTEM\n "tmx14.dtd">\n<tmx/>', bare_document_type="tmx")

    assert (root.name, root.line) == ("tmx", 4)


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"<a>&nbsp;</a>", errors.XmlEntityError),
        (b'<a b="&x;"/>', errors.XmlEntityError),
        (b"<a>&#0;</a>", errors.XmlMalformedError),
        (b"<a>&#xD800;</a>", errors.XmlMalformedError),
        (b"<a><b></a>", errors.XmlMalformedError),
        (b"<a/><a/>", errors.XmlMalformedError),
        (b'<a b="1" b="2"/>', errors.XmlMalformedError),
        (b"<x:a/>", errors.XmlMalformedError),
        (b"", errors.XmlMalformedError),
        (b"   ", errors.XmlMalformedError),
        (b'<?xml version="1.1"?><a/>', errors.XmlMalformedError),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?><a/>', errors.EncodingUnknownError),
        (b'<?xml version="1.0" encoding="UTF-16"?><a/>', errors.EncodingUnknownError),
        ('<?xml version="1.0" encoding="UTF-8"?><a/>'.encode("utf-16"), errors.EncodingUnknownError),
        (b"<a>\xe9</a>", errors.EncodingUnknownError),
        (b"<a>" * 65 + b"</a>" * 65, errors.ExchangeOverLimitError),
        (b"<a>" * 200_000, errors.ExchangeOverLimitError),
        (b"<a>" + b"<b/>" * (limits.ELEMENTS + 1) + b"</a>", errors.ExchangeOverLimitError),
        (b"<a " + b" ".join(b'a%d=""' % n for n in range(65)) + b"/>", errors.ExchangeOverLimitError),
        (b"<a>" + b"x" * (limits.TEXT + 1) + b"</a>", errors.ExchangeOverLimitError),
        (b"<a>" + b"x<!---->" * (limits.TEXT + 1) + b"</a>", errors.ExchangeOverLimitError),
        (b'<a b="' + b"x" * (limits.ATTRIBUTE + 1) + b'"/>', errors.ExchangeOverLimitError),
        (b"<" + b"a" * (limits.NAME + 1) + b"/>", errors.ExchangeOverLimitError),
        (b"<a>" + bytes(limits.FILE), errors.ExchangeOverLimitError),
    ],
    ids=lambda each: each.__name__ if isinstance(each, type) else f"{len(each)}",
)
@pytest.mark.requirement("SR-28")
def test_xml_that_is_not_as_it_should_be_is_refused(data: bytes, refusal: type[errors.ThbError]):
    with pytest.raises(refusal):
        read_xml(data)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_xml_is_read_in_each_encoding_and_gives_text_as_it_is(codec: str):
    root = read_xml("<a x='&#10;'>e\u0301 <b/>\U0001f600\r\n<![CDATA[<&]]></a>".encode(codec))

    assert root.text() == "e\u0301 \U0001f600\n<&"
    assert root.attributes == {"x": "\n"}


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("é".encode(), "é", TextEncoding.UTF_8),
        ("é".encode("utf-8-sig"), "é", TextEncoding.UTF_8_MARKED),
        (b"\xff\xfe" + "é😀".encode("utf-16-le"), "é😀", TextEncoding.UTF_16_LITTLE),
        (b"\xfe\xff" + "é😀".encode("utf-16-be"), "é😀", TextEncoding.UTF_16_BIG),
        (b"", "", TextEncoding.UTF_8),
    ],
)
def test_the_encoding_of_a_text_is_found_and_said(data: bytes, text: str, encoding: TextEncoding):
    decoded = decode(data)

    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize(
    "data",
    [
        "é".encode("latin-1"), "خالد".encode("cp1256"), "é".encode("utf-16-le"), "abc".encode("utf-16-be"),
        "é".encode("utf-32"), b"\x00\x00\xfe\xff\x00\x00\x00a", b"\xff\xfea", b"\xed\xa0\x80", b"a\x00b",
        b"\xff\xfe\x00\xd8", b"\xc0\xaf",
    ],
)  # fmt: skip
def test_a_text_in_another_encoding_is_refused_and_never_guessed(data: bytes):
    with pytest.raises(errors.EncodingUnknownError):
        decode(data)


def named(name: str) -> bytes:
    """An archive with a file of this name, as nobody writes it."""
    filler = "a" * len(name)
    return packed({**PART, filler: b"x"}).replace(filler.encode(), name.encode())


NAMES = (
    "../../x", "/etc/x", "C:\\x", "..\\x", "a/../x", "./a", "a//b", "~/x", "a\x00b", "a\nb", "a:b", "é",
    "a\u202eb", " a", "-a", "a/" * 9 + "a",
)  # fmt: skip


@pytest.mark.requirement("SR-24")
@pytest.mark.parametrize("name", NAMES)
def test_sr_24_a_name_that_leads_elsewhere_is_refused(name: str, figure):
    with pytest.raises(errors.ArchiveRefusedError):
        open_archive(named(name))

    figure("SR-24", "names and archives refused", len(NAMES) + len(ARCHIVES))


def with_attributes(value: int) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        member = zipfile.ZipInfo("a.xml")
        member.external_attr = value
        archive.writestr(member, b"x")
    return target.getvalue()


def with_field(signature: bytes, offset: int, value: bytes) -> bytes:
    """An archive in which the record with this signature has other bytes at an offset."""
    data = bytearray(packed({"a.xml": b"x" * 100}, stored=True))
    at = data.index(signature) + offset
    data[at : at + len(value)] = value
    return bytes(data)


def bomb(parts: int, size: int) -> bytes:
    return packed({f"{number}.xml": bytes(size) for number in range(parts)})


def twice(first: str, second: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(first, b"x")
        archive.writestr(second, b"y")
    return target.getvalue()


def overlapping() -> bytes:
    """Two entries of the list that lead to one place."""
    data = packed({"a.xml": b"x", "b.xml": b"x"}, stored=True)
    at = data.rindex(b"PK\x01\x02")
    return data[: at + 42] + struct.pack("<L", 0) + data[at + 46 :]


CENTRAL, LOCAL = b"PK\x01\x02", b"PK\x03\x04"
ARCHIVES: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "no archive": lambda: b"PK\x03\x04" + bytes(100),
    "a name beside its file that is no text": lambda: kept("exchange")[0],
    "something before": lambda: b"x" + packed(PART),
    "something after": lambda: packed(PART) + b"x",
    "a picture before": MADE["a picture that is an archive"],
    "without its list": MADE["an archive without its list"],
    "only its list": MADE["only the list of an archive"],
    "in an archive in an archive": MADE["an archive in an archive in an archive"],
    "with ways out": MADE["an archive with ways out"],
    "a link": lambda: with_attributes(0o120777 << 16),
    "one name twice": lambda: twice("a.xml", "A.XML"),
    "files over one another": overlapping,
    "an archive in it": lambda: packed({"a.xml": packed(PART)}),
    "an archive in it by name": lambda: packed({"a.zip": b"x"}),
    "encrypted": lambda: with_field(CENTRAL, 8, b"\x01\x00"),
    "packed by LZMA": lambda: with_field(CENTRAL, 10, b"\x0e\x00"),
    "a size that lies": lambda: with_field(CENTRAL, 24, struct.pack("<L", 5000)),
    "a size that ends nowhere": lambda: with_field(CENTRAL, 20, struct.pack("<L", 1 << 31)),
    "a digest that lies": lambda: with_field(CENTRAL, 16, b"\0\0\0\0"),
    "another name within": lambda: with_field(LOCAL, 30, b"b"),
    "several disks": lambda: with_field(b"PK\x05\x06", 4, b"\x01\x00"),
    "a count that lies": lambda: with_field(b"PK\x05\x06", 8, b"\x02\x00"),
    "a bomb": lambda: bomb(1, 10_000_000),
    "a bomb of many": lambda: bomb(120, 600_000),
    "too many files": lambda: bomb(limits.MEMBERS + 1, 1),
    "a tape": MADE["a tape with a way out"],
    "packed by gzip": MADE["ten megabytes of nothing packed"],
    "an old office file": MADE["old office"],
    "seven zip": MADE["seven zip"],
}


@pytest.mark.requirement("SR-24")
@pytest.mark.parametrize("name", ARCHIVES)
def test_sr_24_an_archive_that_no_office_program_writes_is_refused(name: str):
    def read_all() -> list[bytes]:
        opened = open_archive(ARCHIVES[name]())
        return [opened.read(part) for part in opened.names]

    with pytest.raises((errors.ArchiveRefusedError, errors.ExchangeOverLimitError)):
        read_all()


@pytest.mark.requirement("SR-24")
def test_sr_24_an_archive_as_it_should_be_is_opened_and_a_missing_part_is_refused():
    opened = open_archive(packed(PART))

    assert opened.names == ("word/document.xml",)
    assert opened.read("word/document.xml") == b"<a/>"
    with pytest.raises(errors.ArchiveRefusedError):
        opened.read("word/styles.xml")
