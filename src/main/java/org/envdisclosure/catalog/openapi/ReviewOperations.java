package org.envdisclosure.catalog.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.models.Operation;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.ingest.Reviews;
import org.envdisclosure.platform.problem.ProblemType;

import static org.envdisclosure.catalog.openapi.CommonParameters.query;
import static org.envdisclosure.catalog.openapi.CommonParameters.string;
import static org.envdisclosure.catalog.openapi.CommonParameters.words;

/** Operations that raise the state of review of a dataset's rows. */
final class ReviewOperations {

    /** What can go wrong beside what its parameters say. */
    static final List<ProblemType> PROBLEMS = List.of(ProblemType.NO_GOOD_ROW, ProblemType.INGEST_BUSY);

    private ReviewOperations() {
    }

    static void describe(Operation operation, Dataset dataset) {
        String word = """
                提高一个时段的审核状态，数值不变。行由与读取相同的参数选定；时段须有起止。状态只升不降，已达到的为 unchanged。 / \
                Raises the state of review of a period; values stay. The same parameters that show the rows name them, and the period \
                needs both its ends. A state is never lowered: rows that stand as high already are `unchanged`. \
                What is computed from the rows follows with the lowest state of its inputs.""";
        operation.description(operation.getDescription() == null ? word : operation.getDescription() + "\n\n" + word);
        DatasetParameters.ofScope(dataset).forEach(operation::addParameter);
        operation.addParameter(query("data_status", "审核后的状态。 / The state the rows reach.", words(Reviews.TARGETS), "reviewed").required(true))
                .addParameter(query("reason", "理由，1 至 200 字，记入 revision_note。 / Why, 1 to 200 characters, kept as `revision_note`.",
                        string().minLength(1).maxLength(200), "monthly review 2026-10").required(true));
        operation.setResponses(BatchOperations.receipts());
    }
}
