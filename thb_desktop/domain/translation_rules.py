"""Rules of translations, V-T-01 to V-T-08 (docs/rules.md): what prevents a certificate, and what is doubtful.

Each function returns findings: BROKEN refuses, UNKNOWN warns. Nothing here changes or proposes a text.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.corrected_words import readings
from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.language_states import JobInFull, WorkState, annotations_of, states_of
from thb_desktop.domain.language_work import Annotation, RenderingVersion, RevisionVerdict
from thb_desktop.domain.people import Interpreter
from thb_desktop.domain.text_numbers import differing, months_in
from thb_desktop.domain.vocabulary import AnnotationCode, SourceForm, TranslationType
from thb_desktop.findings import Finding
from thb_desktop.findings import broken as refuse
from thb_desktop.findings import unknown as warn

RATIO = (0.3, 3.0)
"""The lengths of two texts between which nothing is told."""
_SHORT = 20
"""Letters below which a ratio says nothing."""
_DENSE = 3
"""Letters of an alphabet that one sign of Chinese or Japanese, or one Korean syllable, takes."""
CURRENCIES: Mapping[str, tuple[str, ...]] = {
    "EUR": ("€", "euro", "евро", "ευρώ", "يورو", "یورو", "欧元", "歐元", "ユーロ", "유로", "ዩሮ", "ইউরো"),
    "USD": ("$", "dollar", "dolar", "долар", "доллар", "دولار", "دلار", "美元", "đô la", "ዶላር"),
    "GBP": ("£", "pound", "livre sterling", "liră sterlină", "lire sterline", "фунт", "英镑"),
    "CNY": ("¥", "yuan", "人民币", "renminbi", "元"),
    "RON": ("lei", "leu"),
}
_CODES = re.compile(
    r"\b(?:EUR|USD|GBP|CHF|RON|BGN|PLN|HUF|CZK|SEK|DKK|NOK|ALL|RSD|MKD|MDL|UAH|RUB|TRY|MAD|DZD|TND|EGP|LYD|"
    r"NGN|XAF|XOF|ETB|ERN|SDG|IRR|AFN|PKR|INR|BDT|CNY|VND|THB|PHP|BRL|COP|VES|AED|SYP|IQD|BTC|ETH|USDT)\b"
)
_NAMED = frozenset(
    {
        "fr",
        "es",
        "it",
        "pt",
        "ro",
        "nl",
        "pl",
        "cs",
        "sk",
        "hr",
        "bs",
        "sl",
        "sq",
        "tr",
        "hu",
        "bg",
        "ru",
        "uk",
    }
    | {"ru", "uk", "sr", "mk", "el", "sv", "da", "fi", "et", "lv", "lt", "ca", "vi"}
)
"""Languages in which a capital within a sentence begins a name."""
_DIRECTIONS = ("miền ", "phía ", "hướng ")
"""Vietnamese words before a point of the compass, which has a capital and is no name."""
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Certifying:
    """What is known when a job is to be certified.

    linguist: the author's entry in the case. on: the day. labels: of the turns. spoken: the language of the
    source of each. languages: of the sources, each once. names: known names and numbers of the case
    (pseudonyms, exhibits) that must be in both texts. registered_until: the end of the linguist's
    registration, if there is one. machine_assisted: as they answer it with the certificate; None before that.
    """

    linguist: Interpreter
    on: date
    labels: Mapping[SegmentId, str]
    spoken: Mapping[SegmentId, str] = field(default_factory=dict)
    languages: Collection[str] = ()
    names: Collection[str] = ()
    registered_until: date | None = None
    machine_assisted: bool | None = None


def check_certifiable(work: JobInFull, known: Certifying) -> Iterator[Finding]:
    """Check everything that is asked before a certificate."""
    yield from check_complete(work, known.labels)
    yield from check_job(work, known)
    yield from check_texts(work, known.labels, known.names, spoken=known.spoken)


def check_complete(work: JobInFull, labels: Mapping[SegmentId, str]) -> Iterator[Finding]:
    """V-T-01, V-T-02: each turn has a present version that its author checked, and every query an answer."""
    newest, states, again = work.newest(), states_of(work), work.disputes_again()
    if not work.sources:
        yield refuse("V-T-01.nothing")
    for segment_id in work.sources:
        label = labels.get(segment_id, "")
        version = newest.get(segment_id)
        state = states[version.id] if version else None
        if version is None or state is WorkState.WITHDRAWN:
            yield refuse("V-T-01.not-rendered", about=segment_id, label=label)
        elif state is WorkState.STALE:
            yield refuse("V-T-01.stale", about=segment_id, label=label)
        elif state in (WorkState.DRAFT, WorkState.UNSIGNED):
            yield refuse("V-T-01.not-checked", about=segment_id, label=label)
        elif state is WorkState.CONTESTED:
            yield warn("V-T-01.contested", about=segment_id, label=label)
        elif segment_id in again:
            yield warn("V-T-01.contested-before", about=segment_id, label=label)
        if version and any(each.interpreter_id == version.author_id for each in _verdicts(work, version)):
            yield refuse("V-T-02.own-revision", about=segment_id, label=label)
    for query in work.open_queries():
        yield refuse("V-T-01.query", about=query.id, label=labels.get(query.segment_id, ""))


def check_job(work: JobInFull, known: Certifying) -> Iterator[Finding]:
    """V-T-04, V-T-07, V-T-08: the linguist's registration, and what the translation is worth."""
    job = work.job
    if known.registered_until is not None and known.registered_until < known.on:
        yield warn("V-T-04.expired", field="language_certificate.registered_until")
    for language in not_named(known.linguist, (*known.languages, job.target_language)):
        yield warn("V-T-04.language", about=known.linguist.id, language=language)
    is_told = job.translation_type is TranslationType.MACHINE_ASSISTED_POSTEDITED
    if known.machine_assisted and not is_told:
        yield refuse("V-T-07.not-told", about=job.id, field="language_job.translation_type")
    if job.made_from is None:
        yield refuse("V-T-08.unanswered", about=job.id, field="language_job.made_from")
    is_sworn = job.translation_type is TranslationType.SWORN_WRITTEN
    if is_sworn and job.made_from is SourceForm.PLAIN_COPY and is_blank(job.made_from_note):
        yield warn("V-T-08.plain-copy", about=job.id, field="language_job.made_from_note")


