import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * Makes the sample data: eight stations of a city that does not exist, and a month of hours that nobody measured.
 *
 * <p>{@code java sample-data/GenerateSampleData.java [--end 2026-11-01T00:00+08:00] [--days 31] [--out sample-data]}
 *
 * <p>The same arguments give the same bytes on every machine: the noise is seeded, and the functions come from
 * {@link StrictMath}. Units: micrograms per cubic metre, CO milligrams. An hour's label is its end, in the fixed offset +08:00.
 */
public class GenerateSampleData {

    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = options(arguments);
        Period period = Period.ending(options.get("--end"), Integer.parseInt(options.get("--days")));
        Air air = new Air(period);
        Map<String, Stream<String>> files = Map.of(
                "divisions.csv", Registers.divisions(),
                "air-stations.csv", Registers.stations(period),
                "air-hourly-native.csv", NativeLayout.lines(air),
                "air-hourly-cnemc.csv", CnemcLayout.lines(air),
                "air-hourly-china-sites.csv", ChinaSitesLayout.lines(air),
                "air-hourly-with-mistakes.ndjson", Mistakes.lines(period),
                "air-forecasts.csv", Forecasts.lines(air),
                "air-alerts.csv", Alerts.lines(period),
                "air-photos.csv", Views.lines(period));
        Path folder = Files.createDirectories(Path.of(options.get("--out")));
        for (Map.Entry<String, Stream<String>> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue().collect(Collectors.joining("\n", "", "\n")));
        }
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>(
                Map.of("--end", "2026-11-01T00:00+08:00", "--days", "31", "--out", "sample-data"));
        for (int at = 0; at < arguments.length; at += 2) {
            if (at + 1 == arguments.length || options.put(arguments[at], arguments[at + 1]) == null) {
                throw new IllegalArgumentException(arguments[at] + ": the options are --end TIME, --days NUMBER and --out FOLDER");
            }
        }
        return options;
    }
}

/**
 * The hours of the sample.
 *
 * @param start the first label of the month is one hour later; this label itself is the one hour in the national layout
 * @param end   the last label
 */
record Period(OffsetDateTime start, OffsetDateTime end) {

    private static final LocalDate HJ_633_2026 = LocalDate.of(2026, 3, 2);

    static Period ending(String end, int days) {
        OffsetDateTime last = OffsetDateTime.parse(end).withOffsetSameInstant(ZoneOffset.ofHours(8));
        Period period = new Period(last.minusDays(days), last);
        if (!last.equals(last.truncatedTo(ChronoUnit.HOURS)) || period.hours() < 1 || period.dayBefore().isBefore(HJ_633_2026)) {
            throw new IllegalArgumentException("--end must be a full hour, --days at least 1, and all of it after 2026-03-01,"
                    + " because the AQI in the files is that of HJ 633-2026; got " + end + " and " + days);
        }
        return period;
    }

    /** The day before the month: it is written in the layout of the china-sites archive, so that no hour comes twice. */
    LocalDate dayBefore() {
        return start.toLocalDate().minusDays(1);
    }

    /** The day on which a station stands at its new place. */
    LocalDate moved() {
        return start.plusDays(hours() / 48).toLocalDate();
    }

    /** The model begins one day before the first label written, for the 24-hour means. */
    OffsetDateTime modelStart() {
        return dayBefore().minusDays(1).atStartOfDay().atOffset(start.getOffset());
    }

    int hours() {
        return (int) Duration.between(start, end).toHours();
    }

    int indexOf(OffsetDateTime label) {
        return (int) Duration.between(modelStart(), label).toHours() - 1;
    }

    OffsetDateTime label(int index) {
        return modelStart().plusHours(index + 1L);
    }
}

/** The Chinese words, escaped: JDK 17 reads a source file in the charset of the machine, whatever that is. */
final class Words {

    static final String PM25 = "\u7ec6\u9897\u7c92\u7269(PM2.5)";
    static final String PM10 = "\u9897\u7c92\u7269(PM10)";
    static final String SO2 = "\u4e8c\u6c27\u5316\u786b(SO2)";
    static final String NO2 = "\u4e8c\u6c27\u5316\u6c2e(NO2)";
    static final String O3 = "\u81ed\u6c271\u5c0f\u65f6(O3_1h)";
    static final String CO = "\u4e00\u6c27\u5316\u78b3(CO)";
    static final String NOT_DETECTED = "\u672a\u68c0\u51fa";
    static final String DASH = "\u2014";

    private static final String SAMPLE = "\u793a\u4f8b";
    private static final String FICTITIOUS = "\uff08\u865a\u6784\uff09";
    private static final String ONE_TO_EIGHT = "\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b";

    static final String PROVINCE = SAMPLE + "\u7701" + FICTITIOUS;
    static final String CITY = SAMPLE + "\u5e02" + FICTITIOUS;
    static final String COUNTY = SAMPLE + "\u533a" + FICTITIOUS;
    static final String FORECASTER = SAMPLE + "\u5e02\u73af\u5883\u76d1\u6d4b\u7ad9" + FICTITIOUS;
    static final String NO_FORECAST = SAMPLE + "\uff0c\u4e0d\u662f\u771f\u5b9e\u9884\u62a5";
    static final String NO_ALERT = SAMPLE + "\uff0c\u4e0d\u662f\u771f\u5b9e\u9884\u8b66";

