"""The attached records: whether each gives the signed digest, and the data beside it tell the same."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

from thb_desktop.domain.vocabulary import InterviewState
from thb_desktop.errors import FormatError
from thb_desktop.findings import Finding, Where, broken, holds, unknown
from thb_desktop.ledger.entry import VerifySignature
from thb_desktop.ledger.extract import Extract
from thb_desktop.ledger.record_tree import RecordTree
from thb_desktop.verify.bundle.case_data import CaseData, Derived
from thb_desktop.verify.bundle.certifications import check_certifications
from thb_desktop.verify.bundle.comparisons import are_compared
from thb_desktop.verify.bundle.events import SignedRecords
from thb_desktop.verify.bundle.manifest import LANGUAGE, Record
from thb_desktop.verify.bundle.record_shape import has_copies, kinds_withheld, leaves_out, row_of
from thb_desktop.verify.bundle.record_texts import RecordTexts
from thb_desktop.verify.bundle.redactions import Redactions
from thb_desktop.verify.bundle.spoken import Spoken
from thb_desktop.verify.p256 import verify_signature
from thb_desktop.verify.signers import shown

_SIGNED = InterviewState.SIGNED.value
_ENTITIES = {"exhibit": "exhibit", "files": "exhibit_file", "custody": "custody_event"}
"""The table of each kind of part in an exhibit's record."""


@dataclass(slots=True)
class _Attached:
    """What the records are compared with. data: None if nothing demands it."""

    extract: Extract | None
    signed: SignedRecords
    data: CaseData | None
    texts: RecordTexts
    redactions: Redactions
    is_restricted: bool = False
    """Whether the events restrict the use of a record that was checked."""

    def check(self, called: Where, kind: str, tree: RecordTree, masked: frozenset[str]) -> Iterator[Finding]:
        """Return how extract, data and text contradict a record. masked: its parts with redactions."""
        if kind == "interview":
            yield from _check_interview(called, tree, self.signed)
            if leaves_out(tree):
                yield broken("record-part-withheld", where=called)
        elif not _is_last_state(tree, self.signed, masked):
            yield broken("record-not-as-signed", where=called)
        if self.data is not None and not self.data.tells(kind, tree):
            yield broken("record-not-as-data", where=called)
        if self.data is not None and kind == "interview" and not self.texts.tell(tree):
            yield broken("record-not-as-text", where=called)
        if self.data is not None and self.extract is not None and kind == "interview":
            yield from self._check_beside(called, tree, self.data)

    def _check_beside(self, called: Where, tree: RecordTree, data: CaseData) -> Iterator[Finding]:
        """Return how the data contradict the events in what no record of an interview has."""
        own = str(row_of(tree, "interview").get("id"))
        derived = data.beside.derived.get(own, Derived())
        if not self._is_derived(own, derived, tree.digest):
            yield broken("record-not-as-data", where=called)
        as_chain = data.decisions.get(own) == self.signed.decisions_of(own)
        as_chain = as_chain and derived.shown in self.signed.states_of(own)
        if not (as_chain and self.signed.has_seals_of(own, tree.digest)):
            yield broken("record-decisions-not-as-chain", where=called)
        if not has_copies(tree, data.copies.get(own), self.signed.copies_of(own)):
            yield broken("signing-copies-not-as-chain", where=called)
        if not are_compared(tree, self.signed.compared.get(own, ())):
            yield broken("comparisons-not-as-chain", where=called)
        self.is_restricted |= self.signed.is_restricted(own)

    def _is_derived(self, own: str, derived: Derived, digest: str) -> bool:
        """Whether the data say the digest and the state of the row that follow from the record as signed."""
        is_signed = own in self.signed.digests
        return derived.digest == (digest if is_signed else "") and (derived.state == _SIGNED) is is_signed

    def check_left(self) -> Iterator[Finding]:
        """Return whether the bundle tells an interview or exhibit without a record, or the reason for
        restricted ones otherwise than they were decided.
        """
        if self.data is not None and (self.data.left or self.texts.left):
            yield broken("record-missing")
        yield from self.redactions.check_left()
        if self.data is not None and self.extract is not None:
            has_reason = bool(self.data.restricted_because.strip())
            if has_reason is not self.is_restricted:
                yield broken("restriction-not-as-decided")
        if self.data is not None and self.extract is not None:
            yield from self._check_case(self.data)

    def _check_case(self, data: CaseData) -> Iterator[Finding]:
        """Return how the data contradict the events in what is told beside interviews."""
        if not (data.merges == self.signed.merges() and data.has_numbers_of_merges):
            yield broken("merges-not-as-chain")
        if self.signed.foreign:
            yield broken("row-of-another", count=self.signed.foreign)
        if self.signed.stray:
            yield broken("confirmation-of-nothing", count=self.signed.stray)
        if self.signed.exceeded:
            yield broken("act-not-entitled", entries=tuple(self.signed.exceeded))
        if self.signed.unknown:
            yield unknown("act-of-no-version", entries=tuple(self.signed.unknown))
        places = data.beside.places
        if places != {own: self.signed.places.get(own) for own in places}:
            yield broken("places-not-as-chain")
        yield from data.persons.check(self.signed.persons)
        yield from data.entries.check(self.signed.entries, merged=self.signed.merged())


