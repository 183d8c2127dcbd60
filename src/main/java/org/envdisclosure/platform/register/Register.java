package org.envdisclosure.platform.register;

import io.smallrye.mutiny.Uni;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.entry.Cells;
import org.envdisclosure.platform.ingest.BatchSample;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.measure.LocalizedText;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A register, declared once; a bean for each. Its table has the key code and {@code valid_from}; {@code valid_to} is the last of the
 * received columns and there are no others.
 *
 * @param <V> its entity
 */
public interface Register<V extends Version> {

    /** The column that ends a version. */
    String VALID_TO = "valid_to";
    /** The column a version begins by. */
    String VALID_FROM = "valid_from";
    /** The first day of an entry that states none and corrects none: when it really began is not known. */
    LocalDate START_NOT_KNOWN = LocalDate.EPOCH;

    /** Where its versions are kept. */
    StoredTable table();

    /** The columns readers see, which are also those an entry may have. */
    List<Column> columns();

    Class<V> entity();

    /** An empty version for the session to keep. */
    V create();

    /** Writes the values into a version, all columns but code and validity; an absent one is null. */
    void fill(V version, Map<String, Object> values);

    /** What {@link #fill} would have been given. */
    Map<String, Object> values(V version);

    /** What each column takes, for whoever sent another; columns without a word of their own take a short text. */
    Map<String, LocalizedText> takes();

    /** Small bodies of a batch that work. */
    List<BatchSample> samples();

    /** The columns an entry cannot be without, beside the code. */
    default List<String> needed() {
        return List.of("name");
    }

    /** How cells are read in one batch; look-ups go through the connection. */
    Reading reading(Connection connection) throws SQLException;

    /** How one entry is read; look-ups go through the session. */
    Uni<Reading> reading(Mutiny.Session session, Cells entry);

    /** A statement that queues what must follow the versions a revision changed, run in its transaction. */
    default Optional<String> followedBy(long revision) {
        return Optional.empty();
    }

    /** From cells to values. */
    @FunctionalInterface
    interface Reading {

        /**
         * All columns but code and validity, absent ones left out.
         *
         * @throws Cells.Refused with {@code bad_<column>} or {@code missing_<column>}
         */
        Map<String, Object> of(Cells cells) throws Cells.Refused;
    }

    /** The column of the code. */
    default String codeColumn() {
        return table().key().get(0).name();
    }

    /** The dataset's id. */
    default String dataset() {
        return table().dataset();
    }
}
