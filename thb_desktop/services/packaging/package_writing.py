"""Writing a package: container and media go straight into envelopes, from the encrypted store."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import resources.texts
from thb_desktop.crypto import passphrases
from thb_desktop.crypto.envelopes.recipients import PassphraseRecipient, Recipient
from thb_desktop.crypto.envelopes.volumes import VOLUME_LENGTH
from thb_desktop.crypto.signed_messages import sign_detached
from thb_desktop.crypto.signing import Signer
from thb_desktop.errors import ContentDamagedError
from thb_desktop.package.members import Member, held
from thb_desktop.package.packing import Packed, write_container
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.login import pem_of
from thb_desktop.services.packaging.begun import Progress as Begun
from thb_desktop.services.packaging.envelope import Outside
from thb_desktop.services.packaging.folders import NAME, Complete, FolderWriter
from thb_desktop.services.packaging.package_conditions import (
    CONDITIONS,
    CONDITIONS_TEXT,
    conditions_json,
    conditions_text,
)
from thb_desktop.services.packaging.package_files import BUNDLE, OCTETS, case_graph
from thb_desktop.services.packaging.package_sheet import (
    MEDIA,
    SHEET,
    PackageContent,
    media_list,
    portable_check,
)
from thb_desktop.services.packaging.recipients import recipient_of
from thb_desktop.services.packaging.written_volumes import HELD
from thb_desktop.vault.content import ContentStore
from thb_desktop.verify.packaged import CHECK, CUSTODY, ROOT

Progress = Callable[[int, int], None]
CONTAINER = f"{NAME}.asice"
GRAPH = "case-uco.jsonld"
_TEXT, _JSON, _SHELL = "text/plain", "application/json", "text/x-shellscript"


def write_package(
    content: PackageContent,
    sheet: bytes,
    folder: Path,
    *,
    store: ContentStore,
    signer: Signer,
    environment: Environment,
    begun: Begun,
    progress: Progress | None = None,
) -> tuple[Path, Packed, Complete]:
    """Write a closed folder under a passing name: its place, the container, and its list.

    begun: the progress of this folder; what is whole in it is compared, and not written again.
    """
    recipients = _recipients(content, begun.terms.passphrase, environment)
    done = _Done(content, progress)
    length = _length(content.largest, len(recipients))

    def signed(digest: bytes) -> bytes:
        known = begun.signature_of(digest)
        if known is None:
            known = sign_detached(digest, signer=signer, chain=[content.root], at=content.at)
            begun.add_signature(digest, known)
        return known

    with FolderWriter(
        folder,
        recipients,
        randomness=environment.randomness,
        length=length,
        progress=begun,
        outside=Outside(package=content.id, telephone=begun.terms.telephone),
    ) as writer:
        with writer.file(CONTAINER) as target:
            packed = write_container(
                target,
                [*_members(content, sheet, store, done)],
                info=_info(content),
                signer=signer,
                chain=[content.root],
                at=content.at,
                signed=signed,
            )
        for each in content.beside:
            with writer.file(each.name) as target:
                for piece in done.told(each.parts(store, held=HELD)):
                    target.write(piece)
            if writer.sha256[each.name] != each.file.sha256:
                raise ContentDamagedError("the digest of a content object is not as recorded")
        complete = writer.complete()
        writer.keep()
    return writer.part, packed, complete


def _length(largest: int, recipients: int) -> int:
    """Return how much content a volume takes, so that its file is not larger than it may be.

    largest: megabytes; 0 for volumes as usual. An envelope adds what names its recipients and about a
    thousandth.
    """
    if not largest:
        return VOLUME_LENGTH
    size = largest * 1_000_000
    return size - size // 500 - 20_000 - 2_000 * recipients


def _recipients(content: PackageContent, passphrase: str, environment: Environment) -> list[Recipient]:
    at = environment.clock.read().at
    found: list[Recipient] = [recipient_of(each, at=at) for each in content.recipients]
    if passphrase:
        found.append(PassphraseRecipient(passphrase=passphrases.prepare(passphrase)))
    return found


def _members(content: PackageContent, sheet: bytes, store: ContentStore, done: "_Done") -> Iterator[Member]:
    yield held(BUNDLE, "application/pdf", content.pdf)
    for name in ("README.txt", "check.sh"):
        text = files(resources.texts).joinpath("package", name).read_bytes()
        yield held(name, _SHELL if name.endswith(".sh") else _TEXT, text)
    yield held("receipt-form.txt", _TEXT, _receipt_form(content, sheet))
    yield held(SHEET, _JSON, sheet)
    yield held(GRAPH, "application/ld+json", case_graph(content.pdf, content.files))
    if content.conditions:
        yield held(CONDITIONS, _JSON, conditions_json(content.sheet_for, content.conditions))
        yield held(CONDITIONS_TEXT, _TEXT, conditions_text(content.sheet_for, content.conditions))
    if content.beside:
        yield held(MEDIA, _TEXT, media_list(content.beside))
    yield held(CUSTODY, _JSON, content.extract.data)
    yield held(CHECK, OCTETS, portable_check())
    yield held(ROOT, "application/x-pem-file", pem_of(content.root).encode("ascii"))
    for each in content.inside:
        member = each.member(store)
        yield replace(member, pieces=partial(done.of, member))


def _receipt_form(content: PackageContent, sheet: bytes) -> bytes:
    """Fill in what is known of the form for whoever has no program to sign a receipt."""
    form = files(resources.texts).joinpath("package", "receipt-form.txt").read_text("utf-8")
    numbers = dict.fromkeys(each.number for each in content.files)
    rows = (
        f"{' '.join(number.split()):41}[  ]                    [  ] ______________\n" for number in numbers
    )
    return form.format(
        number=content.number,
        at=content.at.date().isoformat(),
        bundle=content.bundle.number,
        maker=" ".join(content.maker.name.split()),
        id=content.id,
        sheet=sha256(sheet).hexdigest(),
        head_size=content.extract.head.size,
        head_root=content.extract.head.root.hex(),
        exhibits="".join(rows),
    ).encode()


def _info(content: PackageContent) -> dict[str, str]:
    return {
        "Source-Organization": content.office,
        "External-Identifier": content.id,
        "Bagging-Date": content.at.date().isoformat(),
    }


class _Done:
    """What was read: each file in the container twice, each file beside it once."""

    def __init__(self, content: PackageContent, progress: Progress | None) -> None:
        inside = sum(each.file.size for each in content.inside)
        self._total = 2 * inside + sum(each.file.size for each in content.beside)
        self._done, self._progress = 0, progress

    def of(self, member: Member) -> Iterator[bytes]:
        return self.told(member.pieces())

    def told[Piece: (bytes, memoryview)](self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        for piece in pieces:
            self._done += len(piece)
            if self._progress is not None:
                self._progress(min(self._done, self._total), self._total)
            yield piece