    private Words() {
    }

    static String station(int ordinal) {
        return SAMPLE + ONE_TO_EIGHT.charAt(ordinal) + "\u7ad9" + FICTITIOUS;
    }
}

enum Pollutant {
    PM25("PM2.5", Words.PM25, 0, 35, 60, 115, 150, 250, 350, 500),
    PM10("PM10", Words.PM10, 0, 50, 120, 250, 350, 420, 500, 600),
    SO2("SO2", Words.SO2, 0, 150, 500, 650, 800),
    NO2("NO2", Words.NO2, 0, 100, 200, 700, 1200, 2340, 3090, 3840),
    O3("O3", Words.O3, 0, 160, 200, 300, 400, 800, 1000, 1200),
    CO("CO", Words.CO, 0, 50, 100, 350, 600, 900, 1200, 1500);

    private static final int[] INDEX = {0, 50, 100, 150, 200, 300, 400, 500};

    final String wire;
    final String feedName;
    private final int[] ladder;

    /** @param ladder HJ 633-2026 table 3: 1-hour columns, PM on the 24-hour columns; CO in tenths of a milligram */
    Pollutant(String wire, String feedName, int... ladder) {
        this.wire = wire;
        this.feedName = feedName;
        this.ladder = ladder;
    }

    /** CO is kept in tenths of a milligram, so that every value is a whole number. */
    String text(int value) {
        return this == CO ? BigDecimal.valueOf(value, 1).stripTrailingZeros().toPlainString() : Integer.toString(value);
    }

    int index(int value) {
        int upper = IntStream.range(1, ladder.length).filter(step -> value <= ladder[step]).findFirst().orElse(0);
        if (upper == 0) {
            return INDEX[ladder.length - 1];
        }
        int low = ladder[upper - 1];
        int rise = (INDEX[upper] - INDEX[upper - 1]) * (value - low);
        int width = ladder[upper] - low;
        return INDEX[upper - 1] + (rise + width - 1) / width;
    }
}

/** Invented: round figures on a map, nothing stands there. */
record Position(String longitude, String latitude, int metres) {
}

/** How much there is of each here, 1 in the middle of the city. */
record Surroundings(double particles, double traffic, double industry, double ozone) {
}

enum Site {
    CENTRE("9901A", "urban", "national", new Position("109.0000", "33.0000", 260), new Surroundings(1.00, 1.15, 0.9, 0.95)),
    EAST("9902A", "urban", "national", new Position("109.0500", "33.0000", 255), new Surroundings(0.95, 1.00, 0.9, 1.00)),
    MOVED("9903A", "urban", "national", new Position("108.9500", "33.0000", 270), new Surroundings(0.92, 0.90, 0.8, 1.03)),
    SOUTH("9904A", "urban", "national", new Position("109.0000", "32.9600", 258), new Surroundings(0.98, 0.95, 0.9, 1.02)),
    NORTH("9905A", "urban", "national", new Position("109.0100", "33.0500", 275), new Surroundings(1.12, 1.00, 2.4, 0.92)),
    ROADSIDE("9906A", "traffic", "city", new Position("109.0100", "33.0100", 262), new Surroundings(1.10, 1.75, 1.0, 0.75)),
    REGIONAL("9907A", "regional", "national", new Position("109.3000", "33.2000", 410),
            new Surroundings(0.70, 0.35, 0.6, 1.12)),
    BACKGROUND("9908A", "background", "national", new Position("108.6000", "33.4000", 1480),
            new Surroundings(0.40, 0.15, 0.3, 1.15));

    private static final Position BEFORE_THE_MOVE = new Position("108.9600", "33.0200", 268);

    final String code;
    final String type;
    final String level;
    final Surroundings surroundings;
    private final Position position;

    Site(String code, String type, String level, Position position, Surroundings surroundings) {
        this.code = code;
        this.type = type;
        this.level = level;
        this.position = position;
        this.surroundings = surroundings;
    }

    Position position(boolean beforeTheMove) {
        return this == MOVED && beforeTheMove ? BEFORE_THE_MOVE : position;
    }

    /** Only points that stand for where people live enter the city's value. */
    boolean inCityEvaluation() {
        return type.equals("urban");
    }

    boolean measures(Pollutant pollutant) {
        return this != REGIONAL || pollutant != Pollutant.CO;
    }

    String chineseName() {
        return Words.station(ordinal());
    }

    String englishName() {
        return "Sample station " + (ordinal() + 1) + " (fictitious)";
    }
}

/** What the whole city shares: still air, one episode of haze, one day of dust, one warm spell of ozone. */
final class Weather {

    static final double HAZE_AT = 0.42;
    private static final double DUST_AT = 0.74;
    private static final double WARM_AT = 0.16;

    private final Period period;
    private final double[] stillness;
    private final double[] cloud;

    Weather(Period period, int hours) {
        this.period = period;
        this.stillness = Noise.slow(12, hours, 0.98);
        this.cloud = Noise.slow(2, hours / 24 + 1, 0.4);
    }

