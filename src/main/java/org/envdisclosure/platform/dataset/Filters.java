package org.envdisclosure.platform.dataset;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.TimeText;
import org.jspecify.annotations.Nullable;

/** The filters that look the same in every dataset. */
public final class Filters {

    /** Codes of sites, sources and the like: 1 to 64 of letters, digits, dot, underscore and hyphen, case kept. */
    public static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** Such as {@code 2026-Q3}. */
    public static final Pattern QUARTER = Pattern.compile("\\d{4}-Q[1-4]");
    /** Such as {@code 2026}. */
    public static final Pattern YEAR = Pattern.compile("\\d{4}");

    private static final int LONGEST_TEXT = 200;
    private static final BigDecimal FARTHEST_METRES = BigDecimal.valueOf(500_000);
    private static final BigDecimal DEFAULT_METRES = BigDecimal.valueOf(10_000);

    private Filters() {
    }

    /** {@code column} is one of the given codes. */
    public static Filter codes(String parameter, String column, LocalizedText description, String example) {
        return single(new Filter.Parameter(parameter, description, example, true), (values, asOf) -> {
            values.forEach(value -> requireCode(parameter, value));
            return Sql.oneOf(column, values);
        });
    }

    /** {@code column} is one of the given words of a closed list. */
    public static Filter words(String parameter, String column, List<String> allowed, LocalizedText description) {
        return single(new Filter.Parameter(parameter, description, allowed.get(0), true), (values, asOf) -> {
            values.forEach(value -> requireWord(parameter, value, allowed));
            return Sql.oneOf(column, values);
        });
    }

    /** {@code column} is one of the given periods, which have a form. */
    public static Filter periods(String parameter, String column, LocalizedText description, String example, Pattern form) {
        return single(new Filter.Parameter(parameter, description, example, true), (values, asOf) -> {
            values.forEach(value -> requirePeriod(parameter, value, form, example));
            return Sql.oneOf(column, values);
        });
    }

    /** @throws ApiProblem when {@code value} has not the form, or is in a year no date has */
    public static void requirePeriod(String parameter, String value, Pattern form, String example) {
        if (!form.matcher(value).matches() || TimeText.month(value.substring(0, 4) + "-01").isEmpty()) {
            throw ApiProblem.parameter(parameter, "%s 的形式为 %s".formatted(parameter, example), "%s has the form %s".formatted(parameter, example));
        }
    }

    /** A filter of one parameter with a condition of its own. */
    public static Filter single(Filter.Parameter parameter, BiFunction<List<String>, @Nullable AsOf, Sql> condition) {
        return new Filter() {
            @Override
            public List<Parameter> parameters() {
                return List.of(parameter);
            }

            @Override
            public Sql condition(Map<String, List<String>> given, @Nullable AsOf asOf, Instant now) {
                return condition.apply(given.getOrDefault(parameter.name(), List.of()), asOf);
            }
        };
    }

    /**
     * A filter of one parameter that also has a condition where it is not given.
     *
     * @param condition of the values given, none of them perhaps, and of the time of the question
     */
    public static Filter always(Filter.Parameter parameter, BiFunction<List<String>, Instant, Sql> condition) {
        return new Filter() {
            @Override
            public List<Parameter> parameters() {
                return List.of(parameter);
            }

            @Override
            public boolean appliesAlways() {
                return true;
            }

            @Override
            public Sql condition(Map<String, List<String>> given, @Nullable AsOf asOf, Instant now) {
                return condition.apply(given.getOrDefault(parameter.name(), List.of()), now);
            }
        };
    }

    /** {@code column} is one of the given words of a closed list, {@code usual} where none is given. */
    public static Filter wordsOr(String usual, String parameter, String column, List<String> allowed, LocalizedText description) {
        return always(new Filter.Parameter(parameter, description, usual, true), (values, now) -> {
            values.forEach(value -> requireWord(parameter, value, allowed));
            return Sql.oneOf(column, values.isEmpty() ? List.of(usual) : values);
        });
    }

    /** {@code bbox=minLon,minLat,maxLon,maxLat} in degrees on the columns {@code longitude} and {@code latitude}. */
    public static Filter boundingBox() {
        return single(new Filter.Parameter("bbox",
                LocalizedText.of("经纬度范围：最小经度,最小纬度,最大经度,最大纬度（度）", "Bounding box minLon,minLat,maxLon,maxLat in degrees"),
                "110.9,30.5,111.6,30.9", false), (values, asOf) -> {
            List<BigDecimal> box = decimals("bbox", values, 4, "minLon,minLat,maxLon,maxLat");
            requireDegrees("bbox", box.get(0), box.get(1));
            requireDegrees("bbox", box.get(2), box.get(3));
            if (box.get(0).compareTo(box.get(2)) > 0 || box.get(1).compareTo(box.get(3)) > 0) {
                throw ApiProblem.parameter("bbox", "bbox 的最小值大于最大值", "bbox has a minimum above its maximum; the order is minLon,minLat,maxLon,maxLat");
            }
            return Sql.of("longitude BETWEEN ? AND ? AND latitude BETWEEN ? AND ?", box.get(0), box.get(2), box.get(1), box.get(3));
        });
    }

