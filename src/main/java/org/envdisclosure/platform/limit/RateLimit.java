package org.envdisclosure.platform.limit;

import io.github.bucket4j.TimeMeter;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.envdisclosure.platform.access.RecentKeys;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.web.ProblemAnswer;
import org.envdisclosure.platform.web.RouteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a client that asks more often than {@code ENVD_RATE_LIMIT} times a minute, before anything of its body is read.
 *
 * <p>A client is an address. One that shows a key which was good a short while ago is that key instead, with ten times the
 * quota: a feed of batches is not to be throttled by a limit made for readers. An unknown key counts for its address, so
 * that keys cannot be tried out one by one. {@code /q/*} is for the operator and not counted; nor are the page's files, dozens for one visitor,
 * who behind a carrier's one address is one of many.
 */
@ApplicationScoped
public class RateLimit {

    static final String SETTING = "ENVD_RATE_LIMIT";

    private static final List<String> UNCOUNTED = List.of("/q/", "/page/");
    private static final int TIMES_FOR_KEYS = 10;
    private static final int HIGHEST = 1_000_000;

    private final @Nullable Quotas addresses;
    private final @Nullable Quotas keys;
    private final TrustedProxies proxies;
    private final RecentKeys known;

    @Inject
    RateLimit(@ConfigProperty(name = "envd.rate-limit") Optional<String> perMinute,
              @ConfigProperty(name = "envd.trusted-proxies") Optional<String> trusted, RecentKeys known) {
        this(perMinute.orElse("0"), trusted.orElse(""), known, TimeMeter.SYSTEM_NANOTIME);
    }

    RateLimit(String perMinute, String trusted, RecentKeys known, TimeMeter time) {
        int limit = number(perMinute.strip());
        this.addresses = limit == 0 ? null : new Quotas("default", limit, time);
        this.keys = limit == 0 ? null : new Quotas("key", (long) limit * TIMES_FOR_KEYS, time);
        this.proxies = TrustedProxies.parse(trusted);
        this.known = known;
    }

    void register(@Observes Filters filters) {
        if (addresses != null) {
            filters.register(this::count, RouteOrder.LIMIT);
        }
    }

    void count(RoutingContext context) {
        if (UNCOUNTED.stream().anyMatch(context.normalizedPath()::startsWith)) {
            context.next();
            return;
        }
        String key = known.recognise(context.request().getHeader("X-API-Key"));
        Quotas quotas = key == null ? addresses : keys;
        Quotas.Verdict verdict = quotas.ask(key == null ? client(context) : key);
        HttpServerResponse response = context.response();
        response.putHeader("RateLimit-Policy", quotas.policyField());
        response.putHeader("RateLimit", quotas.field(verdict));
        if (verdict.allowed()) {
            context.next();
        } else {
            refuse(context, quotas, verdict);
        }
    }

    private static void refuse(RoutingContext context, Quotas quotas, Quotas.Verdict verdict) {
        ProblemAnswer.of(ProblemType.TOO_MANY_REQUESTS.because(
                "每分钟最多 %d 次请求；请 %d 秒后再试".formatted(quotas.perWindow(), verdict.resetSeconds()),
                "%d requests a minute are allowed; try again in %d s".formatted(quotas.perWindow(), verdict.resetSeconds()))
                .withHeader("Retry-After", String.valueOf(verdict.resetSeconds())), context).send(context);
    }

    /** Whose request it is, as far as addresses can tell. */
    public String client(RoutingContext context) {
        return ClientAddress.of(context.request().connection().remoteAddress().hostAddress(),
                context.request().headers().getAll("X-Forwarded-For"), proxies);
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,7}") || Integer.parseInt(text) > HIGHEST) {
            throw new ConfigurationException("%s is '%s'. Give the requests a client may make in a minute as a whole number up to %d, 0 for no limit."
                    .formatted(SETTING, text, HIGHEST));
        }
        return Integer.parseInt(text);
    }
}
