package io.leadlifecycle.letter;

import io.leadlifecycle.playbook.Playbook;
import java.util.Map;

/** A small playbook for tests, and what its variables stand for. */
public final class Templates {

  public static final Playbook PLAYBOOK = new Playbook("classpath:mail-playbook/");

  private Templates() {}

  public static Map<String, String> values() {
    return Map.of(
        "firstName", "Anna",
        "company", "Bau AG",
        "imprint", "Example Ltd.\nMain Street 1",
        "unsubscribe", "https://leads.example.com/unsubscribe/abc",
        "preferences", "https://leads.example.com/preferences/abc",
        "confirm", "https://leads.example.com/confirm/abc",
        "notMe", "https://leads.example.com/confirm/abc",
        "privacy", "https://www.example.com/privacy");
  }
}
