"""What the index says of an exhibit below its title: where it comes from, its masks, size and languages, what
binds it, and which translation of it the bundle has.
"""

from collections.abc import Iterator

from thb_desktop.domain.cooperation import UseCondition
from thb_desktop.domain.cooperation_codes import HandlingCode
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.printed_content import PrintedForm
from thb_desktop.domain.redaction_marks import in_runs
from thb_desktop.domain.vocabulary import ExhibitKind, Originality
from thb_desktop.report.parts.setting import Setting, size_of

_STAYS = "\N{NO-BREAK SPACE}"
"""Between what stays on one line."""


def told_below(setting: Setting, full: ExhibitInFull) -> str:
    """Return the line: the kind, and each of these facts that is known."""
    exhibit, words, label = full.exhibit, setting.words.exhibit, setting.words.label
    named = (
        (words.parent_root, _line(setting, exhibit)),
        (setting.words.version.mark, _masked(setting, exhibit)),
        (setting.words.common.size, _size(setting, full)),
        (setting.words.common.language, _languages(setting, exhibit)),
        (label(ExhibitKind.TRANSLATION), ", ".join(_translations(setting, exhibit))),
        (words.bound, ", ".join(_bound(setting, exhibit))),
    )
    told = (setting.named(setting.words.noun(name), value) for name, value in named if value)
    return setting.apart((label(exhibit.kind), *told))


def _line(setting: Setting, exhibit: Exhibit) -> str:
    """The parent, and the root where it is another."""
    parent = setting.names.get(exhibit.parent_id, setting.words.common.elsewhere) if exhibit.parent_id else ""
    root = setting.names.get(exhibit.root_id, setting.words.common.elsewhere)
    return parent if root in {parent, exhibit.number} else f"{parent} / {root}"


def _masked(setting: Setting, exhibit: Exhibit) -> str:
    """The marks in an exhibit, and on what is withheld of it, as the list of the version numbers them."""
    version = setting.content.version
    told = version.redactions if version else ()
    marks = [each.number for each in told if (each.kind, each.record) == ("exhibit", exhibit.number)]
    return ", ".join(in_runs(marks))


def _size(setting: Setting, full: ExhibitInFull) -> str:
    """The bytes of all its files together; and their pages, if it is known of each how many it has."""
    if not full.files:
        return ""
    counted = dict(_pages(setting, full.exhibit.id))
    pages = [counted.get(each.sha256, 0) for each in full.files]
    told = setting.words.exhibit.pages.format(count=sum(pages)) if all(pages) else ""
    size = size_of(sum(each.size for each in full.files)).replace(" ", _STAYS)
    return ", ".join(filter(None, (size, told)))


def _pages(setting: Setting, exhibit_id: ExhibitId) -> Iterator[tuple[str, int]]:
    """Yield files, by digest, of which the program counted the pages."""
    for full in setting.content.interviews:
        yield from ((each.sha256, each.pages) for each in full.elsewhere if each.exhibit_id == exhibit_id)
    for printed in setting.content.printed:
        for file in printed.files if printed.exhibit_id == exhibit_id else ():
            if file.form is PrintedForm.PAGES and file.left_out is not None:
                yield file.sha256, len(file.pictures) + file.left_out


def _languages(setting: Setting, exhibit: Exhibit) -> str:
    """The languages of captured pages, as entered, and of the turns of a statement whose file it is."""
    content = setting.content
    captures = [each for each in content.frame.captures if not each.struck]
    entered = [each for one in captures if one.exhibit_id == exhibit.id for each in one.languages]
    spoken = [
        each.segment.language
        for full in content.interviews
        if full.taken_over and full.taken_over.exhibit_id == exhibit.id
        for each in full.segments
    ]
    return ", ".join(map(setting.words.language_name, dict.fromkeys(filter(None, (*entered, *spoken)))))


def _translations(setting: Setting, exhibit: Exhibit) -> Iterator[str]:
    """Yield exhibits that are a translation of it; and the translations of records that tell its words, each
    with its record.
    """
    content = setting.content
    for each in content.exhibits:
        if each.exhibit.parent_id == exhibit.id and _is_translation(each.exhibit):
            yield each.exhibit.number
    records = {each.interview.number for each in content.interviews if exhibit.id in _told_in(each)}
    yield from (
        f"{each.job.number}{_STAYS}({each.record})" for each in content.language if each.record in records
    )


def _is_translation(exhibit: Exhibit) -> bool:
    return exhibit.originality is Originality.TRANSLATION or exhibit.kind is ExhibitKind.TRANSLATION


def _told_in(full: InterviewInFull) -> set[ExhibitId | None]:
    """The exhibits whose words are those of a record: its recordings, or the file of which it is a copy."""
    recordings = [each for each in full.recordings if not each.struck]
    return {
        full.interview.recording_id,
        *(each.exhibit_id for each in full.elsewhere),
        *(each.exhibit_id for each in recordings),
        *(each.working_copy_id for each in recordings),
    }


def _bound(setting: Setting, exhibit: Exhibit) -> Iterator[str]:
    """Yield each condition that binds it, with the marking of who gave it."""
    frame = setting.content.frame
    numbers = dict(frame.bound).get(exhibit.id, ())
    for each in frame.conditions:
        if each.number in numbers:
            marking = marking_of(setting, each)
            yield f"{each.number} ({marking})" if marking else each.number


def marking_of(setting: Setting, condition: UseCondition) -> str:
    """Return how a provider marked what it gave; empty if it did not."""
    if condition.handling in {None, HandlingCode.OTHER}:
        return condition.handling_words.strip()
    return setting.words.label(condition.handling)
