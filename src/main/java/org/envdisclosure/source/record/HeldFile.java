package org.envdisclosure.source.record;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.source.rules.privacy.Hit;
import org.envdisclosure.source.rules.privacy.Judged;
import org.envdisclosure.source.rules.privacy.PersonalData;

/**
 * A file that waits for a reviewer, or is to be taken down.
 *
 * @param id     of the attachment
 * @param record code of the record it belongs to
 * @param hits   what was found, as JSON
 */
record HeldFile(long id, String record, String name, String hits) {

    private static final String SHOW_AS = "UPDATE supervision_attachments SET shown_name = ? WHERE attachment_id = ?";
    private static final String PUBLISHED = "SELECT FROM supervision_attachments WHERE attachment_id = ? AND state = 'published'";
    private static final String NAME = "name";

    /**
     * How a decision about it is carried out.
     *
     * @throws ApiProblem 409 where something within the file would have to be covered
     */
    RevisionPlan plan(ReviewDecision decision) {
        String shown = decision.masks() ? maskedName() : name;
        return RevisionPlan.ofOne("attachment", (item, connection) -> {
            boolean listed = isPublished(connection);
            decision.write(connection, "supervision_attachments", "attachment_id", id, decision.statesOfFiles());
            try (PreparedStatement show = connection.prepareStatement(SHOW_AS)) {
                show.setString(1, shown);
                show.setLong(2, id);
                show.executeUpdate();
            }
            return listed || !decision.refuses();
        });
    }

    private boolean isPublished(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PUBLISHED)) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private String maskedName() {
        List<JsonObject> found = new JsonArray(hits).stream().map(JsonObject.class::cast).toList();
        if (found.stream().anyMatch(hit -> !hit.getString("field").equals(NAME))) {
            throw ProblemType.CONFLICT.because("文件内容无法代为遮盖；请由报送方遮盖后以新文件报送，或决定 publish、refuse",
                    "what is within a file cannot be covered here; have it sent anew with the places covered, or decide publish or refuse");
        }
        List<Hit> places = found.stream().map(hit -> new Hit(NAME, PersonalData.OWN_FIELD, hit.getInteger("from"), hit.getInteger("to"))).toList();
        return new Judged(Map.of(NAME, name), places).masked().get(NAME);
    }
}
