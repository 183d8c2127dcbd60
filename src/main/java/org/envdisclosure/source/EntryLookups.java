package org.envdisclosure.source;

import io.smallrye.mutiny.Uni;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.envdisclosure.platform.sql.Sql;

/** Texts that entries are read with, looked up for a whole batch or for one entry by the same statement. */
final class EntryLookups {

    private EntryLookups() {
    }

    /** @param texts of one column */
    static List<String> read(Connection connection, Sql texts) throws SQLException {
        List<String> read = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(texts.literal()); ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                read.add(rows.getString(1));
            }
        }
        return read;
    }

    /** @param texts of one column, its values texts */
    static Uni<List<String>> read(Mutiny.Session session, Sql texts) {
        Mutiny.SelectionQuery<String> query = session.createNativeQuery(texts.text(), String.class);
        for (int i = 0; i < texts.values().size(); i++) {
            query.setParameter(i + 1, texts.values().get(i));
        }
        return query.getResultList();
    }
}
