-- Sections of surface water, in versions valid in time.
CREATE TABLE water_sections (
    section_code             text COLLATE "C" NOT NULL,
    valid_from               date NOT NULL,
    name                     text NOT NULL,
    province                 text,
    basin                    text,
    river                    text,
    waterbody                text NOT NULL,
    target_class             text,
    control_level            text,
    section_role             text,
    responsible_city_code    text COLLATE "C",
    characteristic_items     text[],
    longitude                numeric,
    latitude                 numeric,
    datum                    text,
    valid_to                 date,
    revision                 bigint NOT NULL,
    revision_reason          text,
    batch_id                 uuid,
    PRIMARY KEY (section_code, valid_from)
);
CREATE INDEX water_sections_by_name ON water_sections (province, name);

CREATE TABLE water_sections_history (
    LIKE water_sections,
    superseded_revision      bigint NOT NULL
);
CREATE INDEX water_sections_history_by_key ON water_sections_history (section_code, valid_from);

-- One sampling of an automatic station.
CREATE TABLE water_readings (
    section_code             text COLLATE "C" NOT NULL,
    sampled_at               timestamptz NOT NULL,
    water_temperature        numeric,
    ph                       numeric,
    dissolved_oxygen         numeric,
    conductivity             numeric,
    turbidity                numeric,
    codmn                    numeric,
    nh3n                     numeric,
    tp                       numeric,
    tn                       numeric,
    chlorophyll_a            numeric,
    algal_density            numeric,
    reported_class           text,
    station_state            text,
    received_flags           text[],
    received_text            text,
    water_class              text,
    limiting_parameters      text[],
    class_standard           text,
    flags                    text[],
    revision_note            text,
    data_status              text NOT NULL,
    revision                 bigint NOT NULL,
    revision_reason          text,
    batch_id                 uuid,
    PRIMARY KEY (section_code, sampled_at)
);
CREATE INDEX water_readings_by_time ON water_readings (sampled_at, section_code);
CREATE INDEX water_readings_by_revision ON water_readings USING brin (revision) WITH (pages_per_range = 32);

CREATE TABLE water_readings_history (
    LIKE water_readings,
    superseded_revision      bigint NOT NULL
);
CREATE INDEX water_readings_history_by_key ON water_readings_history (section_code, sampled_at);
CREATE INDEX water_readings_history_by_time ON water_readings_history (sampled_at, section_code);

-- What a feed says of a station that it gives no reading of.
CREATE TABLE water_station_states (
    section_code             text COLLATE "C" NOT NULL,
    reported_on              date NOT NULL,
    station_state            text NOT NULL,
    revision                 bigint NOT NULL,
    revision_reason          text,
    batch_id                 uuid,
    PRIMARY KEY (section_code, reported_on)
);
CREATE INDEX water_station_states_by_time ON water_station_states (reported_on, section_code);

CREATE TABLE water_station_states_history (
    LIKE water_station_states,
    superseded_revision      bigint NOT NULL
);
CREATE INDEX water_station_states_history_by_key ON water_station_states_history (section_code, reported_on);
