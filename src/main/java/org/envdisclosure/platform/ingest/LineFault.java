package org.envdisclosure.platform.ingest;

import java.util.Locale;
import org.envdisclosure.platform.measure.LocalizedText;

/** Why one record could not be read. The wire word stands in receipts and is part of the public contract. */
public enum LineFault {
    LINE_TOO_LONG("记录过长", "The record is longer than the service reads; only its beginning is kept."),
    NOT_UTF8("不是有效的 UTF-8 编码", "The line is not valid UTF-8; a file from Excel or an older system may be GBK: convert it to UTF-8."),
    BAD_CHARACTER("含有 NUL 或残缺的代理字符", "The record holds a NUL character or half of a surrogate pair, which no text column can store."),
    WRONG_NUMBER_OF_FIELDS("字段数与表头不符", "The record has more or fewer fields than the header."),
    UNTERMINATED_QUOTE("引号未闭合", "A quoted field is not closed; reading went on with the next line."),
    TEXT_AFTER_QUOTE("闭合引号后有多余字符", "Text follows a closing quote; a quote inside a quoted field is written twice."),
    BAD_JSON("JSON 无效", "The line is not one complete JSON value."),
    NOT_A_JSON_OBJECT("不是 JSON 对象", "The JSON value is not an object."),
    DUPLICATE_KEY("键重复", "A key stands twice in the JSON object."),
    TOO_COMPLEX("JSON 过于复杂", "The JSON value is nested deeper than 32 levels, or made to overload its reader.");

    private final LocalizedText text;

    LineFault(String zh, String en) {
        this.text = LocalizedText.of(zh, en);
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public LocalizedText text() {
        return text;
    }
}
