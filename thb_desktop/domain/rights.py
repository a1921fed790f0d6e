"""Rights: what each role may do in a vault. Services, manual and window all read this one table.

Inside a vault these are rules of the program: whoever has the database's key can bypass them. What must be
closed to them too is in compartments, whose keys are given with the right (`COMPARTMENT_RIGHTS`).
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from thb_desktop.domain.vocabulary import Compartment, UserRole


class Right(StrEnum):
    """One thing that a role may or may not do. Writing does not include removing, and releasing is a separate
    right.
    """

    SEE_OFFICE = "SEE_OFFICE"
    OWN_KEYS = "OWN_KEYS"
    SEE_CASES = "SEE_CASES"
    READ_CASE = "READ_CASE"
    READ_TESTIMONY = "READ_TESTIMONY"
    READ_EXHIBITS = "READ_EXHIBITS"
    OPEN_FILES = "OPEN_FILES"
    READ_CUSTODY = "READ_CUSTODY"
    READ_FINANCE = "READ_FINANCE"
    READ_IDENTITIES = "READ_IDENTITIES"
    READ_ASSESSMENTS = "READ_ASSESSMENTS"
    READ_KEY_MATERIAL = "READ_KEY_MATERIAL"
    EDIT_CASE = "EDIT_CASE"
    EDIT_TESTIMONY = "EDIT_TESTIMONY"
    LANGUAGE_WORK = "LANGUAGE_WORK"
    EDIT_FINANCE = "EDIT_FINANCE"
    SIGN_RECORDS = "SIGN_RECORDS"
    REGISTER_EXHIBITS = "REGISTER_EXHIBITS"
    RECORD_CUSTODY = "RECORD_CUSTODY"
    RELEASE_EXHIBITS = "RELEASE_EXHIBITS"
    DESTROY_EXHIBITS = "DESTROY_EXHIBITS"
    PREPARE_BUNDLES = "PREPARE_BUNDLES"
    RELEASE_BUNDLES = "RELEASE_BUNDLES"
    MANAGE_USERS = "MANAGE_USERS"
    MANAGE_RECOVERY = "MANAGE_RECOVERY"
    HAND_OVER = "HAND_OVER"
    CHECK_HEALTH = "CHECK_HEALTH"
    BACK_UP = "BACK_UP"
    RESTORE = "RESTORE"
    READ_CONSULTATIONS = "READ_CONSULTATIONS"
    SECOND = "SECOND"
    ASSIGN_WORK = "ASSIGN_WORK"
    WORK_ON_ASSIGNMENT = "WORK_ON_ASSIGNMENT"


_EVERYBODY = frozenset({Right.SEE_OFFICE, Right.OWN_KEYS, Right.SEE_CASES, Right.CHECK_HEALTH})
_READING = frozenset(
    {Right.READ_CASE, Right.READ_TESTIMONY, Right.READ_EXHIBITS, Right.OPEN_FILES, Right.READ_CUSTODY}
) | {Right.READ_FINANCE}
_HEAD = frozenset(Right) - {Right.WORK_ON_ASSIGNMENT}
"""The magistrate in charge of the vault: every right in it, many of them only with a second person."""

RIGHTS: Mapping[UserRole, frozenset[Right]] = MappingProxyType(
    {
        UserRole.INVESTIGATING_JUDGE: _HEAD,
        UserRole.PROSECUTOR: _HEAD,
        UserRole.CLERK: _EVERYBODY
        | _READING
        | {
            Right.READ_IDENTITIES,
            Right.EDIT_CASE,
            Right.EDIT_TESTIMONY,
            Right.LANGUAGE_WORK,
            Right.EDIT_FINANCE,
            Right.REGISTER_EXHIBITS,
            Right.RECORD_CUSTODY,
            Right.PREPARE_BUNDLES,
            Right.BACK_UP,
            Right.SECOND,
            Right.ASSIGN_WORK,
        },
        UserRole.EVIDENCE_CUSTODIAN: _EVERYBODY
        | {
            Right.READ_EXHIBITS,
            Right.READ_CUSTODY,
            Right.READ_KEY_MATERIAL,
            Right.REGISTER_EXHIBITS,
            Right.RECORD_CUSTODY,
            Right.SECOND,
        },
        UserRole.ANALYST: _EVERYBODY | _READING | {Right.EDIT_FINANCE},
        UserRole.ADMINISTRATOR: _EVERYBODY
        | {Right.MANAGE_USERS, Right.MANAGE_RECOVERY, Right.BACK_UP, Right.RESTORE, Right.SECOND},
        UserRole.AUDITOR: _EVERYBODY | {Right.READ_CUSTODY, Right.READ_CONSULTATIONS},
        UserRole.INTERPRETER: frozenset(),
    }
)
"""The rights of each role: only what the law requires. An interpreter has no right over a vault: they sign as
a guest at a colleague's desk, and work in the store of an assignment.
"""

STORE_RIGHTS: Mapping[UserRole, frozenset[Right]] = MappingProxyType(
    {
        **{
            role: frozenset({Right.ASSIGN_WORK})
            for role, rights in RIGHTS.items()
            if Right.ASSIGN_WORK in rights
        },
        UserRole.INTERPRETER: frozenset(
            {Right.WORK_ON_ASSIGNMENT, Right.LANGUAGE_WORK, Right.READ_TESTIMONY}
            | {Right.SEE_OFFICE, Right.OWN_KEYS}
        ),
    }
)
"""The rights in the store of an assignment, where every row is assigned: the interpreter works and reads, and
whoever assigned it founded it.
"""

FOUNDERS = frozenset(role for role, rights in RIGHTS.items() if rights == _HEAD)
"""Who may make a vault. With any other first user, nobody could ever get the other rights."""

COMPARTMENT_RIGHTS: Mapping[Compartment, Right] = MappingProxyType(
    {
        Compartment.IDENTITIES: Right.READ_IDENTITIES,
        Compartment.ASSESSMENTS: Right.READ_ASSESSMENTS,
        Compartment.KEY_MATERIAL: Right.READ_KEY_MATERIAL,
        Compartment.ROOT_KEY: Right.MANAGE_USERS,
    }
)
"""The right with which the key of each compartment is given."""


def role_named(code: str) -> UserRole:
    """Return a role by its code. One that this version does not know equals no other, and has no right."""
    if code in UserRole.__members__:
        return UserRole(code)
    unknown = str.__new__(UserRole, code)
    unknown._name_ = unknown._value_ = code
    return unknown


def is_known(role: UserRole) -> bool:
    """Whether this version knows a role: a later one may add some."""
    return role.value in UserRole.__members__


def may(role: UserRole, right: Right, *, in_store: bool = False) -> bool:
    """Whether a role has a right, in a vault or in the store of an assignment; an unknown role has none."""
    return right in (STORE_RIGHTS if in_store else RIGHTS).get(role, frozenset())


def compartments_of(role: UserRole) -> frozenset[Compartment]:
    """Return the compartments whose keys a role is given."""
    return frozenset(part for part, right in COMPARTMENT_RIGHTS.items() if may(role, right))
