-- What a hall screen shows and whether it speaks.
ALTER TABLE devices ADD COLUMN zone_id TEXT;                     -- null: the whole hall
ALTER TABLE devices ADD COLUMN speaks INTEGER NOT NULL DEFAULT 1; -- may be the one that speaks
ALTER TABLE devices ADD COLUMN overscan REAL;                    -- per cent that the television cuts off; null: the usual five
