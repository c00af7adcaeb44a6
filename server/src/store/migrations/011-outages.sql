-- When the hub was last there, by its own clock: a row of a hall, written over every twenty seconds.
CREATE TABLE heartbeats (
  hall    TEXT    PRIMARY KEY,
  at      INTEGER NOT NULL,
  stopped INTEGER NOT NULL -- 1: it was stopped in order, then
) STRICT, WITHOUT ROWID;
-- What of a turn an outage met: wait, walk, handling, aside, separated by commas.
ALTER TABLE turns ADD COLUMN met_outage TEXT;
