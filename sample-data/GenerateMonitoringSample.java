import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * Makes the sample of monitoring results: a month at the outlets of sources that do not exist, which nobody measured.
 *
 * <p>{@code java sample-data/GenerateMonitoringSample.java [--end 2026-11-01T00:00+08:00] [--days 31] [--out sample-data]}
 *
 * <p>The same arguments give the same bytes on every machine: the noise is seeded, and the functions come from {@link StrictMath}.
 */
public class GenerateMonitoringSample {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    /** The last day of what happens in the month. */
    private static final int LAST_EVENT = 22;

    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = new HashMap<>(Map.of("--end", "2026-11-01T00:00+08:00", "--days", "31", "--out", "sample-data"));
        for (int at = 0; at < arguments.length; at += 2) {
            if (at + 1 == arguments.length || options.put(arguments[at], arguments[at + 1]) == null) {
                throw new IllegalArgumentException(arguments[at] + ": the options are --end TIME, --days NUMBER and --out FOLDER");
            }
        }
        OffsetDateTime end = OffsetDateTime.parse(options.get("--end")).withOffsetSameInstant(ZoneOffset.ofHours(8));
        int days = Integer.parseInt(options.get("--days"));
        if (!end.equals(end.truncatedTo(ChronoUnit.DAYS)) || days <= LAST_EVENT) {
            throw new IllegalArgumentException("--end must be a midnight, --days more than " + LAST_EVENT);
        }
        List<String> lines = new ArrayList<>(List.of("source_id,outlet_code,factor_code,observed_at,averaging,monitoring_type,monitoring_mode,measured_value,"
                + "corrected_value,oxygen,unit,method,logger_flag,operator_mark,not_monitored_reason"));
        sewage(end.minusDays(days), days, lines);
        boiler(end.minusDays(days), days, lines);
        byHand(end.minusDays(days), lines);
        Files.writeString(Files.createDirectories(Path.of(options.get("--out"))).resolve("sources-monitoring.csv"), String.join("\n", lines) + "\n");
    }

    /** Waste water: means of two hours and of days. On the 12th day something upsets the works, on the 20th the instruments are maintained. */
    private static void sewage(OffsetDateTime start, int days, List<String> lines) {
        Random noise = new Random(20261001);
        for (int day = 0; day < days; day++) {
            double cod = 0;
            double ammonia = 0;
            int means = 0;
            for (int hour = 2; hour <= 24; hour += 2) {
                OffsetDateTime at = start.plusDays(day).plusHours(hour);
                double load = 1 + 0.25 * StrictMath.sin((hour - 8) / 12.0 * StrictMath.PI) + 0.06 * noise.nextGaussian();
                load *= 1 + 0.08 * StrictMath.sin(day / 3.0);
                double upset = day == 11 && hour >= 10 && hour <= 20 ? 1.9 : 1;
                boolean maintained = day == 19 && hour > 8 && hour <= 12;
                lines.add(automatic("DW001", "w01018", at, "2h", maintained ? "" : number(48 * load * upset, 1), "mg/L", maintained));
                lines.add(automatic("DW001", "w21003", at, "2h", maintained ? "" : below(4.2 * load * load * upset * upset, "0.06", 2), "mg/L", maintained));
                lines.add(automatic("DW001", "w01001", at, "2h", maintained ? "" : number(7.3 + 0.1 * load + (upset > 1 ? 2.1 : 0), 2), "", maintained));
                if (!maintained) {
                    cod += 48 * load * upset;
                    ammonia += 4.2 * load * load * upset * upset;
                    means++;
                }
            }
            OffsetDateTime midnight = start.plusDays(day + 1);
            lines.add(automatic("DW001", "w01018", midnight, "24h", number(cod / means, 1), "mg/L", false));
            lines.add(automatic("DW001", "w21003", midnight, "24h", number(ammonia / means, 2), "mg/L", false));
        }
    }

    private static String automatic(String outlet, String factor, OffsetDateTime at, String averaging, String value, String unit, boolean maintained) {
        return String.join(",", "99E001", outlet, factor, at.format(MOMENT), averaging, "self", "automatic", value, "", "", unit, "", maintained ? "M" : "N",
                maintained ? "equipment_maintenance" : "", "");
    }

    /** Stack gas of a boiler: hours, corrected to 6 % of oxygen; lit on the 5th day, its analysers checked every week at two in the night. */
    private static void boiler(OffsetDateTime start, int days, List<String> lines) {
        Random noise = new Random(20261002);
        for (int hour = 1; hour <= 24 * days; hour++) {
            OffsetDateTime at = start.plusHours(hour);
            int day = (hour - 1) / 24;
            boolean lit = day == 4 && at.getHour() >= 6 && at.getHour() <= 10;
            boolean checked = day % 7 == 2 && at.getHour() == 2;
            double oxygen = (lit ? 14 : 5.6) + 0.3 * noise.nextGaussian();
            double load = 1 + 0.12 * StrictMath.sin(hour / 24.0 * 2 * StrictMath.PI) + 0.05 * noise.nextGaussian();
            boolean scrubberFails = day == 21 && at.getHour() >= 14 && at.getHour() <= 17;
            lines.add(gas("a21026", at, (lit ? 55 : 19) * load * (scrubberFails ? 2.6 : 1), oxygen, checked, lit));
            lines.add(gas("a21002", at, (lit ? 90 : 36) * load, oxygen, checked, lit));
        }
    }

    private static String gas(String factor, OffsetDateTime at, double value, double oxygen, boolean checked, boolean lit) {
        // as the source does it: C * (21 - 6) / (21 - O2)
        String corrected = checked ? "" : number(value * 15 / (21 - oxygen), 1);
        return String.join(",", "99E002", "DA001", factor, at.format(MOMENT), "1h", "self", "automatic", checked ? "" : number(value, 1), corrected,
                number(oxygen, 1), "mg/m\u00b3", "", checked ? "C" : "N", lit ? "production_condition" : "", "");
    }

    /** Once in the month by the authority: water, a metal that is not found, gas, and a place that was not running. */
    private static void byHand(OffsetDateTime start, List<String> lines) {
        OffsetDateTime at = start.plusDays(14).plusHours(10).plusMinutes(30);
        String method = "\u793a\u4f8b\uff08\u865a\u6784\uff09";
        lines.add(supervisory("99E001,DW001,w01018", at, "62", "", "", "mg/L", method, ""));
        lines.add(supervisory("99E001,DW001,w21003", at, "4.07", "", "", "mg/L", method, ""));
        lines.add(supervisory("99E001,DW001,w01001", at, "7.4", "", "", "", method, ""));
        lines.add(supervisory("99E001,DW001,w20111", at, "0.04L", "", "", "\u00b5g/L", method, ""));
        lines.add(supervisory("99E002,DA001,a21026", at.plusHours(3), "24", "23", "5.4", "mg/m\u00b3", method, ""));
        lines.add(supervisory("99E002,DA001,a21002", at.plusHours(3), "41", "39", "5.4", "mg/m\u00b3", method, ""));
        lines.add(supervisory("99E003,DW001,w01018", at.plusDays(1), "", "", "", "", "", "\u505c\u4ea7\uff08\u865a\u6784\uff09"));
    }

    private static String supervisory(String place, OffsetDateTime at, String value, String corrected, String oxygen, String unit, String method, String reason) {
        return String.join(",", place, at.format(MOMENT), "instant", "supervisory", "manual", value, corrected, oxygen, unit, method, "", "", reason);
    }

    /** As instruments write it: the limit and an L where less was found. */
    private static String below(double value, String limit, int digits) {
        return value < Double.parseDouble(limit) ? limit + "L" : number(value, digits);
    }

    private static String number(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }
}
