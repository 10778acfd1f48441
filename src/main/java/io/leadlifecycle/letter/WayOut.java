package io.leadlifecycle.letter;

import io.leadlifecycle.playbook.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** What every reader of a nurture mail sees: who writes, and how to get no more. */
final class WayOut extends AbstractVisitor {

  private static final Parser PARSER = Parser.builder().build();
  private static final Pattern TAG = Pattern.compile("\\{\\{.*?}}");

  private final Set<String> links = new HashSet<>();
  private final StringBuilder words = new StringBuilder();

  private WayOut() {}

  static List<Fault> faults(String file, LetterTemplate template) {
    WayOut atBest = in(template.body());
    WayOut always = in(TemplateTags.outsideSections(template.body()));
    return Stream.of("unsubscribe", "imprint")
        .flatMap(name -> fault(file, template, name, atBest.shows(name), always.shows(name)).stream())
        .toList();
  }

  private static Optional<Fault> fault(
      String file, LetterTemplate template, String name, boolean atBest, boolean always) {
    Optional<Integer> line = TemplateTags.in(template.body()).variables(name)
        .map(tag -> template.bodyLine() + tag.line() - 1)
        .findFirst();
    if (line.isEmpty()) {
      return Optional.of(new Fault(file, 1, "has no {{" + name + "}}, which every nurture mail must show"));
    }
    if (!atBest) {
      String how = name.equals("imprint") ? "{{imprint}}, as text" : "[words]({{unsubscribe}}), as a link";
      return Optional.of(new Fault(file, line.get(), "Every nurture mail must show " + how));
    }
    return always
        ? Optional.empty()
        : Optional.of(new Fault(file, line.get(), "{{" + name + "}} must not stand in a section, which may hide it"));
  }

  private static WayOut in(String body) {
    WayOut seen = new WayOut();
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
