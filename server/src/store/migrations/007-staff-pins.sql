-- The number that opens the staff's menu of a kiosk. Its hash is keyed with the hub's key, which is not in here.
CREATE TABLE staff_pins (
  hall      TEXT NOT NULL,
  device_id TEXT NOT NULL,
  pin_hash  TEXT NOT NULL,
  PRIMARY KEY (hall, device_id)
) STRICT, WITHOUT ROWID;
