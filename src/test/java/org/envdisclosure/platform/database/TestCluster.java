package org.envdisclosure.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** A data folder of a test, seen from outside the service that has it. */
public record TestCluster(Path folder) {

    /** Lines of postmaster.pid. */
    static final int PROCESS = 0;
    static final int PORT = 3;

    public static TestCluster in(Path folder) {
        return new TestCluster(folder);
    }

    /** As in production; only the programs are shared with other tests. */
    EmbeddedPostgres started() {
        return EmbeddedPostgres.start(new EmbeddedOptions(folder, TestServer.binaries(), true));
    }

    Path files() throws IOException {
        return folder.toRealPath().resolve("postgresql-17");
    }

    /** Of the service in another JVM. */
    public DatabaseUrl recordedUrl() throws IOException {
        String password = Files.readString(files().resolve("env-disclosure.password")).strip();
        return OwnDatabase.url(Integer.parseInt(record().get(PORT)), new Cluster(files(), password));
    }

    /** Of the service in another JVM, as the service itself connects. */
    public Connection connect() throws IOException, SQLException {
        return OwnDatabase.connect(recordedUrl());
    }

    /** The server's process, where one runs on these files. */
    public Optional<ProcessHandle> server() throws IOException {
        return Postmaster.recordedIn(files()).filter(Postmaster::isServing).flatMap(server -> ProcessHandle.of(server.pid()));
    }

    /** And waits a moment: its sessions end by themselves when they see it gone. */
    void killServer() throws Exception {
        ProcessHandle server = server().orElseThrow();
        server.destroyForcibly();
        server.onExit().get();
        Thread.sleep(500);
    }

    void recordLine(int number, String line) throws IOException {
        List<String> lines = record();
        lines.set(number, line);
        Files.write(files().resolve("postmaster.pid"), lines);
    }

    private List<String> record() throws IOException {
        return Files.readAllLines(files().resolve("postmaster.pid"));
    }

    static void execute(DatabaseUrl url, String sql) throws SQLException {
        try (Connection connection = OwnDatabase.connect(url); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public static String text(DatabaseUrl url, String query) {
        try (Connection connection = OwnDatabase.connect(url); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
