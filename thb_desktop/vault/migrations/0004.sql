-- Claims of birth that stand, by case, date and person: who may be a child is found without reading the claims.

CREATE INDEX person_claim_of_birth ON person_claim (case_id, born, person_id) WHERE kind = 'BIRTH' AND struck = '';

-- Links between records of persons, from the record that is kept: all records of one person are found from any.

CREATE INDEX person_link_of_kept ON person_link (kept_id);

-- Despite which rules an author signed versions, at which turns, and why. It is part of what is signed.

ALTER TABLE version_signature ADD COLUMN reasons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reasons));
