"""Fields of accounts, wallets and transactions."""

from thb_desktop.domain.fields import Description, Editor, Field, Phase
from thb_desktop.domain.finance import Account, Transaction
from thb_desktop.domain.vocabulary import AccountKind

_ALWAYS = Phase.ALWAYS

ACCOUNT = Description(
    name="account",
    entity=Account,
    fields=(
        Field(name="number", section="account", editor=Editor.LINE, until=_ALWAYS, required=True),
        Field(
            name="kind",
            section="account",
            editor=Editor.CODE,
            codes=AccountKind,
            until=_ALWAYS,
            required=True,
        ),
        Field(
            name="identifier",
            section="account",
            editor=Editor.LINE,
            until=_ALWAYS,
            required=True,
            rules=("V-F-01", "V-F-02"),
        ),
        Field(name="network", section="account", editor=Editor.LINE, until=_ALWAYS),
        Field(name="currency", section="account", editor=Editor.LINE, until=_ALWAYS),
        Field(name="holder", section="account", editor=Editor.LINE, until=_ALWAYS),
        Field(
            name="statement_id",
            section="account",
            editor=Editor.REFERENCE,
            refers_to="exhibit",
            until=_ALWAYS,
        ),
        Field(name="note", section="account", editor=Editor.TEXT, until=_ALWAYS, printed=False),
    ),
    internal=("id", "case_id", "checksum", "struck"),
)

TRANSACTION = Description(
    name="money_transaction",
    entity=Transaction,
    fields=(
        Field(name="at", section="transaction", editor=Editor.PARTIAL_DATE, until=_ALWAYS, required=True),
        Field(
            name="amount",
            section="transaction",
            editor=Editor.AMOUNT,
            until=_ALWAYS,
            required=True,
            rules=("V-F-04",),
        ),
        Field(
            name="currency",
            section="transaction",
            editor=Editor.LINE,
            until=_ALWAYS,
            required=True,
            rules=("V-F-04",),
        ),
        Field(
            name="from_account_id",
            section="transaction",
            editor=Editor.REFERENCE,
            refers_to="account",
            until=_ALWAYS,
        ),
        Field(
            name="to_account_id",
            section="transaction",
            editor=Editor.REFERENCE,
            refers_to="account",
            until=_ALWAYS,
        ),
        Field(name="counterparty", section="transaction", editor=Editor.LINE, until=_ALWAYS),
        Field(name="reference", section="transaction", editor=Editor.LINE, until=_ALWAYS),
        Field(name="text", section="transaction", editor=Editor.LINE, until=_ALWAYS),
    ),
    internal=("id", "case_id", "struck"),
)
