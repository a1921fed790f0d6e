"""Later: what was entered of something after it left: corrected, struck out, decided, withdrawn, restricted.

`KINDS` and `NOT_TOLD` together name every table of the vault. What was received is asked by its ids: the
rest of the case is not read.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.corrections import STRUCK, Correction
from thb_desktop.domain.custody_kinds import ERASURES, FILES_WITHDRAWN
from thb_desktop.domain.entries_told import outward_fields
from thb_desktop.domain.ids import told_of
from thb_desktop.domain.leaving import KEEPS_HERE
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.person_claims_fields import OF_CLAIMS
from thb_desktop.domain.taking_out import TakenOut
from thb_desktop.domain.vocabulary import (
    BarKind,
    CustodyAction,
    InterviewState,
    NoticeKind,
    PersonLinkKind,
    RecordDecisionKind,
    VerdictKind,
)
from thb_desktop.services.case_file.entries import KINDS as ENTRIES
from thb_desktop.services.receiving.bound_by import bound_by, same_bytes
from thb_desktop.services.receiving.held import Held, Key
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.tables.later_rows import custody_of

type Received = Mapping[str, frozenset[str]]
"""The ids of all that somebody received, by the name of the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """One thing that was entered of what left.

    of: the entry that it is about; subject: the one by which it is told. at: None for what is told whenever
    it was entered, unless it was received too (beside). known: when what was corrected was entered. file: the
    one of an exhibit that it is about; who received another one alone is not told.
    """

    of: Key
    subject: Key
    kind: NoticeKind
    at: datetime | None = None
    known: datetime | None = None
    beside: Key | None = None
    file: str = ""

    def concerns(self, held: Held) -> bool:
        """Whether what left is not as it stands now."""
        if self.of not in held.keys or self.beside in held.keys:
            return False
        if self.known is not None and self.known > held.at:
            return False
        if self.file and isinstance(held.left, TakenOut) and held.left.file_id != self.file:
            return False
        return self.at is None or self.at.replace(microsecond=0) > held.at


type Source = Callable[[Connection, Received], Iterator[Later]]

_OWNERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(
            (each.name for each in (registry.PERSON_ROLE, registry.PERSON_CLAIM, registry.STAY)),
            ("person_id", registry.PERSON.name),
        ),
        registry.PAY_FIGURE.name: ("person_id", registry.PERSON.name),
        registry.ATTRIBUTION.name: ("account_id", registry.ACCOUNT.name),
        registry.MONEY_TRANSACTION.name: ("statement_id", registry.BANK_STATEMENT.name),
        registry.ITEM_DESCRIPTION.name: ("exhibit_id", registry.EXHIBIT.name),
        registry.ONLINE_CAPTURE.name: ("exhibit_id", registry.EXHIBIT.name),
    }
)
"""By what entries without a number are told: the field that names it, and its table."""
_OUTWARD = {each.description.name: outward_fields(each.description) for each in ENTRIES}
_LABELS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("person", "official", "interpreter"), "code"),
        **dict.fromkeys(("case_file", "proceeding"), "reference"),
        **dict.fromkeys(("authority", "exhibit_file"), "name"),
        registry.MONEY_TRANSACTION.name: "at",
    }
)
"""The fields by which entries are called; of others it is their number."""


def numbers_of(connection: Connection, subjects: Iterable[Key]) -> dict[Key, str]:
    """Return what each of these entries is called."""
    together: dict[str, set[str]] = {}
    for name, own_id in subjects:
        together.setdefault(name, set()).add(own_id)
    return {
        (name, str(each.id)): _called(name, each)  # type: ignore[attr-defined]  # each entry has an id
        for name, ids in together.items()
        for each in registry.table_named(name).among(connection, "id", ids)
    }


def _called(name: str, entry: object) -> str:
    value = getattr(entry, _LABELS.get(name, "number"))
    return value.edtf if isinstance(value, PartialDate) else str(value)


def later_than(connection: Connection, received: Received) -> Iterator[Later]:
    """Yield all that was entered of what was received, before it left or after."""
    for source in dict.fromkeys((*KINDS.values(), _of_conditions)):
        yield from source(connection, received)


def _ids(received: Received, name: str) -> frozenset[str]:
    return received.get(name, frozenset())


