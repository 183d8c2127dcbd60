package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Classes that never were in the house, compiled from their text on the spot so that no wrong class lies about in a real package. */
final class WrongCode {

    private static final Pattern PACKAGE = Pattern.compile("package ([a-z0-9._]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|record) (\\w+)");

    // one for all: reading the class path anew would cost a second each time
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    private WrongCode() {
    }

    /** The classes of {@code sources}, each a whole file; compiled into {@code folder} against the project. */
    static synchronized JavaClasses in(Path folder, String... sources) throws IOException {
        FILES.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
        List<Source> files = Arrays.stream(sources).map(Source::new).toList();
        boolean compiled = COMPILER.getTask(null, FILES, null, List.of("-proc:none", "-nowarn"), null, files).call();
        assertThat(compiled).as("compiles").isTrue();
        return new ClassFileImporter().importPath(folder);
    }

    /** One file in memory. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("memory:///" + found(PACKAGE, text).replace('.', '/') + '/' + found(TYPE, text) + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static String found(Pattern pattern, String source) {
        Matcher matcher = pattern.matcher(source);
        assertThat(matcher.find()).as(source).isTrue();
        return matcher.group(1);
    }
}
