package io.leadlifecycle.journey.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompanyUserTests {

  private static final String ISSUER = "https://login.example.com";

  @Test
  void hasAnIdThatTheEngineAllows() {
    assertThat(user(ISSUER, "7", "jörg.o'neil@example.com").id()).matches("jrgoneilexamplecom[0-9a-f]{32}");
    assertThat(user(ISSUER, "7", "李").id()).matches("[0-9a-f]{32}");
    assertThat(user(ISSUER, "7", "x".repeat(500)).id()).hasSize(56);
  }

  @Test
  void isNeverSomebodyElse() {
    String id = user(ISSUER, "7", "sam").id();
    assertThat(user(ISSUER, "8", "s.a.m").id()).isNotEqualTo(id);
    assertThat(user(ISSUER + "7", "", "sam").id()).isNotEqualTo(id);
  }

  private static CompanyUser user(String issuer, String subject, String name) {
    return new CompanyUser(issuer, subject, name, null, null, null);
  }
}
