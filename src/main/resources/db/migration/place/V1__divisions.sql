-- Administrative divisions by GB/T 2260: six digits, province, prefecture, county.
CREATE TABLE division (
    division_code text COLLATE "C" PRIMARY KEY,
    name          text NOT NULL,
    level         text NOT NULL CHECK (level IN ('province', 'city', 'county')),
    parent_code   text COLLATE "C"
);
CREATE INDEX division_by_name ON division (name);

-- Whether an hour, labelled by its end, belongs to a version valid from one day (inclusive) to another (exclusive).
-- Days begin at midnight of the fixed offset +08:00.
CREATE FUNCTION hour_within(hour_end timestamptz, valid_from date, valid_to date) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN hour_end > (valid_from::timestamp AT TIME ZONE INTERVAL '+08:00')
       AND (valid_to IS NULL OR hour_end <= (valid_to::timestamp AT TIME ZONE INTERVAL '+08:00'));
