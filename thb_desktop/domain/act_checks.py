"""Act checks: whether one row that an event tells is within what its act may do."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from thb_desktop.domain.act_needs import missing_tables
from thb_desktop.domain.act_rows import ACT_ROWS, COMPUTED, CORRECTING, Rows
from thb_desktop.domain.act_subjects import is_about, is_beside, is_by_another
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.change import Change
from thb_desktop.domain.compared_digests import is_another
from thb_desktop.domain.corrections import STRUCK, UNREADABLE, stored_text
from thb_desktop.domain.needed_texts import lacks_text
from thb_desktop.domain.office import EPOCH, is_next_epoch
from thb_desktop.domain.rights import COMPARTMENT_RIGHTS, Right
from thb_desktop.domain.row_authors import AUTHORS, AUTHORS_OF_CHANGES, NAMED_IN_SOME, WORDS
from thb_desktop.domain.row_stays import (
    ends_own_key,
    is_fixed_by_reading_back,
    is_of_others,
    is_settled,
    stands_again,
)
from thb_desktop.domain.vocabulary import Compartment, InterviewState, RenderingKind

MISSING = "act-exceeded.missing"
"""The finding about an act that tells no row that it needs."""
_BESIDE_THE_RECORD = frozenset(
    {"assignment", "record_decision", "language_job", "safety_flag", "signing_copy", "person_claim"}
)
"""Tables that name a record and whose rows are no part of it; most of them come after its signature."""
SEALED = "sealed"
"""The field of each value of a compartment: it changes with the compartment's key, in a renewal. Only a
corrected identity is sealed in the place of the former one, and its former values beside it.
"""
_TOLD_BY_CORRECTIONS = CORRECTING | {VaultAction.IDENTITY_CORRECTED, VaultAction.CLAIM_WORDS_CORRECTED}
_SEALED_BESIDE: Mapping[str, tuple[str, str]] = {
    VaultAction.IDENTITY_CORRECTED: ("correction", "id"),
    VaultAction.CLAIM_WORDS_CORRECTED: ("correction", "subject_id"),
    VaultAction.SAFETY_FLAG_SETTLED: ("safety_flag", "id"),
}
"""Acts that seal one item about each of these rows: the table, and the field that names what it is about."""
_FIXING = frozenset({VaultAction.INTERVIEW_READ_BACK, VaultAction.STATEMENT_COMPARED})
"""Acts after which the words of a record stay, done once."""
_FIXED_WHEN_COMPARED = frozenset({"segment", "segment_place", "page_comparison", "statement_elsewhere"})
"""Tables of which a record has no new row and no changed one once its words were read back or compared."""
_SEALED = frozenset({"compartment_grant", "compartment_version", "sealed_item"})
"""Tables whose rows name their compartment."""


def faults_of(
    changes: Collection[Change], *, action: str, agent: str, subject: str
) -> Iterator[tuple[str, str]]:
    """Return the findings of what the act of this entry may not do with its rows, each with its table.

    The case of a finding: those of `fault_of`; "twice", tell one row twice; "missing", tell no row that the
    act needs; "correction", change a field without telling it in a row of `correction`, or tell what it does
    not change.
    """
    renewed = {
        str(each.after["compartment"])
        for each in changes
        if each.table == "compartment_version" and "version" in each.fields
    }
    for change in changes:
        fault = fault_of(change, action=action, agent=agent, subject=subject, renewed=renewed)
        if fault is not None:
            yield fault, change.table
        elif not is_beside(change, changes, action):
            yield "act-exceeded.subject", change.table
    for table in _told_twice(changes):
        yield "act-exceeded.twice", table
    for table in missing_tables(changes, action):
        yield MISSING, table
    if not _is_told(changes, action):
        yield "act-exceeded.correction", "correction"
    if fault := _fault_of_items(changes, action):
        yield fault, "sealed_item"


def fault_of(
    change: Change, *, action: str, agent: str, subject: str, renewed: Collection[str] = ()
) -> str | None:
    """Return the finding of what the act of this entry may not do with the row; None if it may.

    Its case: "table", tell a row of this table; "new", add one; "struck", change one that was struck out;
    "state", of a record that was not read back or signed yet; "frozen", change what was read back or signed;
    "field", change this field; "value", give it this value; "author", add a row in another user's name;
    "subject", tell a row of something else. renewed: the compartments that get a new key in the same event,
    and whose values are all sealed again. A text that is needed and says nothing is such a value too.
    """
    rows = ACT_ROWS.get(action, {}).get(change.table)
    if rows is None:
        return "act-exceeded.table"
    is_renewed = _compartment_of(change) in renewed and (
        change.before is not None or change.table == "compartment_grant"
    )
    return next(_faults(change, rows, action, agent, None if is_renewed else subject), None)


def _faults(change: Change, rows: Rows, action: str, agent: str, subject: str | None) -> Iterator[str]:
    """subject: None for a value that is sealed again with all others of its compartment."""
    before, fields = change.before, change.fields
    if before is None and not rows.new:
        yield "act-exceeded.new"
    if before is not None and before.get(STRUCK) and fields and not _may_change_struck(change, action):
        yield "act-exceeded.struck"
    if _is_too_early(change, action, fields):
        yield "act-exceeded.state"
    if fields and (_is_frozen(change, fields) or _is_fixed_again(change, action)):
        yield "act-exceeded.frozen"
    is_kept = subject is not None and action != VaultAction.IDENTITY_CORRECTED
    is_resealed = before is not None and SEALED in fields and is_kept and _compartment_of(change)
    if (before is not None and not fields <= rows.fields) or is_resealed:
        yield "act-exceeded.field"
    if rows.to and any(str(change.after[name]) not in rows.to[name] for name in fields & rows.to.keys()):
        yield "act-exceeded.value"
    if before is not None and EPOCH in fields and not is_next_epoch(before[EPOCH], change.after[EPOCH]):
        yield "act-exceeded.value"
    if not is_by_another(change, action):
        yield from _faults_of_author(change, fields, agent)
    if subject is not None and not is_about(change, action, subject):
        yield "act-exceeded.subject"
    yield from _faults_of_content(change, fields)


def _faults_of_author(change: Change, fields: frozenset[str], agent: str) -> Iterator[str]:
    """Whether the row names another user as its author, or still the former one beside other words. What an
    author has set they may take back.
    """
    author = (AUTHORS if change.before is None else AUTHORS_OF_CHANGES).get(change.table)
    taken_back = change.before is not None and author is not None and change.after[author] is None
    written = change.before is not None and WORDS.get(change.table) in fields
    if (
        author is not None
        and (author in fields or written)
        and not taken_back
        and change.after[author] != agent
    ):
        yield "act-exceeded.author"
    named = change.after.get(NAMED_IN_SOME.get(change.table, ""))
    if named is not None and change.before is None and named != agent:
        yield "act-exceeded.author"


def _faults_of_content(change: Change, fields: frozenset[str]) -> Iterator[str]:
    """Whether a field is changed that stays whatever the act, a needed text says nothing, or a
    certificate is not that of its fingerprint.
    """
    table, before = change.table, change.before
    if any(each(table, before, fields) for each in (is_settled, stands_again, ends_own_key, is_of_others)):
        yield "act-exceeded.field"
    if fields and (lacks_text(table, change.after) or is_another(table, change.after)):
        yield "act-exceeded.value"


def _may_change_struck(change: Change, action: str) -> bool:
    """Whether a turn of a draft stands again, as what was done in the draft is undone or done again; whether
    a file that was withdrawn does; or whether the pseudonym of somebody present is written where their name
    stood.
    """
    if (action, change.table) == (VaultAction.FILE_STANDS_AGAIN, "exhibit_file"):
        return True
    if (action, change.table) == (VaultAction.FORMALITY_CHANGED, "presence"):
        return change.fields == {"name"} and bool(change.after["person_id"])
    return (action, change.table) == (VaultAction.TURNS_SET, "segment") and not change.after[STRUCK]


def _is_told(changes: Collection[Change], action: str) -> bool:
    """Whether the rows of `correction` are exactly the fields that the act changes in other rows."""
    if action not in _TOLD_BY_CORRECTIONS:
        return True
    rows = [each.after for each in changes if each.table == "correction"]
    told = [(row["entity"], row["subject_id"], row["field"], row["before"], row["after"]) for row in rows]
    if action == VaultAction.IDENTITY_CORRECTED:  # each field once: its values are sealed beside its row
        fields = {field for _, _, field, *_ in told}
        if UNREADABLE in fields and len(fields) > 1:  # nobody can say which fields changed
            return False
        kinds = {(kind, *values) for kind, _, _, *values in told}
        return len(fields) == len(told) and kinds == {("identity", None, None)}
    if action == VaultAction.CLAIM_WORDS_CORRECTED:
        return [(kind, *values) for kind, _, _, *values in told] == [("claim_words", None, None)]
    changed = [
        (each.table, each.after["id"], name, stored_text(each.before[name]), stored_text(each.after[name]))
        for each in changes
        if each.before is not None
        for name in each.fields
        if (each.table, name) not in COMPUTED
    ]
    return bool(told) and sorted(map(repr, told)) == sorted(map(repr, changed))


def _fault_of_items(changes: Collection[Change], action: str) -> str | None:
    """Whether the act seals what it must, once: beside each corrected value the former one, and what was done
    about a concern.
    """
    if action not in _SEALED_BESIDE:
        return None
    table, about = _SEALED_BESIDE[action]
    items = Counter(str(each.after["subject_id"]) for each in _new(changes, "sealed_item"))
    wanted = Counter(str(each.after[about]) for each in changes if each.table == table)
    if wanted - items:
        return "act-exceeded.missing"
    return "act-exceeded.new" if items - wanted else None


def _told_twice(changes: Collection[Change]) -> Iterator[str]:
    """Return the table of each row that is told more than once: the tables keep the last, and who checks the
    first would check another.
    """
    rows = Counter((each.table, each.key) for each in changes)
    return (table for (table, _), times in rows.items() if times > 1)


def _new(changes: Collection[Change], table: str) -> list[Change]:
    return [each for each in changes if each.table == table and each.before is None]


def right_of_row(change: Change) -> Right | None:
    """Return the right that the row itself takes, besides that of the act: a compartment takes its own.

    Anybody who retires its holder can mark that the renewal of its key is due.
    """
    compartment = _compartment_of(change)
    if compartment not in Compartment or change.fields == {"renewal_due"}:
        return None
    return COMPARTMENT_RIGHTS[Compartment(compartment)]


def _compartment_of(change: Change) -> str:
    """Return the compartment of a sealed row, or of what gives its key; empty for any other row."""
    if change.table == "sealed_identity":
        return Compartment.IDENTITIES
    return str(change.after.get("compartment")) if change.table in _SEALED else ""


def _is_fixed_again(change: Change, action: str) -> bool:
    """Whether a record is read back, or its statement closed, though that was done before."""
    return (
        action in _FIXING
        and change.table == "interview"
        and change.before is not None
        and change.before["state"] != InterviewState.DRAFT
    )


def _is_too_early(change: Change, action: str, fields: frozenset[str]) -> bool:
    """Whether a record is signed that was not read back, or one is decided about that was not signed.

    A note that rectifies a signed record is read back to nobody.
    """
    if change.table == "interview" and change.before is not None and action == VaultAction.INTERVIEW_SIGNED:
        is_draft = "state" in fields and change.before["state"] == InterviewState.DRAFT
        return is_draft and change.before.get("rectifies_id") is None
    is_new = change.table == "record_decision" and change.before is None
    return is_new and change.record_state not in (None, InterviewState.SIGNED)


def _is_frozen(change: Change, fields: frozenset[str]) -> bool:
    """Whether the record was read back or signed, after which the row stays as it is."""
    if change.table in _BESIDE_THE_RECORD:
        return False
    state = change.record_state
    if change.table == "interview" and change.before is not None:
        state = str(change.before["state"])
    if state != InterviewState.READ_BACK:
        return state == InterviewState.SIGNED
    if is_fixed_by_reading_back(change.table, change.before, fields):
        return True
    spoken = change.table == "rendering" and change.after["kind"] == RenderingKind.RENDITION
    return change.table in _FIXED_WHEN_COMPARED or (
        spoken and not fields.isdisjoint({"text", "source_digest"})
    )
