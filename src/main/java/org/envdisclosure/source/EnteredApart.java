package org.envdisclosure.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.envdisclosure.platform.entry.Cells;
import org.jspecify.annotations.Nullable;

/**
 * Outlets and limits in an entry of a source. They have registers of their own, so here they can only be repeated as they stand, in a file that was
 * downloaded or an entry that was read and edited; anything else would be lost and is refused.
 */
final class EnteredApart {

    static final List<String> COLUMNS = List.of(SourceColumns.OUTLETS, SourceColumns.PERMIT_LIMITS);

    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    // 109.0 is 109, however a file was written in between
    private static final Comparator<JsonNode> NUMERICALLY = (one, other) -> one.isNumber() && other.isNumber()
            ? one.decimalValue().compareTo(other.decimalValue()) : one.equals(other) ? 0 : 1;

    private final Standing standing;

    /** What stands of a source. */
    @FunctionalInterface
    interface Standing {

        /** Objects as the column shows them, of any day. */
        List<String> parts(String column, String sourceId);
    }

    EnteredApart(Standing standing) {
        this.standing = standing;
    }

    /** Whether the entry says anything in the column. */
    static boolean isSaid(Cells cells, String column) {
        String text = cells.received().apply(column);
        return text != null && !text.isBlank() && !text.strip().equals("[]");
    }

    /** @throws Cells.Refused with {@code outlets_are_entered_apart} or {@code permit_limits_are_entered_apart} */
    void require(Cells cells, String sourceId) throws Cells.Refused {
        for (String column : COLUMNS) {
            if (isSaid(cells, column) && !standsAll(column, sourceId, list(cells.received().apply(column)))) {
                throw new Cells.Refused(column + "_are_entered_apart");
            }
        }
    }

    private boolean standsAll(String column, String sourceId, @Nullable JsonNode said) {
        if (said == null || !said.isArray()) {
            return false;
        }
        List<JsonNode> known = new ArrayList<>();
        for (String part : standing.parts(column, sourceId)) {
            JsonNode read = list(part);
            if (read != null) {
                known.add(read);
            }
        }
        for (JsonNode each : said) {
            if (known.stream().noneMatch(part -> each.equals(NUMERICALLY, part))) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable JsonNode list(@Nullable String text) {
        try {
            return JSON.readTree(text == null ? "" : text);
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }
}
