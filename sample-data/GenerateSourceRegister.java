import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the sample register of pollution sources: twelve units that do not exist, with their outlets and limits.
 *
 * <p>{@code java sample-data/GenerateSourceRegister.java [--out sample-data]}
 */
public class GenerateSourceRegister {

    private static final String FICTITIOUS = "\uff08\u865a\u6784\uff09";
    private static final String DISTRICT = "990102";
    private static final String START = "2024-01-01";
    private static final String RENAMED = "2026-07-01";
    private static final String STRICTER = "2026-10-15";
    private static final String RIVER = "\u793a\u4f8b\u6cb3" + FICTITIOUS;
    private static final String SEWAGE_WORKS = "\u793a\u4f8b\u6c61\u6c34\u5904\u7406\u5382" + FICTITIOUS;
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private final List<String> sources = new ArrayList<>(List.of("source_id,name,name_en,uscc,permit_no,industry_code,industry,division_code,address,"
            + "management_level,legal_representative,supervision_lists,sensitive,longitude,latitude,datum,valid_from,valid_to"));
    private final List<String> outlets = new ArrayList<>(List.of("source_id,outlet_code,name,medium,discharge_to,reference_oxygen,longitude,latitude,datum,"
            + "valid_from,valid_to"));
    private final List<String> limits = new ArrayList<>(List.of("source_id,outlet_code,factor_code,factor_name,averaging,limit_low,limit_high,unit,judged_on,"
            + "limit_standard,basis,valid_from,valid_to"));

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 0 && (arguments.length != 2 || !arguments[0].equals("--out"))) {
            throw new IllegalArgumentException("the only option is --out FOLDER");
        }
        GenerateSourceRegister register = new GenerateSourceRegister();
        register.keyUnits();
        register.otherUnits();
        register.outletsOfAll();
        register.limitsOfWater();
        register.limitsOfAir();
        Path folder = Files.createDirectories(Path.of(arguments.length == 0 ? "sample-data" : arguments[1]));
        Files.writeString(folder.resolve("sources.csv"), String.join("\n", register.sources) + "\n");
        Files.writeString(folder.resolve("sources-outlets.csv"), String.join("\n", register.outlets) + "\n");
        Files.writeString(folder.resolve("sources-limits.csv"), String.join("\n", register.limits) + "\n");
    }

    private void keyUnits() {
        key(1, "\u793a\u4f8b\u6c61\u6c34\u5904\u7406\u5382,Sample sewage works", "D4620,\u6c61\u6c34\u5904\u7406\u53ca\u5176\u518d\u751f\u5229\u7528", "2025:water;2026:water", "108.950,34.230", START, "");
        key(2, "\u793a\u4f8b\u70ed\u7535\u5382,Sample heat and power plant", "D4412,\u70ed\u7535\u8054\u4ea7", "2025:air;2026:air", "108.972,34.251", START, "");
        key(3, "\u793a\u4f8b\u9020\u7eb8\u5382,Sample paper mill", "C2221,\u673a\u5236\u7eb8\u53ca\u7eb8\u677f\u5236\u9020", "2025:water;2026:water;2026:air", "108.991,34.214", START, "");
        key(4, "\u793a\u4f8b\u6c34\u6ce5\u5382,Sample cement works", "C3011,\u6c34\u6ce5\u5236\u9020", "2026:air", "108.913,34.282", START, RENAMED);
        key(4, "\u793a\u4f8b\u65b0\u578b\u5efa\u6750\u5382,Sample building materials works", "C3011,\u6c34\u6ce5\u5236\u9020", "2026:air", "108.913,34.282", RENAMED, "");
        key(5, "\u793a\u4f8b\u5316\u5de5\u5382,Sample chemical works", "C2614,\u6709\u673a\u5316\u5b66\u539f\u6599\u5236\u9020", "2025:water;2025:air;2026:water;2026:air;2026:soil;2026:risk",
                "109.034,34.187", START, "");
        key(6, "\u793a\u4f8b\u7535\u9540\u4e2d\u5fc3,Sample electroplating centre", "C3360,\u91d1\u5c5e\u8868\u9762\u5904\u7406\u53ca\u70ed\u5904\u7406\u52a0\u5de5", "2026:water;2026:soil", "109.012,34.195", START, "");
        key(7, "\u793a\u4f8b\u5783\u573e\u711a\u70e7\u53d1\u7535\u5382,Sample waste-to-energy plant", "D4417,\u751f\u7269\u8d28\u80fd\u53d1\u7535", "2025:air;2026:air", "108.884,34.301", START, "");
    }

    private void key(int number, String names, String industry, String lists, String place, String from, String to) {
        String code = creditCode(number);
        source(number, names, code + "," + code + "001P", industry, "key,\u793a\u4f8b\u67d0" + FICTITIOUS + "," + lists, "false," + place, from + "," + to);
    }

    /** Without a code, without a permit, in a place that is not shown, with a code that fails its check, with a number of another form. */
    private void otherUnits() {
        String always = START + ",";
        source(8, "\u793a\u4f8b\u517b\u6b96\u573a,Sample livestock farm", "-,", "A0313,\u732a\u7684\u9972\u517b", "simplified,\u793a\u4f8b\u67d0" + FICTITIOUS + ",", "false,108.842,34.152", always);
        source(9, "\u793a\u4f8b\u533b\u9662,Sample hospital", creditCode(9) + ",", "Q8411,\u7efc\u5408\u533b\u9662", "simplified,\u793a\u4f8b\u67d0" + FICTITIOUS + ",2026:water", "false,108.963,34.226", always);
        source(10, "\u793a\u4f8b\u653e\u5c04\u6e90\u6682\u5b58\u5e93,Sample store of radioactive sources", creditCode(10) + ",", "N7724,\u5371\u9669\u5e9f\u7269\u6cbb\u7406", "simplified,,2026:risk",
                "true,109.1234,34.3456", always);
        String right = creditCode(11);
        String wrong = right.substring(0, 17) + (right.endsWith("0") ? "1" : "0");
        source(11, "\u793a\u4f8b\u52a0\u6cb9\u7ad9,Sample filling station", wrong + ",", "F5265,\u673a\u52a8\u8f66\u71c3\u6cb9\u96f6\u552e", "registered,,", "false,108.948,34.241", always);
        source(12, "\u793a\u4f8b\u673a\u68b0\u5382,Sample machine works", creditCode(12) + ",\u793a\u4f8b\u8bb8\u53ef 2023-12", "C3411,\u9505\u7089\u53ca\u8f85\u52a9\u8bbe\u5907\u5236\u9020", "registered,,2025:noise;2026:noise",
                "false,108.927,34.219", always);
    }

    private void source(int number, String names, String codes, String industry, String supervision, String place, String days) {
        String[] name = names.split(",");
        // the address of a place that is not shown is no closer than its district
        String address = place.startsWith("true") ? "\u793a\u4f8b\u533a" : "\u793a\u4f8b\u533a\u793a\u4f8b\u8def " + number + " \u53f7";
        sources.add(String.join(",", id(number), name[0] + FICTITIOUS, name[1] + " (fictitious)", codes, industry, DISTRICT, address + FICTITIOUS, supervision,
                place, "CGCS2000", days));
    }

    private void outletsOfAll() {
        outlet(1, "DW001", "\u5e9f\u6c34\u603b\u6392\u53e3", RIVER, "", "108.951,34.229");
        outlet(1, "DA001", "\u9664\u81ed\u88c5\u7f6e\u6392\u6c14\u7b52", "", "", "108.950,34.231");
        outlet(2, "DA001", "1 \u53f7\u9505\u7089\u70df\u56f1", "", "6", "108.972,34.252");
        outlet(2, "DA002", "2 \u53f7\u9505\u7089\u70df\u56f1", "", "6", "108.973,34.252");
        outlet(2, "DW001", "\u8131\u786b\u5e9f\u6c34\u6392\u53e3", SEWAGE_WORKS, "", "108.971,34.250");
        outlet(3, "DW001", "\u5e9f\u6c34\u603b\u6392\u53e3", RIVER, "", "108.992,34.213");
        outlet(3, "DA001", "\u78b1\u56de\u6536\u7089\u70df\u56f1", "", "", "108.991,34.215");
        outlet(3, "DA002", "\u52a8\u529b\u9505\u7089\u70df\u56f1", "", "9", "108.990,34.215");
        outlet(4, "DA001", "\u7a91\u5c3e\u70df\u56f1", "", "10", "108.913,34.283");
        outlet(4, "DA002", "\u7a91\u5934\u70df\u56f1", "", "", "108.914,34.283");
        outlet(5, "DW001", "\u5e9f\u6c34\u603b\u6392\u53e3", SEWAGE_WORKS, "", "109.035,34.186");
        outlet(5, "DA001", "\u5de5\u827a\u5e9f\u6c14\u6392\u6c14\u7b52", "", "", "109.034,34.188");
        outlet(5, "DA002", "\u711a\u70e7\u7089\u70df\u56f1", "", "11", "109.033,34.188");
        outlet(5, "YS001", "\u96e8\u6c34\u6392\u53e3,water", RIVER, "", "109.036,34.186");
        outlet(6, "DW001", "\u8f66\u95f4\u542b\u94ec\u5e9f\u6c34\u6392\u53e3", SEWAGE_WORKS, "", "109.012,34.194");
        outlet(6, "DW002", "\u5e9f\u6c34\u603b\u6392\u53e3", SEWAGE_WORKS, "", "109.013,34.194");
        outlet(6, "DA001", "\u9178\u96fe\u6392\u6c14\u7b52", "", "", "109.012,34.196");
        outlet(7, "DA001", "1 \u53f7\u711a\u70e7\u7089\u70df\u56f1", "", "11", "108.884,34.302");
        outlet(7, "DA002", "2 \u53f7\u711a\u70e7\u7089\u70df\u56f1", "", "11", "108.885,34.302");
        outlet(7, "DW001", "\u6e17\u6ee4\u6db2\u5904\u7406\u6392\u53e3", SEWAGE_WORKS, "", "108.883,34.300");
        outlet(8, "DW001", "\u5e9f\u6c34\u603b\u6392\u53e3", "\u793a\u4f8b\u519c\u7530\u704c\u6e89\u6e20" + FICTITIOUS, "", "108.843,34.151");
        outlet(9, "DW001", "\u5e9f\u6c34\u603b\u6392\u53e3", SEWAGE_WORKS, "", "108.964,34.225");
        outlet(10, "DA001", "\u901a\u98ce\u6392\u6c14\u7b52", "", "", "109.1236,34.3458");
        outlet(12, "DA001", "\u55b7\u6d82\u5e9f\u6c14\u6392\u6c14\u7b52", "", "", "108.927,34.220");
        outlet(12, "ZS01", "\u5382\u754c\u566a\u58f0\u70b9,other", "", "", "108.928,34.218");
    }

    private void outlet(int source, String code, String nameAndMedium, String to, String oxygen, String place) {
        String name = nameAndMedium.contains(",") ? nameAndMedium : nameAndMedium + ",";
        outlets.add(String.join(",", id(source), code, name, to, oxygen, place, "CGCS2000", START, ""));
    }

    private void limitsOfWater() {
        water(1, "DW001", "60", "8", "24h");
        limit(1, "DW001", "w21011,\u603b\u78f7", "24h", "1", "mg/L,", START);
        limit(1, "DW001", "w21001,\u603b\u6c2e", "24h", "20", "mg/L,", START);
        limit(1, "DW001", "w01018,\u5316\u5b66\u9700\u6c27\u91cf", "24h", "50", "mg/L,", STRICTER);
        limit(1, "DW001", "w21003,\u6c28\u6c2e", "24h", "5", "mg/L,", STRICTER);
        limit(1, "DW001", "w21011,\u603b\u78f7", "24h", "0.5", "mg/L,", STRICTER);
        limit(1, "DW001", "w01018,\u5316\u5b66\u9700\u6c27\u91cf", "instant", "100", "mg/L,", START);
        limit(2, "DW001", "w01018,\u5316\u5b66\u9700\u6c27\u91cf", "any", "150", "mg/L,", START);
        water(3, "DW001", "90", "8", "24h");
        water(5, "DW001", "200", "25", "24h");
        limit(5, "YS001", "w01018,\u5316\u5b66\u9700\u6c27\u91cf", "any", "60", "mg/L,", START);
        standard(6, "DW001", "w20117,\u516d\u4ef7\u94ec", "0.2", "mg/L");
        water(6, "DW002", "80", "15", "24h");
        water(7, "DW001", "100", "25", "24h");
        water(8, "DW001", "400", "80", "any");
        water(9, "DW001", "250", "45", "any");
        limit(9, "DW001", "w02003,\u7caa\u5927\u80a0\u83cc\u7fa4", "any", "5000", "MPN/L,", START);
        standard(12, "ZS01", "noise_day,\u663c\u95f4\u7b49\u6548\u58f0\u7ea7", "65", "dB(A)");
        standard(12, "ZS01", "noise_night,\u591c\u95f4\u7b49\u6548\u58f0\u7ea7", "55", "dB(A)");
    }

    private void water(int source, String outlet, String cod, String ammonia, String averaging) {
        limit(source, outlet, "w01018,\u5316\u5b66\u9700\u6c27\u91cf", averaging, cod, "mg/L,", START);
        limit(source, outlet, "w21003,\u6c28\u6c2e", averaging, ammonia, "mg/L,", START);
        limits.add(String.join(",", id(source), outlet, "w01001,pH \u503c,any,6,9,,,\u793a\u4f8b\u6392\u6c61\u8bb8\u53ef\u8bc1" + FICTITIOUS, "permit", START, ""));
    }

    private void limitsOfAir() {
        limit(1, "DA001", "a21001,\u6c28", "1h", "4.9", "kg/h,", START);
        for (String stack : List.of("DA001", "DA002")) {
            air(2, stack, "a21026,\u4e8c\u6c27\u5316\u786b", "1h", "35");
            air(2, stack, "a21002,\u6c2e\u6c27\u5316\u7269", "1h", "50");
            air(2, stack, "a34013,\u9897\u7c92\u7269", "1h", "10");
            air(7, stack, "a21005,\u4e00\u6c27\u5316\u78b3", "1h", "100");
            air(7, stack, "a21005,\u4e00\u6c27\u5316\u78b3", "24h", "80");
            air(7, stack, "a21024,\u6c2f\u5316\u6c22", "1h", "60");
            air(7, stack, "a21002,\u6c2e\u6c27\u5316\u7269", "24h", "250");
        }
        air(3, "DA002", "a21026,\u4e8c\u6c27\u5316\u786b", "1h", "100");
        air(3, "DA002", "a21002,\u6c2e\u6c27\u5316\u7269", "1h", "200");
        limit(3, "DA001", "a21002,\u6c2e\u6c27\u5316\u7269", "1h", "200", "mg/m\u00b3,", START);
        air(4, "DA001", "a21026,\u4e8c\u6c27\u5316\u786b", "1h", "100");
        air(4, "DA001", "a21002,\u6c2e\u6c27\u5316\u7269", "1h", "320");
        limit(4, "DA001", "a21002,\u6c2e\u6c27\u5316\u7269", "1h", "260", "mg/m\u00b3,corrected", RENAMED);
        air(4, "DA001", "a34013,\u9897\u7c92\u7269", "1h", "20");
        limit(4, "DA002", "a34013,\u9897\u7c92\u7269", "1h", "20", "mg/m\u00b3,", START);
        limit(5, "DA001", "a24088,\u975e\u7532\u70f7\u603b\u70c3", "1h", "80", "mg/m\u00b3,", START);
        air(5, "DA002", "a21026,\u4e8c\u6c27\u5316\u786b", "1h", "100");
        limit(6, "DA001", "a21024,\u6c2f\u5316\u6c22", "1h", "30", "mg/m\u00b3,", START);
        limit(12, "DA001", "a24088,\u975e\u7532\u70f7\u603b\u70c3", "1h", "60", "mg/m\u00b3,", START);
    }

    private void air(int source, String outlet, String factor, String averaging, String high) {
        limit(source, outlet, factor, averaging, high, "mg/m\u00b3,corrected", START);
    }

    private void limit(int source, String outlet, String factor, String averaging, String high, String unitAndJudged, String from) {
        limits.add(String.join(",", id(source), outlet, factor, averaging, "", high, unitAndJudged, "\u793a\u4f8b\u6392\u6c61\u8bb8\u53ef\u8bc1" + FICTITIOUS, "permit", from, ""));
    }

    private void standard(int source, String outlet, String factor, String high, String unit) {
        limits.add(String.join(",", id(source), outlet, factor, "any", "", high, unit, "", "\u793a\u4f8b\u6392\u653e\u6807\u51c6" + FICTITIOUS, "standard", START, ""));
    }

    private static String id(int number) {
        return "99E%03d".formatted(number);
    }

    /** A code whose check digits are right, of a district that does not exist. */
    private static String creditCode(int number) {
        String unit = "MA99%04d".formatted(number);
        int rest = 11 - weighed(unit, new int[] {3, 7, 9, 10, 5, 8, 4, 2}, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") % 11;
        String first = "91" + DISTRICT + unit + (rest == 10 ? "X" : String.valueOf(rest % 11));
        int sum = weighed(first, new int[] {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28}, CHARACTERS);
        return first + CHARACTERS.charAt((31 - sum % 31) % 31);
    }

    private static int weighed(String text, int[] weights, String values) {
        int sum = 0;
        for (int at = 0; at < weights.length; at++) {
            sum += values.indexOf(text.charAt(at)) * weights[at];
        }
        return sum;
    }
}
