-- Table 2 of GB 3838-2002, and the water taken from a source of drinking water in the month of the sample.
ALTER TABLE water_samples
    ADD COLUMN sulfate numeric, ADD COLUMN chloride numeric, ADD COLUMN nitrate_n numeric, ADD COLUMN iron numeric, ADD COLUMN manganese numeric,
    ADD COLUMN supply_volume numeric;
ALTER TABLE water_samples_history
    ADD COLUMN sulfate numeric, ADD COLUMN chloride numeric, ADD COLUMN nitrate_n numeric, ADD COLUMN iron numeric, ADD COLUMN manganese numeric,
    ADD COLUMN supply_volume numeric;

-- What assessments say of it, of sections that fell silent, and of sources in the periods before.
ALTER TABLE water_assessments
    ADD COLUMN control_level text,
    ADD COLUMN color text,
    ADD COLUMN sulfate numeric, ADD COLUMN chloride numeric, ADD COLUMN nitrate_n numeric, ADD COLUMN iron numeric, ADD COLUMN manganese numeric,
    ADD COLUMN sections_expected integer,
    ADD COLUMN supply_volume numeric,
    ADD COLUMN supply_volume_met numeric,
    ADD COLUMN compliance_last_period text,
    ADD COLUMN compliance_last_year text,
    ADD COLUMN compliance_by_number_last_period numeric,
    ADD COLUMN compliance_by_number_last_year numeric,
    ADD COLUMN compliance_by_volume_last_period numeric,
    ADD COLUMN compliance_by_volume_last_year numeric;
ALTER TABLE water_assessments_history
    ADD COLUMN control_level text,
    ADD COLUMN color text,
    ADD COLUMN sulfate numeric, ADD COLUMN chloride numeric, ADD COLUMN nitrate_n numeric, ADD COLUMN iron numeric, ADD COLUMN manganese numeric,
    ADD COLUMN sections_expected integer,
    ADD COLUMN supply_volume numeric,
    ADD COLUMN supply_volume_met numeric,
    ADD COLUMN compliance_last_period text,
    ADD COLUMN compliance_last_year text,
    ADD COLUMN compliance_by_number_last_period numeric,
    ADD COLUMN compliance_by_number_last_year numeric,
    ADD COLUMN compliance_by_volume_last_period numeric,
    ADD COLUMN compliance_by_volume_last_year numeric;

-- The settings the standing assessments were computed with, one row.
CREATE TABLE water_assessment_settings (
    settings  text NOT NULL,
    noted_at  timestamptz NOT NULL
);

-- A value that somebody doubts makes no class: readings that have one, by section and month.
INSERT INTO rollup_queue (dataset, bucket_key, bucket_day)
SELECT DISTINCT 'water-readings', r.section_code, date_trunc('month', r.sampled_at AT TIME ZONE INTERVAL '+08:00')::date
  FROM water_readings r
 WHERE EXISTS (SELECT FROM unnest(r.flags) AS f(flag) WHERE f.flag ~ ':(suspect|calibration|maintenance|stopped)$');
