"""TMX 1.4b: the memory of a case, out and in. TMX 1.1 to 1.3 are read too.

A memory of plain text has no codes. Those of other programs are left out of the text, and told by line.
"""

from collections.abc import Iterator, Sequence

from thb_desktop import __version__
from thb_desktop.errors import ExchangeFormatError, ExchangeVersionError
from thb_desktop.exchange.characters import XML_CANNOT, direction_controls
from thb_desktop.exchange.memory.entries import MemoryEntry, ReadMemory
from thb_desktop.exchange.untrusted.limits import verify_count
from thb_desktop.exchange.untrusted.xml import XML, Element, read_xml
from thb_desktop.exchange.xml_text import HEAD, in_attribute, in_text
from thb_desktop.findings import Finding, Where, unknown

VERSIONS = ("1.1", "1.2", "1.3", "1.4")
_CHARACTER = "x-thb-character"
"""The type of a placeholder that stands for a character that XML cannot hold: its number, hexadecimal."""
_ORIGIN = "x-origin"
_CODES = ("bpt", "ept", "it", "ph", "ut")


def write_tmx(entries: Sequence[MemoryEntry], *, source_language: str) -> bytes:
    """Return the file. source_language: of the whole; an entry may have another one."""
    return "".join(_file(entries, source_language)).encode()


def _file(entries: Sequence[MemoryEntry], source_language: str) -> Iterator[str]:
    yield HEAD
    yield (
        f'<tmx version="1.4">\n<header creationtool="THB Desktop" creationtoolversion="{__version__}"'
        ' segtype="block" o-tmf="THB Desktop" adminlang="en"'
        f' srclang="{in_attribute(source_language)}" datatype="plaintext"/>\n<body>\n'
    )
    for number, entry in enumerate(entries, 1):
        yield f'<tu tuid="{in_attribute(entry.id, str(number))}"'
        if entry.source_language != source_language:
            yield f' srclang="{in_attribute(entry.source_language)}"'
        yield ">\n"
        if entry.origin:
            yield f'<prop type="{_ORIGIN}">{in_text(entry.origin, str(number))}</prop>\n'
        for language, text in (
            (entry.source_language, entry.source),
            (entry.target_language, entry.target),
        ):
            yield f'<tuv xml:lang="{in_attribute(language)}"><seg>{_segment(text)}</seg></tuv>\n'
        yield "</tu>\n"
    yield "</body>\n</tmx>\n"


def _segment(text: str) -> str:
    parts, last = [], 0
    for found in XML_CANNOT.finditer(text):
        parts += [
            in_text(text[last : found.start()]),
            f'<ph type="{_CHARACTER}">{ord(found[0]):04X}</ph>',
        ]
        last = found.end()
    return "".join((*parts, in_text(text[last:])))


def read_tmx(untrusted: bytes) -> ReadMemory:
    """Return the entries of a memory: one for each text beside the source text.

    Raises ExchangeFormatError, ExchangeVersionError, and what `read_xml` raises.
    """
    root = read_xml(untrusted, bare_document_type="tmx")
    if root.name != "tmx":
        raise ExchangeFormatError("the file is no TMX")
    if root.attributes.get("version") not in VERSIONS:
        raise ExchangeVersionError("the file is of another version than TMX 1.1 to 1.4")
    header, body = root.first("header"), root.first("body")
    if header is None or body is None:
        raise ExchangeFormatError("the TMX has no header or no body")
    findings: list[Finding] = []
    entries: list[MemoryEntry] = []
    for unit in body.named("tu"):
        for entry in _entries(unit, header.attributes.get("srclang", ""), findings):
            entries.append(entry)
            verify_count(len(entries))
        verify_count(len(findings))
    return ReadMemory(entries=tuple(entries), findings=tuple(findings))


def _entries(untrusted: Element, source_language: str, findings: list[Finding]) -> Iterator[MemoryEntry]:
    line = Where(kind="line", first=untrusted.line)
    source_language = untrusted.attributes.get("srclang", source_language)
    texts = [(_language(each), _text(each.first("seg"), findings)) for each in untrusted.named("tuv")]
    texts = [(language, text) for language, text in texts if language and text]
    source = _source(texts, source_language)
    if source is None or len(texts) < 2:
        findings.append(unknown("tmx.incomplete", where=line))
        return
    if signs := direction_controls("".join(text for _, text in texts)):
        findings.append(unknown("exchange-text.direction", where=line, signs=signs))
    origin = next(
        (each.text() for each in untrusted.named("prop") if each.attributes.get("type") == _ORIGIN), ""
    )
    for language, text in texts:
        if (language, text) != source:
            yield MemoryEntry(
                id=untrusted.attributes.get("tuid", ""),
                source_language=source[0],
                source=source[1],
                target_language=language,
                target=text,
                origin=origin,
            )


def _source(texts: Sequence[tuple[str, str]], language: str) -> tuple[str, str] | None:
    """Return the text in the source language: exactly, or in a variety of it; of all languages, the first."""
    wanted = language.lower()
    if wanted == "*all*":
        return texts[0] if texts else None
    exact = [each for each in texts if each[0].lower() == wanted]
    kin = [each for each in texts if each[0].lower().split("-")[0] == wanted.split("-")[0]]
    return next(iter((*exact, *kin)), None)


def _language(text: Element) -> str:
    return text.attributes.get(f"{XML}lang") or text.attributes.get("lang", "")


def _text(untrusted: Element | None, findings: list[Finding]) -> str:
    if untrusted is None:
        return ""
    parts = []
    for child in untrusted.children:
        if isinstance(child, str):
            parts.append(child)
        elif child.name == "ph" and child.attributes.get("type") == _CHARACTER:
            parts.append(_character(child, findings))
        elif child.name in _CODES:
            _tell_code(child, findings)
        else:
            parts.append(_text(child, findings))
    return "".join(parts)


def _character(placeholder: Element, findings: list[Finding]) -> str:
    told = placeholder.text()
    for point in (*range(0x20), 0xFFFE, 0xFFFF):
        if told == f"{point:04X}" and XML_CANNOT.fullmatch(chr(point)):
            return chr(point)
    _tell_code(placeholder, findings)
    return ""


def _tell_code(code: Element, findings: list[Finding]) -> None:
    """Tell of a line once that codes were left out."""
    told = unknown("tmx.codes", where=Where(kind="line", first=code.line))
    if told not in findings[-1:]:
        findings.append(told)
        verify_count(len(findings))
