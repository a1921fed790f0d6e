"""The tree of errors: each has a stable code and an exit code, and says its refusal in one sentence.

    ThbError
    ├── UsageError              the caller asked for something that cannot be (exit 2)
    │   ├── ReasonMissingError, AlreadyExistsError, NotFoundError ...
    ├── UnlockError             the vault stays closed (exit 10-19)
    │   ├── WrongPassphraseError, NoVaultError, VaultMissingPartError, NewerFormatError, VaultInUseError ...
    ├── DamageError             stored bytes are not what was written (exit 20-29)
    ├── StorageError            the medium refused (exit 30-39)
    │   ├── DiskFullError, SourceUnreadableError ...
    └── VerificationError       outside data does not hold (exit 40-49)

No message holds testimony, a name, a passphrase or a file name of evidence.
"""

from typing import ClassVar


class ThbError(Exception):
    """A refusal that a person can act on."""

    code: ClassVar[str] = "error"
    exit_code: ClassVar[int] = 1


class UsageError(ThbError):
    """The caller asked for something that cannot be."""

    code = "usage"
    exit_code = 2


class ReasonMissingError(UsageError):
    """An act that must be reasoned was asked for without a reason."""

    code = "reason-missing"


class NotFoundError(UsageError):
    """There is nothing of that name or number here."""

    code = "not-found"


class NoKeyMaterialError(NotFoundError):
    """No secret key material of this exhibit was entered yet."""

    code = "no-key-material"


class AlreadyExistsError(UsageError):
    """Something of that name is there already and is left as it is."""

    code = "already-exists"


class IncompleteExtractError(UsageError):
    """An extract was asked for that leaves out an event of one of its subjects."""

    code = "incomplete-extract"


class UnencodableError(UsageError):
    """A value that canonical JSON cannot hold: a fraction, half a surrogate pair, too large, too deep."""

    code = "unencodable"


class WeakPassphraseError(UsageError):
    """A passphrase could be guessed too easily."""

    code = "passphrase-too-weak"


class RecoveryCodeTypoError(UsageError):
    """A recovery code was typed with an error; `groups` are the groups to look at again, counted from 1."""

    code = "recovery-code-typo"

    def __init__(self, message: str, groups: tuple[int, ...] = ()) -> None:
        super().__init__(message)
        self.groups = groups


class PassphraseUnreadableError(UsageError):
    """A passphrase could not be had: no terminal to ask at, or nothing to read from."""

    code = "passphrase-unreadable"


class CertificateRequestError(UsageError):
    """A certificate cannot be issued for this name or this time."""

    code = "certificate-request"


class LastSlotError(UsageError):
    """The last keyslot of a kind would be removed, and the vault could no longer be opened."""

    code = "last-keyslot"


class FounderRoleError(UsageError):
    """The first user of a vault must be a magistrate: nobody else could ever give the others their rights."""

    code = "founder-role"


class OwnPassphraseMissingError(UsageError):
    """Who changes the ways into the vault types their own passphrase again, and did not."""

    code = "own-passphrase-missing"


class RetireOneselfError(UsageError):
    """A user was to be retired by themselves; another user does it, or the office is handed over."""

    code = "retire-oneself"


class LastManagerError(UsageError):
    """The last user who may manage users would be retired."""

    code = "last-manager"


class NewerKnownError(UsageError):
    """A backup was to be restored of a vault of which this computer remembers a newer state."""

    code = "newer-known"


class PassphraseTakenError(UsageError):
    """A passphrase was to open the vault for two users, and would then open it for the first of them only."""

    code = "passphrase-taken"


class LastHolderError(UsageError):
    """Nobody would be left who may sign and release, or who can open what is sealed apart."""

    code = "last-holder"


class ShareNumberError(UsageError):
    """Recovery shares are made for 2 to 16 holders, and 2 of them at least are needed to open the vault."""

    code = "share-number"


