package org.envdisclosure.water;

/** Which version of a section in the register a day belongs to. */
final class SectionVersions {

    private SectionVersions() {
    }

    /**
     * A query of at most one row: the version valid on the day, else the next one to begin, else the last one there was.
     *
     * @param columns of the version, qualified by {@code v}
     * @param code    SQL of the section's code
     * @param day     SQL of the day
     */
    static String on(String columns, String code, String day) {
        return """
                SELECT %1$s FROM water_sections v
                 WHERE v.section_code = %2$s
                 ORDER BY %3$s >= v.valid_from AND (v.valid_to IS NULL OR %3$s < v.valid_to) DESC,
                          v.valid_from > %3$s DESC, CASE WHEN v.valid_from > %3$s THEN v.valid_from - %3$s ELSE %3$s - v.valid_from END
                 LIMIT 1""".formatted(columns, code, day);
    }
}
