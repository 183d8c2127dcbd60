package org.envdisclosure.platform.register;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.access.KeyRing;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.ingest.RecordBody;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.ChinaTime;
import org.envdisclosure.platform.web.Asked;
import org.envdisclosure.platform.web.DatasetAnswers;
import org.envdisclosure.platform.web.JsonText;
import org.envdisclosure.platform.web.WriteCondition;

/** Answers the requests for one entry of a register; a resource method is one call to this. */
@ApplicationScoped
public class RegisterAnswers {

    private final DatasetAnswers answers;
    private final RegisterWriter writer;
    private final Clock clock;

    RegisterAnswers(DatasetAnswers answers, RegisterWriter writer, Clock clock) {
        this.answers = answers;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * The newest version of {@code code} that has begun; 404 when there is none.
     *
     * @param dataset with the filter {@link RegisterFilters#begunOn}
     */
    public Uni<Response> one(Register<?> register, Dataset dataset, String code, RoutingContext request) {
        return answers.single(dataset, request, condition(register, code), RegisterPage.state(register, code, today()));
    }

    /** All versions of {@code code}, oldest first. */
    public Uni<Response> history(Register<?> register, Dataset dataset, String code, RoutingContext request) {
        return answers.list(dataset, request, condition(register, code));
    }

    /** Enters what the body says of {@code code}; reads it first, which blocks. */
    public <V extends Version> Uni<Response> put(Register<V> register, String path, String code, RoutingContext request, InputStream body) {
        Asked.of(request).query().allowing(List.of());
        RegisterEntry entry = new RegisterEntry(register, require(register, code), RecordBody.read(body));
        return writer.put(register, code, entry, new RegisterWriter.Author(KeyRing.holderOf(request).name(), WriteCondition.of(request)))
                .map(written -> answer(register, path + "/" + code, written));
    }

    private <V extends Version> Response answer(Register<V> register, String location, RegisterWriter.Written<V> written) {
        Response.ResponseBuilder response = written.created() ? Response.created(URI.create(location)) : Response.ok();
        return response.header("ETag", RegisterPage.tag(written.versions(), today()))
                .header("Cache-Control", "no-store")
                .type("application/json")
                .entity(JsonText.bytes(Map.of("data", RegisterPage.told(register, written.target()), "meta", Map.of("revision", written.target().revision))))
                .build();
    }

    private LocalDate today() {
        return ChinaTime.dateOf(clock.instant());
    }

    private static Sql condition(Register<?> register, String code) {
        return Sql.of(register.codeColumn() + " = ?", require(register, code));
    }

    /** What cannot be a code names nothing. */
    private static String require(Register<?> register, String code) {
        if (!Filters.CODE.matcher(code).matches()) {
            String column = register.codeColumn();
            throw ProblemType.NOT_FOUND.because("没有此 %s；编码为 1 至 64 个字母、数字、点、下划线或连字符".formatted(column),
                    "there is no such %s; a code has 1 to 64 letters, digits, '.', '_' or '-'".formatted(column.replace("_code", "")));
        }
        return code;
    }
}
