"""Amounts on a page."""

from thb_desktop.domain.money import Span
from thb_desktop.report.parts.setting import Setting


def said_span(setting: Setting, span: Span) -> str:
    """Return an amount, a range or an estimate in words."""
    words = setting.words.finance
    least, most = map(setting.words.amount, span.texts)
    said = words.range.format(least=least, most=most) if most else least
    return words.about.format(amount=said) if span.is_about else said
