package org.envdisclosure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.All;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.envdisclosure.PublicApi.Answer;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.ingest.BatchIngest;
import org.envdisclosure.platform.ingest.BatchRequest;
import org.envdisclosure.platform.ingest.BodyFormat;
import org.envdisclosure.platform.ingest.ContentCoding;
import org.envdisclosure.platform.ingest.Receipt;
import org.envdisclosure.platform.ingest.SampleData;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.rollup.Drained;
import org.envdisclosure.platform.time.ChinaTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * What the tests of every dataset share: the datasets, the sample in the database, and for each dataset a day that has rows.
 * No dataset is named here or in the tests; a new one is held to all of them as soon as it is declared and has a sample.
 */
class DatasetContract {

    static final String LARGEST = "10000";
    private static final List<Receipt> LOADED = new ArrayList<>();

    @Inject
    @All
    List<Dataset> datasets;

    @Inject
    @All
    List<SampleData> samples;

    @Inject
    BatchIngest ingest;

    @TestHTTPResource("/")
    URI root;

    PublicApi api;

    @BeforeEach
    void the_sample_is_in_the_database() throws IOException {
        api = new PublicApi(root);
        if (LOADED.isEmpty()) {
            LOADED.addAll(load(DataStatus.REALTIME, Integer.MAX_VALUE));
        }
        Drained.queues();
    }

    /** Takes the first lines of every sample file in. */
    List<Receipt> load(DataStatus status, int lines) throws IOException {
        List<Receipt> receipts = new ArrayList<>();
        for (SampleData sample : samples.stream().sorted(Comparator.comparingInt(SampleData::order)).toList()) {
            for (SampleData.Part part : sample.parts()) {
                receipts.add(ingest.take(part.plan(), new BatchRequest(part.layout(), status, false, "sample", ContentCoding.IDENTITY,
                        BodyFormat.CSV, new ByteArrayInputStream(text(part, lines)))));
            }
        }
        Drained.queues();
        return receipts;
    }

    private static byte[] text(SampleData.Part part, int lines) throws IOException {
        String resource = "/sample-data/" + part.file();
        try (InputStream file = Objects.requireNonNull(DatasetContract.class.getResourceAsStream(resource), resource)) {
            String text = new String(file.readAllBytes(), UTF_8);
            return String.join("\n", text.lines().limit(lines).toList()).getBytes(UTF_8);
        }
    }

    /** One test for each dataset. */
    Stream<DynamicTest> each(ThrowingConsumer<Dataset> test) {
        return each(dataset -> true, test);
    }

    /** One test for each dataset {@code which} holds for; that there are some is part of it. */
    Stream<DynamicTest> each(Predicate<Dataset> which, ThrowingConsumer<Dataset> test) {
        List<Dataset> chosen = datasets.stream().filter(which).toList();
        assertThat(chosen).hasSizeGreaterThanOrEqualTo(2);
        return chosen.stream().map(dataset -> DynamicTest.dynamicTest(dataset.id(), () -> test.accept(dataset)));
    }

    /** A register of one sample city has one row and so no second page. */
    boolean hasSeveralRows(Dataset dataset) {
        return ok(onTheDay(dataset, "limit", "2")).rows().size() == 2;
    }

    /** The path of a question about the day, then name and value of each further parameter. */
    String onTheDay(Dataset dataset, String... parameters) {
        List<String> all = new ArrayList<>(dataset.time().isPresent() ? List.of("date", day(dataset).toString()) : List.of());
        all.addAll(Arrays.asList(parameters));
        return PublicApi.query(dataset.path(), all.toArray(String[]::new));
    }

    /** Every row of the day, in one page. */
    Answer wholeDay(Dataset dataset, String... parameters) {
        List<String> all = new ArrayList<>(List.of("limit", LARGEST));
        all.addAll(Arrays.asList(parameters));
        Answer whole = ok(onTheDay(dataset, all.toArray(String[]::new)));
        assertThat(whole.nextCursor()).as("all rows fit a page").isEmpty();
        return whole;
    }

    /** Whether the rows are months, quarters or years, placed in time by their first day. */
    static boolean isOfPeriods(Dataset dataset) {
        return dataset.cadence().matches("P\\d+[MY]") && dataset.time().stream().allMatch(time -> time.kind() == TimeAxis.Kind.DAY);
    }

    /** A day in the middle of a sample, on which the dataset has rows; of periods the first day of the newest. */
    LocalDate day(Dataset dataset) {
        if (isOfPeriods(dataset)) {
            JsonNode newest = ok(PublicApi.query(dataset.path(), "order", "desc", "limit", "1")).rows().stream().findFirst()
                    .orElseThrow(() -> new AssertionError("no sample has rows of " + dataset.id()));
            return LocalDate.parse(newest.get(time(dataset).column()).asText());
        }
        for (Receipt receipt : LOADED) {
            if (receipt.timeFrom() != null && receipt.timeTo() != null) {
                Instant middle = receipt.timeFrom().plus(Duration.between(receipt.timeFrom(), receipt.timeTo()).dividedBy(2));
                LocalDate day = ChinaTime.dateOf(middle);
                if (!ok(PublicApi.query(dataset.path(), "date", day.toString(), "limit", "1")).rows().isEmpty()) {
                    return day;
                }
            }
        }
        throw new AssertionError("no sample has rows of " + dataset.id());
    }

    Answer ok(String path, String... headers) {
        Answer answer = api.get(path, headers);
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return answer;
    }

    /** A 400 as problem+json whose first error names {@code parameter}. */
    Answer refused(String path, String parameter) {
        Answer answer = api.get(path);
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).as(path).isEqualTo("application/problem+json");
        assertThat(answer.json().at("/errors/0/parameter").asText()).as("%s: %s", path, answer.body()).isEqualTo(parameter);
        assertThat(answer.json().path("detail").asText()).as(path).hasSizeGreaterThan(10);
        return answer;
    }

    static TimeAxis time(Dataset dataset) {
        return dataset.time().orElseThrow();
    }
}
