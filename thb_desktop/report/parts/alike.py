"""What all records of a bundle say in the same words is told once, above the first of them."""

from collections.abc import Collection, Mapping, Sequence

from thb_desktop.domain.interview_fields import ENGAGEMENT
from thb_desktop.report.parts.compact import Section, draw_sections
from thb_desktop.report.parts.described import name_of
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import NOTE

_SEVERAL, _WORTH = 3, 20
"""From so many records on, if so many lines are spared."""

Fact = tuple[str, str]


class Alike:
    """The facts that stand in every section of a heading, and in every record, by that heading. numbers: the
    records in which they stand; there they are left out.
    """

    def __init__(
        self,
        records: Mapping[str, Sequence[Section]] | None = None,
        *,
        together: Sequence[Collection[str]] = (),
    ) -> None:
        """records: by the number of a record, its sections. together: names of facts of which none is told
        without the others.
        """
        records = records or {}
        found = _in_all(records) if len(records) >= _SEVERAL else {}
        kept = {heading: _whole(facts, found[heading][1], together) for heading, (facts, _) in found.items()}
        spared = (len(records) - 1) * sum(map(len, kept.values()))
        self.told = {heading: facts for heading, facts in kept.items() if facts} if spared >= _WORTH else {}
        self.numbers = tuple(records) if self.told else ()

    def left_of(self, section: Section, number: str, *, heading: str) -> Section:
        """Return what a section of a record says besides. heading: under which it was compared."""
        if number not in self.numbers:
            return section
        told = self.told.get(heading, ())
        return section[0], [each for each in section[1] if each not in told]

    def draw(self, setting: Setting) -> None:
        """Draw it, with the numbers of the records that say it."""
        if not self.told:
            return
        words = setting.words.interview
        setting.flow.heading(words.alike, 2)
        setting.flow.text(words.alike_note.format(records=", ".join(self.numbers)), NOTE)
        draw_sections(setting, self.told.items())


def answers_of_engagements(setting: Setting) -> Collection[str]:
    """The names of questions put to interpreters, and of their answers: a question alone reads as a fact."""
    return {name_of(setting, ENGAGEMENT, field) for field in ("conflict_asked", "conflict_declared")}


def _in_all(records: Mapping[str, Sequence[Section]]) -> dict[str, tuple[list[Fact], set[str]]]:
    """Return by heading what each section of it says in each record, and every name in one of them."""
    found: dict[str, tuple[list[Fact], set[str]]] = {}
    for heading in dict.fromkeys(heading for sections in records.values() for heading, _ in sections):
        own = [[facts for title, facts in sections if title == heading] for sections in records.values()]
        every = [facts for sections in own for facts in sections]
        if all(own):
            told = [each for each in every[0] if each[1] and all(each in facts for facts in every)]
            found[heading] = told, {name for facts in every for name, value in facts if value}
    return found


def _whole(facts: Sequence[Fact], every: Collection[str], together: Sequence[Collection[str]]) -> list[Fact]:
    """Return facts without those of which another, that belongs to them, is not the same everywhere."""
    names = {name for name, _ in facts}
    parted = {
        name
        for group in together
        for name in group
        if any(each in every and each not in names for each in group)
    }
    return [each for each in facts if each[0] not in parted]
