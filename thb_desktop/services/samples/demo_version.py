"""The version of a sample case that its recipient gets: what is sealed is masked, in records and in files."""

from collections.abc import Collection

from thb_desktop.domain.address_rules import mentions
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.disclosure import Disclosure
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import RedactionReason
from thb_desktop.services.bundling import disclosures, masked_copies, redactions
from thb_desktop.services.bundling.copy_making import lay_out_copy
from thb_desktop.services.bundling.disclosures import DisclosureDraft
from thb_desktop.services.bundling.masked_copies import FileInVersion
from thb_desktop.services.bundling.redactions import Order
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.page_reading import read_text
from thb_desktop.services.persons.people import protected_texts


@permitted(Right.PREPARE_BUNDLES)
def draw_up_masked(
    session: Session, case: CaseFile, draft: DisclosureDraft, *, ordered_by: str, in_files: bool
) -> Disclosure:
    """Draw up a version and mask what is sealed in it: words and, on a machine that can confine what reads
    files, lines of pages and copies of files.

    Raises as `disclosures.draw_up` and `masked_copies.keep_copy` do, and SandboxMissingError.
    """
    order = Order(reason=RedactionReason.VICTIM_PRIVACY, ordered_by=ordered_by)
    version = disclosures.draw_up(session, case.id, draft)
    redactions.redact_identities(session, version.id, order)
    if not in_files:
        return version
    sealed = protected_texts(session, case.id) or ()
    for each in masked_copies.list_files(session, version.id):
        if each.file.name.endswith(".pdf"):
            _mask_lines(session, version, each, sealed, order)
    for each in masked_copies.list_files(session, version.id):
        if each.redactions:
            making = masked_copies.gather_copy(session, version.id, each.file.id)
            masked_copies.keep_copy(session, lay_out_copy(making))
    return version


def _mask_lines(
    session: Session, version: Disclosure, each: FileInVersion, sealed: Collection[str], order: Order
) -> None:
    """Mask each line of a document's pages that tells somebody, as a person does with a rectangle."""
    source = masked_copies.verify_drawable(session, version.id, each.file.id)
    for page in read_text(source.pieces()).pages:
        for told in page.lines:
            if told.rectangle and mentions(told.text, sealed):
                anchor = Anchor.of_page(each.file.id, each.file.sha256, page.number, rectangle=told.rectangle)
                redactions.redact_content(session, version.id, anchor, order)
