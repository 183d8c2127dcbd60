package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls hold in the house as it is; {@link WallsCanFailTest} shows that each of them can fall. */
@AnalyzeClasses(packages = "org.envdisclosure", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule rooms_know_only_what_they_may = Walls.ROOMS_KNOW_ONLY_WHAT_THEY_MAY;
    @ArchTest
    static final ArchRule rules_are_pure = Walls.RULES_ARE_PURE;
    @ArchTest
    static final ArchRule datasets_hold_no_pool = Walls.DATASETS_HOLD_NO_POOL;
    @ArchTest
    static final ArchRule nobody_waits_or_subscribes_outside_start_up = Walls.NOBODY_WAITS_OR_SUBSCRIBES;
    @ArchTest
    static final ArchRule there_is_one_clock = Walls.ONE_CLOCK;
    @ArchTest
    static final ArchRule resources_hold_no_state = Walls.RESOURCES_HOLD_NO_STATE;
    @ArchTest
    static final ArchRule nobody_throws_web_application_exceptions = Walls.NOBODY_THROWS_WEB_APPLICATION_EXCEPTIONS;
    @ArchTest
    static final ArchRule packages_are_named_after_work = Walls.PACKAGES_ARE_NAMED_AFTER_WORK;
    @ArchTest
    static final ArchRule classes_are_named_after_work = Walls.CLASSES_ARE_NAMED_AFTER_WORK;
    @ArchTest
    static final ArchRule there_are_no_cycles_in_the_platform = Walls.NO_CYCLES_IN_THE_PLATFORM;

    /** An import of nothing would hold every wall. */
    @ArchTest
    static void the_house_was_looked_at(JavaClasses house) {
        assertThat(house.stream().map(type -> type.getPackageName()).distinct().toList())
                .contains("org.envdisclosure", "org.envdisclosure.air", "org.envdisclosure.air.rules", "org.envdisclosure.cli",
                        "org.envdisclosure.place", "org.envdisclosure.platform.web");
    }
}
