-- How tables that grow with time are stored: by years on plain PostgreSQL, as hypertables where TimescaleDB is installed in this database.
-- All that differs between the two is in this file; every other statement is the same. Which of them it is, is decided here once and
-- recorded: switching later is by dump and import.
CREATE TABLE storage_engine (
    engine     text NOT NULL CHECK (engine IN ('postgresql', 'timescaledb')),
    decided_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE UNIQUE INDEX storage_engine_once ON storage_engine ((true));
INSERT INTO storage_engine (engine)
SELECT CASE WHEN EXISTS (SELECT FROM pg_extension WHERE extname = 'timescaledb') THEN 'timescaledb' ELSE 'postgresql' END;

-- The tables stored by time, each followed by its history. hour_ending: the end of a year belongs to it, as 24:00 of its last day does.
CREATE TABLE storage_timed (
    name         text COLLATE "C" PRIMARY KEY,
    dataset      text COLLATE "C" NOT NULL,
    time_column  text NOT NULL,
    place_column text NOT NULL,
    hour_ending  boolean NOT NULL
);
-- From when on a dataset still has its rows: a first of January, null as long as everything is kept.
ALTER TABLE dataset_head ADD COLUMN kept_from date;

CREATE FUNCTION storage_is(wanted text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT engine = wanted FROM storage_engine
$$;

-- Where the year that begins on a first of January begins in a table.
CREATE FUNCTION storage_bound(first_day date, hour_ending boolean) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
    SELECT (first_day::timestamp AT TIME ZONE INTERVAL '+08:00') + CASE WHEN hour_ending THEN interval '1 microsecond' ELSE interval '0' END
$$;

-- The first of January of the year a moment falls into.
CREATE FUNCTION storage_year(moment timestamptz, hour_ending boolean) RETURNS date LANGUAGE sql IMMUTABLE AS $$
    SELECT date_trunc('year', (moment - CASE WHEN hour_ending THEN interval '1 microsecond' ELSE interval '0' END) AT TIME ZONE INTERVAL '+08:00')::date
$$;

-- Sees to it that rows from first to last can be inserted; readers and writers of other years go on meanwhile. Whoever locks datasets
-- does so before.
CREATE FUNCTION storage_cover(wanted text, first timestamptz, last timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    timed storage_timed%ROWTYPE;
    year  date;
    part  text;
BEGIN
    SELECT * INTO timed FROM storage_timed WHERE name = wanted;
    IF NOT FOUND OR first IS NULL THEN
        RETURN;
    END IF;
    IF storage_is('timescaledb') THEN
        -- a correction of a compressed chunk unpacks what it touches, however much that is
        PERFORM set_config('timescaledb.max_tuples_decompressed_per_dml_transaction', '0', true);
        RETURN;
    END IF;
    year := storage_year(first, timed.hour_ending);
    WHILE year <= storage_year(last, timed.hour_ending) LOOP
        part := format('%s_y%s', timed.name, to_char(year, 'FMYYYY'));
        -- asked of the catalogue itself: a name once looked up and not found is remembered as missing until the next lock of a table
        IF NOT EXISTS (SELECT FROM pg_class WHERE relname = part AND relnamespace = 'public'::regnamespace) THEN
            -- two may find the same year missing
            PERFORM pg_advisory_xact_lock(hashtextextended('storage ' || wanted, 0));
        END IF;
        IF NOT EXISTS (SELECT FROM pg_class WHERE relname = part AND relnamespace = 'public'::regnamespace) THEN
            EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', part, timed.name);
            -- attached, not created as a part: that would wait for every reader of the whole table
            EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', timed.name, part,
                storage_bound(year, timed.hour_ending), storage_bound((year + interval '1 year')::date, timed.hour_ending));
        END IF;
        year := (year + interval '1 year')::date;
    END LOOP;
END $$;

-- Stores a table by time from now on, its rows and those of its history included. Views on it go and are made anew after the migrations.
CREATE FUNCTION storage_by_time(wanted text, of_dataset text, time_column text, place_column text, hour_ending boolean) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    each  text;
    first timestamptz;
    last  timestamptz;
    given record;
BEGIN
    -- history lies within; a year more, so that a service of before that still runs finds the years it may write
    EXECUTE format('SELECT least(min(%1$I), clock_timestamp()), greatest(max(%1$I), clock_timestamp()) + interval ''1 year'' FROM %2$I', time_column, wanted)
        INTO first, last;
    FOREACH each IN ARRAY ARRAY[wanted, wanted || '_history'] LOOP
        INSERT INTO storage_timed VALUES (each, of_dataset, time_column, place_column, hour_ending);
        IF storage_is('timescaledb') THEN
            EXECUTE format('SELECT create_hypertable(%L::regclass, by_range(%L, interval ''91 days''), create_default_indexes => false, migrate_data => true)',
                each, time_column);
            EXECUTE format('ALTER TABLE %I SET (timescaledb.compress, timescaledb.compress_segmentby = %L, timescaledb.compress_orderby = %L)',
                each, place_column, CASE WHEN each = wanted THEN time_column ELSE time_column || ', superseded_revision' END);
        ELSE
            EXECUTE format('ALTER TABLE %I RENAME TO %I', each, each || '_before');
            EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL) PARTITION BY RANGE (%I)', each, each || '_before', time_column);
            PERFORM storage_cover(each, first, last);
            EXECUTE format('INSERT INTO %I SELECT * FROM %I', each, each || '_before');
            FOR given IN SELECT a.grantee, a.privilege_type FROM pg_class c, aclexplode(c.relacl) a
                          WHERE c.oid = (each || '_before')::regclass AND a.grantee <> c.relowner LOOP
                EXECUTE format('GRANT %s ON %I TO %s', given.privilege_type, each,
                    CASE given.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(given.grantee)) END);
            END LOOP;
            EXECUTE format('DROP TABLE %I CASCADE', each || '_before');
        END IF;
    END LOOP;
