"""Units, memories and terms for tests of the exchange, by hand and drawn."""

import io
import zipfile
from collections.abc import Mapping

from hypothesis import strategies as st

from thb_desktop.exchange.memory.entries import ExchangeConcept, ExchangeTerm, MemoryEntry, TermUse
from thb_desktop.exchange.units import (
    WITHOUT_TARGET,
    ExchangeFile,
    ExchangeNote,
    ExchangeState,
    ExchangeUnit,
    Side,
)

JOB = "0198c0de-0000-7000-8000-00000000000a"
ARABIC = "أنا كنت في البيت مع أختي."
FRENCH = "J'étais à la maison avec ma sœur."


def note(text: str, quoted: str, *, id: str = "1", code: str = "AMBIGUOUS", side: Side = Side.SOURCE):  # noqa: A002 - as the field
    """A note on the words `quoted` of a text."""
    start = text.index(quoted)
    return ExchangeNote(
        id=id, text="two readings", code=code, side=side, start=start, end=start + len(quoted), quoted=quoted
    )


def unit(number: int = 1, **changed) -> ExchangeUnit:
    """A translated turn."""
    fields = {
        "id": f"0198c0de-0000-7000-8000-{number:012}",
        "number": str(number),
        "speaker": "A",
        "source_language": "ar",
        "source": ARABIC,
        "target_language": "fr-BE",
        "target": FRENCH,
        "state": ExchangeState.SELF_CHECKED,
    }
    return ExchangeUnit(**(fields | changed))


def exchange(*units: ExchangeUnit) -> ExchangeFile:
    """A file of these units, or of three."""
    three = (
        unit(1, notes=(note(ARABIC, "أختي"), note(FRENCH, "sœur", id="2", side=Side.TARGET))),
        unit(2, source="سؤال؟", target="Une question ?", state=ExchangeState.DRAFT),
        unit(3, source="لا", target="", state=ExchangeState.UNTOUCHED),
    )
    return ExchangeFile(reference="Job 1", job_id=JOB, units=units or three)


def packed(parts: Mapping[str, bytes], *, stored: bool = False) -> bytes:
    """An archive of these parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """An archive in which a part has other text. What was there before must be."""
    parts = unpacked(data)
    before = parts[part].decode()
    if old not in before:
        raise AssertionError(old)
    return packed(parts | {part: before.replace(old, new, 1).encode()})


ASTRAL = "𝒜😀🇺🇦"
ANY = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
"""Any text: control characters, bidi controls, combining, astral, not normalised."""
SPEECH = st.text(
    st.one_of(
        st.characters(exclude_categories=("Cs",)),
        st.sampled_from("\u202e\u2066\u2069\u200f\u0301\u0000\u0001\u0085\u2028\r\n\t <>&\"'\ufffe😀أם"),
    ),
    min_size=1,
    max_size=40,
)
_PLAIN = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=20
)
WRITABLE = st.text(
    st.one_of(
        st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"),
        st.sampled_from("\n\t  _x"),
    ),
    max_size=40,
)
"""What a table can hold."""


@st.composite
def notes(draw, text: str, side: Side, first: int) -> list[ExchangeNote]:
    """Notes at places of a text: nested, crossing, or at the same place."""
    found = []
    for number in range(draw(st.integers(0, 4)) if text else 0):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        found.append(
            ExchangeNote(
                id=str(first + number),
                text=draw(_PLAIN),
                code=draw(st.sampled_from(("", "QUERY", "CODE_SWITCH"))),
                side=side,
                start=start,
                end=end,
                quoted=text[start:end],
            )
        )
    return found


@st.composite
def files(draw, texts=SPEECH, *, with_notes: bool = True) -> ExchangeFile:
    """A file of one to three units with any texts."""
    units = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        source, target = draw(texts), draw(st.one_of(st.just(""), texts))
        visible = f"{target}x"
        state = draw(st.sampled_from(sorted(ExchangeState)))
        target = "" if state is ExchangeState.UNTOUCHED else target if state in WITHOUT_TARGET else visible
        found = [*draw(notes(source, Side.SOURCE, 1)), *draw(notes(target, Side.TARGET, 10))]
        units.append(
            unit(
                number,
                source=source,
                target=target,
                state=state,
                speaker=draw(_PLAIN),
                notes=tuple(found) if with_notes else (),
            )
        )
    return exchange(*units)


ENTRIES = st.lists(
    st.builds(
        MemoryEntry,
        id=st.uuids().map(str),
        source_language=st.sampled_from(("ar", "en")),
        source=SPEECH,
        target_language=st.just("fr-BE"),
        target=SPEECH,
        origin=_PLAIN,
    ),
    max_size=4,
)
_WORD = _PLAIN.filter(str.strip)
CONCEPTS = st.lists(
    st.builds(
        ExchangeConcept,
        id=st.uuids().map(str),
        subject=_PLAIN,
        definition=_WORD,
        definition_source=_PLAIN,
        note=_PLAIN,
        terms=st.tuples(
            *(
                st.builds(
                    ExchangeTerm,
                    language=st.just(language),
                    term=_WORD,
                    use=st.one_of(st.none(), st.sampled_from(TermUse)),
                    reliability=st.integers(0, 4),
                    part_of_speech=_PLAIN,
                    context=_PLAIN,
                    source=_PLAIN,
                )
                for language in ("ar", "fr-BE")
            )
        ),
    ),
    max_size=3,
)
