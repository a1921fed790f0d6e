"""What is offered for a bundle of a case: records, exhibits, languages, translations, and further entries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import CaseId, ExhibitId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.people import User
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.services.cooperation import cooperation
from thb_desktop.services.core.pages import Page
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.language import overview
from thb_desktop.services.office import packs, users
from thb_desktop.services.testimony import interviews
from ui.labels.dates import partial
from ui.labels.entries import choices_among
from ui.text import isolate_words

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session
    from thb_desktop.services.language.overview import JobSummary
    from thb_desktop.services.testimony.interview_lists import InterviewSummary
    from thb_desktop.vault.tables.lists import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """The possible content of a bundle of this case beside its exhibits, without what was struck out.

    languages: of the renderings in the records. jobs: the translations beside the records. further: entries
    that can be chosen by name, with their name and id. protecting: the States that are no third ones.
    official: the official languages of States. instruments: of the case, in words and by id.
    """

    interviews: tuple["InterviewSummary", ...]
    languages: tuple[str, ...]
    jobs: tuple["JobSummary", ...]
    further: tuple[tuple[str, str], ...]
    interpreters: tuple[User, ...]
    protecting: frozenset[str]
    official: Mapping[str, tuple[str, ...]]
    instruments: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Exhibits that were not struck out; pictured: those of which content would be printed as pictures."""

    exhibits: tuple[Exhibit, ...]
    pictured: frozenset[ExhibitId]


def standing_of(found: "Sequence[tuple[Exhibit, bool]]") -> Standing:
    """Return what stands of a page of `page_of_exhibits`."""
    kept = [(each, is_pictured) for each, is_pictured in found if not each.struck]
    return Standing(
        exhibits=tuple(each for each, _ in kept),
        pictured=frozenset(each.id for each, is_pictured in kept if is_pictured),
    )


def page_of_exhibits(
    session: "Session", case_id: CaseId, after: "Mark | None", count: int
) -> "Page[tuple[Exhibit, bool]]":
    """Return the next exhibits, each with whether content of it would be printed as pictures."""
    from thb_desktop.services.bundling.printed_contents import pictured_among

    page = exhibits.page_of_bare_exhibits(session, case_id, after=after, count=count)
    pictured = pictured_among(session, [each.id for each in page.rows])
    rows = tuple((each, each.id in pictured) for each in page.rows)
    return Page(rows=rows, after=page.after, total=page.total)


def offer_of(session: "Session", case: CaseFile) -> Offer:
    """Return what can be chosen beside the exhibits."""
    listed = interviews.list_interviews(session, case.id)
    instruments = cooperation.list_instruments(session, case.id)
    pack, _ = packs.present_pack(session)
    return Offer(
        interviews=listed,
        languages=tuple(dict.fromkeys((case.language, *interviews.list_languages(session, case.id)))),
        jobs=tuple(each for each in overview.list_summaries(session, case.id) if not each.job.struck),
        further=_further(session, case),
        interpreters=tuple(user for user in users.list_users(session) if user.role is UserRole.INTERPRETER),
        protecting=pack.protecting,
        official={each.state: each.languages for each in pack.official},
        instruments=tuple(choices_among({"instrument": instruments}, case.language)["instrument"]),
    )


def _further(session: "Session", case: CaseFile) -> tuple[tuple[str, str], ...]:
    """Return each entry that goes into a bundle only by name, or because a record refers to it."""
    from thb_desktop.services.bundling.scoping import offered_entries

    known = offered_entries(session, case.id)
    return tuple((called(entry, known), entry_id) for entry_id, entry in known.items())


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
