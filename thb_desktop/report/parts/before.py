"""What the records of a bundle said before: long words that a later one has too are told once."""

from dataclasses import replace

from thb_desktop.report.parts.alike import Alike
from thb_desktop.report.parts.compact import Block
from thb_desktop.report.parts.setting import Setting
from thb_desktop.words import capital

_LONG = 80
"""Characters; what is shorter is told again: a reader finds it as fast as the place where it stands."""


class Before:
    """The long words of the records that were drawn, each with the number of the first that has them; alike:
    what all say, which stands above them.
    """

    def __init__(self, alike: Alike | None = None) -> None:
        self.alike = alike or Alike()
        self._first: dict[object, str] = {}

    def shortened(self, setting: Setting, block: Block, number: str) -> Block:
        """Return a block of this record with the number of an earlier one in place of what that one says in
        the same words. Only what differs in no character is the same; what it is about stays.
        """
        told = sum(len(text) for fact in block.facts for text in fact)
        if not block.is_described and not block.leads and told >= _LONG:
            first = self._first.setdefault((block.heading, *block.facts), number)
            if first != number:
                return replace(block, facts=[(capital(_as_in(setting, first)), "")])
        facts = [self._shortened(setting, block, each, number) for each in block.facts]
        return replace(block, facts=facts)

    def _shortened(
        self, setting: Setting, block: Block, fact: tuple[str, str], number: str
    ) -> tuple[str, str]:
        name, value = fact
        lead = block.leads.get(name, "")
        if len(value or name) < _LONG or not (value or lead):
            return fact
        first = self._first.setdefault(fact, number)
        if first == number:
            return fact
        same = _as_in(setting, first)
        return (name, same) if value else (setting.named(lead, same), "")


def _as_in(setting: Setting, number: str) -> str:
    return setting.words.interview.as_before.format(record=number)
