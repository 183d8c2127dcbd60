package org.envdisclosure.air.rules;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The primary pollutants as a source writes them, such as {@code 颗粒物(PM10),细颗粒物(PM2.5)}.
 *
 * @param pollutants in the source's order, each once: ozone over one and over eight hours is one pollutant
 * @param unknown    words that name no pollutant known here, as received
 */
public record PrimaryPollutantWords(List<Pollutant> pollutants, List<String> unknown) {

    private static final Pattern SEPARATOR = Pattern.compile("[,;\\uFF0C\\uFF1B\\u3001]");
    private static final Pattern IN_BRACKETS = Pattern.compile(".*\\((.+)\\)");
    private static final Set<String> NOTHING = Set.of("", "NA", "—", "——", "-", "--", "*", "NULL", "/", "无");

    /** A bare 颗粒物 is not here: it may be any size. */
    private static final Map<String, Pollutant> WORDS = Map.ofEntries(
            Map.entry("PM2.5", Pollutant.PM25), Map.entry("PM25", Pollutant.PM25), Map.entry("细颗粒物", Pollutant.PM25),
            Map.entry("PM10", Pollutant.PM10), Map.entry("可吸入颗粒物", Pollutant.PM10),
            Map.entry("SO2", Pollutant.SO2), Map.entry("二氧化硫", Pollutant.SO2),
            Map.entry("NO2", Pollutant.NO2), Map.entry("二氧化氮", Pollutant.NO2),
            Map.entry("O3", Pollutant.O3), Map.entry("臭氧", Pollutant.O3),
            Map.entry("CO", Pollutant.CO), Map.entry("一氧化碳", Pollutant.CO));
    private static final Pattern AVERAGING = Pattern.compile("(?:-?(?:1H|8H|24H|1小时|8小时|24小时))+$");

    public PrimaryPollutantWords {
        pollutants = List.copyOf(pollutants);
        unknown = List.copyOf(unknown);
    }

    /** Missing marks and empty parts give nothing; never throws. */
    public static PrimaryPollutantWords parse(String text) {
        Set<Pollutant> pollutants = new LinkedHashSet<>();
        Set<String> unknown = new LinkedHashSet<>();
        for (String part : SEPARATOR.split(text)) {
            String word = part.strip();
            Pollutant pollutant = WORDS.get(name(word));
            if (pollutant != null) {
                pollutants.add(pollutant);
            } else if (!NOTHING.contains(word.toUpperCase(Locale.ROOT))) {
                unknown.add(word);
            }
        }
        return new PrimaryPollutantWords(List.copyOf(pollutants), List.copyOf(unknown));
    }

    /** {@code PM2.5}, {@code O3} …, as the contract writes lists of pollutants. */
    public List<String> wireNames() {
        return pollutants.stream().map(Pollutant::wireName).toList();
    }

    /** Full-width letters and brackets and lowered digits become plain ones; what stands in brackets is the name. */
    private static String name(String word) {
        String plain = Normalizer.normalize(word, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).replace(" ", "").replace('_', '-');
        Matcher brackets = IN_BRACKETS.matcher(plain);
        String name = brackets.matches() ? brackets.group(1) : plain;
        return AVERAGING.matcher(name).replaceFirst("").replace('-', '.');
    }
}
