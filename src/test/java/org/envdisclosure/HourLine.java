package org.envdisclosure;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** One line of the CSV of {@code /air/hourly}: our index, and beside it what the source said. */
record HourLine(NamedCsvRecord line) {

    static final List<String> POLLUTANTS = List.of("pm25", "pm10", "so2", "no2", "o3", "co");

    String cell(String column) {
        return line.getField(column);
    }

    Set<String> flags() {
        return items("flags");
    }

    /** Pollutants that should be there and are not. */
    List<String> missing() {
        return POLLUTANTS.stream().filter(each -> cell(each).isEmpty() && !flags().contains(each + ":not_monitored")).toList();
    }

    /** In the index and, as a set, in the primary pollutants. */
    boolean agreesWithTheAuthority() {
        return agreesWithTheAuthority(cell("aqi"), items("primary_pollutants"));
    }

    boolean agreesWithTheAuthority(String aqi, Collection<String> primaryPollutants) {
        return cell("reported_aqi").equals(aqi) && items("reported_primary_pollutants").equals(Set.copyOf(primaryPollutants));
    }

    OptionalInt highestIaqi() {
        return POLLUTANTS.stream().map(each -> cell("iaqi_" + each)).filter(each -> !each.isEmpty()).mapToInt(Integer::parseInt).max();
    }

    private Set<String> items(String column) {
        return Arrays.stream(cell(column).split(";")).filter(item -> !item.isEmpty()).collect(Collectors.toSet());
    }
}
