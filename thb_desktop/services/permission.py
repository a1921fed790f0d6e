"""Permission: the one place where a service says which right it asks for, and where a role is refused."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, Protocol

from thb_desktop.domain.rights import Right

RULE = "__right__"
"""Under this name a guarded function carries its right; a test asks every service for it."""


class Holder(Protocol):
    """Who can be asked for a right: a session."""

    def require(self, right: Right) -> None: ...


def permitted[Asked: Holder, **Rest, Answer](
    right: Right,
) -> Callable[[Callable[Concatenate[Asked, Rest], Answer]], Callable[Concatenate[Asked, Rest], Answer]]:
    """Let only users whose role holds this right call the service; anybody else gets NotAllowedError."""

    def guard(
        service: Callable[Concatenate[Asked, Rest], Answer],
    ) -> Callable[Concatenate[Asked, Rest], Answer]:
        @wraps(service)
        def guarded(session: Asked, /, *rest: Rest.args, **named: Rest.kwargs) -> Answer:
            session.require(right)
            return service(session, *rest, **named)

        setattr(guarded, RULE, right)
        return guarded

    return guard
