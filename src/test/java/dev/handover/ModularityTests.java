package dev.handover;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;

/** The map of modules and the materials they are made of. */
@AnalyzeClasses(packages = "dev.handover", importOptions = DoNotIncludeTests.class)
class ModularityTests {

    /** Each may use those before it. */
    private static final List<String> ORDER = List.of(
            "shared",
            "plan",
            "audit",
            "golive",
            "checks",
            "evidence",
            "records",
            "validation",
            "signoff",
            "release",
            "stabilization",
            "closing",
            "notice",
            "access",
            "board",
            "api",
            "process");

    @ArchTest
    static final ArchRule ONLY_PROCESS_SEES_THE_ENGINE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.handover.process..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule MODULES_HAVE_NO_CYCLES =
            slices().matching("dev.handover.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .callMethodWhere(are(describe(
                    "now() without a clock, or the system's clock outside HandoverApplication",
                    ModularityTests::readsTheSystemsClock)));

    @ArchTest
    static final ArchRule WHAT_A_CLASS_NEEDS_ITS_CONSTRUCTOR_SAYS =
            noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule NOTHING_IS_PRINTED =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule NOTHING_WAITS_BY_SLEEPING =
            noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @Test
    void modulesKeepToTheirInterfaces() {
        ApplicationModules.of(HandoverApplication.class).verify();
    }

    @ArchTest
    static void modulesUseOnlyThoseBeforeThem(JavaClasses all) {
        var map = layeredArchitecture().consideringOnlyDependenciesInAnyPackage("dev.handover..");
        for (var module : ORDER) {
            map = map.optionalLayer(module).definedBy("dev.handover.%s..".formatted(module));
        }
        for (var i = 0; i < ORDER.size() - 1; i++) {
            var later = ORDER.subList(i + 1, ORDER.size()).toArray(String[]::new);
            map = map.whereLayer(ORDER.get(i)).mayOnlyBeAccessedByLayers(later);
        }
        map.whereLayer(ORDER.get(ORDER.size() - 1)).mayNotBeAccessedByAnyLayer().check(all);
    }

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_ON_THE_MAP = classes()
            .that(are(describe(
                    "in a module", javaClass -> !javaClass.getPackageName().equals("dev.handover"))))
            .should(ArchConditions.be(ORDER.stream()
                    .map(module -> resideInAPackage("dev.handover.%s..".formatted(module)))
                    .reduce((one, other) -> one.or(other))
                    .orElseThrow()));

    private static boolean readsTheSystemsClock(JavaCall<?> call) {
        var owner = call.getTargetOwner();
        var isNow = owner.getPackageName().equals("java.time")
                && call.getName().equals("now")
                && call.getTarget().getParameterTypes().stream()
                        .noneMatch(type -> type.toErasure().isEquivalentTo(Clock.class));
        var isSystemsClock = owner.isEquivalentTo(Clock.class)
                && call.getName().startsWith("system")
                && !call.getOriginOwner().isEquivalentTo(HandoverApplication.class);
        return isNow || isSystemsClock;
    }
}
