package org.envdisclosure.air;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.envdisclosure.platform.dataset.Dataset;

/**
 * The datasets whose answers also follow from the register: which hours and days are a city's, and which cities there are. A change
 * of the register publishes a revision of each, since a revision must name one answer for ever.
 */
@ApplicationScoped
class RegisterDependents {

    private static final String REGISTER = "air-stations";

    private final List<String> ids;

    RegisterDependents(@All List<Dataset> datasets) {
        // a dataset tells the revision of the first it rests on
        this.ids = datasets.stream().map(Dataset::restsOn).filter(resting -> resting.indexOf(REGISTER) > 0)
                .map(resting -> resting.get(0)).distinct().sorted().toList();
    }

    /** Ids of the datasets that carry the revisions, in alphabetical order. */
    List<String> ids() {
        return ids;
    }
}
