package org.envdisclosure.platform.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.junit.jupiter.api.Test;

/** Bounds of memory while pictures arrive. */
class PictureArrivalTest {

    @Test
    void a_body_is_read_no_further_than_the_limit() {
        PictureIntake small = new PictureIntake(Limits.of(1_000, 100, 2));
        CountingStream endless = new CountingStream();

        assertThat(small.<Integer>receive(new ByteArrayInputStream(new byte[1_000]), null, file -> file.length)).isEqualTo(1_000);
        assertThatThrownBy(() -> small.receive(endless, null, file -> file)).isInstanceOf(ApiProblem.class).extracting(refused -> ((ApiProblem) refused).type())
                .isEqualTo(ProblemType.TOO_LARGE);
        assertThat(endless.read).isLessThanOrEqualTo(1_001);
        assertThatThrownBy(() -> small.receive(endless, "1001", file -> file)).hasMessageContaining("at most 1000 bytes");
        assertThat(endless.read).isLessThanOrEqualTo(1_001);
    }

    /** Gives zeros for ever. */
    private static final class CountingStream extends InputStream {
        private int read;

        @Override
        public int read() throws IOException {
            read++;
            return 0;
        }
    }

    @Test
    void who_comes_while_all_places_are_taken_is_told_to_come_again() throws InterruptedException {
        PictureIntake one = new PictureIntake(Limits.of(1_000, 100, 1));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            other.execute(() -> one.receive(new ByteArrayInputStream(new byte[1]), null, file -> {
                inside.countDown();
                return waited(done);
            }));
            inside.await();

            assertThatThrownBy(() -> one.receive(new ByteArrayInputStream(new byte[1]), null, file -> file)).isInstanceOfSatisfying(ApiProblem.class, refused -> {
                assertThat(refused.type()).isEqualTo(ProblemType.INGEST_BUSY);
                assertThat(refused.headers()).containsEntry("Retry-After", "5");
            });
        } finally {
            done.countDown();
            other.shutdown();
        }
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
