package org.envdisclosure.platform.register;

import io.smallrye.mutiny.Uni;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.entry.Cells;
import org.envdisclosure.platform.ingest.BatchSample;
import org.envdisclosure.platform.ingest.IngestPlan;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.sql.Sql;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

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

    /** Lists of columns of which an entry must have one whole. */
    default List<List<String>> needed() {
        return List.of(List.of(codeColumn(), "name"));
    }

    /**
     * The code an entry is for; a register whose codes are made of other cells makes it of them.
     *
     * @throws Cells.Refused when the cells contradict each other, or the code is one nothing may be called by
     */
    default @Nullable String codeOf(Cells cells) throws Cells.Refused {
        return cells.received().apply(codeColumn());
    }

    /** What the receipt of a batch counts of the versions it brings, by the word it is counted under: doubts that refuse nothing. */
    default Map<String, Predicate<VersionRow>> doubts() {
        return Map.of();
    }

    /** Whether a version may end on the day it begins: it was entered by mistake and was never in force, and the others are as if it were not there. */
    default boolean takesNeverInForce() {
        return false;
    }

    /**
     * SQL of a text that changes whenever the page of one entry shows something else although no version of it changed; null for nothing.
     *
     * @param today the day on which the page is asked for
     */
    default Sql besides(String code, LocalDate today) {
        return Sql.of("NULL::text");
    }

    /** How cells are read in one batch; look-ups go through its connection, and while it is read only once it has settled. */
    Reading reading(IngestPlan.BatchContext batch) throws SQLException;

    /** How one entry is read; look-ups go through the session. */
    Uni<Reading> reading(Mutiny.Session session, Cells entry);

    /** A statement that completes what is staged of a batch by what stands then, run under the lock; what {@link #reading} left out may stand otherwise by now. */
    default Optional<String> completedBy() {
        return Optional.empty();
    }

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
