package org.envdisclosure.source.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.envdisclosure.platform.ingest.IngestPlan;
import org.envdisclosure.platform.web.JsonText;
import org.envdisclosure.source.rules.privacy.Hit;
import org.envdisclosure.source.rules.privacy.Judged;
import org.jspecify.annotations.Nullable;

/**
 * The originals of one batch, in a temporary table that empties itself: of each record the last, with what was decided on the same
 * content before.
 */
final class Arriving {

    static final String TABLE = "arriving_supervision_originals";
    private static final int CHUNK = 500;
    private static final int COLUMNS = 8;
    private static final String CREATE = """
            CREATE TEMPORARY TABLE IF NOT EXISTS arriving_supervision_originals (
                number bigint GENERATED ALWAYS AS IDENTITY, record_id text, content_sha256 text, received text, hits text, masked jsonb, state text,
                annulled_on date, public_until date, decision text, own_grew boolean, files_again boolean NOT NULL DEFAULT false)
            ON COMMIT DELETE ROWS
            """;
    private static final String ADD = """
            INSERT INTO arriving_supervision_originals (record_id, content_sha256, received, hits, masked, state, annulled_on, public_until, own_grew)
            SELECT a, b, c, d, e::jsonb, CASE d WHEN '[]' THEN 'published' ELSE 'held' END, f::date, g::date, h::boolean
              FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) AS r(a, b, c, d, e, f, g, h)
            """;
    private static final String LAST_OF_EACH = """
            DELETE FROM arriving_supervision_originals AS a USING (SELECT record_id, max(number) AS number FROM arriving_supervision_originals GROUP BY record_id) AS l
             WHERE a.record_id = l.record_id AND a.number < l.number
            """;
    private static final String DECIDED = """
            UPDATE arriving_supervision_originals AS a SET state = o.state, decision = o.decision
              FROM supervision_originals AS o
             WHERE o.record_id = a.record_id AND o.content_sha256 = a.content_sha256 AND o.decision IS NOT NULL
            """;
    private static final String COUNT = "SELECT count(*) FILTER (WHERE state = 'held'), count(*) FILTER (WHERE state = 'refused') FROM arriving_supervision_originals";

    private final IngestPlan.BatchContext context;
    private final List<RecordRow> rows = new ArrayList<>();

    private Arriving(IngestPlan.BatchContext context) {
        this.context = context;
    }

    /** What became of the originals. */
    record Counts(long held, long refused) {
    }

    static Arriving open(IngestPlan.BatchContext context) throws SQLException {
        execute(context.connection(), CREATE);
        return new Arriving(context);
    }

    void add(RecordRow row) throws SQLException, IOException {
        rows.add(row);
        if (rows.size() == CHUNK) {
            context.settle();
            send();
        }
    }

    /** Looked through with what is known of the record from before. */
    private static List<@Nullable String> looked(RecordRow row, Set<String> earlier) {
        Judged judged = row.judged(earlier);
        Map<String, String> masked = new LinkedHashMap<>(judged.masked());
        masked.keySet().removeIf(field -> judged.hits().stream().noneMatch(hit -> hit.field().equals(field)));
        return Arrays.asList(row.id(), row.digest(), json(row.texts()), json(told(row, judged.hits())), json(masked),
                text(row.date("annulled_on")), text(row.date("public_until")), Boolean.toString(!earlier.containsAll(row.own())));
    }

    private static List<Map<String, Object>> told(RecordRow row, List<Hit> hits) {
        return hits.stream().map(hit -> told(hit, RecordField.text(row.values().get(hit.field())))).toList();
    }

    /** A hit with the words it was found in, for the reviewer alone. */
    static Map<String, Object> told(Hit hit, String text) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("field", hit.field());
        told.put("kind", hit.kind().wire());
        told.put("text", text.substring(hit.from(), hit.to()));
        told.put("from", hit.from());
        told.put("to", hit.to());
        return told;
    }

    private static String json(Object value) {
        return new String(JsonText.bytes(value), StandardCharsets.UTF_8);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private void send() throws SQLException {
        Map<String, Set<String>> earlier = OwnValues.of(context.connection(), rows.stream().map(RecordRow::id).distinct().toList());
        List<List<@Nullable String>> looked = rows.stream().map(row -> looked(row, earlier.getOrDefault(row.id(), Set.of()))).toList();
        try (PreparedStatement insert = context.connection().prepareStatement(ADD)) {
            for (int column = 0; column < COLUMNS; column++) {
                int at = column;
                Array values = context.connection().createArrayOf("text", looked.stream().map(row -> row.get(at)).toArray());
                insert.setArray(column + 1, values);
            }
            insert.executeUpdate();
        }
        rows.clear();
    }

    /** All have arrived: of each record the last stays, and what is known of it is looked up. */
    Counts settle() throws SQLException {
        if (!rows.isEmpty()) {
            send();
        }
        execute(context.connection(), LAST_OF_EACH);
        execute(context.connection(), DECIDED);
        try (Statement statement = context.connection().createStatement(); ResultSet row = statement.executeQuery(COUNT)) {
            row.next();
            return new Counts(row.getLong(1), row.getLong(2));
        }
    }

    static int execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return Math.max(0, statement.getUpdateCount());
        }
    }
}
