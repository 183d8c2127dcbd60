package org.envdisclosure.platform.export;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes an answer of the rows of a small query. */
@FunctionalInterface
public interface SnapshotQuery<T> {

    /** @param rows before its first row */
    T read(ResultSet rows) throws SQLException;
}
