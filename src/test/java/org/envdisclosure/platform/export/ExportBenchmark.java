package org.envdisclosure.platform.export;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Format;
import org.envdisclosure.platform.sql.Sql;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Rows a second of an export against {@code psql COPY TO STDOUT} of the same rows on the same server, alternating, medians of five.
 * Arguments: a folder for the database (made new, about 1.5 GB for 5 million rows), the number of rows. Needs {@code psql}.
 */
final class ExportBenchmark {

    private static final int ROUNDS = 5;
    private static final int TICKS_PER_SECOND = 100;
    private static final Pattern CPU = Pattern.compile("([0-9.]+) s user, ([0-9.]+) s system");
    private static final String TABLE = """
            CREATE TABLE bench AS
            SELECT (1001 + s) || 'A' AS station_code,
                   timestamptz '2025-01-01 01:00+08' + h * interval '1 hour' AS observed_at,
                   %s,
                   %s,
                   CASE WHEN (h + s) %% 7 = 0 THEN ARRAY['PM2.5', 'O3'] ELSE ARRAY['PM10'] END AS primary_pollutants,
                   CASE WHEN (h + s) %% 20 = 0 THEN ARRAY['pm25:missing'] ELSE ARRAY[]::text[] END AS flags,
                   'realtime'::text AS data_status
              FROM generate_series(0, %d) h, generate_series(0, 1499) s
             ORDER BY h, s
            """;

    private final String url;
    private final String port;
    private final List<Column> columns = columns();
    private final String select;

