package io.leadlifecycle.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
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
 *
 * @param destinations of links that depend on values; they stand in both texts by their number
 */
record Markdown(OpenText html, OpenText text, List<OpenText> destinations) {

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

  static Markdown of(String marked) {
    Node document = PARSER.parse(marked);
    Destinations destinations = new Destinations();
    document.accept(destinations);
    return new Markdown(
        OpenText.of(HTML.render(document)), OpenText.of(TEXT.render(document)), destinations.open);
  }

  String html(Map<String, String> values) {
    return html.filled(
        place -> HtmlUtils.htmlEscape(value(place, values), "UTF-8").replace("\n", "<br>\n"));
  }

  String text(Map<String, String> values) {
    return text.filled(place -> value(place, values));
  }

  private String value(String place, Map<String, String> values) {
    return place.startsWith("#")
        ? harmless(destinations.get(Integer.parseInt(place.substring(1))).filled(values::get))
        : values.getOrDefault(place, "");
  }

  private static String harmless(String address) {
    return HARMLESS.matcher(address).matches() ? address : "#";
  }

  /** Links lead to the web or to a mailbox, and nowhere else. */
  private static final class Destinations extends AbstractVisitor {

    private final List<OpenText> open = new ArrayList<>();

    @Override
    public void visit(Link link) {
      link.setDestination(destination(link.getDestination()));
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      image.setDestination(destination(image.getDestination()));
      visitChildren(image);
    }

    private String destination(String marked) {
      OpenText destination = OpenText.of(marked);
      if (destination.isClosed()) {
        return harmless(marked);
      }
      open.add(destination);
      return OpenText.mark("#" + (open.size() - 1));
    }
  }
}
