package org.envdisclosure.source.rules.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of a row may be shown. */
public final class RowPrivacy {

    private static final Pattern IN_BRACKETS = Pattern.compile("[（(][^）)]*[）)]?");

    private RowPrivacy() {
    }

    /**
     * Masks what the declarations say and looks through the rest.
     *
     * @param given what the row gives, each field once
     * @param party who it is about; null where it does not say, and then every name is masked
     */
    public static Judged judge(List<Given> given, @Nullable Party party) {
        return judge(given, party, List.of());
    }

    /**
     * The same of a row that has come before.
     *
     * @param earlier values that must not be found in it either
     */
    public static Judged judge(List<Given> given, @Nullable Party party, Collection<String> earlier) {
        List<String> own = Stream.concat(earlier.stream(), own(given, party).stream()).distinct().toList();
        List<Hit> hits = new ArrayList<>();
        given.stream().filter(field -> isScanned(field, party)).forEach(field -> hits.addAll(PrivacyScan.of(field.field(), field.text(), own)));
        return new Judged(shown(given, party), hits);
    }

    /** By field what may be shown as far as the declarations go. */
    public static Map<String, String> shown(List<Given> given, @Nullable Party party) {
        Map<String, String> shown = new LinkedHashMap<>();
        given.stream().filter(field -> field.declared() != FieldClass.NEVER)
                .forEach(field -> shown.put(field.field(), isMasked(field, party) ? PersonName.masked(field.text()) : field.text()));
        return shown;
    }

    /** Values that must not be found in any text of the row, or in its files. */
    public static List<String> own(List<Given> given, @Nullable Party party) {
        return given.stream().filter(field -> field.declared() == FieldClass.NEVER || isMasked(field, party)).flatMap(RowPrivacy::values).toList();
    }

    private static boolean isMasked(Given field, @Nullable Party party) {
        return field.declared() == FieldClass.FIRM_PERSON && party != Party.ENTERPRISE
                || field.declared() == FieldClass.PERSON_NAME && (party == null || party == Party.NATURAL_PERSON);
    }

    private static boolean isScanned(Given field, @Nullable Party party) {
        return switch (field.declared()) {
            case OPEN, NEVER -> false;
            case SCANNED -> true;
            case FIRM_PERSON, PERSON_NAME -> !isMasked(field, party);
        };
    }

    /** The whole, and each person named in it, without what stands in brackets behind the name. */
    private static Stream<String> values(Given field) {
        return Stream.concat(Stream.of(field.text()), Stream.of(PersonName.each(field.text())).flatMap(name -> Stream.of(name, IN_BRACKETS.matcher(name).replaceAll(""))))
                .distinct();
    }
}
