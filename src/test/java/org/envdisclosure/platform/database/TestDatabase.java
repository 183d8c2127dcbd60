package org.envdisclosure.platform.database;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL for tests: an embedded one under {@code target/test-database}, started once per test JVM, or databases
 * made on the server of {@code ENVD_TEST_DATABASE_URL} and dropped at the end (its user must be allowed to make databases).
 *
 * <p>Tests with Quarkus: {@code @WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)}; they share
 * one database. Tests without: {@link #fresh()}.
 */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

    /** The administrator's key of the service under test. */
    public static final String ADMIN_KEY = "test-admin-key-0123456789";

    @Override
    public Map<String, String> start() {
        Map<String, String> properties = new LinkedHashMap<>(
                DatabaseUrl.parse("test database", called("sharedDatabase")).quarkusProperties());
        properties.put("envd.admin-key", ADMIN_KEY);
        // attachments of one run are not those of another
        properties.put("envd.data-dir", "target/test-data-" + ProcessHandle.current().pid());
        // in service a period rests so that an hourly feed does not cost a year each hour; a test would only wait
        properties.put("envd.rollup.resting", "0s");
        properties.put("envd.air.running-day", "0s");
        // tests build the months they want; a job that builds all others would only be in the way
        properties.put("envd.archives.settling", "36500d");
        // heartbeats and a reader who does not read are waited for; few streams are too many
        properties.put("envd.stream.heartbeat", "1s");
        properties.put("envd.stream.stall", "2s");
        properties.put("envd.stream.most-per-client", "20");
        // a port of the system's choice: nothing else on the machine may be in the way
        properties.put("quarkus.http.test-port", "0");
        return properties;
    }

    /** Nothing: the server is shared by all tests of the JVM and stops with it. */
    @Override
    public void stop() {
    }

    /** The address of a new, empty database. */
    public static DatabaseUrl fresh() {
        return DatabaseUrl.parse("test database", called("newDatabase"));
    }

    /** Connections to {@code url}, without a pool. */
    public static DataSource dataSource(DatabaseUrl url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url.jdbcUrl());
        source.setUser(url.user());
        source.setPassword(url.password());
        return source;
    }

    private static String called(String method) {
        try {
            return (String) Class.forName("org.envdisclosure.platform.database.TestServer", true,
                    ClassLoader.getSystemClassLoader()).getMethod(method).invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no test database", e);
        }
    }
}
