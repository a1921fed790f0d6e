-- What a person present is beyond their role, or instead of one.

ALTER TABLE presence ADD COLUMN function TEXT NOT NULL DEFAULT '';
