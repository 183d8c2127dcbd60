-- ENVD_ADMIN_KEY or admin.key for the keys the service enters by itself at its start; null for those people make. Names are free text
-- and tell nothing, but until now only the service gave these.
ALTER TABLE api_key ADD COLUMN origin text;
UPDATE api_key SET origin = name WHERE role = 'admin' AND name IN ('ENVD_ADMIN_KEY', 'admin.key');
