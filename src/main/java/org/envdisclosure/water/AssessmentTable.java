package org.envdisclosure.water;

import static org.envdisclosure.platform.ingest.StoredTable.field;

import java.util.ArrayList;
import java.util.List;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.ingest.StoredTable.Field;

/** The table of all assessments: months, quarters and years of every scope. */
final class AssessmentTable {

    static final String DATASET = "water-assessments";
    static final TimeAxis TIME = new TimeAxis("period_start", TimeAxis.Kind.DAY);
    /** Means of a section with all their digits, for what is computed from them. */
    static final String MEANS = "item_means";
    /** What else the scopes above need of a section. */
    static final List<Field> KEPT = List.of(field("control_level", "text"), field("section_role", "text"), field("characteristic_items", "text[]"), field(MEANS, "text[]"));

    private static final List<String> KEY = List.of("period", "scope", "code");

    static final StoredTable STORED = new StoredTable(DATASET, "water_assessments",
            KEY.stream().map(name -> field(name, "text")).toList(), List.of(), computed(), List.of(field("computed_at", "timestamptz")), TIME, false);

    private AssessmentTable() {
    }

    private static List<Field> computed() {
        List<Field> computed = new ArrayList<>(KEPT);
        AssessmentColumns.all().stream().filter(column -> !KEY.contains(column.name()) && !column.name().equals("computed_at"))
                .forEach(column -> computed.add(field(column.name(), column.type().sqlType())));
        return computed;
    }
}
