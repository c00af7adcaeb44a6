-- Printers give out more than tickets: a list, a guide, a notice. Those may be nobody's, so the ticket is
-- optional now; SQLite cannot loosen a column, so the table is made anew.
CREATE TABLE print_jobs_new (
  id          TEXT    PRIMARY KEY,
  hall        TEXT    NOT NULL,
  kind        TEXT    NOT NULL,    -- ticket | waiting-list | test | …
  ticket_id   TEXT,                -- whose paper it is; null: nobody's
  service_day TEXT    NOT NULL,
  printer_id  TEXT    NOT NULL,
  device_id   TEXT,                -- the kiosk that asked for it; null: staff did
  copy        INTEGER NOT NULL,    -- 0 the first, n: 补打第 n 次
  content     TEXT    NOT NULL,    -- JSON: what it says (without a ticket's token)
  state       TEXT    NOT NULL,    -- queued | printing | printed | unknown | failed
  reason      TEXT,
  attempts    INTEGER NOT NULL DEFAULT 0,
  created_at  INTEGER NOT NULL,
  changed_at  INTEGER NOT NULL
) STRICT;
INSERT INTO print_jobs_new
  SELECT id, hall, 'ticket', ticket_id, service_day, printer_id, device_id, copy, content, state, reason, attempts, created_at, changed_at
  FROM print_jobs;
DROP TABLE print_jobs;
ALTER TABLE print_jobs_new RENAME TO print_jobs;
CREATE INDEX print_jobs_by_ticket ON print_jobs (ticket_id, created_at);
CREATE INDEX print_jobs_queued ON print_jobs (hall, printer_id, created_at, id) WHERE state = 'queued';
CREATE INDEX print_jobs_by_day ON print_jobs (hall, service_day, created_at, copy);
