"""The certifications in an attached interview record: whether the linguists that they name signed them."""

from collections.abc import Collection, Iterator, Mapping

from thb_desktop.domain.record import from_record
from thb_desktop.domain.segment import Certification, digest_of
from thb_desktop.domain.vocabulary import RenderingState
from thb_desktop.errors import CertificateError, FormatError, SignatureError
from thb_desktop.findings import Finding, Where, broken, unknown
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.certification import certified_bytes
from thb_desktop.ledger.extract import Extract
from thb_desktop.ledger.record_tree import RecordTree
from thb_desktop.verify.certificates import read_certificate, verify_user
from thb_desktop.verify.documents.fast_signature import verify_signature

_CERTIFICATIONS, _RENDERINGS = "certifications/", "renderings/"


def check_certifications(
    called: Where, tree: RecordTree, extract: Extract | None
) -> tuple[int, list[Finding]]:
    """Verify each certification with a certificate of its user in the extract. Return how many are signed,
    and what contradicts or lacks.

    A rendering that is told as certified must be covered by one; if one is withheld, that is not known.
    """
    found: list[Finding] = []
    signed: list[Certification] = []
    users: dict[str, list[bytes]] | None = None
    for value in _values(tree, _CERTIFICATIONS):
        certification = _read(value)
        users = _keys_of_users(extract) if users is None else users
        keys = users.get(certification.user_id, []) if certification else []
        if certification is None or (keys and not _is_signed(certification, extract, keys)):
            found.append(broken("certification-altered", where=called))
        elif not keys:
            found.append(unknown("certification-unchecked", where=called))
        else:
            signed.append(certification)
    whole = all(name in tree.parts for name in tree.digests if name.startswith(_CERTIFICATIONS))
    covered = {rendering for each in signed for rendering in each.renderings}
    if whole and not found and not all(_covered(each, covered) for each in _values(tree, _RENDERINGS)):
        found.append(broken("rendering-uncertified", where=called))
    return len(signed), found


def _values(tree: RecordTree, start: str) -> Iterator[Mapping[str, Value]]:
    for name in tree.parts:
        value = tree.value(name) if name.startswith(start) else None
        if isinstance(value, dict):
            yield value


def _read(untrusted: Mapping[str, Value]) -> Certification | None:
    try:
        return from_record(Certification, untrusted)
    except FormatError:
        return None


def _keys_of_users(extract: Extract | None) -> dict[str, list[bytes]]:
    """The public keys (DER) of each user, from certificates that the root of the extract issued."""
    keys: dict[str, list[bytes]] = {}
    for untrusted in extract.users if extract else ():
        try:
            user = read_certificate(untrusted)
            verify_user(user, read_certificate(extract.root if extract else b""), verify_signature)
        except CertificateError:
            continue
        keys.setdefault(user.agent, []).append(user.public_key)
    return keys


def _is_signed(certification: Certification, extract: Extract | None, keys: list[bytes]) -> bool:
    data = certified_bytes(certification, extract.vault if extract else "")
    for key in keys:
        try:
            verify_signature(key, data, bytes.fromhex(certification.signature))
        except (SignatureError, ValueError):
            continue
        return True
    return False


def _covered(rendering: Mapping[str, Value], covered: Collection[tuple[str, ...]]) -> bool:
    if rendering.get("state") != RenderingState.CERTIFIED:
        return True
    own = (rendering.get("id"), rendering.get("source_digest"), digest_of(str(rendering.get("text"))))
    return own in covered
