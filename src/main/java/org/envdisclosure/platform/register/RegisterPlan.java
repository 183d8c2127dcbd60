package org.envdisclosure.platform.register;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.envdisclosure.platform.entry.EntryRecords;
import org.envdisclosure.platform.ingest.BatchRun;
import org.envdisclosure.platform.ingest.BatchSample;
import org.envdisclosure.platform.ingest.IngestPlan;
import org.envdisclosure.platform.ingest.LayoutReader;
import org.envdisclosure.platform.ingest.Merge;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.revision.RevisionLedger;
import org.envdisclosure.platform.sql.CopyText;

/** How a register is taken in by batches: a version ends where the next begins, and what rests on the register follows. */
public final class RegisterPlan implements IngestPlan<VersionRow> {

    private static final String NEWEST = "SELECT %2$s, max(valid_from) FROM %1$s GROUP BY %2$s";
    private static final String END_STAGED = """
            UPDATE stage_%1$s AS s
               SET valid_to = n.next
              FROM (SELECT s.sequence, min(o.valid_from) AS next
                      FROM stage_%1$s s
                      JOIN (SELECT %2$s, valid_from FROM stage_%1$s WHERE verdict = 'i' AND valid_to IS DISTINCT FROM valid_from
                            UNION
                            SELECT %2$s, valid_from FROM %1$s t
                             WHERE valid_to IS DISTINCT FROM valid_from
                               AND NOT EXISTS (SELECT 1 FROM stage_%1$s g
                                                WHERE g.%2$s = t.%2$s AND g.valid_from = t.valid_from AND g.verdict = 'i')) AS o
                        ON o.%2$s = s.%2$s AND o.valid_from > s.valid_from
                     WHERE s.verdict = 'i'
                     GROUP BY s.sequence) AS n
             WHERE s.sequence = n.sequence AND (s.valid_to IS NULL OR s.valid_to > n.next)
            """;
    private static final String END_EARLIER = """
            INSERT INTO stage_%1$s (sequence, line, kind, raw, %3$s, valid_to)
            SELECT 0, 0, 'k', '', %4$s, min(s.valid_from)
              FROM %1$s t
              JOIN stage_%1$s s ON s.%2$s = t.%2$s AND s.verdict = 'i'
               AND s.valid_to IS DISTINCT FROM s.valid_from
               AND s.valid_from > t.valid_from AND (t.valid_to IS NULL OR t.valid_to > s.valid_from)
             WHERE NOT EXISTS (SELECT 1 FROM stage_%1$s g
                                WHERE g.%2$s = t.%2$s AND g.valid_from = t.valid_from AND g.verdict = 'i')
             GROUP BY %4$s
            """;

    private final Register<?> register;
    private final Dependents dependents;

    public RegisterPlan(Register<?> register, Dependents dependents) {
        this.register = register;
        this.dependents = dependents;
    }

    @Override
    public StoredTable table() {
        return register.table();
    }

    @Override
    public List<BatchSample> samples() {
        return register.samples();
    }

    @Override
    public Set<String> changes() {
        return Stream.concat(Stream.of(register.dataset()), dependents.of(register.dataset()).stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public BatchRun<VersionRow> open(String layout, BatchContext context) throws SQLException {
        VersionCells cells = new VersionCells(register, register.reading(context), newest(context.connection()));
        return new Run(new EntryRecords<>(register.columns(), cells::row, register.needed()), register, context.connection(), context.batch(),
                dependents.of(register.dataset()), new Doubts(register.doubts()));
    }

    private static String filled(String sql, Register<?> register, Object... more) {
        List<Object> parts = new ArrayList<>(List.of(register.table().name(), register.codeColumn()));
        parts.addAll(List.of(more));
        return sql.formatted(parts.toArray());
    }

    private Map<String, LocalDate> newest(Connection connection) throws SQLException {
        Map<String, LocalDate> newest = new HashMap<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(filled(NEWEST, register))) {
            while (rows.next()) {
                newest.put(rows.getString(1), rows.getObject(2, LocalDate.class));
            }
        }
        return newest;
    }

    /** One batch of entries. */
    private record Run(LayoutReader<VersionRow> reader, Register<?> register, Connection connection, UUID batch, List<String> dependents,
                       Doubts doubts) implements BatchRun<VersionRow> {

        @Override
        public void write(VersionRow row, CopyText out) {
            doubts.count(row);
            row.write(register.table(), out);
        }

        @Override
        public Map<String, Long> extras() {
            return doubts.counted();
        }

        @Override
        public void beforeCompare(Stage stage) throws SQLException {
            List<String> kept = register.table().staged().stream().map(StoredTable.Field::name)
                    .filter(name -> !name.equals(Register.VALID_TO)).toList();
            try (Statement statement = connection.createStatement()) {
                Optional<String> completing = register.completedBy();
                if (completing.isPresent()) {
                    statement.executeUpdate(completing.get());
                }
                statement.executeUpdate(filled(END_STAGED, register));
                statement.executeUpdate(filled(END_EARLIER, register, String.join(", ", kept),
                        String.join(", ", kept.stream().map(name -> "t." + name).toList())));
            }
        }

        @Override
        public void afterPublish(Merge.Outcome outcome) throws SQLException {
            if (outcome.revision() == 0) {
                return;
            }
            Optional<String> following = register.followedBy(outcome.revision());
            if (following.isPresent()) {
                try (Statement statement = connection.createStatement()) {
                    statement.executeUpdate(following.get());
                }
            }
            for (String dataset : dependents) {
                RevisionLedger.touch(connection, dataset, batch);
            }
        }
    }
}
