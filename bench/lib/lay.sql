-- Lays the rows of a table down again before themselves: so many blocks of so many days, the oldest first, each a revision as a batch would have made it.
CREATE PROCEDURE bench_lay(wanted text, time_column text, block_days integer, blocks integer) LANGUAGE plpgsql AS $$
DECLARE
    of_dataset text := replace(wanted, '_', '-');
    is_date    boolean;
    all_names  text;
    shifted    text;
    first      timestamptz;
    last       timestamptz;
    next       bigint;
BEGIN
    SELECT bool_or(column_name = time_column AND data_type = 'date'), string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position),
           string_agg(CASE column_name WHEN time_column THEN format('(%I - $1)%s', column_name, CASE WHEN data_type = 'date' THEN '::date' ELSE '' END)
                                       WHEN 'revision' THEN '$2' ELSE quote_ident(column_name) END, ', ' ORDER BY ordinal_position)
      INTO is_date, all_names, shifted FROM information_schema.columns WHERE table_schema = 'public' AND table_name = wanted;
    -- the planner must not think of a block as of the whole table
    EXECUTE format('CREATE UNLOGGED TABLE bench_seed AS SELECT * FROM %I ORDER BY %I', wanted, time_column);
    EXECUTE format('SELECT min(%1$I)::timestamptz, max(%1$I)::timestamptz FROM bench_seed', time_column) INTO first, last;
    COMMIT;
    FOR block IN REVERSE blocks .. 1 LOOP
        UPDATE dataset_head SET revision = revision + 1, published_at = greatest(clock_timestamp(), (SELECT max(published_at) FROM dataset_head) + interval '1 microsecond')
         WHERE dataset = of_dataset RETURNING revision INTO next;
        INSERT INTO dataset_revision (dataset, revision, published_at) SELECT dataset, revision, published_at FROM dataset_head WHERE dataset = of_dataset;
        PERFORM storage_cover(wanted, first - make_interval(days => block * block_days), last - make_interval(days => block * block_days));
        EXECUTE format('INSERT INTO %I (%s) SELECT %s FROM bench_seed', wanted, all_names, shifted) USING make_interval(days => block * block_days), next;
        EXECUTE format('INSERT INTO dataset_month (dataset, month, revision)
                        SELECT DISTINCT $2, date_trunc(''month'', %s)::date, $3 FROM (SELECT DISTINCT %I - $1 AS at FROM bench_seed) AS times
                        ON CONFLICT (dataset, month) DO UPDATE SET revision = excluded.revision',
                       CASE WHEN is_date THEN 'at' ELSE '(at - interval ''1 microsecond'') AT TIME ZONE INTERVAL ''+08:00''' END, time_column)
          USING make_interval(days => block * block_days), of_dataset, next;
        COMMIT;
    END LOOP;
    DROP TABLE bench_seed;
END $$;
