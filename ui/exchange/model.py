"""What the window does with files of translators: made, saved, looked at, and imported."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal

from thb_desktop.domain.ids import CaseId, JobId
from thb_desktop.exchange.formats import ExchangeFormat, format_of, read_file
from thb_desktop.exchange.memory.tbx import read_tbx
from thb_desktop.exchange.tables.rows import Headings
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import exchange, jobs, reference
from thb_desktop.services.language.exchange import Review, SentFile
from thb_desktop.services.language.exchange_files import read_untrusted, save_files
from thb_desktop.services.language.reference import GlossaryReview
from ui.jobs import InVault
from ui.language_work.marks import why_along
from ui.messages import sentence
from ui.topics import Topic
from ui.view_model import ViewModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is sent out. form: None for memory and glossary alone."""

    form: ExchangeFormat | None
    recipient: str
    reason: str
    with_memory: bool
    with_glossary: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A file that came back, and what it would change. sha256: of its bytes, hexadecimal."""

    name: str
    data: bytes
    form: ExchangeFormat
    sha256: str
    review: Review


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedTerms:
    """A glossary from a file, before anything of it is added."""

    name: str
    data: bytes
    sha256: str
    review: GlossaryReview


class ExchangeModel(ViewModel):
    """held: why nothing goes out or comes in now. sent: the files that were made. saved: where they are now.
    reviewed: a file that came back. taken: what was written of it. offered: a glossary. added: its new
    concepts.
    """

    changes = Topic.TESTIMONY

    held = Signal(str)
    sent = Signal(object)
    saved = Signal(object)
    reviewed = Signal(object)
    taken = Signal(object)
    offered = Signal(object)
    added = Signal(object)

    def ask_free(self, job_id: JobId) -> None:
        """Ask at the beginning whether the job is in the hands of its linguist, and not after all is filled
        in.
        """
        self.jobs.run(
            self,
            lambda session: jobs.require_free_job(session, job_id),
            then=lambda _: None,
            refused=lambda error: self.held.emit(sentence(error)),
        )

    def send(self, job_id: JobId, wish: Wish, headings: Headings) -> None:
        def work(session: Session) -> tuple[SentFile, ...]:
            return exchange.send_job(
                session,
                job_id,
                wish.form,
                recipient=wish.recipient,
                reason=wish.reason,
                headings=headings,
                with_memory=wish.with_memory,
                with_glossary=wish.with_glossary,
            )

        self.write(work, self.sent.emit)

    def save(self, files: Sequence[SentFile], folder: Path) -> None:
        """Write the files; the medium may be slow, so that neither window nor vault waits for it."""
        self.jobs.beside(self, lambda _: save_files(files, folder), then=self.saved.emit, refused=self.refuse)

    def review(self, job_id: JobId, path: Path) -> None:
        """Look at a file: read beside the vault, and compared with the job in it."""

        def work(in_vault: InVault) -> Returned:
            form, data = format_of(path.name), read_untrusted(path)
            returned = read_file(data, form)
            review = in_vault(lambda session: exchange.review_file(session, job_id, returned))
            digest = hashlib.sha256(data).hexdigest()
            return Returned(name=path.name, data=data, form=form, sha256=digest, review=review)

        self.jobs.beside(self, work, then=self.reviewed.emit, refused=self.refuse)

    def take_in(self, job_id: JobId, returned: Returned) -> None:
        """Write what was looked at, and nothing else."""
        self.write(
            lambda session: exchange.import_versions(
                session,
                job_id,
                returned.data,
                returned.form,
                seen=returned.review.acceptance,
                along=why_along(),
            ),
            self.taken.emit,
        )

    def look_at_terms(self, case_id: CaseId, path: Path) -> None:
        def work(in_vault: InVault) -> OfferedTerms:
            data = read_untrusted(path)
            read = read_tbx(data)
            review = in_vault(lambda session: reference.review_glossary(session, case_id, read))
            digest = hashlib.sha256(data).hexdigest()
            return OfferedTerms(name=path.name, data=data, sha256=digest, review=review)

        self.jobs.beside(self, work, then=self.offered.emit, refused=self.refuse)

    def add_terms(self, case_id: CaseId, offered: OfferedTerms) -> None:
        self.write(lambda session: reference.import_glossary(session, case_id, offered.data), self.added.emit)
