"""A container, a time-stamp authority of OpenSSL, and who is trusted for what."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.serialization import Encoding

from tests.support import foreign, pdfs
from tests.support.pdfs import fixed_randomness
from tests.support.stamps import answered
from thb_desktop.crypto.signature_stamps import RevocationValues, stamped, taken_apart
from thb_desktop.findings import Finding
from thb_desktop.package.members import held
from thb_desktop.package.packing import write_container, write_signed_again
from thb_desktop.package.unpacking import Container, open_container
from thb_desktop.report.stamping import NOTHING, ValidationData
from thb_desktop.services.packaging.container_stamps import write_container_request, write_stamped_container
from thb_desktop.verify.documents.cms import stamped_time
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


def later(desk: Stamping, data: ValidationData) -> Stamping:
    """The desk where the archive time stamp of what it made is asked for."""
    folder = desk.container.parent
    return replace(
        desk,
        container=desk.target,
        request=folder / "archive.tsq",
        answer=folder / "archive.tsr",
        target=folder / "archived.asice",
        data=data,
    )


def stamp_time(desk: Stamping) -> datetime:
    """When what the desk made was stamped."""
    at = stamped_time(taken_apart(read(desk.target).signature).token or b"")
    assert at is not None
    return at


def new_list(desk: Stamping) -> bytes:
    """The list of the office, as it is when what the desk made is stamped."""
    return desk.office.revocations(at=stamp_time(desk))


def with_values(desk: Stamping, lists: Sequence[bytes] = (), answers: Sequence[bytes] = ()) -> bytes:
    """What the desk made, with these values beside its stamp."""
    own = read(desk.target)
    return written(own, with_these(own, RevocationValues(lists=tuple(lists), answers=tuple(answers))))


def read(path: Path) -> Container:
    return open_container(io.BytesIO(path.read_bytes()))


def written(container: Container, signature: bytes, archive: tuple[bytes, ...] = ()) -> bytes:
    target = io.BytesIO()
    write_signed_again(target, container.source, container.members, signature, archive)
    return target.getvalue()


def level(found: tuple[Finding, ...]) -> str:
    (told,) = (each for each in found if each.code == "package-level")
    return told.case


def with_these(own: Container, values: RevocationValues) -> bytes:
    parts = taken_apart(own.signature)
    return stamped(parts.message, parts.token or b"", values)


def many_values(count: int) -> list[bytes]:
    """As many small values, none a list."""
    return [b"\x30\x03\x02\x01" + bytes([number]) for number in range(count)]
