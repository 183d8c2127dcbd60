package org.envdisclosure.source.record;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.envdisclosure.platform.attachment.Attachment;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.page.Rows;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.ChinaTime;
import org.envdisclosure.platform.withdrawal.Withdrawals;
import org.jspecify.annotations.Nullable;

/** The files of records, and whether they may be seen. */
@ApplicationScoped
class RecordFiles {

    private static final List<Column> COLUMNS = List.of(Column.code("record_id", "", ""), Column.code("sha256", "", ""), Column.code("media_type", "", ""),
            Column.integer("bytes", "", ""), Column.instant("withdrawn_at", "", ""), Column.text("reason", "", ""));
    private static final String SHA256 = "[0-9a-f]{64}";
    private static final int ENOUGH_OF_A_HASH = 8;

    private final Rows rows;

    RecordFiles(Rows rows) {
        this.rows = rows;
    }

    /** For everybody: fails with 404 for what is not published, with 410 once the record is withdrawn. */
    Uni<Attachment> published(String record, String sha256) {
        if (!sha256.matches(SHA256)) {
            throw unknown();
        }
        Sql found = Sql.of("""
                SELECT f.record_id, f.sha256, f.media_type, f.bytes::integer, withdrawn.withdrawn_at, withdrawn.reason
                  FROM supervision_attachments AS f JOIN supervision_records_published AS p USING (record_id)""")
                .then(Withdrawals.join(RecordTable.DATASET, "f.record_id"))
                .then(" WHERE f.record_id = ? AND f.sha256 = ? AND f.state = 'published' LIMIT 1", record, sha256);
        return rows.read(found, COLUMNS).map(read -> read.stream().findFirst().map(RecordFiles::open).orElseThrow(RecordFiles::unknown));
    }

    private static Attachment open(@Nullable Object[] row) {
        if (row[4] != null) {
            throw ProblemType.GONE.because("记录已于 %s 撤回：%s".formatted(ChinaTime.format((Instant) row[4]), row[5]),
                    "the record was withdrawn at %s: %s".formatted(ChinaTime.format((Instant) row[4]), row[5]));
        }
        return file(row);
    }

    /** For the bureau, whatever its state; fails with 404 for what never was. */
    Uni<Attachment> held(String review) {
        if (!review.matches("a[0-9]{1,18}")) {
            throw unknown();
        }
        return rows.read(Sql.of("SELECT record_id, sha256, media_type, bytes::integer, NULL::timestamptz, NULL::text FROM supervision_attachments WHERE attachment_id = ?",
                Long.parseLong(review.substring(1))), COLUMNS).map(read -> read.stream().findFirst().map(RecordFiles::file).orElseThrow(RecordFiles::unknown));
    }

    private static Attachment file(@Nullable Object[] row) {
        String type = String.valueOf(row[2]);
        String name = row[0] + "-" + String.valueOf(row[1]).substring(0, ENOUGH_OF_A_HASH) + "." + FileQuestion.EXTENSIONS.get(type);
        return new Attachment(String.valueOf(row[1]), (Integer) row[3], type.startsWith("text/") ? type + ";charset=UTF-8" : type, name);
    }

    private static ApiProblem unknown() {
        return ProblemType.NOT_FOUND.because("没有此附件", "there is no such file");
    }
}
