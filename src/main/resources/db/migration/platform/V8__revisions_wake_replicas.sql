-- Every replica hears of a new revision the moment it is committed, whoever made it: a batch, an entry of a register, a roll-up.
CREATE FUNCTION dataset_revision_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('envd_revision', NEW.dataset);
    RETURN NULL;
END $$;

CREATE TRIGGER dataset_head_told AFTER UPDATE ON dataset_head
    FOR EACH ROW WHEN (OLD.revision IS DISTINCT FROM NEW.revision) EXECUTE FUNCTION dataset_revision_told();
