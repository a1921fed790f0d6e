"""Extracts: the part of the event chain attached to a bundle, with its proofs."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from functools import cache
from typing import NamedTuple, get_args, get_type_hints

from thb_desktop.crypto.certificates import read_holder
from thb_desktop.crypto.signing import key_id
from thb_desktop.domain.address_rules import mentions
from thb_desktop.domain.bundle_proof import SignerKey
from thb_desktop.domain.consultation import Consulted, Justification, Purpose
from thb_desktop.domain.kept_back import ENTITIES, Outside, words_of
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.record import Record, to_full_record, to_record
from thb_desktop.domain.redaction_marks import WITHHELD_WORDS
from thb_desktop.domain.rights import Right
from thb_desktop.errors import ChainBrokenError, ProofError, ToldWholeError
from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.checkpoint import Head
from thb_desktop.ledger.entry import DRAFTING, Entry, Opening, SignedEntry
from thb_desktop.ledger.extract import Extract, build_extract
from thb_desktop.ledger.statement import SignedStatement
from thb_desktop.ledger.tree import Proving, Tree
from thb_desktop.ledger.withheld import Told
from thb_desktop.services.bundling.signer_keys import keys_in
from thb_desktop.services.core.consultation_log import case_of
from thb_desktop.services.core.keys import session_certificates
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.signers import acts_behind
from thb_desktop.services.core.withheld_groups import is_grouped
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, nodes, registry
from thb_desktop.verify.custody_rows import states_of

_CODE = re.compile(r"[A-Z_]+|[0-9a-f-]+|[0-9:.T+-]+")
_OF_THE_OFFICE = (Right.SEE_OFFICE,)
_OF_A_CASE = (Right.READ_CASE, Right.READ_TESTIMONY, Right.READ_EXHIBITS, Right.READ_FINANCE)
"""The content of a subject's events, in addition to the custody of exhibits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyExtract:
    """An attached extract, the head under which it was made, and whose keys signed what is in it."""

    data: bytes
    head: Head
    keys: tuple[SignerKey, ...] = ()


class _Told(NamedTuple):
    """What an extract may tell, as `extract_of` says it."""

    entries: Collection[str] | None
    masked: frozenset[str]
    is_version: bool


@permitted(Right.READ_CUSTODY)
def extract_of(
    session: Session,
    subjects: Collection[str],
    certificates: Collection[bytes] = (),
    *,
    entries: Collection[str] | None = None,
    masked: Collection[str] = (),
    untold: Collection[str] = (),
    is_version: bool = False,
) -> CustodyExtract:
    """Return all events of these subjects, in the order of the chain, under its newest head.

    A user who reads custody gets extracts of exhibits and their files; any other extract needs the right to
    read all of it: NotAllowedError. Identities are separate subjects and are in no extract that does not name
    them. The content of drafts before a signed interview record stays in the vault: national law decides
    whether drafts are disclosed. Working notes and values that a correction keeps back stay there too
    (`domain.kept_back`). The log of consultations names each subject of an extract. certificates: of further
    users (DER), whose signatures on something else go with the extract. entries: those of the case whose
    state may be told; None for all. masked: the ids of rows of whose words some are masked,
    untold: these words. None of their words are told, and ToldWholeError if an event cannot leave them out.
    is_version: whether it is for a version for a recipient, which withholds some fields whatever they say.
    From a vault that was found broken nothing is given away: TablesDifferError, or the error of another
    cause.
    """
    _verify_readable(session, subjects)
    session.opening.verify_sound()
    signed_head = chain.last_head(session.read)
    if signed_head is None:
        raise ChainBrokenError("the event chain has no signed head")
    head = signed_head.parsed()
    told = _Told(entries=entries, masked=frozenset(masked), is_version=is_version)
    events = _events(session, subjects, told)
    _verify_untold((opening for _, opening in events), told, untold)
    keys = {signed.parsed().key for signed, _ in events} | {head.key}
    agents = {signed.parsed().agent for signed in _statements(session, keys)}
    signers = acts_behind(session.read, agents | set(map(_user_of, certificates)))
    keys |= {act.signed.parsed().key for act in signers}
    statements = _statements(session, keys)

    def build(tree: Proving) -> Extract:
        return build_extract(
            head=signed_head,
            tree=tree,
            counters=session.journal.counters,
            events=events,
            statements=statements,
            root=root_certificate(session.office_record),
            users=tuple(dict.fromkeys((*_certificates(session, statements), *certificates))),
            signers=[(act.signed, act.opening) for act in signers],
        )

    try:
        extract = build(nodes.tree(session.read, head.size))
    except ProofError:  # the kept nodes are not those of the head: the health check names them
        extract = build(Tree(signed.leaf_hash for signed in chain.entries(session.read)))
    if session.depth == 1:  # not within a bundle, which is logged itself
        asked = Purpose(code=Justification.DISCLOSURE_PREP)
        for subject in dict.fromkeys(subjects):
            session.consulted(Consulted.EXTRACT, subject, purpose=asked)
    session.vault.verify_own()
    return CustodyExtract(
        data=extract.to_bytes(), head=head, keys=keys_in(extract, registry.USER.all(session.read))
    )


def _user_of(certificate: bytes) -> str:
    return read_holder(certificate).serial_number


