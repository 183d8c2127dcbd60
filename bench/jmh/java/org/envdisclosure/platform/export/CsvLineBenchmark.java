package org.envdisclosure.platform.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.envdisclosure.platform.dataset.Column;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A wide row of hours, as COPY gives it, printed as a line of CSV and as one of NDJSON. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CsvLineBenchmark {

    private static final List<Column> COLUMNS = List.of(
            Column.instant("observed_at", "时间", "Hour"), Column.code("station_code", "点位", "Station"),
            Column.decimal("pm25", "µg/m³", "细颗粒物", "PM2.5"), Column.decimal("pm10", "µg/m³", "可吸入颗粒物", "PM10"),
            Column.decimal("so2", "µg/m³", "二氧化硫", "SO2"), Column.decimal("no2", "µg/m³", "二氧化氮", "NO2"),
            Column.decimal("o3", "µg/m³", "臭氧", "O3"), Column.decimal("co", "mg/m³", "一氧化碳", "CO"),
            Column.integer("aqi", "指数", "AQI"), Column.integer("aqi_level", "级别", "Level"),
            Column.codes("primary_pollutants", "首要污染物", "Primary pollutants"), Column.code("aqi_standard", "标准", "Edition"),
            Column.flag("beyond_index", "超出指数", "Beyond the index"), Column.codes("flags", "标识", "Flags"),
            Column.code("data_status", "状态", "Status"), Column.integer("revision", "修订号", "Revision"));
    private static final byte[] COPIED = ("2026-10-20 13:00:00+08\t1001A\t34.5\t61\t\\N\t21\t158\t0.60\t99\t2\t{pm25,o3}\tHJ 633-2026\tf\t{so2:missing}\trealtime\t1234\n")
            .getBytes(UTF_8);

    private final RowFormat csv = new CsvRowFormat(COLUMNS, false);
    private final RowFormat ndjson = new NdjsonRowFormat(COLUMNS);
    private final CopyTuple tuple = new CopyTuple();
    private final RowBuffer out = new RowBuffer(RowPump.PIECE);

    @Benchmark
    public int csv() {
        return line(csv);
    }

    @Benchmark
    public int ndjson() {
        return line(ndjson);
    }

    private int line(RowFormat format) {
        out.length(0);
        // a message of COPY is changed while it is read, and the next is another
        tuple.take(COPIED.clone());
        format.row(tuple, out);
        tuple.requireEnd();
        return out.length();
    }
}
