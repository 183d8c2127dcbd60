package org.envdisclosure.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageSourceTest {

    private static final String ROOT = "META-INF/resources/";
    private static final Map<String, String> RELEASE = Map.of(
            ROOT + "index.html", "<p>", ROOT + "water/index.html", "水", ROOT + "page/a.js", "1", ROOT + "page/.a.js.swp", "left behind",
            "application.properties", "secret=1",
            "META-INF/maven/org.mvnpm/echarts/pom.properties", "version=7.8.9\n",
            ROOT + "_static/echarts/7.8.9/dist/echarts.common.min.js", "charts",
            ROOT + "_static/echarts/7.8.9/LICENSE", "Apache License", ROOT + "_static/echarts/7.8.9/NOTICE", "Apache ECharts");

    @TempDir
    Path folder;

    private static String text(SortedMap<String, byte[]> files, String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    private static void isThePage(SortedMap<String, byte[]> files) {
        assertThat(files).containsKeys("/index.html", "/page/a.js", "/page/vendor/echarts-LICENSE.txt", "/page/vendor/echarts-NOTICE.txt");
        assertThat(files.keySet()).noneMatch(path -> path.contains("swp") || path.contains("properties"));
        assertThat(text(files, "/water/index.html")).isEqualTo("水");
        assertThat(text(files, "/page/vendor/echarts.js")).isEqualTo("charts");
        assertThat(text(files, "/page/vendor/echarts-NOTICE.txt")).isEqualTo("Apache ECharts");
    }

    private URL classesFolder() throws IOException {
        for (Map.Entry<String, String> file : RELEASE.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return folder.toUri().toURL();
    }

    /** Without entries for its folders, as some builds make them. */
    private URL jar() throws IOException {
        Path jar = folder.resolve("a page #1.jar");
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file)) {
            for (Map.Entry<String, String> entry : RELEASE.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar.toUri().toURL();
    }

    @Test
    void the_page_is_read_from_a_folder() throws IOException {
        try (URLClassLoader classPath = new URLClassLoader(new URL[] {classesFolder()}, null)) {
            isThePage(PageSource.read(classPath));
        }
    }

    @Test
    void the_page_is_read_from_a_jar_in_a_folder_with_any_name() throws IOException {
        try (URLClassLoader classPath = new URLClassLoader(new URL[] {jar()}, null)) {
            SortedMap<String, byte[]> files = PageSource.read(classPath);
            isThePage(files);
            assertThat(Edition.of(files)).isEqualTo(Edition.of(PageSource.read(classPath)));
        }
    }

    @Test
    void a_class_path_without_the_page_says_so() throws IOException {
        try (URLClassLoader classPath = new URLClassLoader(new URL[0], null)) {
            assertThatThrownBy(() -> PageSource.read(classPath)).isInstanceOf(IllegalStateException.class)
                    .hasMessage("the page is not there: META-INF/resources/index.html is not on the class path");
        }
    }

    @Test
    void a_class_path_without_echarts_says_so() throws IOException {
        Files.createDirectories(folder.resolve(ROOT));
        Files.writeString(folder.resolve(ROOT + "index.html"), "<p>");
        try (URLClassLoader classPath = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            assertThatThrownBy(() -> PageSource.read(classPath)).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("META-INF/maven/org.mvnpm/echarts/pom.properties is not on the class path");
        }
    }
}
