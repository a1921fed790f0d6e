"""The medium refused."""

from thb_desktop.errors.base import ThbError


class StorageError(ThbError):
    """The medium refused."""

    code = "storage"
    exit_code = 30


class DiskFullError(StorageError):
    """The medium has no room left."""

    code = "disk-full"
    exit_code = 31


class ReadOnlyError(StorageError):
    """The medium or folder cannot be written to."""

    code = "read-only"
    exit_code = 32


class OldWayLeftError(StorageError):
    """The change is made and recorded, but the way it replaces could not be taken away and still opens."""

    code = "old-keyslot-left"


class ChangeUncertainError(StorageError):
    """The medium failed in the last step of keeping a change; the next unlock tells whether it is there."""

    code = "change-uncertain"


class ErasureDueError(StorageError):
    """An erasure is recorded, and the medium did not let go of the content; the next unlock destroys it."""

    code = "erasure-due"


class SourceUnreadableError(StorageError):
    """A file to take in cannot be read."""

    code = "source-unreadable"
    exit_code = 33


class SourceKindError(StorageError):
    """A source is no regular file: a link, a folder, a pipe or a device is not followed."""

    code = "source-not-a-file"
    exit_code = 34


class SourceChangedError(StorageError):
    """A source changed while it was read."""

    code = "source-changed"
    exit_code = 35
