"""Files of translators by real keys, each with a mistake: the sentence says which, and nothing is written."""

from contextlib import closing
from pathlib import Path

from tests.support.assigned_window import office_with_record
from tests.support.clerk import Clerk
from tests.support.controllers import reopen
from tests.support.driven_language import refuses, sends
from tests.support.vaults import PASSPHRASE
from tests.ui.test_exchange_walk import change
from thb_desktop.exchange.formats import ExchangeFormat
from thb_desktop.services.testimony import segments
from thb_desktop.vault.tables import registry

SAID = (("1", "أين كنت؟", ""), ("2", "كنت في البيت مع أختي.", ""))
FORMS = {
    "XLIFF": (ExchangeFormat.XLIFF, "T-01-ar-nl.xlf"),
    "Table for Word": (ExchangeFormat.DOCX, "T-01-ar-nl.docx"),
    "Table for Excel": (ExchangeFormat.XLSX, "T-01-ar-nl.xlsx"),
}


def test_a_file_with_a_mistake_is_refused_with_its_sentence_in_each_form(clerk: Clerk, tmp_path: Path):
    vault, folder, other = tmp_path / "vault", clerk.screen.home / "sent", clerk.screen.home / "photo.docx"
    folder.mkdir()
    other.write_bytes(b"\x89PNG\r\n\x1a\n no table")
    office_with_record(vault, SAID)
    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Translations", "ctrl+8")
    for name, (form, file) in FORMS.items():
        sends(clerk, name, folder)
        change(folder / file, form, SAID[1][1].split()[0], "xx")
        refuses(clerk, folder / file, "the original text was changed in the file")
        (folder / file).rename(folder / f"spoilt-{file}")
    refuses(clerk, other, "The office file is damaged, or packed in a way that this program does not unpack")
    sends(clerk, "XLIFF", folder)
    clerk.leaves()
    with closing(reopen(vault)) as session:
        turn = registry.SEGMENT.all(session.read)[-1]
        segments.set_source(session, turn.id, "كنت في البيت وحدي.")
    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Translations", "ctrl+8")
    clerk.sees("Files", "button menu")
    refuses(clerk, folder / "T-01-ar-nl.xlf", "the original was changed here after the file was sent out")
    clerk.leaves()

    with closing(reopen(vault)) as session:
        assert registry.RENDERING_VERSION.all(session.read) == ()
    assert clerk.screen.errors() == ""
