package org.envdisclosure.water;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.envdisclosure.platform.sql.TextArray;
import org.envdisclosure.water.rules.assessment.Compliance;
import org.envdisclosure.water.rules.assessment.DrinkingSourcePeriod;
import org.envdisclosure.water.rules.assessment.SourceCompliance;
import org.jspecify.annotations.Nullable;

/**
 * A quarter or year of one source from its months, or the sources of a city in one period; what exceeds is told with its month or source.
 * The water of a period is that of its months. A part without samples has no lists; one whose samples had only items evaluated apart has lists and no compliance.
 */
final class SourcesTogether implements BucketGroup.Content {

    private static final String KNOWN = """
              LEFT JOIN water_assessments k ON k.scope = d.scope AND k.code = d.code AND k.period_kind = d.kind AND k.period_start = d.bucket_day
            """;

    static final String MONTHS = AssessmentBucket.DUE + """
            SELECT d.bucket_key, d.bucket_day, d.kind, d.scope, d.code, %1$s, k.code IS NOT NULL AS known, m.period AS part, m.compliance,
                   m.supply_volume, m.supply_volume_met, NULL AS city_name,
                   m.exceeding_parameters, m.reference_exceeding, m.undetermined_items, m.data_status
              FROM due d
              LEFT JOIN LATERAL (%2$s) AS f ON true
              LEFT JOIN water_assessments m ON m.scope = 'drinking_source' AND m.code = d.code AND m.period_kind = 'month' AND m.exceeding_parameters IS NOT NULL
               AND m.period_start >= d.bucket_day AND m.period_start < d.bucket_end
            %3$s WHERE d.scope = 'drinking_source' AND d.kind <> 'month'
             ORDER BY d.bucket_key, d.bucket_day, m.period_start
            """.formatted(SectionMonth.facts("f"), SectionVersions.on(SectionMonth.facts("v"), "d.code", "(d.bucket_end - 1)"), KNOWN);

    static final String SOURCES = AssessmentBucket.DUE + """
            SELECT d.bucket_key, d.bucket_day, d.kind, d.scope, d.code, %1$s, k.code IS NOT NULL AS known, s.code AS part, s.compliance,
                   s.supply_volume, s.supply_volume_met, n.name AS city_name,
                   s.exceeding_parameters, s.reference_exceeding, s.undetermined_items, s.data_status
              FROM due d
              LEFT JOIN water_assessments s ON s.scope = 'drinking_source' AND s.responsible_city_code COLLATE "C" = d.code AND s.exceeding_parameters IS NOT NULL
               AND s.period_kind = d.kind AND s.period_start = d.bucket_day
              LEFT JOIN division n ON n.division_code = d.code
            %2$s WHERE d.scope = 'drinking_source_city'
             ORDER BY d.bucket_key, d.bucket_day, s.code
            """.formatted(SectionMonth.facts("s"), KNOWN);

    private static final List<String> TOLD = List.of("exceeding_parameters", "reference_exceeding", "undetermined_items");

    private final SectionFacts facts;
    private final boolean isCity;
    private final boolean known;
    private boolean sampled;
    private final @Nullable String cityName;
    private final List<SourceCompliance.Source> parts = new ArrayList<>();
    private final List<List<String>> told = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private final LowestStatus status = new LowestStatus();

    SourcesTogether(AssessmentScope scope, ResultSet first) throws SQLException {
        this.facts = SectionFacts.of(first);
        this.isCity = scope == AssessmentScope.DRINKING_SOURCE_CITY;
        this.known = first.getBoolean("known");
        this.cityName = first.getString("city_name");
    }

    @Override
    public void add(ResultSet row) throws SQLException {
        String part = row.getString("part");
        if (part == null || !isCity && !facts.isDrinkingSource()) {
            return;
        }
        sampled = true;
        String compliance = row.getString("compliance");
        if (compliance != null) {
            parts.add(new SourceCompliance.Source(Compliance.valueOf(compliance.toUpperCase(Locale.ROOT)), row.getBigDecimal("supply_volume"),
                    row.getBigDecimal("supply_volume_met")));
        }
        status.add(row.getString("data_status"), true);
        for (int at = 0; at < TOLD.size(); at++) {
            List<String> words = told.get(at);
            TextArray.of(row.getArray(TOLD.get(at))).forEach(word -> words.add(part + ":" + word));
        }
    }

    /** One source over its months; the water of a month that could not be judged is on neither side. */
    private SourceCompliance.Source together() {
        SourceCompliance months = SourceCompliance.of(parts);
        return new SourceCompliance.Source(DrinkingSourcePeriod.together(parts.stream().map(SourceCompliance.Source::compliance).toList()),
                months.volume(), months.volumeMet());
    }

    @Override
    public boolean isEmpty() {
        return !sampled && !known;
    }

    @Override
    public void fill(AssessmentRow row) {
        row.put("data_status", status.wire()).put("class_standard", WaterColumns.GB_3838);
        if (isCity) {
            row.put("responsible_city_code", row.get("code")).put("name", cityName);
            SourceMonth.counted(parts, row);
        } else {
            facts.fill(row);
            row.put("months_used", parts.size());
            if (parts.isEmpty()) {
                SourceMonth.counted(parts, row);
            } else {
                SourceMonth.counted(together(), row);
            }
        }
        for (int at = 0; at < TOLD.size(); at++) {
            row.put(TOLD.get(at), sampled ? told.get(at) : null);
        }
    }
}