def check_records(
    listed: Iterable[Record],
    files: Mapping[str, bytes],
    *,
    data: CaseData | None,
    extract: Extract | None,
    signed: SignedRecords,
    verify: VerifySignature = verify_signature,
) -> Iterator[Finding]:
    """Recompute the digest of every record in the list of files, compare it with the chain, with the data of
    the case and with the text beside it, and verify the certifications in it.

    files: the attached records, by path. data: what else tells of them; None if nothing demands it. extract,
    signed: the custody extract and what its events tell, which are checked separately.
    """
    redactions = Redactions.of(files)
    attached = _Attached(extract, signed, data, RecordTexts(files), redactions)
    sound, hidden, certified = list[str](), Counter[str](), 0
    spoken, language, exhibits = Spoken(), list[tuple[str, bytes]](), list[str]()
    for entry in listed:
        kind, number = entry.kind, shown(entry.number)
        if kind == LANGUAGE:
            told = files.get(entry.path) or b""
            language.append((entry.number, told if sha256(told).hexdigest() == entry.sha256 else b""))
            continue
        called = Where(kind="interview" if kind == "interview" else "exhibit", names=(number,))
        own = files.get(entry.path) or b""
        tree = _tree(own)
        if tree is None:
            yield broken("record-unreadable", where=called)
            continue
        if tree.strangers(may_mask=True) or tree.digest != entry.sha256:
            yield broken("record-altered", where=called)
            continue
        if kind == "interview":
            spoken.take(tree)
        else:
            exhibits.append(entry.path)
        count, findings = check_certifications(called, tree, extract, verify)
        certified += count
        masked = redactions.masks((kind, entry.number))
        findings += redactions.check(called, tree, (kind, entry.number), own)
        findings += attached.check(called, kind, tree, masked)
        yield from findings
        if not findings:
            sound.append(f"{number} {tree.digest[:16]}")
            hidden += kinds_withheld(tree)
    spoken.recorded = partial(_digests_of_files, files, exhibits)
    translated = list[Finding]()
    if language:
        from thb_desktop.verify.bundle.language import check_language  # takes long to load

        linguists = data.linguists if data else None
        translated += check_language(language, spoken, extract, verify, told=linguists, redactions=redactions)
    yield from attached.check_left()
    yield from translated
    if sound:
        kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(hidden.items()))
        yield holds("records-as-signed", records=tuple(sound), withheld=kinds or "0")
    if certified:
        yield holds("certifications-as-signed", count=certified)


def _digests_of_files(
    files: Mapping[str, bytes], exhibits: Iterable[str], wanted: frozenset[str]
) -> Mapping[str, str]:
    """Return the digests of the files with these ids, as far as the records of exhibits (paths) tell them."""
    found = dict[str, str]()
    for path in exhibits if wanted else ():
        tree = RecordTree.parse(files[path])
        for name in tree.parts:
            row = row_of(tree, name) if name.startswith("files/") else {}
            if row.get("id") in wanted:
                found[str(row["id"])] = str(row.get("sha256"))
    return found


def _check_interview(called: Where, tree: RecordTree, signed: SignedRecords) -> Iterator[Finding]:
    """Compare a record with the event by which it was signed, and its signer with their certificate."""
    digests = signed.digests.get(str(row_of(tree, "interview").get("id")), {})
    if not digests:
        yield unknown("record-not-in-chain", where=called)
    elif set(digests) != {tree.digest}:
        yield broken("record-not-as-signed", where=called)
    elif not digests[tree.digest].says_function:
        yield unknown("record-signer.unknown", where=called)
    elif not digests[tree.digest].may_sign:
        yield broken("record-signer.not-entitled", where=called)


def _is_last_state(tree: RecordTree, signed: SignedRecords, masked: frozenset[str]) -> bool:
    """Whether an exhibit's record is all that the events tell of it, as they told it last.

    masked: the parts with redactions, of which events tell no words.
    """
    rows = {
        (_ENTITIES.get(name.partition("/")[0], ""), str(row.get("id"))): (row, name in masked)
        for name, row in ((name, row_of(tree, name)) for name in tree.digests)
    }
    own = str(row_of(tree, "exhibit").get("id"))
    as_told = all(signed.is_last(key, row, masked=has_marks) for key, (row, has_marks) in rows.items())
    return as_told and rows.keys() >= set(signed.rows_of(own))


def _tree(data: bytes | None) -> RecordTree | None:
    try:
        return RecordTree.parse(data or b"")
    except FormatError:
        return None
