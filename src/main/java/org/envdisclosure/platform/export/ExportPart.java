package org.envdisclosure.platform.export;

import org.envdisclosure.platform.sql.Sql;

/** A stretch of the rows of an export; the stretches follow each other in the order of the whole. */
public sealed interface ExportPart permits ExportPart.Rows, DeflatedPiece {

    /**
     * Rows that the database is asked for.
     *
     * @param select yields exactly the declared columns, by name and type, in a total order; no semicolon at its end
     */
    record Rows(Sql select) implements ExportPart {
    }
}
