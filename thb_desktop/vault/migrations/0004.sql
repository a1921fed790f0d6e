-- What a person present is beyond their role, or instead of one.

ALTER TABLE presence ADD COLUMN function TEXT NOT NULL DEFAULT '';

-- When it is to be reviewed whether the data of a case are still kept.

ALTER TABLE case_file ADD COLUMN review_on TEXT DEFAULT NULL;

-- Claims of birth that stand, by case, date and person: who may be a child is found without reading the claims.

CREATE INDEX person_claim_of_birth ON person_claim (case_id, born, person_id) WHERE kind = 'BIRTH' AND struck = '';

-- Links between records of persons, from the record that is kept: all records of one person are found from any.

CREATE INDEX person_link_of_kept ON person_link (kept_id);
