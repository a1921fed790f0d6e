"""Requests about interview records that cannot be carried out."""

from thb_desktop.errors.base import UsageError


class RecordFrozenError(UsageError):
    """Attempt to change an interview record after it was read back or signed (V-I-08)."""

    code = "record-frozen"


class RecordOrderError(UsageError):
    """The state of an interview record does not allow this step."""

    code = "record-order"


class RectificationError(UsageError):
    """A note of rectification contains new testimony, or corrects text that is not in its record."""

    code = "rectification"


class DigestListError(UsageError):
    """A list of digests that others made cannot be read, or names a file twice, with two digests."""

    code = "digest-list-unreadable"


class WarningUnansweredError(UsageError):
    """A record cannot be signed: a rule warns, and no reason was given."""

    code = "warning-unanswered"


class SegmentSequenceError(UsageError):
    """A segment cannot be split, joined or moved in this way."""

    code = "segment-sequence"


class SegmentSplitError(SegmentSequenceError):
    """A segment can be split only between its words."""

    code = "segment-split"


class SegmentJoinError(SegmentSequenceError):
    """Two segments can be joined only if one follows the other, and speaker and language are the same."""

    code = "segment-join"


class SegmentJoinUnwrittenError(SegmentSequenceError):
    """Two segments cannot be joined of which one has its original written down and the other not."""

    code = "segment-join-unwritten"


class SegmentJoinRenderedError(SegmentSequenceError):
    """Two segments cannot be joined whose renditions have different authors, or different modes."""

    code = "segment-join-rendered"


class RenderingStateError(UsageError):
    """The state of a rendering does not allow this new state or author."""

    code = "rendering-state"


class TranslationInJobError(UsageError):
    """A written translation is made in a job beside the record; none is added to a record."""

    code = "translation-in-job"


class CertificationError(UsageError):
    """The user is not the linguist of these renderings, or the renderings cannot be certified."""

    code = "certification-refused"


class CertifierNotInterpreterError(CertificationError):
    """The user of a linguist is no interpreter, or has another name than the linguist in the case."""

    code = "certifier-not-interpreter"


class InterviewIncompleteError(UsageError):
    """An interview record lacks something that is required for signing (V-I-01)."""

    code = "interview-incomplete"


class InterviewTimesError(UsageError):
    """The times of an interview contradict one another (V-I-02)."""

    code = "interview-times"


class InterpreterMissingError(UsageError):
    """The record names no interpreter, and does not say that the person understands the language (V-I-03)."""

    code = "interpreter-missing"


class InterpreterUndeclaredError(UsageError):
    """An interpreter's languages, oath or declaration of conflicts is not recorded (V-I-04)."""

    code = "interpreter-undeclared"


class AddressPrintedError(UsageError):
    """The place of a shelter is entered with its address, which would be printed (V-I-22)."""

    code = "address-printed"


class PresenceNamedError(UsageError):
    """A protected person who is present is called by another name than their pseudonym (V-I-31)."""

    code = "presence-named"


class ReadBackMissingError(UsageError):
    """The outcome of the reading back, or the answer about complaints, is missing (V-I-06)."""

    code = "read-back-missing"


class CorrectionIncompleteError(UsageError):
    """A correction lacks the text before, the text after, or who asked for it (V-I-07)."""

    code = "correction-incomplete"


class CorrectionMismatchError(UsageError):
    """The text before, in a correction asked for at the reading back, is not in the turn."""

    code = "correction-mismatch"


class RepetitionUnexplainedError(UsageError):
    """A child was heard again without a reason (V-I-11)."""

    code = "repetition-unexplained"


class ChildUnaccompaniedError(UsageError):
    """A child was heard without a companion, or the record does not mention a recording (V-I-12)."""

    code = "child-unaccompanied"


class CautionsIncompleteError(UsageError):
    """The information owed to a person in this role is not recorded as given (V-I-15)."""

    code = "cautions-incomplete"


class DefenceUnexplainedError(UsageError):
    """Anticipated evidence does not say how the defence took part (V-I-17)."""

    code = "defence-unexplained"


class CaptureMissingError(UsageError):
    """Words are entered in a segment that was not transcribed, without how they were captured."""

    code = "capture-missing"


class SourceNotCapturedError(UsageError):
    """The original is the authoritative text, but the words of a turn are not written down (V-I-18)."""

    code = "source-not-captured"


class RecordAnnulledError(UsageError):
    """The record was annulled by a decision; nothing supplements, rectifies or restricts it any more."""

    code = "record-annulled"


class RecordDiffersError(UsageError):
    """A signed record is not what was signed: its digest, computed again, is another one."""

    code = "record-differs"


class SigningCopyOutdatedError(UsageError):
    """The record was changed after the copy that was signed by hand was printed."""

    code = "signing-copy-outdated"


class NotTheScanError(UsageError):
    """The exhibit named as the signed paper is no scan of this case with a file."""

    code = "not-the-scan"


class RecordRestrictedError(UsageError):
    """A restricted record goes into a bundle only with a reason."""

    code = "record-restricted"


class ComparisonMissingError(UsageError):
    """A statement made elsewhere is confirmed before each page was compared with the file (V-I-24)."""

    code = "comparison-missing"


class NotElsewhereError(UsageError):
    """An act of taking over is asked for a record that is no statement made elsewhere, or the other way."""

    code = "not-elsewhere"
