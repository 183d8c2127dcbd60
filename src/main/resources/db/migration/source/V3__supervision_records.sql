-- Records of supervision as far as everybody may read them. What nobody may read never enters this table: see supervision_originals.
CREATE TABLE supervision_records_published (
    record_id            text COLLATE "C" NOT NULL PRIMARY KEY,
    record_kind          text NOT NULL,
    source_id            text COLLATE "C",
    outlet_code          text COLLATE "C",
    related_record_id    text COLLATE "C",
    title                text NOT NULL,
    document_no          text,
    authority            text,
    occurred_on          date,
    decided_on           date,
    legal_basis          text,
    facts                text,
    decision             text,
    amount_cny           numeric,
    status               text,
    corrected_on         date,
    public_until         date,
    party_name           text,
    party_type           text,
    party_uscc           text,
    legal_representative text,
    violation            text,
    order_type           text,
    due_on               date,
    penalty_types        text[],
    executed_on          date,
    annulled_on          date,
    annulment_reason     text,
    inspection_plan      text,
    checked_objects      text[],
    inspection_result    text,
    monitoring_summary   text,
    permit_no            text,
    permit_event         text,
    valid_from           date,
    valid_until          date,
    factor_code          text,
    quota_tonnes         numeric,
    period               text,
    assessed_cny         numeric,
    audit_stage          text,
    waste_code           text,
    waste_tonnes         numeric,
    receiver             text,
    project_name         text,
    eia_form             text,
    eia_stage            text,
    notice_from          date,
    notice_until         date,
    channel              text,
    received_on          date,
    answered_on          date,
    outcome              text,
    emergency_level      text,
    started_at           timestamptz,
    first_word_at        timestamptz,
    -- of the first state; it stays when the record is corrected, so that a record never moves in time
    published_at         timestamptz NOT NULL,
    -- the files that may be read: an array of objects, as supervision_attachments has them
    attachments          json NOT NULL DEFAULT '[]',
    revision             bigint NOT NULL,
    revision_reason      text,
    batch_id             uuid
);
CREATE INDEX supervision_records_published_by_moment ON supervision_records_published (published_at, record_id);
CREATE INDEX supervision_records_published_by_kind ON supervision_records_published (record_kind, published_at, record_id);
CREATE INDEX supervision_records_published_by_source ON supervision_records_published (source_id, published_at, record_id);
CREATE INDEX supervision_records_published_by_status ON supervision_records_published (status, published_at, record_id);
CREATE INDEX supervision_records_published_by_authority ON supervision_records_published (authority, published_at, record_id);
CREATE INDEX supervision_records_published_by_feed ON supervision_records_published (record_kind, revision DESC, published_at DESC, record_id);
CREATE INDEX supervision_records_published_by_end ON supervision_records_published (public_until) WHERE public_until IS NOT NULL;
CREATE INDEX supervision_records_published_by_annulment ON supervision_records_published (annulled_on) WHERE annulled_on IS NOT NULL;
-- no BRIN: rows are replaced where they lie, so revisions are strewn over the pages
CREATE INDEX supervision_records_published_by_revision ON supervision_records_published (revision);

CREATE TABLE supervision_records_published_history (LIKE supervision_records_published INCLUDING DEFAULTS, superseded_revision bigint NOT NULL);
CREATE INDEX supervision_records_published_history_by_key ON supervision_records_published_history (record_id, revision);
CREATE INDEX supervision_records_published_history_by_moment ON supervision_records_published_history (published_at, record_id);

-- What arrived, for the bureau alone: every content of a record once. A content in which something personal was found is held until
-- somebody has decided; what was decided holds for the same content whenever it comes again.
CREATE TABLE supervision_originals (
    original_id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    record_id         text COLLATE "C" NOT NULL,
    content_sha256    text COLLATE "C" NOT NULL,
    received          text NOT NULL,
    hits              text NOT NULL,
    masked            jsonb NOT NULL,
    state             text NOT NULL CHECK (state IN ('held', 'published', 'refused', 'superseded')),
    annulled_on       date,
    public_until      date,
    received_at       timestamptz NOT NULL,
    received_again_at timestamptz,
    batch_id          uuid,
    decision          text CHECK (decision IN ('publish', 'mask', 'refuse')),
    decision_reason   text,
    decided_at        timestamptz,
    decided_by        text,
    UNIQUE (record_id, content_sha256)
);
CREATE INDEX supervision_originals_by_state ON supervision_originals (state, received_at);
CREATE INDEX supervision_originals_annulled ON supervision_originals (annulled_on) WHERE state = 'held' AND annulled_on IS NOT NULL;

-- Files that came with records. The bytes lie in the attachment store, without metadata; only a published one is ever given out.
CREATE TABLE supervision_attachments (
    attachment_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    record_id       text COLLATE "C" NOT NULL,
    sha256          text COLLATE "C" NOT NULL,
    received_sha256 text COLLATE "C" NOT NULL,
    name            text NOT NULL,
    -- the name with what was found in it covered; null while nobody decided so
    shown_name      text,
    media_type      text NOT NULL,
    bytes           bigint NOT NULL,
    hits            text NOT NULL,
    state           text NOT NULL CHECK (state IN ('held', 'published', 'refused')),
    received_at     timestamptz NOT NULL,
    received_by     text NOT NULL,
    decision        text CHECK (decision IN ('publish', 'mask', 'refuse')),
    decision_reason text,
    decided_at      timestamptz,
    decided_by      text,
    UNIQUE (record_id, received_sha256, name)
);
CREATE INDEX supervision_attachments_by_file ON supervision_attachments (sha256);
CREATE INDEX supervision_attachments_by_state ON supervision_attachments (state, received_at);

-- Ends of publication that were applied: each once, so that what was put back stays.
CREATE TABLE supervision_ended (
    record_id text COLLATE "C" NOT NULL,
    cause     text NOT NULL CHECK (cause IN ('annulled', 'public_until')),
    due_on    date NOT NULL,
    ended_at  timestamptz NOT NULL,
    PRIMARY KEY (record_id, cause, due_on)
);

-- A batch, a decision and a withdrawal meet at this row, so it must be there before the first of them.
INSERT INTO dataset_head (dataset, revision, published_at) VALUES ('supervision-records', 0, '-infinity') ON CONFLICT (dataset) DO NOTHING;
