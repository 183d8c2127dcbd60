import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Makes the sample data of surface water: seven sections of a river and a lake that do not exist, a month of samplings and sixteen
 * months of samples that nobody took.
 *
 * <p>{@code java sample-data/GenerateWaterSample.java [--end 2026-11-01T00:00+08:00] [--days 31] [--out sample-data]}
 *
 * <p>The same arguments give the same bytes on every machine: the noise is seeded, and the functions come from {@link StrictMath}.
 */
public class GenerateWaterSample {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final int HOURS_BETWEEN = 4;
    /** So that the newest month has one before it and one a year before it, and the newest quarter too. */
    private static final int MONTHS_BY_HAND = 16;

    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = new HashMap<>(Map.of("--end", "2026-11-01T00:00+08:00", "--days", "31", "--out", "sample-data"));
        for (int at = 0; at < arguments.length; at += 2) {
            if (at + 1 == arguments.length || options.put(arguments[at], arguments[at + 1]) == null) {
                throw new IllegalArgumentException(arguments[at] + ": the options are --end TIME, --days NUMBER and --out FOLDER");
            }
        }
        OffsetDateTime end = OffsetDateTime.parse(options.get("--end")).withOffsetSameInstant(ZoneOffset.ofHours(8));
        int days = Integer.parseInt(options.get("--days"));
        if (!end.equals(end.truncatedTo(ChronoUnit.DAYS)) || days < Section.MAINTAINED_UNTIL) {
            throw new IllegalArgumentException("--end must be a midnight, --days at least " + Section.MAINTAINED_UNTIL);
        }
        List<Section> sections = Section.all();
        Map<String, List<String>> files = Map.of(
                "water-sections.csv", register(sections),
                "water-readings-native.csv", readings(sections, end.minusDays(days), end),
                "water-readings-cnemc.csv", snapshots(sections, end.minusDays(days)),
                "water-samples.csv", samples(sections, end));
        Path folder = Files.createDirectories(Path.of(options.get("--out")));
        for (Map.Entry<String, List<String>> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), String.join("\n", file.getValue()) + "\n");
        }
    }

    private static List<String> register(List<Section> sections) {
        List<String> lines = new ArrayList<>(List.of("section_code,name,province,basin,river,waterbody,target_class,control_level,section_role,"
                + "responsible_city_code,characteristic_items,longitude,latitude,datum,valid_from"));
        sections.forEach(section -> lines.add(section.line()));
        return lines;
    }

    /** Every four hours; a section under maintenance says so and gives nothing. */
    private static List<String> readings(List<Section> sections, OffsetDateTime start, OffsetDateTime end) {
        List<String> lines = new ArrayList<>(List.of("section_code,sampled_at,water_temperature,ph,dissolved_oxygen,conductivity,turbidity,codmn,nh3n,tp,tn,"
                + "chlorophyll_a,algal_density,station_state"));
        Random noise = new Random(20261031);
        for (OffsetDateTime at = start; at.isBefore(end); at = at.plusHours(HOURS_BETWEEN)) {
            double day = ChronoUnit.HOURS.between(start, at) / 24.0;
            for (Section section : sections) {
                Sampling sampling = section.at(day, at.getHour(), noise);
                if (!section.isStopped()) {
                    lines.add(section.code() + "," + at.format(MOMENT) + "," + (section.isMaintained(day) ? "--,--,--,--,--,--,--,--,--,--,--,maintenance"
                            : sampling.cells(section.isStanding()) + ",normal"));
                }
            }
        }
        return lines;
    }

    /** The days of the maintenance in the national layout: the stopped station, which gives no sampling, and the one that is maintained. */
    private static List<String> snapshots(List<Section> sections, OffsetDateTime start) {
        List<String> lines = new ArrayList<>(List.of("file_date,province,basin,section,time_mmdd_hhmm,class,temp,temp_raw,pH,pH_raw,DO,DO_raw,CODMn,CODMn_raw,"
                + "NH3,NH3_raw,TP,TP_raw,TN,TN_raw,chl,chl_raw,alg,alg_raw,status"));
        for (int day = Section.MAINTAINED_FROM; day < Section.MAINTAINED_UNTIL; day++) {
            LocalDate date = start.toLocalDate().plusDays(day);
            for (Section section : sections) {
                if (section.isStopped() || section.isMaintained(day)) {
                    lines.add(String.join(",", date.toString(), Section.PROVINCE, Section.BASIN, section.name(), "", "", "--,,--,,--,,--,,--,,--,,--,,*,,*,",
                            section.isStopped() ? "\u505c\u7ad9" : "\u7ef4\u62a4"));
                }
            }
        }
        return lines;
    }

    /** Once a month by hand: the river on the 15th, lake and reservoir on the 16th. */
    private static List<String> samples(List<Section> sections, OffsetDateTime end) {
        List<String> lines = new ArrayList<>(List.of("section_code,sampled_at,water_temperature,ph,dissolved_oxygen,codmn,cod,bod5,nh3n,tp,tn,copper,zinc,fluoride,"
                + "selenium,arsenic,mercury,cadmium,chromium_6,lead,cyanide,volatile_phenol,petroleum,anionic_surfactant,sulfide,fecal_coliforms,"
                + "chlorophyll_a,transparency,method"));
        Random noise = new Random(20250701);
        for (int month = MONTHS_BY_HAND; month > 0; month--) {
            OffsetDateTime first = end.minusMonths(month);
            for (int at = 0; at < sections.size(); at++) {
                Section section = sections.get(at);
                OffsetDateTime moment = first.withDayOfMonth(section.isStanding() ? 16 : 15).plusHours(9).plusMinutes(20 * at);
                lines.add(section.code() + "," + moment.format(MOMENT) + "," + section.inMonth(moment.getMonthValue(), noise).cells(section.isStanding())
                        + ",\u793a\u4f8b\uff08\u865a\u6784\uff09");
            }
        }
        return lines;
    }
}

