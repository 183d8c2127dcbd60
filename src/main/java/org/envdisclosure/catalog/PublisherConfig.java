package org.envdisclosure.catalog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import org.envdisclosure.platform.measure.LocalizedText;

/** Who publishes; stands in the catalogue and in the API document. */
@ConfigMapping(prefix = "envd.publisher")
public interface PublisherConfig {

    Name name();

    /** The publisher's own page. */
    Optional<String> url();

    /** The publisher's name in both languages; whoever runs the service sets it, we do not invent a bureau. */
    interface Name {
        @WithDefault("本服务的运行单位（名称未设置）")
        String zh();

        @WithDefault("The operator of this service (name not set)")
        String en();

        default LocalizedText text() {
            return LocalizedText.of(zh(), en());
        }
    }
}
