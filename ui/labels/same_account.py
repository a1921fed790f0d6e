"""Who said that the account that a file names is one of the case, written in another way."""

from collections.abc import Iterable, Mapping

from thb_desktop.domain.finance import Account, BankStatement
from thb_desktop.domain.ids import AccountId
from thb_desktop.domain.statement_accounts import account_changed
from ui.clock import when_here
from ui.labels.findings import finding_text
from ui.text import NONE, isolate, isolate_words, listed, translate


class SaidOfAccounts:
    """What the statements of a case say, gathered once: a table asks for each of its rows. Of an account that
    was corrected since, it is said as the account was then.
    """

    def __init__(self) -> None:
        self._about: dict[str, list[BankStatement]] = {}
        self._named: dict[str, dict[str, None]] = {}
        self._accounts: Mapping[AccountId, Account] = {}

    def take(self, statements: Iterable[BankStatement], accounts: Iterable[Account]) -> None:
        """Take all statements of the case, and its accounts as they are now; former ones are forgotten."""
        self._about, self._named = {}, {}
        self._accounts = {each.id: each for each in accounts}
        for each in statements:
            for entry in (each.id, each.account_id):
                self._about.setdefault(entry, []).append(each)
            if each.same_by is not None and not each.struck:
                named = f"{each.account_named} (?)" if self._changed(each) else each.account_named
                self._named.setdefault(each.account_id, {})[named] = None

    def names(self, account_id: str) -> str:
        """Return how files name an account in another way, by statements that stand; with a question mark if
        it was said before the account was corrected.
        """
        return listed(map(isolate, self._named.get(account_id, ())))

    def of(self, entry_id: str, names: Mapping[str, str], users: Mapping[str, str]) -> str:
        """Return what was said of an account, or of the account of a statement. names: of accounts, by id."""
        about = self._about.get(entry_id, ())
        return "\n".join(filter(None, (self._said(each, names, users) for each in about)))

    def _changed(self, statement: BankStatement) -> list[str]:
        return [finding_text(each) for each in account_changed(statement, self._accounts)]

    def _said(self, statement: BankStatement, names: Mapping[str, str], users: Mapping[str, str]) -> str:
        if statement.same_by is None or statement.same_at is None:
            return "" if statement.struck else " ".join(self._changed(statement))
        sentence = translate(
            "accounts",
            "{statement}: the file names the account {named}. {who} said on {when} "
            "that it is {account}, then entered as {then}: {because}",
        )
        said = sentence.format(
            statement=isolate(statement.number),
            named=isolate(statement.account_named),
            who=isolate_words(users.get(statement.same_by, NONE)),
            when=isolate(when_here(statement.same_at)),
            account=names.get(statement.account_id, NONE),
            then=isolate(statement.account_then),
            because=isolate_words(statement.same_because),
        )
        struck = translate("accounts", "The statement was struck out.") if statement.struck else ""
        return " ".join(filter(None, (said, struck, *self._changed(statement))))
