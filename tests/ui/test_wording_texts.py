"""The wording of a certificate: what somebody wrote stays with the words into which it was written."""

from pytestqt.qtbot import QtBot

from thb_desktop.domain.certificates import CertificateElement
from ui.language_work.wording_texts import WordingTexts
from ui.widgets.text_edit import PlainTextEdit

E = CertificateElement
GENT = {E.LINGUIST: "I, N.,", E.PLACE_AND_TIME: "Done at\u00a0Gent."}
BRUSSEL = GENT | {E.PLACE_AND_TIME: "Done at Brussel."}


def shown(texts: WordingTexts) -> tuple[str, str]:
    return tuple(texts.elements[each].toPlainText() for each in GENT)  # type: ignore[return-value]  # two


def below(texts: WordingTexts) -> list[str]:
    fields = (each for each in texts.findChildren(PlainTextEdit) if each.isReadOnly())
    return [each.toPlainText() for each in fields]


def opened(qtbot: QtBot) -> WordingTexts:
    texts = WordingTexts()
    qtbot.addWidget(texts)
    texts.show()
    return texts


def test_an_element_names_no_former_place_and_what_was_written_stands_below(qtbot: QtBot):
    texts = opened(qtbot)
    texts.show_filled("t", GENT)
    texts.elements[E.LINGUIST].setPlainText("I, Nadia,")
    texts.elements[E.PLACE_AND_TIME].setPlainText("Done at Gent, in room 2.")

    again = texts.show_filled("t", BRUSSEL)

    assert again == [E.PLACE_AND_TIME]
    assert shown(texts) == ("I, Nadia,", "Done at Brussel.")
    assert below(texts) == ["Done at Gent, in room 2."]
    assert texts.show_filled("t", GENT) == []
    assert shown(texts) == ("I, Nadia,", "Done at Gent, in room 2.")


def test_what_was_set_back_does_not_come_again(qtbot: QtBot):
    texts = opened(qtbot)
    texts.show_filled("t", GENT)
    texts.elements[E.LINGUIST].setPlainText("I, Nadia,")
    texts.show_filled("t", GENT)
    texts.elements[E.LINGUIST].setPlainText("I, N.,")

    assert texts.show_filled("t", GENT) == []

    assert shown(texts) == tuple(GENT.values())


def test_words_of_one_wording_are_in_no_other_one(qtbot: QtBot):
    texts = opened(qtbot)
    texts.show_filled("one", GENT)
    texts.elements[E.LINGUIST].setPlainText("I, Nadia,")

    texts.show_filled("other", GENT)

    assert shown(texts) == tuple(GENT.values())
    assert below(texts) == []
    hidden = texts.written.keys() - texts.filled.keys()
    assert [texts.written[each].toPlainText() for each in hidden] == ["I, Nadia,"]
    assert {texts.written[each].toPlainText() for each in texts.filled} >= set(GENT.values())


def test_a_draft_brings_back_what_was_written_into_these_words_alone(qtbot: QtBot):
    before, texts = opened(qtbot), opened(qtbot)
    before.show_filled("t", GENT)
    name = next(each for each in before.filled if E.PLACE_AND_TIME in each)
    texts.make_room(name)
    texts.written[name].setPlainText("Done at Gent, in room 2.")

    assert texts.show_filled("t", BRUSSEL) == [E.PLACE_AND_TIME]
    assert shown(texts)[1] == "Done at Brussel."
    texts.show_filled("t", GENT)

    assert shown(texts)[1] == "Done at Gent, in room 2."
