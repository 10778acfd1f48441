package io.leadlifecycle.letter;

import io.leadlifecycle.playbook.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Finds what must not stand in a mail: HTML, which may be scripts and forms, and links not to the web. */
final class TemplateMarkup extends AbstractVisitor {

  private static final Parser PARSER =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();
  private static final Pattern DESTINATION = Pattern.compile("(https?://|mailto:|\\{\\{\\w+}}).*");

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
    if (!DESTINATION.matcher(link.getDestination()).matches()) {
      fault(link, "A link leads to https:// or mailto:, not to " + link.getDestination());
    }
    visitChildren(link);
  }

  private void fault(Node node, String message) {
    faults.add(new Fault(file, firstLine + node.getSourceSpans().get(0).getLineIndex(), message));
  }
}
