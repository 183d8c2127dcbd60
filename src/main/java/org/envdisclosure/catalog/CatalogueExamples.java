package org.envdisclosure.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.publisher.PublisherConfig;

/** What the catalogue's own answers look like, for the API document: of the first dataset, with made-up times. */
@ApplicationScoped
public class CatalogueExamples {

    private static final Coverage COVERAGE = new Coverage("2026-10-01T01:00:00+08:00", "2026-11-01T00:00:00+08:00",
            Instant.parse("2026-10-31T16:25:00Z"));

    private final Catalogue catalogue;
    private final PublisherConfig publisher;

    CatalogueExamples(Catalogue catalogue, PublisherConfig publisher) {
        this.catalogue = catalogue;
        this.publisher = publisher;
    }

    public Map<String, Object> catalog() {
        return catalogue.whole(List.of(first()), List.of(COVERAGE));
    }

    public Map<String, Object> dataset() {
        return catalogue.entry(first(), COVERAGE);
    }

    public Map<String, Object> datasets() {
        return Map.of("data", List.of(CatalogResource.listed(first())));
    }

    public Map<String, Object> columns() {
        return TableDescription.of(first(), publisher.name().text());
    }

    /** An id that works. */
    public String id() {
        return first().id();
    }

    private Dataset first() {
        return catalogue.datasets().get(0);
    }
}
