"""Who said that the account that a file names is one of the case, written in another way."""

from collections.abc import Mapping

from thb_desktop.domain.finance import BankStatement
from ui.clock import when_here
from ui.text import NONE, isolate, isolate_words, listed, translate


class SaidOfAccounts:
    """statements: those of the case."""

    def __init__(self) -> None:
        self.statements: tuple[BankStatement, ...] = ()

    def names(self, account_id: str) -> str:
        """Return how files name an account in another way, by statements that stand."""
        named = (
            isolate(each.account_named)
            for each in self.statements
            if each.account_id == account_id and each.account_named and not each.struck
        )
        return listed(dict.fromkeys(named))

    def of(self, entry_id: str, names: Mapping[str, str], users: Mapping[str, str]) -> str:
        """Return what was said of an account, or of the account of a statement. names: of accounts, by id."""
        about = (each for each in self.statements if entry_id in (each.id, each.account_id))
        return "\n".join(filter(None, (_said(each, names, users) for each in about)))


def _said(statement: BankStatement, names: Mapping[str, str], users: Mapping[str, str]) -> str:
    if statement.same_by is None or statement.same_at is None:
        return ""
    sentence = translate(
        "accounts",
        "{statement}: the file names the account {named}. {who} said on {when} "
        "that it is {account}: {because}",
    )
    said = sentence.format(
        statement=isolate(statement.number),
        named=isolate(statement.account_named),
        who=isolate_words(users.get(statement.same_by, NONE)),
        when=when_here(statement.same_at),
        account=names.get(statement.account_id, NONE),
        because=isolate_words(statement.same_because),
    )
    struck = translate("accounts", "The statement was struck out.") if statement.struck else ""
    return " ".join(filter(None, (said, struck)))