def _corrected(connection: Connection, received: Received) -> Iterator[Later]:
    """Corrections of the entries that a bundle tells. Those of claims are told by their person."""
    ids = frozenset[str]().union(*(_ids(received, name) for name in CORRECTED))
    told = [each for each in registry.CORRECTION.among(connection, "subject_id", ids) if _leaves(each)]
    owners = _owners(connection, {(_table(each), each.subject_id) for each in told})
    for each in told:
        of = (_table(each), each.subject_id)
        owner = owners.get(of, of)
        is_recall = each.field == STRUCK and owner == of
        kind = NoticeKind.RECALLED if is_recall else NoticeKind.RECTIFIED
        yield Later(of=of, subject=owner, kind=kind, at=each.at)


def _table(correction: Correction) -> str:
    return registry.PERSON_CLAIM.name if correction.entity in OF_CLAIMS else correction.entity


def _leaves(correction: Correction) -> bool:
    """Whether what was corrected is told outside: no working note, and no sealed identity."""
    if correction.entity in OF_CLAIMS:
        return True
    outward = _OUTWARD.get(correction.entity, frozenset())
    return bool(outward) and (correction.field == STRUCK or correction.field in outward)


def _owners(connection: Connection, entries: Iterable[Key]) -> dict[Key, Key]:
    """Return of the entries that are told by another one which it is."""
    together: dict[str, set[str]] = {}
    for name, own_id in entries:
        if name in _OWNERS:
            together.setdefault(name, set()).add(own_id)
    found: dict[Key, Key] = {}
    for name, ids in together.items():
        field, owner = _OWNERS[name]
        for each in registry.table_named(name).among(connection, "id", ids):
            if named := getattr(each, field):
                found[(name, str(each.id))] = (owner, named)  # type: ignore[attr-defined]  # each entry has an id
    return found


def _of_custody(connection: Connection, received: Received) -> Iterator[Later]:
    """Corrected events of custody, and content that was erased."""
    exhibits = _ids(received, registry.EXHIBIT.name)
    later = custody_of(connection, CustodyAction.CORRECTION, exhibits)
    wrong = registry.CUSTODY_EVENT.among(connection, "id", filter(None, (each.corrects for each in later)))
    known = {each.id: each.recorded_at for each in wrong}
    for each in later:
        of = (registry.EXHIBIT.name, each.exhibit_id)
        entered = known.get(each.corrects) if each.corrects else None
        yield Later(of=of, subject=of, kind=NoticeKind.RECTIFIED, at=each.recorded_at, known=entered)
    for action in sorted(ERASURES):
        for each in custody_of(connection, action, exhibits):
            of = (registry.EXHIBIT.name, each.exhibit_id)
            yield Later(of=of, subject=of, kind=NoticeKind.RECALLED, at=each.recorded_at)


_WITHDRAWN = {
    VaultAction.FILE_STRUCK_OUT: NoticeKind.RECALLED,
    VaultAction.FILE_STANDS_AGAIN: NoticeKind.RECTIFIED,
}
"""What the last of these acts about a file tells who has its exhibit."""


def _of_files(connection: Connection, received: Received) -> Iterator[Later]:
    """Files that were withdrawn, as added by mistake, or reinstated."""
    exhibits = _ids(received, registry.EXHIBIT.name)
    events = (each for kind in FILES_WITHDRAWN for each in custody_of(connection, kind, exhibits))
    told = {(each.exhibit_id, each.sha256) for each in events}
    for file in registry.EXHIBIT_FILE.among(connection, "exhibit_id", {own for own, _ in told}):
        if (file.exhibit_id, file.sha256) not in told:
            continue
        entries = [each.parsed() for each in chain.entries_of(connection, file.id)]
        if last := [each for each in entries if each.action in _WITHDRAWN][-1:]:
            yield Later(
                of=(registry.EXHIBIT.name, file.exhibit_id),
                subject=(registry.EXHIBIT_FILE.name, file.id),
                kind=_WITHDRAWN[VaultAction(last[0].action)],
                at=last[0].at,
                known=file.added_at,
                file=file.id,
            )


