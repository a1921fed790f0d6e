"""Statements made elsewhere: a record whose text was taken over from a file that prevails.

Nothing that such a file does not say is asserted: whatever is not known stays empty. A turn keeps its places
in the file; each page is compared with it by a person.
"""

from dataclasses import dataclass

from thb_desktop.domain.fields import Description, Editor, Field, Phase
from thb_desktop.domain.ids import ExhibitId, FileId, InterviewId
from thb_desktop.domain.vocabulary import SignatureMethod

OF_COPY = (
    *("number", "person_id", "authority_id", "language", "procedure_language"),
    *("held_on", "started_at", "ended_at", "place"),
)
"""The fields of the header that a copy is asked for; how an interview here was held is none of them. The day,
as far as the file says it, stands without a time, or follows from one.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementElsewhere:
    """What makes an interview record a copy of a statement made elsewhere.

    id: of the record. file_id, sha256: the file that prevails, a file of the exhibit, and its digest. pages:
    how many it has, as the program read it. taken_by: before whom it was made, as the file says. authority:
    where. signed: how it is signed; None if the file does not show it.
    """

    id: InterviewId
    exhibit_id: ExhibitId
    file_id: FileId
    sha256: str
    pages: int
    taken_by: str = ""
    authority: str = ""
    signed: SignatureMethod | None = None
    signed_note: str = ""


STATEMENT_ELSEWHERE = Description(
    name="statement_elsewhere",
    entity=StatementElsewhere,
    fields=(
        Field(
            name="file_id",
            section="statement_elsewhere",
            editor=Editor.REFERENCE,
            refers_to="exhibit_file",
            until=Phase.ONCE,
            required=True,
        ),
        Field(name="taken_by", section="statement_elsewhere", editor=Editor.LINE, until=Phase.DRAFT),
        Field(name="authority", section="statement_elsewhere", editor=Editor.LINE, until=Phase.DRAFT),
        Field(
            name="signed",
            section="statement_elsewhere",
            editor=Editor.CODE,
            codes=SignatureMethod,
            until=Phase.DRAFT,
        ),
        Field(name="signed_note", section="statement_elsewhere", editor=Editor.LINE, until=Phase.DRAFT),
    ),
    internal=("id", "exhibit_id", "sha256", "pages"),
)