    /** 0 in a fresh wind, 1 when nothing moves. */
    double stillness(int index) {
        return Math.max(0.05, Math.min(1, 0.36 + 0.17 * stillness[index] + 0.4 * haze(index) - 0.25 * dust(index)));
    }

    /** Builds up over three days and is swept away within half a day. */
    double haze(int index) {
        double away = since(HAZE_AT, index);
        return StrictMath.exp(-StrictMath.pow(away / (away < 0 ? 40 : 10), 2));
    }

    /** Arrives at ten in the morning with the front, thickest after three hours. */
    double dust(int index) {
        double away = since(DUST_AT, index) - 10;
        return away < 0 ? 0 : 1.65 * (1 - StrictMath.exp(-(away + 0.5) / 2)) * StrictMath.exp(-away / 8);
    }

    /** What sunlight makes of it: nothing at night, most at three in the afternoon. */
    double photochemistry(int index) {
        double hour = hourOfDay(index);
        double light = hour < 7.5 || hour > 22 ? 0 : StrictMath.pow(StrictMath.sin(StrictMath.PI * (hour - 7.5) / 14.5), 2.4);
        double clear = Math.max(0.35, Math.min(1, 0.78 + 0.2 * cloud[index / 24]));
        return light * clear * (1 + 0.95 * StrictMath.exp(-StrictMath.pow(since(WARM_AT, index) / 44, 2)));
    }

    double rushHour(int index) {
        double hour = hourOfDay(index);
        double working = period.label(index).minusMinutes(30).getDayOfWeek().getValue() < 6 ? 1 : 0.75;
        return 0.7 + working * (0.8 * bump(hour, 8, 1.7) + 0.95 * bump(hour, 19, 2.6));
    }

    double morningMixing(int index) {
        return 0.8 + 0.5 * bump(hourOfDay(index), 10.5, 2);
    }

    /** The layer of air that everything is mixed into is thin at night. */
    double thinLayer(int index) {
        return 1.12 - 0.32 * bump(hourOfDay(index), 15, 4);
    }

    /** Hours since local midnight of the day that lies at this share of the month. */
    private double since(double share, int index) {
        int day = (int) (period.hours() / 24 * share);
        return index - period.indexOf(period.start().truncatedTo(ChronoUnit.DAYS).plusDays(day));
    }

    private double hourOfDay(int index) {
        return index % 24 + 0.5;
    }

    private static double bump(double hour, double centre, double width) {
        return StrictMath.exp(-StrictMath.pow((hour - centre) / width, 2));
    }
}

/** Seeded noise in which an hour remembers the one before. */
final class Noise {

    private Noise() {
    }

    static double[] slow(long seed, int length, double memory) {
        Random random = new Random(633_000 + seed);
        double[] noise = new double[length];
        for (int i = 1; i < length; i++) {
            noise[i] = memory * noise[i - 1] + StrictMath.sqrt(1 - memory * memory) * random.nextGaussian();
        }
        return noise;
    }
}

/** The values at every site: the model, then what the instruments lost of it. */
final class Air {

    static final int MISSING = -1;

    final Period period;
    private final Map<Site, Map<Pollutant, int[]>> values = new EnumMap<>(Site.class);

    Air(Period period) {
        this.period = period;
        int hours = period.indexOf(period.end()) + 1;
        Weather weather = new Weather(period, hours);
        for (Site site : Site.values()) {
            Map<Pollutant, double[]> noise = noise(site, hours);
            Map<Pollutant, int[]> series = new EnumMap<>(Pollutant.class);
            for (Pollutant pollutant : Pollutant.values()) {
                series.put(pollutant, new int[hours]);
            }
            for (int index = 0; index < hours; index++) {
                put(series, index, new Mixture(site, weather, noise, index));
            }
            values.put(site, series);
        }
        Gaps.in(period).forEach(gap -> gap.cut(values.get(gap.site())));
    }

    private static Map<Pollutant, double[]> noise(Site site, int hours) {
        Map<Pollutant, double[]> noise = new EnumMap<>(Pollutant.class);
        for (Pollutant pollutant : Pollutant.values()) {
            noise.put(pollutant, Noise.slow(100L * site.ordinal() + pollutant.ordinal() + 10, hours, 0.7));
        }
        return noise;
    }

    private static void put(Map<Pollutant, int[]> series, int index, Mixture mixture) {
        series.get(Pollutant.PM25)[index] = whole(mixture.pm25());
        series.get(Pollutant.PM10)[index] = Math.max(whole(mixture.pm10()), whole(mixture.pm25()) + 1);
        series.get(Pollutant.SO2)[index] = whole(mixture.so2());
        series.get(Pollutant.NO2)[index] = whole(mixture.no2());
        series.get(Pollutant.O3)[index] = whole(mixture.o3());
        series.get(Pollutant.CO)[index] = whole(10 * mixture.co());
    }

    private static int whole(double value) {
        return (int) Math.max(1, StrictMath.rint(value));
    }

    int value(Site site, Pollutant pollutant, int index) {
        return values.get(site).get(pollutant)[index];
    }

