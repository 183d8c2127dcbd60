-- Months that are over, as files: one row for each. What is listed here never changes; a month that is corrected, or whose columns are
-- laid out otherwise, gets further rows.
CREATE TABLE archive (
    dataset  text        NOT NULL,
    month    date        NOT NULL,
    revision bigint      NOT NULL,
    layout   text        NOT NULL,
    format   text        NOT NULL,
    file     text        NOT NULL,
    rows     bigint      NOT NULL,
    bytes    bigint      NOT NULL,
    sha256   text        NOT NULL,
    built_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (dataset, month, revision, layout, format)
);
CREATE INDEX archive_by_file ON archive (file);

-- Where the rows of a place, or of all ('' as place), stand compressed in a file of a month, ready to be copied into an answer.
CREATE TABLE archive_piece (
    dataset   text   NOT NULL,
    place     text   COLLATE "C" NOT NULL,
    month     date   NOT NULL,
    revision  bigint NOT NULL,
    layout    text   NOT NULL,
    file      text   NOT NULL,
    position  bigint NOT NULL,
    length    bigint NOT NULL,
    raw_bytes bigint NOT NULL,
    crc32     bigint NOT NULL,
    rows      bigint NOT NULL,
    PRIMARY KEY (dataset, place, month, revision, layout)
);
CREATE INDEX archive_piece_by_month ON archive_piece (dataset, month, revision);
