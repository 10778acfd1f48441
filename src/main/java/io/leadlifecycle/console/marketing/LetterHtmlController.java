package io.leadlifecycle.console.marketing;

import io.leadlifecycle.console.MailHtml;
import io.leadlifecycle.letter.Letter;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Serves the HTML of the playbook's mails, for the page that shows them. */
@Controller
class LetterHtmlController {

  private final TriedLetters letters;

  LetterHtmlController(TriedLetters letters) {
    this.letters = letters;
  }

  @GetMapping("/playbook/letters/html")
  ResponseEntity<String> html(
      @RequestParam String template, @RequestParam Locale language, @RequestParam Reader reader) {
    return MailHtml.answer(letters.write(template, language, reader).map(Letter::html));
  }
}
