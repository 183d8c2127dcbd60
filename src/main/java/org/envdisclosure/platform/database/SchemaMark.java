package org.envdisclosure.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Tells by one look at a database that these very scripts were the last to migrate it and that its histories are as they were then: there is
 * nothing for Flyway to do. The mark is the comment of the first room's history table; where anything is not as it was, Flyway decides.
 */
final class SchemaMark {

    private static final Logger LOG = Logger.getLogger(SchemaMark.class);

    private static final String OF_A_ROOM = """
            SELECT '%1$s' AS room, installed_rank, version, script, checksum, success FROM public.flyway_history_%1$s
            """;
    private static final String LOOK = """
            SELECT obj_description('public.flyway_history_%s'::regclass, 'pg_class') AS mark,
                   (SELECT string_agg(concat_ws(':', room, installed_rank, version, script, checksum, success), ' ' ORDER BY room, installed_rank)
                      FROM (%s) AS h) AS history
            """;

    private final String firstRoom;
    private final String look;
    private final String scripts;

    /** @param scripts of each room, in the order they are applied in */
    SchemaMark(Map<String, List<SqlScript>> scripts) {
        this.firstRoom = scripts.keySet().iterator().next();
        this.look = LOOK.formatted(firstRoom, scripts.keySet().stream().map(OF_A_ROOM::formatted).collect(Collectors.joining("UNION ALL ")));
        this.scripts = scripts.entrySet().stream()
                .map(room -> room.getKey() + room.getValue().stream().map(SchemaMark::told).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    /** Whether nothing is to be done. Never throws: a database that does not answer yet is waited for by Flyway. */
    boolean holds(DataSource database) {
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement(); ResultSet found = sql.executeQuery(look)) {
            return found.next() && found.getString("history") != null && mark(found.getString("history")).equals(found.getString("mark"));
        } catch (SQLException noHistoryYet) {
            return false;
        }
    }

    /** Leaves the mark behind for the next start. */
    void leave(DataSource database) {
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement()) {
            String history;
            try (ResultSet found = sql.executeQuery(look)) {
                found.next();
                history = found.getString("history");
            }
            sql.execute("COMMENT ON TABLE public.flyway_history_%s IS '%s'".formatted(firstRoom, mark(history)));
        } catch (SQLException refused) {
            LOG.debugf("the next start looks at every migration again: %s", refused.getMessage());
        }
    }

    private String mark(String history) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest((scripts + "\n\n" + history).getBytes(UTF_8));
            return "migrated " + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJreHasIt) {
            throw new IllegalStateException(everyJreHasIt);
        }
    }

    /** As Flyway tells one text from another. */
    private static String told(SqlScript script) {
        byte[] text = script.sql().getBytes(UTF_8);
        CRC32 sum = new CRC32();
        sum.update(text);
        return " " + script.getFilename() + ":" + text.length + ":" + sum.getValue();
    }
}
