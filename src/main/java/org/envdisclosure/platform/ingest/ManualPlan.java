package org.envdisclosure.platform.ingest;

import java.util.List;

/**
 * A plan whose records are made by the service itself, through {@link ManualBatches}; no request's body ever reaches it.
 *
 * @param <R> a row of the dataset
 */
public interface ManualPlan<R> extends IngestPlan<R> {

    @Override
    default List<String> layouts() {
        return List.of(ManualBatches.LAYOUT);
    }

    /** None: nobody outside writes such a record. */
    @Override
    default List<BatchSample> samples() {
        return List.of();
    }
}
