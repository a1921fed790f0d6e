"""The lists of what goes into a bundle, each under its heading."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QVBoxLayout

from ui.export.checklist import Checklist
from ui.export.offering import Offer, OfferedExhibit
from ui.labels import language_name
from ui.text import isolate, translate
from ui.widgets.basic import Label, Part, button, row
from ui.widgets.tick_list import Entry


class ContentLists:
    """Nothing is ticked by the program but the languages, so that a record is printed whole."""

    def __init__(self, column: QVBoxLayout) -> None:
        """column: in which they stand, one below the other."""
        self.interviews = Checklist(translate("ExportView", "Interviews"))
        self.translations = Checklist(translate("ExportView", "Translations"))
        self.exhibits = Checklist(translate("ExportView", "Exhibits"))
        self.contents = Checklist(translate("ExportView", "Exhibits of which content is printed"))
        self.languages = Checklist(translate("ExportView", "Languages"))
        self.further = Checklist(translate("ExportView", "Further entries"))
        self._numbers: dict[str, str] = {}
        """The number of each listed exhibit, by its id."""
        whole = translate(
            "ExportView", "All are ticked, so that a record is printed whole; untick what is left out."
        )
        printed = translate(
            "ExportView",
            "Of these, the beginning of each file is read and printed under the sheet of the exhibit. * "
            "By the name of a file, as pictures (also the first pages of a PDF): what they show is not "
            "searched for names. No file is opened before it is ticked; the checks of the prepared pages go "
            "by its content.",
        )
        for text, chosen, note in (
            (translate("ExportView", "&Interviews"), self.interviews, ""),
            (translate("ExportView", "&Translations beside them"), self.translations, ""),
            (translate("ExportView", "E&xhibits"), self.exhibits, ""),
            (translate("ExportView", "Exhibits of which content is printed"), self.contents, printed),
            (translate("ExportView", "La&nguages of the columns"), self.languages, whole),
            (translate("ExportView", "Further entries, by name"), self.further, ""),
        ):
            heading = Label(text, Part.CAPTION)
            heading.setBuddy(chosen)
            everything = button(translate("ExportView", "All or none"), chosen.toggle, part="quiet")
            named = translate("ExportView", "All or none: {list}").format(list=text.replace("&", ""))
            everything.setAccessibleName(named)
            column.addLayout(row(heading, None, everything))
            column.addWidget(chosen)
            if note:
                column.addWidget(Label(note, Part.MUTED, wrap=True))

    def __iter__(self) -> Iterator[Checklist]:
        yield from (self.interviews, self.translations, self.exhibits)
        yield from (self.contents, self.languages, self.further)

    def clear(self) -> None:
        self._numbers = {}
        for each in self:
            each.clear()

    def show(self, offer: Offer) -> None:
        """List what is offered beside the exhibits."""
        self.interviews.fill(offer.records)
        self.translations.fill(offer.translations)
        self.languages.fill(
            [Entry(shown=language_name(tag), value=tag) for tag in offer.languages], at_first=True
        )
        self.further.fill(offer.further)

    def show_exhibits(self, found: Sequence[OfferedExhibit], *, first: bool) -> None:
        """List these exhibits; further ones join those that are listed."""
        if first:
            self._numbers = {}
        self._numbers.update((each.id, each.number) for each in found)
        lists = (
            (self.exhibits, [each.entry for each in found]),
            (self.contents, [each.content for each in found]),
        )
        for each, entries in lists:
            if first:
                each.fill(entries)
            else:
                each.add(entries)

    def lacks_exhibit(self) -> str:
        """Return that an exhibit is not chosen of which content would be printed; empty if there is none."""
        chosen = frozenset(self.exhibits.chosen())
        for each in self.contents.chosen():
            if each not in chosen and each in self._numbers:
                told = translate(
                    "ExportView",
                    "Content of exhibit {number} cannot be printed without its sheet. Please choose that "
                    "exhibit too.",
                )
                return told.format(number=isolate(self._numbers[each]))
        return ""
