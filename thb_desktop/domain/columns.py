"""The columns of an account, in the window, in a search and on paper: where an original stands, and what
follows when the language of one is corrected.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from thb_desktop.domain.interview import Interview
from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull
from thb_desktop.domain.searching import primary_language
from thb_desktop.domain.segment import Rendering, Segment
from thb_desktop.domain.vocabulary import RenderingState
from thb_desktop.findings import Finding, unknown
from thb_desktop.language_tags import canonical_language


def column_of(language: str, columns: Sequence[str]) -> str:
    """Return the column in which words said in a language stand: that of the language, however its tag is
    written ("prs" for "fa-AF"), else the first whose tag begins alike ("ar" for "ar-MA"), else the first of
    all, that of the person heard. columns: by language, that of the person first.

    Where words stand says nothing of whether two languages are one: Dari stands under Persian.
    """
    if language in columns or not columns:
        return language
    for part in (canonical_language, primary_language):
        if alike := next((each for each in columns if part(each) == part(language)), ""):
            return alike
    return columns[0]


def moved_languages(before: Sequence[str], after: Sequence[str]) -> Mapping[str, str]:
    """Return by the former language of a side which one it is now. A language that is a side still, or that
    became two, is not among them: nobody says of its words that they are in another one.
    """
    pairs = {(old, new) for old, new in zip(before, after, strict=True) if old != new and new}
    moved = [old for old, _ in pairs if old not in after]
    return {old: new for old, new in pairs if moved.count(old) == 1}


def following(turns: Iterable[SegmentInFull], moved: Mapping[str, str]) -> Iterator[Segment | Rendering]:
    """Return the turns and renderings whose language is corrected with that of the record, as they then are.
    Left out are what was struck out, what a linguist certified, and what another text of its turn has
    already as its language.
    """
    for each in turns:
        spoken, taken = each.segment.language, {one.language for one in each.renderings}
        if each.segment.struck:
            continue
        if spoken in moved and moved[spoken] not in taken:
            yield replace(each.segment, language=moved[spoken])
        for one in each.renderings:
            is_free = moved.get(one.language) not in (None, spoken, moved.get(spoken), *taken)
            if is_free and one.state is not RenderingState.CERTIFIED:
                yield replace(one, language=moved[one.language])


def check_following(record: InterviewInFull, header: Interview) -> Iterator[Finding]:
    """Tell what of a draft goes along with a language of its header that is corrected."""
    moved = moved_languages(record.sides, header.sides)
    fields = dict(zip(record.sides, ("language", "procedure_language"), strict=True))
    for old, new in moved.items():
        found = list(following(record.segments, {old: new}))
        turns = sum(isinstance(each, Segment) for each in found)
        there = sum(not each.segment.struck and each.segment.language == new for each in record.segments)
        if found:
            yield unknown(
                "language-follows",
                field=f"interview.{fields[old]}",
                before=old,
                after=new,
                turns=turns,
                renditions=len(found) - turns,
                already=there,
            )
