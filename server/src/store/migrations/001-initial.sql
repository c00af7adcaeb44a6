-- The journal: append-only, the one truth. Everything below "read models" can be rebuilt from it.
CREATE TABLE journal (
  hall             TEXT    NOT NULL,
  stream           TEXT    NOT NULL, -- 'day:2026-11-21', 'settings', …
  seq              INTEGER NOT NULL, -- 1.. within the stream: an append names the one it expects
  position         INTEGER NOT NULL, -- 1.. gapless within the hall: what subscribers follow
  id               TEXT    NOT NULL,
  type             TEXT    NOT NULL,
  version          INTEGER NOT NULL,
  occurred_at      INTEGER NOT NULL,
  by_kind          TEXT    NOT NULL, -- person | device | slip | hub
  by_id            TEXT,
  device           TEXT,
  command_id       TEXT    NOT NULL,
  settings_version INTEGER NOT NULL,
  data             TEXT    NOT NULL,
  PRIMARY KEY (hall, stream, seq)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX journal_position ON journal (hall, position);

-- Read models -----------------------------------------------------------------------------------

-- A row per turn. Names, target and standard are those that held when it was queued.
CREATE TABLE turns (
  turn_id          TEXT    PRIMARY KEY,
  hall             TEXT    NOT NULL,
  service_day      TEXT    NOT NULL, -- YYYY-MM-DD
  ticket_id        TEXT    NOT NULL,
  number           TEXT    NOT NULL,
  service_id       TEXT    NOT NULL,
  service_name     TEXT    NOT NULL, -- JSON: language → words
  priority         TEXT,
  origin           TEXT    NOT NULL, -- kiosk | staff
  state            TEXT    NOT NULL, -- planned | waiting | called | serving | missed | parked | ended
  ending           TEXT,             -- served | transferred | cancelled | expired | unfinished
  outcome          TEXT,
  queued_at        INTEGER NOT NULL,
  order_at         INTEGER NOT NULL,
  first_called_at  INTEGER,
  called_at        INTEGER,          -- the call that was answered: recalls never move it
  started_at       INTEGER,
  ended_at         INTEGER,
  parked_ms        INTEGER NOT NULL DEFAULT 0,
  calls            INTEGER NOT NULL DEFAULT 0,
  no_show          INTEGER NOT NULL DEFAULT 0, -- 1: missed now, or missed when it ended
  counter_id       TEXT,
  counter_number   INTEGER,
  clerk_id         TEXT,
  first_clerk_id   TEXT,
  why              TEXT,             -- why the queue policy chose it: oldest | past-limit | backup | chosen | …
  target_wait_ms   INTEGER NOT NULL,
  standard_ms      INTEGER NOT NULL,
  presses_start    INTEGER NOT NULL,
  asked            INTEGER NOT NULL DEFAULT 0,
  rating           INTEGER,          -- the effective press, 1..5
  rated_at         INTEGER,
  settings_version INTEGER NOT NULL
) STRICT;
CREATE INDEX turns_by_day ON turns (hall, service_day, queued_at);
CREATE INDEX turns_by_ticket ON turns (ticket_id);

-- When counters were open and paused, and who held them.
CREATE TABLE counter_intervals (
  id          TEXT    PRIMARY KEY, -- the event that began it
  hall        TEXT    NOT NULL,
  service_day TEXT    NOT NULL,
  counter_id  TEXT    NOT NULL,
  clerk_id    TEXT    NOT NULL,
  kind        TEXT    NOT NULL,    -- open | paused
  reason      TEXT,
  started_at  INTEGER NOT NULL,
  ended_at    INTEGER
) STRICT;
CREATE INDEX counter_intervals_by_day ON counter_intervals (hall, service_day, counter_id);

-- Every press of a satisfaction button, the effective one marked.
CREATE TABLE presses (
  id          TEXT    PRIMARY KEY, -- the event
  hall        TEXT    NOT NULL,
  service_day TEXT    NOT NULL,
  turn_id     TEXT    NOT NULL,
  level       INTEGER NOT NULL,
  reasons     TEXT    NOT NULL,    -- JSON array
  source      TEXT    NOT NULL,    -- pad | phone
  pressed_at  INTEGER NOT NULL,
  effective   INTEGER NOT NULL,
  comment_id  TEXT                 -- personal_data
) STRICT;
CREATE INDEX presses_by_turn ON presses (turn_id);

-- Where a ticket is found again: by its id, by the hash of its slip's token.
CREATE TABLE tickets (
  ticket_id   TEXT PRIMARY KEY,
  hall        TEXT NOT NULL,
  service_day TEXT NOT NULL,
  number      TEXT NOT NULL,
  token_hash  TEXT NOT NULL UNIQUE
) STRICT;
CREATE UNIQUE INDEX tickets_number ON tickets (hall, service_day, number);

-- Work and answers that leave with the same commit ----------------------------------------------

CREATE TABLE print_jobs (
  id          TEXT    PRIMARY KEY,
  hall        TEXT    NOT NULL,
  ticket_id   TEXT    NOT NULL,
  service_day TEXT    NOT NULL,
  printer_id  TEXT    NOT NULL,
  device_id   TEXT,                -- the kiosk that took the ticket
  copy        INTEGER NOT NULL,    -- 0 the slip itself, n: 补打第 n 次
  content     TEXT    NOT NULL,    -- JSON: what the slip says (without the token)
  state       TEXT    NOT NULL,    -- queued | printing | printed | unknown | failed
  reason      TEXT,
  attempts    INTEGER NOT NULL DEFAULT 0,
  created_at  INTEGER NOT NULL,
  changed_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX print_jobs_open ON print_jobs (printer_id, created_at) WHERE state IN ('queued', 'printing');
CREATE INDEX print_jobs_by_ticket ON print_jobs (ticket_id, created_at);

CREATE TABLE answered_keys (
  hall        TEXT    NOT NULL,
  actor       TEXT    NOT NULL,
  key         TEXT    NOT NULL,
  request     TEXT    NOT NULL,    -- hash of method, route and body
  answer      TEXT    NOT NULL,    -- JSON
  answered_at INTEGER NOT NULL,
  PRIMARY KEY (hall, actor, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX answered_keys_age ON answered_keys (answered_at);

-- People and devices ------------------------------------------------------------------------------

-- Erasable: phone numbers, hashes, comments, incident texts. The journal holds a reference only.
CREATE TABLE personal_data (
  id         TEXT    PRIMARY KEY,
  hall       TEXT    NOT NULL,
  kind       TEXT    NOT NULL,
  text       TEXT    NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE people (
  id            TEXT    PRIMARY KEY,
  hall          TEXT    NOT NULL,
  username      TEXT    NOT NULL COLLATE NOCASE,
  name          TEXT    NOT NULL,
  staff_number  TEXT,
  role          TEXT    NOT NULL,
  password_hash TEXT,
  must_change   INTEGER NOT NULL DEFAULT 0,
  archived      INTEGER NOT NULL DEFAULT 0,
  created_at    INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX people_username ON people (hall, username);

CREATE TABLE sessions (
  token_hash TEXT    PRIMARY KEY,
  person_id  TEXT    NOT NULL REFERENCES people (id),
  created_at INTEGER NOT NULL,
  seen_at    INTEGER NOT NULL,
  ended_at   INTEGER
) STRICT;

CREATE TABLE devices (
  id                TEXT    PRIMARY KEY,
  hall              TEXT    NOT NULL,
  kind              TEXT    NOT NULL,
  name              TEXT    NOT NULL,
  counter_id        TEXT,
  printer_id        TEXT,
  token_hash        TEXT    UNIQUE,
  pairing_hash      TEXT    UNIQUE,
  pairing_expires_at INTEGER,
  created_at        INTEGER NOT NULL,
  seen_at           INTEGER,
  revoked_at        INTEGER
) STRICT;

CREATE TABLE printers (
  id      TEXT PRIMARY KEY,
  hall    TEXT NOT NULL,
  name    TEXT NOT NULL,
  url     TEXT NOT NULL,
  profile TEXT NOT NULL -- JSON
) STRICT;

-- Alerts that a person must see or answer (a clock that jumped, …).
CREATE TABLE alerts (
  id          TEXT    PRIMARY KEY,
  hall        TEXT    NOT NULL,
  kind        TEXT    NOT NULL,
  details     TEXT    NOT NULL,
  raised_at   INTEGER NOT NULL,
  resolved_at INTEGER,
  resolved_by TEXT
) STRICT;
