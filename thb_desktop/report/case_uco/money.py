"""Money in the graph: accounts, statements of account, payments and what changed hands as cash.

Of a payment it tells the accounts, the amount, the days and the row of its source; never the other party as
written, nor the text of the row: both may name a person.
"""

import re
from collections.abc import Iterator

from thb_desktop.domain.account_numbers import printed_as
from thb_desktop.domain.finance_codes import DayKind
from thb_desktop.ledger.canonical import Value
from thb_desktop.report.case_uco.nodes import (
    Ids,
    Node,
    Row,
    decimal,
    filled,
    moment,
    rows_of,
    status_of,
    truth,
)

_CHAINED = ("CRYPTO_SELF", "CRYPTO_CUSTODIAL", "CRYPTO_ADDRESS")
_HASH = re.compile(r"(?:0x)?[0-9A-Fa-f]{64}", re.ASCII)


class Money:
    """What a bundle tells of money. persons: the ids of persons by their codes."""

    def __init__(self, data: Row, persons: dict[Value, Value], ids: Ids) -> None:
        self._accounts = rows_of(data.get("accounts"))
        self._statements = rows_of(data.get("statements"))
        self._transactions = rows_of(data.get("transactions"))
        self._hand_overs = rows_of(data.get("hand_overs"))
        self._persons, self._ids = persons, ids
        ids.declare("account", (each["id"] for each in self._accounts))
        ids.declare("account-statement", (each["id"] for each in self._statements))

    def nodes(self) -> Iterator[Node]:
        for each in self._accounts:
            yield from self._account(each)
        yield from map(self._statement, self._statements)
        yield from map(self._payment, self._transactions)
        yield from map(self._hand_over, self._hand_overs)

    def _account(self, told: Row) -> Iterator[Node]:
        kind, keeper = str(told["kind"]), told.get("servicer")
        issuer = self._ids.of("servicer", told["id"]) if keeper else ""
        holder = self._persons.get(told.get("holder"))
        facet = {
            "@id": self._ids.of("account-facet", told["id"]),
            "@type": "uco-observable:AccountFacet",
            "uco-observable:accountIdentifier": _number(kind, told.get("identifier")),
            "uco-observable:accountIssuer": {"@id": issuer} if issuer else None,
            "uco-observable:owner": self._ids.link("person", holder) if holder else None,
        }
        yield filled(
            {
                "@id": self._ids.of("account", told["id"]),
                "@type": [
                    "thb:CryptoAddress" if kind in _CHAINED else "thb:MoneyAccount",
                    "uco-observable:Account",
                ],
                "uco-core:name": told["number"],
                "uco-core:objectStatus": status_of(told),
                "uco-core:hasFacet": [filled(facet)],
                "thb:accountKind": kind,
                "thb:network": told.get("network"),
                "thb:currency": told.get("currency"),
                "thb:checksum": told.get("checksum"),
                "thb:openedOn": moment(told.get("opened_on")),
                "thb:closedOn": moment(told.get("closed_on")),
            }
        )
        if issuer:
            yield filled(
                {
                    "@id": issuer,
                    "@type": "uco-identity:Organization",
                    "uco-core:name": keeper,
                    "thb:bic": told.get("bic"),
                    "thb:lei": told.get("lei"),
                }
            )

    def _statement(self, told: Row) -> Node:
        return filled(
            {
                "@id": self._ids.of("account-statement", told["id"]),
                "@type": ["thb:AccountStatement", "uco-core:UcoObject"],
                "uco-core:name": told["number"],
                "uco-core:objectStatus": status_of(told),
                "thb:account": self._ids.link("account", told.get("account_id")),
                "thb:format": told.get("format"),
                "thb:currency": told.get("currency"),
                "thb:periodFrom": moment(told.get("period_from")),
                "thb:periodTo": moment(told.get("period_to")),
                "thb:openingBalance": decimal(told.get("opening")),
                "thb:closingBalance": decimal(told.get("closing")),
                **self._source(told),
                "thb:file": self._ids.link("file", told.get("file_id")),
            }
        )

    def _payment(self, told: Row) -> Node:
        reference = str(told.get("reference") or "")
        return filled(
            {
                "@id": self._ids.of("payment", told["id"]),
                "@type": ["thb:Payment", "uco-core:UcoObject"],
                "uco-core:objectStatus": status_of(told),
                "thb:fromAccount": self._ids.link("account", told.get("from_account_id")),
                "thb:toAccount": self._ids.link("account", told.get("to_account_id")),
                **_amount(told),
                "thb:paymentDay": moment(told.get("at")),
                "thb:paymentDayKind": told.get("day_kind"),
                "thb:bookedOn": moment(told.get("at")) if told.get("day_kind") == DayKind.BOOKING else None,
                "thb:valueOn": moment(told.get("value_on")),
                "thb:bookingStatus": told.get("status"),
                "thb:isReversal": truth(told.get("is_reversal")),
                "thb:balanceAfter": decimal(told.get("balance_after")),
                "thb:transactionHash": reference if _HASH.fullmatch(reference) else None,
                "thb:accountStatement": self._ids.link("account-statement", told.get("statement_id")),
                **self._source(told),
            }
        )

    def _hand_over(self, told: Row) -> Node:
        return filled(
            {
                "@id": self._ids.of("hand-over", told["id"]),
                "@type": ["thb:HandOver", "uco-core:UcoObject"],
                "uco-core:name": told["number"],
                "uco-core:objectStatus": status_of(told),
                "thb:handOverKind": told.get("kind"),
                "thb:payer": self._ids.link("person", told.get("payer_id")),
                "thb:receiver": self._ids.link("person", told.get("receiver_id")),
                **_amount(told),
                "thb:handedOverOn": moment(told.get("at")),
                **self._source(told),
            }
        )

    def _source(self, told: Row) -> Node:
        return {
            "thb:exhibit": self._ids.link("provenance", told.get("exhibit_id")),
            "thb:sourceRow": told.get("source"),
        }


def _amount(told: Row) -> Node:
    return {
        "thb:amount": decimal(told.get("amount")),
        "thb:amountTo": decimal(told.get("amount_to")),
        "thb:isAbout": truth(told.get("is_about")),
        "thb:currency": told.get("currency"),
    }


def _number(kind: str, number: Value) -> Value:
    """Return the number of an account as pages print it: that of a card is never told whole."""
    return printed_as(kind, number) if isinstance(number, str) else None
