-- The row of month 0001-01-01 stands for every month: a change of what all rows of the dataset rest on. What was published before
-- these were marked is taken to have touched all.
INSERT INTO dataset_month (dataset, month, revision)
SELECT h.dataset, DATE '0001-01-01', h.revision
  FROM dataset_head h
 WHERE EXISTS (SELECT 1 FROM dataset_month m WHERE m.dataset = h.dataset)
ON CONFLICT (dataset, month) DO NOTHING;
