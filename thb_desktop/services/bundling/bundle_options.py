"""What a bundle shall hold, as a person chose it."""

from dataclasses import dataclass, replace

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import AgentId, AuthorityId, CaseId, ExhibitId, InterviewId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.second_person import Alone
from thb_desktop.services.bundling.scoping import entries_of
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleOptions:
    """What a bundle shall hold. languages: the columns after the original, the file's own language first.

    interview_ids, exhibit_ids: None takes all. further: by their ids, the persons, authorities, proceedings,
    instruments, accounts, transactions and objects that go in although no record refers to them. sender_id:
    the authority that sends it; None is the one for which the user acts. certifier: the user who certifies as
    interpreter, so that a place for that signature is on the cover. released_with: the second person who
    approves the release, or why there is none; the pages say it.
    """

    languages: tuple[str, ...]
    purpose: str
    recipient: str
    interview_ids: tuple[InterviewId, ...] | None = None
    exhibit_ids: tuple[ExhibitId, ...] | None = None
    further: tuple[str, ...] = ()
    sender_id: AuthorityId | None = None
    certifier: AgentId | None = None
    released_with: AgentId | Alone | None = None


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def with_whole_case(session: Session, case_id: CaseId, options: BundleOptions) -> BundleOptions:
    """The same options with every entry of the case chosen by name: the whole file goes out."""
    return replace(options, further=tuple(entries_of(session, case_id)))
