package org.envdisclosure.platform.ingest;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.time.TimeRange;
import org.envdisclosure.platform.web.Asked;
import org.envdisclosure.platform.web.QueryString;
import org.envdisclosure.platform.web.QuestionParser;

/** Answers a POST that raises the state of review of a period: the same filters and times that show the rows name them here. */
@ApplicationScoped
public class Reviews {

    /** The states a review can give. */
    public static final List<String> TARGETS = List.of(DataStatus.PRELIMINARY.wire(), DataStatus.REVIEWED.wire(), DataStatus.FINAL.wire());

    private final ManualBatches batches;
    private final Clock clock;

    Reviews(ManualBatches batches, Clock clock) {
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * Raises the rows and answers with the receipt: {@code received} are the rows named, {@code corrected} those raised,
     * {@code unchanged} those that stood as high already.
     *
     * @throws ApiProblem 400 without a period with both ends, a state to give and a reason; 422 when no row is named
     */
    public Uni<Response> take(Dataset dataset, ReviewedTable reviewed, RoutingContext request) {
        QueryString query = Asked.of(request).query();
        QuestionParser.Scope scope = QuestionParser.scope(dataset, query, List.of("data_status", StatedReason.PARAMETER), clock.instant());
        requirePeriod(scope.range());
        DataStatus status = status(query);
        String reason = StatedReason.of(query);
        ReviewPlan plan = new ReviewPlan(reviewed, scope.condition(), reason, Asked.of(request).target());
        return batches.take(plan, request, status, Map.of("question", Asked.of(request).target()));
    }

    private static void requirePeriod(TimeRange range) {
        if (range.from() == null || range.to() == null) {
            String missing = range.from() == null ? "from" : "to";
            throw ApiProblem.parameter(missing, "审核须给出时段：month、date，或 from 与 to",
                    "a review is of a period: give month, date, or from and to");
        }
    }

    private static DataStatus status(QueryString query) {
        String word = query.one("data_status").orElseThrow(() -> ApiProblem.parameter("data_status",
                "请用 data_status 给出审核后的状态：" + String.join("、", TARGETS), "data_status says what state the rows reach: " + String.join(", ", TARGETS)));
        Filters.requireWord("data_status", word, TARGETS);
        return DataStatus.ofWire(word).orElseThrow();
    }
}
