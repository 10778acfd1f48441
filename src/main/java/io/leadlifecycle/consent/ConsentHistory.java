package io.leadlifecycle.consent;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one person signed up for, and what became of that: the newest event about a purpose decides. Oldest
 * first.
 */
record ConsentHistory(List<ConsentRequest> requests, List<ConsentEvent> events) {

  private static final EnumSet<Purpose> ALL = EnumSet.allOf(Purpose.class);

  private Optional<ConsentEvent> last(Purpose purpose) {
    return events.stream().filter(event -> event.isAbout(purpose)).reduce((older, newer) -> newer);
  }

  private Optional<ConsentEvent> lastWithdrawal(Purpose purpose) {
    return last(purpose).filter(ConsentEvent::isWithdrawal);
  }

  boolean isGiven(Purpose purpose) {
    return last(purpose).filter(event -> !event.isWithdrawal()).isPresent();
  }

  Optional<Instant> withdrawnAt(Purpose purpose) {
    return lastWithdrawal(purpose).map(ConsentEvent::at);
  }

  /** Who ticks a box again after it withdrew may have to withdraw again. */
  boolean isWithdrawn(Purpose purpose) {
    return lastWithdrawal(purpose).filter(end -> !isAskedAfter(end.afterRequest(), purpose)).isPresent();
  }

  private boolean isAskedAfter(int request, Purpose purpose) {
    return requests.stream().anyMatch(each -> each.number() > request && each.isFor(purpose));
  }

  /** What a confirmation of that request gives: not what was withdrawn since. */
  Set<Purpose> confirmedBy(ConsentRequest request) {
    return request.purposes().stream()
        .filter(purpose -> lastWithdrawal(purpose).filter(end -> end.afterRequest() >= request.number()).isEmpty())
        .collect(Collectors.toSet());
  }

  /** Of these, those that are not withdrawn already. */
  Set<Purpose> stillOpen(Set<Purpose> purposes) {
    return purposes.stream().filter(purpose -> !isWithdrawn(purpose)).collect(Collectors.toSet());
  }

  boolean lacksSomeOf(Set<Purpose> purposes) {
    return !purposes.stream().allMatch(this::isGiven);
  }

  List<ConsentProof.PurposeStanding> standings() {
    return ALL.stream().map(purpose -> new ConsentProof.PurposeStanding(purpose, state(purpose), since(purpose)))
        .toList();
  }

  private ConsentState state(Purpose purpose) {
    if (isGiven(purpose)) {
      return ConsentState.GIVEN;
    }
    if (isWithdrawn(purpose)) {
      return ConsentState.WITHDRAWN;
    }
    return isAskedAfter(0, purpose) ? ConsentState.REQUESTED : ConsentState.NONE;
  }

  private @Nullable Instant since(Purpose purpose) {
    Optional<Instant> asked = requests.stream()
        .filter(request -> request.isFor(purpose))
        .map(ConsentRequest::requestedAt)
        .reduce((older, newer) -> newer);
    Optional<Instant> happened = last(purpose).map(ConsentEvent::at);
    return (state(purpose) == ConsentState.REQUESTED ? asked : happened).orElse(null);
  }

  static Set<Purpose> purposes(String names) {
    return Arrays.stream(names.split(",")).map(Purpose::valueOf).collect(Collectors.toSet());
  }

  static String names(Set<Purpose> purposes) {
    return purposes.stream().sorted().map(Purpose::name).collect(Collectors.joining(","));
  }
}