    /** {@code near=lon,lat} with {@code radius} in metres, on the mean sphere of 6 371 008.8 m. */
    public static Filter near() {
        Filter.Parameter near = new Filter.Parameter("near",
                LocalizedText.of("中心点：经度,纬度（度）", "Centre lon,lat in degrees"), "111.29,30.69", false);
        Filter.Parameter radius = new Filter.Parameter("radius",
                LocalizedText.of("与 near 合用的半径，米，默认 10000，最大 500000", "Radius around near in metres, default 10000, at most 500000"), "10000", false);
        return new Filter() {
            @Override
            public List<Parameter> parameters() {
                return List.of(near, radius);
            }

            @Override
            public Sql condition(Map<String, List<String>> given, @Nullable AsOf asOf, Instant now) {
                if (given.getOrDefault("near", List.of()).isEmpty()) {
                    throw ApiProblem.parameter("radius", "radius 需要与 near 合用", "radius needs near=lon,lat beside it");
                }
                List<BigDecimal> centre = decimals("near", given.get("near"), 2, "lon,lat");
                requireDegrees("near", centre.get(0), centre.get(1));
                List<String> metres = given.getOrDefault("radius", List.of());
                BigDecimal distance = metres.isEmpty() ? DEFAULT_METRES : decimals("radius", metres, 1, "metres").get(0);
                if (distance.signum() <= 0 || distance.compareTo(FARTHEST_METRES) > 0) {
                    throw ApiProblem.parameter("radius", "radius 须大于 0 且不超过 500000 米", "radius is over 0 and at most 500000 metres");
                }
                return Sql.of("(" + DISTANCE_METRES + ") <= ?", centre.get(1), centre.get(1), centre.get(0), distance);
            }
        };
    }

    /** Great-circle distance in metres (haversine) from latitude, latitude, longitude given as three values. */
    public static final String DISTANCE_METRES = """
            2 * 6371008.8 * asin(sqrt(least(1, power(sin(radians((latitude - ?)::float8) / 2), 2)
              + cos(radians(latitude::float8)) * cos(radians((?)::float8)) * power(sin(radians((longitude - ?)::float8) / 2), 2))))""";

    /** @throws ApiProblem unless {@code value} is a code */
    public static void requireCode(String parameter, String value) {
        if (!CODE.matcher(value).matches()) {
            throw ApiProblem.parameter(parameter, parameter + " 的值应为 1 至 64 个字母、数字、点、下划线或连字符",
                    "%s takes codes of 1 to 64 letters, digits, '.', '_' or '-'".formatted(parameter));
        }
    }

    /** @throws ApiProblem unless {@code value} is one of {@code allowed} */
    public static void requireWord(String parameter, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            throw ApiProblem.parameter(parameter, "%s 只接受:%s".formatted(parameter, String.join("、", allowed)),
                    "%s takes %s".formatted(parameter, String.join(", ", allowed)));
        }
    }

    /** @throws ApiProblem when a name is too long or holds control characters */
    public static void requireText(String parameter, String value) {
        if (value.length() > LONGEST_TEXT || value.chars().anyMatch(Character::isISOControl)) {
            throw ApiProblem.parameter(parameter, parameter + " 最长 200 个字符,不含控制字符",
                    "%s takes at most 200 characters and no control characters".formatted(parameter));
        }
    }

    private static void requireDegrees(String parameter, BigDecimal longitude, BigDecimal latitude) {
        if (longitude.abs().compareTo(BigDecimal.valueOf(180)) > 0 || latitude.abs().compareTo(BigDecimal.valueOf(90)) > 0) {
            throw ApiProblem.parameter(parameter, parameter + ":经度须在 -180 至 180 之间,纬度须在 -90 至 90 之间",
                    "%s: longitude lies within -180 and 180, latitude within -90 and 90, longitude first".formatted(parameter));
        }
    }

    private static List<BigDecimal> decimals(String parameter, List<String> values, int count, String form) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (String value : values) {
            numbers.add(decimal(parameter, value, form));
        }
        if (numbers.size() != count) {
            throw ApiProblem.parameter(parameter, "%s 的形式为 %s".formatted(parameter, form), "%s has the form %s".formatted(parameter, form));
        }
        return numbers;
    }

    private static final Pattern PLAIN_DECIMAL = Pattern.compile("[+-]?\\d{1,9}(\\.\\d{1,12})?");

    private static BigDecimal decimal(String parameter, String value, String form) {
        if (!PLAIN_DECIMAL.matcher(value).matches()) {
            throw ApiProblem.parameter(parameter, "%s 的形式为 %s,均为普通十进制数".formatted(parameter, form),
                    "%s has the form %s, in plain decimal numbers".formatted(parameter, form));
        }
        return new BigDecimal(value);
    }
}
