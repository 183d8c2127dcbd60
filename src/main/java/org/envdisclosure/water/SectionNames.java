package org.envdisclosure.water;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which section of the register a feed means by a province and a name. */
final class SectionNames {

    private final Map<Place, List<Named>> named = new HashMap<>();
    private final Map<String, Set<String>> provinces = new HashMap<>();

    /** How a feed names a section. */
    record Place(String province, String name) {

        /** How a section is entered whose province nobody said. */
        Place anywhere() {
            return new Place("", name);
        }
    }

    /** A version that bears a name. */
    private record Named(String code, Sections.Span span) {
    }

    /** A version of the register. */
    void entered(@Nullable String province, String name, String code, Sections.Span span) {
        named.computeIfAbsent(new Place(Objects.requireNonNullElse(province, ""), name), place -> new ArrayList<>()).add(new Named(code, span));
        if (province != null && !province.isEmpty()) {
            provinces.computeIfAbsent(name, any -> new HashSet<>()).add(province);
        }
    }

    /** The batch names it; of a name that is entered without a province it is remembered in which provinces there is one. */
    void told(Place place) {
        if (named.containsKey(place.anywhere())) {
            Set<String> known = provinces.computeIfAbsent(place.name(), any -> new HashSet<>());
            if (known.size() < 2) {
                known.add(place.province());
            }
        }
    }

    /** Whether only the name can tell, so that it depends on what else bears it. */
    boolean isByNameAlone(Place place, String made) {
        return others(place, made).isEmpty() && !others(place.anywhere(), made).isEmpty();
    }

    /**
     * The code of a version of that day before others; by the name alone only where one province is known to have it.
     *
     * @param made the code made of the place, which what somebody entered goes before
     */
    Optional<String> codeOf(Place place, String made, LocalDate day) {
        Optional<String> there = newest(others(place, made), day);
        return there.isPresent() || provinces.getOrDefault(place.name(), Set.of()).size() > 1 ? there : newest(others(place.anywhere(), made), day);
    }

    private List<Named> others(Place place, String made) {
        return named.getOrDefault(place, List.of()).stream().filter(version -> !version.code().equals(made)).toList();
    }

    private static Optional<String> newest(List<Named> versions, LocalDate day) {
        return versions.stream().filter(version -> version.span().holds(day)).findFirst()
                .or(() -> versions.stream().filter(version -> version.span().from().isAfter(day)).min(Comparator.comparing(version -> version.span().from())))
                .or(() -> versions.stream().max(Comparator.comparing(version -> version.span().from())))
                .map(Named::code);
    }
}
