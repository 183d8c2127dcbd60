package org.envdisclosure.platform.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.revision.RevisionLedger;
import org.envdisclosure.platform.sql.Transactions;
import org.junit.jupiter.api.Test;

/** A batch that has been read while another one holds the dataset. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class BusyDatasetTest {

    private static final Duration PATIENCE = Duration.ofMillis(300);

    @Inject
    Transactions transactions;

    @Inject
    AgroalDataSource database;

    @Inject
    IngestMeters meters;

    @Inject
    Instance<IngestPlan<?>> plans;

    /** The service's own bounds but one. */
    private record Impatient(int parallel, Duration patience, long maxBytes, int maxRecordBytes, int maxExpansion, Duration lockPatience)
            implements IngestConfig {
    }

    @Test
    void it_is_told_to_come_again_and_nothing_of_it_is_stored() throws Exception {
        IngestPlan<?> plan = plans.stream().filter(any -> any.table().dataset().equals("air-stations")).findFirst().orElseThrow();
        BatchIngest ingest = new BatchIngest(transactions, Clock.systemUTC(), new Impatient(1, PATIENCE, 1 << 20, 1 << 16, 200, PATIENCE), meters);
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            RevisionLedger.lock(other, plan.changes(), Duration.ofSeconds(10));

            assertThatThrownBy(() -> ingest.take(plan, batch())).isInstanceOfSatisfying(ApiProblem.class, problem -> {
                assertThat(problem.type()).isEqualTo(ProblemType.INGEST_BUSY);
                assertThat(problem.headers()).containsEntry("Retry-After", "5");
            });
            other.rollback();
            other.setAutoCommit(true);
        }
        assertThat(ingest.take(plan, batch()).inserted()).isEqualTo(1);
    }

    @Test
    void an_entry_that_cannot_have_its_turn_is_told_to_come_again() throws Exception {
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            RevisionLedger.lock(other, List.of("air-stations"), Duration.ofSeconds(10));

            Response answer = RestAssured.given().basePath("/api/v1").header("X-API-Key", TestDatabase.ADMIN_KEY)
                    .contentType("application/json; charset=utf-8").body("{\"name\":\"busy\"}").put("/air/stations/busy-2");

            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(ProblemType.INGEST_BUSY.status());
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            other.rollback();
            other.setAutoCommit(true);
        }
    }

    private static BatchRequest batch() {
        byte[] row = "{\"station_code\":\"busy-1\",\"name\":\"busy\"}\n".getBytes(StandardCharsets.UTF_8);
        return new BatchRequest("native", DataStatus.REALTIME, false, "busy", ContentCoding.IDENTITY, BodyFormat.NDJSON, new ByteArrayInputStream(row));
    }
}
