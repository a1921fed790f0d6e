-- What a person present is beyond their role, or instead of one.

ALTER TABLE presence ADD COLUMN function TEXT NOT NULL DEFAULT '';

-- When it is to be reviewed whether the data of a case are still kept.

ALTER TABLE case_file ADD COLUMN review_on TEXT DEFAULT NULL;
