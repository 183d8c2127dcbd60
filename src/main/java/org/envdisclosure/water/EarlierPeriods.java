package org.envdisclosure.water;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.envdisclosure.water.rules.WaterClass;
import org.envdisclosure.water.rules.assessment.ChangeSettings;
import org.envdisclosure.water.rules.assessment.ClassShares;
import org.envdisclosure.water.rules.assessment.ComparedWater;
import org.envdisclosure.water.rules.assessment.WaterChange;
import org.jspecify.annotations.Nullable;

/** What the due buckets are compared with: the same place in the period before and in the same period of last year. */
final class EarlierPeriods {

    /** What sources of drinking water are shown with beside, under the name and the period's. */
    static final List<String> OF_SOURCES = List.of("compliance", "compliance_by_number", "compliance_by_volume");

    private static final String BEFORE = "last_period";
    private static final String YEAR_BEFORE = "last_year";
    private static final String ROWS = AssessmentBucket.DUE + """
            SELECT d.bucket_key, d.bucket_day, b.back, w.water_class, w.quality, w.evaluation_method,
                   w.share_i_to_iii IS NOT NULL AND w.evaluated_items IS NULL AS shared, %s
              FROM due d
             CROSS JOIN LATERAL (VALUES ('%s', (d.bucket_day - d.span)::date), ('%s', (d.bucket_day - interval '1 year')::date)) AS b(back, day)
              JOIN water_assessments w ON w.scope = d.scope AND w.code = d.code AND w.period_kind = d.kind AND w.period_start = b.day
            """.formatted(Stream.concat(OF_SOURCES.stream(), Arrays.stream(WaterClass.values()).map(AssessmentColumns::counted)).map("w."::concat)
            .collect(Collectors.joining(", ")), BEFORE, YEAR_BEFORE);

    private final ChangeSettings settings;
    private final Map<Which, Earlier> found = new HashMap<>();

    private record Which(String key, LocalDate day, String back) {
    }

    /** @param ofSources by column, what was told of it */
    private record Earlier(ComparedWater water, @Nullable String quality, @Nullable String method, Map<String, Object> ofSources) {
    }

    private EarlierPeriods(ChangeSettings settings) {
        this.settings = settings;
    }

    static EarlierPeriods read(Connection connection, ChangeSettings settings) throws SQLException {
        EarlierPeriods earlier = new EarlierPeriods(settings);
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(ROWS)) {
            while (row.next()) {
                String word = row.getString("water_class");
                ComparedWater water = new ComparedWater(word == null ? null : WaterClass.ofWire(word).orElse(null), row.getBoolean("shared") ? shares(row) : null);
                earlier.found.put(new Which(row.getString("bucket_key"), row.getObject("bucket_day", LocalDate.class), row.getString("back")),
                        new Earlier(water, row.getString("quality"), row.getString("evaluation_method"), ofSources(row)));
            }
        }
        return earlier;
    }

    private static ClassShares shares(ResultSet row) throws SQLException {
        Map<WaterClass, Integer> counts = new EnumMap<>(WaterClass.class);
        for (WaterClass each : WaterClass.values()) {
            counts.put(each, row.getInt(AssessmentColumns.counted(each)));
        }
        return new ClassShares(counts);
    }

    private static Map<String, Object> ofSources(ResultSet row) throws SQLException {
        Map<String, Object> told = new HashMap<>();
        for (String column : OF_SOURCES) {
            Object value = row.getObject(column);
            if (value != null) {
                told.put(column, value);
            }
        }
        return told;
    }

    void compare(String key, LocalDate day, AssessmentRow row) {
        compare(found.get(new Which(key, day, BEFORE)), BEFORE, "change", row);
        compare(found.get(new Which(key, day, YEAR_BEFORE)), YEAR_BEFORE, "change_last_year", row);
    }

    private void compare(@Nullable Earlier earlier, String back, String column, AssessmentRow row) {
        if (earlier == null) {
            return;
        }
        WaterClass waterClass = earlier.water.waterClass();
        row.put("class_" + back, waterClass == null ? null : waterClass.wire()).put("quality_" + back, earlier.quality);
        earlier.ofSources.forEach((told, value) -> row.put(told + "_" + back, value));
        // another edition of the method is no change of the water
        WaterChange change = Objects.equals(earlier.method, row.get("evaluation_method")) ? WaterChange.between(earlier.water, row.compared(), settings) : null;
        if (change != null) {
            row.put(column, change.wire()).put(column + "_zh", change.title().zh());
        }
    }
}
