"""Turns that the lines of a page propose: by the marks of question and answer that records usually have.

A proposal is never kept by itself. What stands before the first mark, or on a page without one, is proposed
as a description, because nothing says who spoke.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.page_text import PageLine
from thb_desktop.domain.vocabulary import SpeakerRole, TakenWay, UtteranceKind
from thb_desktop.services.testimony.elsewhere import TakenTurn
from ui.interviews.desk.short_codes import folded

_QUESTIONS = (
    *("question", "q", "vraag", "v", "frage", "f", "pregunta", "p", "întrebare", "intrebare", "î"),
    *("domanda", "pytanie", "pergunta", "питання", "вопрос", "въпрос", "سؤال", "س", "پرسش", "pyetje", "soru"),
)
_ANSWERS = (
    *("answer", "a", "réponse", "reponse", "r", "antwoord", "antwort", "respuesta", "răspuns", "raspuns"),
    *("risposta", "odpowiedź", "resposta", "відповідь", "ответ", "отговор", "جواب", "ج", "پاسخ", "përgjigje"),
    "cevap",
)
_MARK = re.compile(
    r"^\s*(?:\d{1,4}\s*[.):]?\s*)?([^\W\d_]{1,10})\s*(?:no\.?|nr\.?)?\s*\d{0,4}\s*[:.)\u061b]\s*(.*)$"
)
_CLOSINGS = (
    *("read back", "read over", "this statement was read", "the statement was read", "i have read"),
    *("read and signed", "read and approved", "read and confirmed", "read, approved", "read, confirmed"),
    *("lu et signe", "lu et confirme", "lu, persiste", "apres relecture", "relecture faite"),
    *("gelesen und", "gelesen, genehmigt", "lido e", "lida e"),
    *("having read", "done at", "signed at", "lecture faite", "apres lecture", "lu et approuve"),
    *("lecture du present", "persiste et signe", "dont acte", "de tout quoi", "fait a", "na voorlezing"),
    *("na lezing", "gelezen en", "waarvan akte", "waarvan proces-verbaal", "gedaan te", "vorgelesen"),
    *("selbst gelesen", "nach vorlesung", "leida", "leido", "en prueba de conformidad", "hecho en"),
    *("citit", "dupa citire", "drept pentru care", "intocmit la", "letto", "letta", "прочитано"),
    *("після прочитання", "протокол прочитано", "прочетено", "odczytano", "تليت", "تمت تلاوة"),
    *("وبعد التلاوة", "بعد التلاوة", "حرر في"),
)
"""How what is said of the reading back and of the signatures begins, without accents."""
SPEAKERS = {
    UtteranceKind.QUESTION: SpeakerRole.INTERVIEWER,
    UtteranceKind.ANSWER: SpeakerRole.PERSON_HEARD,
    UtteranceKind.DESCRIPTION: SpeakerRole.OTHER,
}
"""Whose words a kind is, as a rule of such records; the kinds that a key changes, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A turn that is not kept yet: its kind, its words, and the lines of the page from which they come."""

    kind: UtteranceKind
    text: str
    page: int
    lines: tuple[int, ...]
    way: TakenWay = TakenWay.EXTRACTED


def propose(lines: Sequence[PageLine], page: int) -> tuple[Proposed, ...]:
    """Return the turns that these lines propose, each line in one of them. What is said of the reading back
    and of the signatures behind the last answer is no part of it.
    """
    found: list[Proposed] = []
    for number, line in enumerate(lines, 1):
        kind, text = _read(line.text)
        if kind is not None or (found and _closes(text, found[-1])):
            kind = kind or UtteranceKind.DESCRIPTION
            found.append(Proposed(kind=kind, text=text, page=page, lines=(number,)))
        elif found:
            last = found[-1]
            joined = (
                f"{last.text} {text}"
                if last.kind is not UtteranceKind.DESCRIPTION
                else f"{last.text}\n{text}"
            )
            found[-1] = replace(last, text=joined.strip(), lines=(*last.lines, number))
        else:
            found.append(Proposed(kind=UtteranceKind.DESCRIPTION, text=text, page=page, lines=(number,)))
    return tuple(found)


def anchors_of(
    file_id: str, digest: str, page: int, lines: Sequence[int], places: Sequence[tuple[int, ...]]
) -> tuple[Anchor, ...]:
    """Return the places of these lines of a page, or of the page alone. places: by line."""
    if not lines:
        return (Anchor.of_page(file_id, digest, page),)
    return tuple(_anchors(file_id, digest, page, lines, places))


def turn_of(proposed: Proposed, anchors: tuple[Anchor, ...]) -> TakenTurn:
    return TakenTurn(
        kind=proposed.kind,
        speaker=SPEAKERS[proposed.kind],
        text=proposed.text,
        anchors=anchors,
        way=proposed.way,
    )


def _anchors(
    file_id: str, digest: str, page: int, lines: Sequence[int], places: Sequence[tuple[int, ...]]
) -> Iterator[Anchor]:
    for line in lines:
        rectangle = places[line - 1] if line <= len(places) else ()
        yield Anchor.of_page(file_id, digest, page, line=line, rectangle=rectangle)


def _closes(text: str, last: Proposed) -> bool:
    """Whether a line begins the closing formula: nobody said it in answer to a question."""
    if last.kind is UtteranceKind.DESCRIPTION or text[:1].islower():
        # A line that begins with a small letter goes on with a sentence of the one above.
        return False
    said = folded(text)
    return any(re.match(rf"{re.escape(each)}\b", said) for each in map(folded, _CLOSINGS))


def _read(text: str) -> tuple[UtteranceKind | None, str]:
    """Return what the mark of a line says, and its words without the mark."""
    mark = _MARK.match(text)
    if mark is not None:
        word = mark[1].casefold()
        if word in _QUESTIONS:
            return UtteranceKind.QUESTION, mark[2].strip()
        if word in _ANSWERS:
            return UtteranceKind.ANSWER, mark[2].strip()
    return None, text.strip()