def _verify_readable(session: Session, subjects: Collection[str]) -> None:
    """An event contains the rows that it changed, so an extract is a way to read them."""
    for subject in subjects:
        if registry.EXHIBIT.find(session.read, subject) or registry.EXHIBIT_FILE.find(session.read, subject):
            continue
        is_office = subject == session.vault_id or registry.USER.find(session.read, subject)
        for right in _OF_THE_OFFICE if is_office else _OF_A_CASE:
            session.require(right)


def _events(
    session: Session, subjects: Collection[str], asked: _Told
) -> list[tuple[SignedEntry, Opening | None]]:
    found = [signed for subject in subjects for signed in chain.entries_of(session.read, subject)]
    by_number = {signed.parsed().seq: signed for signed in found}
    cases = {case_of(session.read, subject) for subject in subjects} - {""}
    told = _outside(session, cases, asked).tells
    openings = [_opening(session, by_number[seq].parsed(), told) for seq in sorted(by_number)]
    return [(by_number[seq], opening) for seq, opening in zip(sorted(by_number), openings, strict=True)]


def _verify_untold(openings: Iterable[Opening | None], told: _Told, words: Collection[str]) -> None:
    """Raise ToldWholeError if the content of an event, as it would leave, has words of a row of which some
    are masked, a field that a version withholds, or these words anywhere.
    """
    if not (told.masked or told.is_version or words):
        return
    for opening in openings:
        content = canonical.parse(opening.payload) if opening is not None else None
        if _tells_words(content, told) or mentions("\n".join(_texts_in(content)), words):
            raise ToldWholeError("an event tells masked words, and can be told as a whole only")


def _tells_words(content: Value, told: _Told) -> bool:
    """Whether the content of an event has words of a row of which some are masked, or that are withheld."""
    return any(
        (record.get("id") in told.masked and not record.keys().isdisjoint(words_of(table)))
        or (told.is_version and not record.keys().isdisjoint(WITHHELD_WORDS.get(table, ())))
        for table, record in states_of(content)
    )


def _texts_in(content: Value) -> Iterator[str]:
    """Return what somebody wrote in the content of an event: its reason, and the texts of its rows. What
    looks like a code or a number is no text where the field is none.
    """
    if isinstance(content, dict):
        yield from _strings_in(content.get("reason"))
    for table, record in states_of(content):
        for name, value in record.items():
            typed = _is_typed(table, name, record)
            yield from (each for each in _strings_in(value) if typed or not _CODE.fullmatch(each))


def _is_typed(table: str, name: str, record: Mapping[str, Value]) -> bool:
    """Whether somebody can type any text into a field. A correction tells values of the field that it
    names.
    """
    if table == registry.CORRECTION.name and name in ("before", "after"):
        table, name = str(record.get("entity")), str(record.get("field"))
    return name in _typed_fields(table)


@cache
def _typed_fields(table: str) -> frozenset[str]:
    """The fields of a table that hold texts: no codes, ids or times."""
    if table not in {each.name for each in registry.TABLES}:
        return frozenset()
    hints = get_type_hints(registry.table_named(table).entity)
    return frozenset(name for name, hint in hints.items() if _holds_text(hint))


def _holds_text(hint: object) -> bool:
    if is_dataclass(hint) and hint is not PartialDate:
        return any(map(_holds_text, get_type_hints(hint).values()))
    return hint is str or any(map(_holds_text, get_args(hint)))


def _strings_in(value: Value) -> Iterator[str]:
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, dict):
            waiting += each.values()
        elif isinstance(each, list):
            waiting += each


def _opening(session: Session, entry: Entry, told: Told) -> Opening | None:
    """Return what an extract tells of the content of an entry: nothing where its author marked other groups
    than the program, so that it would tell too much or could not be read.
    """
    opening = None if entry.action in DRAFTING else chain.opening_of(session.read, entry.seq)
    if opening is None or not is_grouped(Event.parse(opening.payload)):
        return None
    return opening.disclosed(told)


def _outside(session: Session, case_ids: Collection[str], asked: _Told) -> Outside:
    """Return what may leave the office of the entries of these cases."""
    corrected = [
        each for case_id in case_ids for each in registry.CORRECTION.where(session.read, "case_id", case_id)
    ]
    named = {(each.entity, each.subject_id) for each in corrected if each.entity in ENTITIES}
    kept = [registry.table_named(name).find(session.read, subject) for name, subject in named]
    present = {str(record["id"]): record for record in (to_record(each) for each in kept if each is not None)}

    def now(table: str, row: str) -> Record | None:
        value = registry.table_named(table).find(session.read, row)
        return None if value is None else to_full_record(value)

    return Outside(
        corrected,
        present,
        now,
        entries=None if asked.entries is None else frozenset(asked.entries),
        masked=asked.masked,
        is_version=asked.is_version,
    )


def _certificates(session: Session, statements: Iterable[SignedStatement]) -> list[bytes]:
    """Return for each user the certificates whose keys certify the sessions that wrote here."""
    parsed = [signed.parsed() for signed in statements]
    wanted = {(each.agent, each.signer) for each in parsed}
    return [
        certificate
        for agent, certificate in session_certificates(session.read)
        if (agent, key_id(read_holder(certificate).public_key)) in wanted
    ]


def _statements(session: Session, keys: set[str]) -> list[SignedStatement]:
    found = [signed for key in keys for signed in chain.statements_of(session.read, key)]
    return sorted(found, key=lambda signed: (signed.parsed().first, signed.parsed().key))
