package io.leadlifecycle.consent;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The four conditions of §7(3) UWG, all of which must hold before a customer gets mails that it did not agree to.
 *
 * @param addressFromSale the address came from the customer, with a sale of goods or services
 * @param ownSimilarOffers it is used for our own similar goods or services only
 * @param noObjection the customer has not objected
 * @param toldOfObjection it was told clearly, when the address was collected, and is told with each use, that it
 *     may object at any time at no more than the basic cost of transmission
 */
public record CustomerConditions(
    boolean addressFromSale, boolean ownSimilarOffers, boolean noObjection, boolean toldOfObjection) {

  public static final List<String> NAMES =
      List.of("addressFromSale", "ownSimilarOffers", "noObjection", "toldOfObjection");

  /** Those that do not hold. */
  List<String> missing() {
    Map<String, Boolean> said = new TreeMap<>(Map.of(
        NAMES.get(0), addressFromSale, NAMES.get(1), ownSimilarOffers, NAMES.get(2), noObjection,
        NAMES.get(3), toldOfObjection));
    return NAMES.stream().filter(name -> !said.get(name)).toList();
  }
}
