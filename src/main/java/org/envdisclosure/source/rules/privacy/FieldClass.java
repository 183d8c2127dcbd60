package org.envdisclosure.source.rules.privacy;

/** What may become of a field; every field of the input declares one. */
public enum FieldClass {
    /** Codes, words of a closed list, dates and numbers: as received. */
    OPEN,
    /** The legal representative: as received of an enterprise, which must publish it itself; masked of everybody else. */
    FIRM_PERSON,
    /** The name of a party: masked where it is a natural person. */
    PERSON_NAME,
    /** Kept with the original and never published. */
    NEVER,
    /** Text somebody wrote: looked through, and held when something personal is found. */
    SCANNED
}
