package org.envdisclosure.platform.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What went in, per dataset and verdict. */
@ApplicationScoped
class IngestMeters {

    private final MeterRegistry registry;

    IngestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(Receipt receipt) {
        rows(receipt, "inserted", receipt.inserted());
        rows(receipt, "unchanged", receipt.unchanged());
        rows(receipt, "corrected", receipt.corrected());
        rows(receipt, "rejected", receipt.rejected());
        registry.counter("envd_ingest_batches", "dataset", receipt.dataset(), "state", receipt.state()).increment();
        registry.timer("envd_ingest_duration", "dataset", receipt.dataset())
                .record(Duration.between(receipt.receivedAt(), receipt.finishedAt()));
    }

    private void rows(Receipt receipt, String verdict, long count) {
        registry.counter("envd_ingest_rows", "dataset", receipt.dataset(), "verdict", verdict).increment(count);
    }
}
