package org.envdisclosure.source.record;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.attachment.AttachmentStore;
import org.envdisclosure.platform.entry.Cells;
import org.envdisclosure.platform.time.ChinaTime;
import org.envdisclosure.platform.web.JsonText;
import org.envdisclosure.source.rules.privacy.Given;
import org.envdisclosure.source.rules.privacy.Judged;
import org.envdisclosure.source.rules.privacy.Party;
import org.envdisclosure.source.rules.privacy.PrivacyScan;
import org.envdisclosure.source.rules.privacy.RowPrivacy;
import org.jspecify.annotations.Nullable;

/**
 * One record as received, what nobody may read included.
 *
 * @param values      by field, those that are given, in the order of the fields
 * @param publishedAt when the sender says it was first published, or null
 */
record RecordRow(Map<String, Object> values, @Nullable Instant publishedAt) {

    private static final List<String> NOT_IN_THE_FUTURE = List.of("occurred_on", "decided_on", "received_on", "answered_on");

    /** Numbers that a sender counts up may look like a telephone number. */
    private static final List<String> IDENTIFIERS = List.of(RecordFields.KEY, "source_id", "outlet_code", "related_record_id");

    /** @param latest moment that is not yet of the future */
    static RecordRow of(Cells cells, Instant latest) throws Cells.Refused {
        RecordRow row = again(cells);
        row.require(latest);
        return row;
    }

    /** A row that was taken when it came, whatever would be required of it now. */
    static RecordRow again(Cells cells) throws Cells.Refused {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordField field : RecordFields.ALL) {
            Object value = field.reading().of(cells, field.name());
            if (value != null) {
                values.put(field.name(), value);
            }
        }
        return new RecordRow(values, cells.instant(RecordFields.PUBLISHED_AT));
    }

    private void require(Instant latest) throws Cells.Refused {
        Cells.needed(RecordFields.KEY, values.get(RecordFields.KEY));
        Cells.needed("kind", values.get("kind"));
        Cells.needed("title", values.get("title"));
        RecordKind kind = kind();
        for (RecordField field : RecordFields.ALL) {
            if (values.containsKey(field.name()) && !field.kinds().contains(kind)) {
                throw new Cells.Refused("field_of_another_kind");
            }
        }
        if (kind == RecordKind.CLARIFICATION) {
            Cells.needed("related_record_id", values.get("related_record_id"));
        }
        requireParty();
        requireTimes(latest);
        requireCodes();
    }

    private void requireParty() throws Cells.Refused {
        if (values.containsKey("party_name") || values.containsKey("legal_representative") || values.containsKey("party_uscc")) {
            Cells.needed("party_type", values.get("party_type"));
        }
        if (party() == Party.NATURAL_PERSON && values.containsKey("party_uscc")) {
            throw new Cells.Refused("bad_party_uscc");
        }
    }

    private void requireTimes(Instant latest) throws Cells.Refused {
        LocalDate today = ChinaTime.dateOf(latest);
        boolean later = publishedAt != null && publishedAt.isAfter(latest);
        if (later || NOT_IN_THE_FUTURE.stream().anyMatch(name -> values.get(name) instanceof LocalDate day && day.isAfter(today))) {
            throw new Cells.Refused("time_in_the_future");
        }
        requireOrder("notice_from", "notice_until");
        requireOrder("valid_from", "valid_until");
    }

    private void requireOrder(String first, String last) throws Cells.Refused {
        if (values.get(first) instanceof LocalDate from && values.get(last) instanceof LocalDate to && to.isBefore(from)) {
            throw new Cells.Refused(last + "_before_" + first);
        }
    }

    /** A code stands in paths and links, where no mask helps. */
    private void requireCodes() throws Cells.Refused {
        for (RecordField field : RecordFields.ALL) {
            boolean counted = IDENTIFIERS.contains(field.name());
            if (RecordFields.isOpen(field) && values.get(field.name()) instanceof String code
                    && (PrivacyScan.isResidentId(code) || !counted && PrivacyScan.isMobilePhone(code))) {
                throw new Cells.Refused("personal_data_in_" + field.name());
            }
        }
    }

    String id() {
        return (String) values.get(RecordFields.KEY);
    }

    RecordKind kind() {
        return RecordKind.ofWire(String.valueOf(values.get("kind"))).orElseThrow();
    }

    private @Nullable Party party() {
        return values.get("party_type") instanceof String word ? Party.ofWire(word).orElse(null) : null;
    }

    @Nullable LocalDate date(String name) {
        return (LocalDate) values.get(name);
    }

    /**
     * What may be shown of its texts, and what was found in them.
     *
     * @param earlier what nobody may read of the record as it came before
     */
    Judged judged(Collection<String> earlier) {
        return RowPrivacy.judge(given(), party(), earlier);
    }

    /** What may be shown of its texts when nothing is found in them. */
    Map<String, String> shown() {
        return RowPrivacy.shown(given(), party());
    }

    /** What of it nobody may read. */
    List<String> own() {
        return RowPrivacy.own(given(), party());
    }

    private List<Given> given() {
        List<Given> given = new ArrayList<>();
        for (RecordField field : RecordFields.ALL) {
            Object value = values.get(field.name());
            if (value != null && !RecordFields.isOpen(field)) {
                given.add(new Given(field.name(), field.privacy(), RecordField.text(value)));
            }
        }
        return given;
    }

    /** The fields as texts that {@link #again} reads. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((name, value) -> texts.put(name, text(value)));
        if (publishedAt != null) {
            texts.put(RecordFields.PUBLISHED_AT, publishedAt.toString());
        }
        return texts;
    }

    private static String text(Object value) {
        if (value instanceof List<?> entries) {
            return new String(JsonText.bytes(entries), StandardCharsets.UTF_8);
        }
        // an amount keeps its digits
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** The same for records that say the same, whatever format they came in. */
    String digest() {
        StringBuilder all = new StringBuilder();
        values.forEach((name, value) -> all.append(name).append('\u0000').append(RecordField.text(value)).append('\u0001'));
        return AttachmentStore.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
