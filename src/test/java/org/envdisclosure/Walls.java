package org.envdisclosure;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The walls of the house. A dataset is whatever room is none of the five that are always there, so a new one needs no line here. */
final class Walls {

    private static final String HOUSE = "org.envdisclosure";
    private static final Set<String> NO_DATASETS = Set.of("platform", "place", "catalog", "cli", "site", "");

    /** Which rooms a room may know beside itself; a dataset knows {@code place} and {@code platform}. */
    private static final Map<String, Set<String>> KNOWS = Map.of(
            "", Set.of("platform", "cli"),
            "cli", Set.of(),
            "platform", Set.of(),
            "place", Set.of("platform"),
            "catalog", Set.of("platform"),
            "site", Set.of("platform"));
    private static final Set<String> A_DATASET_KNOWS = Set.of("place", "platform");

    /** Whatever gives a connection out. A {@code java.sql.Connection} handed in by the platform is no pool. */
    private static final DescribedPredicate<JavaClass> THE_POOL = describe("give database connections out", type ->
            type.getPackageName().matches("(io\\.agroal|io\\.quarkus\\.agroal|javax\\.sql|org\\.postgresql|io\\.vertx(\\.mutiny)?\\.pgclient)(\\..*)?")
            || type.getFullName().matches("io\\.vertx(\\.mutiny)?\\.sqlclient\\.(Pool|SqlClient|SqlConnection)")
            || type.getFullName().equals("java.sql.DriverManager"));

    /** Outside our own classes: what a pure function has no use for. */
    private static final DescribedPredicate<JavaClass> IMPURE = describe("are neither pure Java, JSpecify nor platform.measure", type -> {
        String room = type.getPackageName();
        boolean pure = room.matches("java\\.(lang|math|text|time|util)(\\..*)?") && !type.getFullName().equals("java.time.Clock");
        return !pure && !type.isPrimitive() && !type.isArray() && !room.startsWith("org.jspecify.") && !room.equals(HOUSE + ".platform.measure");
    });

