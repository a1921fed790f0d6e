"""What can be wrong with a chain: each kind of tampering has a name and a sentence."""

from collections.abc import Iterable
from dataclasses import dataclass

MEANINGS = {
    "entry-format": "not in the form of an entry",
    "entry-not-canonical": "written in another way than the one in which it is signed",
    "entry-unknown-field": "holds a field that an entry does not have",
    "entry-foreign-vault": "belongs to another vault",
    "entry-altered": "content or signature was changed after signing",
    "entry-redated": "the signature does not fit and the claimed time is out of line with its neighbours: "
    "the time was changed after signing",
    "entry-reattributed": "was signed for another user than the one it now names",
    "signature-flipped": "one bit of the signature was changed; the content is as it was signed",
    "key-foreign": "signed with a key for which no user of this vault vouches",
    "key-superseded": "signed with the key of a session that its user had already ended",
    "key-too-early": "signed with a key of a session that began later",
    "agent-mismatch": "names another user than the one whose key signed it",
    "role-mismatch": "names another role than the one in which its user had signed in",
    "agent-retired": "signed for a user who was already retired",
    "entry-replaced": "was signed anew after later events had been recorded on top of it",
    "link-broken": "refers to an entry before it that is not there",
    "entry-missing": "not in the chain any more, while later entries are",
    "entry-repeated": "stands in the chain more than once",
    "entry-forked": "two different entries have this number",
    "entry-out-of-order": "does not stand where its number says",
    "counter-wrong": "does not carry the next number of its subject",
    "payload-altered": "the content kept beside it is not the content that was signed",
    "clock-backwards": "claims to be earlier than the entry before it, and no event records why",
    "monotonic-backwards": "the machine had been running for less time than at the entry before it",
    "head-format": "not in the form of a head",
    "head-not-canonical": "written in another way than the one in which it is signed",
    "head-unknown-field": "holds a field that a head does not have",
    "head-foreign-vault": "belongs to another vault",
    "head-foreign-key": "signed with a key for which no user of this vault vouches",
    "head-altered": "content or signature was changed after signing",
    "head-mismatch": "the entries are not those over which it was signed",
    "head-counters-wrong": "the numbers of events of each subject are not those over which it was signed",
    "head-behind": "later entries are covered by no head",
    "head-missing": "no signed head is there",
    "statement-format": "not in the form of a key statement",
    "statement-not-canonical": "written in another way than the one in which it is signed",
    "statement-unknown-field": "holds a field that a key statement does not have",
    "statement-foreign-vault": "belongs to another vault",
    "statement-foreign-signer": "signed with a key that is not certified for the user it names",
    "statement-altered": "content or signature was changed after signing",
    "statement-conflict": "claims a session key that another statement had already claimed",
    "tail-cut": "its last entries are missing",
    "chain-empty": "it holds no entry, not even the creation of the vault",
    "rolled-back": "it is an older state than one that is remembered",
    "rolled-back-continued": "it was set back to an older state than one that is remembered, "
    "and then continued",
    "tail-rebuilt": "its entries differ from a state that is remembered, though each is signed: "
    "they were written anew",
    "remembered-differs": "its entries differ from a state that is remembered",
}
"""What each code means, after "Entry 5:", "Entries 5 to 9:", "Head over 5 entries:", "The event chain:"."""

DOUBTS = frozenset({"clock-backwards", "monotonic-backwards"})
"""What is no break: the order stands, but a claim about time cannot be relied on."""

_PLACES = {
    "entry": ("Entry {first}", "Entries {first} to {last}"),
    "head": ("Head over {first} entries", "Heads over {first} to {last} entries"),
    "stored head": ("Stored head {first}", "Stored heads {first} to {last}"),
    "statement": ("Key statement {first}", "Key statements {first} to {last}"),
    "chain": ("The event chain", "The event chain"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong: `code` of MEANINGS; what it concerns, and the numbers it concerns.

    about: "entry" (numbers: `seq`), "head" (its size), "stored head", "statement" (its place), or "chain".
    """

    code: str
    about: str = "chain"
    first: int = 0
    last: int = 0

    @property
    def broken(self) -> bool:
        """Whether something does not hold; otherwise it is a doubt."""
        return self.code not in DOUBTS

    @property
    def sentence(self) -> str:
        one, several = _PLACES[self.about]
        place = (one if self.first == self.last else several).format(first=self.first, last=self.last)
        return f"{place}: {MEANINGS[self.code]}."


def at_entry(code: str, seq: int) -> Fault:
    return Fault(code=code, about="entry", first=seq, last=seq)


def at_head(code: str, size: int) -> Fault:
    return Fault(code=code, about="head", first=size, last=size)


def merged(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Join faults of one kind at neighbouring numbers, so that a long damage is one sentence."""
    result: list[Fault] = []
    latest: dict[tuple[str, str], int] = {}
    for fault in faults:
        kind = (fault.about, fault.code)
        place = latest.get(kind)
        if place is not None and fault.about != "chain" and fault.first - result[place].last in (0, 1):
            result[place] = Fault(
                code=fault.code, about=fault.about, first=result[place].first, last=fault.last
            )
        elif fault not in result:
            latest[kind] = len(result)
            result.append(fault)
    return tuple(result)
