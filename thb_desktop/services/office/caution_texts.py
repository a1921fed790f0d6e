"""The texts of cautions that the office uses, in versions."""

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.caution_text import CautionText
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import CautionCode
from thb_desktop.errors import CautionTextError
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import registry


@permitted(Right.SIGN_RECORDS)
def set_caution_text(session: Session, *, code: CautionCode, language: str, text: str) -> CautionText:
    """Enter the next version of the text of a caution. Records keep the words that were said.

    Raises CautionTextError without a language or a text, or where nothing differs.
    """
    if is_blank(language) or is_blank(text):
        raise CautionTextError("the text of a caution has a language and words")
    wanted = (code, language.strip())
    same = [each for each in list_caution_texts(session) if (each.code, each.language) == wanted]
    if same and same[-1].text == text.strip():
        raise CautionTextError("this is the text that the office has already")
    with session.work() as work:
        made = CautionText(
            id=RowId(work.new_id()),
            code=code,
            language=wanted[1],
            version=len(same) + 1,
            text=text.strip(),
            made_by=session.user.id,
            at=work.at,
        )
        work.save(made)
        work.record(session.vault_id, VaultAction.CAUTION_TEXT_SET)
    return made


@permitted(Right.SEE_OFFICE)
def list_caution_texts(session: Session) -> tuple[CautionText, ...]:
    """List all versions of all texts, by caution, language and version."""
    return registry.CAUTION_TEXT.all(session.read)
