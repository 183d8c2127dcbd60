-- One sample taken by hand.
CREATE TABLE water_samples (
    section_code             text COLLATE "C" NOT NULL,
    sampled_at               timestamptz NOT NULL,
    water_temperature        numeric,
    ph                       numeric,
    dissolved_oxygen         numeric,
    codmn                    numeric,
    cod                      numeric,
    bod5                     numeric,
    nh3n                     numeric,
    tp                       numeric,
    tn                       numeric,
    copper                   numeric,
    zinc                     numeric,
    fluoride                 numeric,
    selenium                 numeric,
    arsenic                  numeric,
    mercury                  numeric,
    cadmium                  numeric,
    chromium_6               numeric,
    lead                     numeric,
    cyanide                  numeric,
    volatile_phenol          numeric,
    petroleum                numeric,
    anionic_surfactant       numeric,
    sulfide                  numeric,
    fecal_coliforms          numeric,
    chlorophyll_a            numeric,
    transparency             numeric,
    method                   text,
    detection_limit          text[],
    received_text            text,
    flags                    text[],
    revision_note            text,
    data_status              text NOT NULL,
    revision                 bigint NOT NULL,
    revision_reason          text,
    batch_id                 uuid,
    PRIMARY KEY (section_code, sampled_at)
);
CREATE INDEX water_samples_by_time ON water_samples (sampled_at, section_code);
CREATE INDEX water_samples_by_revision ON water_samples USING brin (revision) WITH (pages_per_range = 32);

CREATE TABLE water_samples_history (
    LIKE water_samples,
    superseded_revision      bigint NOT NULL
);
CREATE INDEX water_samples_history_by_key ON water_samples_history (section_code, sampled_at);
CREATE INDEX water_samples_history_by_time ON water_samples_history (sampled_at, section_code);
