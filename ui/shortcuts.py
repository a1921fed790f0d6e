"""Every key of the window in one place, for the windows and for the overview."""

from ui.text import translate

LOCK = "Ctrl+L"
OVERVIEW = "F1"
SETTINGS = "Ctrl+,"
QUIT = "Ctrl+Q"
SEARCH = "Ctrl+F"
NEW = "Ctrl+N"
NEW_SEGMENT = "Ctrl+Shift+N"
SAVE = "Ctrl+S"
EDIT = "F2"
NEXT = "Ctrl+Return"
ADD_FILES = "Ctrl+O"
HAND_OVER = "F12"
NEXT_STEP = "F9"
NEXT_TO_DO = "Ctrl+Down"


def overview() -> list[tuple[str, str]]:
    """Return pairs of a key and its effect."""
    return [
        (
            "Ctrl+1 \u2026 Ctrl+7",
            translate("keys", "Go to a page: cases, interviews, exhibits, custody, export, health, office"),
        ),
        (LOCK, translate("keys", "Lock the vault at once; what is typed in a record is saved as a draft")),
        (OVERVIEW, translate("keys", "Show this overview")),
        (SETTINGS, translate("keys", "Settings")),
        (QUIT, translate("keys", "Lock and close the program")),
        (SEARCH, translate("keys", "Search in the list")),
        (NEW, translate("keys", "New case, interview, exhibit or custody event, by page")),
        (NEW_SEGMENT, translate("keys", "Add a turn to the record that is open")),
        (EDIT, translate("keys", "Edit the chosen side of the turn")),
        (SAVE, translate("keys", "Save the turn being edited")),
        (NEXT, translate("keys", "Save the turn and go on to the next one; in a form, its main button")),
        ("Esc", translate("keys", "Leave the editor, keep the text as a draft; close a dialog")),
        (ADD_FILES, translate("keys", "Add files to the exhibit")),
        (
            HAND_OVER,
            translate("keys", "Interpreters: give out work, hand the screen over and back"),
        ),
        (NEXT_STEP, translate("keys", "In an assignment: sign the whole record")),
        (NEXT_TO_DO, translate("keys", "In an assignment: the next turn that is not done")),
        ("Ctrl+Shift+V", translate("keys", "Show or hide a passphrase while typing")),
        ("Tab, Shift+Tab", translate("keys", "Next or previous control")),
        (translate("keys", "Arrow keys, Enter"), translate("keys", "Choose in a list, open what is chosen")),
    ]
