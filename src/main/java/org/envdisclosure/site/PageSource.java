package org.envdisclosure.site;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of the page on a class path, be it a folder or a jar: all that lies beside {@code index.html}, and the one of ECharts. */
final class PageSource {

    private static final String FIRST = "META-INF/resources/index.html";
    private static final String ECHARTS = "META-INF/resources/_static/echarts/";
    private static final String ECHARTS_IS = "META-INF/maven/org.mvnpm/echarts/pom.properties";

    private PageSource() {
    }

    /** @return the bytes of each file by its path below the root, such as {@code /water/index.html} */
    static SortedMap<String, byte[]> read(ClassLoader classPath) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try {
            URL first = classPath.getResource(FIRST);
            if (first == null) {
                throw new IllegalStateException("the page is not there: " + FIRST + " is not on the class path");
            }
            files.putAll(ClassPathUtils.processAsPath(first, index -> under(index.getParent())));
            String echarts = ECHARTS + versionOfEcharts(classPath);
            files.put("/page/vendor/echarts.js", bytes(echarts + "/dist/echarts.common.min.js", classPath));
            files.put("/page/vendor/echarts-LICENSE.txt", bytes(echarts + "/LICENSE", classPath));
            files.put("/page/vendor/echarts-NOTICE.txt", bytes(echarts + "/NOTICE", classPath));
        } catch (IOException e) {
            throw new UncheckedIOException("the files of the page cannot be read", e);
        }
        return Collections.unmodifiableSortedMap(files);
    }

    /** Every file below a folder but hidden ones, which editors and file managers leave behind. */
    static SortedMap<String, byte[]> under(Path root) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(root)) {
            for (Path file : found.filter(Files::isRegularFile).filter(file -> !file.getFileName().toString().startsWith(".")).toList()) {
                files.put('/' + root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the files of the page cannot be read", e);
        }
        return files;
    }

    /** Its folder is named by its version, which is said in the build alone. */
    private static String versionOfEcharts(ClassLoader classPath) throws IOException {
        Properties made = new Properties();
        try (InputStream in = open(ECHARTS_IS, classPath)) {
            made.load(in);
        }
        return made.getProperty("version");
    }

    private static byte[] bytes(String resource, ClassLoader classPath) throws IOException {
        try (InputStream in = open(resource, classPath)) {
            return in.readAllBytes();
        }
    }

    private static InputStream open(String resource, ClassLoader classPath) {
        InputStream in = classPath.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("a file of the page is not there: " + resource + " is not on the class path");
        }
        return in;
    }
}
