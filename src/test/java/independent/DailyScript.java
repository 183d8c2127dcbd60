package independent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Daily values of the national feed as a plain script would work them out: exact decimals, the tables typed in again from the
 * standard, and nothing of the service in it. Days from 2026-03-01 on (HJ 633-2026).
 */
public final class DailyScript {

    /** What a day's line says, in this order. */
    public static final String COLUMNS = "station_code,date,pm25,pm10,so2,no2,co,o3_8h_max,aqi,primary_pollutants,valid_hours";

    private static final String[] NAMES = {"PM2.5", "PM10", "SO2", "NO2", "CO", "O3"};
    private static final String[] FEED = {"pm2_5", "pm10", "so2", "no2", "co", "o3"};
    private static final int CO = 4;
    private static final int O3 = 5;
    private static final int[] INDEX = {0, 50, 100, 150, 200, 300, 400, 500};
    // HJ 633-2026, table 3: 24-hour columns, ozone 8 hours
    private static final int[][] BREAKPOINTS = {
        {0, 35, 60, 115, 150, 250, 350, 500},
        {0, 50, 120, 250, 350, 420, 500, 600},
        {0, 50, 150, 475, 800, 1600, 2100, 2620},
        {0, 40, 80, 180, 280, 565, 750, 940},
        {0, 2, 4, 14, 24, 36, 48, 60},
        {0, 100, 160, 215, 265, 800}};

    private final Map<String, String[][]> days = new TreeMap<>();

    /** Reads one file of the feed; a station-hour that comes again counts as it came last. */
    public void read(Reader file) throws IOException {
        BufferedReader lines = new BufferedReader(file);
        Map<String, Integer> columns = new HashMap<>();
        List<String> header = cells(lines.readLine());
        for (int i = 0; i < header.size(); i++) {
            columns.put(header.get(i), i);
        }
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            List<String> row = cells(line);
            String time = row.get(columns.get("timepoint"));
            LocalDate date = LocalDate.parse(time.substring(0, 10));
            int label = Integer.parseInt(time.substring(11, 13));
            // the hour that ends at midnight is the last of the day before
            LocalDate day = label == 0 ? date.minusDays(1) : date;
            String[] received = new String[FEED.length];
            for (int p = 0; p < FEED.length; p++) {
                received[p] = row.get(columns.get(FEED[p]));
            }
            days.computeIfAbsent(row.get(columns.get("stationcode")) + "," + day, key -> new String[24][])[label == 0 ? 23 : label - 1] = received;
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** By station and day, a line of {@link #COLUMNS}. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        days.forEach((key, hours) -> lines.add(key + "," + line(hours)));
        return lines;
    }

    private static String line(String[][] hours) {
        BigDecimal[] values = new BigDecimal[NAMES.length];
        boolean[] outside = new boolean[NAMES.length];
        boolean[] anyValid = new boolean[24];
        for (int p = 0; p < NAMES.length; p++) {
            BigDecimal[] valid = new BigDecimal[24];
            int marks = 0;
            int without = 0;
            for (int h = 0; h < 24; h++) {
                String text = hours[h] == null ? null : hours[h][p];
                marks += "/".equals(text) ? 1 : 0;
                // a station off the line has NA everywhere, also where it measures nothing
                without += text != null && !text.equals("/") && !Arrays.stream(hours[h]).allMatch("NA"::equals) ? 1 : 0;
                valid[h] = text != null && text.matches("[0-9]+(\\.[0-9]+)?") ? new BigDecimal(text) : null;
                anyValid[h] |= valid[h] != null;
            }
            outside[p] = marks > 0 && without == 0;
            values[p] = p == O3 ? greatestEightHours(valid) : mean(valid, p == CO ? 1 : 0);
        }
        int validHours = 0;
        for (boolean any : anyValid) {
            validHours += any ? 1 : 0;
        }
        String cells = String.join(",", Arrays.stream(values).map(value -> value == null ? "" : value.toPlainString()).toList());
        return cells + "," + index(values, outside) + "," + validHours;
    }

    private static BigDecimal mean(BigDecimal[] valid, int digits) {
        BigDecimal sum = BigDecimal.ZERO;
        int count = 0;
        for (BigDecimal value : valid) {
            if (value != null) {
                sum = sum.add(value);
                count++;
            }
        }
        return count < 20 ? null : sum.divide(BigDecimal.valueOf(count), digits, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal greatestEightHours(BigDecimal[] valid) {
        BigDecimal greatestSum = null;
        int greatestCount = 1;
        int windows = 0;
        for (int end = 8; end <= 24; end++) {
            BigDecimal sum = BigDecimal.ZERO;
            int count = 0;
            for (int h = end - 8; h < end; h++) {
                if (valid[h] != null) {
                    sum = sum.add(valid[h]);
                    count++;
                }
            }
            if (count < 6) {
                continue;
            }
            windows++;
            if (greatestSum == null || sum.multiply(BigDecimal.valueOf(greatestCount)).compareTo(greatestSum.multiply(BigDecimal.valueOf(count))) > 0) {
                greatestSum = sum;
                greatestCount = count;
            }
        }
        boolean over = greatestSum != null && greatestSum.compareTo(BigDecimal.valueOf(160L * greatestCount)) > 0;
        return windows < 14 && !over ? null : greatestSum.divide(BigDecimal.valueOf(greatestCount), 0, RoundingMode.HALF_EVEN);
    }

    /** AQI and primary pollutants, both empty where HJ 633-2026, 5.3.1, publishes none. */
    private static String index(BigDecimal[] values, boolean[] outside) {
        int greatest = 0;
        boolean missing = false;
        int[] each = new int[NAMES.length];
        for (int p = 0; p < NAMES.length; p++) {
            missing |= values[p] == null && !outside[p];
            each[p] = values[p] == null ? 0 : individual(values[p], p);
            greatest = Math.max(greatest, each[p]);
        }
        if (greatest == 0 || missing && greatest <= 100) {
            return ",";
        }
        TreeSet<String> primary = new TreeSet<>();
        for (int p = 0; p < NAMES.length; p++) {
            if (greatest > 50 && each[p] == greatest) {
                primary.add(NAMES[p]);
            }
        }
        return greatest + "," + String.join(";", primary);
    }

    private static int individual(BigDecimal value, int p) {
        int[] breakpoints = BREAKPOINTS[p];
        int above = 1;
        while (above < breakpoints.length - 1 && value.compareTo(BigDecimal.valueOf(breakpoints[above])) > 0) {
            above++;
        }
        if (value.compareTo(BigDecimal.valueOf(breakpoints[above])) > 0) {
            return INDEX[above];
        }
        int low = breakpoints[above - 1];
        BigDecimal part = value.subtract(BigDecimal.valueOf(low)).multiply(BigDecimal.valueOf(INDEX[above] - INDEX[above - 1]));
        return INDEX[above - 1] + part.divide(BigDecimal.valueOf(breakpoints[above] - low), 0, RoundingMode.CEILING).intValueExact();
    }
}
