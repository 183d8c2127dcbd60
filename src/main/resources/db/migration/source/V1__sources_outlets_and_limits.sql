-- Pollution sources as they were entered, in versions valid in time. What everybody may see is the view sources, made from this.
CREATE TABLE sources_entered (
    source_id                text COLLATE "C" NOT NULL,
    valid_from               date NOT NULL,
    name                     text NOT NULL,
    name_en                  text,
    uscc                     text COLLATE "C",
    uscc_valid               boolean,
    permit_no                text COLLATE "C",
    industry_code            text COLLATE "C",
    industry                 text,
    division_code            text COLLATE "C",
    address                  text,
    management_level         text,
    legal_representative     text,
    supervision_lists        text[],
    sensitive                boolean NOT NULL,
    longitude                numeric,
    latitude                 numeric,
    datum                    text,
    valid_to                 date,
    revision                 bigint NOT NULL,
    revision_reason          text,
    batch_id                 uuid,
    PRIMARY KEY (source_id, valid_from)
);
CREATE INDEX sources_entered_by_revision ON sources_entered (revision);
-- whose places are coarsened, wherever they are shown
CREATE INDEX sources_entered_sensitive ON sources_entered (source_id) WHERE sensitive;

CREATE TABLE sources_entered_history (
    LIKE sources_entered,
    superseded_revision      bigint NOT NULL
);
CREATE INDEX sources_entered_history_by_key ON sources_entered_history (source_id, valid_from);

-- Where a source discharges. outlet_id is source_id.outlet_code.
CREATE TABLE sources_outlets_entered (
    outlet_id                text COLLATE "C" NOT NULL,
    valid_from               date NOT NULL,
    source_id                text COLLATE "C" NOT NULL,
    outlet_code              text COLLATE "C" NOT NULL,
    name                     text,
    medium                   text NOT NULL,
    discharge_to             text,
    reference_oxygen         numeric,
    longitude                numeric,
    latitude                 numeric,
    datum                    text,
    valid_to                 date,
    revision                 bigint NOT NULL,
    revision_reason          text,
    batch_id                 uuid,
    PRIMARY KEY (outlet_id, valid_from)
);
CREATE INDEX sources_outlets_entered_by_revision ON sources_outlets_entered (revision);
CREATE INDEX sources_outlets_entered_by_source ON sources_outlets_entered (source_id, outlet_code, valid_from);

CREATE TABLE sources_outlets_entered_history (
    LIKE sources_outlets_entered,
    superseded_revision      bigint NOT NULL
);
CREATE INDEX sources_outlets_entered_history_by_key ON sources_outlets_entered_history (outlet_id, valid_from);
CREATE INDEX sources_outlets_entered_history_by_source ON sources_outlets_entered_history (source_id);

-- What an outlet may emit. limit_id is source_id.outlet_code.factor_code.averaging.
CREATE TABLE sources_limits (
    limit_id                 text COLLATE "C" NOT NULL,
    valid_from               date NOT NULL,
    source_id                text COLLATE "C" NOT NULL,
    outlet_code              text COLLATE "C" NOT NULL,
    factor_code              text COLLATE "C" NOT NULL,
    factor_name              text,
    averaging                text NOT NULL,
    limit_low                numeric,
    limit_high               numeric,
    unit                     text,
    judged_on                text,
    limit_standard           text,
    basis                    text,
    valid_to                 date,
    revision                 bigint NOT NULL,
    revision_reason          text,
    batch_id                 uuid,
    PRIMARY KEY (limit_id, valid_from)
);
CREATE INDEX sources_limits_by_revision ON sources_limits (revision);
CREATE INDEX sources_limits_by_outlet ON sources_limits (source_id, outlet_code, factor_code, averaging, valid_from);

CREATE TABLE sources_limits_history (
    LIKE sources_limits,
    superseded_revision      bigint NOT NULL
);
CREATE INDEX sources_limits_history_by_key ON sources_limits_history (limit_id, valid_from);
CREATE INDEX sources_limits_history_by_source ON sources_limits_history (source_id);
