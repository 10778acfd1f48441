package io.leadlifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailHtmlTests {

  @Test
  void opensLinksBesideThePage() {
    assertThat(MailHtml.answer(Optional.of("<!doctype html><HEAD lang=\"de\"><title>x</title></head>")).getBody())
        .startsWith("<!doctype html><HEAD lang=\"de\"><base target=\"_blank\"><title>");
  }
}
