package org.penguinfit.fits;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The architecture as tests. A rule that matches nothing fails, so no rule can rot. */
@AnalyzeClasses(packages = "org.penguinfit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** The packages in their order: a later one may import earlier ones of its module's reach, never the reverse. */
    private static final List<String> ORDER = List.of(
            "org.penguinfit.core.parameter",
            "org.penguinfit.core.linalg",
            "org.penguinfit.core.objective",
            "org.penguinfit.core.random",
            "org.penguinfit.core.parallel",
            "org.penguinfit.core.minimize",
            "org.penguinfit.core.interval",
            "org.penguinfit.core.polynomial",
            "org.penguinfit.core.profile",
            "org.penguinfit.core.significance",
            "org.penguinfit.core.contour",
            "org.penguinfit.core.toy",
            "org.penguinfit.core.average",
            "org.penguinfit.core.prior",
            "org.penguinfit.core.propagation",
            "org.penguinfit.core.region",
            "org.penguinfit.core.sample",
            "org.penguinfit.measurements.document",
            "org.penguinfit.measurements.bibliography",
            "org.penguinfit.measurements",
            "org.penguinfit.measurements.selection",
            "org.penguinfit.measurements.yaml",
            "org.penguinfit.measurements.exchange",
            "org.penguinfit.measurements.exchange.text",
            "org.penguinfit.measurements.exchange.own",
            "org.penguinfit.measurements.exchange.flavio",
            "org.penguinfit.measurements.exchange.eos",
            "org.penguinfit.measurements.exchange.hepdata",
            "org.penguinfit.measurements.exchange.convert",
            "org.penguinfit.likelihoods.expression",
            "org.penguinfit.likelihoods.popxf",
            "org.penguinfit.likelihoods.kernel",
            "org.penguinfit.likelihoods.curve",
            "org.penguinfit.likelihoods.theory",
            "org.penguinfit.likelihoods.term",
            "org.penguinfit.likelihoods",
            "org.penguinfit.likelihoods.average",
            "org.penguinfit.fits.plot",
            "org.penguinfit.fits.plot.draw",
            "org.penguinfit.fits.config",
            "org.penguinfit.fits.result",
            "org.penguinfit.fits.plot.json",
            "org.penguinfit.fits.result.json",
            "org.penguinfit.fits.plan",
            "org.penguinfit.fits.task",
            "org.penguinfit.fits.run",
            "org.penguinfit.fits.plot.build",
            "org.penguinfit.fits.update",
            "org.penguinfit.fits.bench",
            "org.penguinfit.fits.browse",
            "org.penguinfit.fits.report.html",
            "org.penguinfit.fits.report.latex",
            "org.penguinfit.fits.report",
            "org.penguinfit.fits.cli");

    @ArchTest
    static void packagesImportOnlyEarlierOnes(JavaClasses classes) {
        for (int i = 0; i < ORDER.size() - 1; i++) {
            List<String> later = ORDER.subList(i + 1, ORDER.size());
            noClasses()
                    .that()
                    .resideInAPackage(ORDER.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later.toArray(new String[0]))
                    .check(classes);
        }
    }

    @ArchTest
    static void everyPackageStandsInTheOrder(JavaClasses classes) {
        List<String> unknown = new ArrayList<>();
        for (JavaClass c : classes) {
            if (!ORDER.contains(c.getPackageName())) {
                unknown.add(c.getName());
            }
        }
        assertThat(unknown).isEmpty();
    }

    @ArchTest
    static final ArchRule modulesHaveTheirDirections = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("fit-core")
            .definedBy("org.penguinfit.core..")
            .layer("measurements")
            .definedBy("org.penguinfit.measurements..")
            .layer("likelihoods")
            .definedBy("org.penguinfit.likelihoods..")
            .layer("fits")
            .definedBy("org.penguinfit.fits..")
            .whereLayer("fits")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("likelihoods")
            .mayOnlyBeAccessedByLayers("fits")
            .whereLayer("measurements")
            .mayOnlyBeAccessedByLayers("likelihoods", "fits")
            .whereLayer("fit-core")
            .mayOnlyBeAccessedByLayers("likelihoods", "fits");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.penguinfit.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noGlobalState = fields().that().areStatic().should().beFinal();

    /** The JDK's mutable classes; what a static array, List, Map or Set holds is tested below. */
    @ArchTest
    static final ArchRule noMutableConstants = noFields()
            .that()
            .areStatic()
            .and()
            .doNotHaveName("$VALUES") // of every enum
            .and()
            .haveNameNotContaining("$SwitchMap$")
            .should()
            .haveRawType(mutable());

    private static DescribedPredicate<JavaClass> mutable() {
        return DescribedPredicate.describe(
                "a mutable class",
                type -> type.isAssignableTo(AbstractCollection.class)
                        || type.isAssignableTo(AbstractMap.class)
                        || type.isAssignableTo(StringBuilder.class)
                        || type.isAssignableTo(Random.class)
                        || type.isAssignableTo(Date.class)
                        || type.isAssignableTo(ThreadLocal.class)
                        || type.getPackageName().equals("java.util.concurrent.atomic"));
    }

    /** What a static array, List, Map or Set really holds: an array must be empty, writing to a collection must fail. */
    @TestFactory
    List<DynamicTest> staticCollectionsAreUnmodifiable() {
        List<DynamicTest> tests = new ArrayList<>();
        for (JavaClass c : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.penguinfit")) {
            c.getFields().stream()
                    .filter(f -> f.getModifiers().contains(JavaModifier.STATIC))
                    .filter(f -> !f.getModifiers().contains(JavaModifier.SYNTHETIC))
                    .filter(f -> f.getRawType().isArray()
                            || f.getRawType().isAssignableTo(Collection.class)
                            || f.getRawType().isAssignableTo(Map.class))
                    .forEach(f ->
                            tests.add(DynamicTest.dynamicTest(f.getFullName(), () -> assertUnmodifiable(f.reflect()))));
        }
        assertThat(tests).isNotEmpty();
        return tests;
    }

    private static void assertUnmodifiable(Field field) throws IllegalAccessException {
        field.setAccessible(true);
        Object value = field.get(null);
        if (value.getClass().isArray()) {
            assertThat(Array.getLength(value)).isZero();
        } else {
            assertThatThrownBy(() -> write(value)).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    private static void write(Object value) {
        if (value instanceof Map<?, ?> map) {
            map.clear();
        } else {
            ((Collection<?>) value).clear();
        }
    }

    @ArchTest
    static final ArchRule onlyTheCliPrints = noClasses()
            .that()
            .resideOutsideOfPackage("org.penguinfit.fits.cli")
            .should(ACCESS_STANDARD_STREAMS)
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule onlyTheCliExits = noClasses()
            .that()
            .resideOutsideOfPackage("org.penguinfit.fits.cli")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    @ArchTest
    static final ArchRule fitCoreReadsNoFiles = noClasses()
            .that()
            .resideInAPackage("org.penguinfit.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson..", "java.nio.file..", "java.net..", "picocli..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching(
                    "java\\.io\\.(File|FileReader|FileWriter|FileInputStream|FileOutputStream|RandomAccessFile)");

    @ArchTest
    static final ArchRule onlyTheCliKnowsThePicocliLibrary = noClasses()
            .that()
            .resideOutsideOfPackage("org.penguinfit.fits.cli")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule onlyTheDocumentPackageReadsYaml = noClasses()
            .that()
            .resideOutsideOfPackage("org.penguinfit.measurements.document")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.dataformat..", "org.yaml..");
}
