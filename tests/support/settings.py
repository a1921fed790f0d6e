"""The pages of a bundle before anything is drawn on them."""

from thb_desktop.domain.bundle import BundleContent
from thb_desktop.report.document.archive import Properties
from thb_desktop.report.document.document import Document
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import PORTRAIT
from thb_desktop.report.words import words_in


def english_setting(content: BundleContent) -> Setting:
    """Pages in English, upright."""
    properties = Properties(title="", language="en", software="", made_at=content.release.made_at)
    return Setting(content, words_in("en"), Flow(Document(properties=properties), geometry=PORTRAIT))
