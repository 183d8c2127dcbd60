package org.envdisclosure.source.record;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.ingest.RawRecord;
import org.envdisclosure.platform.ingest.RecordBody;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;

/**
 * What a reviewer decided.
 *
 * @param word   publish, mask or refuse
 * @param reason in the reviewer's words
 * @param by     name of the key
 */
record ReviewDecision(String word, String reason, String by, Instant at) {

    static final List<String> HELD = List.of("held");
    private static final Set<String> MEMBERS = Set.of("decision", "reason");
    private static final String DECIDE = "UPDATE %s SET state = ?, decision = ?, decision_reason = ?, decided_at = ?, decided_by = ? WHERE %s = ? AND state = ANY (?)";

    /** @throws ApiProblem 400 */
    static ReviewDecision read(InputStream body, String by, Instant at) {
        RawRecord record = RecordBody.read(body);
        if (!MEMBERS.containsAll(record.names().asList())) {
            throw wrong();
        }
        String word = record.value("decision");
        String reason = record.value("reason");
        if (word == null || !ReviewDatasets.DECISIONS.contains(word) || reason == null || reason.isBlank()) {
            throw wrong();
        }
        Filters.requireText("reason", reason);
        return new ReviewDecision(word, reason.strip(), by, at);
    }

    private static ApiProblem wrong() {
        return ProblemType.INVALID_BODY.because("请求体为 {\"decision\": \"publish|mask|refuse\", \"reason\": \"理由，1 至 200 字\"}",
                "the body is {\"decision\": \"publish|mask|refuse\", \"reason\": \"why, 1 to 200 characters\"}");
    }

    boolean refuses() {
        return word.equals("refuse");
    }

    /** States of a file in which this can be decided: a published one can be taken down. */
    List<String> statesOfFiles() {
        return refuses() ? List.of("held", "published") : HELD;
    }

    boolean masks() {
        return word.equals("mask");
    }

    /**
     * Under the dataset's lock.
     *
     * @param table  originals or attachments
     * @param states in which it may be decided about
     * @throws ApiProblem 409 when it is held no longer
     */
    void write(Connection connection, String table, String key, long id, List<String> states) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(DECIDE.formatted(table, key))) {
            update.setString(1, refuses() ? "refused" : "published");
            update.setString(2, word);
            update.setString(3, reason);
            update.setTimestamp(4, Timestamp.from(at));
            update.setString(5, by);
            update.setLong(6, id);
            update.setArray(7, connection.createArrayOf("text", states.toArray()));
            if (update.executeUpdate() == 0) {
                throw decidedAlready();
            }
        }
    }

    static ApiProblem decidedAlready() {
        return ProblemType.CONFLICT.because("此项已不在待审状态：已有决定，或报送方后来又报送了新的内容", "this is held no longer: it was decided, or the sender has sent something else since");
    }
}