    /** The mean over the hours up to this one, {@link #MISSING} when fewer than {@code least} are there. */
    int mean(Site site, Pollutant pollutant, int index, int hours, int least) {
        int[] there = Arrays.stream(values.get(site).get(pollutant), index - hours + 1, index + 1)
                .filter(value -> value != MISSING).toArray();
        return there.length < least ? MISSING : BigDecimal.valueOf(Arrays.stream(there).sum())
                .divide(BigDecimal.valueOf(there.length), 0, RoundingMode.HALF_EVEN).intValue();
    }

    int highestOzone(Site site, int index) {
        return Arrays.stream(values.get(site).get(Pollutant.O3), index - 23, index + 1).max().orElse(MISSING);
    }

    int dayMean(Site site, Pollutant pollutant, int index) {
        return mean(site, pollutant, index, 24, 20);
    }

    int eightHours(Site site, int index) {
        return mean(site, Pollutant.O3, index, 8, 6);
    }

    /** The highest 8-hour mean of the day so far; a day has its first at 08:00. */
    int highestEightHours(Site site, int index) {
        int hour = index % 24 + 1;
        return IntStream.rangeClosed(8, hour).map(label -> eightHours(site, index - hour + label)).max().orElse(MISSING);
    }

    /** {@link #MISSING} where any monitored pollutant is missing and the rest is not above 100 (HJ 633-2026, 5.3.1). */
    int aqi(Site site, int index) {
        int highest = monitored(site).mapToInt(pollutant -> pollutant.index(value(site, pollutant, index))).max().orElse(0);
        boolean complete = monitored(site).noneMatch(pollutant -> value(site, pollutant, index) == MISSING);
        return complete || highest > 100 ? highest : MISSING;
    }

    /** In the order of the national feed, which names PM10 first. */
    List<Pollutant> primary(Site site, int index) {
        int aqi = aqi(site, index);
        return aqi <= 50 ? List.of()
                : monitored(site).filter(pollutant -> pollutant.index(value(site, pollutant, index)) == aqi)
                        .sorted(Comparator.comparing(pollutant -> pollutant != Pollutant.PM10)).toList();
    }

    private static Stream<Pollutant> monitored(Site site) {
        return Arrays.stream(Pollutant.values()).filter(site::measures);
    }
}

/** The concentrations of one hour at one site; what burns together rises together. */
record Mixture(Site site, Weather weather, Map<Pollutant, double[]> noise, int index) {

    double no2() {
        return blur(Pollutant.NO2, 0.14) * site.surroundings.traffic() * 21 * weather.rushHour(index) * weather.thinLayer(index)
                * (0.6 + weather.stillness(index)) / (1 + weather.dust(index));
    }

    double so2() {
        return blur(Pollutant.SO2, 0.12) * site.surroundings.industry() * 6 * weather.morningMixing(index)
                * (0.75 + 0.5 * weather.stillness(index));
    }

    double pm25() {
        double local = 6 + 58 * weather.stillness(index);
        return blur(Pollutant.PM25, 0.09) * site.surroundings.particles()
                * (local * weather.thinLayer(index) + 112 * weather.haze(index) + 75 * weather.dust(index));
    }

    double pm10() {
        double coarse = 14 * site.surroundings.traffic() * weather.rushHour(index) + 9;
        double blown = 560 * weather.dust(index) * (0.6 + 0.4 * site.surroundings.particles());
        return 1.18 * pm25() + blur(Pollutant.PM10, 0.12) * (coarse + blown);
    }

    double co() {
        double smoke = pm25() - 75 * weather.dust(index) * site.surroundings.particles();
        return blur(Pollutant.CO, 0.06) * (0.22 + 0.008 * no2() + 0.0045 * smoke);
    }

    double o3() {
        double made = 38 + 108 * weather.photochemistry(index) * (1 - 0.25 * weather.haze(index));
        return Math.max(2, blur(Pollutant.O3, 0.05) * site.surroundings.ozone() * made - 0.42 * no2());
    }

    private double blur(Pollutant pollutant, double strength) {
        return StrictMath.exp(strength * noise.get(pollutant)[index]);
    }
}

/** Hours without a value, {@code of} which pollutants. */
record Gap(Site site, int from, int hours, List<Pollutant> of) {

    void cut(Map<Pollutant, int[]> series) {
        of.forEach(pollutant -> IntStream.range(Math.max(0, from), Math.min(from + hours, series.get(pollutant).length))
                .forEach(index -> series.get(pollutant)[index] = Air.MISSING));
    }
}

/** What the instruments lost. A row whose six values are all lost was never sent and is left out. */
final class Gaps {

    private static final List<Pollutant> ALL = List.of(Pollutant.values());
    private static final List<Pollutant> GASES = List.of(Pollutant.SO2, Pollutant.NO2, Pollutant.O3, Pollutant.CO);

    private Gaps() {
    }

