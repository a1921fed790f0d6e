"""The end of the log of consultations, to which one session adds signed entries."""

import hashlib
from dataclasses import replace
from uuid import UUID

from thb_desktop.crypto.material import Randomness
from thb_desktop.crypto.signing import Signer
from thb_desktop.domain.consultation import STANDING_DUTY, Consulted, Purpose
from thb_desktop.domain.ids import VaultId
from thb_desktop.domain.people import User
from thb_desktop.domain.times import Reading
from thb_desktop.ledger import canonical
from thb_desktop.ledger.entry import CLOCK_WENT_BACK
from thb_desktop.ledger.statement import KeyStatement, sign_statement
from thb_desktop.vault.chain_writer import ChainWriter, EntryAuthor, Savepoint
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry

FORMAT = "thb-consultation/1"


def journal_id(vault_id: VaultId) -> str:
    """Return the id under which the log is signed: derived from the vault's id, but never equal to it."""
    digest = bytearray(hashlib.sha256(b"thb-consultations/1\x00" + UUID(vault_id).bytes).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x80
    digest[8] = digest[8] & 0x3F | 0x80
    return str(UUID(bytes=bytes(digest)))


def is_id(subject: str) -> bool:
    """Whether a name has the form of an id in a vault."""
    try:
        return str(UUID(subject)) == subject
    except ValueError:
        return False


def stated_purpose(user: User, justification: str) -> Purpose:
    """Return the typed reason for one view, under the code of the user's standing duty."""
    return replace(STANDING_DUTY[user.role], text=justification.strip())


def case_of(connection: Connection, subject: str) -> str:
    """Return the case of an interview, job, exhibit, file, person, claim, merge, bundle or package, or of
    what a correction is about, or none.
    """
    if registry.CASE_FILE.find(connection, subject) is not None:
        return subject
    file = registry.EXHIBIT_FILE.find(connection, subject)
    subject = file.exhibit_id if file else subject
    interview = registry.INTERVIEW.find(connection, subject)
    exhibit = registry.EXHIBIT.find(connection, subject)
    person = registry.PERSON.find(connection, subject)
    bundle = registry.BUNDLE.find(connection, subject) or registry.PACKAGE.find(connection, subject)
    received = registry.RECEIVED_PACKAGE.find(connection, subject)
    job = registry.LANGUAGE_JOB.find(connection, subject)
    flag = registry.SAFETY_FLAG.find(connection, subject)
    claim = registry.PERSON_CLAIM.find(connection, subject)
    link = registry.PERSON_LINK.find(connection, subject)
    corrected = registry.CORRECTION.where(connection, "subject_id", subject)
    entry = interview or exhibit or person or bundle or received or job or flag or claim
    found = entry or link or (corrected[0] if corrected else None)
    return found.case_id if found else ""


def name_of(connection: Connection, subject: str) -> str:
    """Return the number, reference or pseudonym of something; never a person's name."""
    file = registry.EXHIBIT_FILE.find(connection, subject)
    subject = file.exhibit_id if file else subject
    if (person := registry.PERSON.find(connection, subject)) is not None:
        return person.code
    if (case := registry.CASE_FILE.find(connection, subject)) is not None:
        return case.reference
    found = (
        registry.INTERVIEW.find(connection, subject)
        or registry.EXHIBIT.find(connection, subject)
        or registry.BUNDLE.find(connection, subject)
        or registry.PACKAGE.find(connection, subject)
        or registry.RECEIVED_PACKAGE.find(connection, subject)
        or registry.LANGUAGE_JOB.find(connection, subject)
    )
    return str(found.number) if found else ""


class ConsultationLog:
    """Writes what one session viewed, each entry under a head of its own."""

    def __init__(self, end: ChainWriter, author: EntryAuthor, *, randomness: Randomness) -> None:
        self._end = end
        self._author = author
        self._randomness = randomness
        self._written: set[tuple[str, str, Purpose]] = set()

    @classmethod
    def of(
        cls,
        end: ChainWriter,
        *,
        vault_id: VaultId,
        user: User,
        key: Signer,
        signer: Signer,
        reading: Reading,
        randomness: Randomness,
    ) -> "ConsultationLog":
        """Certify the session's key with the certificate's key for this log too."""
        statement = KeyStatement(
            vault=journal_id(vault_id),
            agent=user.id,
            role=user.role.value,
            session=key.public_key,
            first=end.size + 1,
            since=reading.at,
            signer=signer.key_id,
        )
        signed = sign_statement(statement, signer.sign)
        author = EntryAuthor(vault=statement.vault, user=user, key=key, statement=signed)
        return cls(end, author, randomness=randomness)

    @property
    def size(self) -> int:
        return self._end.size

    @property
    def root(self) -> bytes:
        return self._end.root

    def savepoint(self) -> Savepoint:
        return self._end.savepoint()

    def roll_back(self, savepoint: Savepoint) -> None:
        """Return to the state before a transaction that failed."""
        self._end.roll_back(savepoint)

    def holds(self, kind: Consulted, subject: str, purpose: Purpose) -> bool:
        """Whether this session has written that entry already."""
        return (kind.value, subject, purpose) in self._written

    def keep(self, kind: Consulted, subject: str, purpose: Purpose) -> None:
        """Note that the written entries were committed."""
        self._written.add((kind.value, subject, purpose))

    def write(
        self,
        kind: Consulted,
        subject: str,
        *,
        case_id: str,
        purpose: Purpose,
        recipient: str,
        reading: Reading,
    ) -> None:
        """Add an entry and sign the head over it, in the open transaction."""
        if self._end.is_behind(reading):
            self._add(CLOCK_WENT_BACK, subject, _content("", purpose, ""), reading)
        self._add(kind.value, subject, _content(case_id, purpose, recipient), reading)
        self._end.sign_head(self._author, reading)

    def _add(self, action: str, subject: str, payload: bytes, reading: Reading) -> None:
        self._end.add(
            self._author,
            action=action,
            subject=subject,
            payload=payload,
            reading=reading,
            randomness=self._randomness,
        )


def _content(case_id: str, purpose: Purpose, recipient: str) -> bytes:
    return canonical.encode(
        {
            "format": FORMAT,
            "case": case_id,
            "justification": purpose.code.value,
            "text": purpose.text,
            "recipient": recipient,
        }
    )
