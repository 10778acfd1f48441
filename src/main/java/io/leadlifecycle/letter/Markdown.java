package io.leadlifecycle.letter;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.springframework.web.util.HtmlUtils;

/**
 * A body written in Markdown, as HTML and as plain text. Values are put in last, in place of marks that mean
 * nothing to Markdown: whatever a lead calls itself, it cannot become a link, a heading or HTML.
 */
final class Markdown {

  private static final char OPEN = '\uE000';
  private static final char CLOSE = '\uE001';
  private static final Pattern MARK = Pattern.compile(OPEN + "(\\w+)" + CLOSE);
  private static final Pattern HARMLESS = Pattern.compile("(https?://|mailto:).*", Pattern.CASE_INSENSITIVE);
  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer HTML = HtmlRenderer.builder()
      .escapeHtml(true)
      .attributeProviderFactory(context -> new InlineStyles())
      .build();
  private static final TextContentRenderer TEXT = TextContentRenderer.builder()
      .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
      .nodeRendererFactory(PlainLinks::new)
      .build();

  private final Node document;
  private final Map<String, String> values;

  private Markdown(Node document, Map<String, String> values) {
    this.document = document;
    this.values = values;
  }

  /** @throws UnusableTemplate if it names a variable without a value */
  static Markdown of(String template, Map<String, String> values) {
    Map<String, String> marks = new HashMap<>(values);
    marks.replaceAll((name, value) -> value.isEmpty() ? "" : OPEN + name + CLOSE);
    Markdown markdown = new Markdown(PARSER.parse(LetterTemplate.fill(template, marks)), values);
    markdown.document.accept(markdown.new Destinations());
    return markdown;
  }

  String html() {
    return filled(
        HTML.render(document), value -> HtmlUtils.htmlEscape(value, "UTF-8").replace("\n", "<br>\n"));
  }

  String text() {
    return filled(TEXT.render(document), UnaryOperator.identity());
  }

  private String filled(String rendered, UnaryOperator<String> escape) {
    return MARK.matcher(rendered)
        .replaceAll(mark -> Matcher.quoteReplacement(escape.apply(values.getOrDefault(mark.group(1), ""))));
  }

  /** Links lead to the web or to a mailbox, and nowhere else. */
  private final class Destinations extends AbstractVisitor {

    @Override
    public void visit(Link link) {
      link.setDestination(harmless(link.getDestination()));
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      image.setDestination(harmless(image.getDestination()));
      visitChildren(image);
    }

    private String harmless(String destination) {
      String address = filled(destination, UnaryOperator.identity());
      return HARMLESS.matcher(address).matches() ? address : "#";
    }
  }
}
