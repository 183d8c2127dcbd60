package org.envdisclosure.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.junit.jupiter.api.Test;

class StreamPlacesTest {

    private final StreamPlaces places = new StreamPlaces(3, 2);

    private void isFullFor(String client, String detail) {
        int before = places.taken();
        assertThatThrownBy(() -> places.take(client)).isInstanceOfSatisfying(ApiProblem.class, full -> {
            assertThat(full.type()).isEqualTo(ProblemType.STREAMS_BUSY);
            assertThat(full.detail().en()).startsWith(detail);
            assertThat(full.headers()).containsEntry("Retry-After", "30");
        });
        assertThat(places.taken()).isEqualTo(before);
    }

    @Test
    void one_address_leaves_places_to_others_and_all_together_have_a_bound() {
        places.take("192.0.2.1");
        places.take("192.0.2.1");
        isFullFor("192.0.2.1", "one address has at most 2 streams");
        places.take("192.0.2.2");
        isFullFor("192.0.2.3", "3 streams are open");
    }

    @Test
    void a_place_is_given_back_once() {
        places.take("192.0.2.1");
        StreamPlaces.Place second = places.take("192.0.2.1");
        second.leave();
        second.leave();
        assertThat(places.taken()).isEqualTo(1);
        places.take("192.0.2.1");
        isFullFor("192.0.2.1", "one address has at most 2 streams");
    }

    @Test
    void a_bound_of_0_is_for_none() {
        assertThatThrownBy(() -> new StreamPlaces(0, 2).take("192.0.2.1")).isInstanceOf(ApiProblem.class);
    }
}
