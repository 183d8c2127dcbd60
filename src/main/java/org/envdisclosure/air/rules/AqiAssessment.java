package org.envdisclosure.air.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * From individual indices to what may be published: AQI (equation 2), primary pollutants, completeness.
 *
 * @param indices      of every pollutant with a valid value
 * @param notMonitored pollutants outside the site's plan, which are not missing when they have no value
 */
record AqiAssessment(AqiEdition edition, EnumMap<Pollutant, Iaqi> indices, Set<Pollutant> notMonitored) {

    /** Up to this AQI there is no primary pollutant. */
    private static final int PRIMARY_ABOVE = 50;
    /** Above this AQI a missing pollutant does not forbid publication (HJ 633-2026, 5.3.1). */
    private static final int PUBLISHED_ANYWAY_ABOVE = 100;
    private static final int NONE = -1;
    private static final Pollutant[] POLLUTANTS = Pollutant.values();

    AqiReport report() {
        int greatest = greatest();
        List<Pollutant> withoutIndex = which(pollutant -> indices.containsKey(pollutant) && number(pollutant) == null);
        NaReason naReason = naReason(greatest, withoutIndex);
        boolean published = naReason == null;
        return new AqiReport(edition, SixPollutants.from(this::number),
                published ? Math.max(greatest, edition.leastAqi()) : null,
                published && greatest > PRIMARY_ABOVE ? which(pollutant -> isAt(greatest, pollutant)) : List.of(),
                withoutIndex, naReason, beyondIndex());
    }

    private boolean beyondIndex() {
        for (Iaqi iaqi : indices.values()) {
            if (iaqi.beyondIndex()) {
                return true;
            }
        }
        return false;
    }

    private @Nullable NaReason naReason(int greatest, List<Pollutant> withoutIndex) {
        if (edition.needsEveryPollutant() && greatest <= PUBLISHED_ANYWAY_ABOVE) {
            List<Pollutant> missing = which(pollutant -> !indices.containsKey(pollutant) && !notMonitored.contains(pollutant));
            if (!missing.isEmpty()) {
                return new NaReason(NaReason.Word.MISSING_POLLUTANTS, missing);
            }
        }
        if (greatest > NONE) {
            return null;
        }
        return new NaReason(withoutIndex.isEmpty() ? NaReason.Word.NO_VALID_POLLUTANT : NaReason.Word.NO_IAQI, withoutIndex);
    }

    private int greatest() {
        int greatest = NONE;
        for (Iaqi iaqi : indices.values()) {
            Integer number = iaqi.orNull();
            greatest = number == null ? greatest : Math.max(greatest, number);
        }
        return greatest;
    }

    private @Nullable Integer number(Pollutant pollutant) {
        Iaqi iaqi = indices.get(pollutant);
        return iaqi == null ? null : iaqi.orNull();
    }

    private boolean isAt(int greatest, Pollutant pollutant) {
        Integer number = number(pollutant);
        return number != null && number == greatest;
    }

    private static List<Pollutant> which(Predicate<Pollutant> condition) {
        List<Pollutant> found = List.of();
        for (Pollutant pollutant : POLLUTANTS) {
            if (condition.test(pollutant)) {
                found = found.isEmpty() ? new ArrayList<>(POLLUTANTS.length) : found;
                found.add(pollutant);
            }
        }
        return List.copyOf(found);
    }
}
