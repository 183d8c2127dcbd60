package org.envdisclosure.air.rules.period;

/** The functional area (环境空气功能区) that a limit is for. */
public enum AreaClass {
    /** 一类区: nature reserves, scenic areas and others under special protection. */
    FIRST,
    /** 二类区: where people live and work; cities are assessed by it. */
    SECOND;

    /** 1 or 2. */
    public int number() {
        return ordinal() + 1;
    }
}
