"""Connected: things that lead to one another by pairs."""

from collections.abc import Iterable


def connected(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return one of them for each thing in a pair, the same for all that lead to one another."""
    top: dict[str, str] = {}

    def root(thing: str) -> str:
        while (above := top.get(thing, thing)) != thing:
            top[thing] = top.get(above, above)
            thing = above
        return thing

    things = dict[str, None]()
    for one, other in pairs:
        things |= {one: None, other: None}
        top[root(one)] = root(other)
    return {each: root(each) for each in things}
