package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.envdisclosure.air.rules.AqiEdition;
import org.envdisclosure.air.rules.AqiReport;
import org.envdisclosure.air.rules.HourlyAqi;
import org.envdisclosure.air.rules.SixPollutants;
import org.envdisclosure.platform.dataset.Column;
import org.junit.jupiter.api.Test;

class AirColumnsTest {

    @Test
    void the_examples_agree_with_the_standard() {
        AqiReport report = HourlyAqi.of(AqiEdition.HJ_633_2026, SixPollutants.of(AirColumns.EXAMPLE_HOUR), Set.of());

        assertThat(SixPollutants.of(AirColumns.EXAMPLE_INDEX)).isEqualTo(report.iaqi());
        Map<String, Object> index = AirColumns.index().stream().filter(column -> column.example() != null)
                .collect(Collectors.toMap(Column::name, Column::example));
        assertThat(index).containsEntry("aqi", report.aqi()).containsEntry("aqi", 50).containsEntry("aqi_level", 1)
                .containsEntry("primary_pollutants", report.primaryPollutants());
    }
}
