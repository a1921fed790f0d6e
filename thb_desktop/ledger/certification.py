"""The certification of renderings: the bytes that the linguist signs (docs/formats/interview-record.md)."""

from typing import TYPE_CHECKING

from thb_desktop.domain.times import to_text
from thb_desktop.ledger import canonical

if TYPE_CHECKING:
    from thb_desktop.domain.segment import Certification

FORMAT = "thb-certification/1"


def certified_bytes(certification: "Certification", vault: str) -> bytes:
    """Return the signed bytes of a certification made in this vault (its id)."""
    return canonical.encode(
        {
            "format": FORMAT,
            "vault": vault,
            "id": certification.id,
            "interview": certification.interview_id,
            "interpreter": certification.interpreter_id,
            "user": certification.user_id,
            "statement": certification.statement,
            "renderings": [list(each) for each in certification.renderings],
            "at": to_text(certification.at),
        }
    )
