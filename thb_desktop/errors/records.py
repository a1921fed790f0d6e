"""Requests about interview records that cannot be carried out."""

from thb_desktop.errors.base import UsageError


class RecordFrozenError(UsageError):
    """An interview record was to be changed after it was read back or signed (V-I-08)."""

    code = "record-frozen"


class RecordOrderError(UsageError):
    """An interview record was to take a step that its state does not allow."""

    code = "record-order"


class SegmentSequenceError(UsageError):
    """A segment was to be split, joined or put where it cannot be."""

    code = "segment-sequence"


class RenderingStateError(UsageError):
    """A rendering was to get a state, or an author, that its state does not allow."""

    code = "rendering-state"


class CertificationError(UsageError):
    """Renderings were to be certified by somebody who is not their linguist, or that cannot be."""

    code = "certification-refused"


class InterviewIncompleteError(UsageError):
    """An interview record lacks what it cannot be signed without (V-I-01)."""

    code = "interview-incomplete"


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


class AddressInRecordError(UsageError):
    """A record holds the address of a protected person, or what looks like one, and no reason (V-I-22)."""

    code = "address-in-record"


class SourceNotCapturedError(UsageError):
    """The original shall bind, but a segment holds a rendition alone (V-I-18)."""

    code = "source-not-captured"
