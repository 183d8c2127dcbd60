package org.envdisclosure.platform.publisher;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import org.envdisclosure.platform.measure.LocalizedText;

/** Who publishes; stands in the catalogue, in the API document and in the head of the page. */
@ConfigMapping(prefix = "envd.publisher")
public interface PublisherConfig {

    Name name();

    /** The publisher's own page. */
    Optional<String> url();

    /** The publisher's name in both languages; whoever runs the service sets it, we do not invent a bureau. */
    interface Name {
        Optional<String> zh();

        Optional<String> en();

        /** With words that say so where it is not set: a catalogue without a publisher is not valid. */
        default LocalizedText text() {
            return LocalizedText.of(zh().orElse("本服务的运行单位（名称未设置）"), en().orElse("The operator of this service (name not set)"));
        }

        /** As far as it is set, one language for the other; empty where there is no name at all. */
        default Optional<LocalizedText> known() {
            return zh().or(this::en).map(either -> LocalizedText.of(zh().orElse(either), en().orElse(either)));
        }
    }
}