def _of_bars(connection: Connection, received: Received) -> Iterator[Later]:
    """Exhibits that must not leave since: who has one is told, and told again when the bar was lifted. A bar
    is asked for all that it binds; of material of child sexual abuse, also for the same bytes elsewhere.
    """
    bars = registry.LEAVING_BAR.all(connection)
    exhibits = _ids(received, registry.EXHIBIT.name)
    lifted = {each.lifts_id for each in bars if each.lifts_id}
    told = [each for each in bars if each.kind in KEEPS_HERE and each.id not in lifted]
    bound = {*bound_by(connection, {each.exhibit_id for each in told}, exhibits)}
    abuse = {each.exhibit_id for each in told if each.kind is BarKind.ABUSE_MATERIAL}
    twins = {*same_bytes(connection, abuse, exhibits)}
    for each in told:
        is_abuse = each.kind is BarKind.ABUSE_MATERIAL
        kind = NoticeKind.RECALLED if is_abuse else NoticeKind.RESTRICTED
        for binding, own in sorted(bound | twins if is_abuse else bound):
            if binding == each.exhibit_id:
                of = (registry.EXHIBIT.name, own)
                yield Later(
                    of=of, subject=of, kind=NoticeKind.RECTIFIED if each.lifts_id else kind, at=each.at
                )


def _of_records(connection: Connection, received: Received) -> Iterator[Later]:
    """Signed records that rectify or supplement one that was received, and were not received with it."""
    records, name = _ids(received, registry.INTERVIEW.name), registry.INTERVIEW.name
    for each in registry.INTERVIEW.among(connection, "rectifies_id", records):
        if each.state is InterviewState.SIGNED:
            own, of = (name, str(each.id)), (name, str(each.rectifies_id))
            yield Later(of=of, subject=own, kind=NoticeKind.RECTIFIED, beside=own)
    for each in registry.INTERVIEW.among(connection, "supplements_id", records):
        if each.state is InterviewState.SIGNED and each.rectifies_id not in records:
            own, of = (name, str(each.id)), (name, str(each.supplements_id))
            yield Later(of=of, subject=own, kind=NoticeKind.SUPPLEMENTED, beside=own)


_DECIDED = {
    RecordDecisionKind.ANNULLED: NoticeKind.RECALLED,
    RecordDecisionKind.RESTRICTED: NoticeKind.RESTRICTED,
    RecordDecisionKind.RESTRICTION_LIFTED: NoticeKind.RECTIFIED,
}
"""What a decision on a record tells who has it; a seal changes nothing for them."""


def _of_decisions(connection: Connection, received: Received) -> Iterator[Later]:
    """Decisions on a record; of those on its restriction the last one."""
    last: dict[tuple[str, bool], Later] = {}
    records = _ids(received, registry.INTERVIEW.name)
    for each in registry.RECORD_DECISION.among(connection, "interview_id", records):
        if each.kind in _DECIDED:
            of = (registry.INTERVIEW.name, str(each.interview_id))
            is_final = each.kind is RecordDecisionKind.ANNULLED
            last[each.interview_id, is_final] = Later(of=of, subject=of, kind=_DECIDED[each.kind], at=each.at)
    yield from last.values()


def _of_persons(connection: Connection, received: Received) -> Iterator[Later]:
    """Merges that were undone, decisions on an age, and on the use of a claim."""
    for split in registry.PERSON_LINK.among(connection, "of_id", _ids(received, registry.PERSON_LINK.name)):
        if split.kind is PersonLinkKind.SPLIT:
            merge, person = (
                (registry.PERSON_LINK.name, str(split.of_id)),
                (registry.PERSON.name, split.kept_id),
            )
            yield Later(of=merge, subject=person, kind=NoticeKind.RECTIFIED, at=split.at)
    for age in registry.AGE_DECISION.among(connection, "person_id", _ids(received, registry.PERSON.name)):
        person = (registry.PERSON.name, age.person_id)
        yield Later(of=person, subject=person, kind=NoticeKind.RECTIFIED, at=age.at)
    used = _ids(received, registry.PERSON_CLAIM.name)
    claims = {(registry.PERSON_CLAIM.name, each) for each in used}
    owners = _owners(connection, claims)
    for use in registry.CLAIM_USE.among(connection, "claim_id", used):
        claim = (registry.PERSON_CLAIM.name, str(use.claim_id))
        yield Later(of=claim, subject=owners.get(claim, claim), kind=NoticeKind.RECTIFIED, at=use.at)


