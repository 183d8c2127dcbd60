package org.envdisclosure.site;

import io.quarkus.runtime.configuration.ConfigurationException;

/** Text an operator sets and readers see. */
final class SetText {

    private static final int LONGEST = 200;

    private SetText() {
    }

    /**
     * The text without the space around it.
     *
     * @throws ConfigurationException where it is not what was meant: a Java whose locale is not UTF-8 cannot read Chinese from the environment,
     *         and an approval number of question marks must not get onto a map
     */
    static String sound(String setting, String text) {
        String sound = text.strip();
        if (sound.indexOf('\uFFFD') >= 0) {
            throw new ConfigurationException(("%s is not readable as UTF-8. Start the service with LC_ALL=C.UTF-8, or write the setting into "
                    + "config/application.properties beside it.").formatted(setting));
        }
        if (sound.length() > LONGEST || sound.chars().anyMatch(Character::isISOControl)) {
            throw new ConfigurationException("%s is longer than %d characters or holds line breaks. Give one line.".formatted(setting, LONGEST));
        }
        return sound;
    }
}
