package org.envdisclosure.water.rules.assessment;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.envdisclosure.water.rules.ClassRule;
import org.envdisclosure.water.rules.ReadingClass;
import org.envdisclosure.water.rules.WaterItem;

/**
 * How a surface source of drinking water is judged: table 1 of GB 3838-2002 by class III, tables 2 and 3 by their own limits, each
 * item by itself. Quoted from reports of cities and counties; the ministry's own rule was not found, so the parts are settings.
 *
 * @param needed      items of which a source that complies has a value in the period; without one of them nothing is known of it
 * @param withCod     whether COD is among the items of table 1: 24 (prefecture cities with 62 items, counties with 29), else 23 (61, 28)
 * @param rounding    before judgement; basic items follow 22号, which fixes none
 * @param indicators  order and print of what exceeds
 */
public record DrinkingSourceRule(ClassRule classRule, Set<WaterItem> needed, boolean withCod, EvaluationRounding rounding, IndicatorSettings indicators) {

    public DrinkingSourceRule {
        needed = Set.copyOf(needed);
    }

    /** 23 items of table 1, unrounded; the five of a reading are needed. */
    public static DrinkingSourceRule usual(ClassRule classRule) {
        return new DrinkingSourceRule(classRule, Set.copyOf(ReadingClass.NEEDED), false, EvaluationRounding.NONE, IndicatorSettings.USUAL);
    }

    /** The items of table 1 that are measured, those evaluated apart (temperature, total nitrogen, fecal coliforms) included. */
    public List<WaterItem> basicItems() {
        return Arrays.stream(WaterItem.values()).filter(WaterItem::isBasic).filter(item -> withCod || item != WaterItem.COD).toList();
    }
}
