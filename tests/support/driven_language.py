"""Language work by real keys: the ways of linguist and office that several drives share."""

from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import INTERPRETER_PASSPHRASE
from tests.support.vaults import PASSPHRASE

WARNED = "Reason: V-T-04  The linguist's entry does not name this language: Arabic."


# At the desk of a linguist.


def takes_the_screen(clerk: Clerk, secret: str = INTERPRETER_PASSPHRASE) -> None:
    """Give the screen to a linguist, who opens what is assigned to them."""
    clerk.presses("Hand over")
    clerk.waits_for_focus("Your passphrase")
    clerk.screen.types(secret)
    clerk.screen.keys("Return")
    clerk.waits_for_focus("Account")


def types_in_a_turn(clerk: Clerk) -> None:
    """Wait until the cursor is in the editor of a turn, of which no screen reader is told on Linux."""
    clerk.screen.until(lambda: clerk.reader.focus() is None, "no editor is open")


def notes(clerk: Clerk, key: str, dialog: str, text: str, code: str = "") -> None:
    """Note something at the chosen words, and go on writing."""
    clerk.screen.keys(key)
    clerk.sees(dialog, "dialog")
    if code:
        clerk.waits_for_focus("Code or its name")
        clerk.screen.types(code)
        clerk.screen.keys("Return")
    clerk.waits_for_focus("Text of the note")
    clerk.screen.keys("F2")
    clerk.screen.types(text)
    clerk.screen.keys("Return")
    clerk.screen.until(lambda: not clerk.reader.find(dialog, "dialog"), f"{dialog!r} does not close")
    types_in_a_turn(clerk)


# At the office.


def gives_out(clerk: Clerk, answers: dict[str, str]) -> None:
    """Give a record out in the dialog of the interpreters, and the screen to its linguist."""
    clerk.presses("Assign")
    clerk.sees_dialog("Assign a record")
    clerk.fills(answers)
    clerk.reads("it is given out as it stands")
    clerk.takes("Assign a record")
    takes_the_screen(clerk)


def unlocks(clerk: Clerk) -> None:
    """Open the vault after the screen came back."""
    clerk.waits_for_focus("Passphrase")
    clerk.screen.types(PASSPHRASE)
    clerk.screen.keys("Return")
    clerk.sees("Vault and user")


def looks_at_the_return(clerk: Clerk) -> None:
    clerk.screen.keys("F12")
    clerk.presses("Look at what came back")
    clerk.sees_dialog("What came back")


def merges(clerk: Clerk) -> None:
    """Unlock the vault, and merge what came back: both windows say that it did."""
    clerk.reads("The linguist handed back their work.")
    unlocks(clerk)
    clerk.reads("It waits to be merged.")
    looks_at_the_return(clerk)
    clerk.takes("What came back")
    clerk.reads("Merged:")


def takes_back(clerk: Clerk, left: str = "") -> None:
    """Hand the screen back as the linguist, and merge what came back. left: what is said not to be done."""
    clerk.screen.keys("F12")
    if left:
        clerk.sees_dialog("Hand back with work left?")
        clerk.reads(left)
        clerk.presses("Hand back all the same")
    merges(clerk)


def closes(clerk: Clerk, reason: str) -> None:
    """End the assignment in the dialog of the interpreters."""
    clerk.presses("Close")
    clerk.sees("Reason", "text")
    clerk.fills({"Reason": reason})
    clerk.screen.keys("Return")
    clerk.screen.until(lambda: not clerk.reader.find("Reason", "text"), "it does not close")


def answers(clerk: Clerk, query: str, answer: str) -> None:
    """Answer the question of a linguist, where it is shown."""
    clerk.reads(f"Answer\u2026 {query}")
    clerk.reaches(f"Answer\u2026 {query}")
    clerk.screen.keys("Return")
    clerk.waits_for_focus("Answer")
    clerk.screen.types(answer)
    clerk.screen.keys("ctrl+Return")
    clerk.reads(f"Answer again\u2026 {query}")


# Files of translators.


def sends(clerk: Clerk, form: str, folder: Path, *, beside: tuple[str, ...] = ()) -> None:
    """Send the chosen job out in a form, and save the files. beside: the boxes that are ticked."""
    clerk.sees("Files", "button menu")
    clerk.takes_from_menu("Files", "s")
    clerk.sees_dialog("Send out job T-01")
    clerk.fills({"Form": form, "Recipient": "Bureau", "Reason": "for the court"})
    clerk.fills(dict.fromkeys(beside, ""))
    clerk.screen.keys("ctrl+Return")
    clerk.sees_dialog("The files are made")
    clerk.screen.keys("ctrl+Return")
    clerk.chooses_files("Folder for the files", str(folder))
    clerk.reads("Saved in")
    clerk.escapes()


def looks_at_file(clerk: Clerk, file: Path) -> None:
    """Choose a file that came back for the job; what it would change is shown."""
    clerk.takes_from_menu("Files", "i")
    clerk.sees_dialog("Import a file for job T-01")
    clerk.waits_for_focus("File")
    clerk.screen.keys("space")
    clerk.chooses_files("File that came back", str(file))


def refuses(clerk: Clerk, file: Path, sentence: str) -> None:
    """Look at a file that came back, and read why it is refused."""
    looks_at_file(clerk, file)
    clerk.reads(sentence)
    clerk.screen.picture(f"refused-{file.name}")
    clerk.escapes()
