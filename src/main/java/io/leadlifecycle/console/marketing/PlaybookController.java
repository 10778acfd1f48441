package io.leadlifecycle.console.marketing;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page where marketing reads what the running playbook holds. It changes nothing. */
@Controller
class PlaybookController {

  private final PlaybookShelf shelf;
  private final TriedLetters letters;

  PlaybookController(PlaybookShelf shelf, TriedLetters letters) {
    this.shelf = shelf;
    this.letters = letters;
  }

  @GetMapping("/playbook")
  String show(Model model) {
    model.addAttribute("topics", shelf.offersByTopic());
    model.addAttribute("sequences", shelf.sequences());
    model.addAttribute("models", shelf.models());
    model.addAttribute("otherMails", shelf.mailsOfNoSequence(letters.templates().keySet()));
    model.addAttribute("words", new PlaybookWording());
    model.addAttribute("english", Locale.ENGLISH);
    return "console/marketing/playbook";
  }
}
