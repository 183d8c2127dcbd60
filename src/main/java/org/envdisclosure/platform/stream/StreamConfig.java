package org.envdisclosure.platform.stream;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of the event streams of one replica. */
@StaticInitSafe
@ConfigMapping(prefix = "envd.stream")
public interface StreamConfig {

    /** Streams open at the same time, about 12 kB of heap and one connection each; 0 for none. */
    @WithDefault("1000")
    int most();

    /**
     * Of these, how many one address may have, so that none takes all. An office or a mobile network stands behind one address, and every
     * reader does when {@code ENVD_TRUSTED_PROXIES} does not name the proxy before the service.
     */
    @WithDefault("100")
    int mostPerClient();

    /** How often a stream on which nothing happens says that it is there: proxies close a silent line after a minute, some after half of one. */
    @WithDefault("15s")
    Duration heartbeat();

    /** A reader who takes nothing for so long is let go; he comes back by himself and goes on where he was. */
    @WithDefault("60s")
    Duration stall();
}
