package org.envdisclosure.platform.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.ParsedHeaderValue;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.envdisclosure.platform.dataset.Format;
import org.envdisclosure.platform.export.Coding;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The request's side of content negotiation and caching. */
public final class Asked {

    private final RoutingContext context;

    private Asked(RoutingContext context) {
        this.context = context;
    }

    public static Asked of(RoutingContext context) {
        return new Asked(context);
    }

    RoutingContext context() {
        return context;
    }

    /** @throws ApiProblem when the query is ill-encoded */
    public QueryString query() {
        return QueryString.parse(context.request().query());
    }

    /** The path as the caller wrote it. */
    public String path() {
        return context.request().path();
    }

    /** Path and query for links; relative to the host, which a proxy may have changed. */
    public String target() {
        return PercentText.encodeStrays(context.request().uri());
    }

    /** The query as the caller wrote it, fit for a link; empty when there is none. */
    public String queryText() {
        String query = context.request().query();
        return query == null ? "" : PercentText.encodeStrays(query);
    }

    public boolean isHead() {
        return context.request().method() == HttpMethod.HEAD;
    }

    public @Nullable String header(String name) {
        return context.request().getHeader(name);
    }

    /** Whether the caller takes gzip. */
    public boolean takesGzip() {
        return weight(Coding.GZIP) > 0;
    }

    /** How a stream goes out: as the caller likes best; in gzip where that says nothing, which closed months lie ready in. */
    public Coding codingOfStream() {
        float gzip = weight(Coding.GZIP);
        float zstd = weight(Coding.ZSTD);
        return zstd > gzip ? Coding.ZSTD : gzip > 0 ? Coding.GZIP : Coding.IDENTITY;
    }

    /** 0 where the caller does not take it; a star stands for gzip, which every reader has. */
    private float weight(Coding coding) {
        List<ParsedHeaderValue> encodings = List.copyOf(context.parsedHeaders().acceptEncoding());
        return encodings.stream().filter(encoding -> encoding.value().equalsIgnoreCase(coding.wire())).findFirst()
                .or(() -> encodings.stream().filter(encoding -> coding == Coding.GZIP && encoding.value().equals("*")).findFirst())
                .map(ParsedHeaderValue::weight).orElse(0f);
    }

    /** Whether problems are to be told in Chinese: the first language the caller prefers is one. */
    public boolean prefersChinese() {
        return context.parsedHeaders().acceptLanguage().stream().findFirst()
                .map(language -> language.tag().toLowerCase(Locale.ROOT).equals("zh")).orElse(false);
    }

    /**
     * The form of the answer: {@code ?format=} before {@code Accept}, JSON when neither says anything.
     *
     * @throws ApiProblem 400 for a parameter, 406 for a header that names nothing in {@code offered}
     */
    public Format format(Collection<Format> offered, QueryString query) {
        List<Format> ordered = Arrays.stream(Format.values()).filter(offered::contains).toList();
        String words = ordered.stream().map(Format::wire).collect(Collectors.joining(", "));
        if (query.has("format")) {
            return query.one("format").flatMap(Format::ofWire).filter(offered::contains).orElseThrow(() -> ApiProblem.parameter(
                    "format", "format 只接受:" + words, "format takes " + words));
        }
        List<MIMEHeader> accepted = accepted();
        if (accepted.isEmpty() && context.parsedHeaders().accept().isEmpty()) {
            return Format.JSON;
        }
        return accepted.stream()
                .flatMap(range -> ordered.stream().filter(format -> matches(range, format.mediaType())))
                .findFirst()
                .orElseThrow(() -> notAcceptable(ordered.stream().map(Format::mediaType).collect(Collectors.joining(", "))));
    }

    /**
     * The media type of a document that comes in a few, by {@code Accept}; the first where nothing is said.
     *
     * @throws ApiProblem 406 when none is taken
     */
    public String mediaType(List<String> offered) {
        List<MIMEHeader> accepted = accepted();
        if (accepted.isEmpty() && context.parsedHeaders().accept().isEmpty()) {
            return offered.get(0);
        }
        return accepted.stream()
                .flatMap(range -> offered.stream().filter(type -> matches(range, type)))
                .findFirst()
                .orElseThrow(() -> notAcceptable(String.join(", ", offered)));
    }

    private List<MIMEHeader> accepted() {
        return context.parsedHeaders().accept().stream().filter(range -> range.weight() > 0).toList();
    }

    private static boolean matches(MIMEHeader range, String mediaType) {
        String[] parts = mediaType.split("/");
        return ("*".equals(range.component()) || parts[0].equalsIgnoreCase(range.component()))
                && ("*".equals(range.subComponent()) || parts[1].equalsIgnoreCase(range.subComponent()));
    }

    private static ApiProblem notAcceptable(String types) {
        return ProblemType.NOT_ACCEPTABLE.because("可用的格式:" + types, "served here: " + types);
    }

    /** Whether {@code If-None-Match} names {@code etag}; weak comparison, as RFC 9110 asks. */
    public boolean knows(String etag) {
        String given = header("If-None-Match");
        if (given == null) {
            return false;
        }
        return Arrays.stream(given.split(",")).map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
    }
}
