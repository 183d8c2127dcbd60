package org.envdisclosure.air.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Six indices, the AQI and the primary pollutants of an hour at a station. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HourlyAqiBenchmark {

    private static final int HOURS = 1024;

    @Param
    AqiEdition edition = AqiEdition.HJ_633_2026;

    private final List<SixPollutants<BigDecimal>> hours = hours();
    private int next;

    private static List<SixPollutants<BigDecimal>> hours() {
        Random random = new Random(20260301);
        List<SixPollutants<BigDecimal>> hours = new ArrayList<>();
        for (int i = 0; i < HOURS; i++) {
            hours.add(new SixPollutants<>(of(random.nextInt(300)), of(random.nextInt(400)), of(random.nextInt(60)), of(random.nextInt(120)),
                    of(random.nextInt(260)), BigDecimal.valueOf(random.nextInt(40), 1)));
        }
        return hours;
    }

    private static BigDecimal of(int micrograms) {
        return BigDecimal.valueOf(micrograms);
    }

    @Benchmark
    public AqiReport hour() {
        next = (next + 1) % HOURS;
        return HourlyAqi.of(edition, hours.get(next), Set.of());
    }
}
