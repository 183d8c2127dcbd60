package org.envdisclosure.platform.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.measure.Received;
import org.envdisclosure.platform.measure.ReceivedValues;
import org.envdisclosure.platform.measure.ValueRange;
import org.envdisclosure.platform.time.TimeText;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one entry that somebody wrote: of a register, a forecast, a warning. Unlike a measurement, one with a wrong cell is
 * refused. A blank cell is no value.
 *
 * @param received the text by column; null where there is none
 */
public record Cells(Function<String, @Nullable String> received) {

    /** What {@link #code} takes. */
    public static final LocalizedText CODE = LocalizedText.of("1 至 64 个字母、数字、点、下划线或连字符", "1 to 64 letters, digits, '.', '_' or '-'");

    private static final JsonMapper JSON = new JsonMapper();

    /** A cell that cannot be taken; {@code getMessage} is the reason word, {@code bad_<column>} unless there is a better one. */
    public static final class Refused extends Exception {
        public Refused(String reason) {
            super(reason, null, false, false);
        }
    }

    private static Refused bad(String column) {
        return new Refused("bad_" + column);
    }

    private @Nullable String given(String column) {
        String text = received.apply(column);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** @throws Refused when a cell that must be there is not */
    public static <T> T needed(String column, @Nullable T value) throws Refused {
        if (value == null) {
            throw bad(column);
        }
        return value;
    }

    /** One line. */
    public @Nullable String text(String column, int longest) throws Refused {
        return text(column, longest, Character::isISOControl);
    }

    /** Paragraphs. */
    public @Nullable String lines(String column, int longest) throws Refused {
        return text(column, longest, character -> Character.isISOControl(character) && "\n\r\t".indexOf(character) < 0);
    }

    private @Nullable String text(String column, int longest, IntPredicate forbidden) throws Refused {
        String text = given(column);
        if (text != null && (text.length() > longest || text.chars().anyMatch(forbidden))) {
            throw bad(column);
        }
        return text;
    }

    public @Nullable String code(String column) throws Refused {
        String text = given(column);
        if (text != null && !Filters.CODE.matcher(text).matches()) {
            throw bad(column);
        }
        return text;
    }

    public @Nullable String word(String column, List<String> allowed) throws Refused {
        String text = given(column);
        if (text != null && !allowed.contains(text)) {
            throw bad(column);
        }
        return text;
    }

    public @Nullable LocalDate date(String column) throws Refused {
        String text = given(column);
        return text == null ? null : TimeText.date(text).orElseThrow(() -> bad(column));
    }

    /** To the microsecond, as the database keeps it. */
    public @Nullable Instant instant(String column) throws Refused {
        String text = given(column);
        return text == null ? null : TimeText.instant(text).orElseThrow(() -> bad(column)).truncatedTo(ChronoUnit.MICROS);
    }

    public @Nullable BigDecimal number(String column, ValueRange range) throws Refused {
        String text = given(column);
        Received received = ReceivedValues.read(text, range);
        if (text != null && received.value() == null) {
            throw bad(column);
        }
        return received.value();
    }

    /** A missing mark is no value. */
    public @Nullable Integer whole(String column) throws Refused {
        Received received = ReceivedValues.read(given(column), ValueRange.of("-999999", "999999"));
        BigDecimal value = received.value();
        if (received.keptText() != null || received.flag() != null && value != null || value != null && value.stripTrailingZeros().scale() > 0) {
            throw bad(column);
        }
        return value == null ? null : value.intValue();
    }

    /** @param unlessSaid the answer where nothing is said */
    public boolean truth(String column, boolean unlessSaid) throws Refused {
        String text = word(column, List.of("true", "false"));
        return text == null ? unlessSaid : text.equals("true");
    }

    /** A JSON array, or in CSV words joined by {@code ;}. */
    public @Nullable List<String> list(String column) throws Refused {
        String text = given(column);
        if (text == null || !text.startsWith("[")) {
            return text == null ? null : Arrays.asList(text.split(";"));
        }
        try {
            return JSON.readValue(text, new TypeReference<List<String>>() { });
        } catch (JsonProcessingException notAList) {
            throw bad(column);
        }
    }
}
