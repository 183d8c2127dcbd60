package org.envdisclosure.platform.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentStoreTest {

    private static final byte[] HELLO = "hello".getBytes(UTF_8);
    private static final String NAME = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @TempDir
    Path data;
    private AttachmentStore store;

    @BeforeEach
    void open() {
        store = new AttachmentStore(data.toString(), new AttachmentConfig() {
            @Override
            public Duration grace() {
                return Duration.ofHours(1);
            }

            @Override
            public Duration maxAge() {
                return Duration.ofHours(1);
            }
        }, Clock.systemUTC(), new SimpleMeterRegistry());
    }

    private Path file() {
        return data.resolve("attachments/2c/" + NAME);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private void grow(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    }

    @Test
    void a_file_is_named_by_its_content_and_the_same_bytes_are_one_file() throws IOException {
        assertThat(store.put(HELLO)).isEqualTo(NAME);
        assertThat(store.put(HELLO)).isEqualTo(NAME);

        assertThat(files()).containsExactly(file());
        assertThat(Files.readAllBytes(file())).isEqualTo(HELLO);
        assertThat(store.holds(NAME, 5)).isTrue();
        assertThat(store.holds(NAME, 6)).isFalse();
    }

    @Test
    void many_who_write_the_same_at_once_leave_one_whole_file() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            Callable<String> put = () -> store.put(HELLO);
            for (Future<String> done : writers.invokeAll(IntStream.range(0, 64).mapToObj(i -> put).toList())) {
                assertThat(done.get()).isEqualTo(NAME);
            }
        } finally {
            writers.shutdown();
        }
        assertThat(files()).containsExactly(file());
    }

    @Test
    void a_damaged_file_is_made_whole_by_sending_it_again() throws IOException {
        store.put(HELLO);
        Files.writeString(file(), "he");
        assertThat(store.holds(NAME, 5)).isFalse();

        store.put(HELLO);

        assertThat(Files.readAllBytes(file())).isEqualTo(HELLO);
    }

    @Test
    void only_what_is_old_and_unnamed_is_removed() throws IOException {
        store.put(HELLO);
        assertThat(store.remove(NAME, () -> false)).as("young").isFalse();
        grow(file());
        assertThat(store.remove(NAME, () -> true)).as("named").isFalse();
        assertThat(files()).containsExactly(file());

        assertThat(store.remove(NAME, () -> false)).isTrue();

        assertThat(files()).isEmpty();
        assertThat(store.remove(NAME, () -> false)).as("gone already").isFalse();
    }

    @Test
    void an_upload_while_a_file_is_being_removed_keeps_it() throws IOException {
        store.put(HELLO);
        grow(file());

        store.remove(NAME, () -> {
            put();
            return false;
        });

        assertThat(files()).containsExactly(file());
        assertThat(store.holds(NAME, 5)).isTrue();
    }

    private void put() {
        try {
            store.put(HELLO);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void what_a_stopped_process_left_is_tidied_up() throws IOException {
        store.put(HELLO);
        Path aside = file().resolveSibling(NAME + ".leaving");
        Files.move(file(), aside);
        grow(aside);
        Path old = Files.writeString(file().resolveSibling("x.arriving"), "half");
        grow(old);
        Path young = Files.writeString(file().resolveSibling("y.arriving"), "half");

        store.tidy(file().getParent());

        assertThat(files()).containsExactlyInAnyOrder(file(), young);
    }
}
