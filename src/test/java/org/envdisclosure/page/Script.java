package org.envdisclosure.page;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A function beside the classes of this room that looks at a page from inside and gives what it finds, a line each. */
record Script(String function) {

    static Script of(String name) {
        try (InputStream file = Script.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new AssertionError(name + " is not beside the classes of this room");
            }
            return new Script(new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceFirst("^(//[^\n]*\n)+", ""));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<String> findings(Page page, Object... arguments) {
        return ((List<?>) page.evaluate(function, List.of(arguments))).stream().map(String::valueOf).distinct().toList();
    }
}
