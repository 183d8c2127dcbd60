package org.envdisclosure.platform.sql;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts made of what quoting, escaping and COPY stumble over. */
public final class NastyTexts {

    private static final String[] PIECES = {"'", "''", "\"", "\\", "\\\\", "\\'", "\\N", "\\.", "\n", "\r", "\r\n", "\t", "\b", "\f", "\u000B", "$$", "$1", "?",
        "{", "}", ",", ";", "--", "/*", "*/", "NULL", "E'", "U&'", "\u0001", "\u007F", "\u0085", "\u2028", "\uFEFF", "示例", "µ", "\uD83C\uDF2B", " ", "a", "'; DROP TABLE x; --"};

    private NastyTexts() {
    }

    /** Without NUL, which PostgreSQL cannot hold, and without half a surrogate pair, which is no character. */
    public static Arbitrary<String> any() {
        return Arbitraries.of(PIECES).list().ofMaxSize(8).map(pieces -> String.join("", pieces));
    }
}