class ShareTypoError(UsageError):
    """A recovery share was typed with an error; `groups` are the groups to look at again, counted from 1."""

    code = "share-typo"

    def __init__(self, message: str, groups: tuple[int, ...] = ()) -> None:
        super().__init__(message)
        self.groups = groups


class SharesTooFewError(UsageError):
    """Fewer recovery shares were given than the vault asks for."""

    code = "shares-too-few"


class ShareTwiceError(UsageError):
    """The same recovery share was given twice."""

    code = "share-twice"


class ShareForeignError(UsageError):
    """A recovery share belongs to another vault, or to a set that was replaced."""

    code = "share-of-another-set"


class KeyRefusedError(UsageError):
    """A key or certificate of a card or file cannot be used: other than P-256, or not for signing."""

    code = "key-refused"


class KeyFileError(UsageError):
    """A key file (PKCS#12) cannot be read, or is encrypted in a way that is too weak."""

    code = "key-file"


class ValueRefusedError(UsageError):
    """A value is missing or not in the form of its field."""

    code = "value-refused"


class ControlCharacterError(UsageError):
    """A text holds a control character, which no page can show."""

    code = "control-character"


class NothingDeletedError(UsageError):
    """Something was to be deleted from a file that keeps everything."""

    code = "nothing-deleted"


class ChainAppendOnlyError(UsageError):
    """An entry of the event chain was to be changed, moved or removed."""

    code = "chain-append-only"


class UnrecordedChangeError(UsageError):
    """A change was to be kept without the event that tells of it."""

    code = "unrecorded-change"


class NotAllowedError(UsageError):
    """The user's role or keys do not allow this act."""

    code = "not-allowed"


class PassphraseDueError(NotAllowedError):
    """The vault was opened by a recovery code or shares, and a new passphrase is not set yet."""

    code = "passphrase-due"


class RetiredError(NotAllowedError):
    """The user no longer works in this vault."""

    code = "user-retired"


class SecondPersonError(UsageError):
    """An act that takes two persons lacks the second one."""

    code = "second-needed"


class SecondIsFirstError(SecondPersonError):
    """The person who acts was to approve the act as the second person too."""

    code = "second-is-first"


class SecondNotAllowedError(SecondPersonError):
    """The second person's role does not include that, or they no longer work here, or it is about them."""

    code = "second-not-allowed"


class ApprovalForeignError(SecondPersonError):
    """An approval was given for another act, for something else, or at the request of another user."""

    code = "approval-for-something-else"


class ApprovalExpiredError(SecondPersonError):
    """An approval was given too long ago, or at a time that has not come yet."""

    code = "approval-expired"


class ApprovalUsedError(SecondPersonError):
    """An approval was used once already."""

    code = "approval-used"


class ApprovalForgedError(SecondPersonError):
    """An approval does not bear the signature of the user it names, for this vault."""

    code = "approval-forged"


class NotAloneError(SecondPersonError):
    """An act was to be done alone while somebody else could approve it."""

    code = "not-alone"


class SealedApartError(UsageError):
    """Secret key material was to be kept as an ordinary file."""

    code = "sealed-apart"


class RecordFrozenError(UsageError):
    """An interview record was to be changed after it was read back or signed (V-I-08)."""

    code = "record-frozen"


class RecordOrderError(UsageError):
    """An interview record was to take a step that its state does not allow."""

    code = "record-order"


class SegmentSequenceError(UsageError):
    """A segment was to leave its place, or a gap would be left between segments."""

    code = "segment-sequence"


class InterviewIncompleteError(UsageError):
    """An interview record lacks what it cannot be signed without (V-I-01)."""

    code = "interview-incomplete"


