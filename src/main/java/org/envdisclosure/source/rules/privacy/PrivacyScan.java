package org.envdisclosure.source.rules.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks through one text for what is personal. It would rather ask once too often: somebody looks at every hit. */
public final class PrivacyScan {

    private static final String PLACE_NAMES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    private static final Map<PersonalData, Pattern> PATTERNS = Map.of(
            PersonalData.EMAIL, Pattern.compile("(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]++\\s?@\\s?[A-Za-z0-9-]+(?:\\s?\\.\\s?[A-Za-z0-9-]+)*\\s?\\.\\s?[A-Za-z]{2,}"),
            PersonalData.FIXED_LINE, Pattern.compile("(?:(?<![0-9A-Za-z]|[0-9]\\.)|(?<=(?i:tel|phone|fax)))\\(?(?:010|02[0-9]|0[3-9][0-9]{2})\\s?[)\\-\u2010-\u2015]?\\s?[2-8][0-9]{3}[\\s\\-]?[0-9]{3,4}(?![0-9A-Za-z]|\\.[0-9])"),
            PersonalData.VEHICLE_PLATE, Pattern.compile("[" + PLACE_NAMES + "][A-HJ-Z][\\s·•.\\-]?(?=[A-HJ-NP-Z]{0,5}[0-9])[A-HJ-NP-Z0-9]{4}(?:[挂学警港澳领]|[A-HJ-NP-Z0-9]{1,2})(?![A-Za-z0-9])"),
            PersonalData.PASSPORT, Pattern.compile("(?<![0-9A-Za-z])(?:[EGDSPegdsp][0-9]{8}|[Ee][A-Za-z][0-9]{7}|[HMChmc][0-9]{8}(?:[0-9]{2})?)(?![0-9A-Za-z])"),
            PersonalData.HOME_ADDRESS, Pattern.compile("(?:小区|花园|家园|公寓|新村|新区|苑|里|社区|村|庄|路|街|巷|弄)[^。；;\\n]{0,20}?[0-9一二三四五六七八九十]{1,4}\\s?(?:号楼|栋|幢|座|单元)"
                    + "[^。；;\\n]{0,12}?[0-9]{1,5}\\s?(?:室|房|号|户)|[村屯寨][^。；;，,\\n]{0,6}?[0-9一二三四五六七八九十]{1,3}\\s?[组队社]\\s?[0-9]{1,4}\\s?号"),
            PersonalData.LABELLED, Pattern.compile("(?:身份证|居民身份号|公民身份|护照|联系电话|联系方式|手机|电话号码|家庭住址|家庭地址|住址|户籍地|户籍所在地|银行卡|银行账|车牌|微信|QQ)"
                    + "(?:证|件|号|号码|码|地|所在地|户|卡号|账号)*\\s?(?:[:：]|为|是)\\s?[\\p{L}\\p{N}*]{2,}"
                    + "|(?:身份证|居民身份号|公民身份|护照|联系电话|手机|电话号码|银行卡|银行账)(?:证|件|号|号码|码|户|卡号|账号)*\\s?[A-Za-z0-9*]{4,}"));

    /** What says that nothing is said. */
    private static final List<String> NOBODY = List.of("匿名", "不详", "未知", "无", "保密", "none", "anonymous", "unknown", "na");
    private static final int SHORTEST_VALUE = 2;

    private PrivacyScan() {
    }

    /**
     * What was found, in the order of the text.
     *
     * @param own values of the same row that nobody may read
     */
    public static List<Hit> of(String field, String text, Collection<String> own) {
        List<Hit> hits = new ArrayList<>();
        Folded folded = Folded.of(text);
        addNumbers(field, folded, hits);
        addNumbers(field, Folded.spelledOut(text), hits);
        PATTERNS.forEach((kind, pattern) -> {
            Matcher matcher = pattern.matcher(folded.text());
            while (matcher.find()) {
                hits.add(folded.hit(field, kind, matcher.start(), matcher.end()));
            }
        });
        Folded compact = folded.compact();
        own.forEach(value -> addOwn(field, value, compact, hits));
        return hits.stream().distinct().sorted(Comparator.comparingInt(Hit::from).thenComparing(Hit::to).thenComparing(Hit::kind)).toList();
    }

    /** Whether a code is a resident identity number, which no mask helps against. */
    public static boolean isResidentId(String code) {
        return is(code, PersonalData.RESIDENT_ID);
    }

    /** Whether a code is a mobile telephone number. */
    public static boolean isMobilePhone(String code) {
        return is(code, PersonalData.MOBILE_PHONE);
    }

    private static boolean is(String code, PersonalData kind) {
        return new DigitRuns(code).found().stream().anyMatch(found -> found.kind() == kind);
    }

    private static void addNumbers(String field, Folded folded, List<Hit> hits) {
        new DigitRuns(folded.text()).found().forEach(found -> hits.add(folded.hit(field, found.kind(), found.from(), found.to())));
    }

    private static void addOwn(String field, String value, Folded compact, List<Hit> hits) {
        String looked = Folded.of(value).compact().text();
        if (looked.length() < SHORTEST_VALUE || NOBODY.contains(looked)) {
            return;
        }
        String text = compact.text();
        for (int at = text.indexOf(looked); at >= 0; at = text.indexOf(looked, at + looked.length())) {
            hits.add(compact.hit(field, PersonalData.OWN_FIELD, at, at + looked.length()));
        }
    }
}
