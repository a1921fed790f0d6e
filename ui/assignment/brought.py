"""What an interpreter handed back, by kind and number: each kind that came, the weightiest first."""

from thb_desktop.domain.assignment import Declaration
from thb_desktop.domain.glossary import Concept, Term
from thb_desktop.domain.language_work import (
    Annotation,
    LanguageCertificate,
    VersionSignature,
    VersionWithdrawal,
)
from thb_desktop.domain.vocabulary import RenderingState
from thb_desktop.services.assignments.returning import Review
from ui.text import isolate, translate, with_name


def brought(review: Review) -> list[tuple[str, int]]:
    """Return the kinds of what is new, and how many of each. A draft is signed with its version."""
    questions, notes = len(review.questions), [each for each in review.of(Annotation) if not each.struck]
    found = [
        (translate("brought", "Certificates"), len(review.of(LanguageCertificate))),
        (translate("brought", "Disputed by the reviser"), review.disputed),
        (translate("brought", "Agreed by the reviser"), review.agreed),
        (translate("brought", "Versions"), len(review.versions)),
        (translate("brought", "Signed as checked"), _checked(review)),
        (translate("brought", "Withdrawn"), len(review.of(VersionWithdrawal))),
        (translate("brought", "Questions"), questions),
        (translate("brought", "Notes"), len(notes) - questions),
        (translate("brought", "Concepts"), len(review.of(Concept))),
        (translate("brought", "Terms"), len(review.of(Term))),
        (translate("brought", "Sealed for the magistrates"), review.sealed),
        (translate("brought", "Declarations"), len(review.of(Declaration))),
    ]
    return [(name, count) for name, count in found if count]


def _checked(review: Review) -> int:
    """How many versions were signed as checked: each once, and none that a later one of its turn follows."""
    signed = review.of(VersionSignature)
    checked = {
        version
        for each in signed
        if each.state is RenderingState.SELF_CHECKED
        for version, _ in each.versions
    }
    newest = {each.segment_id: each.id for each in sorted(review.versions, key=lambda one: one.number)}
    return len(checked - ({each.id for each in review.versions} - set(newest.values())))


def brought_in_words(review: Review) -> list[str]:
    """Return the same as short sentences, for a notice."""
    return [f"{with_name(name, isolate(str(count)))}." for name, count in brought(review)]
