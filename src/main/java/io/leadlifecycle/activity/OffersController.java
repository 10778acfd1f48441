package io.leadlifecycle.activity;

import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells other systems what there is to offer. */
@RestController
class OffersController {

  private final Offers offers;

  OffersController(Offers offers) {
    this.offers = offers;
  }

  /** @param language such as {@code de}; offers without a title in it answer in English */
  @GetMapping("/api/offers")
  List<Answer> all(@RequestParam(defaultValue = "en") String language) {
    Locale locale = Locale.forLanguageTag(language);
    return offers.all().stream().map(offer -> Answer.of(offer, locale)).toList();
  }

  record Answer(
      String key, String kind, String stage, String topic, String title, String link, List<String> fields) {

    static Answer of(Offer offer, Locale locale) {
      return new Answer(offer.key(), Names.of(offer.kind()), Names.of(offer.stage()), offer.topic(),
          offer.titleIn(locale), offer.link(), offer.fields());
    }
  }
}
