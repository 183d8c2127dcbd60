package org.envdisclosure.platform.ingest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.envdisclosure.platform.measure.Flag;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.platform.measure.Received;
import org.envdisclosure.platform.measure.ReceivedValues;
import org.envdisclosure.platform.measure.ValueRange;
import org.jspecify.annotations.Nullable;

/**
 * The measured cells of one received row: values as they are read, what must be said of them, and the texts that could not be taken.
 * Nothing here refuses a row.
 */
public final class MeasuredCells {

    private final List<Flag> flags;
    private @Nullable ObjectNode kept;

    /** @param said flags that the source itself has given the row */
    public MeasuredCells(Collection<Flag> said) {
        this.flags = new ArrayList<>(said);
    }

    /**
     * Reads a cell of the column.
     *
     * @param whenMissing what is said where there is no value at all and nothing else has been said of the column; null for nothing
     */
    public @Nullable BigDecimal take(String column, @Nullable String text, ValueRange range, @Nullable FlagReason whenMissing) {
        Received received = ReceivedValues.read(text, range);
        boolean missing = received.flag() == FlagReason.MISSING;
        FlagReason reason = missing ? whenMissing : received.flag();
        if (reason != null && !(missing && isFlagged(column))) {
            flag(column, reason);
        }
        keep(column, received.keptText());
        return received.value();
    }

    private boolean isFlagged(String column) {
        return flags.stream().anyMatch(flag -> flag.column().equals(column));
    }

    public void flag(String column, FlagReason reason) {
        flags.add(new Flag(column, reason));
    }

    /** Keeps a text beside the row, a long one by its beginning; null is nothing to keep. */
    public void keep(String name, @Nullable String text) {
        if (text != null) {
            kept = kept == null ? JsonNodeFactory.instance.objectNode() : kept;
            kept.put(name, Received.kept(text));
        }
    }

    public List<Flag> flags() {
        return flags.isEmpty() ? List.of() : List.copyOf(flags);
    }

    /** A JSON object of the texts by name; null when all was taken. */
    public @Nullable String keptText() {
        return kept == null ? null : kept.toString();
    }
}
