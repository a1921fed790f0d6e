"""What the forms of some rows do while they are filled in."""

from collections.abc import Mapping
from typing import cast

from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.interview_fields import CORRECTION, PRESENCE
from thb_desktop.domain.interview_record import InterviewInFull
from ui.forms.editors import ChoiceEditor, LanguageEditor
from ui.forms.field_form import FieldForm
from ui.forms.names import KnownNames
from ui.forms.typed import LineEditor, TextEditor

_ENTRIES = ("official_id", "interpreter_id", "person_id")
"""Who somebody present is in the case."""


def follow(form: FieldForm, record: InterviewInFull, called: Mapping[str, str], segment_id: str = "") -> None:
    """Fill in what follows from another field.

    called: the names of officials, interpreters and persons by id. segment_id: of a correction that exists.
    """
    if form.description is CORRECTION:
        _TextBefore(form, record, segment_id)
    if form.description is PRESENCE:
        _NameOfEntry(form, called)


class _TextBefore:
    """Shows the words of the chosen turn in the chosen language as the text before."""

    def __init__(self, form: FieldForm, record: InterviewInFull, segment_id: str) -> None:
        self._turns = {full.segment.id: full for full in record.segments}
        self._segment_id = segment_id
        self._turn = cast(ChoiceEditor, form.editors["segment_id"]) if "segment_id" in form.editors else None
        self._language = cast(LanguageEditor, form.editors["language"])
        self._before = cast(TextEditor, form.editors["before"])
        self._filled = self._before.value()
        if self._turn is not None:
            self._turn.currentIndexChanged.connect(lambda _: self._fill(other_turn=True))
        self._language.currentTextChanged.connect(lambda _: self._fill(other_turn=False))

    def _fill(self, *, other_turn: bool) -> None:
        """The words of another turn never stay; in a language without words, typed text stays."""
        chosen = self._turn.value() if self._turn is not None else self._segment_id
        full = self._turns.get(SegmentId(chosen or ""))
        words = (full.side(self._language.value()).text or "").strip() if full is not None else ""
        if words or other_turn or self._before.value() == self._filled:
            self._before.set_value(words)
            self._filled = words


class _NameOfEntry:
    """Writes the name of the chosen official, interpreter or person; another typed name stays.

    Where a name is typed, the entries of the case with these letters are offered; one that is taken is chosen
    in its field.
    """

    def __init__(self, form: FieldForm, called: Mapping[str, str]) -> None:
        self._called = called
        self._name = cast(LineEditor, form.editors["name"])
        self._filled = ""
        self._fields = [cast(ChoiceEditor, form.editors[name]) for name in _ENTRIES]
        for chosen in self._fields:
            chosen.currentIndexChanged.connect(lambda _, chosen=chosen: self._fill(chosen.value()))
        offered = [
            (chosen.itemText(at), called[str(identity)], str(identity))
            for chosen in self._fields
            for at, identity in enumerate(chosen.values)
            if str(identity) in called
        ]
        KnownNames(self._name, offered).picked.connect(self._pick)

    def _pick(self, identity: str) -> None:
        """Choose this entry alone."""
        self._filled = self._called[identity]
        for chosen in self._fields:
            chosen.set_value(identity if identity in chosen.values else None)

    def _fill(self, identity: str | None) -> None:
        name = self._called.get(identity or "", "")
        if name and self._name.value() in ("", self._filled):
            self._name.set_value(name)
            self._filled = name
