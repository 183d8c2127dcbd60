package org.envdisclosure.platform.picture;

import org.envdisclosure.platform.measure.LocalizedText;

/** A picture that cannot be taken: cut, damaged, too large to decode, or of a kind that is not supported. */
public final class RefusedPicture extends Exception {

    private final transient LocalizedText detail;

    RefusedPicture(String zh, String en) {
        super(en, null, false, false);
        this.detail = LocalizedText.of(zh, en);
    }

    /** What is wrong and what is taken. */
    public LocalizedText detail() {
        return detail;
    }

    static RefusedPicture cut() {
        return new RefusedPicture("图片不完整：文件在结束标记之前中断，请重新发送完整的文件",
                "the picture is cut: the file ends before its end marker; send the whole file");
    }

    static RefusedPicture damaged() {
        return new RefusedPicture("图片已损坏，无法解码；请发送能够正常打开的 JPEG 或 PNG 文件",
                "the picture is damaged and cannot be decoded; send a JPEG or PNG file that opens elsewhere");
    }

    static RefusedPicture unsupported(String zh, String en) {
        return new RefusedPicture("不支持此种图片（%s）；请发送 8 位灰度或 RGB 的基线或渐进式 JPEG，或 PNG".formatted(zh),
                "this kind of picture is not supported (%s); send a baseline or progressive JPEG of 8 bits in grey or RGB, or a PNG".formatted(en));
    }
}
