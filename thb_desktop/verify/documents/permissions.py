"""The changes that a certifying signature allows (DocMDP, ISO 32000-1, 12.8.2.2)."""

from collections.abc import Sequence

from thb_desktop.findings import Finding, broken
from thb_desktop.verify.documents.file import PdfFile
from thb_desktop.verify.documents.signature import Signature
from thb_desktop.verify.documents.syntax import Ref


def check_permissions(file: PdfFile, signatures: Sequence[Signature]) -> list[Finding]:
    """Check that only the first signature certifies; after one that allows no change, nobody may sign."""
    findings: list[Finding] = []
    levels = [_level(file, signature) for signature in signatures]
    if any(level is not None for level in levels[1:]):
        findings.append(broken("certified-late"))
    certifier = file.dictionary(file.catalog.get("Perms")).get("DocMDP")
    if (levels[0] is not None or certifier is not None) and certifier != signatures[0].field.value:
        findings.append(broken("certification-unclear.not-named"))
    elif certifier is not None and (levels[0] is None or not isinstance(certifier, Ref)):
        findings.append(broken("certification-unclear.empty"))
    later = [signature for signature in signatures[1:] if not signature.is_time_stamp]
    if levels[0] == 1 and later:
        findings.append(broken("not-permitted"))
    return findings


def _level(file: PdfFile, signature: Signature) -> int | None:
    """1: no change; 2: fill forms and sign; 3: notes too; None: the signature does not certify."""
    for item in file.array(signature.dictionary.get("Reference")):
        reference = file.dictionary(item)
        if file.resolve(reference.get("TransformMethod")) == "DocMDP":
            level = file.resolve(file.dictionary(reference.get("TransformParams")).get("P", 2))
            return level if isinstance(level, int) and level in (1, 2, 3) else 1
    return None
