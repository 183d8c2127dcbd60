package org.envdisclosure.platform.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.measure.ValueRange;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The query of a request, strictly read: an unknown, doubled or ill-encoded parameter is an error, never passed over. */
public final class QueryString {

    private static final Pattern PLAIN_DECIMAL = Pattern.compile("[+-]?[0-9]{1,9}(\\.[0-9]{1,12})?");
    private static final int LONGEST_SHOWN = 100;

    private final Map<String, List<String>> values;

    private QueryString(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * @param raw the part of the URI behind {@code ?}, still encoded, or null
     * @throws ApiProblem when the encoding is broken
     */
    public static QueryString parse(@Nullable String raw) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (raw != null && !raw.isEmpty()) {
            for (String pair : raw.split("&")) {
                if (!pair.isEmpty()) {
                    int equals = pair.indexOf('=');
                    String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                    values.computeIfAbsent(name, n -> new ArrayList<>()).add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
                }
            }
        }
        return new QueryString(values);
    }

    /** @throws ApiProblem naming every parameter that is not among {@code known} */
    public QueryString allowing(Collection<String> known) {
        List<ApiProblem.Fault> faults = values.keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> new ApiProblem.Fault(shown(name), null, LocalizedText.of("未知参数", "unknown parameter")))
                .toList();
        if (!faults.isEmpty()) {
            String allowed = known.isEmpty() ? "none" : String.join(", ", known);
            throw ProblemType.UNKNOWN_PARAMETER.because(
                    "本接口没有参数 %s；可用的参数：%s".formatted(faults.get(0).parameter(), allowed),
                    "this endpoint has no parameter %s; it takes %s".formatted(faults.get(0).parameter(), allowed)).withFaults(faults);
        }
        return this;
    }

    private static String shown(String name) {
        return name.length() <= LONGEST_SHOWN ? name : name.substring(0, LONGEST_SHOWN) + "…";
    }

    /** The one value of a parameter; an empty value is an error. */
    public Optional<String> one(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw ApiProblem.parameter(name, name + " 只能出现一次", name + " may be given only once");
        }
        if (given.size() == 1 && given.get(0).isEmpty()) {
            throw ApiProblem.parameter(name, name + " 的值为空", name + " has an empty value; leave it out or give one");
        }
        return given.stream().findFirst();
    }

    /** All values of a parameter, repeated or comma-separated; an empty one is an error. */
    public List<String> all(String name) {
        List<String> all = new ArrayList<>();
        for (String given : values.getOrDefault(name, List.of())) {
            for (String part : given.split(",", -1)) {
                if (part.isBlank()) {
                    throw ApiProblem.parameter(name, name + " 含有空值", name + " has an empty value; leave it out or give one");
                }
                all.add(part.strip());
            }
        }
        return all;
    }

    /**
     * The one number of a parameter, in plain decimal notation: no exponent, at most 9 digits before the point and 12 behind it.
     *
     * @throws ApiProblem when it is no such number or lies outside {@code range}
     */
    public Optional<BigDecimal> decimal(String name, ValueRange range) {
        return one(name).map(text -> number(text).filter(range::contains).orElseThrow(() -> ApiProblem.parameter(name,
                "%s 须为 %s 至 %s 之间的普通十进制数，小数点前至多 9 位，后至多 12 位".formatted(name, range.min().toPlainString(), range.max().toPlainString()),
                "%s is a plain decimal number from %s to %s, with at most 9 digits before the point and 12 behind it"
                        .formatted(name, range.min().toPlainString(), range.max().toPlainString()))));
    }

    /** The one whole number of a parameter. */
    public Optional<Integer> whole(String name, ValueRange range) {
        return one(name).map(text -> number(text).filter(value -> value.scale() == 0 && range.contains(value)).orElseThrow(() ->
                ApiProblem.parameter(name, "%s 须为 %s 至 %s 的整数".formatted(name, range.min().toPlainString(), range.max().toPlainString()),
                        "%s is a whole number from %s to %s".formatted(name, range.min().toPlainString(), range.max().toPlainString()))).intValue());
    }

    private static Optional<BigDecimal> number(String text) {
        return PLAIN_DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    private static String decode(String encoded) {
        return PercentText.decode(encoded.replace('+', ' ')).orElseThrow(() -> ProblemType.INVALID_PARAMETER.because(
                "查询串编码错误：须为百分号编码的 UTF-8，且不含 NUL", "the query is not well encoded: it is percent-encoded UTF-8 without NUL"));
    }
}
