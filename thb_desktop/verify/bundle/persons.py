"""What a bundle tells of its persons beside their records, compared with the signed events that it brings.

Roles, decisions on the age, and chosen claims. Each act on a role tells all roles of the person, so the last
one shows which there are. What was decided last cannot be left out: all events of a subject are there.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.age_told import is_told_by
from thb_desktop.domain.ids import told_of
from thb_desktop.findings import Finding, broken, unknown
from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.claim_words import words_digest
from thb_desktop.ledger.entry import Entry
from thb_desktop.ledger.streamed import Spend, memory_of
from thb_desktop.verify.limits import ROW

Row = Mapping[str, Value]
_ROLE, _AGE, _CLAIM, _USE = "person_role", "age_decision", "person_claim", "claim_use"
_SUBJECT = 100
"""Bytes, about, of one more subject."""
_KEPT = (_ROLE, _AGE, _CLAIM, _USE, "correction")
_OF_ROLES = (
    *("id", "case_id", "person_id", "role", "led_category", "since", "until", "proceeding_id"),
    *("given_by", "given_on", "given_under"),
)
_OF_CLAIMS = ("kind", "basis", "relation", "born", "nationality", "said_on")

_ENDING = (VaultAction.CLAIM_CORRECTED, VaultAction.CLAIM_WORDS_CORRECTED, VaultAction.CLAIM_WITHDRAWN)


@dataclass(slots=True)
class SignedPersons:
    """What the events tell of persons. keep: told the memory that is not given back.

    roles: of each subject, the roles of the last act on any. struck: roles that were struck out. ages: of
    each subject, the findings about the age, with the number of their entry. claims, uses: the last state of
    each, by the id of the claim. ended: claims that were corrected or withdrawn after the last decision on
    their use.
    """

    keep: Spend
    subjects: set[str] = field(default_factory=set)
    roles: dict[str, list[Row]] = field(default_factory=dict)
    struck: set[str] = field(default_factory=set)
    ages: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    claims: dict[str, Row] = field(default_factory=dict)
    uses: dict[str, Row] = field(default_factory=dict)
    ended: set[str] = field(default_factory=set)

    def add(self, entry: Entry, states: Sequence[tuple[str, Row]]) -> None:
        """Take the rows of an event in the order of the chain."""
        if entry.subject not in self.subjects:
            self.keep(_SUBJECT)
            self.subjects.add(entry.subject)
        roles = [row for table, row in states if table == _ROLE]
        if roles:
            self.roles[entry.subject] = roles
        for table, row in states:
            if table in _KEPT:
                self.keep(ROW + memory_of(canonical.rewrite(row)))
                self._take(entry, table, row)
        if entry.action in _ENDING:
            self.ended.add(entry.subject)
        elif entry.action == VaultAction.CLAIM_USE_DECIDED:
            self.ended.discard(entry.subject)

    def _take(self, entry: Entry, table: str, row: Row) -> None:
        if table == _AGE:
            self.ages.setdefault(entry.subject, []).append((entry.seq, str(row.get("finding"))))
        elif table == _CLAIM:
            self.claims[str(row.get("id"))] = row
        elif table == _USE:
            self.uses[str(row.get("claim_id"))] = row
        elif (row.get("entity"), row.get("field")) == (_ROLE, "struck"):
            self.struck.add(str(row.get("subject_id")))

    def standing(self, subject: str) -> Mapping[str, Row]:
        """Return the roles that stand, by their ids, without empty values."""
        return {
            str(each.get("id")): _filled(each, _OF_ROLES)
            for each in self.roles.get(subject, ())
            if each.get("id") not in self.struck
        }


class Merged:
    """Which records are of one person, by the two records of each merge, in time that grows with them."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._above: dict[str, str] = {}
        self.sizes: dict[str, int] = {}
        for pair in pairs:
            one, other = map(self.of, pair)
            if one != other:
                small, large = sorted((one, other), key=lambda each: self.sizes.get(each, 1))
                self._above[small] = large
                self.sizes[large] = self.sizes.get(large, 1) + self.sizes.get(small, 1)

    def of(self, record: str) -> str:
        """Return the one record that stands for all of the person."""
        above = self._above
        while above.get(record, record) != record:
            above[record] = record = above.get(above[record], above[record])
        return record


