package io.leadlifecycle.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A legal basis that did not come about here.
 *
 * @param document where its proof is, such as a contract number
 * @param givenAt when the consent was given, or the sale was
 * @param purposes for IMPORTED, those agreed to; a customer may only be sent mails, so NURTURE or nothing
 * @param conditions stated for EXISTING_CUSTOMER, and for no other basis
 */
public record GivenElsewhere(
    @Nullable Basis basis,
    @Nullable String document,
    @Nullable Instant givenAt,
    @Nullable Set<Purpose> purposes,
    @Nullable CustomerConditions conditions) {

  private static final int LONGEST_DOCUMENT = 500;

  boolean isForCustomer() {
    return basis == Basis.EXISTING_CUSTOMER;
  }

  Set<Purpose> allPurposes() {
    return purposes == null || purposes.isEmpty() ? Set.of(Purpose.NURTURE) : purposes;
  }

  /** Everything that is wrong, by field. */
  public List<InvalidBasis.FieldFault> faults(Instant now) {
    List<InvalidBasis.FieldFault> faults = new ArrayList<>();
    if (basis == null || basis == Basis.DOUBLE_OPT_IN) {
      add(faults, "basis", "must be IMPORTED or EXISTING_CUSTOMER: a double opt-in is given by its mail only");
    }
    if (document == null || document.isBlank()) {
      add(faults, "document", "must name the document that proves it");
    } else if (document.length() > LONGEST_DOCUMENT || document.chars().anyMatch(Character::isISOControl)) {
      add(faults, "document", "must be one line of at most " + LONGEST_DOCUMENT + " characters");
    }
    if (givenAt == null || givenAt.isAfter(now)) {
      add(faults, "givenAt", givenAt == null ? "must say when it was given" : "lies in the future");
    }
    if (basis == Basis.IMPORTED) {
      faultsOfImport(faults);
    }
    if (isForCustomer()) {
      faultsOfCustomer(faults);
    }
    return faults;
  }

  private void faultsOfImport(List<InvalidBasis.FieldFault> faults) {
    if (purposes == null || purposes.isEmpty()) {
      add(faults, "purposes", "must name at least one of NURTURE, MEASURING, PHONE");
    }
    if (conditions != null) {
      add(faults, "conditions", "are those of EXISTING_CUSTOMER");
    }
  }

  private void faultsOfCustomer(List<InvalidBasis.FieldFault> faults) {
    if (!allPurposes().equals(Set.of(Purpose.NURTURE))) {
      add(faults, "purposes", "can only be NURTURE: §7(3) UWG allows mails, and neither measuring nor calls");
    }
    List<String> missing = conditions == null ? CustomerConditions.NAMES : conditions.missing();
    missing.forEach(name -> add(faults, "conditions." + name, "must be true: §7(3) UWG wants all four"));
  }

  private static void add(List<InvalidBasis.FieldFault> faults, String field, String message) {
    faults.add(new InvalidBasis.FieldFault(field, message));
  }
}
