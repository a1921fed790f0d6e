"""A person of the case in full: all records, claims, links and decisions, and the acts on them."""

from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.child_presumed import AgeDecision, TreatedAsChild
from thb_desktop.domain.ids import PersonId, RowId
from thb_desktop.domain.people import Person, PersonRole
from thb_desktop.domain.person_claims import ClaimUse, ClaimWords, PersonClaim
from thb_desktop.domain.person_links import PersonLink, kept_among, recorded_as
from thb_desktop.domain.vocabulary import TwoPersonAct
from thb_desktop.errors import ThbError
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import users
from thb_desktop.services.persons import ages, claim_uses, claims, merges, people
from thb_desktop.services.persons.claims import ClaimSource
from thb_desktop.services.testimony import interviews
from ui.entries_model import EntriesModel
from ui.exhibit_offer import ExhibitOffer
from ui.jobs import VaultJobs
from ui.labels.entries import Choices, choices_among, names_among
from ui.second_person import TypedSecond, approved

ClaimsOfRecord = tuple[tuple[PersonClaim, ...], frozenset[RowId]]
"""The claims about one record, and those of them with sealed words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonInFull:
    """A person under the record that is kept, with everything of all their records.

    persons: all records of the case, by id. worded: claims with sealed words. uses: the last decision on the
    use of each claim. links: of the whole case, in the order of entry. heard: how often the person of each
    record was heard. names: of references, by id.
    """

    person: Person
    persons: Mapping[PersonId, Person]
    records: tuple[Person, ...]
    roles: tuple[PersonRole, ...]
    identified: frozenset[PersonId]
    claims: tuple[PersonClaim, ...]
    worded: frozenset[RowId]
    uses: Mapping[RowId, ClaimUse]
    sources: Mapping[RowId, ClaimSource]
    links: tuple[PersonLink, ...]
    decisions: tuple[AgeDecision, ...]
    treated: TreatedAsChild | None
    heard: Mapping[PersonId, int]
    choices: Choices = field(default_factory=dict)
    names: MutableMapping[str, str] = field(default_factory=dict)

    def claims_of(self, person_id: PersonId) -> tuple[PersonClaim, ...]:
        return tuple(each for each in self.claims if each.person_id == person_id)

    def apart(self) -> tuple[Person, ...]:
        """The records with which this one could be merged: not struck, and shown under no other."""
        kept = kept_among(self.links, self.persons)
        return tuple(
            each
            for each in self.persons.values()
            if not each.struck and each.id != self.person.id and kept[each.id] == each.id
        )

    def own_links(self) -> tuple[PersonLink, ...]:
        """What was said of any record of this person, in the order of entry."""
        own = {each.id for each in self.records}
        return tuple(each for each in self.links if own & {each.kept_id, each.other_id})


class PersonModel(EntriesModel):
    """shown: a PersonInFull. revealed: the words of claims about one record, by the id of the claim."""

    shown = Signal(object)
    revealed = Signal(object)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self._exhibits = ExhibitOffer(self)

    def show(self, person_id: PersonId) -> None:
        """Load the person of this record."""

        def take(found: tuple[PersonInFull, Any]) -> None:
            full, case = found
            self._exhibits.show_case(case)
            self._exhibits.want()
            full.choices["exhibit"] = self._exhibits.choices
            self.shown.emit(full)

        self.read(lambda session: _gather(session, person_id), take)

    def ask_claims(
        self,
        person_id: PersonId,
        then: Callable[[ClaimsOfRecord], None],
        refused: Callable[[ThbError], None],
    ) -> None:
        """Load what is claimed under another record, which is to be compared with this one."""

        def work(session: Session) -> ClaimsOfRecord:
            case_id = people.get_person(session, person_id).case_id
            return (
                claims.list_claims(session, case_id, about=(person_id,)),
                claims.list_claims_with_words(session, case_id, about=(person_id,)),
            )

        self.jobs.run(self, work, then=then, refused=refused)

    def add_claim(self, claim: PersonClaim, words: ClaimWords, turn: int | None) -> None:
        self._change(lambda session: claims.add_claim(session, claim, words, turn=turn))

    def correct_claim(self, claim: PersonClaim, reason: str) -> None:
        self._change(lambda session: claims.correct_claim(session, claim, reason))

    def correct_words(self, claim_id: RowId, words: ClaimWords, reason: str) -> None:
        self._change(lambda session: claims.correct_words(session, claim_id, words, reason))

    def withdraw(self, claim_id: RowId, reason: str) -> None:
        self._change(lambda session: claims.withdraw_claim(session, claim_id, reason))

    def decide_use(self, claim_id: RowId, reason: str, *, used: bool) -> None:
        self._change(lambda session: claim_uses.decide_use(session, claim_id, used=used, reason=reason))

    def decide_age(self, decision: AgeDecision) -> None:
        self._change(lambda session: ages.decide_age(session, decision))

    def propose(self, kept: PersonId, other: PersonId, reason: str) -> None:
        self._change(lambda session: merges.propose_merge(session, kept, other, reason))

    def decline(self, proposal: RowId, reason: str) -> None:
        self._change(lambda session: merges.decline_merge(session, proposal, reason))

    def merge(
        self, kept: PersonId, other: PersonId, reason: str, *, printed: bool, proposal: RowId | None
    ) -> None:
        self._change(
            lambda session: merges.merge_persons(
                session, kept, other, reason, printed=printed, proposal_id=proposal
            )
        )

    def split(self, merge: RowId, reason: str) -> None:
        self._change(lambda session: merges.split_persons(session, merge, reason))

    def reveal(self, person_id: PersonId, justification: str, second: TypedSecond) -> None:
        """Open the words of the claims about one record; the view, the second person and the reason are
        recorded.
        """

        def work(session: Session) -> dict[RowId, ClaimWords | None]:
            approval = approved(session, second, TwoPersonAct.REVEAL_IDENTITY, person_id)
            return claims.reveal_words(session, person_id, justification=justification, second=approval)

        self.write(work, self.revealed.emit)


def _gather(session: Session, person_id: PersonId) -> tuple[PersonInFull, Any]:
    person = people.get_person(session, person_id)
    case = cases.get_case(session, person.case_id)
    links = merges.list_links(session, case.id)
    persons = {each.id: each for each in people.list_persons(session, case.id)}
    same = recorded_as(links, person_id)
    held = [each.interview for each in interviews.list_interviews(session, case.id)]
    listed = claims.list_claims(session, case.id, about=same)
    kept = kept_among(links, persons)
    standing = [each for each in persons.values() if kept[each.id] == each.id]
    sources = claims.list_sources(session, case.id, about=same)
    known = [(user.name, str(user.id)) for user in users.list_users(session)]
    named = [(each.number, str(each.id)) for each in held]
    exhibits = {str(each.exhibit_id): sources[each.id].exhibit for each in listed if each.exhibit_id}
    full = PersonInFull(
        person=persons[same[0]],
        persons=persons,
        records=tuple(persons[each] for each in same),
        roles=people.list_roles(session, case.id),
        identified=people.list_identified(session, case.id),
        claims=listed,
        worded=claims.list_claims_with_words(session, case.id, about=same),
        uses=claim_uses.standing_uses(session, case.id, about=same),
        sources=sources,
        links=links,
        decisions=ages.list_age_decisions(session, person_id),
        treated=ages.list_children(session, case.id, about=same).get(same[0]),
        heard={one: sum(each.person_id == one for each in held) for one in persons},
    )
    full.choices.update(choices_among({"person": standing}, case.language), interview=named)
    full.names.update(
        names_among({"person": persons.values()}, case.language),
        **{each: name for name, each in (*known, *named)},
        **exhibits,
    )
    return full, case
