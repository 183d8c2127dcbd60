package org.envdisclosure.platform.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Records read from the bytes of a batch, each figure that of one record. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RecordReaderBenchmark {

    private static final int RECORDS = 10_000;
    private static final int LIMIT = ReadLimits.DEFAULT.maxRecordBytes();

    private final byte[] csv = ("station_code,observed_at,pm25,pm10,so2,no2,o3,co,o3_8h,pm25_24h,pm10_24h\n"
            + "1001A,2026-10-20T13:00:00+08:00,34.5,61,8,21,158,0.60,120,34,64\n".repeat(RECORDS)).getBytes(UTF_8);
    private final byte[] ndjson = ("""
            {"station_code":"1001A","observed_at":"2026-10-20T13:00:00+08:00","pm25":34.5,"pm10":61,"so2":8,"no2":21,"o3":158,"co":0.60}
            """).repeat(RECORDS).getBytes(UTF_8);

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void csv(Blackhole taken) throws IOException {
        try (ByteWindow window = window(csv)) {
            all(new CsvRecords(window, LIMIT), taken);
        }
    }

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void ndjson(Blackhole taken) throws IOException {
        try (ByteWindow window = window(ndjson)) {
            all(new NdjsonRecords(window, LIMIT), taken);
        }
    }

    private static ByteWindow window(byte[] body) {
        return new ByteWindow(new ByteArrayInputStream(body), LIMIT);
    }

    private static void all(RecordReader records, Blackhole taken) throws IOException {
        int read = 0;
        for (Line line = records.next(); line != null; line = records.next()) {
            if (!(line instanceof RawRecord)) {
                throw new IllegalStateException("line %d was not read".formatted(line.line()));
            }
            taken.consume(line);
            read++;
        }
        if (read != RECORDS) {
            throw new IllegalStateException(read + " records");
        }
    }
}
