package org.envdisclosure.water.rules;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A second copy of GB 3838-2002, table 1, typed line by line with the Chinese names; it shares nothing with the code it checks. */
final class PrintedTable {

    private static final String LINES = """
            3  溶解氧           7.5     6       5      3      2
            4  高锰酸盐指数     2       4       6      10     15
            5  化学需氧量       15      15      20     30     40
            6  五日生化需氧量   3       3       4      6      10
            7  氨氮             0.15    0.5     1.0    1.5    2.0
            8  总磷             0.02    0.1     0.2    0.3    0.4
            8  总磷(湖库)       0.01    0.025   0.05   0.1    0.2
            9  总氮(湖库)       0.2     0.5     1.0    1.5    2.0
            10 铜               0.01    1.0     1.0    1.0    1.0
            11 锌               0.05    1.0     1.0    2.0    2.0
            12 氟化物           1.0     1.0     1.0    1.5    1.5
            13 硒               0.01    0.01    0.01   0.02   0.02
            14 砷               0.05    0.05    0.05   0.1    0.1
            15 汞               0.00005 0.00005 0.0001 0.001  0.001
            16 镉               0.001   0.005   0.005  0.005  0.01
            17 铬(六价)         0.01    0.05    0.05   0.05   0.1
            18 铅               0.01    0.01    0.05   0.05   0.1
            19 氰化物           0.005   0.05    0.2    0.2    0.2
            20 挥发酚           0.002   0.002   0.005  0.01   0.1
            21 石油类           0.05    0.05    0.05   0.5    1.0
            22 阴离子表面活性剂 0.2     0.2     0.2    0.3    0.3
            23 硫化物           0.05    0.1     0.2    0.5    1.0
            24 粪大肠菌群       200     2000    10000  20000  40000
            """;
    private static final String STANDING = "(湖库)";

    /** One limit of the table: {@code place} is 0 for class I to 4 for class V. */
    record Cell(WaterItem item, Waterbody waterbody, int place, List<BigDecimal> row) {

        BigDecimal limit() {
            return row.get(place);
        }

        /** The first of the classes that share this limit. */
        WaterClass best() {
            return WaterClass.values()[IntStream.range(0, row.size()).filter(each -> row.get(each).compareTo(limit()) == 0).findFirst().orElseThrow()];
        }

        /** The class after the last of those that share it. */
        WaterClass next() {
            return WaterClass.values()[IntStream.range(0, row.size()).filter(each -> row.get(each).compareTo(limit()) == 0).max().orElseThrow() + 1];
        }

        /** One unit of one digit more than the limit has, on the bad side. */
        BigDecimal justBeyond() {
            BigDecimal digit = BigDecimal.ONE.movePointLeft(limit().scale() + 1);
            return item == WaterItem.DISSOLVED_OXYGEN ? limit().subtract(digit) : limit().add(digit);
        }

        @Override
        public String toString() {
            return "%s %s %s".formatted(item.column(), waterbody.wire(), limit());
        }
    }

    private PrintedTable() {
    }

    static Stream<Cell> cells() {
        return LINES.lines().flatMap(PrintedTable::cells);
    }

    private static Stream<Cell> cells(String line) {
        String[] words = line.strip().split("\\s+");
        WaterItem item = Arrays.stream(WaterItem.values()).filter(each -> each.tableNumber() == Integer.parseInt(words[0])).findFirst().orElseThrow();
        String name = words[1].replace(STANDING, "");
        if (!item.title().zh().equals(name)) {
            throw new IllegalStateException("number %s is %s and not %s".formatted(words[0], item.title().zh(), name));
        }
        List<BigDecimal> row = Arrays.stream(words).skip(2).map(BigDecimal::new).toList();
        return bodies(item, words[1].endsWith(STANDING)).flatMap(body ->
                IntStream.range(0, row.size()).mapToObj(place -> new Cell(item, body, place, row)));
    }

    private static Stream<Waterbody> bodies(WaterItem item, boolean standing) {
        if (standing) {
            return Stream.of(Waterbody.LAKE, Waterbody.RESERVOIR);
        }
        return item == WaterItem.TP ? Stream.of(Waterbody.RIVER) : Stream.of(Waterbody.values());
    }
}