    static Stream<Gap> in(Period period) {
        IntFunction<Integer> day = number -> period.indexOf(period.start().truncatedTo(ChronoUnit.DAYS).plusDays(number)) + 1;
        int moving = period.indexOf(period.moved().atStartOfDay().atOffset(period.start().getOffset())) + 1 - 24;
        return Stream.concat(calibrations(period), Stream.of(
                new Gap(Site.SOUTH, period.indexOf(period.start()), 1, List.of(Pollutant.PM10)),
                new Gap(Site.CENTRE, day.apply(3) + 11, 5, List.of(Pollutant.O3)),
                new Gap(Site.EAST, day.apply(5) + 2, 6, ALL),
                new Gap(Site.SOUTH, day.apply(8) + 9, 5, List.of(Pollutant.PM25)),
                new Gap(Site.SOUTH, day.apply(13) + 7, 3, List.of(Pollutant.PM10)),
                new Gap(Site.MOVED, moving + 8, 10, ALL),
                new Gap(Site.NORTH, day.apply(19) + 13, 4, List.of(Pollutant.SO2)),
                new Gap(Site.ROADSIDE, day.apply(24) + 6, 2, List.of(Pollutant.NO2, Pollutant.O3))));
    }

    /** Once a week, on another night at each site, the gas analysers are checked for an hour. */
    private static Stream<Gap> calibrations(Period period) {
        int firstNight = period.indexOf(period.start()) + 4;
        return Arrays.stream(Site.values()).flatMap(site -> IntStream.range(0, period.hours() / 168 + 1)
                .mapToObj(week -> new Gap(site, firstNight + 24 * (site.ordinal() % 7) + 168 * week, 1, GASES)));
    }
}

/** The registers, in the columns of the public contract. */
final class Registers {

    private Registers() {
    }

    static Stream<String> divisions() {
        return Stream.of("division_code,name,level,parent_code",
                "990000," + Words.PROVINCE + ",province,", "990100," + Words.CITY + ",city,990000",
                "990102," + Words.COUNTY + ",county,990100");
    }

    static Stream<String> stations(Period period) {
        return Stream.concat(
                Stream.of("station_code,name,name_en,city_code,city_name,division_code,longitude,latitude,datum,elevation,site_type,"
                        + "control_level,in_city_evaluation,measured_pollutants,operator,valid_from,valid_to"),
                Arrays.stream(Site.values()).flatMap(site -> versions(site, period.moved().toString())));
    }

    private static Stream<String> versions(Site site, String moved) {
        return site != Site.MOVED ? Stream.of(version(site, site.position(false), "2020-01-01,"))
                : Stream.of(version(site, site.position(true), "2020-01-01," + moved),
                        version(site, site.position(false), moved + ","));
    }

    private static String version(Site site, Position position, String validity) {
        String measured = Arrays.stream(Pollutant.values()).filter(site::measures)
                .map(pollutant -> pollutant.wire).collect(Collectors.joining(";"));
        return String.join(",", site.code, site.chineseName(), site.englishName(), "990100", Words.CITY, "990102",
                position.longitude(), position.latitude(), "CGCS2000", Integer.toString(position.metres()), site.type, site.level,
                Boolean.toString(site.inCityEvaluation()), measured, "sample data: not measured anywhere", validity);
    }
}

/** The month, in the service's own layout. */
final class NativeLayout {

    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

    private NativeLayout() {
    }

    static Stream<String> lines(Air air) {
        int first = air.period.indexOf(air.period.start()) + 1;
        return Stream.concat(Stream.of("station_code,observed_at,pm25,pm10,so2,no2,o3,co"),
                IntStream.range(first, first + air.period.hours()).boxed()
                        .flatMap(index -> Arrays.stream(Site.values()).filter(site -> sent(air, site, index))
                                .map(site -> line(air, site, index))));
    }

    private static boolean sent(Air air, Site site, int index) {
        return Arrays.stream(Pollutant.values()).anyMatch(pollutant -> air.value(site, pollutant, index) != Air.MISSING);
    }

    private static String line(Air air, Site site, int index) {
        return site.code + "," + TIME.format(air.period.label(index)) + "," + Arrays.stream(Pollutant.values())
                .map(pollutant -> Cell.of(site, pollutant, air.value(site, pollutant, index), ""))
                .collect(Collectors.joining(","));
    }
}

/** One hour, in the layout of the national real-time feed, where o3_8h_24h is the 8-hour mean and o3_8h the day's highest. */
final class CnemcLayout {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmm");

    private CnemcLayout() {
    }

    static Stream<String> lines(Air air) {
        return Stream.concat(
                Stream.of("timepoint,stationcode,longitude,latitude,area,positionname,primarypollutant,aqi,pm10,pm10_24h,pm2_5,"
                        + "pm2_5_24h,o3,o3_24h,o3_8h,o3_8h_24h,no2,no2_24h,so2,so2_24h,co,co_24h"),
                Arrays.stream(Site.values()).filter(site -> site.level.equals("national"))
                        .map(site -> line(air, site, air.period.indexOf(air.period.start()))));
    }

    private static String line(Air air, Site site, int index) {
        Position position = site.position(true);
        return String.join(",", TIME.format(air.period.label(index)), site.code, position.longitude(), position.latitude(),
                Words.CITY, site.chineseName(), primary(air, site, index), Cell.of(air.aqi(site, index), "NA"),
                hourAndDay(air, site, Pollutant.PM10, index), hourAndDay(air, site, Pollutant.PM25, index),
                ozone(air, site, index), hourAndDay(air, site, Pollutant.NO2, index),
                hourAndDay(air, site, Pollutant.SO2, index), hourAndDay(air, site, Pollutant.CO, index));
    }