@dataclass(slots=True)
class PersonsTold:
    """What the data of the case tell of persons, taken member by member.

    numbers: of each person, interview and exhibit, by id. pairs: the two records of each told merge.
    """

    persons: dict[str, None] = field(default_factory=dict)
    roles: dict[str, dict[str, Row]] = field(default_factory=dict)
    told: dict[str, Row] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    pairs: list[tuple[str, str]] = field(default_factory=list)
    is_odd: bool = False
    """Whether a role or a person is told twice."""

    def take(self, name: str, rows: Sequence[Row], keep: Spend) -> None:
        for each in rows:
            keep(ROW + memory_of(canonical.rewrite(each)))
            own, person = str(each.get("id")), str(each.get("person_id"))
            if name == "persons":
                self.is_odd |= own in self.persons
                self.persons[own] = None
                self.numbers[own] = str(each.get("code"))
            elif name == "roles":
                roles = self.roles.setdefault(person, {})
                self.is_odd |= own in roles
                roles[own] = _filled(each, _OF_ROLES)
            elif name == "persons_told":
                self.is_odd |= person in self.told
                self.told[person] = each
            elif name == "merges":
                self.pairs.append((str(each.get("kept_id")), str(each.get("other_id"))))

    def check(self, signed: SignedPersons) -> Iterator[Finding]:
        """Compare with the events. What an office entered before this version has no events here."""
        known = [each for each in self.persons if told_of(each) in signed.subjects]
        if len(known) < len(self.persons):
            yield unknown("persons-not-in-chain", count=len(self.persons) - len(known))
        strangers = (self.roles.keys() | self.told.keys()) - set(self.persons)
        if self.is_odd or strangers or not all(self._has_roles(each, signed) for each in known):
            yield broken("roles-not-as-chain")
        same = Merged(self.pairs)
        last = self._decided(signed, same)
        if not all(is_told_by(last.get(same.of(each)), self._child(each)) for each in known):
            yield broken("age-not-as-chain")
        claims = [(person, each) for person, row in self.told.items() for each in _rows(row.get("claims"))]
        if not all(self._has_claim(person, each, signed, same) for person, each in claims):
            yield broken("claims-not-as-chain")

    def _has_roles(self, person: str, signed: SignedPersons) -> bool:
        """Whether these are the roles that stand; what a role is cannot be left out of its event."""
        standing = signed.standing(told_of(person))
        return standing == self.roles.get(person, {}) and all(row.get("role") for row in standing.values())

    def _decided(self, signed: SignedPersons, same: "Merged") -> dict[str, str]:
        """Return the last finding about the age of each person, whichever of their records it is about."""
        last: dict[str, tuple[int, str]] = {}
        for each in dict.fromkeys((*self.persons, *(one for pair in self.pairs for one in pair))):
            for found in signed.ages.get(told_of(each), ()):
                last[same.of(each)] = max(last.get(same.of(each), found), found)
        return {person: finding for person, (_, finding) in last.items()}

    def _child(self, person: str) -> str | None:
        child = self.told.get(person, {}).get("child")
        return str(child) if child else None

    def _has_claim(self, person: str, told: Row, signed: SignedPersons, same: "Merged") -> bool:
        own = str(told.get("id"))
        claim, use = signed.claims.get(own), signed.uses.get(own)
        if claim is None or use is None or own in signed.ended or use.get("used") is not True:
            return False
        if not claim.get("basis"):  # left out of its event, with birth, kinship and source
            return False
        return (
            same.of(str(claim.get("person_id"))) == same.of(person)
            and _filled(claim, _OF_CLAIMS) == _filled(told, _OF_CLAIMS)
            and _are_words(told, str(use.get("words_digest") or ""))
            and self._is_called(claim.get("other_id"), told.get("other"))
            and self._has_source(claim, str(told.get("source") or ""))
        )

    def _is_called(self, person: Value, code: Value) -> bool:
        """Whether the other person of a claim has this pseudonym; of a stranger, that there is one."""
        if person is None:
            return not code
        return self.numbers.get(str(person), code) == code and bool(code)

    def _has_source(self, claim: Row, source: str) -> bool:
        """Whether record and exhibit of a claim are those that are told, as far as they are in the bundle."""
        named = [str(claim[each]) for each in ("interview_id", "exhibit_id") if claim.get(each)]
        if all(each in self.numbers for each in named):
            return source == ", ".join(self.numbers[each] for each in named)
        return all(self.numbers[each] in source for each in named if each in self.numbers) and bool(source)


def _are_words(told: Row, digest: str) -> bool:
    words, salt = told.get("words") or "", told.get("salt") or ""
    if not digest:
        return not words
    try:
        return words_digest(str(salt), str(words)) == digest
    except ValueError:
        return False


def _filled(row: Row, names: Sequence[str]) -> Row:
    return {name: row[name] for name in names if row.get(name)}


def _rows(value: Value) -> list[Row]:
    return [each if isinstance(each, Mapping) else {} for each in value] if isinstance(value, list) else []
