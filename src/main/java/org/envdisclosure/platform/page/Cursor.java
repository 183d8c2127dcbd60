package org.envdisclosure.platform.page;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.ColumnType;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.sql.Sql;

/**
 * Where a page ended: the key of its last row, bound to the question and to the revision its first page was read at.
 *
 * @param state the state of the first page
 * @param last  the key of the last row given, typed
 */
public record Cursor(AsOf state, List<Object> last) {

    private static final char APART = '\u001f';
    private static final int DIGEST_BYTES = 12;
    private static final int LONGEST = 2_000;

    /** An opaque text for {@code ?cursor=}. */
    public String encode(String canonicalQuestion) {
        List<String> parts = new ArrayList<>(List.of(Long.toString(state.revision()), state.moment().toString()));
        last.forEach(value -> parts.add(value.toString()));
        byte[] body = parts.stream().collect(Collectors.joining(String.valueOf(APART))).getBytes(StandardCharsets.UTF_8);
        byte[] bound = ByteBuffer.allocate(DIGEST_BYTES + body.length).put(digest(canonicalQuestion, body)).put(body).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bound);
    }

    /** @throws ApiProblem when the text is no cursor of this question */
    public static Cursor decode(String text, String canonicalQuestion, Dataset dataset) {
        return read(text, canonicalQuestion, dataset).orElseThrow(() -> ProblemType.INVALID_CURSOR.because(
                "cursor 不属于这个查询；请原样使用上一页 next_cursor 的值，且不要更改其他参数",
                "cursor does not belong to this query; use next_cursor as the last page gave it and change no other parameter").at("cursor"));
    }

    /** Rows behind this cursor. */
    Sql behind(Dataset dataset, Order order) {
        String names = String.join(", ", dataset.key());
        String marks = last.stream().map(value -> "?").collect(Collectors.joining(", "));
        return Sql.of("(" + names + ") " + order.behind() + " (" + marks + ")", last.toArray());
    }

    private static Optional<Cursor> read(String text, String canonicalQuestion, Dataset dataset) {
        try {
            byte[] bound = text.length() > LONGEST ? new byte[0] : Base64.getUrlDecoder().decode(text);
            if (bound.length <= DIGEST_BYTES) {
                return Optional.empty();
            }
            byte[] body = Arrays.copyOfRange(bound, DIGEST_BYTES, bound.length);
            if (!MessageDigest.isEqual(Arrays.copyOf(bound, DIGEST_BYTES), digest(canonicalQuestion, body))) {
                return Optional.empty();
            }
            String[] parts = new String(body, StandardCharsets.UTF_8).split(String.valueOf(APART), -1);
            List<Object> last = new ArrayList<>();
            for (int i = 0; i < dataset.key().size(); i++) {
                last.add(typed(dataset.column(dataset.key().get(i)), parts[i + 2]));
            }
            return Optional.of(new Cursor(new AsOf(Long.parseLong(parts[0]), Instant.parse(parts[1])), last));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException notOurs) {
            return Optional.empty();
        }
    }

    private static Object typed(Column column, String text) {
        if (column.type() == ColumnType.CODE && !Filters.CODE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a code");
        }
        return switch (column.type()) {
            case INSTANT -> Instant.parse(text);
            case DATE -> LocalDate.parse(text);
            case INTEGER -> Long.parseLong(text);
            default -> text;
        };
    }

    private static byte[] digest(String canonicalQuestion, byte[] body) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(canonicalQuestion.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            return Arrays.copyOf(sha.digest(body), DIGEST_BYTES);
        } catch (NoSuchAlgorithmException everyJreHasIt) {
            throw new IllegalStateException(everyJreHasIt);
        }
    }
}
