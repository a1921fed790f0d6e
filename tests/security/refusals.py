"""Refusals, each tried once without an assertion of its own: run by a test under `python -O`.

    python -O refusals.py FOLDER

Prints one line for each refusal that was made, and ends with 1 at the first that was not.
"""

import secrets
import shutil
import sys
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tests.support import chains, offices, pdfs
from tests.support.vaults import OTHER_PASSPHRASE
from thb_desktop import errors
from thb_desktop.crypto import passphrases, recovery, sealing
from thb_desktop.crypto.derivation import KdfParameters, derive
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.findings import Standing, verdict
from thb_desktop.ledger import canonical
from thb_desktop.ledger.chain import check_chain
from thb_desktop.services.case_file import cases
from thb_desktop.services.evidence import exhibit_files
from thb_desktop.services.office import vaults
from thb_desktop.services.testimony import interviews
from thb_desktop.vault.database import DatabaseError
from thb_desktop.vault.header import Header
from thb_desktop.verify.custody import check_extract
from thb_desktop.verify.pdf import check_pdf


class NotRefusedError(Exception):
    """Something went through that must not."""


def require(held: object) -> None:
    if not held:
        raise NotRefusedError


@contextmanager
def refused(kind: type[BaseException]):
    try:
        yield
    except kind:
        return
    raise NotRefusedError


def under_optimisation(_: Path) -> None:
    require(not __debug__)


def a_wrong_passphrase(folder: Path) -> None:
    with refused(errors.WrongPassphraseError):
        offices.unlock(folder, OTHER_PASSPHRASE)


def a_forged_header(folder: Path) -> None:
    raw = bytearray((folder / "header").read_bytes())
    raw[60] ^= 1
    with refused(errors.HeaderDamagedError):
        Header.from_bytes(bytes(raw))


def a_cheap_derivation(_: Path) -> None:
    with refused(errors.KdfBelowFloorError):
        derive(bytearray(b"x"), bytes(32), KdfParameters(memory=1024, passes=1, lanes=1))


def a_weak_passphrase(folder: Path) -> None:
    with refused(errors.WeakPassphraseError):
        passphrases.verify_strong_enough("password1")
    with refused(errors.WeakPassphraseError):
        vaults.create_vault(
            folder.with_name("weak"), office="o", user_name="n", role=UserRole.PROSECUTOR,
            passphrase=bytearray(b"12345"), environment=offices.environment(),
        )  # fmt: skip


def a_recovery_code_with_a_slip(_: Path) -> None:
    text = recovery.to_text(recovery.generate(secrets.token_bytes))
    with refused(errors.RecoveryCodeTypoError):
        recovery.from_text(("1" if text[0] == "0" else "0") + text[1:])


def a_sealed_value_that_was_moved(_: Path) -> None:
    sealed = sealing.seal(bytes(32), b"x", context=b"a", randomness=secrets.token_bytes)
    with refused(errors.SealedValueDamagedError):
        sealing.unseal(bytes(32), sealed, context=b"b")


def a_key_twice(_: Path) -> None:
    with refused(errors.FormatError):
        canonical.parse(b'{"a":1,"a":1}')


def an_altered_entry(_: Path) -> None:
    office = chains.example()
    stored = office.stored.copy()
    stored.entries[4] = chains.changed(stored.entries[4], action="RELEASED")
    require("entry-altered" in stored.codes() or stored.codes())
    require(not office.stored.codes())
    require(check_chain is not None)


def an_altered_extract(_: Path) -> None:
    data = chains.extract_of(chains.example(), chains.PHONE).to_bytes()
    require(verdict(check_extract(data.replace(b"A-1001", b"A-1009"))) is Standing.BROKEN)


def an_altered_document(_: Path) -> None:
    office = pdfs.make_office()
    signed = pdfs.signed_twice(office)
    place = signed.index(b"stream") + 20
    altered = signed[:place] + bytes([signed[place] ^ 1]) + signed[place + 1 :]
    require(verdict(check_pdf(signed, trusted_roots=[office.root])) is Standing.HOLDS)
    require(verdict(check_pdf(altered, trusted_roots=[office.root])) is not Standing.HOLDS)


def what_a_role_may_not(folder: Path) -> None:
    session = offices.unlock(folder)
    session.user = replace(session.user, role=UserRole.AUDITOR)
    try:
        with refused(errors.NotAllowedError):
            cases.open_case(session, offices.case_file(reference="9"))
    finally:
        session.close()


def a_statement_that_would_leak(folder: Path) -> None:
    session = offices.unlock(folder)
    try:
        for statement in ("ATTACH 'x' AS y KEY ''", "PRAGMA temp_store = FILE", "DELETE FROM entry"):
            with refused(DatabaseError):
                session.read.execute(statement)
    finally:
        session.close()


def a_change_without_an_event(folder: Path) -> None:
    session = offices.unlock(folder)
    try:
        with refused(errors.UnrecordedChangeError), session.work() as work:
            work.save(replace(cases.list_cases(session)[0].case, notice_number="X"))
    finally:
        session.close()


def a_text_that_no_page_can_show(folder: Path) -> None:
    session = offices.unlock(folder)
    try:
        with refused(errors.ControlCharacterError):
            cases.open_case(session, offices.case_file(reference="\x1b[2J"))
    finally:
        session.close()


def a_link_as_evidence(folder: Path) -> None:
    session = offices.unlock(folder)
    link = folder.with_name("link")
    link.symlink_to("/etc/hostname")
    try:
        with refused(errors.SourceKindError):
            session.vault.content.store_file(link)
        with refused(errors.NotFoundError):
            exhibit_files.add_file(session, "0" * 32, source=link, name="x", media_type="a/b")
    finally:
        link.unlink()
        session.close()


def a_record_that_was_never_read_back(folder: Path) -> None:
    session = offices.unlock(folder)
    try:
        with refused(errors.ThbError):
            interviews.sign_interview(session, "0" * 32)
    finally:
        session.close()


def a_damaged_database(folder: Path) -> None:
    data = bytearray((folder / "vault.db").read_bytes())
    data[5000] ^= 1
    (folder / "vault.db").write_bytes(data)
    with refused(errors.DatabaseDamagedError):
        offices.unlock(folder)


TRIED: tuple[Callable[[Path], None], ...] = (
    under_optimisation, a_wrong_passphrase, a_forged_header, a_cheap_derivation, a_weak_passphrase,
    a_recovery_code_with_a_slip, a_sealed_value_that_was_moved, a_key_twice, an_altered_entry,
    an_altered_extract, an_altered_document, what_a_role_may_not, a_statement_that_would_leak,
    a_change_without_an_event,
    a_text_that_no_page_can_show, a_link_as_evidence, a_record_that_was_never_read_back, a_damaged_database,
)  # fmt: skip


def main(folder: Path) -> int:
    offices.new_office(folder, offices.small_case)
    for attempt in TRIED:
        try:
            attempt(folder)
        except NotRefusedError:
            print(f"not refused: {attempt.__name__}", file=sys.stderr)
            return 1
        print(attempt.__name__)
    shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
