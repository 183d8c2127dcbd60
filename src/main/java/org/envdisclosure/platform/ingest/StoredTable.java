package org.envdisclosure.platform.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.jspecify.annotations.Nullable;

/**
 * A dataset's table as ingest sees it: what identifies a row, what was received, what was computed from it.
 *
 * <p>Beside the table stands {@code <name>_history} with the same columns and {@code superseded_revision}. Both have
 * {@code revision}, {@code revision_reason} and {@code batch_id}.
 *
 * @param dataset  the dataset's id
 * @param name     the table
 * @param key      identifies a row
 * @param received compared to tell a correction from a repeat; numerically, so 0.6 equals 0.60
 * @param computed follows from the received values of the same row
 * @param derived  follows from other rows too; filled before the merge publishes, never part of a comparison
 * @param time     the column and kind that place a row in time, or null
 * @param status   whether there is a {@code data_status}, which a lower one never overwrites
 * @param digested whether the table keeps {@link #DIGEST}, by which rows that come again are recognised
 */
public record StoredTable(String dataset, String name, List<Field> key, List<Field> received, List<Field> computed, List<Field> derived,
                          @Nullable TimeAxis time, boolean status, boolean digested) {

    /**
     * The received column in which texts are kept that could not be taken as values. A row that says nothing else than the one that
     * stands and brings no text, as one that was downloaded, leaves the text that stands.
     */
    public static final String KEPT_TEXT = "received_text";

    /**
     * The column with a digest of the row as it was staged when it was published: received, computed and all. A row that comes again
     * with the same digest is judged the same. Whoever publishes a row in another way leaves it empty.
     */
    public static final String DIGEST = "staged_digest";

    public StoredTable(String dataset, String name, List<Field> key, List<Field> received, List<Field> computed, List<Field> derived,
                       @Nullable TimeAxis time, boolean status) {
        this(dataset, name, key, received, computed, derived, time, status, false);
    }

    /** The same table, that keeps digests. */
    public StoredTable withDigest() {
        return new StoredTable(dataset, name, key, received, computed, derived, time, status, true);
    }

    /** A column with its SQL type. */
    public record Field(String name, String sqlType) {
    }

    public static Field field(String name, String sqlType) {
        return new Field(name, sqlType);
    }

    /** All columns a row is staged with, in this order: key, received, computed, derived, and the status where there is one. */
    public List<Field> staged() {
        List<Field> all = new ArrayList<>(key);
        all.addAll(received);
        all.addAll(computed);
        all.addAll(derived);
        if (status) {
            all.add(field("data_status", "text"));
        }
        return all;
    }

    /** The temporary table rows are staged in. */
    public String stage() {
        return "stage_" + name;
    }

    /** Where rows go that were superseded. */
    public String history() {
        return name + "_history";
    }

    /** Whether texts are kept beside the values. */
    boolean keepsText() {
        return received.stream().anyMatch(field -> field.name().equals(KEPT_TEXT));
    }

    /** What a row received says of itself, but for the text kept beside it. */
    List<Field> said() {
        return received.stream().filter(field -> !field.name().equals(KEPT_TEXT)).toList();
    }

    String names(List<Field> fields, String alias) {
        return fields.stream().map(field -> alias + field.name()).collect(Collectors.joining(", "));
    }

    /** The condition that two aliases of rows with this key name the same one. */
    public String sameKey(String left, String right) {
        return key.stream().map(field -> left + "." + field.name() + " = " + right + "." + field.name()).collect(Collectors.joining(" AND "));
    }
}
