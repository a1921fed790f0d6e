"""Permission: the one place where a service declares its right, and where a role is refused."""

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, signature
from typing import Concatenate, Protocol

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.rights import Right
from thb_desktop.vault.database import database_medium

RULE = "__right__"
"""Attribute of a guarded function that holds the required right; a test checks it for every service."""
LOGS = "__logs__"
"""Attribute that holds what the function writes into the log of consultations, or None."""


class Holder(Protocol):
    """Something with rights: a session. depth: how many guarded services are running, nested."""

    depth: int

    @property
    def vault_id(self) -> str: ...

    def require(self, right: Right) -> None: ...

    def consulted(self, kind: Consulted, subject: str) -> None: ...


def permitted[Asked: Holder, **Rest, Answer](
    right: Right, *, logs: Consulted | None = None
) -> Callable[[Callable[Concatenate[Asked, Rest], Answer]], Callable[Concatenate[Asked, Rest], Answer]]:
    """Let only users with this right call the service; anybody else gets NotAllowedError.

    logs: what the caller of this service views. It is written into the log of consultations before the answer
    is given, with the first argument as its subject (the vault if there is none), once in a session. If
    another service calls this one, the consultation is that service's, and is not written separately.

    A read too may be refused by the medium: after a write for which there was no room, the next read first
    takes back what was half written. The service raises what `database_medium` does.
    """

    def guard(
        service: Callable[Concatenate[Asked, Rest], Answer],
    ) -> Callable[Concatenate[Asked, Rest], Answer]:
        first = _name_of_first(service)

        @wraps(service)
        def guarded(session: Asked, /, *rest: Rest.args, **named: Rest.kwargs) -> Answer:
            with database_medium():
                session.require(right)
                session.depth += 1
                try:
                    answer = service(session, *rest, **named)
                finally:
                    session.depth -= 1
                if logs is not None and session.depth == 0:
                    subject = rest[0] if rest else named.get(first, session.vault_id)
                    session.consulted(logs, str(subject))
                return answer

        setattr(guarded, RULE, right)
        setattr(guarded, LOGS, logs)
        return guarded

    return guard


def _name_of_first(service: Callable[..., object]) -> str:
    """Return the name of the first argument after the session, for calls by keyword."""
    after = list(signature(service).parameters.values())[1:2]
    return after[0].name if after and after[0].kind is Parameter.POSITIONAL_OR_KEYWORD else ""
