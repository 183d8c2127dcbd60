package org.envdisclosure.platform.stream;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;

/** The bounded number of streams, of all readers together and of one address. */
final class StreamPlaces {

    /** Readers come and go by the minute. */
    private static final String RETRY_AFTER_SECONDS = "30";

    private final int most;
    private final int mostPerClient;
    private final AtomicInteger taken = new AtomicInteger();
    private final Map<String, Integer> byClient = new ConcurrentHashMap<>();

    StreamPlaces(int most, int mostPerClient) {
        this.most = most;
        this.mostPerClient = mostPerClient;
    }

    /** A place of one stream, given back once. */
    final class Place {

        private final String client;
        private final AtomicBoolean left = new AtomicBoolean();

        private Place(String client) {
            this.client = client;
        }

        void leave() {
            if (left.compareAndSet(false, true)) {
                byClient.computeIfPresent(client, (address, count) -> count == 1 ? null : count - 1);
                taken.decrementAndGet();
            }
        }
    }

    /** @throws ApiProblem {@link ProblemType#STREAMS_BUSY} when there is none left for this address, or for anybody */
    Place take(String client) {
        if (taken.incrementAndGet() > most) {
            taken.decrementAndGet();
            throw busy("已打开 %d 个事件流，达到上限；请稍后再连，或改为定时查询".formatted(most),
                    "%d streams are open, as many as allowed; connect again later, or ask from time to time instead".formatted(most));
        }
        if (byClient.merge(client, 1, Integer::sum) > mostPerClient) {
            new Place(client).leave();
            throw busy("同一地址最多 %d 个事件流；请关闭不用的，或多个页面共用一个".formatted(mostPerClient),
                    "one address has at most %d streams; close those not needed, or let pages share one".formatted(mostPerClient));
        }
        return new Place(client);
    }

    int taken() {
        return taken.get();
    }

    private static ApiProblem busy(String zh, String en) {
        return ProblemType.STREAMS_BUSY.because(zh, en).withHeader("Retry-After", RETRY_AFTER_SECONDS);
    }
}
