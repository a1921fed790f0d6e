"""The level of a document's signatures: which proof of time and of revocation it carries (EN 319 142-1).

B-B: signed. B-T: a time stamp of a trusted authority covers the signatures. B-LT: besides, the document holds
what says that no certificate of a signer was revoked. B-LTA: and the time stamp covers that too.

A level is what the document carries. It does not say whether a signature is qualified (V-S-01).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING

from thb_desktop.findings import Finding, Standing, holds, unknown, verdict
from thb_desktop.verify.documents.file import PdfFile
from thb_desktop.verify.documents.signature import Signature, claimed_time
from thb_desktop.verify.documents.syntax import PdfObject, Stream

if TYPE_CHECKING:
    from cryptography import x509

    from thb_desktop.verify.documents.revocation import RevocationStore


def check_level(
    file: PdfFile,
    signatures: Sequence[Signature],
    people: Mapping[str, bytes],
    stamps: Mapping[str, datetime],
    roots: "Sequence[x509.Certificate]",
    *,
    trusted: Collection[str],
    now: datetime | None,
) -> Iterator[Finding]:
    """Say the level of the signatures of people. Name a certificate that was revoked before the stamp, and
    each list that is no proof.

    people: the certificate (DER) that signed in each place. stamps: what the sound time stamps of trusted
    authorities state, by place. roots: certificates at hand that lead from a signer to its issuer. trusted:
    the fingerprints of trusted roots, if people signed whose certificates lead to one. now: what is dated
    later says nothing; without it, nor does what is dated after the last time that is proven.
    What was added behind the last stamp makes no B-LTA: the validation data that it covers must say all.
    """
    last = max((each.end for each in signatures if each.field.name in people), default=0)
    covering = {each.end: stamps[each.field.name] for each in signatures if each.field.name in stamps}
    after = [end for end in covering if end > last]
    if not after:
        yield holds("level.b-b")
        return
    stamped, last_time = file.at(max(after)), covering[max(after)]
    store, told, is_whole = _store_of(file, roots, trusted), list[Finding](), True
    is_covered = "DSS" in stamped.catalog
    under = _store_of(stamped, roots, trusted) if is_covered and stamped.end < file.end else None
    newest = now if now is not None and not is_covered else last_time
    for each in signatures:
        der = people.get(each.field.name)
        if der is None:
            continue
        at = claimed_time(file.open_string(each.dictionary.get("M")))
        found, is_said = store.said_of_path(der, since=at, until=covering[min(after)], newest=newest)
        told += (each for each in found if each not in told)
        is_whole = is_whole and is_said
        if is_whole and under is not None:
            _, is_under = under.said_of_path(der, since=at, until=covering[min(after)], newest=last_time)
            is_covered = is_covered and is_under
    yield from told
    if store.count != store.held or store.unsigned:
        yield unknown("validation-data-unknown")
    if not is_whole:
        ways = (store.unpublished(der) for der in people.values())
        yield from dict.fromkeys(chain.from_iterable(ways))
    if verdict(told) is not Standing.BROKEN:
        yield holds("level.b-t" if not is_whole else "level.b-lta" if is_covered else "level.b-lt")


def _store_of(
    file: PdfFile, roots: "Sequence[x509.Certificate]", trusted: Collection[str]
) -> "RevocationStore":
    """Read the validation data of a document (DSS, ISO 32000-2, 12.8.4.3)."""
    from thb_desktop.verify.documents.revocation import RevocationStore  # only a time stamp leads here

    dss = file.dictionary(file.catalog.get("DSS"))
    held = (_streams(file, dss.get(key)) for key in ("Certs", "CRLs", "OCSPs"))
    return RevocationStore.of(*held, roots=roots, trusted=trusted)


def _streams(file: PdfFile, item: PdfObject) -> Iterator[bytes]:
    for each in file.array(item):
        stream = file.resolve(each)
        if isinstance(stream, Stream):
            yield file.decoded(stream)
