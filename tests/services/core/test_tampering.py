"""Tampering with a vault by somebody who has its keys: the unlock says that, the health check says what."""

import json
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.chains import Key, changed, re_signed
from tests.support.figures import Value
from tests.support.offices import NEXT_DAY, case_file, copy_of, keeping_triggers, unlock
from tests.support.vaults import passphrase
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import OfficialId
from thb_desktop.domain.people import Official
from thb_desktop.errors import DatabaseDamagedError, StorageError
from thb_desktop.findings import Finding, Standing
from thb_desktop.ledger import canonical
from thb_desktop.ledger.entry import SignedEntry
from thb_desktop.ledger.statement import sign_statement
from thb_desktop.services.case_file import cases
from thb_desktop.services.keeping import health
from thb_desktop.services.persons import people
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain
from thb_desktop.vault.vault import open_vault

Figure = Callable[[str, str, Value], None]
PAGE = 4096
OF_THE_CHAIN = ("chain_entry_stays", "chain_entry_is_kept", "chain_entry_follows", "chain_entry_counts")
OF_THE_HEADS = ("chain_head_stays", "chain_head_is_kept")


class Rows:
    """The chain as it lies in the database, for who goes around the program."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        for trigger in (*OF_THE_CHAIN, *OF_THE_HEADS):
            connection.execute(f"DROP TRIGGER {trigger}")
        self.size = len(list(chain.entries(connection)))

    def entry(self, seq: int) -> SignedEntry:
        return list(chain.entries(self._connection))[seq - 1]

    def put(self, seq: int, signed: SignedEntry) -> None:
        self._connection.execute(
            "UPDATE chain_entry SET entry = ?, signature = ? WHERE seq = ?",
            (signed.entry, signed.signature, seq),
        )

    def run(self, statement: str, *values: object) -> None:
        self._connection.execute(statement, values)


def behind_the_program(folder: Path, tamper: Callable[[Rows], object]) -> None:
    vault = open_vault(folder, passphrase(), randomness=secrets.token_bytes)
    with keeping_triggers(vault.connection):
        tamper(Rows(vault.connection))
    vault.close()


def found(folder: Path) -> tuple[dict[str, Finding], dict[str, Finding]]:
    """What is broken at the unlock, and by the health check, by code."""
    session = unlock(folder, start=NEXT_DAY)
    opening, report = session.opening.findings, health.check_vault(session).findings
    session.close()
    return tuple(  # type: ignore[return-value]
        {each.code: each for each in findings if each.standing is Standing.BROKEN}
        for findings in (opening, report)
    )


def modify_a_field(rows: Rows, seq: int) -> None:
    rows.put(seq, changed(rows.entry(seq), action="RETURNED"))


def backdate(rows: Rows, seq: int) -> None:
    signed = rows.entry(seq)
    rows.put(seq, changed(signed, at=signed.parsed().at - timedelta(days=400)))


def delete(rows: Rows, seq: int) -> None:
    rows.run("DELETE FROM chain_entry WHERE seq = ?", min(seq, rows.size - 1))


def reorder(rows: Rows, seq: int) -> None:
    seq = min(seq, rows.size - 1)
    here, there = rows.entry(seq), rows.entry(seq + 1)
    rows.put(seq, there)
    rows.put(seq + 1, here)


def duplicate(rows: Rows, seq: int) -> None:
    rows.run(
        "INSERT INTO chain_entry SELECT ?, subject, 1000, entry, signature, nonce, payload"
        " FROM chain_entry WHERE seq = ?",
        rows.size + 1,
        seq,
    )


def cut_the_tail(rows: Rows, seq: int) -> None:
    rows.run("DELETE FROM chain_entry WHERE seq >= ?", max(seq, 2))


def reattribute(rows: Rows, seq: int) -> None:
    rows.put(seq, changed(rows.entry(seq), agent="0" * 32))


def sign_with_a_foreign_key(rows: Rows, seq: int) -> None:
    rows.put(seq, re_signed(rows.entry(seq), Key("a stranger")))


def flip_a_bit_of_the_signature(rows: Rows, seq: int) -> None:
    signed = rows.entry(seq)
    signature = bytearray(signed.signature)
    signature[5] ^= 1
    rows.put(seq, replace(signed, signature=bytes(signature)))


def add_an_unknown_field(rows: Rows, seq: int) -> None:
    signed = rows.entry(seq)
    fields = json.loads(signed.entry) | {"remark": 1}
    rows.put(seq, replace(signed, entry=canonical.encode(fields)))


def take_from_another_vault(rows: Rows, seq: int) -> None:
    rows.put(seq, changed(rows.entry(seq), vault="0" * 32))


def empty(rows: Rows, _: int) -> None:
    rows.run("DELETE FROM chain_entry")
    rows.run("DELETE FROM chain_head")


NAMES: dict[Callable[[Rows, int], None], str] = {
    modify_a_field: "entry-altered",
    backdate: "entry-redated",
    delete: "entry-missing",
    reorder: "entry-out-of-order",
    duplicate: "entry-repeated",
    cut_the_tail: "tail-cut",
    reattribute: "entry-reattributed",
    sign_with_a_foreign_key: "key-foreign",
    flip_a_bit_of_the_signature: "signature-flipped",
    add_an_unknown_field: "entry-unknown-field",
    take_from_another_vault: "entry-foreign-vault",
    empty: "chain-empty",
}


@pytest.mark.requirement("SR-15")
@pytest.mark.parametrize("place", ["first", "middle", "last"])
@pytest.mark.parametrize(("tamper", "name"), NAMES.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_tampering_with_the_stored_chain_is_named(
    folder: Path, tamper: Callable[[Rows, int], None], name: str, place: str
):
    if (tamper, place) == (backdate, "first"):
        name = "entry-altered"  # this clock tells no running time, and nothing stands before it
    behind_the_program(folder, lambda rows: tamper(rows, {"first": 1, "middle": 4, "last": rows.size}[place]))

    opening, report = found(folder)

    assert opening
    assert name in report


@pytest.mark.requirement("SR-15", "SR-19")
def test_a_user_who_signs_in_a_role_that_they_do_not_have_is_named(folder: Path):
    """The chain cannot tell: their own certificate vouches for the session, whatever role it claims. The
    entry that made the user can.
    """
    session = unlock(folder)
    claimed = replace(session.author.statement.parsed(), role=v.UserRole.PROSECUTOR.value)
    user = replace(session.user, role=v.UserRole.PROSECUTOR)
    statement = sign_statement(claimed, session.keys.signer.sign)
    session.author = replace(session.author, user=user, statement=statement)
    cases.open_case(session, case_file(reference="2026/2"))
    session.close()

    opening, report = found(folder)

    assert set(opening) == set(report) == {"role-not-held"}


@pytest.mark.requirement("SR-15")
def test_a_row_altered_behind_the_chain_is_named_with_its_table(folder: Path):
    behind_the_program(folder, lambda rows: rows.run("UPDATE official SET name = 'Somebody else'"))

    opening, report = found(folder)

    assert set(opening) == set(report) == {"tables-differ"}
    assert report["tables-differ"].values == {"count": 1, "table": "official"}


@pytest.mark.requirement("SR-15")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE chain_head SET signature = zeroblob(64)",
        "UPDATE chain_head SET head = CAST(replace(CAST(head AS TEXT), '2026', '2025') AS BLOB)",
    ],
    ids=["signature", "content"],
)
def test_a_stored_head_that_was_altered_is_named(folder: Path, statement: str):
    behind_the_program(folder, lambda rows: rows.run(statement))

    opening, report = found(folder)

    assert "head-altered" in opening
    assert "head-altered" in report


@pytest.mark.requirement("SR-10", "SR-15")
def test_each_older_page_put_back_is_refused_or_named(folder: Path, figure: Figure):
    """SQLCipher takes it: the page is authentic, only older. All other parts of the vault are of today."""
    before, after = two_states(folder)
    names: dict[str, int] = {}

    pages = [at for at in range(0, len(before), PAGE) if before[at : at + PAGE] != after[at : at + PAGE]]
    for at in pages:
        (folder / "vault.db").write_bytes(after[:at] + before[at : at + PAGE] + after[at + PAGE :])
        for name in named_at_unlock(folder):
            names[name] = names.get(name, 0) + 1

    assert "" not in names
    assert len(pages) > 10
    assert {"tables-differ", "head-mismatch"} <= names.keys()
    figure("SR-10", "older pages put back", len(pages))
    figure("SR-10", "accepted", names.get("", 0))


def a_row_behind_the_chain(folder: Path) -> None:
    behind_the_program(folder, lambda rows: rows.run("UPDATE official SET name = 'Somebody else'"))


def the_stored_head(folder: Path) -> None:
    behind_the_program(folder, lambda rows: rows.run("UPDATE chain_head SET signature = zeroblob(64)"))


def an_older_page(folder: Path) -> None:
    before, after = two_states(folder)
    differing = [at for at in range(0, len(before), PAGE) if before[at : at + PAGE] != after[at : at + PAGE]]
    at = differing[-1]
    (folder / "vault.db").write_bytes(after[:at] + before[at : at + PAGE] + after[at + PAGE :])


STORE: dict[Callable[[Path], None], set[str]] = {
    a_row_behind_the_chain: {"tables-differ"},
    the_stored_head: {"head-altered"},
    an_older_page: {"tables-differ", "head-mismatch", "database", "consultations-differ"},
}
"""The three ways to tamper with the store, each with the names that it may be called by: an older page may be
of the tables, of an index, or of either journal."""


@pytest.mark.requirement("SR-15")
def test_each_way_to_tamper_with_the_store_is_called_by_its_name(
    folder: Path, tmp_path: Path, figure: Figure
):
    called = {}
    for way, names in STORE.items():
        spoilt = copy_of(folder, tmp_path / way.__name__ / "office.thbvault")
        way(spoilt)
        called[way] = names & set(named_at_unlock(spoilt))

    assert all(called.values()), called
    figure("SR-15", "ways to tamper with the store", len(STORE))
    figure("SR-15", "of them found and called by their own name", sum(map(bool, called.values())))


def two_states(folder: Path) -> tuple[bytes, bytes]:
    """The database before and after some acts of one session."""
    before = (folder / "vault.db").read_bytes()
    session = unlock(folder)
    case = cases.open_case(session, case_file(reference="2026/2"))
    for number in range(12):
        people.add_official(
            session,
            Official(
                id=OfficialId(""),
                case_id=case.id,
                code=f"P-{number}",
                role=v.OfficialRole.CLERK,
                name=f"Clerk {number}",
                country="BE",
            ),
        )
    session.close()
    return before, (folder / "vault.db").read_bytes()


def named_at_unlock(folder: Path) -> set[str]:
    """What the unlock calls broken, "refused" where it does not open; "" where it finds nothing."""
    try:
        session = unlock(folder, start=NEXT_DAY)
    except (DatabaseDamagedError, StorageError):
        return {"refused"}
    session.close()
    return {each.code for each in session.opening.findings if each.standing is Standing.BROKEN} or {""}
