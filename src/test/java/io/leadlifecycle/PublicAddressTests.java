package io.leadlifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PublicAddressTests {

  @ParameterizedTest
  @ValueSource(strings = {"https://leads.example.com", "https://leads.example.com/", "https://leads.example.com//"})
  void leadsToOnePageHoweverItWasWritten(String written) {
    PublicAddress address = bound(Map.of("leads.public-address", written));
    assertThat(address.of("/leads/7")).isEqualTo("https://leads.example.com/leads/7");
    assertThat(address).hasToString("https://leads.example.com");
  }

  @Test
  void isThisMachineUnlessToldOtherwise() {
    assertThat(bound(Map.of())).hasToString("http://localhost:8080");
  }

  private static PublicAddress bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("leads", PublicAddress.class);
  }
}
