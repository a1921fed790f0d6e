"""Money of a sample case: accounts, wallets and transactions."""

from thb_desktop.domain.finance import Account, Transaction
from thb_desktop.domain.finance_fields import ACCOUNT, TRANSACTION
from thb_desktop.domain.ids import AccountId, RowId
from thb_desktop.domain.money import read_amount
from thb_desktop.domain.vocabulary import AccountKind, ChecksumState
from thb_desktop.services.money import finance
from thb_desktop.services.samples.entries import read_entry
from thb_desktop.services.samples.loading import Loading
from thb_desktop.services.samples.node import Node

_COINS = {"bitcoin": "BTC", "ethereum": "ETH", "ether": "ETH", "tron": "TRX", "": ""}


def load_money(loading: Loading) -> None:
    for node in (*loading.data.nodes("bank"), *loading.data.nodes("crypto")):
        account = finance.add_account(loading.session, _account(loading, node))
        loading.accounts[account.number] = account
        loading.step()
        for count, movement in enumerate(node.nodes("tx"), 1):
            place = f"crypto/{account.number}/tx/{count}"
            finance.add_transaction(loading.session, _crypto_transaction(account, movement, place))
            loading.step()
    for count, node in enumerate(loading.data.nodes("transactions"), 1):
        place = f"transactions/{count}"
        finance.add_transaction(loading.session, _bank_transaction(loading, node, place))
        loading.step()


def _account(loading: Loading, node: Node) -> Account:
    is_wallet = "address" in node
    statement = loading.exhibits.get(node.text("statement", ""))
    return read_entry(
        Account,
        ACCOUNT,
        node,
        language=loading.case.language,
        called={"number": "id", "identifier": "address" if is_wallet else "account", "network": "chain"},
        given={
            "id": AccountId(""),
            "case_id": loading.case.id,
            "checksum": ChecksumState.NOT_CHECKED,
            "kind": AccountKind.CRYPTO_ADDRESS if is_wallet else AccountKind.BANK,
            "currency": node.text("token", _COINS.get(node.text("chain", ""), "BTC")) if is_wallet else "",
            "statement_id": statement.id if statement else None,
        },
    )


def _crypto_transaction(account: Account, node: Node, place: str) -> Transaction:
    """A transaction with a receiver leaves the wallet; one without a receiver comes in. place: in data."""
    leaves = "to" in node
    amount, currency = _coins(node.text("amount"), account.currency)
    return read_entry(
        Transaction,
        TRANSACTION,
        node,
        language="",
        called={"reference": "hash", "counterparty": "to"},
        given={
            "id": RowId(""),
            "case_id": account.case_id,
            "from_account_id": account.id if leaves else None,
            "to_account_id": None if leaves else account.id,
            "amount": amount,
            "currency": currency,
            "source": node.text("source", place),
        },
    )


def _coins(text: str, currency: str) -> tuple[str, str]:
    """Return an amount and its coin; the coin may be written behind the amount ("1.5 ETH", "1.5 ether")."""
    amount, _, coin = text.partition(" ")
    return amount, _COINS.get(coin.lower(), coin.upper()) or currency


def _bank_transaction(loading: Loading, node: Node, place: str) -> Transaction:
    amount, currency = read_amount(node.text("amount"))
    sender, receiver = (loading.accounts.get(node.text(name, "")) for name in ("from", "to"))
    return read_entry(
        Transaction,
        TRANSACTION,
        node,
        language=loading.case.language,
        given={
            "id": RowId(""),
            "case_id": loading.case.id,
            "from_account_id": sender.id if sender else None,
            "to_account_id": receiver.id if receiver else None,
            "amount": amount,
            "currency": currency,
            "source": node.text("source", place),
        },
    )
