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
