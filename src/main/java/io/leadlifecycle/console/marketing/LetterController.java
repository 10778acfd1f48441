package io.leadlifecycle.console.marketing;

import io.leadlifecycle.letter.Letter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The page where a marketer sees each mail of the playbook as its readers will. */
@Controller
class LetterController {

  private final TriedLetters letters;

  LetterController(TriedLetters letters) {
    this.letters = letters;
  }

  @GetMapping("/playbook/letters")
  String show(
      @RequestParam(required = false) @Nullable String template,
      @RequestParam(required = false) @Nullable Locale language,
      @RequestParam(defaultValue = "USUAL") Reader reader,
      Model model) {
    String shown = template == null ? letters.templates().firstKey() : template;
    List<Locale> languages = letters.templates().getOrDefault(shown, List.of());
    Locale spoken = language != null || languages.isEmpty() ? language : languages.get(0);
    Letter letter = letters.write(shown, spoken, reader).orElseThrow(UnknownLetter::new);
    model.addAttribute("templates", letters.templates().keySet());
    model.addAttribute("template", shown);
    model.addAttribute("languages", languages);
    model.addAttribute("language", spoken);
    model.addAttribute("readers", Reader.values());
    model.addAttribute("reader", reader);
    model.addAttribute("letter", letter);
    return "console/marketing/letters";
  }

  @ExceptionHandler(UnknownLetter.class)
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String onUnknown() {
    return "console/marketing/unknown-letter";
  }
}