    static final ArchRule ROOMS_KNOW_ONLY_WHAT_THEY_MAY = classes()
            .should(new ArchCondition<>("know only the rooms they may") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    String from = room(type);
                    Set<String> known = KNOWS.getOrDefault(from, A_DATASET_KNOWS);
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> inHouse(dependency.getTargetClass()))
                            .filter(dependency -> !room(dependency.getTargetClass()).equals(from) && !known.contains(room(dependency.getTargetClass())))
                            .forEach(dependency -> violated(events, type, dependency.getDescription()));
                }
            });

    static final ArchRule RULES_ARE_PURE = classes().that(describe("are rules of a dataset", Walls::isRule))
            .should(new ArchCondition<>("depend on themselves, java.., JSpecify and platform.measure alone, without the clock") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    String own = HOUSE + "." + room(type) + ".rules";
                    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                        JavaClass target = dependency.getTargetClass().getBaseComponentType();
                        if (!target.getPackageName().equals(own) && !target.getPackageName().startsWith(own + ".") && IMPURE.test(target)) {
                            violated(events, type, dependency.getDescription());
                        }
                    }
                }
            });

    static final ArchRule DATASETS_HOLD_NO_POOL = noClasses().that(describe("belong to a dataset", type ->
                    !NO_DATASETS.contains(room(type))))
            .should().dependOnClassesThat(THE_POOL)
            .because("platform.sql.Transactions and platform.page give them all they need, within limits that are kept in one place");

    static final ArchRule NOBODY_WAITS_OR_SUBSCRIBES = noClasses()
            .should().accessTargetWhere(describe("waits for a Uni or subscribes to one outside start-up", access ->
                    waitsOrSubscribes(access) && !isStartUp(access)))
            .because("a worker that waits is a worker lost, and a subscription of ours is one the framework cannot cancel");

    static final ArchRule ONE_CLOCK = noClasses().that(describe("are not in platform.time", type ->
                    !type.getPackageName().equals(HOUSE + ".platform.time")))
            .should().accessTargetWhere(describe("reads the time from the machine", Walls::readsTheTime))
            .because("the time is asked of the one injected Clock");

    static final ArchRule RESOURCES_HOLD_NO_STATE = fields().that().areDeclaredInClassesThat().areAnnotatedWith("jakarta.ws.rs.Path")
            .should().beFinal()
            .andShould(new ArchCondition<>("hold nothing that changes") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                    JavaClass type = field.getRawType();
                    boolean container = type.isArray() || type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
                    boolean constant = field.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC)
                            && Set.of("java.util.List", "java.util.Set", "java.util.Map").contains(type.getFullName());
                    if (container && !constant || type.getPackageName().startsWith("java.util.concurrent") || type.isAssignableTo(StringBuilder.class)) {
                        events.add(SimpleConditionEvent.violated(field, field.getFullName() + " can change in " + field.getSourceCodeLocation()));
                    }
                }
            })
            .because("a resource is shared by all requests");

    private static final DescribedPredicate<JavaClass> WEB_APPLICATION_EXCEPTION = assignableTo("jakarta.ws.rs.WebApplicationException");

    static final ArchRule NOBODY_THROWS_WEB_APPLICATION_EXCEPTIONS = noClasses()
            .should().beAssignableTo(WEB_APPLICATION_EXCEPTION)
            .orShould().accessTargetWhere(describe("makes a WebApplicationException", access ->
                    WEB_APPLICATION_EXCEPTION.test(access.getTargetOwner()) && access.getName().equals("<init>")))
            .because("a refusal is an ApiProblem: named, bilingual, with what to do");

    static final ArchRule PACKAGES_ARE_NAMED_AFTER_WORK = noClasses()
            .should().resideInAnyPackage("..util..", "..utils..", "..helper..", "..helpers..", "..common..", "..impl..");

    static final ArchRule CLASSES_ARE_NAMED_AFTER_WORK = noClasses()
            .should().haveNameMatching(".*[.$][^.$]*(Util|Helper|Manager)(?![a-z])[^.$]*|.*[.$][^.$]*(Utils|Helpers|Managers|Impl)|.*[.$]Abstract[A-Z][^.$]*");

    static final ArchRule NO_CYCLES_IN_THE_PLATFORM = slices().matching(HOUSE + ".platform.(*)..").should().beFreeOfCycles();

    private Walls() {
    }

    private static boolean inHouse(JavaClass type) {
        return type.getPackageName().equals(HOUSE) || type.getPackageName().startsWith(HOUSE + ".");
    }

    /** The first folder below the house; empty for the entry point. */
    private static String room(JavaClass type) {
        return type.getPackageName().substring(HOUSE.length()).replaceFirst("^\\.", "").split("\\.")[0];
    }

    private static boolean isRule(JavaClass type) {
        String rules = HOUSE + "." + room(type) + ".rules";
        return !NO_DATASETS.contains(room(type)) && (type.getPackageName().equals(rules) || type.getPackageName().startsWith(rules + "."));
    }

    private static boolean waitsOrSubscribes(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getPackageName();
        String name = access.getName();
        boolean mutiny = owner.equals("io.smallrye.mutiny") || owner.startsWith("io.smallrye.mutiny.");
        return mutiny && Set.of("await", "subscribe", "subscribeAsCompletionStage", "convert").contains(name)
                || mutiny && owner.endsWith(".groups") && Set.of("asStream", "asIterable").contains(name)
                || owner.startsWith("io.vertx.mutiny") && (name.endsWith("AndAwait") || name.endsWith("AndForget"));
    }

    private static boolean isStartUp(JavaAccess<?> access) {
        return access.getOrigin().getRawParameterTypes().stream().anyMatch(type -> type.getFullName().equals("io.quarkus.runtime.StartupEvent"));
    }

    private static boolean readsTheTime(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getFullName();
        String name = access.getName();
        boolean given = access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().anyMatch(type -> type.getFullName().equals("java.time.Clock"));
        return owner.startsWith("java.time.") && name.equals("now") && !given
                || owner.equals("java.time.Clock") && (name.startsWith("system") || name.startsWith("tick")) && !given
                || owner.equals("java.lang.System") && name.equals("currentTimeMillis")
                || owner.equals("java.util.Date") && name.equals("<init>")
                || owner.equals("java.util.Calendar") && name.equals("getInstance");
    }

    private static void violated(ConditionEvents events, JavaClass type, String description) {
        events.add(SimpleConditionEvent.violated(type, description));
    }
}
