"""What is offered for a bundle of a case: records, exhibits, languages, translations, and further entries."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.people import User
from thb_desktop.domain.record_decision import is_restricted
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.services.cooperation import cooperation
from thb_desktop.services.core.pages import Page
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.language import overview
from thb_desktop.services.office import packs, users
from thb_desktop.services.testimony import interviews
from ui.export.checklist import content_entry, exhibit_entry, job_entry, record_entry
from ui.labels.dates import partial
from ui.labels.entries import choices_among
from ui.text import isolate_words
from ui.widgets.tick_list import Entry

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session
    from thb_desktop.services.language.overview import JobSummary
    from thb_desktop.vault.tables.lists import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """The possible content of a bundle of this case beside its exhibits, without what was struck out.

    records: an entry for each. restricted: ids of those whose use a decision restricts. languages: of the
    renderings in the records. jobs: the translations beside the records, with an entry for each in the same
    order. further: entries that can be chosen by name. protecting: the States that are no third ones.
    official: the official languages of States. instruments: of the case, in words and by id.
    """

    records: tuple[Entry, ...]
    restricted: frozenset[str]
    languages: tuple[str, ...]
    jobs: tuple["JobSummary", ...]
    translations: tuple[Entry, ...]
    further: tuple[Entry, ...]
    interpreters: tuple[User, ...]
    protecting: frozenset[str]
    official: Mapping[str, tuple[str, ...]]
    instruments: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedExhibit:
    """An exhibit that was not struck out. entry, content: how it is listed, and how its content is."""

    id: ExhibitId
    number: str
    entry: Entry
    content: Entry


def page_of_exhibits(
    session: "Session", case: CaseFile, after: "Mark | None", count: int
) -> "Page[OfferedExhibit]":
    """Return those of the next exhibits that stand. Their words are made here, beside the window's thread."""
    from thb_desktop.services.bundling.printed_contents import pictured_among

    page = exhibits.page_of_bare_exhibits(session, case.id, after=after, count=count)
    standing = [each for each in page.rows if not each.struck]
    pictured = pictured_among(session, [each.id for each in standing])
    rows = tuple(
        OfferedExhibit(
            id=each.id,
            number=each.number,
            entry=(entry := exhibit_entry(each, case.language)),
            content=content_entry(entry, is_pictured=each.id in pictured),
        )
        for each in standing
    )
    return Page(rows=rows, after=page.after, total=page.total)


def offer_of(session: "Session", case: CaseFile) -> Offer:
    """Return what can be chosen beside the exhibits. Its words are made here, as of the exhibits."""
    listed = interviews.list_interviews(session, case.id)
    jobs = tuple(each for each in overview.list_summaries(session, case.id) if not each.job.struck)
    instruments = cooperation.list_instruments(session, case.id)
    pack, _ = packs.present_pack(session)
    return Offer(
        records=tuple(map(record_entry, listed)),
        restricted=frozenset(each.interview.id for each in listed if is_restricted(each.decisions)),
        languages=tuple(dict.fromkeys((case.language, *interviews.list_languages(session, case.id)))),
        jobs=jobs,
        translations=tuple(map(job_entry, jobs)),
        further=_further(session, case),
        interpreters=tuple(user for user in users.list_users(session) if user.role is UserRole.INTERPRETER),
        protecting=pack.protecting,
        official={each.state: each.languages for each in pack.official},
        instruments=tuple(choices_among({"instrument": instruments}, case.language)["instrument"]),
    )


def _further(session: "Session", case: CaseFile) -> tuple[Entry, ...]:
    """Return each entry that goes into a bundle only by name, or because a record refers to it."""
    from thb_desktop.services.bundling.scoping import offered_entries

    known = offered_entries(session, case.id)
    return tuple(Entry(shown=called(entry, known), value=entry_id) for entry_id, entry in known.items())


def called(entry: object, known: Mapping[str, object] | None = None) -> str:
    """Return the number or code of an entry, and its name or reference, if it has them; of one without a
    number, those of the account, the person and the place that it is about.

    known: the entries of the case, by id.
    """
    short = _first(entry, "code", "number", "country", "at")
    long = _first(entry, "name", "label", "reference", "identifier", "amount")
    if not short:
        short, long = _about(entry, known or {}), long or _first(entry, "holder", "since", "source")
    return "  ".join(
        partial(value) if isinstance(value, PartialDate) else isolate_words(str(value))
        for value in (short, long)
        if value
    )


def _first(entry: object, *names: str) -> object:
    return next((value for name in names if (value := getattr(entry, name, ""))), "")


def _about(entry: object, known: Mapping[str, object]) -> str:
    """Return the numbers of what an entry is about."""
    named = [known.get(str(getattr(entry, each, ""))) for each in ("account_id", "person_id", "object_id")]
    return ", ".join(str(_first(each, "code", "number")) for each in named if each is not None)
