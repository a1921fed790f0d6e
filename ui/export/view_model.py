"""Making a bundle in steps: choose, check, read the pages, sign, and verify the signed file."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.crypto import passphrases
from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.ids import AgentId, CaseId, DisclosureId, ExhibitId, InterviewId, JobId
from thb_desktop.domain.people import User
from thb_desktop.domain.second_person import Alone, Refusal, Second
from thb_desktop.domain.transfer import NOWHERE, Transfer
from thb_desktop.domain.vocabulary import TwoPersonAct
from thb_desktop.errors import (
    CancelledError,
    LeavingUnansweredError,
    NotSearchedError,
    ThbError,
    TransferRefusedError,
)
from thb_desktop.findings import Finding
from ui.export.offering import Offer, OfferedExhibit, offer_of, page_of_exhibits
from ui.jobs import InVault, Task, VaultJobs
from ui.messages import sentence
from ui.paging import MANY, Paging
from ui.second_person import TypedSecond, approved
from ui.topics import Topic
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.bundling.bundles import PreparedBundle, Signing
    from thb_desktop.services.core.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The user's choices."""

    interviews: tuple[InterviewId, ...]
    exhibits: tuple[ExhibitId, ...]
    languages: tuple[str, ...]
    jobs: tuple[JobId, ...]
    further: tuple[str, ...]
    certifier: AgentId | None
    released_with: AgentId | Alone
    purpose: str
    recipient: str
    restricted_because: str = ""
    disclosure: DisclosureId | None = None
    transfer: Transfer = NOWHERE
    identities_because: str = ""
    unsearched_because: str = ""
    contents: tuple[ExhibitId, ...] = ()
    headings: str = ""
    """The language of headings; empty for that of the case."""
    reasons: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """The bundle, its file, and the verifier's findings about it."""

    bundle: Bundle
    target: Path
    findings: tuple[Finding, ...]