class DateRefusedError(UsageError):
    """What was typed is no date or time, or could be read as two. `problem` says which (`DateProblem`)."""

    code = "date-refused"

    def __init__(self, message: str, problem: str = "", values: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.problem = problem
        self.values = values


class InterviewTimesError(UsageError):
    """The times of an interview contradict one another (V-I-02)."""

    code = "interview-times"


class InterpreterMissingError(UsageError):
    """A person was heard in a foreign language without interpreter, or word that they understood (V-I-03)."""

    code = "interpreter-missing"


class InterpreterUndeclaredError(UsageError):
    """An interpreter's languages, oath or declaration of conflicts is not recorded (V-I-04)."""

    code = "interpreter-undeclared"


class ReadBackMissingError(UsageError):
    """The outcome of the reading back, or the answer on complaints on interpreting, is missing (V-I-06)."""

    code = "read-back-missing"


class CorrectionIncompleteError(UsageError):
    """A correction does not say what stood there, what shall stand there, and who asked for it (V-I-07)."""

    code = "correction-incomplete"


class RepetitionUnexplainedError(UsageError):
    """A child was heard again without a reason (V-I-11)."""

    code = "repetition-unexplained"


class ChildUnaccompaniedError(UsageError):
    """A child was heard without a companion, or nothing is said of an audiovisual recording (V-I-12)."""

    code = "child-unaccompanied"


class CautionsIncompleteError(UsageError):
    """The information owed to a person in this role is not recorded as given (V-I-15)."""

    code = "cautions-incomplete"


class DefenceUnexplainedError(UsageError):
    """Anticipated evidence does not say how the defence took part (V-I-17)."""

    code = "defence-unexplained"


class SourceNotCapturedError(UsageError):
    """The original shall bind, but a segment holds a rendition alone (V-I-18)."""

    code = "source-not-captured"


class ExhibitLineError(UsageError):
    """The parent of an exhibit is of another case, or its line would change."""

    code = "exhibit-line"


class CustodyAppendOnlyError(UsageError):
    """A custody event, a file of an exhibit or a bundle was to be changed after it was recorded."""

    code = "custody-append-only"


class CustodyNumberError(UsageError):
    """A custody event is out of its row, or a correction is about an event of another exhibit."""

    code = "custody-number"


class LateEntryError(UsageError):
    """An event is recorded more than a day after it happened, without a reason."""

    code = "late-entry"


class FutureEventError(UsageError):
    """An event is said to have happened after the time at which it is recorded."""

    code = "future-event"


class TransferError(UsageError):
    """A transfer is received that nobody sent, or sent while another is still open (V-E-02)."""

    code = "transfer-not-paired"


class SealError(UsageError):
    """A seal's number is missing, or stands on another exhibit (V-E-03)."""

    code = "seal"


class DigestMissingError(UsageError):
    """A verification does not name the digest it was made against."""

    code = "digest-missing"


class AmountError(UsageError):
    """An amount is no decimal number, or its currency is missing (V-F-04)."""

    code = "amount"


class NothingToExportError(UsageError):
    """A bundle would hold neither a signed interview nor an exhibit."""

    code = "nothing-to-export"


class NotSignedYetError(UsageError):
    """An interview record that is not signed was to go into a bundle."""

    code = "not-signed-yet"


class LanguageAbsentError(UsageError):
    """No interview of a bundle has a rendering in a language that was asked for as a column."""

    code = "language-absent"


class CertifierError(UsageError):
    """The one who shall certify a bundle interpreted none of its interviews."""

    code = "certifier"


class NoBackupError(UsageError):
    """The folder is no backup, or no backup was ever finished in it."""

    code = "no-backup"


class BackupPlaceError(UsageError):
    """A backup would lie inside the vault that it is of, or a vault inside its backup."""

    code = "backup-place"


class BackupForeignError(UsageError):
    """The folder for a backup holds something else, or the backup of another vault."""

    code = "backup-foreign"


class BackupOtherKeyError(UsageError):
    """The backup in this folder was made under another master key of this vault."""

    code = "backup-other-key"


class BackupAheadError(UsageError):
    """The backup in this folder tells of events that the vault does not know: newer, or of a branch."""

    code = "backup-ahead"


class CancelledError(ThbError):
    """A person stopped the work; nothing of it was kept."""

    code = "cancelled"
    exit_code = 3


class UnlockError(ThbError):
    """The vault stays closed."""

    code = "unlock"
    exit_code = 10


class NoVaultError(UnlockError):
    """The folder is no vault, or there is no such folder."""

    code = "no-vault"
    exit_code = 11


class VaultMissingPartError(UnlockError):
    """A part of the vault is missing, empty or no such thing as belongs there."""

    code = "vault-part-missing"
    exit_code = 12


class NewerFormatError(UnlockError):
    """The vault was written by a newer version of this program."""

    code = "newer-format"
    exit_code = 13


class VaultInUseError(UnlockError):
    """Another process has the vault open."""

    code = "vault-in-use"
    exit_code = 14


class WrongPassphraseError(UnlockError):
    """No keyslot opens with this passphrase."""

    code = "wrong-passphrase"
    exit_code = 15


class WrongCertifierPassphraseError(WrongPassphraseError):
    """The passphrase of the interpreter who certifies is wrong; the user's own is not in question."""

    code = "wrong-certifier-passphrase"


class WrongSecondPassphraseError(WrongPassphraseError):
    """The passphrase of the second person is wrong; the user's own is not in question."""

    code = "wrong-second-passphrase"


class WrongColleaguePassphraseError(WrongPassphraseError):
    """The passphrase of another user who keeps their way into the vault is wrong. `user` says whose."""

    code = "wrong-colleague-passphrase"

    def __init__(self, message: str, user: str = "") -> None:
        super().__init__(message)
        self.user = user


class WrongRecoveryCodeError(UnlockError):
    """No keyslot opens with this recovery code."""

    code = "wrong-recovery-code"
    exit_code = 16


class NoSharesError(UnlockError):
    """The vault has no recovery shares."""

    code = "no-recovery-shares"


class WrongSharePassphraseError(WrongPassphraseError):
    """A recovery share does not open with the passphrase that was given for it; `share` is its number."""

    code = "wrong-share-passphrase"

    def __init__(self, message: str, share: int = 0) -> None:
        super().__init__(message)
        self.share = share


class WrongSharesError(UnlockError):
    """The recovery shares open, and what they add up to does not open the vault."""

    code = "wrong-recovery-shares"


class WrongKeyFilePassphraseError(WrongPassphraseError):
    """The passphrase of a key file (PKCS#12) is wrong; the user's own is not in question."""

    code = "wrong-key-file-passphrase"


class CardAbsentError(UnlockError):
    """There is no card in the reader, or not the card that is needed."""

    code = "card-absent"


class CardModuleError(UnlockError):
    """The program that speaks with the card (the PKCS#11 module) cannot be used."""

    code = "card-module"


class CardRefusedError(UnlockError):
    """The card did not do what was asked of it."""

    code = "card-refused"


class WrongPinError(UnlockError):
    """The card's PIN is wrong; a card locks itself after a few wrong ones."""

    code = "wrong-pin"


class PinLockedError(UnlockError):
    """The card's PIN is locked; who issued the card can unlock it."""

    code = "pin-locked"


class KdfBelowFloorError(UnlockError):
    """A keyslot asks for a cheaper key derivation than this program ever writes."""

    code = "kdf-below-floor"
    exit_code = 17


class KdfAboveCeilingError(UnlockError):
    """A keyslot asks for a dearer key derivation than this program allows."""

    code = "kdf-above-ceiling"
    exit_code = 18


class KdfMemoryError(UnlockError):
    """This machine has not the memory that the key derivation asks for."""

    code = "kdf-memory"
    exit_code = 19


class DamageError(ThbError):
    """Stored bytes are not what was written."""

    code = "damaged"
    exit_code = 20


class HeaderDamagedError(DamageError):
    """Neither copy of the vault's header can be used."""

    code = "header-damaged"
    exit_code = 21


class DatabaseDamagedError(DamageError):
    """The database cannot be read with the vault's key: damaged, cut, or of another vault."""

    code = "database-damaged"
    exit_code = 22


class ContentDamagedError(DamageError):
    """A content object is not what was stored under its name."""

    code = "content-damaged"
    exit_code = 23


class ContentMissingError(DamageError):
    """A content object that the database names is not in the vault."""

    code = "content-missing"
    exit_code = 24


class SealedValueDamagedError(DamageError):
    """A sealed value (a wrapped key, a protected identity) was changed, moved, or is for another key."""

    code = "sealed-value-damaged"
    exit_code = 25


class ChainBrokenError(DamageError):
    """The event chain does not hold; nothing is written on top of it."""

    code = "chain-broken"
    exit_code = 26


class TablesDifferError(DamageError):
    """The tables are not what the events add up to; nothing is written on top of them."""

    code = "tables-differ"
    exit_code = 27


class SetBackError(DamageError):
    """This computer remembers another state of the vault; nothing is written before that is explained."""

    code = "set-back"
    exit_code = 29


class BackupDamagedError(DamageError):
    """A backup is not what was written there, or a part of it is missing."""

    code = "backup-damaged"
    exit_code = 28


class StorageError(ThbError):
    """The medium refused."""

    code = "storage"
    exit_code = 30


class DiskFullError(StorageError):
    """The medium has no room left."""

    code = "disk-full"
    exit_code = 31


class ReadOnlyError(StorageError):
    """The medium or folder cannot be written to."""

    code = "read-only"
    exit_code = 32


class OldWayLeftError(StorageError):
    """The change is made and recorded, but the way it replaces could not be taken away and still opens."""

    code = "old-keyslot-left"


class ChangeUncertainError(StorageError):
    """The medium failed in the last step of keeping a change; the next unlock tells whether it is there."""

    code = "change-uncertain"


class SourceUnreadableError(StorageError):
    """A file to take in cannot be read."""

    code = "source-unreadable"
    exit_code = 33


class SourceKindError(StorageError):
    """A source is no regular file: a link, a folder, a pipe or a device is not followed."""

    code = "source-not-a-file"
    exit_code = 34


class SourceChangedError(StorageError):
    """A source changed while it was read."""

    code = "source-changed"
    exit_code = 35


class VerificationError(ThbError):
    """Outside data does not hold."""

    code = "verification"
    exit_code = 40


class SignatureError(VerificationError):
    """A signature does not belong to these bytes and this key."""

    code = "signature-invalid"
    exit_code = 46


class CertificateError(VerificationError):
    """A certificate is not what it claims, or not of this vault."""

    code = "certificate-invalid"
    exit_code = 42


class FormatError(VerificationError):
    """Outside bytes are not in the form they claim."""

    code = "format"


class NotCanonicalError(FormatError):
    """The same value is written in one way only, and this is another."""

    code = "not-canonical"


class UnknownFieldError(FormatError):
    """A field that this format does not have."""

    code = "unknown-field"


class ProofError(VerificationError):
    """A proof does not lead to the root it names."""

    code = "proof"


class FileUnreadableError(VerificationError):
    """The file to be verified cannot be read, or is of no kind that can be verified."""

    code = "file-unreadable"
    exit_code = 43


class PdfUnreadableError(VerificationError):
    """A PDF file does not follow the rules of its format, or goes beyond the bounds of what is read."""

    code = "pdf-unreadable"
    exit_code = 44


class PdfBeyondBoundsError(PdfUnreadableError):
    """A PDF file is larger, deeper or packed otherwise than what is read: nothing can be said about it."""

    code = "pdf-beyond-bounds"


class SigningError(VerificationError):
    """A document cannot be signed as asked: no such empty field, or a certificate that does not fit."""

    code = "cannot-sign"
    exit_code = 45
