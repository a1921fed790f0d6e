"""What tests of keys share."""

from tests.support.cards import cards

__all__ = ["cards"]
