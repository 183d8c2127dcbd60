package org.envdisclosure.platform.register;

import java.time.LocalDate;
import java.util.Map;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.entry.Cells;
import org.jspecify.annotations.Nullable;

/** From the cells of an entry to a version: its code and days here, the rest by the register's own reading. */
final class VersionCells {

    private final Register<?> register;
    private final Register.Reading reading;
    private final Map<String, LocalDate> newest;

    /** @param newest by code, the first day of the newest version: what an entry without {@code valid_from} corrects */
    VersionCells(Register<?> register, Register.Reading reading, Map<String, LocalDate> newest) {
        this.register = register;
        this.reading = reading;
        this.newest = newest;
    }

    /** @throws Cells.Refused with the reason word */
    VersionRow row(Cells cells) throws Cells.Refused {
        @Nullable String code = register.codeOf(cells);
        if (code == null || !Filters.CODE.matcher(code).matches()) {
            throw new Cells.Refused("bad_" + register.codeColumn());
        }
        Map<String, Object> values = reading.of(cells);
        LocalDate from = cells.date(Register.VALID_FROM);
        LocalDate to = cells.date(Register.VALID_TO);
        LocalDate start = from != null ? from : newest.getOrDefault(code, Register.START_NOT_KNOWN);
        requireEnd(start, to);
        return new VersionRow(code, start, to, values);
    }

    private void requireEnd(LocalDate start, @Nullable LocalDate end) throws Cells.Refused {
        if (end != null && end.isBefore(start)) {
            throw new Cells.Refused(register.takesNeverInForce() ? "valid_to_before_valid_from" : "valid_to_not_after_valid_from");
        }
        if (start.equals(end) && !register.takesNeverInForce()) {
            throw new Cells.Refused("valid_to_not_after_valid_from");
        }
    }
}
