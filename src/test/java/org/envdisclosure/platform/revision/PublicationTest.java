package org.envdisclosure.platform.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.envdisclosure.ServiceClient;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A revision that is stamped and not yet committed, on a connection of its own, while others ask. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class PublicationTest {

    private static final String DATASET = "air-hourly";
    /** Long against an answer, short against the patience of a test. */
    private static final long A_WHILE_MILLIS = 400;

    @TestHTTPResource
    URL base;

    @Inject
    AgroalDataSource database;

    /** More than there are connections for reads. */
    private static final int CROWD = 25;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private ServiceClient service;
    private Connection publisher;
    private long revision;

    @BeforeEach
    void a_revision_is_stamped_and_not_committed() throws SQLException {
        service = new ServiceClient(base.toString(), TestDatabase.ADMIN_KEY);
        publisher = database.getConnection();
        publisher.setAutoCommit(false);
        Map<String, Long> heads = RevisionLedger.lock(publisher, List.of(DATASET), Duration.ofSeconds(10));
        revision = heads.get(DATASET) + 1;
        RevisionLedger.touch(publisher, DATASET, null);
        RevisionLedger.publishedNow(publisher, heads);
    }

    @AfterEach
    void nothing_is_left_open() throws SQLException {
        publisher.rollback();
        publisher.setAutoCommit(true);
        publisher.close();
        threads.shutdown();
    }

    private CompletableFuture<String> asked(String parameter, String value) {
        String target = ServiceClient.target("/air/hourly", Map.of("limit", "1", "format", "json", parameter, value));
        return CompletableFuture.supplyAsync(() -> service.get(target), threads);
    }

    private Instant databaseTime() throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
            row.next();
            return row.getTimestamp(1).toInstant();
        }
    }

    @Test
    void who_asks_as_of_a_moment_after_the_stamp_waits_for_the_commit_and_is_told_the_same_ever_after() throws Exception {
        String moment = databaseTime().toString();

        CompletableFuture<String> answer = asked("as_of", moment);
        TimeUnit.MILLISECONDS.sleep(A_WHILE_MILLIS);
        assertThat(answer).isNotDone();
        publisher.commit();

        assertThat(answer.get(10, TimeUnit.SECONDS)).contains("\"revision\":" + revision + ",").isEqualTo(asked("as_of", moment).join());
    }

    @Test
    void who_asks_what_changed_since_waits_too() throws Exception {
        CompletableFuture<String> answer = asked("updated_since", databaseTime().toString());
        TimeUnit.MILLISECONDS.sleep(A_WHILE_MILLIS);
        assertThat(answer).isNotDone();
        publisher.commit();

        assertThat(answer.get(10, TimeUnit.SECONDS)).contains("\"data\":[]");
    }

    @Test
    void who_waited_for_a_publication_that_failed_is_told_what_was_before() throws Exception {
        CompletableFuture<String> answer = asked("as_of", databaseTime().toString());
        TimeUnit.MILLISECONDS.sleep(A_WHILE_MILLIS);
        assertThat(answer).isNotDone();
        publisher.rollback();

        assertThat(answer.get(10, TimeUnit.SECONDS)).contains("\"revision\":" + (revision - 1) + ",");
    }

    @Test
    void reads_of_the_present_of_a_number_and_of_a_moment_long_gone_wait_for_nobody() throws Exception {
        assertThat(asked("order", "asc").get(5, TimeUnit.SECONDS)).doesNotContain("\"revision\":" + revision + ",");
        assertThat(asked("as_of", "revision:" + (revision - 1)).get(5, TimeUnit.SECONDS)).contains("\"revision\":" + (revision - 1) + ",");
        assertThat(asked("as_of", databaseTime().minusSeconds(130).toString()).get(5, TimeUnit.SECONDS)).contains("\"meta\":");
    }

    @Test
    void a_crowd_that_waits_leaves_the_connections_to_other_reads() throws Exception {
        String moment = databaseTime().toString();
        List<CompletableFuture<String>> crowd = Stream.generate(() -> asked("as_of", moment)).limit(CROWD).toList();
        TimeUnit.MILLISECONDS.sleep(A_WHILE_MILLIS);

        assertThat(asked("order", "desc").get(5, TimeUnit.SECONDS)).contains("\"meta\":");
        assertThat(crowd).noneMatch(CompletableFuture::isDone);
        publisher.commit();
        assertThat(crowd).allSatisfy(answer -> assertThat(answer.get(20, TimeUnit.SECONDS)).contains("\"revision\":" + revision + ","));
    }

    @Test
    void who_publishes_waits_for_nobody_that_only_reads() throws Exception {
        List<CompletableFuture<String>> readers = List.of(asked("as_of", databaseTime().toString()), asked("as_of", databaseTime().toString()));
        TimeUnit.MILLISECONDS.sleep(A_WHILE_MILLIS);
        long before = System.nanoTime();
        publisher.commit();

        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before)).isLessThan(2_000);
        assertThat(readers).allSatisfy(reader -> assertThat(reader.get(10, TimeUnit.SECONDS)).contains("\"revision\":" + revision + ","));
    }
}
