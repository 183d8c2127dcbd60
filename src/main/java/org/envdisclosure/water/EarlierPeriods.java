package org.envdisclosure.water;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.envdisclosure.water.rules.WaterClass;
import org.envdisclosure.water.rules.assessment.ChangeSettings;
import org.envdisclosure.water.rules.assessment.ClassShares;
import org.envdisclosure.water.rules.assessment.RiverAssessment;
import org.envdisclosure.water.rules.assessment.WaterChange;
import org.jspecify.annotations.Nullable;

/** What the due buckets are compared with: the same place in the period before and in the same period of last year. */
final class EarlierPeriods {

    private static final String BEFORE = "last_period";
    private static final String YEAR_BEFORE = "last_year";
    private static final String ROWS = AssessmentBucket.DUE + """
            SELECT d.bucket_key, d.bucket_day, b.back, w.water_class, w.quality, w.evaluation_method, w.share_i_to_iii IS NOT NULL AS shared, %s
              FROM due d
             CROSS JOIN LATERAL (VALUES ('%s', (d.bucket_day - d.span)::date), ('%s', (d.bucket_day - interval '1 year')::date)) AS b(back, day)
              JOIN water_assessments w ON w.scope = d.scope AND w.code = d.code AND w.period_kind = d.kind AND w.period_start = b.day
            """.formatted(Arrays.stream(WaterClass.values()).map(each -> "w." + AssessmentColumns.counted(each)).collect(Collectors.joining(", ")),
            BEFORE, YEAR_BEFORE);

    private final Map<Which, Earlier> found = new HashMap<>();

    private record Which(String key, LocalDate day, String back) {
    }

    /** @param shares of a river or basin, else null */
    private record Earlier(@Nullable String waterClass, @Nullable String quality, @Nullable String method, @Nullable ClassShares shares) {
    }

    private EarlierPeriods() {
    }

    static EarlierPeriods read(Connection connection) throws SQLException {
        EarlierPeriods earlier = new EarlierPeriods();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(ROWS)) {
            while (row.next()) {
                earlier.found.put(new Which(row.getString("bucket_key"), row.getObject("bucket_day", LocalDate.class), row.getString("back")),
                        new Earlier(row.getString("water_class"), row.getString("quality"), row.getString("evaluation_method"),
                                row.getBoolean("shared") ? shares(row) : null));
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

    void compare(String key, LocalDate day, AssessmentRow row) {
        compare(found.get(new Which(key, day, BEFORE)), BEFORE, "change", row);
        compare(found.get(new Which(key, day, YEAR_BEFORE)), YEAR_BEFORE, "change_last_year", row);
    }

    private static void compare(@Nullable Earlier earlier, String back, String column, AssessmentRow row) {
        if (earlier == null) {
            return;
        }
        row.put("class_" + back, earlier.waterClass).put("quality_" + back, earlier.quality);
        WaterChange change = change(earlier, row);
        if (change != null) {
            row.put(column, change.wire()).put(column + "_zh", change.title().zh());
        }
    }

    /** By shares where both periods have sections enough, by classes where neither has; another method or edition of it is no change of the water. */
    private static @Nullable WaterChange change(Earlier earlier, AssessmentRow row) {
        boolean byShares = areEnough(row.shares());
        if (byShares != areEnough(earlier.shares) || !Objects.equals(earlier.method, row.get("evaluation_method"))) {
            return null;
        }
        return byShares && earlier.shares != null && row.shares() != null ? WaterChange.ofShares(earlier.shares, row.shares(), ChangeSettings.USUAL)
                : WaterChange.ofClasses(waterClass(earlier.waterClass), waterClass((String) row.get("water_class")), ChangeSettings.USUAL);
    }

    private static boolean areEnough(@Nullable ClassShares shares) {
        return shares != null && shares.sections() >= RiverAssessment.LEAST_SECTIONS_FOR_SHARES;
    }

    private static @Nullable WaterClass waterClass(@Nullable String word) {
        return word == null ? null : WaterClass.ofWire(word).orElse(null);
    }
}
