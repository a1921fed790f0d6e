"""Runs first in the built programs. Replaces the HTTP client that pyHanko imports and this program never
calls.
"""

import sys
import types


def _stand_in(name: str) -> type[Exception]:
    if name.startswith("__"):
        raise AttributeError(name)
    return type(name, (Exception,), {})


module = types.ModuleType("aiohttp")
module.__getattr__ = _stand_in  # type: ignore[method-assign]  # a module may have this function (PEP 562)
sys.modules["aiohttp"] = module
