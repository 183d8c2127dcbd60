package org.envdisclosure.platform.register;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.envdisclosure.platform.dataset.Dataset;

/**
 * The datasets whose answers also follow from a register, such as what belongs to which place on which day. A change
 * of the register publishes a revision of each, since a revision must name one answer for ever.
 */
@ApplicationScoped
public class Dependents {

    private final List<Dataset> datasets;

    Dependents(@All List<Dataset> datasets) {
        this.datasets = datasets;
    }

    /** Ids of the datasets that carry the revisions, in alphabetical order. */
    public List<String> of(String register) {
        // a dataset tells the revision of the first it rests on
        return datasets.stream().map(Dataset::restsOn).filter(resting -> resting.indexOf(register) > 0)
                .map(resting -> resting.get(0)).distinct().sorted().toList();
    }
}
