-- A period that crosses two standards or editions shows both, and what is compared says the state of its gases. Rows that stand are
-- computed anew, since the columns follow from their days.
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

INSERT INTO rollup_queue (dataset, bucket_key, bucket_day)
SELECT 'air-monthly', station_code, period_start FROM air_monthly
 UNION ALL SELECT 'air-annual', station_code, period_start FROM air_annual
 UNION ALL SELECT 'air-cities-monthly', city_code, period_start FROM air_cities_monthly
 UNION ALL SELECT 'air-cities-quarterly', city_code, period_start FROM air_cities_quarterly
 UNION ALL SELECT 'air-cities-annual', city_code, period_start FROM air_cities_annual;