def _of_conditions(connection: Connection, received: Received) -> Iterator[Later]:
    """Conditions of use that were entered of what was received, or of what binds it: an exhibit from which it
    was derived or that came with it, or an instrument.
    """
    conditions = [each for each in registry.USE_CONDITION.all(connection) if not each.struck]
    exhibits = _ids(received, registry.EXHIBIT.name)
    under = {each.instrument_id for each in conditions if each.instrument_id}
    obtained = registry.EXHIBIT.among(connection, "instrument_id", under)
    named = {each.exhibit_id for each in conditions if each.exhibit_id}
    bound: dict[str, set[Key]] = {}
    by_instrument = {str(each.id): each.instrument_id for each in obtained}
    for binding, own in bound_by(connection, {*named, *by_instrument}, exhibits):
        key = (registry.EXHIBIT.name, own)
        bound.setdefault(binding, set()).add(key)
        if instrument := by_instrument.get(binding):
            bound.setdefault(instrument, set()).add(key)
    for one in under & _ids(received, registry.INSTRUMENT.name):
        bound.setdefault(one, set()).add((registry.INSTRUMENT.name, one))
    for each in conditions:
        itself = (registry.USE_CONDITION.name, str(each.id))
        sources = filter(None, (each.exhibit_id, each.instrument_id))
        of = sorted({key for source in sources for key in bound.get(source, ())})
        first = chain.entries_of(connection, told_of(each.id))[:1] if of else ()
        for key in of if first else ():
            yield Later(
                of=key, subject=itself, kind=NoticeKind.RESTRICTED, at=first[0].parsed().at, beside=itself
            )


def _of_versions(connection: Connection, received: Received) -> Iterator[Later]:
    """Versions that their author took back, or wrote again and signed, or that another linguist disputes."""
    versions = _ids(received, registry.RENDERING_VERSION.name)
    jobs = _ids(received, registry.LANGUAGE_JOB.name)
    for withdrawn in registry.VERSION_WITHDRAWAL.among(connection, "job_id", jobs):
        yield _of_version(withdrawn.version_id, withdrawn.job_id, NoticeKind.RECALLED, withdrawn.at)
    for verdict in registry.REVISION_VERDICT.among(connection, "version_id", versions):
        if verdict.kind is VerdictKind.DISPUTES:
            yield _of_version(verdict.version_id, verdict.job_id, NoticeKind.RECTIFIED, verdict.at)
    before: dict[tuple[str, str], list[str]] = {}
    for each in registry.RENDERING_VERSION.among(connection, "id", versions):
        before.setdefault((each.job_id, each.segment_id), []).append(each.id)
    for signed in registry.VERSION_SIGNATURE.among(connection, "job_id", jobs):
        new = [own for own, _ in signed.versions if own not in versions]
        for each in registry.RENDERING_VERSION.among(connection, "id", new):
            for older in before.get((each.job_id, each.segment_id), ()):
                yield _of_version(older, each.job_id, NoticeKind.RECTIFIED, signed.at)


def _of_notes(connection: Connection, received: Received) -> Iterator[Later]:
    """Notes of a linguist, and jobs, that were struck out."""
    for note in registry.ANNOTATION.among(connection, "id", _ids(received, registry.ANNOTATION.name)):
        if note.struck:
            of = (registry.ANNOTATION.name, str(note.id))
            job = (registry.LANGUAGE_JOB.name, str(note.job_id))
            yield Later(of=of, subject=job, kind=NoticeKind.RECTIFIED)
    for work in registry.LANGUAGE_JOB.among(connection, "id", _ids(received, registry.LANGUAGE_JOB.name)):
        if work.struck:
            job = (registry.LANGUAGE_JOB.name, str(work.id))
            yield Later(of=job, subject=job, kind=NoticeKind.RECALLED)


def _of_version(version_id: str, job_id: str, kind: NoticeKind, at: datetime) -> Later:
    job = (registry.LANGUAGE_JOB.name, job_id)
    return Later(of=(registry.RENDERING_VERSION.name, version_id), subject=job, kind=kind, at=at)


CORRECTED = frozenset((*(each.description.name for each in ENTRIES), registry.PERSON_CLAIM.name)) - {
    "transmission",
    "action_team",
    "voided_number",
    "person_found",
}
"""The entries of a bundle that are corrected and struck out with a reason."""

KINDS: Mapping[str, Source] = MappingProxyType(
    {
        **dict.fromkeys(sorted(CORRECTED), _corrected),
        "custody_event": _of_custody,
        "exhibit_file": _of_files,
        "leaving_bar": _of_bars,
        "interview": _of_records,
        "record_decision": _of_decisions,
        **dict.fromkeys(("person_link", "age_decision", "claim_use"), _of_persons),
        **dict.fromkeys(
            ("rendering_version", "version_signature", "version_withdrawal", "revision_verdict"),
            _of_versions,
        ),
        **dict.fromkeys(("language_job", "annotation"), _of_notes),
    }
)
"""What is told to those who received it, by the name of the table, and where it is found."""