class ExportViewModel(ViewModel):
    """offered_exhibits: each an OfferedExhibit, and whether they begin the list. offered: an Offer, which is
    everything else. offered_all: nothing of both is still read.

    working: a text while work is running, empty when it ended. checked: findings.
    prepared: the unsigned pages as bytes, and how many there are. held_back: the field of the transfer that a
    rule asks about. signed: a Signed. reason_wanted: the code of a refusal that a reason may answer.
    reason_asked: the key of a rule that warns, and the sentence that asks for the reason.
    release_refused: a Refusal of a second person, since which nothing was released.
    """

    changes = Topic.BUNDLES

    offered_exhibits = Signal(object, bool)
    offered = Signal(object)
    offered_all = Signal()
    working = Signal(str)
    checked = Signal(object)
    prepared = Signal(object, int)
    held_back = Signal(str)
    signed = Signal(object)
    reason_wanted = Signal(str)
    reason_asked = Signal(str, str)
    release_refused = Signal(object)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.case: CaseFile | None = None
        self._prepared: PreparedBundle | None = None
        self._findings: tuple[Finding, ...] = ()
        self._interpreters: tuple[User, ...] = ()
        self._exhibits = Paging(self)
        self._exhibits.arrived.connect(self._offer)

    def show_case(self, case: CaseFile | None) -> None:
        self.case, self._prepared = case, None

    def reload(self) -> None:
        from thb_desktop.services.office import second_person

        if self.case is not None:
            case = self.case
            self._exhibits.begin(lambda session, after, count: page_of_exhibits(session, case, after, count))
            self.read(lambda session: second_person.last_refusal(session, case.id), self._tell_refusal)

    def _tell_refusal(self, refusal: Refusal | None) -> None:
        if refusal is not None:
            self.release_refused.emit(refusal)

    def prepare(self, choice: Choice) -> None:
        """Check the choices, then lay out the pages in memory."""
        from thb_desktop.services.bundling import bundles

        if self.case is None:
            return
        case_id = self.case.id
        options = bundles.BundleOptions(
            languages=choice.languages,
            interview_ids=choice.interviews,
            exhibit_ids=choice.exhibits,
            job_ids=choice.jobs,
            further=choice.further,
            certifier=choice.certifier,
            released_with=choice.released_with,
            purpose=choice.purpose,
            recipient=choice.recipient,
            restricted_because=choice.restricted_because,
            disclosure_id=choice.disclosure,
            transfer=choice.transfer,
            identities_because=choice.identities_because,
            unsearched_because=choice.unsearched_because,
            contents=choice.contents,
            language=choice.headings,
            reasons=choice.reasons,
        )
        self._prepared = None
        self.working.emit(self.tr("Laying out the pages"))
        self.jobs.run(
            self,
            lambda session: bundles.check_bundle(session, case_id, options),
            then=self._check,
            refused=self._refused,
        )

        def work(in_vault: InVault, stop: Callable[[], None]) -> "PreparedBundle":
            content, register, reading = in_vault(
                lambda session: (
                    content := bundles.gather_bundle(session, case_id, options),
                    bundles.register_for(session, case_id),
                    bundles.contents_to_print(session, content, options),
                )
            )
            stop()
            return bundles.lay_out(reading.read(content, stop), options, register)

        self._beside(work, lambda prepared: self._show(case_id, prepared))

    @property
    def is_prepared(self) -> bool:
        """Whether there are pages to sign; a refused signature leaves them."""
        return self._prepared is not None

    def certifier_name(self) -> str:
        """The interpreter for whom the pages were prepared; empty for nobody."""
        certifier = self._prepared.certifier if self._prepared else None
        return next((user.name for user in self._interpreters if user.id == certifier), "")

    @property
    def second(self) -> AgentId | None:
        """The colleague who is asked to approve the release of the prepared pages; None for nobody."""
        named = self._prepared.released_with if self._prepared else None
        return None if isinstance(named, Alone) else named

    def drop(self) -> None:
        """The release of the prepared pages was refused: they are prepared again."""
        self._prepared = None
        self.working.emit("")

    def second_name(self) -> str:
        """The colleague who approves the release, as the pages name them; empty for nobody."""
        second = self._prepared.content.release.second if self._prepared else None
        return second.name if second else ""

    def lacks_search(self, because: str) -> str:
        """Say what of the prepared pages nobody could search, unless this is why they leave nevertheless."""
        if self._prepared is None or not self._prepared.scan.unread:
            return ""
        self._prepared = replace(self._prepared, unsearched_because=because)
        return "" if because else sentence(NotSearchedError(numbers=self._prepared.scan.unsearched))

    def sign(self, target: Path, typed: str, second_typed: str = "") -> None:
        """Sign the prepared pages, write the file, and verify it as anybody could.

        typed: the passphrase of the interpreter who certifies; second_typed: that of the second person; empty
        if there is none.
        """
        from thb_desktop.services.bundling import bundles

        prepared = self._prepared
        if prepared is None:
            return
        self.working.emit(self.tr("Signing and checking"))

        def begin(session: "Session") -> "Signing":
            certifier = (prepared.certifier, passphrases.prepare(typed)) if prepared.certifier else None
            second = _second(session, prepared, second_typed)
            return bundles.begin_signing(session, prepared, target, interpreter=certifier, second=second)

        def work(in_vault: InVault, stop: Callable[[], None]) -> Signed:
            signing = in_vault(begin)
            stop()
            data = signing.signed()
            stop()
            bundle = in_vault(lambda session: bundles.publish_bundle(session, signing, data))
            return Signed(bundle=bundle, target=target, findings=verified(signing.root, target))

        self._beside(work, self._signed)

    def _beside[T](self, work: Callable[[InVault, Callable[[], None]], T], then: Callable[[T], None]) -> None:
        """Run long work that the lock asks about and stops. It is given what ends it once it is stopped."""
        task = Task(self)

        def stop() -> None:
            if task.cancelled.is_set():
                raise CancelledError("stopped while a bundle was made")

        def done(result: T) -> None:
            task.deleteLater()
            then(result)

        def refuse(error: ThbError) -> None:
            task.deleteLater()
            self._refused(error)

        self.jobs.beside(self, lambda in_vault: work(in_vault, stop), then=done, refused=refuse, task=task)

    def _offer(self, found: Sequence[OfferedExhibit], first: bool) -> None:
        """Offer what stands of these exhibits; after the first ones, everything else."""
        case = self.case
        self.offered_exhibits.emit(found, first)
        if not first or case is None:
            self._read_on()
            return

        def offered(offer: Offer) -> None:
            self._interpreters = offer.interpreters
            self.offered.emit(offer)
            self._read_on()

        self.read(lambda session: offer_of(session, case), offered)

    def _read_on(self) -> None:
        if self._exhibits.has_more:
            self._exhibits.more(MANY)
        else:
            self.offered_all.emit()

    def _show(self, case_id: CaseId, prepared: "PreparedBundle") -> None:
        self.working.emit("")
        if self.case is None or self.case.id != case_id:
            return
        self._prepared = prepared
        self._check(self._findings)
        self.prepared.emit(prepared.pdf, prepared.pages)
        self.jobs.beside(self, lambda _: _load_signing())

    def _check(self, findings: "tuple[Finding, ...]") -> None:
        """Tell what is to be read before the signature: of the choice, and of the pages."""
        self._findings = findings
        self.checked.emit((*findings, *(self._prepared.findings if self._prepared else ())))

    def _signed(self, signed: Signed) -> None:
        self._prepared = None
        self.working.emit("")
        self.signed.emit(signed)
        self.jobs.changed.emit(self.changes)

    def _refused(self, error: ThbError) -> None:
        self.working.emit("")
        if isinstance(error, LeavingUnansweredError):
            self.reason_asked.emit(error.finding.key, sentence(error))
            return
        self.refuse(error)
        if isinstance(error, TransferRefusedError):
            self.held_back.emit(error.field)
        self.reason_wanted.emit(error.code)


def _load_signing() -> None:
    from thb_desktop.services.bundling import bundles

    bundles.load_signing()


def _second(session: "Session", prepared: "PreparedBundle", typed: str) -> Second:
    """Return the approval of exactly these pages."""
    named = prepared.released_with
    if isinstance(named, Alone):
        return named
    second = TypedSecond(user_id=named, passphrase=typed)
    return approved(session, second, TwoPersonAct.RELEASE_BUNDLE, prepared.sha256)


def verified(root: bytes, target: Path) -> tuple[Finding, ...]:
    """Return the findings of somebody who trusts the root certificate of this vault."""
    from thb_desktop.verify.run import Request, check_file

    return check_file(Request(file=target, fingerprints=(hashlib.sha256(root).hexdigest(),)))
