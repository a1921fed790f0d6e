"""Linguists: whether rows of language work have the signature of the linguist that they name."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Self

from thb_desktop.crypto.certificates import read_holder
from thb_desktop.crypto.signing import verify_signature
from thb_desktop.domain.change import Change
from thb_desktop.domain.ids import AgentId, InterpreterId
from thb_desktop.domain.person_names import is_same_name
from thb_desktop.domain.record import Plain, from_record
from thb_desktop.domain.segment import Certification
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.errors import CertificateError, FormatError, SignatureError
from thb_desktop.findings import Finding, broken, holds, of_entry
from thb_desktop.ledger.language_work import Signed, signed_bytes
from thb_desktop.services.core.certification_checks import UNSIGNED
from thb_desktop.services.core.certification_checks import certificate_behind as certificate_of
from thb_desktop.services.core.keys import certificates_of
from thb_desktop.services.core.user_certification import certified_keys
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.mapper import Table
from thb_desktop.vault.tables.told_rows import RowName, first_told, told_before
from thb_desktop.vault.told_states import ToldStates

SIGNED: tuple[Table[Signed], ...] = (
    registry.VERSION_SIGNATURE,  # type: ignore[assignment]  # each table has one of the signed classes
    registry.VERSION_WITHDRAWAL,
    registry.REVISION_VERDICT,
    registry.LANGUAGE_CERTIFICATE,
)
"""The tables whose rows a linguist signs."""
_BY_NAME: Mapping[str, Table[Signed]] = {table.name: table for table in SIGNED}
_UNDER_A_NAME: tuple[Table[Any], ...] = (*SIGNED, registry.CERTIFICATION)
"""The same, and what an interpreter certifies at the record: all that names the linguist who signed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Linguists:
    """Who signs as whom in a vault.

    certificates: of each user who is an interpreter, those (DER) that the vault's root issued. users: of each
    interpreter of a case, their user of the vault.
    """

    connection: Connection
    vault: str
    certificates: Mapping[AgentId, tuple[bytes, ...]]
    users: Mapping[InterpreterId, AgentId]

    @classmethod
    def of(cls, connection: Connection, vault: str, root: bytes) -> Self:
        """vault: its id. In the store of an assignment, rows are signed for the vault to which they come
        back. root: the vault's root certificate, DER.
        """
        vault = next((office.home for office in registry.OFFICE.all(connection) if office.home), vault)
        roles = {user.id: user.role for user in registry.USER.all(connection)}
        issued: dict[AgentId, list[bytes]] = {}
        for agent, certificate in certificates_of(connection):
            keys = certified_keys([(agent, certificate)], root)
            if roles.get(agent) is UserRole.INTERPRETER and agent in keys:
                issued.setdefault(agent, []).append(certificate)
        interpreters = registry.INTERPRETER.all(connection)
        return cls(
            connection=connection,
            vault=vault,
            certificates={agent: tuple(each) for agent, each in issued.items()},
            users={each.id: each.user_id for each in interpreters if each.user_id is not None},
        )

    def certificate_behind(self, untrusted: Signed) -> bytes | None:
        """Return the certificate (DER) whose key signed a row: one of the user who is the linguist that it
        names. None if there is none.
        """
        if untrusted.user_id not in (self.users.get(untrusted.interpreter_id), self._user_then(untrusted)):
            return None
        for certificate in self.certificates.get(untrusted.user_id, ()):
            with suppress(SignatureError, CertificateError, ValueError):
                signature = bytes.fromhex(untrusted.signature)
                key = read_holder(certificate).public_key
                verify_signature(key, signed_bytes(untrusted, self.vault), signature)
                return certificate
        return None

    def _user_then(self, untrusted: Signed) -> Plain:
        """Return who the linguist was when the row was told: whoever names another afterwards took no
        signature away. None if that is not known.
        """
        if self.users.get(untrusted.interpreter_id) == untrusted.user_id:
            return None
        (table,) = (each for each in SIGNED if each.entity is type(untrusted))
        told = first_told(self.connection, RowName(table.name, untrusted.id))
        row = RowName(registry.INTERPRETER.name, untrusted.interpreter_id)
        try:
            was = ToldStates(self.connection).before(row, told) if told is not None else None
        except FormatError:
            return None
        return was.get("user_id") if was else None


def has_signed(connection: Connection, interpreter_id: InterpreterId) -> bool:
    """Whether a row of language work, or a certificate at a record, was signed for this interpreter of a
    case.
    """
    one = "WHERE interpreter_id = :interpreter_id LIMIT 1"
    return any(table.select(connection, one, {"interpreter_id": interpreter_id}) for table in _UNDER_A_NAME)


def faults_of_linguists(
    connection: Connection, changes: Iterable[Change], *, before: int
) -> Iterator[tuple[str, str]]:
    """Return the fault of a linguist who gets another user or name after work was signed under it, with the
    table: the signatures are those of this user. before: the number of the entry.
    """
    for change in changes:
        was = change.before
        if change.table != registry.INTERPRETER.name or was is None or was["user_id"] is None:
            continue
        now = change.after
        is_same = now["user_id"] == was["user_id"] and is_same_name(str(now["name"]), str(was["name"]))
        if not is_same and _signed_before(connection, InterpreterId(str(now["id"])), before):
            yield "act-exceeded.field", change.table


def _signed_before(connection: Connection, interpreter_id: InterpreterId, before: int) -> bool:
    return any(
        told_before(connection, RowName(table.name, row.id), before) is not None
        for table in _UNDER_A_NAME
        for row in table.where(connection, "interpreter_id", interpreter_id)
    )


def check_language_work(connection: Connection, vault: str, root: bytes) -> Iterator[Finding]:
    """Check the signature of every row of language work that a linguist signs."""
    every = [row for table in SIGNED for row in table.all(connection)]
    if not every:
        return
    linguists = Linguists.of(connection, vault, root)
    unsigned = sum(linguists.certificate_behind(row) is None for row in every)
    if unsigned:
        yield broken("language.unsigned", count=unsigned)
    else:
        yield holds("language.signed", count=len(every))


class NewSignatures:
    """Checks the signed rows that new entries tell; the linguists are read when there is one."""

    def __init__(self, connection: Connection, vault: str, root: bytes) -> None:
        self._of = connection, vault, root
        self._linguists: Linguists | None = None

    def check(self, seq: int, changes: Iterable[Change]) -> Iterator[Finding]:
        """seq: the number of the entry that tells these rows."""
        for change in changes:
            if change.table in _BY_NAME and not self._is_signed(change):
                yield broken("language.unsigned-entry", where=of_entry(seq))
                return
            if change.table == registry.CERTIFICATION.name and not self._is_certified(change):
                yield broken(UNSIGNED, where=of_entry(seq))
                return

    def _is_certified(self, change: Change) -> bool:
        try:
            row = from_record(Certification, change.after)
        except FormatError:
            return False
        return certificate_of(*self._of, row) is not None

    def _is_signed(self, change: Change) -> bool:
        if self._linguists is None:
            self._linguists = Linguists.of(*self._of)
        try:
            row = from_record(_BY_NAME[change.table].entity, change.after)
        except FormatError:
            return False
        return self._linguists.certificate_behind(row) is not None
