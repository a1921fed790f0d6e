"""What travels in a package: the files of the exhibits of its bundle, and the custody record beside them."""

from base64 import b64decode
from collections.abc import Iterator, Sequence

from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.custody_rules import is_disposed
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.leaving import KEEPS_HERE, NOT_NAMED
from thb_desktop.domain.rights import Right
from thb_desktop.errors import BundleForeignError, ExhibitGoneError, ExhibitMaskedError, LeavingBarredError
from thb_desktop.ledger.extract import Extract
from thb_desktop.ledger.streamed import in_pieces
from thb_desktop.services.bundling.extracts import CustodyExtract, extract_of
from thb_desktop.services.bundling.redactions import ever_masked, redactions_of, untold_words
from thb_desktop.services.cooperation.sources import Taken, kept_here
from thb_desktop.services.core.leaving_bars import holds_abuse
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.signing_keys import signing_certificate
from thb_desktop.services.messages.bundle_rows import texts_shown
from thb_desktop.services.packaging.masked_files import masked_exhibits, staying
from thb_desktop.services.packaging.package_files import Held, Placed, placed
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import counts, registry


def files_of(
    connection: Connection, bundle: Bundle, held: Sequence[Held], without: frozenset[ExhibitId]
) -> tuple[Placed, ...]:
    """Return the files that travel, each as the bundle names it; one that was withdrawn since stays. Refuse
    exhibits that must not leave.
    """
    exhibits = {each.id: exhibit_in(connection, each) for each in held}
    if numbers := kept_here(connection, Taken(items=[*exhibits.values()]), NOT_NAMED):
        raise LeavingBarredError("the bundle names what must not leave", numbers)
    if numbers := masked_exhibits(connection, bundle, held, without):
        raise ExhibitMaskedError("something of these exhibits is masked in the bundle", numbers)
    travelling = [each for each in held if each.files and each.id not in without]
    chosen = [exhibits[each.id] for each in travelling]
    if numbers := kept_here(connection, Taken(items=chosen), KEEPS_HERE):
        raise LeavingBarredError("files of these exhibits must not leave", numbers)
    if numbers := tuple(each.number for each in chosen if is_gone(connection, each)):
        raise ExhibitGoneError("an exhibit of the bundle cannot be sent", numbers)
    stays = staying(connection, bundle, held).files
    named = ((each, [*files_named(connection, each)]) for each in travelling)
    kept = [
        (each.number, [file for file in files if file.id not in stays and not file.struck])
        for each, files in named
    ]
    if numbers := tuple(number for number, files in kept if holds_abuse(connection, files)):
        raise LeavingBarredError("files of these exhibits must not leave", numbers)
    return placed((number, files) for number, files in kept if files)


def exhibit_in(connection: Connection, held: Held) -> Exhibit:
    """Return an exhibit that the bundle names. Raises BundleForeignError."""
    exhibit = registry.EXHIBIT.find(connection, held.id)
    if exhibit is None:
        raise BundleForeignError("this is not a bundle that this vault made")
    return exhibit


def is_gone(connection: Connection, exhibit: Exhibit) -> bool:
    """Whether an exhibit is struck out, secret, erased or disposed of: nothing of it can be sent."""
    events = registry.CUSTODY_EVENT.where(connection, "exhibit_id", exhibit.id)
    erased = counts.is_erased(connection, exhibit.id)
    return bool(exhibit.struck) or exhibit.is_secret or erased or is_disposed(events)


def files_named(connection: Connection, held: Held) -> Iterator[ExhibitFile]:
    """Yield the files of an exhibit that the bundle names. Raises BundleForeignError."""
    for file_id, digest in held.files:
        file = registry.EXHIBIT_FILE.find(connection, file_id)
        if file is None or (file.exhibit_id, file.sha256) != (held.id, digest):
            raise BundleForeignError("this is not a bundle that this vault made")
        yield file


@permitted(Right.RELEASE_BUNDLES)
def extract_of_package(
    session: Session, bundle: Bundle, pdf: bytes, files: Sequence[Placed]
) -> CustodyExtract:
    """Return the events of what travels, without words that the version of the bundle masks or has masked.

    pdf: the bundle.

    Raises ToldWholeError if an event cannot leave them out.
    """
    exhibits = dict.fromkeys(each.file.exhibit_id for each in files)
    subjects = [bundle.id, *exhibits, *(each.file.id for each in files)]
    signer = session.keys.signer.certificate or signing_certificate(session.read, session.user)
    version = bundle.disclosure_id
    return extract_of(
        session,
        subjects,
        [signer],
        masked=ever_masked(session.read, version) if version else (),
        untold=untold_words(redactions_of(session.read, version), texts_shown(pdf)) if version else (),
    )


def extract_again(data: str) -> CustodyExtract:
    """Return the extract with which a package was begun."""
    kept = b64decode(data)
    return CustodyExtract(data=kept, head=Extract.parse_frame(in_pieces(kept)()).head.parsed())
