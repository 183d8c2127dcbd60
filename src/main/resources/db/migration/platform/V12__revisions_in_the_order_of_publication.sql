-- What has changed since a moment, over all datasets, is read in the order of publication.
CREATE INDEX dataset_revision_in_order ON dataset_revision (published_at, dataset);
