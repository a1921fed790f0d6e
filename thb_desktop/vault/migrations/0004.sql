-- Despite which rules an author signed versions, at which turns, and why. It is part of what is signed.

ALTER TABLE version_signature ADD COLUMN reasons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reasons));
