-- Who took a ticket today, where a hall limits numbers per person: a hash with the key of the day, which
-- lies outside this file. Emptied as the day ends.
CREATE TABLE holders (
  hall        TEXT NOT NULL,
  service_day TEXT NOT NULL,
  ticket_id   TEXT NOT NULL,
  hash        TEXT NOT NULL,
  PRIMARY KEY (hall, service_day, ticket_id)
) STRICT, WITHOUT ROWID;
