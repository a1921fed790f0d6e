"""Without network: the signing library imports an HTTP client that this program never calls."""

import sys
import types


def keep_client_out() -> None:
    """Put something empty in the place of the client, before pyHanko is imported."""

    def missing(name: str) -> type[Exception]:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (Exception,), {})

    if "aiohttp" not in sys.modules:
        stand_in = types.ModuleType("aiohttp")
        stand_in.__dict__["__getattr__"] = missing
        sys.modules["aiohttp"] = stand_in
