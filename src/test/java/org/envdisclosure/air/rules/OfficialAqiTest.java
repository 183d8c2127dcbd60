package org.envdisclosure.air.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.Test;

/** Our hourly AQI beside the authority's own, on real hours around the change of edition. */
class OfficialAqiTest {

    private static final String AGREES = "agrees in AQI and primary pollutants";
    private static final String PM25_SHOWN_AS_3 = "PM2.5 shown as 3, the official index is that of 5";
    private static final String PM10_SHOWN_AS_6 = "PM10 shown as 6, the official index is that of 5";
    private static final String UNEXPLAINED = "unexplained";

    private final Map<String, Integer> counts = new TreeMap<>();

    @Test
    void at_least_9998_of_10000_complete_rows_agree_and_the_others_are_explained() {
        OfficialFeed.forEachRow(row -> {
            if (row.aqi() != null && !row.hasMissing()) {
                count(AGREES + ", " + row.edition(), row.agreesWith(row.computed()));
                count(classOf(row));
            }
        });
        print("complete rows with an official AQI");
        assertThat(counts.get(AGREES)).isPositive();
        assertThat(counts).doesNotContainKey(UNEXPLAINED);
        assertThat(10_000L * counts.get(AGREES)).isGreaterThanOrEqualTo(9_998L * total());
    }

    /** HJ 633-2026, 5.3.1, forbids what the feed often does; where both publish, they must agree. */
    @Test
    void rows_with_a_missing_pollutant_agree_wherever_both_publish_under_the_2026_edition() {
        OfficialFeed.forEachRow(row -> {
            if (row.hasMissing()) {
                AqiReport report = row.computed();
                String both = row.aqi() != null && report.aqi() != null ? ", agree: " + row.agreesWith(report) : "";
                count("%s, official AQI: %s, ours: %s%s".formatted(row.edition(), row.aqi() != null, report.aqi() != null, both));
            }
        });
        print("rows with a missing pollutant");
        assertThat(counts).containsKey("HJ_633_2026, official AQI: true, ours: true, agree: true");
        assertThat(counts).doesNotContainKey("HJ_633_2026, official AQI: true, ours: true, agree: false");
    }

    /** Why the six 1-hour values are published and not the letter of HJ 633-2012. */
    @Test
    void before_the_change_the_nine_indicator_reading_is_not_what_the_authority_published() {
        OfficialFeed.forEachRow(row -> {
            if (row.edition() == AqiEdition.HJ_633_2012 && row.aqi() != null && !row.hasMissing()) {
                count("six 1-hour values", row.aqi().equals(row.computed().aqi()));
                count("nine indicators", row.aqi().equals(NineIndicatorAqi.of(row.concentrations(), row.sliding()).aqi()));
            }
        });
        print("AQI under HJ 633-2012");
        assertThat(counts.get("six 1-hour values: true")).isGreaterThan(10 * counts.get("nine indicators: true"));
    }

    @Test
    void both_editions_agree_with_an_independent_calculation_of_the_same_hours() {
        OfficialFeed.forEachSelected(line -> {
            count("HJ 633-2012", agrees(line, AqiEdition.HJ_633_2012, "calc_hj633_2012"));
            count("HJ 633-2026", agrees(line, AqiEdition.HJ_633_2026, "calc_hj633_2026"));
        });
        print("independent calculation");
        assertThat(counts).containsOnlyKeys("HJ 633-2012: true", "HJ 633-2026: true");
    }

    /** That calculation takes the pollutants there are, so the greatest index is compared and not the AQI. */
    private static boolean agrees(NamedCsvRecord line, AqiEdition edition, String column) {
        OfficialRow row = OfficialRow.ofSelection(line);
        SixPollutants<Integer> iaqi = HourlyAqi.of(edition, row.concentrations(), row.notMonitored()).iaqi();
        String greatest = Arrays.stream(Pollutant.values()).map(iaqi::get).filter(Objects::nonNull)
                .max(Integer::compare).map(String::valueOf).orElse("");
        return greatest.equals(line.getField(column));
    }

    private static String classOf(OfficialRow row) {
        if (row.agreesWith(row.computed())) {
            return AGREES;
        }
        if (row.agreesWith(asIf(row, Pollutant.PM25, "3", "5"))) {
            return PM25_SHOWN_AS_3;
        }
        return row.agreesWith(asIf(row, Pollutant.PM10, "6", "5")) ? PM10_SHOWN_AS_6 : UNEXPLAINED;
    }

    /** The report that {@code used} instead of {@code shown} would give; the row's own where another value is shown. */
    private static AqiReport asIf(OfficialRow row, Pollutant pollutant, String shown, String used) {
        SixPollutants<BigDecimal> concentrations = SixPollutants.from(each -> each == pollutant
                && new BigDecimal(shown).equals(row.concentrations().get(each)) ? new BigDecimal(used) : row.concentrations().get(each));
        return HourlyAqi.of(row.edition(), concentrations, row.notMonitored());
    }

    private void count(String what, boolean answer) {
        count(what + ": " + answer);
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private int total() {
        return counts.getOrDefault(AGREES, 0) + counts.getOrDefault(PM25_SHOWN_AS_3, 0) + counts.getOrDefault(PM10_SHOWN_AS_6, 0);
    }

    private void print(String title) {
        System.out.println(title);
        counts.forEach((what, count) -> System.out.printf("  %,9d  %s%n", count, what));
    }
}
