package org.envdisclosure.cli.mapping;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.envdisclosure.cli.mapping.InputForm.Format;

/** From the text of a mapping file to the mapping, or to what is wrong with it. */
final class MappingFile {

    private static final String WORD = "[a-z][a-z0-9_]*";
    private static final int MOST_SKIPPED = 1000;

    private final Set<String> blank;

    private MappingFile(Set<String> blank) {
        this.blank = blank;
    }

    static Mapping read(Path file) throws IOException {
        return of(Files.readString(file));
    }

    static Mapping of(String text) {
        try {
            JsonNode tree = RecordTree.JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            Place whole = new Place(tree, "");
            whole.only("$schema", "title", "description", "dataset", "input", "explode", "blank", "reject_when", "columns");
            return new MappingFile(whole.optional("blank", Place::texts).map(Set::copyOf).orElse(Set.of())).mapping(whole);
        } catch (JsonProcessingException broken) {
            throw new BadMapping("", "is not valid JSON: line %d: %s".formatted(
                    broken.getLocation() == null ? 1 : broken.getLocation().getLineNr(), broken.getOriginalMessage()));
        }
    }

    private Mapping mapping(Place whole) {
        ConditionReader conditions = new ConditionReader(blank);
        List<RejectRule> rejections = whole.optional("reject_when", rules -> rules.items().stream().map(rule -> rejection(rule, conditions)).toList())
                .orElse(List.of());
        ColumnReader reader = new ColumnReader(blank, conditions);
        List<MappedColumn> columns = whole.needed("columns").members().stream()
                .map(column -> reader.column(name(column.name(), column), column)).toList();
        return new Mapping(whole.needed("dataset").notEmpty(), input(whole.needed("input")),
                new Explosion(whole.optional("explode", Place::texts).orElse(List.of())), rejections, columns);
    }

    private static RejectRule rejection(Place rule, ConditionReader conditions) {
        rule.only("when", "reason");
        Place reason = rule.needed("reason");
        return new RejectRule(conditions.condition(rule.needed("when")), name(reason.text(), reason));
    }

    private static String name(String text, Place place) {
        if (!text.matches(WORD)) {
            throw place.wrong("'%s' is no name of the kind some_name: small letters, digits and _".formatted(text));
        }
        return text;
    }

    private static InputForm input(Place input) {
        input.only("format", "charset", "delimiter", "skip_lines");
        Format format = input.needed("format").word(Format.class);
        for (String member : List.of("delimiter", "skip_lines")) {
            if (format != Format.CSV && input.has(member)) {
                throw input.at(member).wrong("is for csv alone");
            }
        }
        return new InputForm(format, input.optional("charset", place -> place.as(MappingFile::charset)).orElse(StandardCharsets.UTF_8),
                input.optional("delimiter", MappingFile::delimiter).orElse(','),
                input.optional("skip_lines", place -> place.whole(0, MOST_SKIPPED)).orElse(0));
    }

    private static Charset charset(String name) {
        if (!Charset.isSupported(name)) {
            throw new IllegalArgumentException("is no charset this Java knows; UTF-8 and GB18030 are");
        }
        return Charset.forName(name);
    }

    private static char delimiter(Place place) {
        String text = place.text();
        if (text.length() != 1 || "\"\r\n".contains(text)) {
            throw place.wrong("takes one character, such as , or ; or a tab written \\t");
        }
        return text.charAt(0);
    }
}
