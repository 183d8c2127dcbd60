package org.envdisclosure.cli.mapping;

import java.util.regex.Pattern;

/**
 * Every match of an expression replaced.
 *
 * @param by in it, {@code $1} is the first group
 */
record Replaced(Pattern expression, String by) implements Step.OfEach {

    /** @throws IllegalArgumentException when {@code by} names a group that is not there, or ends in a lone backslash */
    Replaced {
        try {
            // the empty alternative matches, so that the replacement is tried now and not at the first row it meets
            Pattern.compile(expression.pattern() + "|", expression.flags()).matcher("").replaceFirst(by);
        } catch (IndexOutOfBoundsException noSuchGroup) {
            throw new IllegalArgumentException(noSuchGroup.getMessage(), noSuchGroup);
        }
    }

    @Override
    public String of(String value) {
        return expression.matcher(value).replaceAll(by);
    }
}
