"""The hand-over form: what a transfer tells, with its digest, and room for the signatures of both parties."""

from collections.abc import Sequence

from thb_desktop.domain.case import in_language
from thb_desktop.domain.confirmations import digest_of_all
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.exhibit_fields import CUSTODY_EVENT
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.rights import Right
from thb_desktop.report.parts.setting import in_groups, instant
from thb_desktop.report.sheets import Sheet, SheetPart
from thb_desktop.report.words import language_of, words_in
from thb_desktop.services.case_file.cases import get_case
from thb_desktop.services.case_file.sheets import said, sheet_of
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.confirmations import Transfer, transfers_of_act
from thb_desktop.words import capital, field_name

_FACTS = ("from_party", "to_party", "actor", "place", "reason", "carrier", "tracking", "document")
_TO_FILL = ("transfer_name", "transfer_function", "transfer_when", "transfer_signature")


@permitted(Right.READ_CUSTODY, logs=Consulted.CUSTODY)
def transfer_form(session: Session, event_id: RowId) -> Sheet:
    """Return the form of the transfers that are confirmed together with this one.

    Raises what `transfers_of_act` raises.
    """
    transfers = transfers_of_act(session, event_id)
    case = get_case(session, transfers[0].exhibit.case_id)
    language = language_of(case.language)
    digest = digest_of_all([each.digest for each in transfers])
    parts = [
        SheetPart(heading=said("transfer_facts", language), facts=_facts(transfers[0], language)),
        SheetPart(heading=said("transfer_exhibits", language), columns=_columns(transfers, language)),
        SheetPart(
            heading=said("transfer_digest", language),
            text=in_groups(digest),
            code=digest,
            to_fill=[said(each, language) for each in _TO_FILL],
            signers=[said(each, language) for each in ("transfer_giver", "transfer_receiver")],
        ),
    ]
    return sheet_of(session.clock.read().at, case, "transfer", parts)


def _facts(transfer: Transfer, language: str) -> list[tuple[str, str]]:
    event, words = transfer.event, words_in(language)
    told = [
        (_field("action", language), capital(words.label(event.action))),
        (_field("occurred_at", language), instant(event.occurred_at)),
    ]
    for name in _FACTS:
        value = getattr(event, name)
        told.append(
            (_field(name, language), words.label(value) if name == "carrier" and value else value or "")
        )
    if event.due_on:
        told.append((_field("due_on", language), event.due_on.isoformat()))
    if event.seal_state:
        told.append((_field("seal_state", language), words.label(event.seal_state)))
    return told


def _columns(transfers: Sequence[Transfer], language: str) -> list[tuple[str, list[str]]]:
    return [
        (said("transfer_exhibit", language), [each.exhibit.number for each in transfers]),
        (
            said("transfer_description", language),
            [in_language(each.exhibit.titles, language) for each in transfers],
        ),
        (said("transfer_seal", language), [each.event.seal for each in transfers]),
        (_field("condition", language), [each.event.condition for each in transfers]),
        (said("transfer_sha256", language), [in_groups(each.digest) for each in transfers]),
    ]


def _field(name: str, language: str) -> str:
    return capital(field_name(f"{CUSTODY_EVENT.name}.{name}", language))
