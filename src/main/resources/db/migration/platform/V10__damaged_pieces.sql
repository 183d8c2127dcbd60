-- A month in which damage was found: it is built again as it stands, and until then its rows come from the database.
ALTER TABLE archive ADD COLUMN damaged_at timestamptz;

-- Pieces written before have no checksum of their compressed bytes, so their months are built once more, under the same names. The pieces
-- stay until then: a service of before takes a month without any for one without rows.
UPDATE archive SET damaged_at = clock_timestamp();
ALTER TABLE archive_piece ADD COLUMN crc32c bigint;
