"""The turn that is being typed: who speaks, in which language, what is said, and what it is kept as."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from thb_desktop.domain.columns import column_of
from thb_desktop.domain.ids import AgentId, InterpreterId, RowId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.record import Plain
from thb_desktop.domain.relays import interpreter_between
from thb_desktop.domain.segment import Rendering, Segment
from thb_desktop.domain.times import from_text, to_text
from thb_desktop.domain.vocabulary import (
    CautionCode,
    InterpretingMode,
    RenderingKind,
    RenderingState,
    SourceCapture,
    UtteranceKind,
)
from thb_desktop.errors import FormatError
from thb_desktop.services.testimony.mending import Turn
from thb_desktop.services.testimony.segments import NewRendering
from ui.interviews.desk.sides import Speaker

_BEFORE = ("source", "rendition")
"""The fields of this draft in earlier versions, by column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The row at the end of a record. texts: by language. spoken: the language of the words spoken; empty
    while nobody said it, as for an interpreter, who speaks several.

    column: the field of the words spoken where that is of another language: the one in which they stand
    above. A text without a field is kept as it is.

    began: when its first letter was typed. heard: the range of the recording, where the words spoken were
    not written down. unwritten: whether that was said of them. mended: the turn that is mended; None for a
    new one. turned: whether another speaker was chosen for it. mode: how it is interpreted, if that is not
    what the engagement says.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    spoken: str = ""
    column: str = ""
    began: datetime | None = None
    heard: tuple[str, str] = ("", "")
    unwritten: bool = False
    caution: CautionCode | None = None
    mended: Turn | None = None
    turned: bool = False
    mode: InterpretingMode | None = None

    @property
    def is_empty(self) -> bool:
        return not any(text.strip() for text in self.texts.values())

    @property
    def said_in(self) -> str:
        """The language of the words spoken; where nobody said it, that of the only field with words."""
        written = [tag for tag, text in self.texts.items() if text.strip()]
        return self.spoken or (written[0] if len(written) == 1 else "")

    @property
    def said_at(self) -> str:
        """The field of the words spoken; empty as long as nobody said in which language they are."""
        return self.column or self.said_in

    def tag_of(self, tag: str) -> str:
        """Return the language of the words in a field."""
        return self.spoken if self.column and tag == self.column else tag

    def spoken_in(self, tag: str) -> "Entry":
        """Say in which language the words are spoken: in a field of its own, or in that in which they stand
        as long as they are in the language in which the turn was kept.
        """
        return replace(self, spoken=tag, column=self._column(tag))

    def _column(self, tag: str) -> str:
        kept = self.mended.segment.language if self.mended is not None else ""
        is_own = tag == kept and tag not in self.texts
        return column_of(tag, tuple(self.texts)) if is_own else ""

    def source(self) -> str | None:
        """Return the words spoken; None if nobody wrote them down."""
        return self.texts.get(self.column or self.spoken, "").strip() or None

    def renditions(self) -> dict[str, str]:
        """Return what was rendered, by the language into which."""
        spoken = self.column or self.spoken
        told = {tag: text.strip() for tag, text in self.texts.items() if tag != spoken}
        return {tag: text for tag, text in told.items() if text}

    def with_text(self, tag: str, text: str) -> "Entry":
        return replace(self, texts={**self.texts, tag: text})

    def moved(self, tags: Mapping[str, str]) -> "Entry":
        """Return it with languages as they are after those of the record were corrected. tags: by the former
        one.
        """
        texts = {tags.get(tag, tag): text for tag, text in self.texts.items()}
        spoken, column = (tags.get(tag, tag) for tag in (self.spoken, self.column))
        return replace(self, texts=texts, spoken=spoken, column="" if column == spoken else column)

    def fields(self) -> dict[str, Plain]:
        """Return what a draft holds of it; empty if nothing is typed."""
        if self.is_empty:
            return {}
        told: dict[str, Plain] = {f"text.{tag}": text for tag, text in self.texts.items() if text}
        told |= {"spoken": self.spoken, "column": self.column, "from": self.heard[0], "to": self.heard[1]}
        told["began"] = to_text(self.began) if self.began else ""
        told["caution"] = self.caution.value if self.caution else ""
        told["mode"] = self.mode.value if self.mode else ""
        told["unwritten"] = "yes" if self.unwritten else ""
        told["mended"] = self.mended.segment.id if self.mended else ""
        return {name: value for name, value in told.items() if value}


