package io.leadlifecycle.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.playbook.Fault;
import io.leadlifecycle.playbook.Playbook;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OfferFileTests {

  private static final String GOOD = """
      offers:
        - key: price-list
          kind: download
          stage: decision
          topic: processes
          title:
            en: Price list
            de: Preisliste
          link: https://www.example.com/prices
          fields: [firstName, company]
      """;

  @Test
  void readsAnOffer() {
    OfferFile file = OfferFile.read(GOOD);
    assertThat(file.faults()).isEmpty();
    assertThat(file.offers())
        .containsExactly(
            new Offer("price-list", ActivityKind.DOWNLOAD, ContentStage.DECISION, "processes",
                Map.of("en", "Price list", "de", "Preisliste"), "https://www.example.com/prices",
                List.of("firstName", "company")));
  }

  @Test
  void answersInEnglishWhereALanguageIsMissing() {
    Offer offer = OfferFile.read(GOOD).offers().get(0);
    assertThat(offer.titleIn(Locale.GERMANY)).isEqualTo("Preisliste");
    assertThat(offer.titleIn(Locale.FRENCH)).isEqualTo("Price list");
  }

  @Test
  void findsEveryFaultWithItsLine() {
    assertThat(faults("""
        offers:
          - key: Price List
            kind: page-view
            stage: late
            title:
              de: Preisliste
              deutsch: Preise
            link: prices.html
            fields: [firstName, shoeSize, firstName]
            colour: red
          - kind: download
            kind: webinar
          - just text
        """))
        .containsExactly(
            "2: key: Price List is not in lower-case-with-hyphens",
            "2: topic: is missing",
            "3: kind: page-view is not one of blog-post, download, webinar, contact-request, demo-request",
            "4: stage: late is not one of awareness, consideration, decision",
            "6: en: is missing",
            "7: deutsch: is no language such as en or de",
            "8: link: prices.html is no web address",
            "9: fields: shoeSize is no field of a lead",
            "9: fields: names a field twice",
            "10: colour: is unknown; known are key, kind, stage, topic, title, link, fields",
            "11: key: is missing",
            "11: stage: is missing",
            "11: topic: is missing",
            "11: title: is missing",
            "11: link: is missing",
            "12: kind: is given twice",
            "13: has no entries");
  }

  @Test
  void refusesAKeyThatIsTakenEvenByAFaultyOffer() {
    assertThat(faults(GOOD.replace("decision", "late") + GOOD.substring(GOOD.indexOf('\n') + 1)))
        .containsExactly(
            "4: stage: late is not one of awareness, consideration, decision",
            "11: key: price-list is taken by an offer above");
  }

  @Test
  void refusesWhatIsNoListOfOffers() {
    assertThat(faults("")).containsExactly("1: offers: is missing");
    assertThat(faults("offers: none")).containsExactly("1: offers: is not a list");
    assertThat(faults("- offers")).containsExactly("1: offers: is missing");
    assertThat(faults("offers: []\noffer: []")).containsExactly("2: offer: is unknown; known are offers");
  }

  @Test
  void tellsTheLineWhereItIsNotYaml() {
    assertThat(faults("offers:\n  - key: [a\n")).singleElement().asString().startsWith("3: is not YAML: ");
  }

  @Test
  void saysWhenTheFileIsMissing() {
    assertThat(new OffersCheck(new Playbook("classpath:no-playbook/")).faults())
        .containsExactly(new Fault("content.yaml", 1, "the file is missing"));
  }

  @Test
  void findsNoFaultInTheExampleCompany() {
    Playbook playbook = new Playbook("classpath:bpmn/");
    assertThat(new OffersCheck(playbook).faults()).isEmpty();
    assertThat(new Offers(playbook).all()).hasSizeGreaterThanOrEqualTo(12)
        .extracting(Offer::stage).contains(ContentStage.values());
  }

  private static List<String> faults(String text) {
    return OfferFile.read(text).faults().stream()
        .map(fault -> fault.line() + ": " + fault.message())
        .toList();
  }
}
