-- A period that crosses two standards or editions shows both, and what is compared says the state of its gases. Rows that stand are
-- computed anew by whoever finds one without its editions.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['air_monthly', 'air_annual', 'air_cities_monthly', 'air_cities_quarterly', 'air_cities_annual'] LOOP
        EXECUTE format('ALTER TABLE %1$I ADD COLUMN aqi_standards text, ADD COLUMN attains_other_standard boolean, ADD COLUMN exceeding_other_standard text[],'
            || ' ADD COLUMN gas_state_comparison text, ADD COLUMN attains_excluding_exceptional boolean, ADD COLUMN exceeding_excluding_exceptional text[]', name);
        EXECUTE format('ALTER TABLE %1$I ADD COLUMN aqi_standards text, ADD COLUMN attains_other_standard boolean, ADD COLUMN exceeding_other_standard text[],'
            || ' ADD COLUMN gas_state_comparison text, ADD COLUMN attains_excluding_exceptional boolean, ADD COLUMN exceeding_excluding_exceptional text[]', name || '_history');
    END LOOP;
END $$;

-- A pollutant that a station does not monitor stays so in hours without any value: days and months that may say otherwise.
INSERT INTO rollup_queue (dataset, bucket_key, bucket_day)
SELECT 'air-daily', d.station_code, d.date FROM air_daily d WHERE EXISTS (SELECT FROM unnest(d.flags) AS f(flag) WHERE f.flag LIKE '%:missing')
 UNION ALL
SELECT 'air-cities-daily', d.city_code, d.date FROM air_cities_daily d WHERE EXISTS (SELECT FROM unnest(d.flags) AS f(flag) WHERE f.flag LIKE '%:missing')
 UNION ALL
SELECT DISTINCT 'air-completeness', c.station_code, c.period_start FROM air_completeness c WHERE c.hours_not_monitored > 0;
