package io.leadlifecycle.activity;

import io.leadlifecycle.playbook.Playbook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The offers of the playbook. */
@Component
public class Offers {

  private final Map<String, Offer> byKey = new LinkedHashMap<>();

  @Autowired
  Offers(Playbook playbook) {
    this(OfferFile.of(playbook).offers());
  }

  Offers(List<Offer> offers) {
    offers.forEach(offer -> byKey.putIfAbsent(offer.key(), offer));
  }

  public Optional<Offer> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** In the order of the playbook. */
  public List<Offer> all() {
    return List.copyOf(byKey.values());
  }
}
