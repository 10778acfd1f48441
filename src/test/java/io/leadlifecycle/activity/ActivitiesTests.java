package io.leadlifecycle.activity;

import static io.leadlifecycle.activity.ActivityKind.DOWNLOAD;
import static io.leadlifecycle.activity.ActivityKind.PAGE_VIEW;
import static io.leadlifecycle.activity.ContentStage.AWARENESS;
import static io.leadlifecycle.activity.ContentStage.DECISION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leadlifecycle.AtOnce;
import io.leadlifecycle.TestModules;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.UnknownLead;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivitiesTests {

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void keepsWhatALeadDid(TestModules modules) {
    Activities activities = modules.get(Activities.class);
    LeadId lead = modules.lead();
    Instant at = modules.clock().instant().minusSeconds(60);
    NewActivity viewed = new NewActivity("1", PAGE_VIEW, null, AWARENESS, "/blog", at);
    assertThat(activities.record(lead, viewed)).isTrue();
    assertThat(activities.of(lead))
        .containsExactly(new Activity(lead, "1", PAGE_VIEW, null, AWARENESS, "/blog", at));
    assertThat(activities.of(modules.lead())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void listsTheOldestFirst(TestModules modules) {
    Activities activities = modules.get(Activities.class);
    LeadId lead = modules.lead();
    activities.record(lead, viewed("now", null));
    activities.record(lead, viewed("before", modules.clock().instant().minus(Duration.ofDays(1))));
    assertThat(activities.of(lead)).extracting(Activity::key).containsExactly("before", "now");
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void takesTheStageOfTheOffer(TestModules modules) {
    Activities activities = modules.get(Activities.class);
    LeadId lead = modules.lead();
    activities.record(lead, new NewActivity("1", DOWNLOAD, "price-list", AWARENESS, null, null));
    assertThat(activities.of(lead)).extracting(Activity::stage).containsExactly(DECISION);
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void tellsTheNeighboursOnceForEachKey(TestModules modules) {
    Activities activities = modules.get(Activities.class);
    LeadId lead = modules.lead();
    assertThat(activities.record(lead, viewed("1", null))).isTrue();
    assertThat(activities.record(lead, viewed("1", null))).isFalse();
    List<NewActivity> oneIsNew = List.of(viewed("1", null), viewed("2", null), viewed("2", null));
    assertThat(activities.record(lead, oneIsNew)).isEqualTo(1);
    assertThat(modules.published(ActivityRecorded.class)).map(ActivityRecorded::activity)
        .filteredOn(activity -> activity.lead().equals(lead))
        .extracting(Activity::key).containsExactly("1", "2");
    assertThat(modules.published(LedgerGrew.class)).map(LedgerGrew::ledgers)
        .filteredOn(ledgers -> ledgers.containsKey(lead))
        .extracting(ledgers -> ledgers.get(lead)).map(List::size).containsExactly(1, 2);
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void knowsAKeyAgainAlsoInTheTransactionThatMadeTheLead(TestModules modules) {
    Activities activities = modules.get(Activities.class);
    modules.transaction().executeWithoutResult(status -> {
      LeadId lead = modules.lead();
      assertThat(activities.of(lead)).isEmpty();
      assertThat(activities.record(lead, viewed("1", null))).isTrue();
      assertThat(activities.record(lead, viewed("1", null))).isFalse();
      assertThat(activities.of(lead)).extracting(Activity::key).containsExactly("1");
    });
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void countsAKeyForEachLead(TestModules modules) {
    Activities activities = modules.get(Activities.class);
    assertThat(activities.record(modules.lead(), viewed("1", null))).isTrue();
    assertThat(activities.record(modules.lead(), viewed("1", null))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void recordsAKeyOnceThoughReportedByManyAtOnce(TestModules modules) throws Exception {
    Activities activities = modules.get(Activities.class);
    LeadId lead = modules.lead();
    assertThat(AtOnce.run(8, thread -> activities.record(lead, viewed("1", null)))).containsOnlyOnce(true);
    assertThat(activities.of(lead)).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void recordsNothingOfAListWithAnUnknownOffer(TestModules modules) {
    Activities activities = modules.get(Activities.class);
    LeadId lead = modules.lead();
    NewActivity unknown = new NewActivity("2", DOWNLOAD, "no-such-offer", null, null, null);
    assertThatExceptionOfType(UnknownOffer.class)
        .isThrownBy(() -> activities.record(lead, List.of(viewed("1", null), unknown)));
    assertThat(activities.of(lead)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void recordsWhatSeveralLeadsDid(TestModules modules) {
    Activities activities = modules.get(Activities.class);
    LeadId one = modules.lead();
    LeadId other = modules.lead();
    activities.record(one, viewed("known", null));
    List<Deed> deeds = List.of(
        new Deed(one, viewed("known", null)), new Deed(other, viewed("known", null)),
        new Deed(one, viewed("twice", null)), new Deed(one, viewed("twice", null)));
    assertThat(activities.record(deeds)).isEqualTo(2);
    assertThat(activities.of(one)).extracting(Activity::key).containsExactly("known", "twice");
    assertThat(activities.of(other)).extracting(Activity::key).containsExactly("known");
    assertThat(activities.record(deeds)).isZero();
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void recordsNothingWhereOneOfTheLeadsIsUnknown(TestModules modules) {
    Activities activities = modules.get(Activities.class);
    LeadId lead = modules.lead();
    LeadId nobody = LeadId.next();
    List<Deed> deeds = List.of(new Deed(lead, viewed("1", null)), new Deed(nobody, viewed("1", null)));
    assertThatExceptionOfType(UnknownLeads.class).isThrownBy(() -> activities.record(deeds))
        .satisfies(unknown -> assertThat(unknown.leads()).containsExactly(nobody));
    assertThat(activities.of(lead)).isEmpty();
  }

  /** Some report more than others, so that nothing but our own order puts the leads of all in one. */
  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void takesReportsOfTheSameLeadsInAnyOrderAtOnce(TestModules modules) throws Exception {
    Activities activities = modules.get(Activities.class);
    List<LeadId> leads = IntStream.range(0, 14).mapToObj(number -> modules.lead()).toList();
    List<Integer> recorded = AtOnce.run(6, thread -> {
      List<LeadId> shuffled = new ArrayList<>(leads);
      Collections.shuffle(shuffled, new Random(thread));
      return activities.record(shuffled.stream()
          .limit(thread % 2 == 0 ? 14 : 6)
          .map(lead -> new Deed(lead, viewed("of " + thread, null)))
          .toList());
    });
    assertThat(recorded).containsExactly(14, 6, 14, 6, 14, 6);
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void refusesAnUnknownLead(TestModules modules) {
    assertThatExceptionOfType(UnknownLead.class)
        .isThrownBy(() -> modules.get(Activities.class).record(LeadId.next(), viewed("1", null)));
  }

  @Test
  void keepsKeysAndDetailsWithinTheirColumns() {
    assertThatIllegalArgumentException().isThrownBy(() -> viewed(" ", null));
    assertThatIllegalArgumentException().isThrownBy(() -> viewed("k".repeat(101), null));
    assertThat(new NewActivity("k", PAGE_VIEW, null, null, "/".repeat(501), null).detail()).hasSize(500);
  }

  private static NewActivity viewed(String key, @Nullable Instant at) {
    return new NewActivity(key, PAGE_VIEW, null, null, null, at);
  }
}
