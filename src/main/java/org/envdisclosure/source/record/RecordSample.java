package org.envdisclosure.source.record;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.envdisclosure.platform.ingest.SampleData;

/** Made-up records of every kind. */
@ApplicationScoped
@Unremovable
class RecordSample implements SampleData {

    private static final int AFTER_THE_REGISTER = 40;

    private final RecordPlan records;

    RecordSample(RecordPlan records) {
        this.records = records;
    }

    @Override
    public List<Part> parts() {
        return List.of(new Part("supervision-records.csv", records, "native"));
    }

    @Override
    public int order() {
        return AFTER_THE_REGISTER;
    }
}
