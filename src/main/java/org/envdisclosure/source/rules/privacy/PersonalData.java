package org.envdisclosure.source.rules.privacy;

import java.util.Locale;

/** What a text was found to hold. */
public enum PersonalData {
    RESIDENT_ID, MOBILE_PHONE, FIXED_LINE, EMAIL, VEHICLE_PLATE, BANK_CARD, PASSPORT, HOME_ADDRESS,
    /** A word such as 身份证 or 住址 with something behind it. */
    LABELLED,
    /** The value of a field of the same row that is masked or not published. */
    OWN_FIELD;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
