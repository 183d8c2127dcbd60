package org.envdisclosure.cli.mapping;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.envdisclosure.cli.mapping.LookedUp.Otherwise;
import org.jspecify.annotations.Nullable;

/** The steps of a mapping file: each an object whose first member names its kind. */
final class StepReader {

    private static final Map<String, Function<Place, Step>> KINDS = kinds();
    /** Of the service: a time without an offset is one of this. */
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final int EARLIEST_PIVOT = 1000;
    private static final int LATEST_PIVOT = 9900;

    private StepReader() {
    }

    static Step step(Place place) {
        for (Map.Entry<String, Function<Place, Step>> kind : KINDS.entrySet()) {
            if (place.has(kind.getKey())) {
                return kind.getValue().apply(place);
            }
        }
        throw place.wrong("takes an object with one of " + String.join(", ", KINDS.keySet()));
    }

    private static Map<String, Function<Place, Step>> kinds() {
        Map<String, Function<Place, Step>> kinds = new LinkedHashMap<>();
        kinds.put("replace", StepReader::replaced);
        kinds.put("strip_html", StepReader::withoutHtml);
        kinds.put("date", StepReader::dated);
        kinds.put("number", StepReader::numbered);
        kinds.put("map", StepReader::lookedUp);
        kinds.put("split", place -> new Step.Split(place.only("split").at("split").as(Pattern::compile)));
        kinds.put("join", place -> new Step.Join(place.only("join").at("join").text()));
        kinds.put("code", StepReader::coded);
        kinds.put("hash", StepReader::hashed);
        kinds.put("default", place -> new Step.Default(place.only("default").at("default").notEmpty()));
        return kinds;
    }

    private static Step replaced(Place place) {
        place.only("replace", "with");
        Pattern expression = place.at("replace").as(Pattern::compile);
        Optional<Place> by = place.optional("with", with -> with);
        return by.isEmpty() ? new Replaced(expression, "") : by.get().as(with -> (Step) new Replaced(expression, with));
    }

    private static Step withoutHtml(Place place) {
        requireTrue(place.only("strip_html").at("strip_html"));
        return new WithoutHtml();
    }

    private static Step dated(Place place) {
        place.only("date", "pivot", "offset");
        @Nullable Integer pivot = place.optional("pivot", year -> year.whole(EARLIEST_PIVOT, LATEST_PIVOT)).orElse(null);
        List<DateTimeFormatter> patterns = place.at("date").oneOrMore().stream()
                .map(each -> each.as(pattern -> DatePattern.of(pattern, pivot))).toList();
        return new Dated(patterns, place.optional("offset", offset -> offset.as(ZoneOffset::of)).orElse(CHINA));
    }

    private static Step numbered(Place place) {
        place.only("number", "grouping", "times");
        requireTrue(place.at("number"));
        @Nullable BigDecimal factor = place.optional("times", StepReader::factor).orElse(null);
        return new Numbered(place.optional("grouping", Place::notEmpty).orElse(""), factor);
    }

    private static BigDecimal factor(Place times) {
        if (!times.node().isNumber()) {
            throw times.wrong("takes a number");
        }
        return times.node().decimalValue();
    }

    private static Step lookedUp(Place place) {
        place.only("map", "otherwise");
        return new LookedUp(place.at("map").table(), place.optional("otherwise", otherwise -> otherwise.word(Otherwise.class)).orElse(Otherwise.REJECT));
    }

    private static Step coded(Place place) {
        Place by = place.only("code").at("code");
        if (!by.text().matches("[._-]?")) {
            throw by.wrong("takes what stands for other characters: . or _ or - or an empty text");
        }
        return new Coded(by.text());
    }

    private static Step hashed(Place place) {
        Place prefix = place.only("hash").at("hash");
        if (!prefix.text().matches("[A-Za-z0-9._-]{1,16}")) {
            throw prefix.wrong("takes a prefix, 1 to 16 of A-Za-z0-9._-");
        }
        return new Hashed(prefix.text());
    }

    private static void requireTrue(Place flag) {
        if (!flag.flag()) {
            throw flag.wrong("takes true; leave the step out otherwise");
        }
    }
}
