package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Pages strung together are the CSV as of their revision, are the NDJSON of it, are what the tables hold, for random questions, while
 * another client writes. Each walk follows from its own seed; {@code -Denvd.test.walk=<seed>} repeats one alone.
 */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class PagesEqualStreamsTest {

    private static final int WALKS = 40;

    @TestHTTPResource
    URL base;

    @Inject
    AgroalDataSource database;

    private HourlyTable table;
    private HourlyAnswers answers;
    private ServiceClient service;
    private int rows;
    private int overtaken;

    @BeforeEach
    void connect() {
        service = new ServiceClient(base.toString(), TestDatabase.ADMIN_KEY);
        answers = new HourlyAnswers(service);
        table = new HourlyTable(database);
    }

    @Test
    void pages_equal_streams_equal_the_tables_while_hours_are_inserted_corrected_and_late() throws Exception {
        walk(new AirWorld("PAGES"), false);
    }

    /** A question by city rests on the register too: a page must not lose or gain rows because a station moved. */
    @Test
    void pages_equal_streams_equal_the_tables_while_stations_move_to_other_cities() throws Exception {
        walk(new AirWorld("MOVES"), true);
    }

    private void walk(AirWorld world, boolean stationsMove) throws Exception {
        List<Long> seeds = seeds();
        try (OtherClient writer = OtherClient.start(service, world, stationsMove, seeds.get(0))) {
            for (long seed : seeds) {
                Random random = new Random(seed);
                check(HourlyQuestion.random(random, world), random, "repeat with -Denvd.test.walk=" + seed);
            }
            // how many depends on the machine; that walks were overtaken is asked below
            assertThat(writer.batches()).as("batches written meanwhile").isGreaterThan(seeds.size() / 8);
        }
        System.out.printf("%s: %d walks, %,d rows compared, %d walks overtaken by the writer%n", world.prefix(), seeds.size(), rows, overtaken);
        if (seeds.size() == WALKS) {
            assertThat(rows).as("rows compared").isGreaterThan(2_000);
            assertThat(overtaken).as("walks whose answer had changed by the end").isGreaterThan(WALKS / 8);
        }
    }

    private static List<Long> seeds() {
        Long only = Long.getLong("envd.test.walk");
        return only != null ? List.of(only) : new Random().longs(WALKS).boxed().toList();
    }

    private void check(HourlyQuestion question, Random random, String repeat) throws SQLException {
        HourlyAnswers.Pages pages = answers.pages(question, random);
        String asOf = "revision:" + pages.revision();
        String about = "%s%n%s%nas of %s in %d pages".formatted(repeat, ServiceClient.target("", question.asked()), asOf, pages.count());
        same(answers.csv(question, "as_of", asOf), pages.rows(), "CSV beside pages: " + about);
        same(table.rows(question, pages.revision()), pages.rows(), "tables beside pages: " + about);
        same(answers.ndjson(question, "as_of", asOf), pages.rows(), "NDJSON beside pages: " + about);
        checkReversedAndCut(question, pages.rows(), random, asOf, about);
        checkChanged(question, random, pages.revision(), about);
        rows += pages.rows().size();
        overtaken += answers.csv(question).equals(pages.rows()) ? 0 : 1;
    }

    private void checkReversedAndCut(HourlyQuestion question, List<List<String>> rows, Random random, String asOf, String about) {
        List<List<String>> backwards = new ArrayList<>(rows);
        Collections.reverse(backwards);
        int limit = 1 + random.nextInt(rows.size() + 1);
        same(answers.csv(question.reversed(), "as_of", asOf), backwards, "the other order: " + about);
        same(answers.csv(question, "as_of", asOf, "limit", String.valueOf(limit)), rows.subList(0, Math.min(limit, rows.size())),
                "limit=" + limit + ": " + about);
    }

    private void checkChanged(HourlyQuestion question, Random random, long revision, String about) throws SQLException {
        long since = Math.max(1, revision - random.nextInt(20));
        String moment = table.publishedAt(since).atOffset(ZoneOffset.ofHours(8)).toString();
        same(answers.csv(question, "as_of", "revision:" + revision, "updated_since", moment),
                table.rowsChangedAfter(since, question, revision), "updated_since=%s (revision %d): %s".formatted(moment, since, about));
    }

    /** Cell by cell; tells the first row that differs, as thousands may follow. */
    private static void same(List<List<String>> found, List<List<String>> expected, String about) {
        int row = 0;
        while (row < Math.min(found.size(), expected.size()) && found.get(row).equals(expected.get(row))) {
            row++;
        }
        String first = row < found.size() ? found.get(row).toString() : "no row";
        assertThat(first).as("row %d of %d and %d, %s", row, found.size(), expected.size(), about)
                .isEqualTo(row < expected.size() ? expected.get(row).toString() : "no row");
    }
}
