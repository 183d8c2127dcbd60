package org.envdisclosure.source.record;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.page.Rows;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.sql.Sql;

/** Which records there are, and of which sources. */
@ApplicationScoped
class KnownRecords {

    private final Rows rows;

    KnownRecords(Rows rows) {
        this.rows = rows;
    }

    /** Fails with 404 for a record that was never published: of one that is held nobody is told. */
    Uni<String> published(String id) {
        return rows.read(Sql.of("SELECT record_id FROM supervision_records_published WHERE record_id = ?", id), List.of(Column.code("record_id", "", "")))
                .map(found -> found.stream().findFirst().map(row -> String.valueOf(row[0])).orElseThrow(() -> unknown(id)));
    }

    /** Fails with 404 for a source that is not in the register. */
    Uni<String> source(String id) {
        return rows.read(Sql.of("SELECT source_id FROM sources_entered WHERE source_id = ? LIMIT 1", id), List.of(Column.code("source_id", "", "")))
                .map(found -> found.stream().findFirst().map(row -> String.valueOf(row[0]))
                        .orElseThrow(() -> ProblemType.NOT_FOUND.because("登记表中没有污染源 " + id, "the register has no source " + id)));
    }

    static ApiProblem unknown(String id) {
        return ProblemType.NOT_FOUND.because("没有公开过记录 " + id, "no record %s was ever published".formatted(id));
    }
}
