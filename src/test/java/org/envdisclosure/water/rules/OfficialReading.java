package org.envdisclosure.water.rules;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.envdisclosure.platform.measure.ReceivedValues;

/**
 * One row of the national automatic stations with the class it was published with.
 *
 * @param section  province, basin and name: names alone come twice
 * @param code     as the service makes one of province and name: X and ten digits of their SHA-256
 * @param at       as printed, without a year
 * @param values   unrounded, as the station sent them
 * @param shown    the same as displayed, rounded
 * @param official the published class
 */
record OfficialReading(String section, String code, String at, WaterValues values, WaterValues shown, WaterClass official) {

    private static final Map<WaterItem, String> COLUMNS = Map.of(WaterItem.PH, "pH", WaterItem.DISSOLVED_OXYGEN, "DO",
            WaterItem.CODMN, "CODMn", WaterItem.NH3N, "NH3", WaterItem.TP, "TP", WaterItem.TN, "TN", WaterItem.WATER_TEMPERATURE, "temp");

    static boolean hasClass(NamedCsvRecord line) {
        return WaterClass.ofNumeral(line.getField("class")).isPresent();
    }

    static OfficialReading of(NamedCsvRecord line) {
        return new OfficialReading(section(line), code(line), line.getField("file_date") + " " + line.getField("time_mmdd_hhmm"), values(line, "_raw"),
                values(line, ""), WaterClass.ofNumeral(line.getField("class")).orElseThrow());
    }

    static String section(NamedCsvRecord line) {
        return line.getField("province") + " " + line.getField("basin") + " " + line.getField("section");
    }

    private static String code(NamedCsvRecord line) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest((line.getField("province") + line.getField("section")).getBytes(StandardCharsets.UTF_8));
            return "X" + HexFormat.of().formatHex(digest).substring(0, 10);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    boolean agrees(Waterbody waterbody) {
        return ReadingClass.of(ClassRule.usual(waterbody), values).waterClass() == official;
    }

    private static WaterValues values(NamedCsvRecord line, String suffix) {
        Map<WaterItem, BigDecimal> values = new EnumMap<>(WaterItem.class);
        COLUMNS.forEach((item, column) -> {
            BigDecimal value = ReceivedValues.read(line.getField(column + suffix)).value();
            if (value != null) {
                values.put(item, value);
            }
        });
        return new WaterValues(values);
    }
}
