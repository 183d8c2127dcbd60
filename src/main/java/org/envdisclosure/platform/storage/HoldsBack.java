package org.envdisclosure.platform.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/** Work beside the roll-ups that still needs rows of early years; a bean of the room that has it. */
public interface HoldsBack {

    /** Whether some of it waits that concerns days before {@code kept}. */
    boolean isWaiting(Connection connection, LocalDate kept) throws SQLException;
}
