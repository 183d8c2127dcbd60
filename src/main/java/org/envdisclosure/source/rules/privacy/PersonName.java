package org.envdisclosure.source.rules.privacy;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is shown of a natural person's name: the surname and 某, of a name in Latin letters its initial. */
public final class PersonName {

    private static final String SOMEBODY = "某";
    private static final Pattern SEVERAL = Pattern.compile("[、,，;；/\\n]+");
    private static final Pattern PARTS = Pattern.compile("[·•‧・.．\\s]+");
    private static final Set<String> COMPOUND = Set.of(("欧阳 歐陽 太史 端木 上官 司马 司馬 东方 東方 独孤 獨孤 南宫 南宮 万俟 闻人 聞人 夏侯 诸葛 諸葛 尉迟 尉遲 公羊 赫连 赫連 澹台 皇甫 宗政 濮阳 濮陽 "
            + "公冶 太叔 申屠 公孙 公孫 慕容 仲孙 钟离 鍾離 长孙 長孫 宇文 司徒 鲜于 鮮于 司空 闾丘 亓官 司寇 巫马 颛孙 漆雕 乐正 宰父 谷梁 拓跋 轩辕 軒轅 令狐 段干 百里 呼延 东郭 東郭 南门 羊舌 "
            + "微生 梁丘 左丘 西门 西門 第五 南荣 东里 即墨 达奚 褚师").split(" "));

    private PersonName() {
    }

    /** Of several persons each. */
    public static String masked(String names) {
        String masked = Arrays.stream(SEVERAL.split(names.strip())).filter(name -> !name.isBlank()).map(PersonName::one).collect(Collectors.joining("、"));
        return masked.isEmpty() ? SOMEBODY : masked;
    }

    /** Every name that a text of several holds. */
    static String[] each(String names) {
        return SEVERAL.split(names.strip());
    }

    private static String one(String name) {
        String first = PARTS.split(name.strip())[0].strip();
        String bare = first.isEmpty() ? name.strip() : first;
        int initial = bare.codePointAt(0);
        if (Character.UnicodeScript.of(initial) == Character.UnicodeScript.LATIN) {
            return Character.toString(Character.toUpperCase(initial)) + ".";
        } else if (Character.UnicodeScript.of(initial) != Character.UnicodeScript.HAN) {
            return SOMEBODY;
        }
        boolean compound = bare.length() > 2 && COMPOUND.contains(bare.substring(0, 2));
        return (compound ? bare.substring(0, 2) : Character.toString(initial)) + SOMEBODY;
    }
}
