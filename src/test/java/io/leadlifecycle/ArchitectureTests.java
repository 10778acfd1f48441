package io.leadlifecycle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTests {

  private static final String FORBIDDEN_NAMES =
      ".*(Impl|Util|Utils|Helper|Manager|Dto|Service|Processor|Delegate)";

  private static final Map<String, ArchRule> RULES =
      Map.of(
          "only journey knows the engine",
          noClasses()
              .that().resideOutsideOfPackage("io.leadlifecycle.journey..")
              .should().dependOnClassesThat().resideInAPackage("org.camunda.."),
          "names are business nouns",
          noClasses().should().haveNameMatching(FORBIDDEN_NAMES),
          "nobody looks at a clock of its own",
          noClasses()
              .should().callMethod(Instant.class, "now")
              .orShould().callMethod(LocalDate.class, "now")
              .orShould().callMethod(LocalDateTime.class, "now")
              .orShould().callMethod(OffsetDateTime.class, "now")
              .orShould().callMethod(ZonedDateTime.class, "now")
              .orShould().callConstructor(Date.class)
              .orShould().callMethod(Clock.class, "systemUTC")
              .orShould().callMethod(Clock.class, "systemDefaultZone"),
          "nothing prints or sleeps",
          noClasses()
              .should().callMethod(Thread.class, "sleep", long.class)
              .orShould().callMethod(Throwable.class, "printStackTrace"));

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.leadlifecycle");
  private static final JavaClasses WRONG = new ClassFileImporter().importPackages("io.leadlifecycle.wrong");

  @TestFactory
  Stream<DynamicTest> keepsTheRules() {
    return RULES.entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(PROGRAM)));
  }

  /** No rule is green because it matches nothing. */
  @TestFactory
  Stream<DynamicTest> refusesWhatIsWrong() {
    return RULES.entrySet().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.getKey(),
                    () -> assertThat(rule.getValue().evaluate(WRONG).hasViolation()).isTrue()));
  }
}
