"""The texts of cautions that the office uses: each change is a version, and nobody else's right."""

import pytest

from tests.support.offices import Small
from thb_desktop.domain.caution_text import in_use
from thb_desktop.domain.vocabulary import CautionCode
from thb_desktop.errors import CautionTextError
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import caution_texts

BREAKS, LAWYER = CautionCode.RIGHT_TO_BREAKS, CautionCode.RIGHT_TO_LAWYER


def test_a_text_is_entered_in_versions_and_the_newest_is_in_use(session: Session, small: Small):
    first = caution_texts.set_caution_text(session, code=BREAKS, language="vi", text=" Anh có thể nghỉ. ")
    second = caution_texts.set_caution_text(session, code=BREAKS, language="vi", text="Anh có thể xin nghỉ.")
    other = caution_texts.set_caution_text(
        session, code=LAWYER, language="vi", text="Anh có quyền có luật sư."
    )

    listed = caution_texts.list_caution_texts(session)

    assert [each.version for each in (first, second, other)] == [1, 2, 1]
    assert set(listed) == {first, second, other}
    assert first.text == "Anh có thể nghỉ."
    assert in_use(listed) == {(BREAKS, "vi"): second.text, (LAWYER, "vi"): other.text}
    assert second.made_by == session.user.id


@pytest.mark.parametrize(("language", "text"), [("", "words"), ("vi", " "), ("vi", "the same")])
def test_a_text_without_language_or_words_and_the_present_one_are_refused(
    session: Session, small: Small, language: str, text: str
):
    caution_texts.set_caution_text(session, code=BREAKS, language="vi", text="the same")

    with pytest.raises(CautionTextError):
        caution_texts.set_caution_text(session, code=BREAKS, language=language, text=text)

    assert len(caution_texts.list_caution_texts(session)) == 1
