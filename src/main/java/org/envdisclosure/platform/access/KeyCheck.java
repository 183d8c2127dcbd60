package org.envdisclosure.platform.access;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/** Holds {@code X-API-Key} against what the method needs, before the body is read. */
class KeyCheck {

    static final String HOLDER = "envd.key-holder";

    private final KeyRing ring;
    private final RecentKeys recent;

    KeyCheck(KeyRing ring, RecentKeys recent) {
        this.ring = ring;
        this.recent = recent;
    }

    @ServerRequestFilter
    @Nullable Uni<Response> check(ContainerRequestContext request, RoutingContext context, SimpleResourceInfo resource) {
        Optional<Role> needed = needed(resource);
        if (needed.isEmpty()) {
            return null;
        }
        String secret = request.getHeaderString("X-API-Key");
        if (secret == null || secret.isBlank()) {
            throw unauthorized("缺少 X-API-Key", "X-API-Key is missing");
        }
        return ring.holder(secret)
                .invoke(holder -> recent.note(secret, holder.isPresent()))
                .map(holder -> admitted(context, holder, needed.get()));
    }

    private static @Nullable Response admitted(RoutingContext context, Optional<KeyRing.Holder> holder, Role needed) {
        KeyRing.Holder known = holder.orElseThrow(() -> unauthorized("X-API-Key 不是有效的密钥", "X-API-Key holds no valid key"));
        if (!known.role().includes(needed)) {
            throw ProblemType.FORBIDDEN.because("此操作需要角色 %s,该密钥为 %s".formatted(needed.wire(), known.role().wire()),
                    "this needs the role %s, the key has %s".formatted(needed.wire(), known.role().wire()));
        }
        context.put(HOLDER, known);
        return null;
    }

    private static ApiProblem unauthorized(String zh, String en) {
        return ProblemType.UNAUTHORIZED.because(zh, en).withHeader("WWW-Authenticate", "X-API-Key");
    }

    private static Optional<Role> needed(SimpleResourceInfo resource) {
        Class<?> type = resource.getResourceClass();
        if (type == null) {
            return Optional.empty();
        }
        try {
            Needs onMethod = type.getMethod(resource.getMethodName(), resource.parameterTypes()).getAnnotation(Needs.class);
            return Optional.ofNullable(onMethod != null ? onMethod : type.getAnnotation(Needs.class)).map(Needs::value);
        } catch (NoSuchMethodException notPublic) {
            throw new IllegalStateException("resource methods are public: " + type + "." + resource.getMethodName(), notPublic);
        }
    }
}
