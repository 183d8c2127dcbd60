package org.envdisclosure.platform.ingest;

/**
 * Watches whether keys rise, read from the first column to the last or from the last to the first, as a file by station or by time
 * does: then none of them stands twice, and nobody has to look for repeats.
 */
final class KeyOrder {

    private boolean forward = true;
    private boolean backward = true;
    private String[] last = {};

    /** @param keys of the next rows, by column, then by row; texts of one form, so that different ones are different keys */
    void see(String[][] keys) {
        for (int row = 0; row < keys[0].length && (forward || backward); row++) {
            String[] next = new String[keys.length];
            for (int column = 0; column < keys.length; column++) {
                next[column] = keys[column][row];
            }
            if (last.length > 0) {
                forward &= rises(next, 0, 1);
                backward &= rises(next, keys.length - 1, -1);
            }
            last = next;
        }
    }

    private boolean rises(String[] next, int first, int step) {
        for (int column = first; column >= 0 && column < next.length; column += step) {
            int rise = next[column].compareTo(last[column]);
            if (rise != 0) {
                return rise > 0;
            }
        }
        return false;
    }

    boolean holds() {
        return forward || backward;
    }
}
