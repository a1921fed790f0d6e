"""What a person chose for a bundle."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import AgentId, AuthorityId, CaseId, DisclosureId, ExhibitId, InterviewId, JobId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.second_person import Alone
from thb_desktop.domain.transfer import NOWHERE, Transfer
from thb_desktop.report.words import LANGUAGES
from thb_desktop.services.bundling.scoping import offered_entries
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleOptions:
    """The choices for a bundle. languages: the columns after the original, the file's own language first.
    language: of headings and sentences of the program; empty for that of the case.

    interview_ids, exhibit_ids: None includes all. job_ids: the language jobs that are printed. further: by
    id, the persons, authorities, proceedings, instruments, accounts, transactions and objects to include
    although no record refers to them. sender_id:
    the sending authority; None for the one of the user. certifier: the user who certifies as interpreter, so
    that the cover has a signature field for them. released_with: the second person who approves the release,
    or the reason for acting alone; it is printed. restricted_because: why restricted records go into it,
    printed too. disclosure_id: the version for a recipient that is printed; it says then purpose, recipient,
    interviews and exhibits. transfer: to which State it goes, under what, and on which ground.
    identities_because: why it leaves although it tells a sealed identity. unsearched_because: why it leaves
    although something was not searched. Both are recorded with the bundle. contents: the exhibits of whose
    files content is printed; a masked copy is printed in the place of its original. reasons: why it leaves
    although a rule warns, by the key of the rule's sentence; they are printed.
    """

    languages: tuple[str, ...]
    purpose: str
    recipient: str
    interview_ids: tuple[InterviewId, ...] | None = None
    exhibit_ids: tuple[ExhibitId, ...] | None = None
    job_ids: tuple[JobId, ...] = ()
    further: tuple[str, ...] = ()
    sender_id: AuthorityId | None = None
    certifier: AgentId | None = None
    released_with: AgentId | Alone | None = None
    restricted_because: str = ""
    disclosure_id: DisclosureId | None = None
    transfer: Transfer = NOWHERE
    identities_because: str = ""
    unsearched_because: str = ""
    contents: tuple[ExhibitId, ...] = ()
    language: str = ""
    reasons: tuple[tuple[str, str], ...] = ()


def language_for(official: Sequence[str], own: str) -> str:
    """Return in which language a bundle has its headings if nobody chose one. official: the languages of the
    recipient's State, by the data pack. own: that of the case, which stands if it is one of them, or if
    bundles have none of them.
    """
    spoken = [each for each in official if each in LANGUAGES]
    return own if own in spoken or not spoken else spoken[0]


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def with_whole_case(session: Session, case_id: CaseId, options: BundleOptions) -> BundleOptions:
    """Return the same options with every entry of the case included that was not struck out."""
    return replace(options, further=tuple(offered_entries(session, case_id)))
