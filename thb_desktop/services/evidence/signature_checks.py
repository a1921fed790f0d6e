"""Signature checks: signed files of others that an exhibit holds, judged, and what was found kept with it.

`open_signed` is called in the vault's thread. What it returns judges beside it, which can take minutes;
nothing is written in clear.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from threading import Event
from typing import cast

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.description_codes import SignatureVerdict
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import ExhibitId, FileId, RowId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.signature_check import SignatureCheck, TrustAnchor
from thb_desktop.domain.signature_level import NO_LEVEL, StatedLevel, verify_level
from thb_desktop.errors import FileUnreadableError, MadeByThisProgramError
from thb_desktop.ledger import canonical
from thb_desktop.services.case_file.telling import tell
from thb_desktop.services.core.erasures import verify_kept
from thb_desktop.services.core.leaving_bars import verify_file_shown
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.standing_files import standing_files, verify_file_stands
from thb_desktop.services.evidence.exhibit_files import OpenedFile, get_file, opened
from thb_desktop.services.evidence.exhibit_lookup import standing_exhibit
from thb_desktop.vault.tables import registry
from thb_desktop.verify.foreign.answer import Answer, Verdict
from thb_desktop.verify.foreign.asking import Stream, ask_of, signs_another
from thb_desktop.verify.foreign.own import is_own_of
from thb_desktop.verify.foreign.told import answer_kept, kept_answer

_PIECE = 1 << 20
_VERDICTS: Mapping[Verdict, SignatureVerdict] = {
    Verdict.VALID: SignatureVerdict.VALID,
    Verdict.REMARKS: SignatureVerdict.VALID_WITH_REMARKS,
    Verdict.UNDECIDED: SignatureVerdict.CANNOT_BE_JUDGED,
    Verdict.NOT_VALID: SignatureVerdict.NOT_VALID,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedFile:
    """What was found of a file, at which time, and with which trust anchors."""

    file: ExhibitFile
    content: ExhibitFile | None
    anchors: tuple[TrustAnchor, ...]
    at: datetime
    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCheck:
    """A judgement that was kept, the name of its file, and who judged."""

    check: SignatureCheck
    file: str
    by: str

    @property
    def answer(self) -> Answer:
        """What was found. Raises FormatError."""
        return answer_kept(self.check.said)


class SignedFile:
    """A file that is judged: the same one as often as is wished. Whoever opened it closes it.

    content: the file of the exhibit that it signs, if it signs another that is there.
    """

    def __init__(
        self, file: ExhibitFile, bytes_of: OpenedFile, content: tuple[ExhibitFile, OpenedFile] | None
    ) -> None:
        self.file, self._bytes, self._content = file, bytes_of, content

    def judge(
        self, anchors: Sequence[TrustAnchor], *, now: datetime, cancelled: Event | None = None
    ) -> JudgedFile:
        """Judge it after ETSI EN 319 102-1. From any thread, one at a time.

        Raises MadeByThisProgramError for a file of this program, whose own rules are stricter,
        FileUnreadableError for one that is not signed in a known way; what `ask_of` and the store raise.
        """
        if is_own_of(self._bytes.reader.read_at, self._bytes.size):
            raise MadeByThisProgramError("its own strict rules apply to a file of this program")
        beside = self._content
        answer = ask_of(
            _stream(self._bytes),
            None if beside is None else _stream(beside[1]),
            name=(self.file if beside is None else beside[0]).name,
            anchors=[each.der for each in anchors],
            now=now,
            cancelled=cancelled,
        )
        if any(note.key == "foreign-not-known" for note in answer.notes):
            raise FileUnreadableError("the file is no signed file of a kind that can be verified")
        return JudgedFile(
            file=self.file,
            content=None if beside is None else beside[0],
            anchors=tuple(anchors),
            at=now,
            answer=answer,
        )

    def close(self) -> None:
        self._bytes.reader.close()
        if self._content is not None:
            self._content[1].reader.close()


@permitted(Right.OPEN_FILES, logs=Consulted.FILE)
def open_signed(session: Session, file_id: FileId) -> SignedFile:
    """Open a file to judge its signatures, and the one that it signs, if the exhibit has it under its name.

    Raises NotFoundError, ErasedError, MaterialNotShownError, ContentMissingError.
    """
    file = get_file(session, file_id)
    verify_file_shown(session.read, file)
    verify_kept(session.read, file)
    beside = _beside(session, file)
    if beside is not None:
        verify_file_shown(session.read, beside)
    content = None if beside is None else (beside, opened(session.vault.content, beside))
    return SignedFile(file, opened(session.vault.content, file), content)


@permitted(Right.REGISTER_EXHIBITS)
def keep_judgement(session: Session, judged: JudgedFile, level: StatedLevel = NO_LEVEL) -> SignatureCheck:
    """Keep with the exhibit what was found of a file. Earlier judgements stay as they are.

    level: what others say of the level of its signatures; nobody here compares it with the file. Raises
    NotFoundError, StruckOutError about the exhibit, FileWithdrawnError, FieldMissingError about the level.
    """
    verify_level(level, "signature_check")
    exhibit = standing_exhibit(session.read, judged.file.exhibit_id)
    verify_file_stands(get_file(session, judged.file.id))
    said = canonical.encode(cast(canonical.Value, kept_answer(judged.answer))).decode()
    with session.work() as work:
        check = SignatureCheck(
            id=RowId(work.new_id()),
            case_id=exhibit.case_id,
            exhibit_id=exhibit.id,
            file_id=judged.file.id,
            content_id=None if judged.content is None else judged.content.id,
            sha256=judged.file.sha256,
            judged_at=judged.at,
            verdict=_VERDICTS[judged.answer.verdict],
            anchors=tuple((each.name, each.fingerprint) for each in judged.anchors),
            said=said,
            by=session.user.id,
            at=work.at,
            level_claimed=level.level_claimed,
            level_determined_by=level.level_determined_by,
            level_report=level.level_report.strip(),
            level_report_on=level.level_report_on,
            level_report_by=level.level_report_by.strip(),
        )
        work.save(check)
        work.record(check.case_id, VaultAction.SIGNATURES_JUDGED)
        tell(work, check)
    return check


@permitted(Right.READ_EXHIBITS, logs=Consulted.EXHIBIT)
def list_checks(session: Session, exhibit_id: ExhibitId) -> tuple[KeptCheck, ...]:
    """List what was found of signatures in the files of an exhibit, in the order in which it was kept."""
    found = registry.SIGNATURE_CHECK.where(session.read, "exhibit_id", exhibit_id)
    files = {each.id: each.name for each in standing_files(session.read, exhibit_id)}
    users = {each.id: each.name for each in registry.USER.all(session.read)} if found else {}
    return tuple(
        KeptCheck(check=each, file=files[each.file_id], by=users[each.by])
        for each in found
        if each.file_id in files
    )


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def of_exhibits(session: Session, exhibit_ids: Sequence[ExhibitId]) -> tuple[SignatureCheck, ...]:
    """The same of several exhibits, for a bundle."""
    found = registry.SIGNATURE_CHECK.among(session.read, "exhibit_id", exhibit_ids)
    files = registry.EXHIBIT_FILE.among(session.read, "id", [each.file_id for each in found])
    standing = {each.id for each in files if not each.struck}
    return tuple(each for each in found if each.file_id in standing)


def _beside(session: Session, file: ExhibitFile) -> ExhibitFile | None:
    signed = signs_another(PurePath(file.name))
    if signed is None:
        return None
    files = standing_files(session.read, file.exhibit_id)
    found = next((each for each in files if each.name == signed.name), None)
    if found is not None:
        verify_kept(session.read, found)
    return found


def _stream(of: OpenedFile) -> Stream:
    return Stream(pieces=_pieces(of), size=of.size)


def _pieces(of: OpenedFile) -> Iterator[bytes]:
    for place in range(0, of.size, _PIECE):
        yield of.reader.read_at(place, min(_PIECE, of.size - place))
