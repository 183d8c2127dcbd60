package org.envdisclosure.water;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.envdisclosure.platform.measure.Flag;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.platform.sql.TextArray;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.assessment.ItemMeans;
import org.envdisclosure.water.rules.assessment.SampleValue;

/**
 * A month of a section from its readings and manual samples. Where there are automatic readings of pH, dissolved oxygen, CODMn, NH3-N,
 * TP or TN in the month they are taken, and samples for everything else (82号); what no sample has a station may still have measured.
 * A month in which a section that reported before is silent has no class, and says so.
 */
final class SectionMonth implements BucketGroup.Content {

    /** Items of which automatic readings are preferred. */
    static final Set<WaterItem> PREFERRED = Set.of(WaterItem.PH, WaterItem.DISSOLVED_OXYGEN, WaterItem.CODMN, WaterItem.NH3N, WaterItem.TP, WaterItem.TN);

    private static final String REPORTED_BEFORE = """
            (EXISTS (SELECT FROM water_readings r WHERE r.section_code = %1$s AND r.sampled_at < %2$s::timestamp AT TIME ZONE INTERVAL '+08:00')
             OR EXISTS (SELECT FROM water_samples r WHERE r.section_code = %1$s AND r.sampled_at < %2$s::timestamp AT TIME ZONE INTERVAL '+08:00')
             OR EXISTS (SELECT FROM water_assessments w WHERE w.scope = 'section' AND w.code = %1$s AND w.period_kind = 'month' AND w.period_start < %2$s
                           AND coalesce(w.automatic_samples, 0) + coalesce(w.manual_samples, 0) > 0))""";
    /** Readings ({@code automatic}) and samples of the due months, each with what the register says at the month's end; one row without either. */
    static final String ROWS = AssessmentBucket.DUE + """
            SELECT d.bucket_key, d.bucket_day, d.kind, d.scope, d.code, %1$s, f.valid_from < d.bucket_end AND (f.valid_to IS NULL OR f.valid_to >= d.bucket_end) AS covered,
                   k.code IS NOT NULL AS known, %5$s AS reported, x.*
              FROM due d
              LEFT JOIN LATERAL (%2$s) AS f ON true
              LEFT JOIN water_assessments k ON k.scope = d.scope AND k.code = d.code AND k.period_kind = d.kind AND k.period_start = d.bucket_day
              LEFT JOIN LATERAL (
                   SELECT true AS automatic, r.sampled_at, %3$s, r.flags, r.data_status
                     FROM water_readings r
                    WHERE r.section_code = d.code AND r.sampled_at >= d.bucket_day::timestamp AT TIME ZONE INTERVAL '+08:00'
                      AND r.sampled_at < d.bucket_end::timestamp AT TIME ZONE INTERVAL '+08:00'
                    UNION ALL
                   SELECT false, r.sampled_at, %4$s, r.flags, r.data_status
                     FROM water_samples r
                    WHERE r.section_code = d.code AND r.sampled_at >= d.bucket_day::timestamp AT TIME ZONE INTERVAL '+08:00'
                      AND r.sampled_at < d.bucket_end::timestamp AT TIME ZONE INTERVAL '+08:00') AS x ON true
             WHERE d.scope = 'section' AND d.kind = 'month'
             ORDER BY d.bucket_key, d.bucket_day, x.automatic, x.sampled_at
            """.formatted(facts("f"), SectionVersions.on(facts("v") + ", v.valid_from, v.valid_to", "d.code", "(d.bucket_end - 1)"), automatic(), manual(),
            reportedBefore("d.code", "d.bucket_day"));

    private final AssessmentRules rules;
    private final Map<WaterItem, List<SampleValue>> automatic = new EnumMap<>(WaterItem.class);
    private final Map<WaterItem, List<SampleValue>> manual = new EnumMap<>(WaterItem.class);
    private final LowestStatus status = new LowestStatus();
    private int readings;
    private int samples;
    private final SectionFacts facts;
    private final boolean isPublished;
    private boolean silent = true;

    SectionMonth(AssessmentRules rules, ResultSet first) throws SQLException {
        this.rules = rules;
        this.facts = SectionFacts.of(first);
        this.isPublished = first.getBoolean("known") || first.getBoolean("covered") && first.getBoolean("reported");
    }

    /** @param day SQL of the first day that is too late */
    static String reportedBefore(String code, String day) {
        return REPORTED_BEFORE.formatted(code, day);
    }

    static String facts(String alias) {
        return SectionFacts.COLUMNS.stream().map(column -> alias + "." + column).collect(Collectors.joining(", "));
    }

    /** What a station that is not in normal operation sends does not count. */
    private static String automatic() {
        return WaterTables.MANUAL.stream().map(item -> WaterTables.AUTOMATIC.contains(item)
                ? "CASE WHEN r.station_state = 'normal' THEN r." + item.column() + " END AS " + item.column() : "NULL::numeric AS " + item.column())
                .collect(Collectors.joining(", "));
    }

    static String manual() {
        return WaterTables.MANUAL.stream().map(item -> "r." + item.column()).collect(Collectors.joining(", "));
    }

    @Override
    public void add(ResultSet row) throws SQLException {
        if (row.getTimestamp("sampled_at") == null) {
            return;
        }
        silent = false;
        boolean isAutomatic = row.getBoolean("automatic");
        Map<WaterItem, SampleValue> values = values(row);
        values.forEach((item, value) -> (isAutomatic ? automatic : manual).computeIfAbsent(item, none -> new ArrayList<>()).add(value));
        status.add(row.getString("data_status"), !values.isEmpty());
        readings += isAutomatic && !values.isEmpty() ? 1 : 0;
        samples += isAutomatic || values.isEmpty() ? 0 : 1;
    }

    /** The valid values of a row with the columns of a sample; what is called doubtful is none. */
    static Map<WaterItem, SampleValue> values(ResultSet row) throws SQLException {
        Set<String> flags = new HashSet<>(row.getArray("flags") == null ? List.of() : TextArray.of(row.getArray("flags")));
        Map<WaterItem, SampleValue> values = new EnumMap<>(WaterItem.class);
        for (WaterItem item : WaterTables.MANUAL) {
            BigDecimal value = row.getBigDecimal(item.column());
            if (value != null && WaterReading.DOUBTS.stream().noneMatch(doubt -> flags.contains(new Flag(item.column(), doubt).wire()))) {
                values.put(item, new SampleValue(value, flags.contains(item.column() + ":below_detection")));
            }
        }
        return values;
    }

    @Override
    public boolean isEmpty() {
        return silent && !isPublished;
    }

    @Override
    public void fill(AssessmentRow row) {
        Map<WaterItem, List<SampleValue>> taken = new EnumMap<>(manual);
        automatic.forEach((item, values) -> taken.merge(item, values, (byHand, byStation) -> PREFERRED.contains(item) ? byStation : byHand));
        SectionPeriod.fill(row, facts, rules, ItemMeans.overTime(taken, rules.leastValues(facts)), silent ? FlagReason.MISSING : FlagReason.INSUFFICIENT);
        row.put("automatic_samples", readings).put("manual_samples", samples).put("data_status", status.wire());
    }
}