    private static String primary(Air air, Site site, int index) {
        String names = air.primary(site, index).stream().map(pollutant -> pollutant.feedName).collect(Collectors.joining(","));
        return names.isEmpty() ? "NA" : names.contains(",") ? '"' + names + '"' : names;
    }

    private static String ozone(Air air, Site site, int index) {
        String hour = Cell.of(air.value(site, Pollutant.O3, index), "NA");
        return String.join(",", hour, hour,
                Cell.of(air.highestEightHours(site, index), "NA"), Cell.of(air.eightHours(site, index), "NA"));
    }

    private static String hourAndDay(Air air, Site site, Pollutant pollutant, int index) {
        return Cell.of(site, pollutant, air.value(site, pollutant, index), "NA") + ","
                + Cell.of(site, pollutant, air.dayMean(site, pollutant, index), "NA");
    }
}

/** One day, in the layout of the china-sites archive: hours 0 to 23, fifteen lines an hour, one column a station. */
final class ChinaSitesLayout {

    private ChinaSitesLayout() {
    }

    static Stream<String> lines(Air air) {
        String codes = Arrays.stream(Site.values()).map(site -> site.code).collect(Collectors.joining(","));
        int midnight = air.period.indexOf(air.period.dayBefore().atStartOfDay().atOffset(air.period.start().getOffset()));
        return Stream.concat(Stream.of("date,hour,type," + codes),
                IntStream.range(0, 24).boxed().flatMap(hour -> hour(air, hour, midnight + hour)));
    }

    private static Stream<String> hour(Air air, int hour, int index) {
        String start = DateTimeFormatter.BASIC_ISO_DATE.format(air.period.dayBefore()) + "," + hour + ",";
        return Stream.concat(
                Stream.of(start + line("AQI", site -> Cell.of(air.aqi(site, index), ""))),
                Arrays.stream(Pollutant.values()).flatMap(pollutant -> types(air, pollutant, index)).map(start::concat));
    }

    private static Stream<String> types(Air air, Pollutant pollutant, int index) {
        String name = pollutant.wire;
        return pollutant == Pollutant.O3 ? ozone(air, index) : Stream.of(
                line(name, site -> Cell.of(site, pollutant, air.value(site, pollutant, index), "")),
                line(name + "_24h", site -> Cell.of(site, pollutant, air.dayMean(site, pollutant, index), "")));
    }

    private static Stream<String> ozone(Air air, int index) {
        return Stream.of(
                line("O3", site -> Cell.of(air.value(site, Pollutant.O3, index), "")),
                line("O3_24h", site -> Cell.of(air.highestOzone(site, index), "")),
                line("O3_8h", site -> Cell.of(air.eightHours(site, index), "")),
                line("O3_8h_24h", site -> Cell.of(air.highestEightHours(site, index), "")));
    }

    /** The archive leaves a cell empty whatever the reason, so there is no {@code /} here. */
    private static String line(String type, Function<Site, String> cell) {
        return type + "," + Arrays.stream(Site.values()).map(cell).map(text -> text.equals("/") ? "" : text)
                .collect(Collectors.joining(","));
    }
}

/** Each afternoon the next three days, from the month as it will come and an error that grows with the days ahead. */
final class Forecasts {

    private static final int DAYS_AHEAD = 3;
    private static final List<Pollutant> FORETOLD = List.of(Pollutant.PM25, Pollutant.PM10);

    private Forecasts() {
    }

    static Stream<String> lines(Air air) {
        int days = air.period.hours() / 24;
        double[] error = Noise.slow(7, days + DAYS_AHEAD, 0.6);
        LocalDate first = air.period.start().toLocalDate();
        return Stream.concat(Stream.of("city_code,issuer,issued_at,date,aqi_low,aqi_high,primary_pollutants,text"),
                IntStream.range(-DAYS_AHEAD, days).boxed().flatMap(issued -> IntStream.rangeClosed(1, DAYS_AHEAD)
                        .filter(lead -> issued + lead >= 0 && issued + lead < days)
                        .mapToObj(lead -> line(air, first.plusDays(issued), lead, error[issued + DAYS_AHEAD]))));
    }

    private static String line(Air air, LocalDate issued, int lead, double error) {
        LocalDate day = issued.plusDays(lead);
        int index = air.period.indexOf(day.plusDays(1).atStartOfDay().atOffset(air.period.start().getOffset()));
        Pollutant highest = FORETOLD.stream().max(Comparator.comparing(pollutant -> index(air, pollutant, index))).orElseThrow();
        int middle = (int) StrictMath.rint(index(air, highest, index) * (1 + 0.07 * lead * error));
        int low = Math.max(0, Math.min(480, middle - 8 - 3 * lead));
        int high = Math.min(500, Math.max(20, middle + 8 + 3 * lead));
        return String.join(",", "990100", Words.FORECASTER, NativeLayout.TIME.format(issued.atTime(17, 0).atOffset(air.period.start().getOffset())),
                day.toString(), Integer.toString(low), Integer.toString(high), high > 50 ? highest.wire : "", Words.NO_FORECAST);
    }

