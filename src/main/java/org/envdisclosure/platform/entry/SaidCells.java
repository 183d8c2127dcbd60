package org.envdisclosure.platform.entry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.envdisclosure.platform.ingest.MeasuredCells;
import org.envdisclosure.platform.measure.Flag;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.platform.measure.ValueRange;
import org.jspecify.annotations.Nullable;

/**
 * The words of a row in the contract's own columns: what it says of its values, and what stands beside them. A word that cannot be
 * read costs no row: it is kept as text and its column flagged.
 */
public final class SaidCells {

    private static final int LONGEST_TEXT = 200;
    /** Reasons for which there is no value; a cell that has one speaks for itself. */
    private static final Set<FlagReason> WITHOUT_VALUE = EnumSet.of(FlagReason.MISSING, FlagReason.NOT_MONITORED, FlagReason.NEGATIVE,
            FlagReason.OUT_OF_RANGE, FlagReason.NOT_A_NUMBER, FlagReason.INSUFFICIENT);

    private final Cells row;
    private final MeasuredCells measured;

    private SaidCells(Cells row, MeasuredCells measured) {
        this.row = row;
        this.measured = measured;
    }

    /**
     * @param values columns the row can have values in
     * @param beside columns of words; a doubt about one that a row of this service tells of is taken where the word is not there
     */
    public static SaidCells of(Cells row, List<String> values, List<String> beside) {
        List<String> words = words(row);
        List<Flag> said = new ArrayList<>();
        if (words != null) {
            values.forEach(column -> reasons(row, column).map(reason -> new Flag(column, reason))
                    .filter(flag -> words.contains(flag.wire())).forEach(said::add));
            Stream.concat(beside.stream().filter(column -> isBlank(row, column)), Stream.of("flags", "detection_limit"))
                    .map(column -> new Flag(column, FlagReason.SUSPECT)).filter(flag -> words.contains(flag.wire())).forEach(said::add);
        }
        SaidCells cells = new SaidCells(row, new MeasuredCells(said));
        if (words == null) {
            cells.doubt("flags");
        }
        return cells;
    }

    /** Null where they cannot be read. */
    private static @Nullable List<String> words(Cells row) {
        try {
            List<String> words = row.list("flags");
            return words == null ? List.of() : words;
        } catch (Cells.Refused unreadable) {
            return null;
        }
    }

    private static Stream<FlagReason> reasons(Cells row, String column) {
        boolean blank = isBlank(row, column);
        return Arrays.stream(FlagReason.values()).filter(reason -> blank || !WITHOUT_VALUE.contains(reason));
    }

    private static boolean isBlank(Cells row, String column) {
        String text = row.received().apply(column);
        return text == null || text.isBlank();
    }

    public MeasuredCells measured() {
        return measured;
    }

    public boolean doubts(String column) {
        return measured.flags().contains(new Flag(column, FlagReason.SUSPECT));
    }

    /** Keeps what stands in the column and says that it cannot be read. */
    public void doubt(String column) {
        if (!doubts(column)) {
            measured.flag(column, FlagReason.SUSPECT);
        }
        measured.keep(column, row.received().apply(column));
    }

    /** One line. */
    public @Nullable String text(String column) {
        try {
            return row.text(column, LONGEST_TEXT);
        } catch (Cells.Refused unreadable) {
            doubt(column);
            return null;
        }
    }

    public @Nullable BigDecimal number(String column, ValueRange range) {
        try {
            return row.number(column, range);
        } catch (Cells.Refused unreadable) {
            doubt(column);
            return null;
        }
    }

    public @Nullable Boolean truth(String column) {
        try {
            String word = row.word(column, List.of("true", "false"));
            return word == null ? null : Boolean.valueOf(word);
        } catch (Cells.Refused unreadable) {
            doubt(column);
            return null;
        }
    }

    public List<String> list(String column) {
        try {
            List<String> words = row.list(column);
            return words == null ? List.of() : words;
        } catch (Cells.Refused unreadable) {
            doubt(column);
            return List.of();
        }
    }
}
