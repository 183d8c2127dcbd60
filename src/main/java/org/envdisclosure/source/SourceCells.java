package org.envdisclosure.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.envdisclosure.place.Site;
import org.envdisclosure.platform.entry.Cells;
import org.envdisclosure.platform.register.Register;
import org.envdisclosure.platform.register.VersionRow;
import org.envdisclosure.source.rules.PermitNumber;
import org.envdisclosure.source.rules.ReceivedCode;
import org.envdisclosure.source.rules.UnifiedSocialCreditCode;
import org.jspecify.annotations.Nullable;

/**
 * From the cells of a source to the values of a version.
 *
 * @param places of the sources that are marked sensitive
 * @param apart  what stands of outlets and limits
 */
record SourceCells(ExactPlaces places, EnteredApart apart) {

    private static final Pattern LIST = Pattern.compile("\\d{4}:(" + SourceColumns.LISTS.stream().collect(Collectors.joining("|")) + ")");
    private static final Pattern DIVISION = Pattern.compile("\\d{6,12}");

    /**
     * Without {@code sensitive} where the entry does not say it.
     *
     * @throws Cells.Refused with {@code bad_<column>}, {@code missing_name} or {@code <column>_are_entered_apart}
     */
    Map<String, Object> values(Cells cells) throws Cells.Refused {
        String source = String.valueOf(cells.received().apply("source_id"));
        apart.require(cells, source);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Site.read(cells, values);
        for (String column : List.of("name_en", "industry", "address", "legal_representative")) {
            values.put(column, cells.text(column, Site.LONGEST_NAME));
        }
        codes(cells, values);
        values.put("management_level", cells.word("management_level", SourceColumns.LEVELS));
        values.put("supervision_lists", lists(cells));
        values.put("sensitive", said(cells));
        places.restore(source, cells.date(Register.VALID_FROM), values);
        return VersionRow.present(values);
    }

    /** Null where nothing is said: the mark then stays as it stands when the entry is published. */
    private static @Nullable Boolean said(Cells cells) throws Cells.Refused {
        String word = cells.word("sensitive", List.of("true", "false"));
        return word == null ? null : Boolean.valueOf(word);
    }

    private static void codes(Cells cells, Map<String, @Nullable Object> values) throws Cells.Refused {
        String uscc = received(cells, "uscc", UnifiedSocialCreditCode.LENGTH);
        values.put("uscc", uscc);
        values.put("uscc_valid", uscc == null ? null : UnifiedSocialCreditCode.verdict(uscc) == UnifiedSocialCreditCode.Verdict.VALID);
        values.put("permit_no", received(cells, "permit_no", PermitNumber.LENGTH));
        values.put("industry_code", cells.code("industry_code"));
        String division = cells.code("division_code");
        if (division != null && !DIVISION.matcher(division).matches()) {
            throw new Cells.Refused("bad_division_code");
        }
        values.put("division_code", division);
    }

    private static @Nullable String received(Cells cells, String column, int length) throws Cells.Refused {
        String text = ReceivedCode.of(cells.received().apply(column), length).text();
        if (text != null && (text.length() > Site.LONGEST_NAME || text.chars().anyMatch(Character::isISOControl))) {
            throw new Cells.Refused("bad_" + column);
        }
        return text;
    }

    private static @Nullable List<String> lists(Cells cells) throws Cells.Refused {
        List<String> words = cells.list("supervision_lists");
        if (words != null && words.stream().anyMatch(word -> word == null || !LIST.matcher(word).matches())) {
            throw new Cells.Refused("bad_supervision_lists");
        }
        return words;
    }

    static boolean isUsccDoubtful(VersionRow row) {
        return Boolean.FALSE.equals(row.values().get("uscc_valid"));
    }

    static boolean isPermitNumberDoubtful(VersionRow row) {
        return row.values().get("permit_no") instanceof String number && !PermitNumber.isRegular(number);
    }
}
