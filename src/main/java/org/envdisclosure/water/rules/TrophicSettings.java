package org.envdisclosure.water.rules;

/**
 * How the trophic level index is published: this service's settings, not the rule's text, which says nothing of either.
 *
 * @param digits              decimals of the index; the state is that of the index as published
 * @param stateFromIncomplete whether an index with a term missing gets a state, marked as provisional; usually it gets none
 */
public record TrophicSettings(int digits, boolean stateFromIncomplete) {

    public static final TrophicSettings USUAL = new TrophicSettings(1, false);
}
