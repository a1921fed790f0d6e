"""Requests about language work that cannot be carried out."""

from thb_desktop.errors.base import UsageError


class AnchorMismatchError(UsageError):
    """The place that an anchor names is in an earlier text, in something else, or not in it."""

    code = "anchor-mismatch"


class JobClosedError(UsageError):
    """The job is closed or was struck out: nothing is written in it any more."""

    code = "job-closed"


class JobCertifiedError(UsageError):
    """Attempt to change what a certificate says of a job: translation type, source."""

    code = "job-certified"


class LinguistSignedError(UsageError):
    """Attempt to give an interpreter's entry another user or name after language work was signed for it."""

    code = "linguist-signed"


class NotTheLinguistError(UsageError):
    """The key is not of the linguist who must sign, or they are no user of the vault, or no interpreter."""

    code = "not-the-linguist"


class NothingToRenderError(UsageError):
    """The segment has no text from which this job could be made."""

    code = "nothing-to-render"


class VersionNotPresentError(UsageError):
    """The version was superseded or withdrawn, or its source changed since."""

    code = "version-not-present"


class SignedAlreadyError(UsageError):
    """The author signed these versions in this state already."""

    code = "signed-already"


class RevisionError(UsageError):
    """A linguist cannot revise their own version (V-T-02); a dispute needs a reason and its own version."""

    code = "revision-refused"


class AnnotationError(UsageError):
    """An annotation lacks its text, or says more than a linguist may say (domain 2.4)."""

    code = "annotation-refused"


class AnnotationDetailsError(UsageError):
    """The parts of an annotation are not those of its code (readings, wordings, a term, what was seen)."""

    code = "annotation-parts"


class LanguageWorkStaysError(UsageError):
    """Attempt to change language work that is only added to, or to number a version out of turn."""

    code = "language-stays"


class TemplateError(UsageError):
    """The wording of a certificate lacks something, or calls the neutral draft an official formula."""

    code = "template-refused"


class CautionTextError(UsageError):
    """The text of a caution has no language or no words, or is the one that the office has."""

    code = "caution-text-refused"


class CertificateIncompleteError(UsageError):
    """The wording of a certificate has gaps."""

    code = "certificate-incomplete"


class CertificateOutdatedError(UsageError):
    """What was filled into the wording of a certificate is no longer true: the day or the work changed."""

    code = "certificate-outdated"


class CertificateTextOutdatedError(UsageError):
    """What was filled into the text of an interpreter's certificate is no longer true: the day or the record
    changed.
    """

    code = "certificate-text-outdated"


class NotCertifiableError(UsageError):
    """A rule of translations prevents the certificate (V-T-01, V-T-02, V-T-07)."""

    code = "not-certifiable"


class LanguageUnsignedError(UsageError):
    """Language work of a chosen job does not have the signature of its linguist."""

    code = "language-unsigned"


class SafetyFlagOpenError(UsageError):
    """A concern for safety about a record of the bundle is not dealt with (V-I-20)."""

    code = "safety-open"
