-- Other systems that book appointments: no person and no device. Their tokens are kept as hashes.
CREATE TABLE api_clients (
  id         TEXT    PRIMARY KEY,
  hall       TEXT    NOT NULL,
  name       TEXT    NOT NULL,
  token_hash TEXT    NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  seen_at    INTEGER,
  revoked_at INTEGER
) STRICT;
