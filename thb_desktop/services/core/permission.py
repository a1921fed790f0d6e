"""Permission: the one place where a service says which right it asks for, and where a role is refused."""

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, signature
from typing import Concatenate, Protocol

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.rights import Right

RULE = "__right__"
"""Under this name a guarded function carries its right; a test asks every service for it."""
LOGS = "__logs__"
"""Under this name it carries what it writes into the journal of consultations, or None."""


class Holder(Protocol):
    """Who can be asked for a right: a session. depth: how many guarded services are at work, nested."""

    depth: int

    @property
    def vault_id(self) -> str: ...

    def require(self, right: Right) -> None: ...

    def consulted(self, kind: Consulted, subject: str) -> None: ...


def permitted[Asked: Holder, **Rest, Answer](
    right: Right, *, logs: Consulted | None = None
) -> Callable[[Callable[Concatenate[Asked, Rest], Answer]], Callable[Concatenate[Asked, Rest], Answer]]:
    """Let only users whose role holds this right call the service; anybody else gets NotAllowedError.

    logs: what a caller of this service looks at; it goes into the journal of consultations before the answer
    is given, with the first argument as its subject (the vault where there is none), once in a session. What
    another service asks for on its way is that service's consultation, and not written apart.
    """

    def guard(
        service: Callable[Concatenate[Asked, Rest], Answer],
    ) -> Callable[Concatenate[Asked, Rest], Answer]:
        first = _name_of_first(service)

        @wraps(service)
        def guarded(session: Asked, /, *rest: Rest.args, **named: Rest.kwargs) -> Answer:
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
    """What the first argument after the session is called, when it is not given by its place."""
    after = list(signature(service).parameters.values())[1:2]
    return after[0].name if after and after[0].kind is Parameter.POSITIONAL_OR_KEYWORD else ""
