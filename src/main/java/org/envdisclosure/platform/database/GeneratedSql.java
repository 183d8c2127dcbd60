package org.envdisclosure.platform.database;

import org.envdisclosure.platform.sql.Sql;

/**
 * SQL that a room makes from its own declarations, views above all. It runs after the room's versioned migrations, again after each
 * new one, and whenever its text has changed. A CDI bean of this type is found by itself.
 *
 * <p>The text must bear being run again on its own result (CREATE OR REPLACE, or DROP ... IF EXISTS first), and must be the same
 * on every replica of one version.
 */
public interface GeneratedSql {

    /** Folder name under {@code db/migration}: {@code platform}, {@code place} or a dataset's room. */
    String room();

    /** Unique in its room, in lower case with underscores; those of a room run in the order of their names. */
    String name();

    /** One or more statements. */
    String sql();

    /** The statements that make a view anew. */
    static String view(String name, Sql relation) {
        return "DROP VIEW IF EXISTS %1$s;\nCREATE VIEW %1$s AS SELECT * FROM %2$s;\n".formatted(name, relation.literal());
    }
}
