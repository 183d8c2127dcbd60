package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.envdisclosure.PublicApi.Answer;
import org.envdisclosure.platform.archive.ArchiveJob;
import org.envdisclosure.platform.archive.ArchivedDataset;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.dataset.Dataset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A month of every dataset that keeps its months, as files and in answers. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class EveryDatasetArchivesTest extends DatasetContract {

    /** Bounds nothing, but is asked of the database. */
    private static final String NO_LIMIT = "1000000000";

    @Inject
    ArchiveJob job;

    @TestFactory
    Stream<DynamicTest> a_month_is_the_same_from_its_piece_as_from_the_database() {
        return each(EveryDatasetArchivesTest::isKept, dataset -> {
            YearMonth month = YearMonth.from(day(dataset));
            String[] span = {"format", "csv", "from", month.atDay(1).toString(), "to", month.plusMonths(1).atDay(1).toString()};
            String before = ok(PublicApi.query(dataset.path(), span)).body();

            job.build(dataset, month);

            assertThat(job.build(dataset, month)).as("built as it is").isFalse();
            assertThat(before).isEqualTo(ok(PublicApi.query(dataset.path(), with(span, "limit", NO_LIMIT))).body());
            assertThat(ok(PublicApi.query(dataset.path(), span)).body()).isEqualTo(before);
        });
    }

    @TestFactory
    Stream<DynamicTest> one_place_is_the_same_from_its_piece_as_from_the_database() {
        return each(dataset -> isKept(dataset) && parameterOf(dataset) != null, dataset -> {
            YearMonth month = YearMonth.from(day(dataset));
            job.build(dataset, month);
            String place = ok(onTheDay(dataset, "limit", "1")).rows().get(0).get(dataset.key().get(1)).asText();
            String[] span = {"format", "csv", "from", month.minusMonths(1).atDay(1).toString(), "to", month.plusMonths(2).atDay(1).toString(), parameterOf(dataset), place};

            Answer pieces = ok(PublicApi.query(dataset.path(), span));

            assertThat(pieces.body()).contains(place).isEqualTo(ok(PublicApi.query(dataset.path(), with(span, "limit", NO_LIMIT))).body());
        });
    }

    @TestFactory
    Stream<DynamicTest> a_month_is_listed_in_both_formats_with_the_rows_it_has() {
        return each(EveryDatasetArchivesTest::isKept, dataset -> {
            YearMonth month = YearMonth.from(day(dataset));
            job.build(dataset, month);

            List<JsonNode> listed = StreamSupport.stream(ok(PublicApi.query("/archives", "dataset", dataset.id(), "month", month.toString())).json().get("data")
                    .spliterator(), false).toList();

            assertThat(listed).extracting(file -> file.get("format").asText()).containsExactly("csv.gz", "parquet");
            assertThat(listed).allSatisfy(file -> {
                Answer rows = ok(PublicApi.query(dataset.path(), "from", file.get("from").asText(), "to", file.get("to").asText(), "limit", "1", "count", "exact"));
                assertThat(file.get("rows").asLong()).isPositive().isEqualTo(rows.json().at("/page/total").asLong());
                assertThat(file.get("revision").asLong()).isPositive();
            });
        });
    }

    private static boolean isKept(Dataset dataset) {
        return ArchivedDataset.of(dataset).isPresent();
    }

    /** The parameter that takes codes of places, for a dataset whose rows of one time differ by place alone. */
    private static String parameterOf(Dataset dataset) {
        String parameter = dataset.key().size() == 2 ? dataset.key().get(1).replace("_code", "") : "";
        return parameter.equals("city") ? null : dataset.filters().stream().flatMap(filter -> filter.parameters().stream())
                .map(known -> known.name()).filter(parameter::equals).findFirst().orElse(null);
    }

    private static String[] with(String[] parameters, String... more) {
        return Stream.concat(Stream.of(parameters), Stream.of(more)).toArray(String[]::new);
    }
}