END $$;

-- What is done every night to each table: the year that comes has its place, chunks that are closed are compressed, the planner learns of
-- the whole, which nobody else looks at: statistics are gathered by themselves of each part only.
CREATE FUNCTION storage_upkeep(wanted text, compress_after interval) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    held boolean;
BEGIN
    PERFORM storage_cover(wanted, clock_timestamp(), clock_timestamp() + interval '30 days');
    IF storage_is('timescaledb') THEN
        EXECUTE 'SELECT EXISTS (SELECT FROM timescaledb_information.jobs WHERE proc_name = ''policy_compression'' AND hypertable_name = $1
                    AND (config->>''compress_after'')::interval = $2)' INTO held USING wanted, compress_after;
        IF NOT held THEN
            EXECUTE format('SELECT remove_compression_policy(%L::regclass, if_exists => true)', wanted);
            EXECUTE format('SELECT add_compression_policy(%L::regclass, %L::interval)', wanted, compress_after);
        END IF;
    END IF;
    EXECUTE format('ANALYZE %I', wanted);
END $$;

-- Lets the rows of a dataset go that are of years before kept, and what they were before corrections. Gone is gone: whoever calls has the
-- dataset locked and has seen to what must outlast them.
CREATE FUNCTION storage_let_go(of_dataset text, kept date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    timed storage_timed%ROWTYPE;
    part  text;
BEGIN
    -- all at once or not at all, and soon: whoever waits for a whole table keeps every new reader waiting behind it
    PERFORM set_config('lock_timeout', '300ms', true);
    FOR timed IN SELECT * FROM storage_timed WHERE dataset = of_dataset ORDER BY name LOOP
        EXECUTE format('LOCK TABLE ONLY %I IN ACCESS EXCLUSIVE MODE', timed.name);
    END LOOP;
    FOR timed IN SELECT * FROM storage_timed WHERE dataset = of_dataset ORDER BY name LOOP
        IF storage_is('timescaledb') THEN
            EXECUTE format('SELECT drop_chunks(%L::regclass, older_than => %L::timestamptz)', timed.name, storage_bound(kept, timed.hour_ending));
            -- what is left of a chunk that reaches over the border
            PERFORM storage_cover(timed.name, kept, kept);
            EXECUTE format('DELETE FROM %I WHERE %I < %L', timed.name, timed.time_column, storage_bound(kept, timed.hour_ending));
        ELSE
            FOR part IN
                SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
                 WHERE i.inhparent = timed.name::regclass AND c.relname < format('%s_y%s', timed.name, to_char(kept, 'FMYYYY'))
            LOOP
                EXECUTE format('DROP TABLE %I', part);
            END LOOP;
        END IF;
    END LOOP;
    UPDATE dataset_head SET kept_from = greatest(kept_from, kept) WHERE dataset = of_dataset;
END $$;
