package io.leadlifecycle.letter;

import io.leadlifecycle.playbook.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** What every reader of a mail sees, such as who writes, and how to get no more. */
final class MustShow extends AbstractVisitor {

  private static final Parser PARSER = Parser.builder().build();
  private static final Pattern TAG = Pattern.compile("\\{\\{.*?}}");

  private final Set<String> links = new HashSet<>();
  private final StringBuilder words = new StringBuilder();

  private MustShow() {}

  /**
   * @param mail which mails must show them, for a person to read
   * @param names of variables; an imprint is shown as text, anything else as a link with words
   */
  static List<Fault> faults(String file, LetterTemplate template, String mail, List<String> names) {
    MustShow atBest = in(template.body());
    MustShow always = in(TemplateTags.outsideSections(template.body()));
    return names.stream().flatMap(name -> {
      Optional<Integer> line = TemplateTags.in(template.body()).variables(name)
          .map(tag -> template.bodyLine() + tag.line() - 1)
          .findFirst();
      return fault(mail, name, line.isPresent(), atBest.shows(name), always.shows(name))
          .map(fault -> new Fault(file, line.orElse(1), fault))
          .stream();
    }).toList();
  }

  private static Optional<String> fault(String mail, String name, boolean there, boolean atBest, boolean always) {
    String tag = "{{" + name + "}}";
    if (!there) {
      return Optional.of("has no " + tag + ", which " + mail + " must show");
    }
    if (!atBest) {
      String how = name.equals("imprint") ? tag + ", as text" : "[words](" + tag + "), as a link";
      return Optional.of(mail.substring(0, 1).toUpperCase(Locale.ROOT) + mail.substring(1) + " must show " + how);
    }
    return always ? Optional.empty() : Optional.of(tag + " must not stand in a section, which may hide it");
  }

  private static MustShow in(String body) {
    MustShow seen = new MustShow();
    PARSER.parse(body).accept(seen);
    return seen;
  }

  private boolean shows(String name) {
    String tag = "{{" + name + "}}";
    return name.equals("imprint") ? words.indexOf(tag) >= 0 : links.contains(tag);
  }

  @Override
  public void visit(Text text) {
    words.append(text.getLiteral());
  }

  /** A link without words is there, but nobody finds it. */
  @Override
  public void visit(Link link) {
    int before = words.length();
    visitChildren(link);
    if (!TAG.matcher(words.substring(before)).replaceAll("").isBlank()) {
      links.add(link.getDestination());
    }
  }

  /** Most readers' mail programs show no images. */
  @Override
  public void visit(Image image) {}
}