def not_named(linguist: Interpreter, languages: Iterable[str]) -> tuple[str, ...]:
    """Return which of the languages the linguist's entry does not name, each once."""
    spoken = {_primary(each) for each in linguist.languages}
    return tuple(each for each in dict.fromkeys(languages) if _primary(each) not in spoken)


def check_texts(
    work: JobInFull,
    labels: Mapping[SegmentId, str],
    names: Collection[str] = (),
    *,
    spoken: Mapping[SegmentId, str],
) -> Iterator[Finding]:
    """V-T-03, V-T-06: compare each present version with its source, as far as characters tell.

    spoken: the language of each source, as far as it is known.
    """
    newest = work.newest()
    noted: dict[SegmentId, list[Annotation]] = {}
    for each in work.annotations:
        noted.setdefault(each.segment_id, []).append(each)
    for segment_id, source in work.sources.items():
        version = newest.get(segment_id)
        if version is None or work.source_digests.get(segment_id) != version.source_digest:
            continue
        told = {each.code for each in annotations_of(version, noted.get(segment_id, ()))}
        label = labels.get(segment_id, "")
        for found in check_text(source, version.text, spoken.get(segment_id, ""), names, told):
            yield warn(found.key, found.values, about=segment_id, label=label)


def check_text(
    source: str,
    text: str,
    language: str = "",
    names: Collection[str] = (),
    told: Collection[AnnotationCode] = (),
) -> Iterator[Finding]:
    """Compare one text with its source.

    language: of the source, if it is known. told: the codes of the linguist's annotations: NUMBER_CHECK
    explains a difference of numbers, and NAME_SPELLING one of names. Where the source was corrected, the
    reading of it that agrees best counts.
    """
    found = (tuple(_differences(each, text, language, names, told)) for each in readings(source))
    yield from min(found, key=len)


