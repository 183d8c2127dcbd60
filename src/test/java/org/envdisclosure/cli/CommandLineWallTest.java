package org.envdisclosure.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The command line is a client: it must start in a moment and know no more than any client. */
class CommandLineWallTest {

    @Test
    void the_command_line_uses_no_other_room_and_no_framework() {
        classes().should().onlyDependOnClassesThat()
                .resideInAnyPackage("org.envdisclosure.cli..", "java..", "javax.net.ssl", "org.jspecify.annotations",
                        "picocli..", "com.fasterxml.jackson..", "de.siegmar.fastcsv..", "org.jsoup..", "me.tongfei.progressbar..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.envdisclosure.cli"));
    }
}
