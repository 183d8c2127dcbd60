package org.envdisclosure.platform.attachment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Files beside the rows. */
@ConfigMapping(prefix = "envd.attachments")
public interface AttachmentConfig {

    /**
     * How long a file stays that no row names: an upload writes its file first and its row after it, and a shared folder's clock may
     * differ from ours.
     */
    @WithDefault("1h")
    Duration grace();

    /**
     * How long browsers and proxies may keep a file without asking. Its content never changes, so it could be for ever; but nobody can
     * call back what a proxy keeps, so this is also how long a file can still be seen somewhere after it was taken down.
     */
    @WithDefault("1h")
    Duration maxAge();
}
