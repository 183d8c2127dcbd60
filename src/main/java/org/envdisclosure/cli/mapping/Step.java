package org.envdisclosure.cli.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What is done to the values of a column on their way, none, one or several. */
sealed interface Step permits Step.OfEach, Step.Default, Step.Join, Step.Split {

    /** @throws Refusal with the reason word when a value cannot be meant */
    List<String> of(List<String> values) throws Refusal;

    /** One that is done to each value by itself. */
    sealed interface OfEach extends Step permits Coded, Dated, Hashed, LookedUp, Numbered, Replaced, WithoutHtml {

        /** Null for no value. */
        @Nullable String of(String value) throws Refusal;

        @Override
        default List<String> of(List<String> values) throws Refusal {
            List<String> made = new ArrayList<>(values.size());
            for (String value : values) {
                String one = of(value);
                if (one != null) {
                    made.add(one);
                }
            }
            return made;
        }
    }

    /** A text where there is none. */
    record Default(String text) implements Step {
        @Override
        public List<String> of(List<String> values) {
            return values.isEmpty() ? List.of(text) : values;
        }
    }

    /** Several become one. */
    record Join(String between) implements Step {
        @Override
        public List<String> of(List<String> values) {
            return values.isEmpty() ? values : List.of(String.join(between, values));
        }
    }

    /** One becomes several. */
    record Split(Pattern at) implements Step {
        @Override
        public List<String> of(List<String> values) {
            return values.stream().flatMap(at::splitAsStream).toList();
        }
    }
}
