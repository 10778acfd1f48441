package io.leadlifecycle.letter;

import io.leadlifecycle.playbook.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Finds what must not stand in a mail: HTML, which may be scripts and forms, links that lead elsewhere than
 * they seem to, and pictures that would tell others who opens the mail.
 */
final class TemplateMarkup extends AbstractVisitor {

  private static final Parser PARSER =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();
  private static final Set<String> LINKS =
      Set.of("unsubscribe", "preferences", "confirm", "notMe", "privacy", "leadPage");
  private static final Pattern DESTINATION = Pattern.compile(
      "(https?://|mailto:)[^{}]*|\\{\\{(" + String.join("|", LINKS) + ")}}|\\{\\{publicAddress}}(/[^{}]*)?");

  private final List<Fault> faults = new ArrayList<>();
  private final String file;
  private final int firstLine;

  private TemplateMarkup(String file, int firstLine) {
    this.file = file;
    this.firstLine = firstLine;
  }

  static List<Fault> faults(String file, LetterTemplate template) {
    TemplateMarkup markup = new TemplateMarkup(file, template.bodyLine());
    PARSER.parse(template.body()).accept(markup);
    return markup.faults;
  }

  @Override
  public void visit(HtmlBlock html) {
    fault(html, "HTML is not allowed in a mail, only Markdown");
  }

  @Override
  public void visit(HtmlInline html) {
    fault(html, "HTML is not allowed in a mail, only Markdown");
  }

  @Override
  public void visit(Link link) {
    String destination = link.getDestination();
    if (!DESTINATION.matcher(destination).matches()) {
      fault(link, destination.contains("{{")
          ? "A variable in a link is the whole link, as in [words]({{unsubscribe}}), which this is not: "
              + destination
          : "A link leads to https:// or mailto:, not to " + destination);
    }
    visitChildren(link);
  }

  @Override
  public void visit(LinkReferenceDefinition definition) {
    fault(definition, "A link says at once where it leads: write [words](address) instead of ["
        + definition.getLabel() + "]: " + definition.getDestination());
  }

  @Override
  public void visit(Image image) {
    if (!image.getDestination().matches("https://[^{}]*")) {
      fault(image, "An image comes from https:// and its address has no variables: " + image.getDestination());
    }
    visitChildren(image);
  }

  private void fault(Node node, String message) {
    faults.add(new Fault(file, firstLine + node.getSourceSpans().get(0).getLineIndex(), message));
  }
}
