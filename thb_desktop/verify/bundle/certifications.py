"""The certifications in an attached interview record: whether the linguists that they name signed them."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from thb_desktop.domain.record import from_record
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.domain.vocabulary import RenderingState, UserRole
from thb_desktop.errors import CertificateError, FormatError, SignatureError
from thb_desktop.findings import Finding, Where, broken, unknown
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.certification import certified_bytes
from thb_desktop.ledger.entry import VerifySignature
from thb_desktop.ledger.extract import Extract
from thb_desktop.ledger.record_tree import RecordTree
from thb_desktop.verify.certificates import Certificate, read_certificate, verify_user

if TYPE_CHECKING:
    from thb_desktop.domain.segment import Certification

_CERTIFICATIONS, _RENDERINGS = "certifications/", "renderings/"


def check_certifications(
    called: Where, tree: RecordTree, extract: Extract | None, verify: VerifySignature
) -> tuple[int, list[Finding]]:
    """Verify each certification with a certificate of its user in the extract. Return how many are signed,
    and what contradicts or lacks.

    A rendering that is told as certified must be covered by one; if one is withheld, that is not known.
    """
    found: list[Finding] = []
    signed: list[Certification] = []
    users: dict[str, list[bytes]] | None = None
    others = frozenset[str]()
    for value in _values(tree, _CERTIFICATIONS):
        certification = _read(value)
        if users is None:
            users, others = _linguists(extract, verify)
        keys = users.get(certification.user_id, []) if certification else []
        if certification is not None and certification.user_id in others:
            found.append(broken("certification-by-another", where=called))
        elif certification is None or (keys and not _is_signed(certification, extract, keys, verify)):
            found.append(broken("certification-altered", where=called))
        elif not keys:
            found.append(unknown("certification-unchecked", where=called))
        else:
            signed.append(certification)
    whole = all(
        name in tree.parts and name not in tree.masked
        for name in tree.digests
        if name.startswith(_CERTIFICATIONS)
    )
    covered = {rendering for each in signed for rendering in each.renderings}
    if whole and not found and not all(_covered(each, covered) for each in _values(tree, _RENDERINGS)):
        found.append(broken("rendering-uncertified", where=called))
    return len(signed), found


def _values(tree: RecordTree, start: str) -> Iterator[Mapping[str, Value]]:
    for name in tree.parts:
        is_withheld = name in tree.masked and start == _CERTIFICATIONS
        value = tree.value(name) if name.startswith(start) and not is_withheld else None
        if isinstance(value, dict):
            yield value


def _read(untrusted: Mapping[str, Value]) -> "Certification | None":
    from thb_desktop.domain.segment import Certification  # only interviews have some

    try:
        return from_record(Certification, untrusted)
    except FormatError:
        return None


def linguists_of(extract: Extract | None, verify: VerifySignature) -> dict[str, list[Certificate]]:
    """Return by user the certificates that the root of the extract issued to interpreters."""
    found = dict[str, list[Certificate]]()
    for untrusted in extract.users if extract else ():
        with suppress(CertificateError):
            user = read_certificate(untrusted)
            verify_user(user, read_certificate(extract.root if extract else b""), verify)
            if user.function == UserRole.INTERPRETER:
                found.setdefault(user.agent, []).append(user)
    return found


def _linguists(
    extract: Extract | None, verify: VerifySignature
) -> tuple[dict[str, list[bytes]], frozenset[str]]:
    """The public keys (DER) of the interpreters, and the users with another function, from certificates that
    the root of the extract issued. An older certificate states no function.
    """
    keys, others = dict[str, list[bytes]](), set[str]()
    for untrusted in extract.users if extract else ():
        try:
            user = read_certificate(untrusted)
            verify_user(user, read_certificate(extract.root if extract else b""), verify)
        except CertificateError:
            continue
        if user.function in ("", UserRole.INTERPRETER):
            keys.setdefault(user.agent, []).append(user.public_key)
        else:
            others.add(user.agent)
    return keys, frozenset(others)


def _is_signed(
    certification: "Certification", extract: Extract | None, keys: list[bytes], verify: VerifySignature
) -> bool:
    data = certified_bytes(certification, extract.vault if extract else "")
    for key in keys:
        try:
            verify(key, data, bytes.fromhex(certification.signature))
        except (SignatureError, ValueError):
            continue
        return True
    return False


def _covered(rendering: Mapping[str, Value], covered: Collection[tuple[str, ...]]) -> bool:
    if rendering.get("state") != RenderingState.CERTIFIED:
        return True
    own = (rendering.get("id"), rendering.get("source_digest"), digest_of(str(rendering.get("text"))))
    return own in covered