    /** Of the day's mean over the points in the city's evaluation. */
    private static int index(Air air, Pollutant pollutant, int index) {
        int[] means = Arrays.stream(Site.values()).filter(Site::inCityEvaluation).mapToInt(site -> air.dayMean(site, pollutant, index))
                .filter(mean -> mean != Air.MISSING).toArray();
        return pollutant.index(means.length == 0 ? 0 : Arrays.stream(means).sum() / means.length);
    }
}

/** Warnings of the haze: each evening before it is worse another one, which lifts the one before. */
final class Alerts {

    private static final List<String> COLORS = List.of("yellow", "orange", "red");

    private Alerts() {
    }

    static Stream<String> lines(Period period) {
        OffsetDateTime haze = period.start().truncatedTo(ChronoUnit.DAYS).plusDays((int) (period.hours() / 24 * Weather.HAZE_AT));
        return Stream.concat(Stream.of("city_code,alert_id,color,issued_at,starts_at,ends_at,measures,lifted_at"),
                IntStream.range(0, COLORS.size()).mapToObj(step -> line(haze, step)));
    }

    private static String line(OffsetDateTime haze, int step) {
        OffsetDateTime issued = haze.minusDays(COLORS.size() + 1 - step).withHour(18);
        boolean last = step == COLORS.size() - 1;
        return String.join(",", "990100", "SAMPLE-" + (step + 1), COLORS.get(step), NativeLayout.TIME.format(issued),
                NativeLayout.TIME.format(issued.plusHours(6)), NativeLayout.TIME.format(haze.plusDays(1)), Words.NO_ALERT,
                last ? NativeLayout.TIME.format(haze.plusHours(14)) : NativeLayout.TIME.format(issued.plusDays(1)));
    }
}

final class Cell {

    private Cell() {
    }

    static String of(int value, String missing) {
        return value == Air.MISSING ? missing : Integer.toString(value);
    }

    static String of(Site site, Pollutant pollutant, int value, String missing) {
        return !site.measures(pollutant) ? "/" : value == Air.MISSING ? missing : pollutant.text(value);
    }
}

/** Lines that a careful reader takes, flags or refuses; README.md says which. */
final class Mistakes {

    private static final String LINES = """
            {"station_code":"9901A","observed_at":"HOUR","pm25":35,"pm10":61,"so2":7,"no2":28,"o3":64,"co":0.6}
            {"station_code":"9902A","observed_at":"HOUR","pm25":"","pm10":"NA","so2":"DASH","no2":"-","o3":"--","co":null}
            {"station_code":"9903A","observed_at":"HOUR","pm25":"*","pm10":"null","so2":"/","no2":26,"o3":66,"co":"/"}
            {"station_code":"9904A","observed_at":"HOUR","pm25":33,"pm10":57,"so2":"3L","no2":"<2","o3":"ND","co":"NOT_DETECTED"}
            {"station_code":"9905A","observed_at":"HOUR","pm25":-3,"pm10":20001,"so2":"abc","no2":-9999,"o3":5001,"co":"0.6.1"}
            {"station_code":"9906A","observed_at":"HOUR","pm25":"NaN","pm10":66,"so2":8,"no2":44,"o3":41,"co":0.8}
            {"station_code":"9906A","observed_at":"HOUR","pm25":"NaN","pm10":66,"so2":8,"no2":44,"o3":41,"co":0.8}
            {"station_code":"9907A","observed_at":"HOUR","pm25":21,"pm10":38,"so2":5,"no2":11,"o3":78,"co":"/"}
            {"station_code":"9907A","observed_at":"HOUR","pm25":22,"pm10":38,"so2":5,"no2":11,"o3":78,"co":"/"}
            {"station_code":"9999Z","observed_at":"HOUR","pm25":30,"pm10":50,"so2":6,"no2":20,"o3":60,"co":0.5}
            {"observed_at":"HOUR","pm25":30,"pm10":50,"so2":6,"no2":20,"o3":60,"co":0.5}
            {"station_code":"9908A","pm25":9,"pm10":16,"so2":3,"no2":4,"o3":88,"co":0.3}
            {"station_code":"9908A","observed_at":"2026-02-30T23:00:00+08:00","pm25":9,"pm10":16,"so2":3,"no2":4,"o3":88,"co":0.3}
            {"station_code":"9908A","observed_at":"2999-01-01T01:00:00+08:00","pm25":9,"pm10":16,"so2":3,"no2":4,"o3":88,"co":0.3}
            {"station_code":"9908A","observed_at":"HOUR","pm25":9,"pm10":16,"so2":3,"no
            {"station_code":"9908A","observed_at":"HOUR","pm25":9,"pm10":16,"so2":3,"no2":4,"o3":88,"co":0.3}""";

    private Mistakes() {
    }

    /** All at one hour that no other file holds. */
    static Stream<String> lines(Period period) {
        OffsetDateTime hour = period.dayBefore().minusDays(1).atTime(23, 0).atOffset(period.start().getOffset());
        return LINES.replace("HOUR", NativeLayout.TIME.format(hour)).replace("DASH", Words.DASH)
                .replace("NOT_DETECTED", Words.NOT_DETECTED).lines();
    }
}

