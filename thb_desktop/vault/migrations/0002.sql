-- The second schema. What a migration cannot say in SQL is filled when it is applied (vault/schema.py).

-- The index of the events: which entries tell the state of which row. It is filled from the stored events. Each head has
-- the sum of the index at its size; it is empty in heads from before.

CREATE TABLE told_row (
    entity TEXT NOT NULL,
    key TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq > 0),
    PRIMARY KEY (entity, key, seq)
) STRICT, WITHOUT ROWID;
ALTER TABLE chain_head ADD COLUMN told_sum TEXT NOT NULL DEFAULT '';

-- Who holds the key of a compartment: one row a holder and version, signed by the user who gave the key. Rows are only
-- added: whoever leaves is no holder of the next version.

CREATE TABLE compartment_grant (
    compartment TEXT NOT NULL REFERENCES code_compartment (code),
    version INTEGER NOT NULL CHECK (version > 0),
    user_id TEXT NOT NULL REFERENCES user (id),
    receiving_digest TEXT NOT NULL CHECK (length(receiving_digest) = 64 AND receiving_digest NOT GLOB '*[^0-9a-f]*'),
    wrapped TEXT NOT NULL CHECK (wrapped <> ''),
    granted_by TEXT NOT NULL REFERENCES user (id),
    granted_at TEXT NOT NULL,
    entry INTEGER NOT NULL CHECK (entry > 0),
    signature TEXT NOT NULL CHECK (length(signature) = 128 AND signature NOT GLOB '*[^0-9a-f]*'),
    PRIMARY KEY (compartment, version, user_id)
) STRICT;
CREATE TRIGGER compartment_grant_stays BEFORE UPDATE ON compartment_grant
BEGIN SELECT RAISE(ABORT, 'custody-append-only'); END;
CREATE TRIGGER compartment_grant_is_kept BEFORE DELETE ON compartment_grant BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER compartment_grant_is_not_replaced BEFORE INSERT ON compartment_grant
WHEN EXISTS (SELECT 1 FROM compartment_grant
    WHERE compartment = NEW.compartment AND version = NEW.version AND user_id = NEW.user_id)
BEGIN SELECT RAISE(ABORT, 'kept'); END;

-- The rows before took no signature. A holder reads them once, signs who holds the key, and removes them.

CREATE TRIGGER compartment_key_has_ended BEFORE INSERT ON compartment_key BEGIN SELECT RAISE(ABORT, 'kept'); END;
CREATE TRIGGER compartment_key_stays BEFORE UPDATE ON compartment_key BEGIN SELECT RAISE(ABORT, 'kept'); END;
