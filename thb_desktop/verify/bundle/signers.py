"""What a bundle demands beyond valid signatures: the functions of those who signed, and the release.

A document is a bundle if its list of files says so, or if a certificate of an office signed it: an office
signs nothing else.
"""

import re
from collections.abc import Iterator, Mapping

from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.errors import CertificateError
from thb_desktop.findings import Finding, Where, broken, holds
from thb_desktop.ledger.extract import Extract
from thb_desktop.verify.bundle.holders import Office
from thb_desktop.verify.bundle.manifest import Manifest
from thb_desktop.verify.bundle.release import Authority, check_release
from thb_desktop.verify.certificates import Certificate, read_certificate
from thb_desktop.verify.documents.fast_signature import verify_signature
from thb_desktop.verify.documents.shown import shown
from thb_desktop.verify.documents.signed import Signed

_USER = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.ASCII)


def function_of(certificate: Certificate | None) -> UserRole | None:
    """Return the function that a certificate says; None if it says none, or one that is unknown."""
    function = certificate.function if certificate else ""
    return UserRole(function) if function in UserRole else None


def check_bundle(signed: Signed, manifest: Manifest | None, extract: Extract | None) -> list[Finding]:
    """Check who signed a bundle, and who agreed to its release; nothing in another document.

    manifest: the list of files, None if there is none. extract: the custody extract, checked
    elsewhere. Raises PdfUnreadableError.
    """
    holders = {field: _read(der) for field, der in signed.certificates.items()}
    is_bundle = manifest is not None and manifest.is_bundle
    if not is_bundle and not any(map(_is_of_an_office, holders.values())):
        return []
    if manifest is None or not is_bundle or extract is None:
        return [broken("not-a-bundle")]
    return list(_check(signed, holders, manifest, Office(extract, verify_signature)))


def _check(
    signed: Signed, holders: Mapping[str, Certificate | None], manifest: Manifest, office: Office
) -> Iterator[Finding]:
    listed = manifest.functions()
    people = [each for each in signed.signatures if not each.is_time_stamp]
    approvers: list[Authority] = []
    for signature in people:
        field = signature.field.name
        holder = holders.get(field)
        yield _check_function(field, holder, listed.get(field), office)
        function = function_of(holder)
        if holder and function and may(function, Right.RELEASE_BUNDLES):
            approvers.append(Authority(signature=signature, certificate=holder))
    for authority in approvers[:1]:
        yield from check_release(signed, people[0], authority, manifest, office)
    if len(approvers) > 1:
        yield broken("approver-missing.several")
    awaited = [field for field, (_, code) in listed.items() if field in signed.empty and _may_release(code)]
    if people and not approvers and not awaited:
        yield broken("approver-missing.none")


def _check_function(
    field: str, holder: Certificate | None, listed: tuple[str, str] | None, office: Office
) -> Finding:
    where = Where(kind="place", names=(field,))
    function = function_of(holder)
    name = shown(holder.common_name) if holder else "?"
    if holder is None or not holder.function:
        return broken("function-missing", where=where, name=name)
    if not office.issued(holder):
        return broken("signer-of-another-root.root", where=where, name=name)
    if not office.knows(holder):
        return broken("signer-of-another-root.key", where=where, name=name)
    if listed != (holder.common_name, holder.function):
        return broken("signer-not-as-listed", where=where, name=name)
    if function is None or not (function is UserRole.INTERPRETER or may(function, Right.RELEASE_BUNDLES)):
        return broken("function-not-entitled", where=where, name=name)
    return holds("function-certified", where=where, name=name, function=function)


def _may_release(code: str) -> bool:
    return code in UserRole and may(UserRole(code), Right.RELEASE_BUNDLES)


def _is_of_an_office(holder: Certificate | None) -> bool:
    """Whether it says a function, or names a user of a vault: older ones say none."""
    return holder is not None and bool(holder.function or _USER.fullmatch(holder.agent))


def _read(der: bytes) -> Certificate | None:
    try:
        return read_certificate(der)
    except CertificateError:
        return None
