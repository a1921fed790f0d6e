"""The rows of the list of a copy: turns that are kept, and those that a page proposes."""

from dataclasses import dataclass

from thb_desktop.domain.page_comparisons import PlacedTurn, lines_told
from thb_desktop.domain.vocabulary import TakenWay
from ui.interviews.elsewhere.model import TakingOverModel
from ui.interviews.elsewhere.proposal import Proposed
from ui.labels import words
from ui.text import isolate, listed_apart, translate
from ui.tones import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRow:
    """A turn in the list: one that is kept, or a proposal by its number."""

    label: str
    place: str
    text: str
    state: str
    tone: Tone
    turn: PlacedTurn | None = None
    proposal: int = -1

    @property
    def page(self) -> int:
        return self.turn.place.page if self.turn is not None else 0


def rows_of(model: TakingOverModel) -> list[CopyRow]:
    """Return the rows in their order; the proposals stand where their page is."""
    compared, record = model.compared, model.record
    labels = {each.segment.id: each.label for each in record.segments} if record else {}
    shown = [
        CopyRow(
            label=labels.get(turn.segment.id, ""),
            place=listed_apart(place_words(*told) for told in lines_told(turn.place.anchors)),
            text=turn.segment.source_text or "",
            state=_state(turn, compared),
            tone=Tone.OK if turn.place.page in compared else Tone.WARN,
            turn=turn,
        )
        for turn in model.turns
    ]
    at = sum(turn.place.page <= model.page for turn in model.turns)
    shown[at:at] = [_proposed(number, each) for number, each in enumerate(model.proposed)]
    return shown


def lines_taken(model: TakingOverModel) -> dict[int, tuple[str, bool]]:
    """Return by line of the page: the number of its turn, and whether the page was compared."""
    record = model.record
    labels = {each.segment.id: each.label.split()[0] for each in record.segments} if record else {}
    compared = model.page in model.compared
    return {
        anchor.line: (labels.get(turn.segment.id, ""), compared)
        for turn in model.turns
        for anchor in turn.place.anchors
        if anchor.page == model.page and anchor.line
    }


def place_words(page: int, first: int, last: int) -> str:
    """Return a place: "p. 2, l. 5-7"."""
    if not first:
        return isolate(translate("elsewhere", "p. {page}").format(page=page))
    lines = str(first) if first == last else f"{first}\u2013{last}"
    return isolate(translate("elsewhere", "p. {page}, l. {lines}").format(page=page, lines=lines))


def _proposed(number: int, proposed: Proposed) -> CopyRow:
    return CopyRow(
        label=words(proposed.kind),
        place=place_words(proposed.page, min(proposed.lines), max(proposed.lines)),
        text=proposed.text,
        state=translate("elsewhere", "Proposed"),
        tone=Tone.INFO,
        proposal=number,
    )


def _state(turn: PlacedTurn, compared: frozenset[int]) -> str:
    if turn.place.page in compared:
        return translate("elsewhere", "Compared")
    if turn.place.way is TakenWay.EXTRACTED:
        return translate("elsewhere", "Read from the file")
    return translate("elsewhere", "Typed")