def restored(fields: Mapping[str, Plain], sides: tuple[str, ...]) -> Entry:
    """Return the entry that a draft holds. sides: the languages of the columns."""

    def text(name: str) -> str:
        value = fields.get(name, "")
        return value if isinstance(value, str) else ""

    code = text("caution")
    try:
        began = from_text(text("began")) if text("began") else None
    except (ValueError, FormatError):
        began = None
    texts = {tag: text(f"text.{tag}") for tag in sides}
    away = (name.removeprefix("text.") for name in fields if name.startswith("text."))
    texts |= {tag: text(f"text.{tag}") for tag in away if tag not in texts}
    for tag, old in zip(sides[:1] + sides[1:][-1:], _BEFORE, strict=False):
        texts[tag] = texts[tag] or text(old)
    return Entry(
        texts=texts,
        spoken=text("spoken"),
        column=text("column") if text("column") in sides else "",
        began=began,
        heard=(text("from"), text("to")),
        unwritten=bool(text("unwritten")),
        caution=CautionCode(code) if code in list(CautionCode) else None,
        mode=InterpretingMode(text("mode")) if text("mode") in list(InterpretingMode) else None,
    )


def of_turn(turn: Turn, sides: tuple[str, ...], own: str) -> Entry:
    """Return a kept turn as the entry in which it is mended. own: the column of its original. Words whose
    column is not shown, or is that of a rendition too, have no field and are kept as they are.
    """
    segment = turn.segment
    texts = dict.fromkeys(sides, "")
    for rendering in turn.renderings:
        if rendering.language in texts:
            texts[rendering.language] = rendering.text
    column = own if own in texts and not texts[own].strip() and own != segment.language else ""
    texts[column or segment.language] = segment.source_text or ""
    heard = (segment.recording_from, segment.recording_to)
    return Entry(
        texts=texts, spoken=segment.language, column=column, began=segment.at, heard=heard, mended=turn
    )


def new_renderings(entry: Entry, record: InterviewInFull) -> tuple[NewRendering, ...]:
    """Return the renditions of a new turn, as told: in a relay, each by the interpreter of its leg."""
    return tuple(
        NewRendering(
            language=tag,
            text=text,
            kind=RenderingKind.RENDITION,
            author_id=_author(entry, record, tag),
            mode=entry.mode,
        )
        for tag, text in entry.renditions().items()
    )


def _author(entry: Entry, record: InterviewInFull, into: str) -> InterpreterId | None:
    through = [tag for tag in entry.renditions() if tag != into]
    return interpreter_between(record, entry.spoken, into, through=through)


def mended_turn(
    entry: Entry, record: InterviewInFull, speaker: Speaker | None, at: datetime, captured: SourceCapture
) -> Turn:
    """Return the turn that is mended as it is to be. at: the present time. captured: how words spoken came
    into the record that are typed now.
    """
    turn = entry.mended
    if turn is None:
        raise ValueError
    source = entry.source()
    capture = SourceCapture.NOT_CAPTURED if source is None else turn.segment.capture
    if source is not None and capture is SourceCapture.NOT_CAPTURED:
        capture = captured
    segment = replace(
        turn.segment,
        language=entry.spoken,
        source_text=source,
        capture=capture,
        recording_from=entry.heard[0],
        recording_to=entry.heard[1],
    )
    if speaker is not None and entry.turned:
        segment = replace(
            segment, speaker=speaker.role, speaker_id=speaker.presence_id, kind=_kind_of(segment, speaker)
        )
    return Turn(segment=segment, renderings=_renderings(entry, record, turn, at))


def _kind_of(segment: Segment, speaker: Speaker) -> UtteranceKind:
    return segment.kind if segment.speaker is speaker.role else speaker.kind


def _renderings(entry: Entry, record: InterviewInFull, turn: Turn, at: datetime) -> tuple[Rendering, ...]:
    """Return the renditions as typed; one in the language that is now the spoken one loses its words."""
    made = {each.language: each for each in turn.renderings if each.kind is RenderingKind.RENDITION}
    wanted = entry.renditions()
    for tag in made.keys() & (entry.texts.keys() - {entry.column}):
        made[tag] = replace(made[tag], text=wanted.get(tag, ""))
    for tag in wanted.keys() - made.keys():
        made[tag] = Rendering(
            id=RowId(""),
            segment_id=turn.segment.id,
            language=tag,
            kind=RenderingKind.RENDITION,
            state=RenderingState.DRAFT,
            text=wanted[tag],
            source_digest="",
            typed_by=AgentId(""),
            typed_at=at,
            author_id=_author(entry, record, tag),
        )
    return tuple(made.values())
