-- What belongs to an outcome: which materials, which reason, where to. JSON of ids, with the settings that hold their words.
ALTER TABLE turns ADD COLUMN details TEXT;