/** Drawn views of two stations on the last two days: a sky, two ridges and a field. */
final class Views {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final List<Site> WITH_A_CAMERA = List.of(Site.values()[0], Site.BACKGROUND);

    private Views() {
    }

    static Stream<String> lines(Period period) {
        OffsetDateTime lastNoon = period.end().minusMinutes(1).truncatedTo(ChronoUnit.DAYS).plusHours(12);
        return Stream.concat(Stream.of("station_code,camera,taken_at,image"), WITH_A_CAMERA.stream().flatMap(site ->
                Stream.of(lastNoon.minusDays(1).minusHours(4), lastNoon, lastNoon.plusHours(4))
                        .map(time -> "%s,1,%s,%s".formatted(site.code, time.format(NativeLayout.TIME), image(site, time.getHour())))));
    }

    private static String image(Site site, int hour) {
        return Base64.getEncoder().encodeToString(new DrawnPng(WIDTH, HEIGHT, (x, y) -> colour(x, y, site.ordinal(), hour)).file());
    }

    /** Red, green and blue of a pixel; whole numbers alone, so that it is the same everywhere. */
    private static int colour(int x, int y, int place, int hour) {
        int far = 118 + triangle(x + 37 * place, 140) / 2;
        int near = 160 + triangle(x + 90 + 53 * place, 230) / 5;
        if (y >= near + 30) {
            return rgb(96 - hour, 120, 70);
        } else if (y >= near) {
            return rgb(52, 84, 60);
        } else if (y >= far) {
            return rgb(110, 132, 150);
        }
        int down = y * 100 / 190;
        int warm = Math.abs(hour - 12) * 12;
        return rgb(90 + warm + down, 150 + warm / 4 + down * 6 / 10, 225 - warm + down / 5);
    }

    private static int triangle(int x, int period) {
        int at = Math.floorMod(x, period);
        return Math.min(at, period - at);
    }

    private static int rgb(int red, int green, int blue) {
        return red << 16 | green << 8 | blue;
    }
}

/**
 * A PNG written by hand: compressors differ from one Java to the next, and these files must not. Its one deflate block has the fixed
 * codes and repeats of the pixel before.
 */
final class DrawnPng {

    private static final int PIXEL = 3;
    private static final int LONGEST_REPEAT = 258;
    private static final int LONGEST_PLAIN_REPEAT = 10;

    private final int width;
    private final int height;
    private final IntBinaryOperator colour;
    private final ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    private int bits;
    private int bitCount;

    DrawnPng(int width, int height, IntBinaryOperator colour) {
        this.width = width;
        this.height = height;
        this.colour = colour;
    }

    byte[] file() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(file, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0}).array());
        chunk(file, "IDAT", deflated(rows()));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    /** Each row as its difference from the one above (filter 2). */
    private byte[] rows() {
        byte[] rows = new byte[height * (1 + PIXEL * width)];
        int at = 0;
        for (int y = 0; y < height; y++) {
            rows[at++] = 2;
            for (int x = 0; x < width; x++) {
                int here = colour.applyAsInt(x, y);
                int above = y == 0 ? 0 : colour.applyAsInt(x, y - 1);
                for (int shift = 16; shift >= 0; shift -= 8) {
                    rows[at++] = (byte) ((here >> shift) - (above >> shift));
                }
            }
        }
        return rows;
    }

    private byte[] deflated(byte[] plain) {
        deflated.write(0x78);
        deflated.write(0x01);
        put(0b011, 3);
        for (int at = 0; at < plain.length;) {
            int repeat = at < PIXEL ? 0 : Arrays.mismatch(plain, at, plain.length, plain, at - PIXEL, plain.length - PIXEL);
            repeat = repeat < 0 ? plain.length - at : Math.min(repeat, LONGEST_REPEAT);
            repeat = repeat >= LONGEST_REPEAT ? LONGEST_REPEAT : Math.min(repeat, LONGEST_PLAIN_REPEAT);
            if (repeat >= PIXEL) {
                repeat(repeat);
                at += repeat;
            } else {
                literal(plain[at++] & 0xFF);
            }
        }
        code(0, 7);
        put(0, 7);
        Adler32 sum = new Adler32();
        sum.update(plain);
        deflated.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
        return deflated.toByteArray();
    }

    private void literal(int value) {
        if (value < 144) {
            code(0x30 + value, 8);
        } else {
            code(0x190 + value - 144, 9);
        }
    }

    /** Length codes without extra bits are those of 3 to 10 and of 258; the distance of 3 has code 2. */
    private void repeat(int length) {
        if (length == LONGEST_REPEAT) {
            code(0xC5, 8);
        } else {
            code(length - 2, 7);
        }
        code(2, 5);
    }

    /** A Huffman code, its highest bit first. */
    private void code(int code, int length) {
        put(Integer.reverse(code) >>> 32 - length, length);
    }

    private void put(int value, int length) {
        for (int i = 0; i < length; i++) {
            bits |= (value >> i & 1) << bitCount++;
            if (bitCount == 8) {
                deflated.write(bits);
                bits = 0;
                bitCount = 0;
            }
        }
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] content) {
        byte[] named = (type + new String(content, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(named);
        file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        file.writeBytes(named);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
