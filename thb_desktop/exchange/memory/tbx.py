"""TBX (ISO 30042:2019), dialect TBX-Basic, style DCA: the terms of a case, out and in.

DCA names each kind of data in an attribute `type`, within one namespace, as older programs and most public
term bases do; DCT would need a namespace for each module. The names of the edition of 2008 (`martif`), which
many programs still write, are read too, and never written. TBX-Basic has no place for reliability, and none
for slang and stigmatising words: they stand in notes of their own form.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thb_desktop.errors import ExchangeFormatError, ExchangeVersionError
from thb_desktop.exchange.characters import direction_controls
from thb_desktop.exchange.memory.entries import ExchangeConcept, ExchangeTerm, ReadTerms, TermUse
from thb_desktop.exchange.untrusted.limits import verify_count
from thb_desktop.exchange.untrusted.xml import XML, Element, read_xml
from thb_desktop.exchange.xml_text import HEAD, in_attribute, in_text
from thb_desktop.findings import Finding, Where, unknown

SPACE = "urn:iso:std:iso:30042:ed-2"
_TAG = f"{{{SPACE}}}"
_OLD = "martif"
_NOTED = frozenset({TermUse.SLANG, TermUse.STIGMATISING})
_USE = {use: f"{use.value.lower()}Term-admn-sts" for use in TermUse if use not in _NOTED}
_USE_READ = {written: use for use, written in _USE.items()}
_OF_TERM = (
    "partOfSpeech", "administrativeStatus", "context", "source", "reliabilityCode", "reliability", "use",
)  # fmt: skip
_OWN_NOTE = re.compile(r"(reliability: [1-4]|use: (?:SLANG|STIGMATISING))")


@dataclass(frozen=True, slots=True)
class _Names:
    """What an edition calls its elements. terms: those of one term; in one of them a group holds the term."""

    concept: str
    language: str
    terms: tuple[str, ...]
    text: str
    body: str


_OF_2019 = _Names(f"{_TAG}conceptEntry", f"{_TAG}langSec", (f"{_TAG}termSec",), f"{_TAG}text", f"{_TAG}body")
_OF_2008 = _Names("termEntry", "langSet", ("tig", "ntig"), "text", "body")


def write_tbx(concepts: Sequence[ExchangeConcept], *, title: str, language: str) -> bytes:
    """Return the file. title: what a translator may know of the case. language: of title and definitions."""
    return "".join(_file(concepts, title, language)).encode()


def _file(concepts: Sequence[ExchangeConcept], title: str, language: str) -> Iterator[str]:
    yield HEAD
    yield (
        f'<tbx xmlns="{SPACE}" type="TBX-Basic" style="dca" xml:lang="{in_attribute(language)}">\n'
        f"<tbxHeader><fileDesc><titleStmt><title>{in_text(title)}</title></titleStmt>"
        "<sourceDesc><p>THB Desktop</p></sourceDesc></fileDesc></tbxHeader>\n<text><body>\n"
    )
    for number, concept in enumerate(concepts, 1):
        yield from _concept(concept, str(number))
    yield "</body></text>\n</tbx>\n"


def _concept(concept: ExchangeConcept, number: str) -> Iterator[str]:
    """XML wants ids that begin with a letter: `c-` stands before ours."""
    yield f'<conceptEntry id="c-{in_attribute(concept.id, number)}">\n'
    if concept.subject:
        yield _data("descrip", "subjectField", concept.subject, number)
    if concept.definition:
        yield f"<descripGrp>{_data('descrip', 'definition', concept.definition, number)}"
        if concept.definition_source:
            yield _data("admin", "source", concept.definition_source, number)
        yield "</descripGrp>\n"
    if concept.note:
        yield f"<note>{in_text(concept.note, number)}</note>\n"
    for language in dict.fromkeys(term.language for term in concept.terms):
        yield f'<langSec xml:lang="{in_attribute(language)}">\n'
        for term in concept.terms:
            if term.language == language:
                yield from _term(term, number)
        yield "</langSec>\n"
    yield "</conceptEntry>\n"


def _term(term: ExchangeTerm, number: str) -> Iterator[str]:
    yield f"<termSec><term>{in_text(term.term, number)}</term>"
    if term.part_of_speech:
        yield _data("termNote", "partOfSpeech", term.part_of_speech, number)
    if term.use in _USE:
        yield _data("termNote", "administrativeStatus", _USE[term.use], number)
    if term.context:
        yield _data("descrip", "context", term.context, number)
    if term.source:
        yield _data("admin", "source", term.source, number)
    if term.use in _NOTED:
        yield f"<note>use: {term.use}</note>"
    if term.reliability:
        yield f"<note>reliability: {term.reliability}</note>"
    yield "</termSec>\n"


def _data(element: str, kind: str, text: str, number: str) -> str:
    return f'<{element} type="{kind}">{in_text(text, number)}</{element}>'


def read_tbx(untrusted: bytes) -> ReadTerms:
    """Return the concepts of a file of style DCA, of any dialect, or of the edition of 2008.

    Raises ExchangeFormatError, ExchangeVersionError for style DCT, and what `read_xml` raises.
    """
    root = read_xml(untrusted, bare_document_type=_OLD)
    names = _names(root)
    text = root.first(names.text)
    body = text.first(names.body) if text else None
    if body is None:
        raise ExchangeFormatError("the TBX has no body")
    reader = _Reader(names)
    concepts = [reader.concept(each) for each in body.named(names.concept)]
    return ReadTerms(
        concepts=tuple(concept for concept in concepts if concept.terms), findings=tuple(reader.findings)
    )


def _names(root: Element) -> _Names:
    if root.local not in ("tbx", _OLD):
        raise ExchangeFormatError("the file is no TBX")
    if root.name == _OLD:
        return _OF_2008
    if root.name != f"{_TAG}tbx" or root.attributes.get("style", "").lower() != "dca":
        raise ExchangeVersionError("the file is no TBX of ISO 30042:2019 in style DCA, and none of 2008")
    return _OF_2019


class _Reader:
    """Reads concepts, and notes by line what is not kept."""

    def __init__(self, names: _Names) -> None:
        self._names = names
        self.findings: list[Finding] = []
        self._terms_read = 0

    def concept(self, untrusted: Element) -> ExchangeConcept:
        told: dict[str, str] = {}
        terms: list[ExchangeTerm] = []
        for child in _ungrouped(untrusted):
            if child.name == self._names.language:
                terms += self._terms(child)
            else:
                self._keep(child, told, ("subjectField", "definition", "source", "note"))
        if not terms:
            self._tell("tbx.incomplete", untrusted)
        return ExchangeConcept(
            id=untrusted.attributes.get("id", "").removeprefix("c-"),
            terms=tuple(terms),
            subject=told.get("subjectField", ""),
            definition=told.get("definition", ""),
            definition_source=told.get("source", ""),
            note=told.get("note", ""),
        )

    def _terms(self, untrusted: Element) -> Iterator[ExchangeTerm]:
        language = untrusted.attributes.get(f"{XML}lang", "")
        for section in untrusted.elements:
            if section.name not in self._names.terms:
                self._tell("tbx.left-out", section)
                continue
            term = next((each for each in _ungrouped(section) if each.local == "term"), None)
            told = dict[str, str]()
            word = term.text() if term else ""
            if not word.strip() or not language:
                self._tell("tbx.incomplete", section)
                continue
            for child in _ungrouped(section):
                if child is not term:
                    self._keep(
                        child,
                        told,
                        _OF_TERM,
                    )
            if signs := direction_controls(word):
                where = Where(kind="line", first=section.line)
                self._add(unknown("exchange-text.direction", where=where, signs=signs))
            self._terms_read += 1
            verify_count(self._terms_read)
            yield ExchangeTerm(
                language=language,
                term=word,
                use=_use(told),
                reliability=_reliability(told),
                part_of_speech=told.get("partOfSpeech", ""),
                context=told.get("context", ""),
                source=told.get("source", ""),
            )

    def _keep(self, untrusted: Element, told: dict[str, str], kinds: tuple[str, ...]) -> None:
        kind = "note" if untrusted.local == "note" else untrusted.attributes.get("type", "")
        if kind == "note" and kind not in kinds and _OWN_NOTE.fullmatch(untrusted.text()):
            kind = untrusted.text().partition(":")[0]
        if kind in kinds and kind not in told:
            told[kind] = untrusted.text()
        else:
            self._tell("tbx.left-out", untrusted)

    def _tell(self, key: str, untrusted: Element) -> None:
        self._add(unknown(key, where=Where(kind="line", first=untrusted.line)))

    def _add(self, found: Finding) -> None:
        self.findings.append(found)
        verify_count(len(self.findings))


def _ungrouped(untrusted: Element) -> Iterator[Element]:
    """Return the children, and those of groups in their place."""
    for child in untrusted.elements:
        if child.local.endswith("Grp"):
            yield from _ungrouped(child)
        else:
            yield child


def _use(told: dict[str, str]) -> TermUse | None:
    noted = told.get("use", "").removeprefix("use: ")
    return TermUse(noted) if noted else _USE_READ.get(told.get("administrativeStatus", ""))


def _reliability(told: dict[str, str]) -> int:
    code = (
        told.get("reliability", "").removeprefix("reliability: ") or told.get("reliabilityCode", "").strip()
    )
    return int(code) if code in ("1", "2", "3", "4") else 0