def _differences(
    source: str, text: str, language: str, names: Collection[str], told: Collection[AnnotationCode]
) -> Iterator[Finding]:
    if is_blank(text):
        yield warn("V-T-06.empty")
        return
    if text.strip() == source.strip() and any(each.isalpha() for each in text):
        yield warn("V-T-06.equal")
    elif not RATIO[0] <= (ratio := _ratio(source, text)) <= RATIO[1]:
        yield warn("V-T-06.length", percent=round(100 * ratio))
    if AnnotationCode.NUMBER_CHECK not in told:
        left, right = differing(source, text)
        if left or right:
            yield warn("V-T-03.numbers", source=", ".join(left) or "-", target=", ".join(right) or "-")
        money, other = currencies_in(source), currencies_in(text)
        if money != other:
            yield warn(
                "V-T-03.currency",
                source=", ".join(sorted(money - other)) or "-",
                target=", ".join(sorted(other - money)) or "-",
            )
    if AnnotationCode.NAME_SPELLING not in told:
        absent = tuple(each for each in _names(source, language, names) if not _has(text, each))
        if absent:
            yield warn("V-T-03.names", names=absent)


def currencies_in(text: str) -> frozenset[str]:
    """Return the ISO 4217 codes of the currencies that a text names by code, sign or a known word."""
    words = text.casefold()
    named = {code for code, told in CURRENCIES.items() for one in told if _names_currency(one, words)}
    return frozenset({*_CODES.findall(text), *named})


def _names_currency(one: str, words: str) -> bool:
    if one in ("lei", "leu"):
        return re.search(rf"(?<=\d)[\s.\u00a0]*{one}\b", words) is not None
    if one == "元":
        return re.search(r"[\d十百千万零一二三四五六七八九]元", words) is not None
    if one == "euro":
        return re.search(r"euro(?!p)", words) is not None  # nobody pays with Europe
    return one in words


def _names(source: str, language: str, known: Collection[str]) -> Iterator[str]:
    """The known names in a source, and its words that a capital within a sentence makes a name."""
    found = dict.fromkeys(each for each in known if each and each in source)
    if _primary(language) in _NAMED:
        dated = [range(match.start(), match.end()) for match, _ in months_in(source)]
        found |= dict.fromkeys(
            match[0]
            for match in _WORD.finditer(source)
            if match[0][0].isupper()
            and len(match[0]) > 2
            and _is_within(source, match.start())
            and not any(match.start() in month for month in dated)
            and not source[: match.start()][-8:].casefold().endswith(_DIRECTIONS)
        )
    return iter(found)


def _is_within(source: str, start: int) -> bool:
    """Whether a place is within a sentence: a word and a blank, and no sign of an end, stand before it."""
    before = source[:start].rstrip()
    return bool(before) and before[-1] not in ".!?…:;«»“”\"'‘’„-–—()[]\n" and source[start - 1].isspace()


def _has(text: str, name: str) -> bool:
    """Whether a text has a name, in whatever case and with or without diacritics; an ending may differ.

    A text in another script cannot tell: then it has it.
    """
    wanted, words = _bare(name), [_bare(each) for each in _WORD.findall(text)]
    if _bare(name) in _bare(text):
        return True
    if not any(_script(each) == _script(wanted) for each in words):
        return True
    stem = wanted[: max(3, len(wanted) - 2)]
    return any(each.startswith(stem) for each in words)


def _bare(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(each for each in apart if not unicodedata.combining(each))


def _script(word: str) -> str:
    letter = next((each for each in word if each.isalpha()), "")
    return unicodedata.name(letter, " ").split(" ")[0] if letter else ""


def _ratio(source: str, text: str) -> float:
    left, right = _length(source), _length(text)
    return 1.0 if max(left, right) < _SHORT or left == 0 else right / left


def _length(text: str) -> int:
    letters = (each for each in text if each.isalnum())
    return sum(_DENSE if _is_dense(each) else 1 for each in letters)


def _is_dense(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(("CJK", "HIRAGANA", "KATAKANA", "HANGUL SYLLABLE"))


def _primary(language: str) -> str:
    return language.split("-", maxsplit=1)[0].lower()


def _verdicts(work: JobInFull, version: RenderingVersion) -> Iterator[RevisionVerdict]:
    return (each for each in work.verdicts if each.version_id == version.id)
