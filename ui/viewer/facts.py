"""Facts: the names of what a file says of itself, and of what it asks for."""

from thb_desktop.domain.looks import Fact, visible
from ui.text import translate


def fact_words(fact: Fact) -> str:
    """Return the name of a fact: ours where there is one, with the file's own in brackets, or that alone."""
    name = _facts().get(fact.code, "")
    own = visible(fact.key)
    if name and own:
        return f"{name} ({own})"
    return name or own or fact.code


def asked_words(code: str) -> str:
    """Return what a file asked for and did not get."""
    return _asked().get(code, "") or visible(code)


def _facts() -> dict[str, str]:
    return {
        "ACQUIRED": translate("facts", "Acquired"),
        "ALTITUDE": translate("facts", "Altitude"),
        "AUTHOR": translate("facts", "Author"),
        "CAMERA_MAKE": translate("facts", "Maker of the camera"),
        "CAMERA_MODEL": translate("facts", "Model of the camera"),
        "CAPTURED": translate("facts", "Captured"),
        "CASE_NUMBER": translate("facts", "Case number"),
        "COMMENT": translate("facts", "Comment"),
        "COPYRIGHT": translate("facts", "Copyright"),
        "CREATED": translate("facts", "Created"),
        "DESCRIPTION": translate("facts", "Description"),
        "DURATION": translate("facts", "Duration"),
        "ENTRIES": translate("facts", "Entries"),
        "EVIDENCE_NUMBER": translate("facts", "Evidence number"),
        "HEIGHT": translate("facts", "Height"),
        "LATITUDE": translate("facts", "Latitude"),
        "LONGITUDE": translate("facts", "Longitude"),
        "MACROS": translate("facts", "Macros"),
        "MEDIUM_SIZE": translate("facts", "Size of the medium"),
        "MODIFIED": translate("facts", "Modified"),
        "NAME": translate("facts", "Name"),
        "ORIENTATION": translate("facts", "Orientation"),
        "OWNER": translate("facts", "Owner"),
        "SERIAL": translate("facts", "Serial number"),
        "SOFTWARE": translate("facts", "Software"),
        "STREAM": translate("facts", "Stream"),
        "TAKEN": translate("facts", "Taken"),
        "TITLE": translate("facts", "Title"),
        "WIDTH": translate("facts", "Width"),
    }


def _asked() -> dict[str, str]:
    return {
        "SCRIPT": translate("facts", "to run a script"),
        "REMOTE": translate("facts", "to load something from a network"),
        "MACROS": translate("facts", "to run macros"),
        "LAUNCH": translate("facts", "to start a program"),
        "FORM": translate("facts", "to send a form"),
        "EMBEDDED": translate("facts", "to open a file within it"),
    }
