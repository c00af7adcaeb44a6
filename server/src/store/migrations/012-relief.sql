-- The number by which a colleague takes over a counter. Its hash is slow, and keyed with the hub's key, which is not in here.
CREATE TABLE relief_pins (
  hall      TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  pin_hash  TEXT NOT NULL,
  PRIMARY KEY (hall, person_id)
) STRICT, WITHOUT ROWID;
-- Of a session that such a number opened: the one counter that it is for. Null: signed in by password.
ALTER TABLE sessions ADD COLUMN counter_id TEXT;
