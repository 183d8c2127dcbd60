package org.envdisclosure.platform.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.time.ChinaTime;
import org.jspecify.annotations.Nullable;

/** API keys: made, listed, revoked. */
@Path("/api/v1/keys")
@Tag(name = "Keys", description = "API 密钥。 / API keys.")
@Needs(Role.ADMIN)
public class KeyResource {

    private static final int LONGEST_NAME = 100;

    private final KeyRing ring;

    KeyResource(KeyRing ring) {
        this.ring = ring;
    }

    @GET
    @Operation(operationId = "keys", summary = "All keys, revoked ones too; never the keys themselves")
    public Uni<Response> list() {
        return ring.all().map(keys -> Response.ok(Map.of("data", keys.stream().map(KeyResource::shown).toList())).build());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "keys-make", summary = "Makes a key; its text is in this answer and nowhere else")
    public Uni<Response> make(@Nullable JsonNode body) {
        String name = body == null ? "" : body.path("name").asText("");
        String role = body == null ? "" : body.path("role").asText("");
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)
                || !StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            throw fault("/name", "name 为 1 至 100 个字符", "name has 1 to 100 characters and no control characters");
        }
        Role wanted = Arrays.stream(Role.values()).filter(known -> known.wire().equals(role)).findFirst()
                .orElseThrow(() -> fault("/role", "role 为 ingest 或 admin", "role is ingest or admin"));
        return ring.make(name, wanted).map(made -> {
            Map<String, Object> shown = shown(made.key());
            shown.put("key", made.secret());
            return Response.status(Response.Status.CREATED).header("Location", "/api/v1/keys/" + made.key().id)
                    .header("Cache-Control", "no-store").entity(shown).build();
        });
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "keys-revoke", summary = "Revokes a key from now on")
    public Uni<Response> revoke(String id) {
        UUID key = ids(id);
        return ring.revoke(key).map(revoked -> Response.ok(shown(revoked)).build());
    }

    private static UUID ids(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            throw ProblemType.NOT_FOUND.because("没有密钥 " + id, "there is no key " + id);
        }
    }

    private static ApiProblem fault(String pointer, String zh, String en) {
        return ProblemType.INVALID_BODY.because(zh, en).withFaults(List.of(new ApiProblem.Fault(null, pointer, LocalizedText.of(zh, en))));
    }

    private static Map<String, Object> shown(ApiKey key) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("id", key.id.toString());
        shown.put("name", key.name);
        shown.put("role", key.role);
        shown.put("prefix", key.prefix);
        shown.put("created_at", ChinaTime.format(key.createdAt));
        shown.put("last_used_at", time(key.lastUsedAt));
        shown.put("revoked_at", time(key.revokedAt));
        return shown;
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : ChinaTime.format(instant);
    }
}
