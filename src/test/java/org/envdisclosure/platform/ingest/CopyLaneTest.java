package org.envdisclosure.platform.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CopyLaneTest {

    private final List<String> done = new CopyOnWriteArrayList<>();

    @Test
    void one_thing_after_the_other_beside_the_caller() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        try (CopyLane lane = new CopyLane()) {
            lane.begin(() -> {
                await(told);
                done.add("first");
            });
            done.add("caller");
            told.countDown();
            lane.begin(() -> done.add("second"));
            lane.settle();
        }
        assertThat(done).containsExactly("caller", "first", "second");
    }

    @Test
    void what_went_wrong_is_thrown_where_the_next_begins_and_the_next_does_not() throws Exception {
        try (CopyLane lane = new CopyLane()) {
            lane.begin(() -> {
                throw new SQLException("value too long", "22001");
            });
            assertThatThrownBy(() -> lane.begin(() -> done.add("next"))).isInstanceOf(SQLException.class).hasMessage("value too long");
            lane.settle();
        }
        assertThat(done).isEmpty();
    }

    @Test
    void a_lane_that_is_left_early_ends_with_its_last_work() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        CopyLane lane = new CopyLane();
        lane.begin(() -> {
            await(told);
            done.add("last");
        });
        told.countDown();
        lane.close();
        assertThat(done).containsExactly("last");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }
}
