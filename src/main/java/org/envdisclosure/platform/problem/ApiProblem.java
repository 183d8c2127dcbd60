package org.envdisclosure.platform.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.measure.LocalizedText;
import org.jspecify.annotations.Nullable;

/** A refusal with a name; answered as {@code application/problem+json} (RFC 9457). Carries no stack trace: it is an answer, not a fault. */
public final class ApiProblem extends RuntimeException {

    private final transient ProblemType type;
    private final transient LocalizedText detail;
    private final transient List<Fault> faults;
    private final transient Map<String, String> headers;
    private final transient Map<String, Object> members;

    /**
     * One fault of the input.
     *
     * @param parameter the query parameter as the caller wrote it, or null
     * @param pointer   a JSON pointer into the body, or null
     * @param detail    what is wrong with it and what is allowed
     */
    public record Fault(@Nullable String parameter, @Nullable String pointer, LocalizedText detail) {
    }

    ApiProblem(ProblemType type, LocalizedText detail) {
        this(type, detail, List.of(), Map.of(), Map.of());
    }

    private ApiProblem(ProblemType type, LocalizedText detail, List<Fault> faults, Map<String, String> headers, Map<String, Object> members) {
        super(type.slug() + ": " + detail.en(), null, false, false);
        this.type = type;
        this.detail = detail;
        this.faults = faults;
        this.headers = headers;
        this.members = members;
    }

    public ProblemType type() {
        return type;
    }

    public LocalizedText detail() {
        return detail;
    }

    public List<Fault> faults() {
        return faults;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** Further members of the problem object, such as a receipt's counts. */
    public Map<String, Object> members() {
        return members;
    }

    /** A refusal of one query parameter: {@code detail} and the one entry of {@code errors} say the same. */
    public static ApiProblem parameter(String name, String zh, String en) {
        return ProblemType.INVALID_PARAMETER.because(zh, en).at(name);
    }

    /** The same problem, with the faulty query parameter named. */
    public ApiProblem at(String parameter) {
        return withFaults(List.of(new Fault(parameter, null, detail)));
    }

    public ApiProblem withFaults(List<Fault> more) {
        List<Fault> all = new ArrayList<>(faults);
        all.addAll(more);
        return new ApiProblem(type, detail, List.copyOf(all), headers, members);
    }

    public ApiProblem withHeader(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new ApiProblem(type, detail, faults, all, members);
    }

    public ApiProblem withMembers(Map<String, ?> more) {
        Map<String, Object> all = new LinkedHashMap<>(members);
        all.putAll(more);
        return new ApiProblem(type, detail, faults, headers, all);
    }
}
