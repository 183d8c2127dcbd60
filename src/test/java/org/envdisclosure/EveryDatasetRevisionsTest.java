package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.envdisclosure.PublicApi.Answer;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.ingest.Receipt;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.time.ChinaTime;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Past states of every dataset that keeps them. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class EveryDatasetRevisionsTest extends DatasetContract {

    private static final int SOME_LINES = 60;

    @TestFactory
    Stream<DynamicTest> the_newest_revision_asked_for_by_number_is_what_is_there_now() {
        return each(Dataset::isRevised, dataset -> {
            Answer now = wholeDay(dataset);
            Answer then = wholeDay(dataset, "as_of", "revision:" + now.revision());
            Answer again = wholeDay(dataset, "as_of", "revision:" + now.revision());

            assertThat(keys(dataset, then)).isEqualTo(keys(dataset, now)).isNotEmpty();
            if (!dataset.dependsOnNow()) {
                assertThat(then.rows()).isEqualTo(now.rows());
                assertThat(again.body()).isEqualTo(then.body());
            }
            assertThat(then.revision()).isEqualTo(now.revision());
            assertThat(wholeDay(dataset, "as_of", now.json().at("/meta/as_of").asText()).revision()).isEqualTo(now.revision());
        });
    }

    @TestFactory
    Stream<DynamicTest> before_the_first_revision_there_was_nothing() {
        return each(Dataset::isRevised, dataset -> {
            assertThat(wholeDay(dataset, "as_of", "revision:0").rows()).isEmpty();
            assertThat(wholeDay(dataset, "as_of", "2001-01-01").rows()).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> a_state_that_is_none_is_refused() {
        return each(Dataset::isRevised, dataset -> {
            for (String slip : List.of("2199-01-01", "2199-01-01T00:00:00+08:00", "revision:999999999", "revision:", "revision:-1", "revision:x",
                    "revision:99999999999999999999", "revision: 1", "rev:1", "1", "tomorrow", "")) {
                refused(onTheDay(dataset, "as_of", slip), "as_of");
            }
            for (String slip : List.of("2199-01-01", "revision:1", "tomorrow", "")) {
                refused(onTheDay(dataset, "updated_since", slip), "updated_since");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> since_the_beginning_everything_was_updated_and_since_the_newest_revision_nothing() {
        return each(Dataset::isRevised, dataset -> {
            Answer now = wholeDay(dataset);

            assertThat(keys(dataset, wholeDay(dataset, "updated_since", "2001-01-01"))).isEqualTo(keys(dataset, now));
            assertThat(wholeDay(dataset, "updated_since", now.json().at("/meta/as_of").asText()).rows()).isEmpty();
        });
    }

    /** A review raises the status of some rows; that is a revision of every dataset with a status that follows from them. */
    @Test
    void a_correction_is_a_new_revision_and_the_old_one_stays_readable() throws IOException {
        List<Dataset> revised = datasets.stream().filter(dataset -> dataset.isRevised() && !dataset.dependsOnNow()).toList();
        List<Receipt> first = load(DataStatus.REALTIME, SOME_LINES);
        Map<Dataset, Answer> before = read(revised, first, "");

        List<Receipt> review = load(DataStatus.PRELIMINARY, SOME_LINES);

        assertThat(review).allSatisfy(receipt -> assertThat(receipt.rejected()).isZero());
        assertThat(review.stream().mapToLong(Receipt::corrected).sum()).isPositive();
        Map<Dataset, Answer> after = read(revised, first, "");
        List<String> corrected = new ArrayList<>();
        for (Dataset dataset : revised) {
            Answer past = read(List.of(dataset), first, "&as_of=revision:" + before.get(dataset).revision()).get(dataset);
            assertThat(past.rows()).as(dataset.id()).isEqualTo(before.get(dataset).rows());

            List<JsonNode> changed = new ArrayList<>(after.get(dataset).rows());
            changed.removeAll(before.get(dataset).rows());
            assertThat(read(List.of(dataset), first, "&updated_since=" + before.get(dataset).json().at("/meta/as_of").asText().replace("+", "%2B"))
                    .get(dataset).rows()).as(dataset.id()).containsAll(changed).hasSizeGreaterThanOrEqualTo(changed.size());
            assertThat(after.get(dataset).revision() > before.get(dataset).revision()).as(dataset.id()).isEqualTo(!changed.isEmpty());
            changed.stream().findFirst().ifPresent(row -> corrected.add(dataset.id()));
        }
        assertThat(corrected).isNotEmpty();
    }

    /** The rows the receipts speak of. */
    private Map<Dataset, Answer> read(List<Dataset> which, List<Receipt> receipts, String further) {
        Receipt inTime = receipts.stream().filter(receipt -> receipt.timeFrom() != null && receipt.timeTo() != null).findFirst().orElseThrow();
        Map<Dataset, Answer> answers = new LinkedHashMap<>();
        for (Dataset dataset : which) {
            Instant from = inTime.timeFrom().minusSeconds(1);
            // a period lies at its first day
            String begins = isOfPeriods(dataset) ? ChinaTime.dateOf(from).withDayOfYear(1).toString() : from.toString();
            String all = dataset.time().isEmpty() ? PublicApi.query(dataset.path(), "limit", LARGEST)
                    : PublicApi.query(dataset.path(), "limit", LARGEST, "from", begins, "to", inTime.timeTo().plusSeconds(1).toString());
            answers.put(dataset, ok(all + further));
        }
        return answers;
    }

    private static List<List<JsonNode>> keys(Dataset dataset, Answer answer) {
        return answer.rows().stream().map(row -> dataset.key().stream().map(row::get).toList()).toList();
    }
}