/** One sample taken by hand, in the same units; the metals of this river are never found. */
record HandSample(Sampling measured, double load, double transparency) {

    String cells(boolean standing) {
        return String.join(",", number(measured.temperature(), 1), number(measured.ph(), 1), number(measured.oxygen(), 1), number(measured.codmn(), 1),
                below(7 * load, "4", 0), below(1.6 * load, "0.5", 1), below(measured.nh3n(), "0.025", 3), below(measured.tp(), "0.01", 2), number(measured.tn(), 2),
                "0.001L", below(0.02 * load, "0.05", 2), number(0.3 + 0.2 * load, 2), "0.0004L", below(0.0008 * load, "0.0003", 4), "0.00004L", "0.0001L",
                "0.004L", "0.002L", "0.001L", below(0.0004 * load, "0.0003", 4), below(0.012 * load, "0.01", 2), "0.05L", "0.01L",
                number(200 * StrictMath.rint(12 * load * load), 0), standing ? number(measured.chlorophyll(), 1) : "/",
                standing ? number(transparency, 2) : "/");
    }

    /** As laboratories write it: the limit and an L where less was found. */
    private static String below(double value, String limit, int digits) {
        return value < Double.parseDouble(limit) ? limit + "L" : number(value, digits);
    }

    private static String number(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }
}

/** One sampling. Units: degrees, mg/L, microsiemens per cm, NTU, micrograms of chlorophyll and cells per litre. */
record Sampling(double temperature, double ph, double oxygen, double conductivity, double turbidity, double codmn, double nh3n, double tp,
                double tn, double chlorophyll, double algae) {

    String cells(boolean standing) {
        return String.join(",", number(temperature, 2), number(ph, 3), number(oxygen, 3), number(conductivity, 1), number(turbidity, 2),
                number(codmn, 3), nh3n < 0.025 ? "0.025L" : number(nh3n, 4), number(tp, 4), number(tn, 3),
                standing ? number(chlorophyll, 2) : "/", standing ? number(algae, 0) : "/");
    }

    private static String number(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }
}

/**
 * A section and its water: means about which the samplings swing.
 *
 * @param dirt how much of everything the water carries; 1 is a clean river
 */
