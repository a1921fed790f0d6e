-- Further signing keys: the user's own key signs that they agree. Without that the key counts for nobody.

ALTER TABLE signing_identity ADD COLUMN agreed TEXT NOT NULL DEFAULT ''
    CHECK (agreed = '' OR (length(agreed) = 128 AND agreed NOT GLOB '*[^0-9a-f]*'));
DROP TRIGGER signing_identity_stays;
CREATE TRIGGER signing_identity_stays BEFORE UPDATE ON signing_identity
WHEN OLD.id <> NEW.id OR OLD.user_id <> NEW.user_id OR OLD.kind <> NEW.kind OR OLD.certificate <> NEW.certificate
    OR OLD.issued <> NEW.issued OR OLD.added_at <> NEW.added_at OR OLD.token <> NEW.token
    OR (OLD.agreed <> '' AND OLD.agreed <> NEW.agreed) OR OLD.withdrawn_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