    private ExportBenchmark(int port) {
        this.port = Integer.toString(port);
        this.url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
        this.select = "SELECT " + String.join(", ", columns.stream().map(Column::name).toList())
                + " FROM bench ORDER BY observed_at, station_code";
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int rows = Integer.parseInt(arguments[1]);
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().setDataDirectory(folder)
                .setServerConfig("shared_buffers", "512MB").setServerConfig("max_wal_size", "4GB").start()) {
            ExportBenchmark benchmark = new ExportBenchmark(server.getPort());
            benchmark.fill(rows);
            benchmark.compare(rows / 1500 * 1500);
        }
    }

    private void fill(int rows) throws SQLException {
        List<String> decimals = new ArrayList<>();
        List<String> integers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            decimals.add("(((h * 7 + s * 13 + %d) %% 3000)::numeric / 10)::numeric(9, 1) AS value_%d".formatted(i, i));
        }
        for (int i = 0; i < 7; i++) {
            integers.add("((h * 3 + s + %d) %% 300)::integer AS index_%d".formatted(i, i));
        }
        try (Connection connection = DriverManager.getConnection(url); Statement statement = connection.createStatement()) {
            statement.execute(TABLE.formatted(String.join(", ", decimals), String.join(", ", integers), rows / 1500 - 1));
            statement.execute("ALTER TABLE bench ADD PRIMARY KEY (observed_at, station_code)");
            statement.execute("VACUUM ANALYZE bench");
        }
    }

    private void compare(int rows) throws Exception {
        List<Candidate> candidates = List.of(
                new Candidate("psql COPY text", this::psql),
                new Candidate("export CSV", () -> export(Format.CSV, false)),
                new Candidate("export NDJSON", () -> export(Format.NDJSON, false)),
                new Candidate("export CSV gzip", () -> export(Format.CSV, true)),
                new Candidate("COPY, rows thrown away", this::thrownAway));
        for (int round = 0; round <= ROUNDS; round++) {
            for (Candidate candidate : candidates) {
                candidate.run(round > 0);
            }
        }
        double yardstick = candidates.get(0).median();
        for (Candidate candidate : candidates) {
            System.out.printf("%-26s %8.0f rows/s  %.2f x  least cpu: java %.1f s, backend %.1f s%n", candidate.name,
                    rows / candidate.median(), yardstick / candidate.median(), candidate.javaCpu, candidate.backendCpu);
        }
    }

    private double psql() throws IOException, InterruptedException {
        ProcessBuilder psql = new ProcessBuilder("psql", "-h", "127.0.0.1", "-p", port, "-U", "postgres", "-c", "COPY (" + select + ") TO STDOUT")
                .redirectOutput(new File("/dev/null"));
        psql.environment().put("PGOPTIONS", "-c log_statement_stats=on -c client_min_messages=log");
        Process running = psql.start();
        String statistics = new String(running.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher cpu = CPU.matcher(statistics);
        if (running.waitFor() != 0 || !cpu.find()) {
            throw new IllegalStateException("psql failed: " + statistics);
        }
        return Double.parseDouble(cpu.group(1)) + Double.parseDouble(cpu.group(2));
    }

    private double export(Format format, boolean gzip) throws Exception {
        ExportRequest request = new ExportRequest(columns, Sql.of(select), format, false, gzip ? Coding.GZIP : Coding.IDENTITY);
        return onBackend(connection -> {
            SnapshotConnection snapshot = new SnapshotConnection(connection, kept -> { }, Duration.ofHours(1), Duration.ofHours(1));
            ExportBody body = gzip ? new GzipPieces(OutputStream.nullOutputStream(), GzipPieces.LIVE) : new PlainBody(OutputStream.nullOutputStream());
            new RowPump(snapshot.copy(select), request.rowFormat(), body.rows()).run(true);
            body.finish();
            body.release();
            snapshot.end(true);
        });
    }

    private double thrownAway() throws Exception {
        return onBackend(connection -> {
            CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY (" + select + ") TO STDOUT");
            while (copy.readFromCopy() != null) {
                // only the server and the driver are measured
            }
        });
    }

    /** Seconds of CPU the server's backend took. */
    private double onBackend(Work work) throws Exception {
        try (Connection connection = DriverManager.getConnection(url); Statement statement = connection.createStatement()) {
            ResultSet pid = statement.executeQuery("SELECT pg_backend_pid()");
            pid.next();
            Path stat = Path.of("/proc/" + pid.getInt(1) + "/stat");
            double before = cpu(stat);
            work.with(connection);
            return cpu(stat) - before;
        }
    }

    private static double cpu(Path stat) throws IOException {
        String[] fields = Files.readString(stat).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / (double) TICKS_PER_SECOND;
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.code("station_code", "站点", "station"));
        columns.add(Column.instant("observed_at", "时间", "time"));
        for (int i = 0; i < 12; i++) {
            columns.add(Column.decimal("value_" + i, "µg/m³", "值", "value"));
        }
        for (int i = 0; i < 7; i++) {
            columns.add(Column.integer("index_" + i, "指数", "index"));
        }
        columns.add(Column.codes("primary_pollutants", "首要污染物", "primary pollutants"));
        columns.add(Column.codes("flags", "标记", "flags"));
        columns.add(Column.text("data_status", "状态", "status"));
        return columns;
    }

    private interface Work {
        void with(Connection connection) throws SQLException, IOException;
    }

    private interface Run {
        /** Seconds of CPU on the server, where known. */
        double run() throws Exception;
    }

    private static final class Candidate {

        private static final OperatingSystemMXBean SYSTEM = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

        private final String name;
        private final Run run;
        private final List<Double> seconds = new ArrayList<>();
        private double javaCpu = Double.MAX_VALUE;
        private double backendCpu = Double.MAX_VALUE;

        Candidate(String name, Run run) {
            this.name = name;
            this.run = run;
        }

        void run(boolean counted) throws Exception {
            long cpu = SYSTEM.getProcessCpuTime();
            long start = System.nanoTime();
            backendCpu = Math.min(backendCpu, run.run());
            double took = (System.nanoTime() - start) / 1e9;
            javaCpu = Math.min(javaCpu, (SYSTEM.getProcessCpuTime() - cpu) / 1e9);
            System.out.printf("  %s %.2f s%n", name, took);
            if (counted) {
                seconds.add(took);
            }
        }

        double median() {
            double[] sorted = seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return sorted[sorted.length / 2];
        }
    }
}
