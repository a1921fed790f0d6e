"""Kinship: how one person is related to another, as somebody claims it."""

from enum import StrEnum


class Kinship(StrEnum):
    """What the other person is to this one."""

    PARENT = "PARENT"
    CHILD = "CHILD"
    SIBLING = "SIBLING"
    HALF_SIBLING = "HALF_SIBLING"
    SPOUSE = "SPOUSE"
    PARTNER = "PARTNER"
    GRANDPARENT = "GRANDPARENT"
    GRANDCHILD = "GRANDCHILD"
    AUNT_UNCLE = "AUNT_UNCLE"
    NIECE_NEPHEW = "NIECE_NEPHEW"
    COUSIN = "COUSIN"
    STEPPARENT = "STEPPARENT"
    STEPCHILD = "STEPCHILD"
    ADOPTIVE_PARENT = "ADOPTIVE_PARENT"
    ADOPTED_CHILD = "ADOPTED_CHILD"
    FOSTER_PARENT = "FOSTER_PARENT"
    FOSTER_CHILD = "FOSTER_CHILD"
    PARENT_IN_LAW = "PARENT_IN_LAW"
    CHILD_IN_LAW = "CHILD_IN_LAW"
    SIBLING_IN_LAW = "SIBLING_IN_LAW"
    GUARDIAN = "GUARDIAN"
    WARD = "WARD"
    OTHER_RELATIVE = "OTHER_RELATIVE"
    NOT_OF_KIN = "NOT_OF_KIN"
    """A word of kinship that is not meant literally: "auntie", "madam"."""
