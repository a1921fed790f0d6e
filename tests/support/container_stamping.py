"""A container, a time-stamp authority of OpenSSL, and who is trusted for what."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.serialization import Encoding

from tests.support import foreign, pdfs
from tests.support.pdfs import fixed_randomness
from tests.support.stamps import answered
from thb_desktop.findings import Finding
from thb_desktop.package.members import held
from thb_desktop.package.packing import write_container
from thb_desktop.report.stamping import NOTHING, ValidationData
from thb_desktop.services.packaging.container_stamps import write_container_request, write_stamped_container
from thb_desktop.verify.package import check_package

AT = datetime(2026, 3, 3, 10, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamping:
    """A container, its request, the answer, and who is trusted."""

    office: pdfs.Office
    authority: foreign.Authority
    container: Path
    request: Path
    answer: Path
    target: Path
    data: ValidationData = NOTHING

    @classmethod
    def made(cls, folder: Path) -> Self:
        office = pdfs.make_office()
        (folder / "package.asice").write_bytes(packed(office))
        return cls(
            office=office,
            authority=foreign.authority(),
            container=folder / "package.asice",
            request=folder / "package.tsq",
            answer=folder / "package.tsr",
            target=folder / "stamped.asice",
        )

    @property
    def anchor(self) -> bytes:
        return self.authority.root.certificate.public_bytes(Encoding.DER)

    def ask(self) -> None:
        seed = fixed_randomness(str(self.request))
        write_container_request(self.container, self.request, data=self.data, randomness=seed)

    def add(self, answer: Path | None = None, *, anchors: bool = True) -> tuple[Finding, ...]:
        return write_stamped_container(
            *(self.container, self.request, answer or self.answer, self.target),
            data=self.data,
            trusted_roots=[self.office.root],
            stamp_roots=[self.anchor] if anchors else [],
        )

    def walk(self, *, anchors: bool = True) -> tuple[Finding, ...]:
        self.ask()
        answered(self.request, self.answer, self.authority)
        return self.add(anchors=anchors)

    def found(self, data: bytes, roots: Sequence[bytes] = ()) -> tuple[Finding, ...]:
        trusted = [self.office.root]
        return check_package(io.BytesIO(data), trusted_roots=trusted, stamp_roots=[self.anchor, *roots])


def packed(office: pdfs.Office, content: bytes = b"a picture", at: datetime = AT) -> bytes:
    target = io.BytesIO()
    members = [held("exhibits/E-01.jpg", "image/jpeg", content)]
    write_container(target, members, info={}, signer=office.judge, chain=[office.root], at=at)
    return target.getvalue()


def keys(found: Sequence[Finding]) -> set[str]:
    return {each.key for each in found}
