package org.envdisclosure.air.photo;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** Settings of the views. */
@ConfigMapping(prefix = "envd.air.photos")
public interface PhotoConfig {

    /**
     * How long after it was taken a picture is kept; its row stays. Unset, for ever: for how long records are kept is the bureau's own
     * rule, and a default would delete somebody's evidence.
     */
    Optional<Duration> retention();
}
