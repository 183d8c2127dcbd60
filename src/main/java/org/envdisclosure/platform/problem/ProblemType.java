package org.envdisclosure.platform.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.envdisclosure.platform.measure.LocalizedText;

/** Every problem the service answers with. The name in kebab-case ends the {@code type} URI; its page says what to do. */
public enum ProblemType {
    UNKNOWN_PARAMETER(400, "未知参数", "Unknown parameter",
            "请求中含有本接口没有的查询参数。参数不会被忽略：请更正或删除它。",
            "The request has a query parameter this endpoint does not know. Parameters are never ignored: correct it or leave it out."),
    INVALID_PARAMETER(400, "参数值无效", "Invalid parameter value",
            "某个参数的值格式错误或超出允许范围。错误信息写明了允许的形式。",
            "A parameter's value has the wrong form or lies outside what is allowed. The detail says what is allowed."),
    INVALID_CURSOR(400, "游标无效", "Invalid cursor",
            "游标只能原样用于产生它的那个查询。请从第一页重新开始。",
            "A cursor works only as it was given, and only with the query it was made for. Start again from the first page."),
    BROKEN_BATCH(400, "批次结构损坏", "Broken batch",
            "请求体无法完整读取（JSON 数组不合法、压缩损坏或传输中断），因此什么也没有保存。请修正后整批重发。",
            "The body could not be read to its end (invalid JSON array, damaged compression, cut transfer), so nothing was stored. Correct it and send the whole batch again."),
    INVALID_BODY(400, "请求体无效", "Invalid body",
            "请求体不是本接口要求的形式。", "The body is not what this endpoint takes; the errors name each fault."),
    MALFORMED_REQUEST(400, "请求无法解析", "Malformed request",
            "请求不符合 HTTP：请求行、头部或路径的编码有误，因此没有交给任何接口。",
            "The request is not sound HTTP: its request line, a header or the encoding of its path is broken, so no endpoint was asked."),
    UNAUTHORIZED(401, "需要 API 密钥", "API key needed",
            "写入、回执与拒收记录需要在 X-API-Key 头中给出有效密钥。", "Writing, receipts and rejects need a valid API key in the X-API-Key header."),
    FORBIDDEN(403, "密钥权限不足", "The key's role does not allow this",
            "该密钥有效，但其角色不允许此操作。请使用具有所需角色的密钥。", "The key is valid, but its role does not allow this. Use a key that has the role named in the detail."),
    NOT_FOUND(404, "没有此资源", "No such resource",
            "路径没有指向任何资源。", "Nothing is at this path. The API document lists what there is."),
    METHOD_NOT_ALLOWED(405, "不支持的方法", "Method not allowed",
            "该资源不支持此 HTTP 方法。", "This resource does not take this HTTP method; the Allow header lists those it does."),
    NOT_ACCEPTABLE(406, "没有可接受的格式", "No acceptable format",
            "Accept 头所要求的格式都不提供。", "None of the formats in the Accept header is served here; the detail lists those that are."),
    CONFLICT(409, "状态冲突", "Conflict",
            "资源的当前状态不允许此操作。", "The present state of the resource does not allow this."),
    GONE(410, "已撤下", "Taken down",
            "此内容曾经公开，现已撤下或已过保留期；错误信息写明了何时与为何。",
            "This was public and has been taken down, or its retention has ended; the detail says when and why."),
    NO_LONGER_KEPT(410, "已过保留期", "No longer kept",
            "所问的行早于保留期，数据库中不再保存；各月的归档文件仍在 /api/v1/archives。",
            "The rows asked for lie before the retention and are no longer in the database; the files of their months are still at /api/v1/archives."),
    PRECONDITION_FAILED(412, "前提条件不成立", "Precondition failed",
            "资源在此期间已被修改。请重新读取后再试。", "The resource was changed in the meantime. Read it again and repeat."),
    TOO_LARGE(413, "请求体过大", "Body too large",
            "请求体（或其解压后的内容）超过上限，因此什么也没有保存。请分批发送。",
            "The body, or what it expands to, is over the limit, so nothing was stored. Send it in parts."),
    TARGET_TOO_LONG(414, "请求目标过长", "Target too long",
            "路径与查询串合计超过上限。请减少取值，或分几次请求。", "Path and query together are over the limit. Give fewer values, or ask in several requests."),
    UNSUPPORTED_MEDIA_TYPE(415, "不支持的媒体类型", "Unsupported media type",
            "不支持该 Content-Type、字符集或 Content-Encoding。", "This Content-Type, charset or Content-Encoding is not taken; the detail lists those that are."),
    RANGE_NOT_SATISFIABLE(416, "范围无效", "Range not satisfiable",
            "Range 头所请求的字节不在文件之内；Content-Range 给出了文件长度。", "The bytes the Range header asks for lie outside the file; Content-Range tells its length."),
    UNREADABLE_PICTURE(422, "图片无法使用", "Unusable picture",
            "图片不完整、已损坏、像素过多或种类不受支持，因此什么也没有保存。",
            "The picture is cut, damaged, has too many pixels or is of a kind that is not supported; nothing of it was stored."),
    UNREADABLE_FILE(422, "文件无法使用", "Unusable file",
            "文件已损坏、加密或超出限制，因此什么也没有保存。", "The file is damaged, encrypted or over a limit; nothing of it was stored."),
    NO_GOOD_ROW(422, "没有一行可以接收", "No good row",
            "批次中没有任何一行可以接收。回执列出了每一行的原因。", "Not one row of the batch could be taken. The receipt names the reason for each."),
    ATOMIC_BATCH_REFUSED(422, "整批拒收", "Atomic batch refused",
            "mode=atomic 的批次中有被拒收的行，因此什么也没有保存。", "A row of a mode=atomic batch was rejected, so nothing of it was stored."),
    TOO_MANY_REQUESTS(429, "请求过于频繁", "Too many requests",
            "超出了请求配额。请在 Retry-After 所示秒数之后重试。", "The quota of requests is used up. Try again after the seconds in Retry-After."),
    HEADERS_TOO_LARGE(431, "请求头过大", "Headers too large",
            "请求头合计超过上限。请去掉不需要的头部（例如 Cookie）。", "The headers together are over the limit. Leave out what is not needed, such as cookies."),
    EXPORTS_BUSY(429, "下载通道已满", "Download lane full",
            "同时进行的批量下载已达上限。请在 Retry-After 所示秒数之后重试。", "As many bulk downloads as allowed are running. Try again after the seconds in Retry-After."),
    STREAMS_BUSY(429, "事件流已满", "As many event streams as allowed",
            "打开的事件流已达上限（总数，或同一地址的数目）。请在 Retry-After 所示秒数之后重连，或改为定时查询。",
            "As many event streams as allowed are open, in all or from this address. Connect again after the seconds in Retry-After, or ask from time to time instead."),
    INGEST_BUSY(429, "接收通道已满", "Ingest lane full",
            "同时接收的批次已达上限。请在 Retry-After 所示秒数之后重发，重发不会重复入库。",
            "As many batches as allowed are being taken in. Send it again after the seconds in Retry-After; nothing is stored twice."),
    INTERNAL(500, "内部错误", "Internal error",
            "服务内部出错，已记入日志。报告时请附上 trace_id。", "Something failed inside the service and is in its log. Quote the trace_id when you report it."),
    FILE_MISSING(500, "文件暂缺", "File missing",
            "数据行所指的文件不在服务器上，已记入日志。报告时请附上 trace_id。", "The file that a row names is not on the server; that is in its log. Quote the trace_id when you report it."),
    UNAVAILABLE(503, "暂时不可用", "Temporarily unavailable",
            "数据库或服务暂时不可用，请稍后重试。", "The database or the service cannot answer just now. Try again shortly.");

    private final int status;
    private final LocalizedText title;
    private final LocalizedText explanation;

    ProblemType(int status, String titleZh, String titleEn, String zh, String en) {
        this.status = status;
        this.title = LocalizedText.of(titleZh, titleEn);
        this.explanation = LocalizedText.of(zh, en);
    }

    public int status() {
        return status;
    }

    public LocalizedText title() {
        return title;
    }

    public LocalizedText explanation() {
        return explanation;
    }

    /** The last part of the type's URI, such as {@code unknown-parameter}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String uri() {
        return "/api/v1/problems/" + slug();
    }

    public static Optional<ProblemType> ofSlug(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    /** A problem with what was wrong, what is allowed and what to do, in both languages. */
    public ApiProblem because(String zh, String en) {
        return new ApiProblem(this, LocalizedText.of(zh, en));
    }
}
