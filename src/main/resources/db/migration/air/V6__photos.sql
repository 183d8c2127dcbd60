-- Live views. A picture is one of a station, a camera and a moment; another one of the same is a correction. photo_id names the picture
-- itself: a correction has another, and the earlier one keeps naming the earlier file.
CREATE TABLE air_photos_taken (
    station_code     text COLLATE "C" NOT NULL,
    camera           text COLLATE "C" NOT NULL,
    taken_at         timestamptz NOT NULL,
    -- of the file as it came, which is not kept: tells a repeat from a correction
    received_sha256  text COLLATE "C" NOT NULL,
    -- which version of the camera's mask was painted over it, 0 for none
    mask_version     integer NOT NULL,
    -- when its files were let go
    expired_at       timestamptz,
    photo_id         text COLLATE "C" NOT NULL,
    sha256           text COLLATE "C" NOT NULL,
    media_type       text NOT NULL,
    bytes            integer NOT NULL,
    width            integer NOT NULL,
    height           integer NOT NULL,
    thumbnail_sha256 text COLLATE "C" NOT NULL,
    thumbnail_bytes  integer NOT NULL,
    revision         bigint NOT NULL,
    revision_reason  text,
    batch_id         uuid,
    PRIMARY KEY (station_code, camera, taken_at)
);
CREATE INDEX air_photos_taken_by_moment ON air_photos_taken (taken_at, station_code, camera);
CREATE INDEX air_photos_taken_by_id ON air_photos_taken (photo_id);
CREATE INDEX air_photos_taken_by_file ON air_photos_taken (sha256);
CREATE INDEX air_photos_taken_by_thumbnail ON air_photos_taken (thumbnail_sha256);
CREATE INDEX air_photos_taken_by_revision ON air_photos_taken USING brin (revision) WITH (pages_per_range = 32);

CREATE TABLE air_photos_taken_history (LIKE air_photos_taken, superseded_revision bigint NOT NULL);
CREATE INDEX air_photos_taken_history_by_key ON air_photos_taken_history (station_code, camera, taken_at);
CREATE INDEX air_photos_taken_history_by_moment ON air_photos_taken_history (taken_at, station_code, camera);
CREATE INDEX air_photos_taken_history_by_id ON air_photos_taken_history (photo_id);
CREATE INDEX air_photos_taken_history_by_file ON air_photos_taken_history (sha256);
CREATE INDEX air_photos_taken_history_by_thumbnail ON air_photos_taken_history (thumbnail_sha256);

-- The cameras there are: the newest picture of each is looked for one by one, however many pictures there are.
CREATE TABLE air_photo_cameras (
    station_code text COLLATE "C" NOT NULL,
    camera       text COLLATE "C" NOT NULL,
    PRIMARY KEY (station_code, camera)
);

-- What is painted over in the pictures of a camera. Every version stays; the newest counts, and one without regions paints nothing.
CREATE TABLE air_photo_masks (
    station_code text COLLATE "C" NOT NULL,
    camera       text COLLATE "C" NOT NULL,
    version      integer NOT NULL,
    regions      text NOT NULL,
    set_at       timestamptz NOT NULL,
    set_by       text NOT NULL,
    PRIMARY KEY (station_code, camera, version)
);

-- An upload, a change of a mask and a takedown meet at this row, so it must be there before the first of them.
INSERT INTO dataset_head (dataset, revision, published_at) VALUES ('air-photos', 0, '-infinity') ON CONFLICT (dataset) DO NOTHING;
