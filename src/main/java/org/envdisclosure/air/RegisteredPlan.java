package org.envdisclosure.air;

import java.sql.Array;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.platform.sql.TextArray;
import org.jspecify.annotations.Nullable;

/** What the register says a station is to monitor. */
final class RegisteredPlan {

    private RegisteredPlan() {
    }

    /**
     * Pollutants left out of a plan.
     *
     * @param planned column {@code measured_pollutants}; a plan that is not known leaves nothing out
     */
    static Set<Pollutant> leftOut(@Nullable Array planned) throws SQLException {
        EnumSet<Pollutant> outside = EnumSet.noneOf(Pollutant.class);
        if (planned != null) {
            List<String> names = TextArray.of(planned);
            List.of(Pollutant.values()).stream().filter(pollutant -> !names.contains(pollutant.wireName())).forEach(outside::add);
        }
        return outside;
    }
}
