-- Appointments, a row for each in each of its days: found by id and by code, and open ones at a day's end.
CREATE TABLE appointments (
  hall           TEXT    NOT NULL,
  service_day    TEXT    NOT NULL, -- YYYY-MM-DD, of its slot
  appointment_id TEXT    NOT NULL,
  service_id     TEXT    NOT NULL,
  slot_at        INTEGER NOT NULL,
  state          TEXT    NOT NULL, -- booked | checked-in | cancelled | moved | missed
  arrival        TEXT,             -- early | on-time | late | too-late
  code_hash      TEXT    NOT NULL, -- keyed: tells nobody the code
  contact_id     TEXT    NOT NULL, -- personal_data
  ticket_id      TEXT,
  booked_at      INTEGER NOT NULL,
  checked_in_at  INTEGER,
  PRIMARY KEY (hall, service_day, appointment_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX appointments_by_id ON appointments (hall, appointment_id);
CREATE INDEX appointments_by_code ON appointments (hall, code_hash);
CREATE INDEX appointments_open ON appointments (hall, service_day) WHERE state = 'booked';

-- Personal data: how it is found without being read, and until when it is needed.
ALTER TABLE personal_data ADD COLUMN lookup TEXT;     -- keyed hash
ALTER TABLE personal_data ADD COLUMN keep_until TEXT; -- YYYY-MM-DD
CREATE INDEX personal_data_lookup ON personal_data (hall, lookup) WHERE lookup IS NOT NULL;
CREATE INDEX personal_data_until ON personal_data (hall, keep_until) WHERE keep_until IS NOT NULL;
