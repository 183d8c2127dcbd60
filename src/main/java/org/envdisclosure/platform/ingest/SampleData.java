package org.envdisclosure.platform.ingest;

import java.util.List;

/** A dataset's share in the sample an empty embedded database begins with; found as a bean. */
public interface SampleData {

    /** Class-path resources below {@code sample-data/}, in the order they are taken in; all CSV. */
    List<Part> parts();

    /** Registers before readings: the lower comes first. */
    int order();

    /**
     * One file and how it is taken in.
     *
     * @param file   name below {@code sample-data/}
     * @param plan   of the dataset it belongs to
     * @param layout one of the plan's
     */
    record Part(String file, IngestPlan<?> plan, String layout) {
    }
}
