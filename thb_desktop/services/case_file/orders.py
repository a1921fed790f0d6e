"""Orders of the own State: what the official form of one still lacks (V-X-05, V-X-06)."""

from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.ids import AuthorityId
from thb_desktop.domain.order_forms import Issuers, check_order, is_own, newly_missing
from thb_desktop.domain.packs import Pack
from thb_desktop.domain.vocabulary import AuthorityKind
from thb_desktop.errors import OrderIncompleteError
from thb_desktop.findings import Finding
from thb_desktop.services.core.packs import pack_in_use
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


def verify_order(connection: Connection, value: object, before: object = None) -> None:
    """Refuse to mark an order of the own State as sent while a section of its form lacks what it needs, and
    to take from one that was sent what it had. Raises OrderIncompleteError.
    """
    if not isinstance(value, Instrument) or not is_own(value, _home(connection, value)):
        return
    form = pack_in_use(connection).form_of(value.type)
    if form is None:
        return
    former = before if isinstance(before, Instrument) else None
    lacking = newly_missing(
        form, value, former, issuers_of(connection, value), issuers_of(connection, former or value)
    )
    if lacking:
        raise OrderIncompleteError("the form of the order is not complete", value.number, form.cite, lacking)


def check_form(connection: Connection, order: Instrument, pack: Pack) -> tuple[Finding, ...]:
    """Return what is to be said of the form of an order; nothing where the pack has none."""
    form = pack.form_of(order.type)
    if form is None or order.struck:
        return ()
    return tuple(check_order(form, order, issuers_of(connection, order), home=_home(connection, order)))


def issuers_of(connection: Connection, order: Instrument) -> Issuers:
    return Issuers(
        issuing=_kind(connection, order.issuing_authority_id),
        validating=_kind(connection, order.validating_authority_id),
    )


def _kind(connection: Connection, authority_id: AuthorityId | None) -> AuthorityKind | None:
    found = registry.AUTHORITY.find(connection, authority_id) if authority_id else None
    return found.kind if found is not None else None


def _home(connection: Connection, order: Instrument) -> str:
    case = registry.CASE_FILE.find(connection, order.case_id)
    return case.country if case is not None else ""
