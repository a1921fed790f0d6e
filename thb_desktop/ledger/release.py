"""The release of a bundle: the second person's signed approval of its pages, or why there is none.

It stands in the signature of the authority (docs/formats/bundle-signatures.md).
"""

from dataclasses import dataclass
from typing import ClassVar, Self

from thb_desktop.domain.ids import AgentId, RowId
from thb_desktop.domain.record import to_full_record
from thb_desktop.domain.second_person import Approval
from thb_desktop.domain.times import from_text
from thb_desktop.domain.vocabulary import SecondKind, TwoPersonAct
from thb_desktop.errors import FormatError
from thb_desktop.ledger import canonical
from thb_desktop.ledger.approved import FORMAT as STATEMENT
from thb_desktop.ledger.approved import approved_bytes
from thb_desktop.ledger.fields import StrictObject, base64_text

_STATED = ("vault", "id", "act", "subject", "requested_by", "approved_by", "at")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedRelease:
    """An approval of a release, or the statement that it was done alone, and what verifies it.

    size: the length in bytes of the file that was approved, which the signatures follow; its SHA-256 is the
    subject of the approval. certificate: of the second person, DER; empty if there is none.
    """

    FORMAT: ClassVar[str] = "thb-release/1"
    KEY: ClassVar[str] = "THB_Release"
    """The key of its bytes in the signature dictionary of the authority."""

    vault: str
    size: int
    approval: Approval
    certificate: bytes

    def to_bytes(self) -> bytes:
        return canonical.encode(
            {
                "format": self.FORMAT,
                "size": self.size,
                "statement": canonical.parse(self.signed),
                "signature": self.approval.signature,
                "certificate": base64_text(self.certificate),
                "reason": self.approval.reason,
            }
        )

    @property
    def signed(self) -> bytes:
        """What the second person signed."""
        return approved_bytes(to_full_record(self.approval), self.vault)

    @classmethod
    def parse(cls, untrusted: bytes) -> Self:
        """Parse what `to_bytes` writes, and check nothing else. Raises FormatError."""
        fields = ("size", "statement", "signature", "certificate", "reason")
        release = StrictObject(canonical.parse(untrusted), fields, what="a release", form=cls.FORMAT)
        said = StrictObject(release.value("statement"), _STATED, what="an approval", form=STATEMENT)
        alone = said.value("approved_by") is None
        if alone is not (release.text("signature") == "" and release.text("certificate") == ""):
            raise FormatError("a release is neither approved nor done alone")
        try:
            approval = Approval(
                id=RowId(said.id("id")),
                kind=SecondKind.ALONE if alone else SecondKind.APPROVED,
                act=TwoPersonAct(said.code("act")),
                subject=said.text("subject"),
                requested_by=AgentId(said.id("requested_by")),
                approved_by=None if alone else AgentId(said.id("approved_by")),
                at=from_text(said.text("at")),
                signature=release.text("signature"),
                reason=release.text("reason"),
            )
        except ValueError:
            raise FormatError("an approval is not in its form") from None
        made = cls(
            vault=said.id("vault"),
            size=release.integer("size", least=1),
            approval=approval,
            certificate=b"" if alone else release.base64("certificate"),
        )
        if made.to_bytes() != untrusted:
            raise FormatError("a release is not in its form")
        return made
