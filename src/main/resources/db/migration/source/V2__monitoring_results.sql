-- One result of monitoring at an outlet. Series are read source by source in the order of time, and judged anew by outlet and month.
CREATE TABLE sources_monitoring (
    source_id                text COLLATE "C" NOT NULL,
    outlet_code              text COLLATE "C" NOT NULL,
    factor_code              text COLLATE "C" NOT NULL,
    observed_at              timestamptz NOT NULL,
    averaging                text COLLATE "C" NOT NULL,
    monitoring_type          text COLLATE "C" NOT NULL,
    monitoring_mode          text COLLATE "C" NOT NULL,
    measured_value           numeric,
    corrected_value          numeric,
    oxygen                   numeric,
    detection_limit          numeric,
    below_detection          boolean,
    factor_name              text,
    unit                     text,
    method                   text,
    logger_flag              text,
    operator_mark            text,
    not_monitored_reason     text,
    received_flags           text[],
    received_text            text,
    judged_on                text,
    limit_low                numeric,
    limit_high               numeric,
    limit_averaging          text,
    limit_standard           text,
    compliant                boolean,
    exceedance_multiple      numeric,
    valid                    boolean,
    flags                    text[],
    revision_note            text,
    data_status              text NOT NULL,
    revision                 bigint NOT NULL,
    revision_reason          text,
    batch_id                 uuid,
    PRIMARY KEY (source_id, observed_at, outlet_code, factor_code, averaging, monitoring_type, monitoring_mode)
);
CREATE INDEX sources_monitoring_by_time ON sources_monitoring (observed_at, source_id, outlet_code, factor_code);
-- what people look for is rare: exceedances, and what the authority measured itself
CREATE INDEX sources_monitoring_exceeding ON sources_monitoring (observed_at, source_id, outlet_code, factor_code) WHERE compliant = false;
CREATE INDEX sources_monitoring_by_type ON sources_monitoring (monitoring_type, observed_at, source_id, outlet_code, factor_code) WHERE monitoring_type <> 'self';
CREATE INDEX sources_monitoring_by_revision ON sources_monitoring USING brin (revision) WITH (pages_per_range = 32);

CREATE TABLE sources_monitoring_history (
    LIKE sources_monitoring,
    superseded_revision      bigint NOT NULL
);
CREATE INDEX sources_monitoring_history_by_key ON sources_monitoring_history (source_id, observed_at, outlet_code);
CREATE INDEX sources_monitoring_history_by_time ON sources_monitoring_history (observed_at, source_id);

-- Results grow by the year; see storage_by_time.
SELECT storage_by_time('sources_monitoring', 'sources-monitoring', 'observed_at', 'source_id', true);