record Section(String code, String name, String river, String waterbody, String target, String role, String items, double longitude,
               double latitude, double dirt) {

    static final int MAINTAINED_FROM = 14;
    static final int MAINTAINED_UNTIL = 17;
    static final String PROVINCE = "\u793a\u4f8b\u7701\uff08\u865a\u6784\uff09";
    static final String BASIN = "\u793a\u4f8b\u6d41\u57df\uff08\u865a\u6784\uff09";

    static List<Section> all() {
        String river = "\u793a\u4f8b\u6cb3\uff08\u865a\u6784\uff09";
        String lake = "\u793a\u4f8b\u6e56\uff08\u865a\u6784\uff09";
        return List.of(
                new Section("99S001", "\u793a\u4f8b\u6cb3\u6e90\u65ad\u9762\uff08\u865a\u6784\uff09", river, "river", "II", "background", "", 108.70, 33.30, 0.7),
                new Section("99S002", "\u793a\u4f8b\u5165\u5883\u65ad\u9762\uff08\u865a\u6784\uff09", river, "river", "III", "boundary", "", 108.85, 33.15, 1.0),
                new Section("99S003", "\u793a\u4f8b\u57ce\u533a\u65ad\u9762\uff08\u865a\u6784\uff09", river, "river", "III", "assessed", "fluoride", 109.00, 33.00, 1.7),
                new Section("99S004", "\u793a\u4f8b\u6e56\u5fc3\uff08\u865a\u6784\uff09", lake, "lake", "III", "assessed", "", 109.20, 32.90, 1.1),
                new Section("99S005", "\u793a\u4f8b\u6e56\u5cb8\uff08\u865a\u6784\uff09", lake, "lake", "III", "assessed", "", 109.22, 32.92, 1.5),
                new Section("99S006", "\u793a\u4f8b\u6c34\u5e93\u53d6\u6c34\u53e3\uff08\u865a\u6784\uff09", "\u793a\u4f8b\u6c34\u5e93\uff08\u865a\u6784\uff09", "reservoir", "II", "drinking_source", "", 108.60, 33.40, 0.45),
                new Section("99S007", "\u793a\u4f8b\u51fa\u5883\u65ad\u9762\uff08\u865a\u6784\uff09", river, "river", "III", "boundary", "", 109.40, 32.80, 1.3));
    }

    String line() {
        return String.join(",", code, name, PROVINCE, BASIN, river, waterbody, target, "national", role, "990100", items,
                String.format(Locale.ROOT, "%.2f", longitude), String.format(Locale.ROOT, "%.2f", latitude), "", "2024-01-01");
    }

    boolean isStanding() {
        return !waterbody.equals("river");
    }

    boolean isStopped() {
        return code.equals("99S007");
    }

    /** Three days at the lake's shore. */
    boolean isMaintained(double day) {
        return code.equals("99S005") && day >= MAINTAINED_FROM && day < MAINTAINED_UNTIL;
    }

    /** A sewer overflows in the city from the 10th to the 13th day. */
    private double spill(double day) {
        return code.equals("99S003") && day >= 10 && day < 13 ? 4 * StrictMath.exp(-(day - 10)) : 0;
    }

    Sampling at(double day, int hour, Random noise) {
        double sun = StrictMath.sin((hour - 8) / 24.0 * 2 * StrictMath.PI);
        double cooling = 20 - day * 0.25;
        double swing = 1 + 0.08 * noise.nextGaussian();
        double load = dirt * swing + spill(day);
        double standing = isStanding() ? 0.35 : 1;
        return new Sampling(cooling + sun * 0.8, 7.7 + sun * 0.15 + 0.05 * noise.nextGaussian(),
                StrictMath.max(1.5, 9.2 - 0.9 * load + sun * 0.5), 300 + 90 * load, StrictMath.max(0.5, 5 * load * swing),
                1.6 * load + 0.6, StrictMath.max(0, 0.18 * load - 0.07 + 0.02 * noise.nextGaussian()), 0.055 * load * standing, 0.6 + 0.9 * load,
                StrictMath.max(0.5, 6 * load * (1 + 0.2 * sun)), StrictMath.max(10_000, 2_000_000 * load * (1 + 0.2 * sun)));
    }

    /** Warm and dirty in summer, a little cleaner from year to year. */
    HandSample inMonth(int month, Random noise) {
        double warmth = StrictMath.cos((month - 7) / 12.0 * 2 * StrictMath.PI);
        double load = dirt * (1.15 + 0.25 * warmth + 0.12 * noise.nextGaussian());
        double standing = isStanding() ? 0.35 : 1;
        Sampling measured = new Sampling(16 + 10 * warmth, 7.8 + 0.1 * noise.nextGaussian(), StrictMath.max(1.5, 10.2 - 1.6 * warmth - 0.9 * load), 0, 0,
                1.6 * load + 0.6, StrictMath.max(0, 0.22 * load - 0.09), 0.06 * load * standing, 0.6 + 0.9 * load, 7 * load * (1 + 0.3 * warmth), 0);
        return new HandSample(measured, load, StrictMath.max(0.2, 1.6 - 0.6 * load));
    }
}
