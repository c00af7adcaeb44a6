-- Doubtful presses are kept and not counted; reasons name the list that they were chosen from.
ALTER TABLE turns ADD COLUMN doubtful INTEGER NOT NULL DEFAULT 0;
ALTER TABLE presses ADD COLUMN doubt TEXT;             -- too-soon | own-device
ALTER TABLE presses ADD COLUMN reasons_version INTEGER; -- the settings' version of the list; null: not said
